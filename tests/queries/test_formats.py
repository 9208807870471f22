"""The formats of answers, parsed back with other people's parsers."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import xml.etree.ElementTree as ET
from types import SimpleNamespace
from xml.sax.saxutils import escape

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from policygraph import store
from policygraph.errors import QueryError
from policygraph.queries import FORMATS, ask
from policygraph.queries.answers import Answer, collect
from policygraph.queries.formats import write
from policygraph.queries.mending import Mending, mend
from policygraph.queries.table import show
from policygraph.queries.triples import FORMATS as FORMATS_OF_TRIPLES
from policygraph.queries.triples import write as write_triples

SELECT = "SELECT ?s ?label ?none { ?s a pg:Project ; rdfs:label ?label } ORDER BY LANG(?label)"
CONSTRUCT = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a pg:Project ; rdfs:label ?l }"
ENTITY = "https://w3id.org/policygraph/entity/测试谷二期"

TERMS = st.one_of(
    st.none(),
    st.builds(ox.Literal, st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(ox.Literal, st.text(st.characters(exclude_categories=["Cs"])), language=st.just("zh")),
    st.builds(ox.Literal, st.integers()),
    st.just(ox.NamedNode(ENTITY)),
    st.just(ox.BlankNode("b0")),
)
ROWS = st.lists(st.tuples(TERMS, TERMS), max_size=5)


def answer(rows):
    """Return rows as the answer to a SELECT."""
    return Answer("rows", ("a", "b"), tuple(rows))


@given(ROWS)
def test_json_is_read_back_by_oxigraph(rows):
    """SPARQL results JSON holds every term exactly."""
    assert _parsed(write(answer(rows), "json"), ox.QueryResultsFormat.JSON) == rows


@given(ROWS)
def test_tsv_is_read_back_by_oxigraph(rows):
    """SPARQL results TSV holds every term exactly."""
    assert _parsed(write(answer(rows), "tsv"), ox.QueryResultsFormat.TSV) == rows


@given(ROWS)
def test_xml_is_read_back_by_a_parser_of_xml(rows):
    """SPARQL results XML holds every term, but for characters that XML does not have."""
    root = ET.fromstring(write(answer(rows), "xml"))  # noqa: S314 -- our own document
    name = "{http://www.w3.org/2005/sparql-results#}"
    found = []
    for result in root.iter(f"{name}result"):
        row = {binding.get("name"): binding[0].text or "" for binding in result.iter(f"{name}binding")}
        found.append(tuple(row.get(column) for column in "ab"))
    assert found == [tuple(None if term is None else _in_xml(term.value) for term in row) for row in rows]


def test_xml_is_read_back_by_oxigraph(graph):
    """Types, languages and unbound variables stand where SPARQL results XML has them."""
    rows = _parsed(ask(graph, SELECT, "xml"), ox.QueryResultsFormat.XML)
    assert rows == [
        (ox.NamedNode(ENTITY), ox.Literal("Test Valley Phase II", language="en"), None),
        (ox.NamedNode(ENTITY), ox.Literal("测试谷二期", language="zh"), None),
    ]


@given(ROWS)
def test_csv_is_read_back_by_the_csv_module(rows):
    """SPARQL results CSV holds bare values; unbound and empty look alike."""
    header, *found = csv.reader(io.StringIO(write(answer(rows), "csv"), newline=""))
    assert header == ["a", "b"]
    assert found == [[_in_csv(term) for term in row] for row in rows]


def test_json_is_plain_json(graph):
    """Head and bindings are where every client looks for them."""
    document = json.loads(ask(graph, SELECT, "json"))
    assert document["head"] == {"vars": ["s", "label", "none"]}
    assert document["results"]["bindings"][1] == {
        "s": {"type": "uri", "value": ENTITY},
        "label": {"type": "literal", "xml:lang": "zh", "value": "测试谷二期"},
    }


def test_turtle_is_read_back_by_rdflib(graph):
    """CONSTRUCT gives Turtle with the prefixes that it uses, sorted."""
    text = ask(graph, CONSTRUCT, "turtle")
    assert "@prefix entity:" in text
    assert "@prefix qudt:" not in text
    found = rdflib.Graph().parse(data=text, format="turtle")
    assert {str(label) for label in found.objects()} == {"测试谷二期", "Test Valley Phase II"}
    assert text == ask(graph, CONSTRUCT, "turtle")


def test_describe_gives_turtle(graph):
    """DESCRIBE too gives triples."""
    found = rdflib.Graph().parse(data=ask(graph, f"DESCRIBE <{ENTITY}>", "turtle"), format="turtle")
    assert rdflib.URIRef(ENTITY) in set(found.subjects())


@pytest.mark.parametrize(
    ("query", "form", "problem"),
    [
        (SELECT, "turtle", "SELECT gives rows, which Turtle cannot hold"),
        ("ASK {}", "turtle", "ASK gives yes or no"),
        (CONSTRUCT, "json", "give triples, which SPARQL's json cannot hold"),
        (CONSTRUCT, "xml", "give triples, which SPARQL's xml cannot hold"),
        (SELECT, "yaml", "unknown format: yaml; there are: table, csv, tsv, json, xml, turtle"),
        ("SELECT (<<( <urn:a> <urn:b> 1 )>> AS ?t) {}", "json", "triple term"),
    ],
)
def test_what_a_format_cannot_hold_is_said(graph, query, form, problem):
    """The message names the reason and what to do."""
    with pytest.raises(QueryError, match=problem):
        ask(graph, query, form)


@pytest.mark.parametrize(
    ("form", "expected"), [("table", "no\n"), ("csv", "false"), ("tsv", "false"), ("json", '"boolean":false')]
)
def test_a_boolean_has_every_row_format(graph, form, expected):
    """ASK is answered in the formats of rows."""
    assert expected in ask(graph, "ASK { ?s a <urn:nothing> }", form)


def test_a_boolean_in_xml(graph):
    """SPARQL results XML of an ASK is read back."""
    parsed = ox.parse_query_results(ask(graph, "ASK {}", "xml"), format=ox.QueryResultsFormat.XML)
    assert bool(parsed) is True


def test_triples_can_be_shown_as_rows(graph):
    """CONSTRUCT as a table or CSV has three columns."""
    assert ask(graph, CONSTRUCT, "csv").splitlines()[0] == "subject,predicate,object"
    assert "rdfs:label" in ask(graph, CONSTRUCT, "table")


def test_a_table_shows_iris_by_their_prefix_and_aligns_chinese(graph):
    """Full-width characters take two columns; the second column starts at the same column in every line."""
    table = ask(graph, SELECT, "table")
    header, rule, first, second, count = table.splitlines()
    assert first.startswith("entity:测试谷二期")
    assert count == "(2 rows)"
    starts = {_columns(line[: line.index(word)]) for line, word in ((header, "label"), (first, "Test"))}
    assert starts == {_columns(second[: second.rindex("测试谷二期")])}
    assert set(rule) == {"─"}


def test_a_table_fits_the_terminal(graph):
    """With a width nothing is wider; without one nothing is broken."""
    narrow = ask(graph, "targets", "table", {"year": 2025}, width=60)
    assert max(map(_columns, narrow.splitlines())) <= 60
    assert "开工建设“测试谷”二期，投资5300亿元" in ask(graph, "targets", "table", {"year": 2025})


def test_hostile_text_does_not_steer_the_terminal():
    """Escape sequences, writing direction and markup of documents are shown, not obeyed."""
    quads = [ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("\x1b[31m[bold]红\u202e\n行[/bold]"))]
    table = ask(store.hold(quads), "SELECT ?o { ?s ?p ?o }")
    assert "[bold]红" in table
    assert not any(unicodedata.category(c) in {"Cc", "Cf"} for c in table.replace("\n", ""))
    assert len(table.splitlines()) == 4


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_question_gives_the_same_bytes(graph, form):
    """No clock and no order of hashing shows in an answer."""
    query = CONSTRUCT if form == "turtle" else SELECT
    assert ask(graph, query, form) == ask(graph, query, form)


def test_terms_are_shown_for_people():
    """An IRI of no known namespace stays whole."""
    assert show(ox.NamedNode("https://w3id.org/policygraph/ontology#Target")) == "pg:Target"
    assert show(ox.NamedNode("http://example.org/a")) == "<http://example.org/a>"
    assert show(None) == ""


def _parsed(text, form):
    found = ox.parse_query_results(text, format=form)
    return [tuple(row) for row in found]


def _in_xml(text):
    illegal = {*range(0x20), 0xFFFE, 0xFFFF} - {0x9, 0xA, 0xD}
    return "".join("\ufffd" if ord(character) in illegal else character for character in text)


def _in_csv(term):
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode) else term.value


def _columns(text):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


ODD = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\x01\r\ufffd\ufffe\uffff")))


@given(ODD, st.integers(1, 7))
def test_xml_is_mended_wherever_it_is_cut(text, size):
    """Written piece by piece, within characters too, it is what it is as a whole: XML that holds what XML can hold."""
    document = f"<a>{escape(text)}</a>".encode()
    pieces = []
    into = Mending(SimpleNamespace(write=pieces.append))
    for start in range(0, len(document), size):
        assert into.write(document[start : start + size]) == len(document[start : start + size])
    assert b"".join(pieces) == mend(document)
    assert (ET.fromstring(mend(document)).text or "") == _in_xml(text)  # noqa: S314 -- our own document


@given(st.lists(st.builds(ox.Literal, ODD), max_size=5))
def test_rdf_xml_is_read_back_by_rdflib(values):
    """As SPARQL results XML, but for characters that XML does not have."""
    subject, label = ox.NamedNode(ENTITY), ox.NamedNode(str(rdflib.RDFS.label))
    body = write_triples([ox.Triple(subject, label, value) for value in values], "rdf")
    told = rdflib.Graph().parse(data=body, format="xml")
    assert {str(value) for value in told.objects()} == {_in_xml(value.value) for value in values}


def test_the_formats_of_triples_name_the_same(graph):
    """All parse to the same triples."""
    triples = [ox.Triple(*row) for row in collect(graph.query(CONSTRUCT), 9).rows]
    assert len(triples) == 2
    for form, syntax in FORMATS_OF_TRIPLES.items():
        assert {quad.triple for quad in ox.parse(write_triples(triples, form), format=syntax)} == set(triples)
