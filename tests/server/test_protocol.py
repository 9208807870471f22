"""What every client may rely on: methods, names of formats, bodies, and words that no format loses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
import rdflib

from policygraph.rdf.vocab import BASE

if TYPE_CHECKING:
    from server.client import Served


_ENTITY = f"{BASE}entity/测试谷二期"
_SELECT = f"SELECT ?label WHERE {{ <{_ENTITY}> rdfs:label ?label }}"
_CONSTRUCT = f"CONSTRUCT {{ <{_ENTITY}> rdfs:label ?label }} WHERE {{ <{_ENTITY}> rdfs:label ?label }}"
_ASK = "ASK { ?t a pg:Target }"


@pytest.mark.parametrize(("path", "methods"), [("/sparql", "GET, HEAD, OPTIONS, POST"), ("/", "GET, HEAD, OPTIONS")])
@pytest.mark.parametrize("which", ["server", "shared"])
def test_options_tells_the_methods(request: pytest.FixtureRequest, which: str, path: str, methods: str) -> None:
    """With CORS and without; an answer that refuses a method tells them too (RFC 9110, 15.5.6)."""
    running: Served = request.getfixturevalue(which)
    told = running.send("OPTIONS", path)
    assert (told.status, told.body, told.headers["allow"]) == (204, b"", methods)
    refused = running.send("DELETE", path)
    assert (refused.status, refused.headers["allow"]) == (405, methods)


def test_head_of_the_endpoint_is_get_without_the_body(server: Served) -> None:
    """Monitors of endpoints ask so."""
    for path in ("/sparql", f"/sparql?{urlencode({'query': _ASK})}"):
        got = server.send("GET", path, headers={"Accept": "*/*"})
        answer = server.send("HEAD", path, headers={"Accept": "*/*"})
        assert (answer.status, answer.body) == (200, b"")
        assert answer.headers["content-type"] == got.headers["content-type"]


# As rdflib, Jena, RDF4J, Comunica and browsers write them; every one must be served whatever the address names.
_ACCEPTS = {
    "application/sparql-results+json, application/json;q=0.9": True,
    "application/sparql-results+xml, text/xml;q=0.2, */*;q=0.1": True,
    "application/xml": None,
    "text/xml": None,
    "application/json": None,
    "text/turtle, application/n-triples;q=0.9": False,
    "text/n3": False,
    "text/rdf+n3, text/turtle;q=0.5": False,
    "application/rdf+xml;q=0.5, application/ld+json;q=0.4": False,
    "*/*": None,
}


@pytest.mark.parametrize("named", [{}, {"format": "pdf"}, {"output": "thrift"}, {"format": "auto", "results": "2"}])
@pytest.mark.parametrize("accept", _ACCEPTS)
def test_a_format_that_there_is_not_leaves_the_header_its_word(
    server: Served, accept: str, named: dict[str, str]
) -> None:
    """A name that nobody knows changes nothing: what the header takes is what comes."""
    rows, triples = server.ask(_SELECT, accept, **named), server.ask(_CONSTRUCT, accept, **named)
    assert rows.status == (406 if _ACCEPTS[accept] is False else 200)
    assert triples.status == (406 if _ACCEPTS[accept] is True and "*/*" not in accept and "json" not in accept else 200)
    assert (rows.media, triples.media) == (server.ask(_SELECT, accept).media, server.ask(_CONSTRUCT, accept).media)


_ALIASES = {
    "application/sparql-results+json": ["json", "JSON", "application/sparql-results+json", "application/json", "srj"],
    "application/sparql-results+xml": [
        "xml",
        "application/sparql-results+xml",
        "application/sparql-results xml",
        "srx",
    ],
    "text/csv": ["csv", "text/csv", "text/csv; charset=utf-8"],
    "text/tab-separated-values": ["tsv", "text/tab-separated-values"],
    "text/turtle": ["turtle", "ttl", "n3", "text/turtle", "text/n3", "text/rdf+n3", "TURTLE", "application/x-turtle"],
    "application/n-triples": ["nt", "ntriples", "n-triples", "application/n-triples"],
    "application/ld+json": ["json-ld", "jsonld", "json", "application/ld+json", "application/ld+json,text/x"],
    "application/rdf+xml": ["rdf", "rdf+xml", "rdf xml", "rdfxml", "rdf/xml", "xml", "application/rdf+xml"],
    "text/html": ["html", "text/html"],
}
_ROWS = {media for media in _ALIASES if media.startswith("application/sparql") or media in {"text/csv", "text/html"}}


@pytest.mark.parametrize("parameter", ["format", "output", "results"])
@pytest.mark.parametrize(("media", "name"), [(media, name) for media, names in _ALIASES.items() for name in names])
def test_a_format_has_all_the_names_that_clients_have_for_it(
    server: Served, parameter: str, media: str, name: str
) -> None:
    """In every parameter that Virtuoso, Jena and Rasqal have for it, whatever the header takes."""
    rows = media in _ROWS or media == "text/tab-separated-values"
    answer = server.ask(_SELECT if rows else _CONSTRUCT, "image/png", **{parameter: name})
    assert (answer.status, answer.media) == (200, media)


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", ';charset="UTF-8"', "; charset=us-ascii", "; x=y"])
@pytest.mark.parametrize("direct", [True, False])
def test_a_body_may_say_that_it_is_utf8(server: Served, charset: str, direct: bool) -> None:
    """In the words that clients have for it."""
    body = _SELECT.encode() if direct else urlencode({"query": _SELECT}).encode()
    media = "application/sparql-query" if direct else "application/x-www-form-urlencoded"
    answer = server.send("POST", "/sparql", body, {"Content-Type": f"{media}{charset}", "Accept": "text/csv"})
    assert (answer.status, "测试谷二期" in answer.text) == (200, True)


@pytest.mark.parametrize(
    ("headers", "problem"),
    [
        ({"Content-Type": "application/sparql-query; charset=utf-16"}, "UTF-8"),
        ({"Content-Type": "application/x-www-form-urlencoded; charset=gb18030"}, "UTF-8"),
        ({"Content-Type": "application/sparql-query; charset*=utf-8''utf-16"}, "UTF-8"),
        ({"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}, "Content-Encoding"),
        ({"Content-Type": "application/sparql-query", "Content-Encoding": "identity, br"}, "Content-Encoding"),
        ({"Content-Type": "multipart/form-data; boundary=x"}, "application/sparql-query"),
        ({"Content-Type": "nonsense"}, "application/sparql-query"),
    ],
)
def test_a_body_that_is_not_read_is_refused(server: Served, headers: dict[str, str], problem: str) -> None:
    """415, with the headers that say what is taken (RFC 9110, 15.5.16)."""
    answer = server.send("POST", "/sparql", _ASK.encode(), headers)
    assert (answer.status, problem in answer.text, answer.text.count("\n")) == (415, True, 1)
    assert answer.headers["accept-encoding"] == "identity"
    assert "application/sparql-query" in answer.headers["accept-post"]


def test_the_formats_of_triples_say_the_same_of_odd_words(server: Served) -> None:
    """What XML has to escape comes back as it was; characters that XML does not have are replaced."""
    word = "a\rb\tc<&>\"'\\u0001 中\\uFFFE"
    query = f"CONSTRUCT {{ <a:s> rdfs:label ?o }} {{ BIND('''{word}''' AS ?o) }}".replace("\r", "\\r")
    expected = "a\rb\tc<&>\"'\x01 中\ufffe".replace("'", "'")
    for media, form in (("text/turtle", "turtle"), ("application/ld+json", "json-ld")):
        told = rdflib.Graph().parse(data=server.ask(query, media).body, format=form)
        assert [str(value) for value in told.objects()] == [expected]
    told = rdflib.Graph().parse(data=server.ask(query, "application/rdf+xml").body, format="xml")
    assert [str(value) for value in told.objects()] == [expected.replace("\x01", "\ufffd").replace("\ufffe", "\ufffd")]


@pytest.mark.parametrize("media", ["xml", "json", "tsv"])
def test_the_formats_of_rows_say_the_same_of_odd_words(server: Served, media: str) -> None:
    """As those of triples do."""
    word = 'a\rb\tc<&>"\x01 中\ufffe'
    held = word.replace("\x01", "\ufffd").replace("\ufffe", "\ufffd") if media == "xml" else word
    body = server.ask("SELECT ?o { BIND('a\\rb\\tc<&>\\\"\\u0001 中\\uFFFE' AS ?o) }", "image/png", format=media).body
    syntax = ox.QueryResultsFormat.from_extension({"xml": "srx", "json": "srj", "tsv": "tsv"}[media])
    assert [row["o"].value for row in ox.parse_query_results(body, format=syntax)] == [held]


@pytest.mark.parametrize(("media", "mark"), [("xml", b"<result>"), ("json", b'{"a":'), ("tsv", b"\n")])
def test_rows_are_bounded_by_their_bytes_alone(published: Served, media: str, mark: bytes) -> None:
    """However many they are: rdflib asks for XML, and walks a graph by one question for all of its triples."""
    many = "SELECT ?a { { ?a pg:year ?y . ?b pg:year ?y } } LIMIT 100001"
    answer = published.ask(many, "image/png", format=media)
    assert (answer.status, answer.body.count(mark)) == (200, 100_001 + (media == "tsv"))


@pytest.mark.parametrize("predicate", ["a:1", "http://example.org/", "http://example.org/1-2", f"{rdflib.RDF}about"])
def test_a_predicate_that_is_no_name_in_xml_is_refused_in_rdf_xml_alone(server: Served, predicate: str) -> None:
    """One line with the cure; nothing that no parser reads is handed out."""
    query = f"CONSTRUCT {{ <a:s> <{predicate}> 1 }} {{}}"
    refused = server.ask(query, "application/rdf+xml")
    assert (refused.status, refused.text.count("\n"), "ask for turtle" in refused.text) == (400, 1, True)
    assert server.ask(query, "text/turtle").status == 200


def test_json_of_an_answer_is_json(server: Served) -> None:
    """For those who ask for ``application/json`` alone."""
    assert json.loads(server.ask(_CONSTRUCT, "application/json").body)[0]["@id"] == _ENTITY
