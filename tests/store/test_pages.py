"""A graph comes whole from a service that keeps rows back, or it is refused."""

import json
import re
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from policygraph.errors import GraphError
from policygraph.rdf import iris
from policygraph.rdf.vocab import VOID
from policygraph.store import Endpoint
from policygraph.store.pages import Pages
from policygraph.store.service import Service

Put = Callable[..., str]

GRAPH = ox.NamedNode("https://example.org/graph")


def _node(name: object) -> ox.NamedNode:
    return ox.NamedNode(f"https://example.org/{name}")


def _star(subjects: int, objects: int) -> list[ox.Quad]:
    """Subjects with so many values each; names of all scripts, an astral one and the empty value among them."""
    values = [ox.Literal(""), *(ox.Literal(f"值{number}", language="zh") for number in range(objects - 1))]
    names = [f"项目{number}" for number in range(subjects - 2)] + ["\U00020bb7", "\uff21"]
    return [ox.Quad(_node(name), _node("p"), value, GRAPH) for name in names for value in values]


def _rows(endpoint: Endpoint, question: str) -> list[ox.QuerySolution]:
    """The rows of an answer. The answer itself belongs to this thread: the frames of an expected error keep none."""
    result = endpoint.query(question)
    assert isinstance(result, ox.QuerySolutions)
    return list(result)


@pytest.mark.parametrize("tells", [True, False])
@pytest.mark.parametrize("cap", [7, 40, 199])
def test_a_graph_is_whole_behind_a_row_cap(sparql: Put, cap: int, tells: bool) -> None:
    """Whether the service tells its cap or not, and even where a subject has more values than an answer has rows."""
    quads = _star(20, 10)
    endpoint = Endpoint(sparql(quads, cap=cap, tells=tells))
    found = list(endpoint.quads())
    assert len(found) == len(quads) == len(endpoint)
    assert set(found) == set(quads)


def test_a_service_that_sorts_few_rows_is_asked_for_few(sparql: Put) -> None:
    """Virtuoso refuses to sort more than 10,000 rows (SR353)."""
    quads = _star(300, 10)
    pages = Pages(Service(sparql(quads, cap=900, sorts=500)), (2_500, 1_500, 400))
    assert {triple.subject for triple in pages.triples(GRAPH.value)} == {quad.subject for quad in quads}


def test_values_that_no_page_can_tell_apart_are_refused(sparql: Put) -> None:
    """One subject and one text in many languages: the cap cannot be got around, and is named with its cure."""
    quads = [
        ox.Quad(_node("s"), _node("p"), ox.Literal("x", language=f"a{n:c}".lower()), GRAPH) for n in range(97, 110)
    ]
    endpoint = Endpoint(sparql(quads, cap=5))
    with pytest.raises(GraphError, match=r"gives too few rows at once .* ResultSetMaxRows in virtuoso\.ini"):
        list(endpoint.quads())


def test_a_service_that_does_not_keep_the_order_is_refused(sparql: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that come twice or out of order mean that others never come."""
    endpoint = Endpoint(sparql(_star(20, 10), cap=40))
    rows = endpoint._service.rows

    def backwards(sparql: str, fields: tuple[tuple[str, str], ...] = ()) -> list[ox.QuerySolution]:
        return rows(sparql, fields)[:: -1 if "ORDER BY" in sparql else 1]

    monkeypatch.setattr(endpoint._service, "rows", backwards)
    with pytest.raises(GraphError, match="does not order names as SPARQL says"):
        list(endpoint.quads())


def test_blank_nodes_beyond_one_answer_are_refused(sparql: Put) -> None:
    """They have no name to go on after; within one answer they are kept, apart for each graph."""
    other = ox.NamedNode("https://example.org/other")
    quads = [
        ox.Quad(ox.BlankNode(f"b{number}"), _node("p"), ox.Literal(str(number)), graph)
        for graph in (GRAPH, other)
        for number in range(10)
    ]
    whole = list(Endpoint(sparql(quads)).quads())
    assert len({quad.subject for quad in whole}) == 20
    with pytest.raises(GraphError, match="has blank nodes"):
        list(Endpoint(sparql(quads, cap=5)).quads())


def test_the_list_of_graphs_has_no_cap(sparql: Put) -> None:
    """More graphs than rows of an answer."""
    quads = [ox.Quad(_node(0), _node("p"), _node(0), _node(f"graph/{number:02}")) for number in range(25)]
    assert len(list(Endpoint(sparql(quads, cap=10)).quads())) == 25


def test_a_graph_that_lost_a_part_is_refused_at_once(sparql: Put, quads: list[ox.Quad]) -> None:
    """It says itself how many triples it has, as a file does."""
    with pytest.raises(GraphError, match=r"is not whole, \d+ of its triples are missing; .* policygraph load"):
        Endpoint(sparql([quad for quad in quads if quad.graph_name != iris.ENTITIES]))
    with pytest.raises(GraphError, match="is not whole"):
        Endpoint(sparql([ox.Quad(*quad.triple) for quad in quads if quad.graph_name != iris.ENTITIES]))


def test_only_the_parts_of_our_graph_are_read(sparql: Put, quads: list[ox.Quad]) -> None:
    """What else a service holds, such as Virtuoso's own triples, is not ours."""
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    entity = next(quad.subject for quad in quads if quad.graph_name == iris.ENTITIES and quad.predicate == label)
    endpoint = Endpoint(sparql([*quads, ox.Quad(entity, label, ox.Literal("foreign"), GRAPH)]))
    assert set(endpoint.quads()) == set(quads)
    assert len(endpoint) == len(set(quads))
    assert not bool(endpoint.query('ASK { ?s rdfs:label "foreign" }'))
    assert not bool(endpoint.query('ASK { GRAPH ?g { ?s rdfs:label "foreign" } }'))


@pytest.mark.parametrize("tells", [True, False])
@pytest.mark.parametrize(
    "question", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE ?s { ?s ?p ?o }"]
)
def test_an_answer_is_whole_behind_a_row_cap(sparql: Put, quads: list[ox.Quad], question: str, tells: bool) -> None:
    """What the service would cut is answered over a copy of the graph."""
    triples = {quad.triple for quad in quads}
    assert len(list(Endpoint(sparql(quads, cap=1_200, tells=tells)).query(question))) == len(triples)


def test_an_answer_that_cannot_be_whole_is_refused(
    sparql: Put, quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A graph too large for a copy: the cap is named with its cure."""
    monkeypatch.setattr("policygraph.store.endpoint.MOST_HERE", 10)
    endpoint = Endpoint(sparql(quads, cap=1_200))
    with pytest.raises(GraphError, match=r"does not give the whole answer, .* ResultSetMaxRows in virtuoso\.ini"):
        endpoint.query("SELECT * { ?s ?p ?o }")


def test_a_question_that_the_service_fails_on_is_answered_here(
    sparql: Put, quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service may hold a question too dear; its reason is told where the graph is too large for a copy."""
    url = sparql(quads, fails="Target")
    assert len(_rows(Endpoint(url), "SELECT ?s { ?s a pg:Target }")) == 3
    monkeypatch.setattr("policygraph.store.endpoint.MOST_HERE", 10)
    with pytest.raises(GraphError, match=r"answers 500 Internal Server Error: Virtuoso 22023 Error SR353: too much$"):
        Endpoint(url).query("SELECT ?s { ?s a pg:Target }")


def test_lists_of_graphs_are_sent_only_where_they_are_needed(
    serve: Callable[..., str], handler: Callable[..., type], quads: list[ox.Quad]
) -> None:
    """Nothing where the default graph is the union; the names once where it is not, and twice for GRAPH."""
    union = handler([*quads, *(ox.Quad(*quad.triple) for quad in quads)])
    apart = handler(quads)
    for made, question, keys in (
        (union, "ASK { ?s a pg:Target }", set()),
        (apart, "ASK { ?s a pg:Target }", {"default-graph-uri"}),
        (apart, "ASK { GRAPH ?g { ?s a pg:Target } }", {"default-graph-uri", "named-graph-uri"}),
    ):
        assert bool(Endpoint(serve(made)).query(question))
        assert made.asked[-1].keys() - {"query"} == keys


def test_whole_decimals_are_given_back_as_written(
    serve: Callable[..., str], handler: Callable[..., type], quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Virtuoso 7 makes them integers, by which it is known; a service that does not is taken at its word."""
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")

    def narrow(quad: ox.Quad) -> ox.Quad:
        value = quad.object
        if isinstance(value, ox.Literal) and value.datatype.value.endswith("#decimal") and "." not in value.value:
            return ox.Quad(quad.subject, quad.predicate, ox.Literal(value.value, datatype=integer), quad.graph_name)
        return quad

    made = handler([narrow(quad) for quad in quads])
    assert set(Endpoint(serve(made)).quads()) != set(quads)

    class Narrowing(made):  # type: ignore[misc, valid-type]
        def _send(self, status: int, sort: str, body: bytes, *more: object) -> None:
            super()._send(
                status,
                sort,
                re.sub(rb'(?<=datatype":"http://www.w3.org/2001/XMLSchema)#decimal', b"#integer", body),
                *more,
            )

    endpoint = Endpoint(serve(Narrowing))
    assert set(endpoint.quads()) == set(quads)
    rows = _rows(Endpoint(serve(Narrowing)), "SELECT ?v { ?q schema:value|schema:minValue ?v }")
    assert {str(row["v"].datatype.value).rpartition("#")[2] for row in rows} == {"decimal"}
    monkeypatch.setattr("policygraph.store.endpoint.MOST_HERE", 10)
    with pytest.raises(GraphError, match=r"large for a copy; write it once with: policygraph export graph\.nq -g URL"):
        Endpoint(serve(Narrowing)).query("ASK { }")


@pytest.mark.parametrize(("value", "truth"), [("1", True), ("0", False), ("true", True)])
def test_ask_may_be_answered_by_a_table(
    serve: Callable[..., str], handler: Callable[..., type], quads: list[ox.Quad], value: str, truth: bool
) -> None:
    """Some versions of Virtuoso name its one cell __ASK_RETVAL."""
    cell = {"r": {"type": "literal", "value": value}}
    table = json.dumps({"head": {"vars": ["r"]}, "results": {"bindings": [cell]}})

    class Tables(handler(quads)):  # type: ignore[misc]
        def _send(self, status: int, sort: str, body: bytes, *more: object) -> None:
            super()._send(status, sort, table.encode() if b'"boolean"' in body else body, *more)

    result = Endpoint(serve(Tables)).query("ASK { ?s a pg:Target }")
    assert isinstance(result, ox.QueryBoolean)
    assert bool(result) is truth


def test_void_counts_are_those_of_the_graph(quads: list[ox.Quad]) -> None:
    """What the tests of wholeness rest on: the sample graph says how many triples it has."""
    (count,) = (quad.object for quad in quads if quad.predicate == VOID.triples)
    assert int(count.value) == len({quad.triple for quad in quads})
