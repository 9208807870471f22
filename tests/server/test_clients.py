"""The clients that people have, against a server that runs: SPARQLWrapper, rdflib's SPARQLStore, and what YASGUI sends."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from xml.dom.minidom import Document

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDF,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
    SPARQLWrapper2,
)  # fmt: skip
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from policygraph import rdf
from policygraph.rdf.vocab import BASE

if TYPE_CHECKING:
    from policygraph.statements import Corpus
    from server.client import Served

_SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
_PG = rdflib.Namespace(f"{BASE}ontology#")
_ENTITY = rdflib.URIRef(f"{BASE}entity/测试谷二期")
_NAMES = {rdflib.Literal("测试谷二期", lang="zh"), rdflib.Literal("Test Valley Phase II", lang="en")}

_SELECT = f"SELECT ?label WHERE {{ <{_ENTITY}> rdfs:label ?label }}"
_ASK = f"ASK WHERE {{ <{_ENTITY}> rdfs:label '测试谷二期'@zh }}"
_CONSTRUCT = f"CONSTRUCT {{ <{_ENTITY}> rdfs:label ?label }} WHERE {{ <{_ENTITY}> rdfs:label ?label }}"
_DESCRIBE = f"DESCRIBE <{_ENTITY}>"

_FORMATS = [JSON, XML, TURTLE, N3, RDF, RDFXML, CSV, TSV, JSONLD]
# The three ways in which SPARQLWrapper sends a query.
_WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]


def _wrapper(server: Served, query: str, form: str | None, way: tuple[str, str] = _WAYS[0]) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(f"{server.url}/sparql")
    wrapper.setQuery(query)
    if form is not None:
        wrapper.setReturnFormat(form)
    wrapper.setMethod(way[0])
    wrapper.setRequestMethod(way[1])
    return wrapper


def _converted(wrapper: SPARQLWrapper) -> Any:
    with warnings.catch_warnings():
        # Of a format that cannot hold an answer SPARQLWrapper asks for anything, and warns that it does so.
        warnings.simplefilter("ignore")
        return wrapper.queryAndConvert()


def _graph(converted: Any) -> rdflib.Graph:
    """Return the triples that SPARQLWrapper has made of an answer: a graph of its own, or the Turtle as it came."""
    return converted if isinstance(converted, rdflib.Graph) else rdflib.Graph().parse(data=converted, format="turtle")


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("form", [None, *_FORMATS])
def test_sparqlwrapper_constructs_and_describes_in_all_its_formats(
    server: Served, form: str | None, way: tuple[str, str]
) -> None:
    """Each is parsed to the same triples; what cannot hold triples (CSV, TSV) is answered in Turtle."""
    built = _graph(_converted(_wrapper(server, _CONSTRUCT, form, way)))
    assert set(built) == {(_ENTITY, rdflib.RDFS.label, name) for name in _NAMES}
    told = _graph(_converted(_wrapper(server, _DESCRIBE, form, way)))
    assert set(built) < set(told)


@pytest.mark.parametrize(
    ("form", "media"),
    [
        (None, "application/rdf+xml"),
        (XML, "application/rdf+xml"),
        (RDF, "application/rdf+xml"),
        (RDFXML, "application/rdf+xml"),
        (TURTLE, "text/turtle"),
        (N3, "text/turtle"),
        (JSONLD, "application/ld+json"),
        (JSON, "application/ld+json"),
        (CSV, "text/turtle"),
        (TSV, "text/turtle"),
    ],
)
def test_sparqlwrapper_gets_triples_in_the_format_that_it_names(server: Served, form: str | None, media: str) -> None:
    """JSON of triples is JSON-LD, XML of triples is RDF/XML."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _wrapper(server, _CONSTRUCT, form).query().info()["content-type"]
    assert found.partition(";")[0] == media


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("form", [None, *_FORMATS])
def test_sparqlwrapper_selects_and_asks_in_all_its_formats(
    server: Served, form: str | None, way: tuple[str, str]
) -> None:
    """What cannot hold rows (Turtle, RDF/XML, JSON-LD) is answered in JSON."""
    rows = _converted(_wrapper(server, _SELECT, form, way))
    truth = _converted(_wrapper(server, _ASK, form, way))
    if form in {None, XML}:
        assert isinstance(rows, Document)
        literals = rows.getElementsByTagName("literal")
        assert {literal.firstChild.nodeValue for literal in literals} == set(map(str, _NAMES))
        assert truth.getElementsByTagName("boolean")[0].firstChild.nodeValue == "true"
    elif form in {CSV, TSV}:
        assert all(str(name).encode() in rows for name in _NAMES)
        assert truth.strip() == b"true"
    else:
        assert {row["label"]["value"] for row in rows["results"]["bindings"]} == set(map(str, _NAMES))
        assert truth["boolean"] is True


def test_sparqlwrapper_by_negotiation_alone(server: Served) -> None:
    """Without the parameters that name formats."""
    wrapper = _wrapper(server, _CONSTRUCT, N3)
    wrapper.setOnlyConneg(True)
    assert set(_graph(wrapper.queryAndConvert())) == {(_ENTITY, rdflib.RDFS.label, name) for name in _NAMES}


def test_sparqlwrapper_tells_what_is_wrong_with_a_query(server: Served) -> None:
    """The line that the server answers is in its error."""
    with pytest.raises(QueryBadFormed, match="line 1, column"):
        _wrapper(server, "SELECT nonsense {", JSON).query()


def test_sparqlwrapper2_binds_its_rows(server: Served) -> None:
    """The class of SPARQLWrapper that reads JSON into values."""
    wrapper = SPARQLWrapper2(f"{server.url}/sparql")
    wrapper.setQuery(_SELECT)
    assert {(row["label"].value, row["label"].lang) for row in wrapper.query().bindings} == {
        (str(name), name.language) for name in _NAMES
    }


def test_the_default_graph_of_sparqlwrapper_is_what_is_asked(server: Served) -> None:
    """SPARQL 1.1 Protocol, 2.1.4."""
    wrapper = SPARQLWrapper(f"{server.url}/sparql", defaultGraph=f"{BASE}graph/plan-2025", returnFormat=JSON)
    wrapper.setQuery("SELECT ?d { ?d a pg:Document }")
    found: Any = wrapper.queryAndConvert()
    assert [row["d"]["value"] for row in found["results"]["bindings"]] == [f"{BASE}document/plan-2025"]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_selects_and_asks(server: Served, method: str, form: str) -> None:
    """With bindings and namespaces of the caller, in every format that rdflib reads."""
    graph = rdflib.Graph(SPARQLStore(f"{server.url}/sparql", returnFormat=form, method=method))
    rows = graph.query(
        "SELECT ?label WHERE { ?entity a ours:Project ; rdfs:label ?label }",
        initNs={"ours": _PG, "rdfs": rdflib.RDFS},
        initBindings={"entity": _ENTITY},
    )
    # CSV has no languages.
    expected = {rdflib.Literal(str(name)) for name in _NAMES} if form == "csv" else _NAMES
    assert {row.label for row in rows} == expected
    if form in {"xml", "json"}:
        # rdflib reads no boolean in CSV and TSV.
        assert graph.query("ASK { ?t a ours:Target }", initNs={"ours": _PG}).askAnswer is True


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_constructs_and_describes(server: Served, method: str) -> None:
    """In RDF/XML, which rdflib asks for unless it is told otherwise."""
    graph = rdflib.Graph(SPARQLStore(f"{server.url}/sparql", method=method))
    built = graph.query(_CONSTRUCT, initNs={"rdfs": rdflib.RDFS}).graph
    assert set(built) == {(_ENTITY, rdflib.RDFS.label, name) for name in _NAMES}
    assert set(built) < set(graph.query(_DESCRIBE).graph)


def test_rdflib_walks_the_graph(server: Served, corpus: Corpus) -> None:
    """Triples by pattern, their number, a value, and the graph of one document alone."""
    quads = list(rdf.quads(corpus))
    graph = rdflib.Graph(SPARQLStore(f"{server.url}/sparql"))
    assert len(graph) == len({quad.triple for quad in quads})
    assert set(graph.objects(_ENTITY, rdflib.RDFS.label)) == _NAMES
    assert (_ENTITY, rdflib.RDF.type, _PG.Project) in graph
    name = rdflib.URIRef(f"{BASE}graph/plan-2025")
    alone = rdflib.Graph(SPARQLStore(f"{server.url}/sparql"), identifier=name)
    assert len(alone) == len({quad.triple for quad in quads if quad.graph_name.value == str(name)})
    assert name in set(SPARQLStore(f"{server.url}/sparql").contexts())


def test_rdflib_reads_every_resource_and_the_description_of_the_service(server: Served) -> None:
    """It asks for all the formats that it knows, and parses what comes."""
    assert (_ENTITY, rdflib.RDF.type, _PG.Project) in rdflib.Graph().parse(f"{server.url}/entity/测试谷二期")
    service = rdflib.URIRef(f"{server.url}/sparql")
    for form in (None, "turtle", "xml", "json-ld"):
        told = rdflib.Graph().parse(str(service), format=form)
        assert set(told.objects(service, _SD.endpoint)) == {service}


_YASGUI = {"Origin": "https://yasgui.example", "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (_SELECT, "application/sparql-results+json,*/*;q=0.9", "application/sparql-results+json"),
        (_ASK, "application/sparql-results+json,*/*;q=0.9", "application/sparql-results+json"),
        (_CONSTRUCT, "text/turtle,*/*;q=0.9", "text/turtle"),
        (_CONSTRUCT, "application/n-triples,*/*;q=0.9", "application/n-triples"),
        (_DESCRIBE, "text/turtle,*/*;q=0.9", "text/turtle"),
    ],
)
def test_yasgui_is_answered(shared: Served, query: str, accept: str, media: str) -> None:
    """Its editor posts a form with these headers, from a page of another site."""
    answer = shared.send("POST", "/sparql", urlencode({"query": query}).encode(), {**_YASGUI, "Accept": accept})
    assert (answer.status, answer.media) == (200, media)
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", ["/sparql", "/entity/测试谷二期", "/data.nq"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_preflight_allows_what_the_server_knows(shared: Served, path: str, method: str) -> None:
    """Any method that reads, and any header: clients in a browser send headers of their own."""
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": "content-type,x-own,user-agent"}
    answer = shared.send("OPTIONS", path, headers={"Origin": "https://yasgui.example", **asked})
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert method in answer.headers["access-control-allow-methods"].split(", ")
    assert {"content-type", "x-own", "user-agent"} <= set(
        answer.headers["access-control-allow-headers"].replace(" ", "").split(",")
    )
