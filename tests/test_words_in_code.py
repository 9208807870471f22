"""Words live in the lexicon and in catalogues, not in the code: what is left is counted, and may only become less."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import policygraph
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(policygraph.__file__).parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))
# A word has two characters or more; one alone is the grammar of a pattern: 第\d届, 以…为….
WORD = re.compile(r"[\u3400-\u9fff]{2,}")
# What may stay, by file, and why.
LET_THROUGH = {
    "cli": "examples in the help of the command line",
    "documents/plain.py": "the characters that tell traditional script",
    "documents/formats/word/numbering.py": "the numerals in which Word counts paragraphs",
    "extraction/language/numerals.py": "the numerals, each of which has a value",
    "queries/named.py": "the key of a title in the head of a question",
    "rdf/dataset.py": "the labels of the dataset in its own description",
    "server/words.py": "the catalogue of what the pages say",
    "tables": "the descriptions in the package of tables",
}
# As many words as the other files still have. Whoever brings one into the code moves it to the lexicon; whoever takes
# some out lowers the number.
BUDGET = 21


def words(path: Path) -> Iterator[str]:
    """Yield the words in the strings of a module, docstrings aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    documented = (node.body[:1] for node in ast.walk(tree) if isinstance(node, bodies))
    docstrings = {id(first.value) for body in documented for first in body if isinstance(first, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from WORD.findall(node.value)


def test_words_are_found_in_strings_and_patterns_but_not_in_docstrings(tmp_path: Path) -> None:
    """The count sees every string of a module: plain ones, patterns, those with something inserted."""
    module = tmp_path / "module.py"
    module.write_text(
        '"""完成。"""\nA = "建设"\nB = rf"(?:新增|{A}开工)第"\ndef f() -> str:\n    """达到。"""\n    return "投产"\n'
    )
    assert sorted(words(module)) == sorted(["建设", "新增", "开工", "投产"])


def test_the_code_has_no_more_words_than_its_budget() -> None:
    """Files without a reason to hold words hold no more of them than the budget."""
    counts = {name: len(list(words(ROOT / name))) for name in FILES if not name.startswith(tuple(LET_THROUGH))}
    most = sorted(((count, name) for name, count in counts.items() if count), reverse=True)[:10]
    assert sum(counts.values()) <= BUDGET, f"move words to ontology/lexicon/wordclasses.tsv; most stand in {most}"


@pytest.mark.parametrize("name", LET_THROUGH)
def test_what_is_let_through_has_words(name: str) -> None:
    """A file that has no words needs no reason."""
    assert any(list(words(ROOT / file)) for file in FILES if file.startswith(name)), f"take {name} from LET_THROUGH"


def _uncompiled(tree: ast.Module) -> Iterator[str]:
    """Yield the calls of the functions of re whose pattern is put together from others, or names a class itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and re.fullmatch(r"re\.\w+", ast.unparse(node.func)) and node.args:
            first = node.args[0]
            plain = isinstance(first, ast.Constant) and not re.search(r"(?<!P)<[a-z_]+>", str(first.value))
            function = ast.unparse(node.func).removeprefix("re.")
            if (
                function not in ("escape", "Pattern")
                and not plain
                and "wordclasses.expanded(" not in ast.unparse(first)
            ):
                yield ast.unparse(node)


@pytest.mark.parametrize("name", FILES)
def test_classes_are_named_in_patterns_that_know_them(name: str) -> None:
    """What <name> stands for is known, and a module that names classes compiles its patterns with their words."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    strings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    named = {
        found for string in strings if isinstance(string, str) for found in re.findall(r"(?<!P)<([a-z_]+)>", string)
    }
    if named & wordclasses.classes().keys() and name != "ontology/wordclasses.py":
        assert not list(_uncompiled(tree)), f"{name}: write wordclasses.pattern, or wordclasses.expanded around it"


def test_a_class_that_nobody_spells_out_is_found() -> None:
    """A pattern that is put together is compiled with its classes, or the test of the modules tells of it."""
    tree = ast.parse('re.search(f"{KIND}$", a); re.split("<towns>", a); re.sub(wordclasses.expanded(KIND), "", a)')
    assert len(list(_uncompiled(tree))) == 2
