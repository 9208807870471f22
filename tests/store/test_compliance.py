"""One contract, whatever holds the graph: each test runs against memory, disk and remote endpoints."""

import functools
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph import rdf, store
from policygraph.errors import QueryError
from policygraph.statements import Corpus

Opened = Callable[[str], store.Store]


@pytest.fixture(scope="session")
def opened(
    quads: list[ox.Quad],
    nquads: Path,
    endpoint: str,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Opened:
    """Open the graph of the sample corpus wherever it may be: the same object whenever it is asked for."""

    @functools.cache
    def place(name: str) -> Path | str:
        match name:
            case "file":
                return nquads
            case "folder":
                folder = tmp_path_factory.mktemp("disk") / "store"
                store.save(quads, folder)
                return folder
            case "endpoint":
                return endpoint
            case _:
                url: str = request.getfixturevalue(f"empty_{name}")
                store.load_into(store.Writing(url), store.hold(quads))
                return url

    @functools.cache
    def held(name: str) -> store.Store:
        return store.hold(quads) if name == "quads" else store.open_store(place(name))

    return held


@pytest.fixture(params=["quads", "file", "folder", "endpoint", "oxigraph", "virtuoso"])
def graph(opened: Opened, request: pytest.FixtureRequest) -> store.Store:
    """Each of them in turn."""
    return opened(request.param)


def test_all_quads_are_there(graph: store.Store, quads: list[ox.Quad]) -> None:
    """A graph has the quads that were put into it, and counts them."""
    assert set(graph.quads()) == set(quads)
    assert len(graph) == len(set(quads))


def test_the_statements_can_be_rebuilt(graph: store.Store, corpus: Corpus) -> None:
    """What the documents say comes out of every store."""
    assert set(rdf.corpus(graph.quads()).facts) == set(corpus.facts)


def test_questions_are_put_to_the_union_of_all_graphs(graph: store.Store) -> None:
    """A label from the graph of entities joins a link from the graph of a document, with no word about graphs."""
    result = graph.query("SELECT ?label WHERE { ?e pg:linkedTo ?fact ; rdfs:label ?label } ORDER BY STR(?label)")
    assert isinstance(result, ox.QuerySolutions)
    assert [row["label"].value for row in result] == ["Test Valley Phase II", "测试谷", "测试谷二期"]


def test_a_question_can_name_a_graph(graph: store.Store) -> None:
    """GRAPH tells which document says something."""
    result = graph.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s a pg:Target } }")
    assert [row["g"].value.rpartition("/")[2] for row in result] == ["plan-2025"]


def test_a_question_can_choose_its_own_dataset(graph: store.Store) -> None:
    """FROM narrows the default graph to the one that it names."""
    result = graph.query("SELECT (COUNT(*) AS ?n) FROM graph:entities WHERE { ?s a pg:Target }")
    assert [row["n"].value for row in result] == ["0"]


def test_a_prefix_of_ones_own_wins(graph: store.Store) -> None:
    """The prefixes of the project are defaults, not laws."""
    result = graph.query("PREFIX pg: <http://www.w3.org/2000/01/rdf-schema#>\nASK { ?s pg:label ?o }")
    assert bool(result)


@pytest.mark.parametrize(("name", "there"), [("测试谷二期", True), ("无此项目", False)])
def test_ask_gives_a_boolean(graph: store.Store, name: str, there: bool) -> None:
    """Both answers are answers."""
    result = graph.query(f'ASK {{ ?e a pg:Project ; rdfs:label "{name}"@zh }}')
    assert isinstance(result, ox.QueryBoolean)
    assert bool(result) is there


@pytest.mark.parametrize(
    "question", ["CONSTRUCT { ?s a pg:Fact } WHERE { ?s a pg:Outcome }", "DESCRIBE ?s WHERE { ?s a pg:Link }"]
)
def test_construct_and_describe_give_triples(graph: store.Store, question: str) -> None:
    """Triples come out once each."""
    result = graph.query(question)
    assert isinstance(result, ox.QueryTriples)
    assert len({triple.subject for triple in result}) == 2


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * {\n service silent ?x { ?s ?p ?o } }",
        "ASK { FILTER(1<2)SERVICE pg:x { ?s ?p ?o } }",
        "ASK { ?s ?p 5.SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        'ASK { ?s ?p "it is \\" quoted" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
        "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_other_endpoints_are_not_asked(graph: store.Store, question: str) -> None:
    """SERVICE is refused before anything is sent, however it is spelt."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        graph.query(question)


@pytest.mark.parametrize(
    "question",
    [
        'SELECT * { ?service rdfs:label "SERVICE" } LIMIT 1',
        "SELECT * { ?s <http://example.org/SERVICE> 'service' } # SERVICE",
        "SELECT * { ?s pg:SERVICE ?o }",
        '''SELECT * { ?s ?p """a "SERVICE" b""" }''',
    ],
)
def test_the_word_service_is_free_where_it_is_no_keyword(graph: store.Store, question: str) -> None:
    """Variables, strings, IRIs, names and comments may hold it."""
    assert isinstance(graph.query(question), ox.QuerySolutions)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT"),
        ("PREFIX x: <a:b>\nDELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("drop all", "DROP"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD"),
        ("WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
    ],
)
def test_a_graph_is_only_read(graph: store.Store, question: str, word: str) -> None:
    """Every update is refused, and the graph is as it was."""
    size = len(graph)
    with pytest.raises(QueryError, match=f"{word} is refused: a graph is only read"):
        graph.query(question)
    assert len(graph) == size


@pytest.mark.parametrize(
    ("question", "line", "column", "reason"),
    [
        ("SELECT ?x\nWHERE { ?x foo:bar ?y }", 2, 19, "Prefix not found"),
        ("SELECT ?x (COUNT(*) AS ?n) {?x ?y ?z}", 1, 38, "The SELECT contains a variable that is unbound"),
        ("SELEKT * { }", 1, 10, "expected CONSTRUCT"),
        ("SELECT * { ?s ?p 'open }", 1, 25, "expected"),
        ("", 1, 1, "the query ends or breaks off here"),
    ],
)
def test_a_syntax_error_has_its_place_and_the_bare_reason(
    graph: store.Store, question: str, line: int, column: int, reason: str
) -> None:
    """The message is one line without grammar symbols; line and column are told apart from it."""
    with pytest.raises(QueryError) as caught:
        graph.query(question)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("size", [301, 100_000])
def test_a_bottomless_question_is_refused(graph: store.Store, size: int) -> None:
    """Brackets within brackets would overflow the stack of the parser and end the process."""
    with pytest.raises(QueryError, match=r"brackets; at most|bytes; at most|operators; at most"):
        graph.query(f"ASK {'{' * size}{'}' * size}")


def test_rdflib_sees_the_whole_graph(graph: store.Store, quads: list[ox.Quad]) -> None:
    """The rdflib view has the union as its default graph, and SPARQL over it."""
    dataset = store.open_dataset(graph)
    assert len(dataset) == len({quad.triple for quad in quads})
    (row,) = dataset.query(
        "PREFIX pg: <https://w3id.org/policygraph/ontology#> SELECT (COUNT(?s) AS ?n) WHERE { ?s a pg:Link }"
    )
    assert int(row.n) == 2
    assert len(list(dataset.quads())) == len(set(quads))
