"""ontology/labels.tsv: English labels of the names in the embedded sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygraph import resources
from policygraph.errors import OntologyError
from policygraph.ontology import labels
from policygraph.rdf import corpus
from policygraph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygraph.statements import Corpus

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def published() -> Corpus:
    """What the published graph says."""
    return corpus(list(open_store(resources.graph() / "zhengzhou.nq").quads()))


def test_every_entity_of_the_published_graph_has_an_english_label(published: Corpus) -> None:
    """A new one is translated in ontology/labels.tsv: its label, a tab, its English label, in the order of the labels."""
    assert [entity.name for entity in published.entities if not entity.english] == []


def test_every_indicator_of_the_published_graph_has_an_english_label(published: Corpus) -> None:
    """Those of the ontology have it there, those minted from documents in ontology/labels.tsv."""
    minted = {fact.indicator for fact in published.facts if not fact.concept}
    assert sorted(name for name in minted if not labels.english(name)) == []


def test_labels_are_sorted_unique_and_english() -> None:
    """In the order of the Chinese labels; no Chinese character, quotation mark of Chinese or space at an end."""
    rows = (resources.ontology() / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert rows == sorted(set(rows), key=lambda row: row.split("\t")[0])
    assert len({row.split("\t")[0] for row in rows}) == len(rows)
    for label, english in (row.split("\t") for row in rows):
        assert HAN.search(label) or label.isascii()
        assert not HAN.search(english)
        assert english == english.strip()
        assert not re.search(r"[“”「」（）]|  ", english)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of labels that a test writes."""
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    labels.all.cache_clear()
    yield tmp_path / "labels.tsv"
    labels.all.cache_clear()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("label english\n", "the first line must be label and english"),
        ("label\tenglish\n中原科技城\n", "line 2: write a Chinese label, a tab and an English label"),
        ("label\tenglish\n中原科技城\t\n", "line 2: write a Chinese label, a tab and an English label"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(elsewhere: Path, text: str, message: str) -> None:
    """And says what to write."""
    elsewhere.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        labels.english("中原科技城")


def test_a_missing_file_is_an_incomplete_installation(elsewhere: Path) -> None:
    """It comes with the package."""
    assert not elsewhere.exists()
    with pytest.raises(OntologyError, match="install again"):
        labels.english("中原科技城")
