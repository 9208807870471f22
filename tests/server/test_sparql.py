"""The endpoint speaks SPARQL 1.1 Protocol, queries only."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from policygraph import queries, rdf

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.statements import Corpus
    from server.client import Served

_SELECT = "SELECT ?name { ?e a pg:Project ; rdfs:label ?name } ORDER BY ?name"
_CONSTRUCT = "CONSTRUCT { ?e a pg:Project } WHERE { ?e a pg:Project }"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_JSON = "application/sparql-results+json"


def _names(answer) -> list[str]:
    assert answer.status == 200, answer.text
    return [row["name"]["value"] for row in json.loads(answer.body)["results"]["bindings"]]


def test_a_question_may_come_in_three_ways(server: Served) -> None:
    """SPARQL 1.1 Protocol, 2.1: by GET, by POST as a form, by POST as it is."""
    form = server.send("POST", "/sparql", urlencode({"query": _SELECT}).encode(), {**_FORM, "Accept": _JSON})
    bare = {"Content-Type": "application/sparql-query; charset=utf-8", "Accept": _JSON}
    direct = server.send("POST", "/sparql", _SELECT.encode(), bare)
    assert _names(server.ask(_SELECT)) == ["Test Valley Phase II", "测试谷二期"]
    assert form.body == direct.body == server.ask(_SELECT).body


@pytest.mark.parametrize(
    ("accept", "media", "text"),
    [
        (_JSON, _JSON, '"value":"测试谷二期"'),
        ("application/json", _JSON, '"value":"测试谷二期"'),
        ("*/*", _JSON, '"value":"测试谷二期"'),
        (
            "application/sparql-results+xml",
            "application/sparql-results+xml",
            '<literal xml:lang="zh">测试谷二期</literal>',
        ),
        ("text/csv", "text/csv", "name\r\nTest Valley Phase II\r\n测试谷二期\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", '"测试谷二期"@zh'),
        ("text/turtle, text/csv;q=0.1", "text/csv", "测试谷二期"),
    ],
)
def test_rows_come_in_the_format_that_is_asked_for(server: Served, accept: str, media: str, text: str) -> None:
    """Of several the best that can hold rows."""
    answer = server.ask(_SELECT, accept)
    assert (answer.status, answer.media, answer.headers["vary"]) == (200, media, "Accept, Accept-Language")
    assert text in answer.text


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("*/*", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_come_in_the_format_that_is_asked_for(server: Served, accept: str, form: ox.RdfFormat) -> None:
    """CONSTRUCT and DESCRIBE."""
    assert len(list(ox.parse(server.ask(_CONSTRUCT, accept).body, format=form))) == 1
    described = server.ask("DESCRIBE <https://w3id.org/policygraph/entity/测试谷二期>", accept)
    assert len(list(ox.parse(described.body, format=form))) > 4


@pytest.mark.parametrize(("accept", "text"), [(_JSON, "true"), ("text/csv", "true"), ("*/*", "true")])
def test_ask_gives_a_boolean(server: Served, accept: str, text: str) -> None:
    """In every format of rows."""
    assert text in server.ask("ASK { ?s a pg:Target }", accept).text


@pytest.mark.parametrize(
    ("sparql", "accept"), [(_SELECT, "text/turtle"), (_CONSTRUCT, "text/csv"), (_SELECT, "image/png")]
)
def test_what_no_format_can_hold_is_not_acceptable(server: Served, sparql: str, accept: str) -> None:
    """The line says what there is."""
    answer = server.ask(sparql, accept)
    assert (answer.status, answer.text.count("\n")) == (406, 1)


def test_a_format_in_the_address_goes_before_the_header(server: Served) -> None:
    """So that a link can be sent to somebody; what names no format, or one that cannot hold the answer, leaves it."""
    assert server.ask(_SELECT, "text/html", format="csv").media == "text/csv"
    assert server.ask(_SELECT, "text/html", format="pdf").media == "text/html"
    assert server.ask(_CONSTRUCT, "text/turtle", format="csv").media == "text/turtle"
    assert server.ask(_SELECT, "image/png", format="pdf").status == 406


@pytest.mark.parametrize(
    ("sparql", "problem"),
    [
        ("SELECT ?s {\n ?s ?p }", "line 2, column 9: "),
        ("SELECT nonsense", "line 1, column 16: "),
        ("SELECT ?s { ?s a no:Thing }", "Prefix not found"),
        ("", "line 1, column 1: "),
    ],
)
def test_a_malformed_query_is_refused_with_its_place(server: Served, sparql: str, problem: str) -> None:
    """One line, as text; 400 is the protocol's word for it."""
    answer = server.ask(sparql)
    assert (answer.status, answer.media) == (400, "text/plain")
    assert problem in answer.text
    assert answer.text.count("\n") == 1


def test_the_prefixes_of_the_graph_are_known_and_the_default_graph_is_the_union(server: Served, corpus: Corpus) -> None:
    """As for ``policygraph query``."""
    triples = {quad.triple for quad in rdf.quads(corpus)}
    answer = server.ask("SELECT (COUNT(*) AS ?name) { ?s ?p ?o }")
    assert _names(answer) == [str(len(triples))]


@pytest.mark.parametrize(
    ("dataset", "rows"),
    [
        ({"default-graph-uri": ["graph/plan-2025"]}, 1),
        ({"default-graph-uri": ["graph/news"]}, 1),
        ({"default-graph-uri": ["graph/plan-2025", "graph/news"]}, 2),
        ({"default-graph-uri": ["graph/entities"]}, 0),
        ({"named-graph-uri": ["graph/news"]}, 0),
    ],
)
def test_a_request_may_name_its_dataset(server: Served, dataset: dict[str, list[str]], rows: int) -> None:
    """SPARQL 1.1 Protocol, 2.1.4: then nothing else is asked, whatever the query says."""
    query = "SELECT ?name FROM <https://example.org/> { ?d a pg:Document ; dcterms:identifier ?name }"
    fields = {key: [f"https://w3id.org/policygraph/{name}" for name in names] for key, names in dataset.items()}
    body = urlencode({"query": query, **fields}, doseq=True).encode()
    assert len(_names(server.send("POST", "/sparql", body, {**_FORM, "Accept": _JSON}))) == rows


def test_a_dataset_is_named_by_iris(server: Served) -> None:
    """Anything else is malformed."""
    answer = server.ask(_SELECT, **{"default-graph-uri": "no iri"})
    assert (answer.status, "no IRI" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("POST", "/sparql", b"update=DELETE+WHERE+%7B%7D", _FORM, 403),
        ("POST", "/sparql", b"DROP ALL", {"Content-Type": "application/sparql-update"}, 403),
        ("POST", "/sparql", b"query=DELETE+WHERE+%7B+%3Fs+%3Fp+%3Fo+%7D", _FORM, 400),
        ("POST", "/sparql", b"{}", {"Content-Type": "application/json"}, 415),
        ("POST", "/sparql", b"", {}, 415),
        ("POST", "/sparql", b"", _FORM, 400),
        ("POST", "/sparql", b"\xff\xfe", {"Content-Type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"query=%FF", _FORM, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}, 400),
        ("PUT", "/sparql", b"", {}, 405),
        ("DELETE", "/sparql", None, {}, 405),
    ],
)
def test_what_is_no_query_is_refused(
    server: Served, method: str, path: str, body: bytes | None, headers: dict[str, str], status: int
) -> None:
    """With the status that says why."""
    answer = server.send(method, path, body, headers)
    assert answer.status == status
    # What is no method is told by the page for all addresses, the rest in a line.
    assert answer.media == ("text/html" if status == 405 else "text/plain")


def test_without_a_query_programs_get_a_description_and_people_a_form(server: Served) -> None:
    """SPARQL 1.1 Service Description; the form has every named question as an example."""
    told = server.get("/sparql", "*/*")
    triples = list(ox.parse(told.body, format=ox.RdfFormat.TURTLE, base_iri=f"{server.url}/sparql"))
    assert told.media == "text/turtle"
    assert any(str(triple.predicate).endswith("#endpoint>") for triple in triples)
    page = server.get("/sparql")
    assert page.media == "text/html"
    assert all(queries.question(name).chinese in page.text for name in queries.names())


def test_a_browser_gets_the_answer_as_a_table(server: Served) -> None:
    """IRIs are links to their pages, and the answer can be taken in every format."""
    page = server.ask("SELECT ?e ?name { ?e a pg:Project ; rdfs:label ?name }", "text/html,*/*;q=0.8").text
    assert '<a href="/entity/%E6%B5%8B%E8%AF%95%E8%B0%B7%E4%BA%8C%E6%9C%9F">entity:测试谷二期</a>' in page
    assert "<td>测试谷二期</td>" in page
    assert "format=csv" in page
    assert "是" in server.ask("ASK { ?s ?p ?o }", "text/html").text
    assert '<th scope="col">predicate</th>' in server.ask(_CONSTRUCT, "text/html").text
    wrong = server.ask("SELECT nonsense", "text/html")
    assert (wrong.status, wrong.media) == (400, "text/html")
    assert 'role="alert">line 1' in wrong.text


@pytest.mark.parametrize(
    "sparql",
    [_SELECT, _CONSTRUCT, "ASK {}", "SELECT ?subject ?predicate ?object { ?subject ?predicate ?object } LIMIT 9"],
)
def test_every_download_of_an_answer_works(server: Served, sparql: str) -> None:
    """The page offers only formats that can hold it."""
    links = re.findall(r'href="(/sparql[^"]*format=(?!html)[^"]*)"', server.ask(sparql, "text/html").text)
    assert len(links) > 2
    for link in links:
        assert server.get(unescape(link)).status == 200, link


@pytest.mark.parametrize("name", queries.names())
def test_every_example_can_be_asked(published: Served, name: str) -> None:
    """And gives a program the rows that the command line gives."""
    answer = published.ask(queries.question(name).text, "text/csv")
    assert answer.status == 200
    assert next(csv.reader(io.StringIO(answer.text)))


def test_a_store_folder_is_served_too(corpus: Corpus, tmp_path: Path) -> None:
    """Graphs that do not fit in memory are kept so; both processes read the folder."""
    from policygraph import store
    from server.client import served

    store.save(rdf.quads(corpus), tmp_path / "folder")
    with served("-g", str(tmp_path / "folder")) as running:
        assert _names(running.ask(_SELECT)) == ["Test Valley Phase II", "测试谷二期"]
        assert running.get("/entity/测试谷二期").status == 200
