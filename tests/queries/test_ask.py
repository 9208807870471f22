"""Asking a graph: who may ask what, and what is said when it cannot be answered."""

from __future__ import annotations

import subprocess
import sys

import pytest

from command import PATIENCE
from effort import at_most
from policygraph.errors import QueryError, UnknownNameError
from policygraph.queries import ask
from policygraph.store.bounds import MOST_BRACKETS, MOST_BYTES, MOST_OPERATORS, bound

SERVICE = "SERVICE <http://192.0.2.1/sparql> { ?s ?p ?o }"


def test_sparql_and_names_are_told_apart(graph):
    """A text of lower-case words with hyphens is a name; anything else is SPARQL."""
    assert ask(graph, "documents", "csv").startswith("document,title,")
    sparql = "SELECT ?d { ?s a pg:Document ; dcterms:identifier ?d } ORDER BY ?d"
    assert ask(graph, sparql, "csv").splitlines() == ["d", "news", "plan-2025"]


@pytest.mark.parametrize(
    "name", ["pg:Target", "theme:innovation", "indicator:a", "entity:a", "year:a", "place:a", "doc:a", "st:a",
             "rdfs:label", "skos:prefLabel", "prov:Entity", "oa:exact", "schema:value", "dcterms:title", "time:year",
             "xsd:gYear"],
)  # fmt: skip
def test_the_standard_prefixes_need_no_declaration(graph, name):
    """A query may use the prefixes of docs/architecture.md as they are."""
    assert ask(graph, f"ASK {{ FILTER(ISIRI({name})) }}") == "yes\n"


def test_a_prefix_may_be_declared_again(graph):
    """The declaration of the user goes before ours."""
    answer = ask(graph, "PREFIX pg: <urn:mine:> SELECT (STR(pg:a) AS ?iri) {}", "csv")
    assert answer.splitlines() == ["iri", "urn:mine:a"]


def test_an_unknown_question_is_answered_with_the_nearest_names(graph):
    """Who mistypes a name is shown the right one."""
    with pytest.raises(UnknownNameError, match="did you mean targets"):
        ask(graph, "target")


def test_an_unknown_parameter_is_refused_with_the_known_ones(graph):
    """Parameters that a question does not have are no silent no-ops."""
    with pytest.raises(QueryError, match="has no parameter colour; it has: area, theme, year"):
        ask(graph, "targets", params={"colour": "red"})


def test_sparql_has_no_parameters(graph):
    """Parameters belong to named questions."""
    with pytest.raises(QueryError, match="only a named question has parameters"):
        ask(graph, "SELECT * {}", params={"year": 2025})


def test_a_syntax_error_tells_the_place_in_the_users_text(graph):
    """Prefixes that we declare move neither line nor column: the second fault is as far on as it is written."""
    places = []
    for text in ("SELECT * { ?s ?p }", "# 目标\nSELECT *\n  { ?s ?p }"):
        with pytest.raises(QueryError) as caught:
            ask(graph, text)
        places.append((caught.value.line, caught.value.column))
    (first, column), second = places
    assert (first, second) == (1, (3, column - len("SELECT * ") + 2))


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <urn:a> <urn:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "LOAD <file:///etc/passwd>", "DROP ALL",
     "PREFIX a: <urn:a> CLEAR ALL"],
)  # fmt: skip
def test_a_graph_is_only_read(graph, text):
    """An update is refused and changes nothing."""
    before = len(graph)
    with pytest.raises(QueryError):
        ask(graph, text)
    assert len(graph) == before


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ {SERVICE} }}",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "PREFIX a: <http://192.0.2.1/> SELECT * { SERVICE a:b{?s ?p ?o} }",
        "PREFIX a: <http://192.0.2.1/> SELECT * { SERVICE a:{?s ?p ?o} }",
        "SELECT * { ?s ?p 3SERVICE<http://192.0.2.1/>{?s ?p ?o} }",
        "SELECT * { SERVICE # a comment {\n <http://192.0.2.1/> # }\n { ?s ?p ?o } }",
        f"SELECT * {{ FILTER(?a <?b#>'''\n) {SERVICE} #'''\n }}",
        f'SELECT * {{ FILTER(?a<?b#>"""\n) {SERVICE} #"""\n }}',
        "SELECT * { \\u0053ERVICE <http://192.0.2.1/> { ?s ?p ?o } }",
        "SELECT * { \\U00000053ERVICE <http://192.0.2.1/> { ?s ?p ?o } }",
    ],
)
def test_no_other_endpoint_is_asked(text):
    """SERVICE is refused however it is written: spelt with escapes, or dressed as a string or a comment."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        bound(text)


@pytest.mark.parametrize(
    "text",
    ['SELECT * { ?service rdfs:label "service {" }', "SELECT * { ?s a schema:Service . { ?s ?p ?o } } # no service",
     'ASK { BIND("public service" AS ?x) FILTER(STRLEN(?x) > 3) }'],
)  # fmt: skip
def test_the_word_service_is_no_service(graph, text):
    """Variables, classes and strings may hold the word."""
    assert ask(graph, text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("SELECT * {} #" + "文" * (MOST_BYTES // 3), "bytes"),
        ("SELECT * " + "{" * MOST_BRACKETS + "}" * MOST_BRACKETS + "{", "brackets"),
        ("SELECT (1" + "+1" * (MOST_OPERATORS + 1) + " AS ?x) {}", "operators"),
        ("SELECT ('\ud800' AS ?x) {}", "no Unicode text"),
    ],
)
def test_a_query_that_could_exhaust_the_machine_is_refused(text, problem):
    """Size, brackets and operators are bounded before the query is parsed."""
    with pytest.raises(QueryError, match=problem):
        bound(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (1" + "+1" * (MOST_OPERATORS - 10) + " AS ?x) {}",
        "SELECT * {FILTER(?a" + "||?a" * (MOST_OPERATORS // 2 - 10) + ")}",
        "SELECT * {?s (<a:a>" + "|<a:a>" * (MOST_OPERATORS // 3 - 10) + ")* ?o}",
        "SELECT * {FILTER(" + "!" * (MOST_OPERATORS - 10) + "?a)}",
        "SELECT * {{}" + "UNION{}" * (MOST_BRACKETS - 10) + "}",
    ],
)
def test_what_is_let_through_does_not_end_the_process(text):
    """Within the bounds the parser's stack is deep enough: a fresh process survives."""
    bound(text)
    program = "import sys, pyoxigraph as ox; list(ox.Store().query(sys.stdin.read()))"
    assert subprocess.run([sys.executable, "-c", program], input=text.encode(), timeout=PATIENCE).returncode == 0


def test_hostile_text_is_examined_in_linear_time():
    """No text makes the guard itself slow."""
    hostile = ["service", "service ", "service #\n", "#service", "service:", "service ?", "\\u0053ervice", "\\", "#"]
    with at_most(seconds=2):
        for text in hostile:
            for number in (50, MOST_BYTES // len(text)):
                _try(text * number + " " * (MOST_BYTES - len(text) * number))


def test_a_cut_answer_says_so(graph, capsys):
    """More rows than allowed are cut, and standard error says so."""
    answer = ask(graph, "SELECT ?s { ?s ?p ?o }", "csv", rows=10)
    assert len(answer.splitlines()) == 11
    assert "answer cut, it has more than 10 rows" in capsys.readouterr().err


def test_a_whole_answer_says_nothing(graph, capsys):
    """Exactly as many rows as allowed are no cut."""
    assert len(ask(graph, "SELECT ?s { ?s ?p ?o } LIMIT 10", "csv", rows=10).splitlines()) == 11
    assert capsys.readouterr().err == ""


def test_asking_imports_no_library_that_it_does_not_need():
    """The command line starts fast: no rdflib, no networkx, and rich only for tables."""
    program = (
        "import sys, pyoxigraph; from policygraph import queries, store; "
        "queries.ask(store.hold([]), 'SELECT * {}', 'csv'); "
        "print(sorted({'rdflib', 'networkx', 'rich', 'pyshacl'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def _try(text: str) -> None:
    try:
        bound(text)
    except QueryError:
        return
