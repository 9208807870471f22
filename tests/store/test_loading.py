"""A graph is put behind an endpoint, and a document taken out of it, whole or not at all."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import engines
from command import Outcome
from policygraph import rdf, store
from policygraph.errors import GraphError, UnknownNameError
from policygraph.rdf import iris
from policygraph.statements import Corpus
from policygraph.store import Endpoint, Writing, drop_from, hold, load_into

NEWS = iris.graph("news")


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that can be changed."""
    folder = tmp_path_factory.mktemp(request.param)
    with engines.virtuoso(folder) if request.param == "virtuoso" else engines.oxigraph(folder / "store") as url:
        yield url


@pytest.fixture
def empty(server: str) -> str:
    """The same, emptied of our graphs."""
    writing = Writing(server)
    for graph in (*writing.parts(), iris.DATASET):
        writing.remove(graph)
    return server


@pytest.fixture
def url(server: str, quads: list[ox.Quad]) -> str:
    """The same with the graph of the sample corpus, whatever was there."""
    load_into(Writing(server), hold(quads), replace=True)
    return server


def _break_off(monkeypatch: pytest.MonkeyPatch, writing: Writing, after: int) -> None:
    """Let the connection fail after so many changes."""
    numbers = itertools.count()
    update = writing.service.update

    def fail(sparql: str) -> None:
        if next(numbers) >= after:
            raise GraphError("gone")
        update(sparql)

    monkeypatch.setattr(writing.service, "update", fail)


def test_a_graph_is_there_as_it_was_built(
    empty: str, quads: list[ox.Quad], nquads: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """The same bytes come back, and a second load changes nothing."""
    size = len(set(quads))
    assert run("load", str(nquads), "-g", empty).out == f"{size} statements in 7 graphs: 7 written, 0 there already\n"
    assert run("export", str(tmp_path / "back.nq"), "-g", empty).code == 0
    assert (tmp_path / "back.nq").read_bytes() == nquads.read_bytes()
    assert run("load", str(nquads), "-g", empty).out == f"{size} statements in 7 graphs: 0 written, 7 there already\n"


def test_one_triple_more_or_less_is_mended(url: str, quads: list[ox.Quad]) -> None:
    """A graph of the right size with another triple is not the same graph."""
    writing = Writing(url)
    triple = next(quad.triple for quad in quads if quad.graph_name == NEWS)
    writing.service.update(f"DELETE DATA {{ GRAPH {NEWS} {{ {triple} }} }}")
    writing.service.update(f"INSERT DATA {{ GRAPH {NEWS} {{ {NEWS} {NEWS} {NEWS} }} }}")
    loaded = load_into(writing, hold(quads))
    assert (loaded.written, loaded.there) == (2, 5)
    assert set(Endpoint(url).quads()) == set(quads)


@pytest.mark.parametrize("after", [2, 5, 9])
def test_a_load_that_breaks_off_is_refused_by_readers_and_can_be_finished(
    url: str, quads: list[ox.Quad], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody takes the half for the whole; the next load goes on where the first one was."""
    broken = Writing(url)
    for graph in (iris.graph("plan-2025"), NEWS, iris.LEDGER, iris.DATASET):
        broken.remove(graph)
    _break_off(monkeypatch, broken, after)
    with pytest.raises(GraphError, match="gone"):
        load_into(broken, hold(quads))
    with pytest.raises(GraphError, match="is being changed, and is not whole; finish what was broken off"):
        Endpoint(url)
    loaded = load_into(Writing(url), hold(quads))
    assert loaded.there >= 3
    assert set(Endpoint(url).quads()) == set(quads)


def test_what_a_service_does_not_keep_is_not_put_there(url: str, quads: list[ox.Quad]) -> None:
    """A blank node comes back as another one, or is refused; what had the name is still there, and nothing else."""
    writing = Writing(url)
    with pytest.raises(GraphError, match=r"does not (keep|take)"):
        writing.put(NEWS, [ox.Triple(ox.BlankNode("b"), ox.NamedNode("https://example.org/p"), ox.Literal("x"))])
    assert writing.size(store.writing.STAGE) == 0
    assert set(Endpoint(url).quads()) == set(quads)


def test_other_documents_are_not_removed_unasked(url: str, corpus: Corpus, quads: list[ox.Quad]) -> None:
    """A graph of fewer documents takes the place of another one only if that is said."""
    plan = next(reading for reading in corpus.readings if reading.document.name == "plan-2025")
    fewer = set(rdf.quads(Corpus(readings=(plan,), entities=corpus.entities)))
    with pytest.raises(GraphError, match=r"has 1 documents that this graph has not \(news\); .*--replace"):
        load_into(Writing(url), hold(fewer))
    assert set(Endpoint(url).quads()) == set(quads)
    assert load_into(Writing(url), hold(fewer), replace=True).removed == 1
    assert set(Endpoint(url).quads()) == fewer


def test_only_a_graph_of_ours_is_loaded(server: str, quads: list[ox.Quad]) -> None:
    """Triples without their named graphs would be read by nobody."""
    with pytest.raises(GraphError, match="does not list its parts"):
        load_into(Writing(server), hold(ox.Quad(*quad.triple) for quad in quads))
    with pytest.raises(GraphError, match="holds more than its parts"):
        load_into(Writing(server), hold([*quads, ox.Quad(NEWS, NEWS, NEWS)]))


def test_a_document_is_taken_out_with_all_that_rests_on_it(
    url: str, quads: list[ox.Quad], nquads: Path, run: Callable[..., Outcome]
) -> None:
    """What remains is a graph of ours that says what the others say, and nothing names the document any more."""
    assert run("drop", "news", "-g", url).out.startswith("news is out: ")
    left = set(Endpoint(url).quads())
    names = (iris.document("news").value, NEWS.value, "https://w3id.org/policygraph/passage/news/")
    assert not [quad for quad in left for name in names if name in str(quad)]
    assert {q for q in left if q.graph_name == iris.graph("plan-2025")} == {
        q for q in quads if q.graph_name == iris.graph("plan-2025")
    }
    assert {quad.subject for quad in left} <= {quad.subject for quad in quads}
    nodes = {quad.subject for quad in left} | {iris.document("news")}
    known = {quad.subject for quad in quads}
    assert {q.object for q in left if q.object in known} <= nodes
    graph = rdf.corpus(left)
    assert [reading.document.name for reading in graph.readings] == ["plan-2025"]
    assert [entity.name for entity in graph.entities] == ["测试谷二期"]
    rdf.ledger_of(left, graph)
    assert run("check", "-g", url).code == 0
    with pytest.raises(UnknownNameError, match=r"unknown document: news; did you mean plan-2025|no document"):
        drop_from(Writing(url), "news")


@pytest.mark.parametrize("after", [2, 7, 11])
def test_a_drop_that_breaks_off_can_be_finished(
    url: str, quads: list[ox.Quad], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then readers refuse the graph; in the end it is as if nothing had happened."""
    drop_from(Writing(url), "news")
    expected = set(Endpoint(url).quads())
    load_into(Writing(url), hold(quads))
    broken = Writing(url)
    _break_off(monkeypatch, broken, after)
    with pytest.raises(GraphError, match="gone"):
        drop_from(broken, "news")
    with pytest.raises(GraphError, match="is being changed"):
        Endpoint(url)
    drop_from(Writing(url), "news")
    assert set(Endpoint(url).quads()) == expected


def test_a_service_that_takes_no_changes_says_how_it_would(sparql: Callable[..., str], quads: list[ox.Quad]) -> None:
    """The test server knows no updates."""
    with pytest.raises(GraphError, match=r"does not take the change .*no query.* --update$") as caught:
        load_into(Writing(sparql([])), hold(quads))
    assert "\n" not in str(caught.value)


def test_nothing_but_an_endpoint_is_loaded_into(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """A file is no place to load into."""
    done = run("load", "-g", str(tmp_path / "graph.nq"))
    assert done.code == 2
    assert "is no http or https address" in done.err


def test_the_stage_is_no_graph_of_ours() -> None:
    """What is half written has a name that no document can have."""
    assert not store.writing.STAGE.value.startswith("https://w3id.org/policygraph/graph/")
