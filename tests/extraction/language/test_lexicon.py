"""The words that find entities are data, and the data keep their promises; a failing test prints the cure."""

from __future__ import annotations

from itertools import pairwise

import pytest

import zhengzhou
from policygraph import resources
from policygraph.extraction.language import lexicon
from policygraph.extraction.language.names import Names, bare
from policygraph.ontology import own
from policygraph.statements import EntityType, Stage

TABLES = {
    "abbreviations": ("short", "full"),
    "actions": ("word",),
    "adverbs": ("word", "before"),
    "circumstances": ("word", "kind"),
    "classes": ("word",),
    "columns": ("word", "role"),
    "comparators": ("word", "side", "comparator"),
    "endings": ("short", "full"),
    "generic": ("word",),
    "heads": ("head", "type", "process", "weak"),
    "leading": ("word",),
    "manner": ("word", "counts"),
    "matters": ("word", "role"),
    "measure_nouns": ("word",),
    "measures": ("verb", "place", "stage", "kind", "title"),
    "names": ("name", "type", "english", "aliases"),
    "openers": ("word",),
    "parallel_heads": ("word",),
    "plain": ("word",),
    "predicates": ("word", "class"),
    "relational_heads": ("word",),
    "sectors": ("name",),
    "shorthand": ("short", "long"),
    "stages": ("word", "stage"),
    "tails": ("word",),
    "terms": ("term", "type"),
    "units": ("unit", "kind", "noun", "words"),
    "vague": ("word", "role"),
    "variants": ("short", "full"),
}


def lines(table: str) -> list[str]:
    """Return the lines of a table without its header."""
    path = resources.ontology() / "lexicon" / f"{table}.tsv"
    return path.read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_columns(table: str) -> None:
    """The header names the columns that the code asks for."""
    assert tuple(lexicon.table(table)[0]) == TABLES[table]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_and_says_nothing_twice(table: str) -> None:
    """Lines stand in the order of their cells, each once; measures may have one verb in several places."""
    keys = [line.split("\t")[: 2 if table == "measures" else 1] for line in lines(table)]
    for before, after in pairwise(keys):
        assert before < after, (
            f"ontology/lexicon/{table}.tsv: move or delete {after}: it must come once, before {before}"
        )


@pytest.mark.parametrize(("table", "column"), [("heads", "type"), ("terms", "type"), ("names", "type")])
def test_types_are_those_of_the_ontology(table: str, column: str) -> None:
    """Every type is one of the seven."""
    wrong = [row for row in lexicon.table(table) if row[column] not in list(EntityType)]
    assert not wrong, f"ontology/lexicon/{table}.tsv: give these rows one of {', '.join(EntityType)}: {wrong}"


def test_measures_have_known_places_and_stages() -> None:
    """A verb stands front, behind or between, and its stage and kind, if any, are known ones."""
    for row in lexicon.table("measures"):
        cure = f"ontology/lexicon/measures.tsv: mend the row of {row['verb']}"
        assert row["place"] in {"front", "behind", "between"}, cure
        assert row["stage"] in {"", *Stage}, cure
        assert row["kind"] in {"", *EntityType}, cure
        assert row["title"] in {"", "yes"}, cure


def test_no_word_is_both_generic_and_a_term() -> None:
    """A word that names nothing cannot also stand for itself."""
    both = lexicon.words("generic") & (lexicon.words("terms") | lexicon.words("sectors"))
    assert not both, f"take them out of generic.tsv, or of terms.tsv and sectors.tsv: {sorted(both)}"


def _rows() -> list[dict[str, str]]:
    """Return the rows of the national list of names and of that of Zhengzhou."""
    return [*map(dict, lexicon.table("names")), *(dict(row.cells) for row in _zhengzhou().rows("names"))]


def _zhengzhou() -> own.Lexicon:
    return own.read([resources.graph() / "lexicon"])


def test_the_lists_of_names_are_large_and_have_english_labels() -> None:
    """At least 200 national entities and 300 of Zhengzhou, each with an English label in Latin letters."""
    rows = _rows()
    bad = [row["name"] for row in rows if not row["english"] or any("\u4e00" <= c <= "\u9fff" for c in row["english"])]
    assert len(lexicon.table("names")) >= 200
    assert len(_zhengzhou().rows("names")) >= 300
    assert not bad, f"names.tsv: write English labels for {bad}"


def test_an_alias_belongs_to_one_name() -> None:
    """No alias stands for two entities, and none is the name of another."""
    owner: dict[str, str] = {}
    for row in _rows():
        for name in [row["name"], *filter(None, row["aliases"].split("|"))]:
            first = owner.setdefault(bare(name), row["name"])
            assert first == row["name"], f"names.tsv: {name} stands for {first} and {row['name']}"


def test_an_empty_list_knows_no_name() -> None:
    """Names(enabled=False) leaves the list out."""
    assert Names().get("“一带一路”") is not None
    assert Names(enabled=False).get("“一带一路”") is None


def test_the_names_of_zhengzhou_are_known_to_its_sources_alone() -> None:
    """中原科技城 is a name of graph/lexicon, and no report of another place is read by it."""
    assert Names().get("中原科技城") is None
    assert zhengzhou.names().get("中原科技城") is not None
    assert zhengzhou.names().get("“一带一路”") == Names().get("“一带一路”")


def test_abbreviations_are_spelled_out() -> None:
    """At least 60 universities and bodies have their full names."""
    rows = lexicon.table("abbreviations")
    same = [row for row in rows if row["short"] == row["full"]]
    assert len(rows) >= 60
    assert not same, f"ontology/lexicon/abbreviations.tsv: these say nothing: {same}"
