"""What a reader has marked in the ledger: judgements.tsv of a lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import errors, pipeline
from policygraph.api.graph import Graph
from policygraph.ledger import derive
from policygraph.ontology import own
from viewer import provinces

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row
    from policygraph.statements import Corpus


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Reports of a few places and two years."""
    return provinces.corpus(tmp_path_factory.mktemp("reports"))


def _marked(folder: Path, said: Corpus, row: str, mark: str, by: str = "", why: str = "") -> dict[str, Row]:
    (folder / "judgements.tsv").write_text(f"row\tmark\tby\twhy\n{row}\t{mark}\t{by}\t{why}\n", encoding="utf-8")
    with own.using(own.read([folder])):
        return {one.id: one for one in derive(said)}


def _first(said: Corpus, relation: str, verdict: str = "") -> Row:
    return next(row for row in derive(said) if row.relation == relation and (not verdict or row.verdict == verdict))


def test_a_verdict_that_is_wrong_is_none_any_more(tmp_path: Path, said: Corpus) -> None:
    """And says what it was, who says so and why; all other rows stay as they are."""
    before = {row.id: row for row in derive(said)}
    missed = _first(said, "assessed_by", "missed")
    after = _marked(tmp_path, said, missed.id, "wrong", "Li", "another scope")
    [changed] = after.keys() - before.keys()
    assert before.keys() - after.keys() == {missed.id}
    assert (after[changed].verdict, after[changed].a, after[changed].b) == ("not assessable", missed.a, None)
    assert after[changed].note == "was missed; marked as wrong by Li: another scope"


def test_what_is_right_says_so(tmp_path: Path, said: Corpus) -> None:
    """The row keeps its id and its verdict; the id may be written as the tables write it."""
    met = _first(said, "assessed_by", "met")
    after = _marked(tmp_path, said, f"st:{met.id}", "right", "Li")
    assert after[met.id].verdict == "met"
    assert after[met.id].note.endswith("confirmed by Li")


def test_a_change_that_is_wrong_goes(tmp_path: Path, said: Corpus) -> None:
    """A target that was lowered, and was not."""
    lowered = _first(said, "lowered")
    assert lowered.id not in _marked(tmp_path, said, lowered.id, "wrong")


def test_a_judgement_on_nothing_changes_nothing(tmp_path: Path, said: Corpus) -> None:
    """The row may be gone because the reader reads better now."""
    assert set(_marked(tmp_path, said, "0123456789abcdef", "wrong")) == {row.id for row in derive(said)}


def test_a_mark_is_right_or_wrong(tmp_path: Path, said: Corpus) -> None:
    """Anything else is told with its file and line."""
    with pytest.raises(errors.LexiconError, match=r"judgements\.tsv:2: mark 'maybe' must be one of right, wrong"):
        _marked(tmp_path, said, "x", "maybe")


def test_a_build_obeys_and_its_graph_is_whole(tmp_path: Path) -> None:
    """The verdict is gone from the graph, which still has what its shapes ask for."""
    (tmp_path / "in").mkdir()
    provinces.write(tmp_path / "in")
    missed = _first(pipeline.corpus(tmp_path / "in"), "assessed_by", "missed")
    words = tmp_path / "words"
    words.mkdir()
    (words / "judgements.tsv").write_text(f"row\tmark\n{missed.id}\twrong\n", encoding="utf-8")
    pipeline.build(tmp_path / "in", tmp_path / "out", lexicon=words)
    graph = Graph(tmp_path / "out")
    rows = [
        row
        for row in graph.ledger(area=missed.area)
        if row["indicator"] == missed.indicator and row["year"] == missed.year
    ]
    assert {row["verdict"] for row in rows} == {"not assessable"}
    assert graph.check() == ()
