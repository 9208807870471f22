"""The named questions: files, parameters, and what they answer on the sample corpus."""

from __future__ import annotations

import csv
import io

import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql
from hypothesis import given
from hypothesis import strategies as st

from policygraph import files, rdf, resources, store
from policygraph.errors import OntologyError, QueryError, UnknownNameError
from policygraph.queries import answered, ask, load, names, question
from policygraph.queries.literals import literal
from policygraph.queries.named import read
from policygraph.queries.resolving import resolved

# No escape, quote or bracket of SPARQL is left out of what is tried.
HOSTILE = st.text(st.sampled_from("\\\"'uU0259CcnN{}<>#?$.\n\r\t \x00科技城VALUES_"), max_size=40)
WORDS = st.one_of(st.text(), HOSTILE)

FIXED = [
    '"', "\\", '\\"', '" } SELECT', "\\u0022", "\\\\u0022", "\\U00000022", "'''", "\n", "\r\n", "UNDEF",
    'x" } VALUES ?asked_indicator { "y', "VALUES ?asked_indicator { 1 }", "x # if indicator",
    "\\1", "\\g<0>", "中原科技城", "\x00", "\u2028",
]  # fmt: skip


def rows(graph, name, **params):
    """Return the answer to a named question as dictionaries."""
    return list(csv.DictReader(io.StringIO(ask(graph, name, "csv", params))))


def published():
    """Return the published graph."""
    return store.open_store(resources.graph() / "zhengzhou.nq")


@pytest.fixture(scope="module", name="published")
def _published():
    return published()


@pytest.mark.parametrize("name", names())
def test_a_question_with_its_defaults_is_its_file(published, name):
    """The comments of a file tell the same defaults as its query, so that it runs as it stands in any engine.

    Run as a program, this file writes what its defaults mean in the published graph into each question.
    """
    assert load(name, published, {}) == question(name).text, "python tests/queries/test_named.py"


@pytest.mark.parametrize("name", names())
def test_only_what_is_asked_for_is_in_a_question(published, name):
    """Asked for everything, no parameter is compared with anything: neither its block nor a clause of it is left."""
    text = load(name, published, dict.fromkeys(question(name).defaults, ""))
    assert "?asked_" not in "".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def test_a_parameter_is_asked_for_by_the_key_of_what_it_names(graph):
    """Under whatever name, an entity is its IRI, a theme itself and all below it, and a year that year."""
    named = {
        load("mentions", graph, {"entity": name}) for name in ("测试谷二期", "“测试谷”二期", "TEST valley phase II")
    }
    (text,) = named
    assert "VALUES ?asked_entity { <https://w3id.org/policygraph/entity/测试谷二期> }" in text
    assert "VALUES ?asked_year { <https://w3id.org/policygraph/year/2025> }" in load("targets", graph, {"year": 2025})
    below = resolved(graph, "theme", "创新")
    assert "<https://w3id.org/policygraph/theme/innovation>" in below.split()
    assert resolved(graph, "theme", "INNOVATION") == below


@pytest.mark.parametrize("sort", ["area", "called", "code", "entity", "theme", "type", "year"])
def test_what_a_graph_does_not_have_is_nothing(graph, sort):
    """No name is taken for another one."""
    assert resolved(graph, sort, "没有这个名称") == ""


def test_what_nothing_has_the_name_of_is_answered_with_no_rows(graph):
    """An empty block joins with nothing."""
    assert answered(graph, "mentions", {"entity": "没有这个实体"}).rows == ()


@pytest.mark.parametrize("name", names())
def test_a_question_declares_its_prefixes_for_other_engines(name):
    """rdflib, which predeclares nothing of ours, reads every file."""
    rdflib.plugins.sparql.prepareQuery(question(name).text, initNs={})


@pytest.mark.parametrize("name", names())
def test_a_question_can_be_asked_for_everything(graph, name):
    """With every parameter empty each question still runs."""
    assert ask(graph, name, "csv", dict.fromkeys(question(name).defaults, ""))


def test_an_unknown_question_offers_the_nearest():
    """The error names what there is."""
    with pytest.raises(UnknownNameError) as caught:
        question("lifecycles")
    assert "lifecycle" in caught.value.nearest


def test_an_unknown_parameter_is_refused(graph):
    """No parameter is ignored."""
    with pytest.raises(QueryError, match="targets has no parameter yeer"):
        load("targets", graph, {"yeer": 2025})


@pytest.mark.parametrize("words", FIXED)
def test_words_that_look_like_sparql_stay_words(words):
    """The fixed cases of the property below."""
    assert _bound(words) == words


@given(WORDS)
def test_no_name_can_break_out_of_the_query(words):
    """Whatever words are given, the query reads exactly that string, and nothing else changes."""
    assert _bound(words) == words


@given(st.one_of(st.text(min_size=1), HOSTILE.filter(bool)))
def test_whatever_an_entity_is_called_it_is_found(words):
    """The look-up reads exactly that string: it finds the entity, and not another one."""
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    entity, other = ox.NamedNode("urn:policygraph:this"), ox.NamedNode("urn:policygraph:other")
    quads = [ox.Quad(entity, label, ox.Literal(words)), ox.Quad(other, label, ox.Literal(f"{words}科"))]
    found = resolved(store.hold(quads), "entity", words).split()
    assert str(entity) in found
    assert str(other) not in found


@given(HOSTILE)
def test_any_name_can_be_asked_for(graph, words):
    """No name is mistaken for a part of the query on the way to the store: it is just not there."""
    assert rows(graph, "mentions", entity=f"x{words}") == []


@given(WORDS)
def test_a_reader_that_takes_escapes_first_sees_the_same_string(words):
    """Engines that replace codepoint escapes before they parse (SPARQL 1.1, 19.2) cannot be fooled either.

    rdflib is one of them.
    """
    parsed = rdflib.plugins.sparql.prepareQuery(f"SELECT * {{ VALUES ?x {{ {literal(words)} }} }}")
    found = rdflib.Graph().query(parsed)
    assert [str(row.x) for row in found] == [words]


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_value_is_never_read_as_a_place_of_another(first, second):
    """Parameters are put in at once, so that one value cannot hold the place of the other."""
    indicator = f"{first}VALUES ?asked_level {{ }} # if level"
    text = load("targets-within", store.hold(()), {"indicator": indicator, "level": second})
    assert text.count(f"VALUES ?asked_indicator {{ {literal(indicator)} }}") == 1
    assert text.count("VALUES ?asked_level {") == 2


def test_a_lone_surrogate_is_refused(graph):
    """An argument that is no UTF-8 is no silent question mark."""
    with pytest.raises(QueryError, match="no Unicode text"):
        load("around", graph, {"entity": "\ud800"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# title: A\nSELECT * {}", "标题"),
        ("# title: A\n# 标题: 甲\n# param: year 2025\nSELECT * {}", ":3: a parameter"),
        ("# title: A\n# 标题: 甲\n# param: year = 2025\nSELECT * {}", "VALUES"),
        ("# title: A\n# 标题: 甲\n# param: moon = 1\nSELECT * {}", ":3: moon is no sort of parameter"),
        ('# title: A\n# 标题: 甲\nSELECT * { VALUES ?asked_year { "1" } }', "VALUES"),
    ],
)
def test_a_question_file_that_is_wrong_says_where(tmp_path, text, problem):
    """Titles, and parameters with their places, are required."""
    path = tmp_path / "wrong.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=problem):
        read(path)


@pytest.mark.parametrize("theme", ["创新", "innovation", "Innovation", "科技创新", ""])
def test_targets_are_found_by_any_name_of_their_theme(graph, theme):
    """A theme has labels in two languages, other names and a slug."""
    found = rows(graph, "targets", year=2025, theme=theme)
    assert [(row["indicator"], row["comparator"], row["value"], row["unit"]) for row in found] == [
        ("研发投入强度", "~", "2.8", "%"),
        ("新增高新技术企业数", ">=", "500", "家"),
        ("测试谷二期投资额", "=", "530000000000", "元"),
    ]


def test_another_year_or_theme_has_no_targets(graph):
    """What does not fit is left out."""
    assert rows(graph, "targets", year=2024) == []
    assert rows(graph, "targets", theme="民生") == []
    assert rows(graph, "targets", area="全国") == []


def test_outcomes_tell_both_ends_of_a_range(graph):
    """A range has a value and an upper value."""
    found = rows(graph, "outcomes", year=2024)
    assert [(row["indicator"], row["value"], row["value_max"]) for row in found] == [
        ("新增座席数", "1", "3"),
        ("粮食产量", "1500000", ""),
    ]


@pytest.mark.parametrize("name", ["测试谷二期", "“测试谷”二期", "test valley phase ii"])
def test_all_that_hangs_on_an_entity_comes_with_its_words(graph, name):
    """Links and mentions, in the order of the documents, under any name of the entity."""
    found = rows(graph, "around", entity=name)
    assert [(row["what"], row["detail"], row["quote"]) for row in found] == [
        ("reported", "started", "测试谷二期已经开工"),
        ("planned", "started", "开工建设“测试谷”二期，投资5300亿元"),
        ("target", "5300亿元 (clause)", "开工建设“测试谷”二期，投资5300亿元"),
    ]


def test_the_life_of_an_entity_tells_plans_from_reports(graph):
    """Stage, mode and year of each measure."""
    found = rows(graph, "lifecycle", entity="测试谷二期")
    assert [(row["year"], row["stage"], row["mode"]) for row in found] == [
        ("2025", "started", "outcome"),
        ("2025", "started", "target"),
    ]


def test_started_projects_are_those_that_a_document_reports(graph):
    """A project that is only planned to start is not started."""
    found = rows(graph, "started-not-completed")
    assert [(row["name"], row["document"]) for row in found] == [("测试谷二期", "news")]


def test_mentions_are_counted_by_document(graph):
    """Each document once."""
    found = rows(graph, "mentions", entity="测试谷二期")
    assert [(row["document"], row["mentions"]) for row in found] == [("news", "1"), ("plan-2025", "1")]


def test_entities_are_listed_by_type(graph):
    """A type, or all."""
    assert [row["name"] for row in rows(graph, "entities", type="place")] == ["测试谷"]
    assert [row["type"] for row in rows(graph, "entities")] == ["place", "project"]


def test_evidence_gives_quote_and_place(graph, texts):
    """The offsets of the answer find the quote in the text."""
    (found,) = rows(graph, "evidence", indicator="粮食产量")
    assert texts["news"][int(found["start"]) : int(found["end"])] == found["quote"] == "粮食产量初步统计为150万吨"


def test_evidence_gives_the_words_around_where_the_graph_has_them(graph, texts):
    """One with the selectors of W3C Web Annotation has; any other leaves them out, and does not deny them."""
    annotated = store.hold(rdf.annotated(list(graph.quads()), texts))
    (found,) = rows(annotated, "evidence", indicator="粮食产量")
    (plain,) = rows(graph, "evidence", indicator="粮食产量")
    assert found["before"] + found["quote"] + found["after"] in texts["news"]
    assert found["before"] and found["after"]
    assert {**found, "before": "", "after": ""} == plain


def test_evidence_is_found_by_statement(graph, corpus):
    """The digest of a statement, as the tables give it."""
    fact = corpus.facts[0]
    (found,) = rows(graph, "evidence", statement=fact.id)
    assert found["quote"] == fact.passage.quote


@pytest.mark.parametrize(("by", "number"), [("link", 1), ("theme", 3)])
def test_the_path_to_innovation_targets_goes_by_link_and_by_theme(graph, by, number):
    """A link leads to its own fact, a theme to all targets under it."""
    found = rows(graph, "innovation-targets", entity="测试谷二期")
    assert sum(row["by"] == by for row in found) == number


def _bound(words: str) -> str:
    text = load("targets-within", store.hold(()), {"area": "", "level": "", "year": "", "indicator": f"x{words}"})
    plain = load("targets-within", store.hold(()), {"area": "", "level": "", "year": "", "indicator": "x"})
    where = text.index("VALUES ?asked_indicator")
    block = text[where : text.index(" # if indicator\n  FILTER", where)]
    # The rest of the file is as it was, and the block holds one string.
    assert text.replace(block, 'VALUES ?asked_indicator { "x" }') == plain
    solutions = ox.Store().query(f"SELECT * {{ {block} }}")
    assert isinstance(solutions, ox.QuerySolutions)
    (found,) = solutions
    return found[0].value.removeprefix("x")


if __name__ == "__main__":
    for each in names():
        files.write(resources.graph() / "queries" / f"{each}.rq", load(each, published(), {}))
