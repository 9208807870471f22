"""The ledger in the graph, and the verbs that show it: one question behind both."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from command import Outcome, runner
from policygraph import documents, extraction, rdf, store
from policygraph.extraction import Names
from policygraph.ledger import derive
from policygraph.ledger.panel import records
from policygraph.queries import ask
from policygraph.rdf import iris
from policygraph.rdf.vocab import PROV
from policygraph.statements import Corpus

CASES = Path(__file__).parent / "cases"
VERBS = {
    "ledger": [("ledger",), ("ledger", "--year", "2024", "--verdict", "met")],
    "changes": [("changes",), ("changes", "--from", "2024", "--to", "2025"), ("changes", "--relation", "dropped")],
    "conflicts": [("conflicts",)],
    "cascade": [("cascade", "GDP")],
}


@pytest.fixture(scope="module")
def said() -> Corpus:
    """What the documents of three cases say."""
    folders = [
        CASES / name for name in ("missed_met_exceeded", "in_step_with_another_indicator", "city_above_its_province")
    ]
    names = Names()
    return Corpus(tuple(extraction.read(document, names=names) for document in documents.collect(folders)), ())


@pytest.fixture(scope="module")
def graph_file(said: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their graph as a file."""
    path = tmp_path_factory.mktemp("ledger") / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(said)))
    return path


def test_every_row_is_derived_from_both_sides(said: Corpus) -> None:
    """An entry stands in the graph of the ledger and leads to what it was derived from, all of it described."""
    quads = list(rdf.quads(said))
    subjects = {quad.subject for quad in quads}
    rows = derive(said)
    for row in rows:
        node = iris.statement(row.id)
        sources = {quad.object for quad in quads if quad.subject == node and quad.predicate == PROV.was_derived_from}
        assert len(sources) == (2 if row.b else 1)
        assert sources <= subjects
        assert {quad.graph_name for quad in quads if quad.subject == node} == {iris.LEDGER}
    assert any(not row.a.statement for row in rows)


@pytest.mark.parametrize(("question", "args"), [(name, args) for name, calls in VERBS.items() for args in calls])
def test_a_verb_and_its_question_give_one_answer(
    question: str,
    args: tuple[str, ...],
    graph_file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``policygraph ledger`` shows what the named question ledger gives on any store."""
    options = dict(zip(args[1::2], args[2::2], strict=True)) if args[0] != "cascade" else {"--indicator": args[1]}
    params = {name.removeprefix("--"): value for name, value in options.items()}
    shown = runner(capsys, monkeypatch)(*args, "-g", str(graph_file), "-f", "csv", "--quotes")
    asked = ask(store.open_store(graph_file), question, "csv", params)
    assert shown == Outcome(0, asked, "")


def test_quotes_are_shown_on_demand(
    graph_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --quotes the words stay out; with it they come with document and offsets."""
    run = runner(capsys, monkeypatch)
    bare = json.loads(run("ledger", "-g", str(graph_file), "-f", "json", "--verdict", "met").out)
    full = json.loads(run("ledger", "-g", str(graph_file), "-f", "json", "--verdict", "met", "--quotes").out)
    assert not any(column.startswith("first_") for row in bare for column in row)
    assert all(row["first_quote"] and row["first_document"] and row["first_start"] for row in full)


def test_the_question_holds_the_rows(said: Corpus, graph_file: Path) -> None:
    """Every target of the ledger is a row of the answer."""
    answered = list(csv.DictReader(io.StringIO(ask(store.open_store(graph_file), "ledger", "csv"))))
    rows = [row for row in derive(said) if row.relation == "assessed_by"]
    assert sorted((row["verdict"], row["first_quote"]) for row in answered) == sorted(
        (str(row.verdict), row.a.passage.quote) for row in rows
    )


def test_the_panel_has_one_row_for_area_indicator_and_year(said: Corpus) -> None:
    """With the verdict of the ledger and the words of both sides."""
    panel = records(said, derive(said))
    keys = [(row["area"], row["concept"] or row["indicator"], row["year"], row["unit"]) for row in panel]
    assert len(keys) == len(set(keys))
    (jobs,) = (row for row in panel if row["concept"] == "new-urban-jobs")
    assert (jobs["target_low"], jobs["target_high"], jobs["outcome"], jobs["verdict"]) == (
        100000,
        None,
        120000,
        "exceeded",
    )


def test_the_ledger_survives_the_graph(said: Corpus, graph_file: Path) -> None:
    """What a graph gives back is what was put in, row for row."""
    quads = list(ox.parse(path=str(graph_file), format=ox.RdfFormat.N_QUADS))
    assert rdf.ledger_of(quads, rdf.corpus(quads)) == derive(said)
