"""Every verb that reads says the same wherever the published graph is; Virtuoso keeps its stock cap of 10,000 rows."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import engines
from command import Outcome, listing, runner
from policygraph import queries, resources, store

PUBLISHED = resources.graph() / "zhengzhou.nq"

_ASKED = [("query", name, "-f", "csv") for name in queries.names()] + [("query", "targets", "-f", "json")]
_LEDGER = [
    ("ledger",), ("ledger", "--verdict", "missed", "--quotes"), ("changes", "-f", "csv"), ("conflicts", "-f", "json"),
    ("cascade", "地区生产总值"), ("trace", "中原科技城"), ("trace", "中原科技城", "-f", "csv", "--quotes"),
    ("area", "郑州"), ("area", "zhengzhou", "--year", "2025", "-f", "json", "--quotes"), ("compare", "地区生产总值增速"),
    ("compare", "粮食产量", "-f", "csv"), ("path", "中原科技城", "中原医学科学城"), ("check",),
    ("query", "ASK { ?s a pg:Target }"), ("query", "ASK { ?s a pg:Nothing }"),
    ("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    ("query", "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY STR(?s) STR(?p) STR(?o) LIMIT 12000", "-f", "csv"),
    ("query", "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }", "-f", "turtle"),
]  # fmt: skip
_WRITTEN = ["graph.nq", "graph.ttl", "graph.graphml", "tables"]

Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published graph behind Oxigraph's own server, whose default graph is not the union."""
    folder = tmp_path_factory.mktemp("published") / "store"
    store.save(store.load(PUBLISHED).quads(), folder)
    with engines.oxigraph(folder, verb="serve-read-only") as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published graph behind Virtuoso as it is shipped."""
    with engines.virtuoso(tmp_path_factory.mktemp("published")) as url:
        store.load_into(store.Writing(url), store.load(PUBLISHED))
        yield url


@pytest.fixture(scope="session")
def folder_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The published graph as a store folder."""
    folder = tmp_path_factory.mktemp("published") / "store"
    store.save(store.load(PUBLISHED).quads(), folder)
    return str(folder)


@pytest.fixture(params=["folder_store", "oxigraph_server", "virtuoso_server"])
def place(request: pytest.FixtureRequest) -> str:
    """Each place but memory in turn."""
    return str(request.getfixturevalue(request.param))


# Files and folders are opened once for all tests; an endpoint each time, so that each verb asks it.
_HELD = functools.cache(store.open_store)
# What the file answers does not change between the places.
_EXPECTED: dict[tuple[str, ...], Outcome] = {}


def _open(where: Path | str) -> store.Store:
    return store.Endpoint(str(where)) if str(where).startswith("http") else _HELD(where)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line."""
    monkeypatch.setattr(store, "open_store", _open)
    return runner(capsys, monkeypatch)


def test_every_question_and_verb_says_the_same(place: str, run: Run) -> None:
    """Rows, order, exit code and what is said beside are those of the file, to the byte."""
    for verb in [*_ASKED, *_LEDGER]:
        expected = _EXPECTED.get(verb) or _EXPECTED.setdefault(verb, run(*verb, "-g", str(PUBLISHED)))
        assert run(*verb, "-g", place) == expected, verb
        assert expected.out, verb


def test_what_is_written_is_the_same_bytes(
    place: str, run: Run, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """An export is whole, with the datatypes that the values were written with; so is the page."""
    here = tmp_path_factory.getbasetemp() / "exported"
    for folder, where in ((here, str(PUBLISHED)), (tmp_path, place)):
        if folder == here and here.exists():
            continue
        folder.mkdir(exist_ok=True)
        for target in _WRITTEN:
            assert run("export", str(folder / target), "-g", where).code == 0
        assert run("view", "-o", str(folder / "index.html"), "-g", where).code == 0
    assert listing(tmp_path) == listing(here)
    assert (tmp_path / "graph.nq").read_bytes() == PUBLISHED.read_bytes()
