"""Graphs that are not ours, or no longer whole: every verb says so in one line, and none takes silence for an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from command import Outcome, runner
from policygraph import rdf
from policygraph.rdf import iris

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from policygraph.statements import Corpus

    Run = Callable[..., Outcome]

READING = {
    "ledger": ("ledger",),
    "changes": ("changes",),
    "conflicts": ("conflicts",),
    "cascade": ("cascade", "2025"),
    "area": ("area", "测试市"),
    "compare": ("compare", "研发投入强度"),
    "trace": ("trace", "测试谷"),
    "path": ("path", "测试谷", "创新"),
    "view": ("view", "-o", "page.html"),
    "tables": ("export", "tables"),
    "panel": ("export", "panel", "-f", "panel"),
    "turtle": ("export", "graph.ttl"),
    "coverage": ("coverage",),
    "question": ("query", "targets"),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return runner(capsys, monkeypatch)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A graph of somebody else."""
    path = tmp_path / "foreign.nq"
    path.write_text('<http://ex/a> <http://ex/p> "v" <http://ex/g> .\n', encoding="utf-8")
    return path


@pytest.fixture
def lines(corpus: Corpus) -> list[str]:
    """The graph of the sample corpus, line by line."""
    return rdf.serialise(rdf.quads(corpus)).decode("utf-8").splitlines(keepends=True)


def told(outcome: Outcome) -> str:
    """Return the one line on standard error of a command that wrote nothing else."""
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    return line


@pytest.mark.parametrize("verb", READING)
def test_a_graph_without_our_documents_is_refused(verb: str, foreign: Path, run: Run) -> None:
    """No rows would look like an answer: there is no target in it, so none was set."""
    outcome = run(*READING[verb], "-g", str(foreign))
    assert (outcome.code, told(outcome)) == (
        2,
        f"policygraph: {foreign}: holds no document of Policygraph; give a graph that policygraph build has written",
    )
    assert sorted(path.name for path in foreign.parent.iterdir()) == ["foreign.nq"]


def test_any_graph_may_be_asked_with_sparql(foreign: Path, run: Run) -> None:
    """Free questions are not ours to judge."""
    outcome = run("query", "SELECT ?v { ?a ?p ?v }", "-f", "csv", "-g", str(foreign))
    assert (outcome.code, outcome.out.split()) == (0, ["v", "v"])


def test_check_finds_that_a_graph_is_not_ours(foreign: Path, run: Run) -> None:
    """A check that nothing can fail says nothing."""
    outcome = run("check", "-g", str(foreign))
    assert (outcome.code, outcome.err) == (1, "policygraph: 1 violation\n")
    assert outcome.out.startswith(f"document: {iris.DATASET.value}: holds no document of Policygraph;")


def test_check_finds_that_a_document_is_lost(lines: list[str], tmp_path: Path, run: Run) -> None:
    """The graph counts its triples: what no verb loads, check tells with the name of the document."""
    path = tmp_path / "lost.nq"
    graph = f"<{iris.graph('news').value}> .\n"
    path.write_text("".join(line for line in lines if not line.endswith(graph)), encoding="utf-8")
    outcome = run("check", "-g", str(path))
    assert (outcome.code, outcome.err) == (1, "policygraph: 1 violation\n")
    assert re.fullmatch(
        r"graph: .*lost\.nq: is cut off, \d+ of its triples are missing, the documents news among them; nothing was "
        r"loaded, build the graph again\n",
        outcome.out,
    )
    outcome = run("ledger", "-g", str(path))
    assert (outcome.code, "is cut off" in told(outcome)) == (2, True)


def test_check_finds_a_lost_document_though_nothing_counts_the_triples(
    lines: list[str], tmp_path: Path, run: Run
) -> None:
    """Its part of the graph is listed still."""
    path = tmp_path / "lost.nq"
    graph = iris.graph("news").value
    kept = [line for line in lines if not line.endswith(f"<{graph}> .\n") and "void#triples" not in line]
    path.write_text("".join(kept), encoding="utf-8")
    outcome = run("check", "-g", str(path))
    assert outcome.code == 1
    assert (
        f"document: {graph}: is counted as a part of the graph, but holds nothing; build the graph again" in outcome.out
    )
    assert f"document: {iris.document('news').value}: is listed as a source of the graph, but not held" in outcome.out


@pytest.mark.parametrize("count", ["9" * 5000, "many", "-5", "1.5"])
@pytest.mark.parametrize("verb", ["check", "ledger"])
def test_a_count_that_is_none_is_told(verb: str, count: str, lines: list[str], tmp_path: Path, run: Run) -> None:
    """A number of any length, or none, ends in one line."""
    path = tmp_path / "count.nq"
    text = re.sub(r'(void#triples> )"\d+"', rf'\1"{count}"', "".join(lines))
    path.write_text(text, encoding="utf-8")
    outcome = run(verb, "-g", str(path))
    assert outcome.code == (1 if verb == "check" else 2)
    (line,) = (outcome.out if verb == "check" else outcome.err).splitlines()
    assert re.search(r"count\.nq: says that it has “.{1,21}” triples, which is no number of them; build it again", line)


@pytest.mark.parametrize("issued", ["soon", "2025-02-30", "20x5", "9" * 5000, ""])
@pytest.mark.parametrize("verb", ["view", "tables", "path"])
def test_a_date_that_is_none_is_told_with_its_document(
    verb: str, issued: str, lines: list[str], tmp_path: Path, run: Run
) -> None:
    """The node, what is wrong with it, and how to find the rest."""
    path = tmp_path / "date.nq"
    path.write_text(re.sub(r'(terms/issued> )"[^"]*"', rf'\1"{issued}"', "".join(lines)), encoding="utf-8")
    outcome = run(*READING[verb], "-g", str(path))
    assert outcome.code == 2
    assert re.fullmatch(
        rf"policygraph: {iris.document('news').value}: '.{{0,31}}' is no date of issue; it is YYYY, YYYY-MM or "
        r"YYYY-MM-DD; see what else is wrong with: policygraph check",
        told(outcome),
    )


@pytest.mark.parametrize("url", ["http://[", "http://localhost:99999/", "http:///query", "http://a b/"])
@pytest.mark.parametrize("verb", ["check", "ledger", "view"])
def test_what_is_no_address_is_told(verb: str, url: str, run: Run) -> None:
    """One line that shows it and says how one is written."""
    outcome = run(verb, "-g", url)
    assert outcome.code == 2
    assert told(outcome).startswith(f"policygraph: {url}: is no http or https address (")


@pytest.mark.parametrize(
    "kept", ["[" * 100_000, "{}", "[]", '{"documents": [{"document": "a", "fates": 1}]}', "null", "\udcff"]
)
def test_a_coverage_that_is_none_is_told(kept: str, lines: list[str], tmp_path: Path, run: Run) -> None:
    """Whatever stands in the file that a build keeps beside its graph."""
    (tmp_path / "graph.nq").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "coverage.json").write_bytes(kept.encode("utf-8", "surrogateescape"))
    outcome = run("coverage", "-g", "graph.nq")
    assert (outcome.code, told(outcome)) == (
        2, "policygraph: coverage.json: no coverage is kept there; give the documents themselves",
    )  # fmt: skip
