"""Concepts are read from Turtle, and a file that is wrong is named with the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import resources
from policygraph.errors import OntologyError
from policygraph.ontology import concepts
from policygraph.ontology.concepts import SKOS

if TYPE_CHECKING:
    from pathlib import Path

THEME = "https://w3id.org/policygraph/theme/"
PREFIXES = f"@prefix skos: <{SKOS}> .\n@prefix theme: <{THEME}> .\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for ontology/."""
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    return tmp_path


def test_order(folder: Path) -> None:
    """Concepts of the namespace are read in the order of their IRIs."""
    body = 'theme:b a skos:Concept . theme:a a skos:Concept ; skos:altLabel "二"@zh, "一"@zh, "one"@en .'
    (folder / "t.ttl").write_text(PREFIXES + body, "utf-8")
    found = concepts.read("t.ttl", THEME)
    assert [description.iri for description in found] == [f"{THEME}a", f"{THEME}b"]
    assert found[0].texts(f"{SKOS}altLabel", "zh") == ("一", "二")


def test_scheme(folder: Path) -> None:
    """A scheme is no concept."""
    (folder / "t.ttl").write_text(f"{PREFIXES}theme: a skos:ConceptScheme .", "utf-8")
    assert concepts.read("t.ttl", THEME) == ()


def test_syntax(folder: Path) -> None:
    """A file that is no Turtle is named with its line."""
    (folder / "t.ttl").write_text(f"{PREFIXES}theme:a a .", "utf-8")
    with pytest.raises(OntologyError, match=r"t\.ttl:3: no Turtle"):
        concepts.read("t.ttl", THEME)


def test_missing_file(folder: Path) -> None:
    """A missing file is named."""
    with pytest.raises(OntologyError, match=r"t\.ttl: cannot be read; install again"):
        concepts.read("t.ttl", THEME)


@pytest.mark.parametrize(("labels", "number"), [("", 0), ('; skos:prefLabel "一"@zh, "二"@zh', 2)])
def test_label_count(folder: Path, labels: str, number: int) -> None:
    """A concept without its one label is named."""
    (folder / "t.ttl").write_text(f"{PREFIXES}theme:a a skos:Concept {labels} .", "utf-8")
    (description,) = concepts.read("t.ttl", THEME)
    with pytest.raises(OntologyError, match=f"theme/a has {number} values of .*prefLabel instead of one"):
        description.text(f"{SKOS}prefLabel", "zh")
