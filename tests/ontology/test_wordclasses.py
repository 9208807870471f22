"""The words of patterns are rows with a class, and every row says where it comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import policygraph
from policygraph import resources
from policygraph.errors import OntologyError
from policygraph.extraction.quantities import units
from policygraph.ontology import wordclasses

SOURCES = ("work report", "other genre", "language")
ROWS = [
    line.split("\t")
    for line in (resources.ontology() / "lexicon" / "wordclasses.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def test_every_row_names_the_kind_of_text_it_was_seen_in() -> None:
    """A word was seen in work reports or other genres, or the language has it beside others of its class."""
    wrong = [row for row in ROWS if row[4] not in SOURCES]
    assert not wrong, f"ontology/lexicon/wordclasses.tsv: source is one of {SOURCES}: {wrong}"


def test_an_example_has_its_word() -> None:
    """The example of a row shows its word in use."""
    wrong = [row for row in ROWS if row[3] and row[0] not in row[3]]
    assert not wrong, f"ontology/lexicon/wordclasses.tsv: the example lacks the word: {wrong}"


def test_a_class_reads_each_of_its_words_and_finds_it_in_its_example() -> None:
    """A pattern that is nothing but a class matches all of its words, and something in the example of each."""
    for row in ROWS:
        whole = re.compile(wordclasses.expanded(f"<{row[1]}>"))
        assert whole.fullmatch(row[0]), f"ontology/lexicon/wordclasses.tsv: {row[1]} does not read {row[0]}"
        assert not row[3] or whole.search(row[3]), (
            f"ontology/lexicon/wordclasses.tsv: {row[1]} finds nothing in {row[3]}"
        )


def test_a_class_says_no_word_twice_and_stands_in_one_place() -> None:
    """The rows of a class follow one another, and the classes are in order."""
    assert len({(row[0], row[1]) for row in ROWS}) == len(ROWS)
    assert [row[1] for row in ROWS] == sorted(row[1] for row in ROWS)


def test_every_class_is_used() -> None:
    """A class that no pattern or list asks for goes."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(policygraph.__file__).parent.rglob("*.py"))
    used = set(re.findall(r"<([a-z_]+)>", code)) | set(
        re.findall(r"(?:of|members|features|word|characters)\(\s*\"([a-z_]+)\"", code)
    )
    unused = wordclasses.classes().keys() - used
    assert not unused, f"ontology/lexicon/wordclasses.tsv: delete the classes {sorted(unused)}"


def test_a_class_that_nobody_knows_is_told() -> None:
    """A pattern with a class that the table lacks does not match in silence."""
    with pytest.raises(OntologyError, match="no class nothing_of_the_kind"):
        wordclasses.expanded("<nothing_of_the_kind>")


def test_a_class_of_one_word_is_asked_for_its_word() -> None:
    """What stands alone in the code is the one word of its class; a class of several has no such word."""
    assert wordclasses.word("industry") == "产业"
    with pytest.raises(ValueError, match="too many values"):
        wordclasses.word("copulas")


def test_the_words_of_a_class_in_one_can_be_stripped() -> None:
    """What is asked for as characters takes them off the end of words."""
    assert "郑州和".rstrip(wordclasses.characters("joins")) == "郑州"


def test_a_class_in_square_brackets_gives_its_characters() -> None:
    """Inside square brackets a class is no group of alternatives."""
    assert re.fullmatch(wordclasses.expanded("[^<copulas>]"), "为") is None
    assert re.fullmatch(wordclasses.expanded("<copulas>"), "为")


def test_the_name_of_a_group_is_no_class() -> None:
    """(?P<name>…) stays as it is."""
    assert wordclasses.expanded("(?P<copulas>a)") == "(?P<copulas>a)"


def test_the_units_that_others_compile_have_the_words_of_their_classes() -> None:
    """面 is a unit but 面积 begins with another word, for whoever compiles the units himself too."""
    assert "<" not in units.alternatives().replace("(?<", "")
    assert re.fullmatch(units.alternatives(), "千瓦时/万元")
    assert re.match(f"(?:{units.alternatives()})", "面积") is None
