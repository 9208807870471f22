"""A graph says of its places what the gazetteer says, and joins no documents of which nobody knows the place."""

from __future__ import annotations

import pytest

from policygraph import pipeline, rdf
from policygraph.ledger import derive
from policygraph.rdf import quads

PLACE = "https://w3id.org/policygraph/place/"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"


def built(folder, **texts):
    """Return the corpus of some texts, by the names of their files."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return pipeline.corpus(folder)


@pytest.fixture
def county(tmp_path):
    """Return the graph of a county's report."""
    text = "# 云阳县2025年政府工作报告\n\n## 二、2025年工作安排\n\n地区生产总值增长6%，开工建设云阳县人民医院项目，支持云阳县发展。"
    return set(quads(built(tmp_path, report=text)))


def objects(graph, subject, predicate):
    """Return what a graph says of a thing."""
    return {q.object.value for q in graph if q.subject.value == subject and q.predicate.value == predicate}


def test_a_place_has_its_code_and_all_that_it_lies_in(county):
    """云阳 lies in 重庆, and that in the nation; no other place of China stands in the graph."""
    assert objects(county, f"{PLACE}云阳", f"{SKOS}notation") == {"500235"}
    assert objects(county, f"{PLACE}云阳", f"{SCHEMA}containedInPlace") == {f"{PLACE}重庆"}
    assert objects(county, f"{PLACE}云阳", f"{SKOS}prefLabel") == {"云阳", "Yunyang County"}
    described = {q.subject.value for q in county if q.predicate.value == f"{SKOS}notation"}
    assert {iri for iri in described if iri.startswith(PLACE)} == {
        f"{PLACE}{name}" for name in ("云阳", "重庆", "全国")
    }


def test_an_entity_that_is_a_place_is_tied_to_it(tmp_path):
    """entity: and place: of one place are one."""
    graph = set(
        quads(
            built(
                tmp_path, report="# 重庆市2025年政府工作报告\n\n二、2025年工作安排\n\n建设云阳县。支持云阳县建设机场。"
            )
        )
    )
    tied = {(q.subject.value, q.object.value) for q in graph if q.predicate.value == f"{SKOS}exactMatch"}
    assert ("https://w3id.org/policygraph/entity/云阳", f"{PLACE}云阳") in tied


def test_documents_of_unknown_place_are_joined_with_no_other(tmp_path):
    """Each has an area of its own, which comes back as unknown; the ledger compares nothing between them."""
    plan = "# 2024年政府工作报告\n\n## 二、2024年工作安排\n\n全县地区生产总值增长6%。"
    result = "# 2025年政府工作报告\n\n## 一、2024年工作回顾\n\n全县地区生产总值增长7%。"
    corpus = built(tmp_path, plan=plan, result=result)
    assert {fact.area for fact in corpus.facts} == {"unknown"}
    graph = list(quads(corpus))
    areas = {q.object.value for q in graph if q.predicate.value.endswith("ontology#area")}
    assert areas == {f"https://w3id.org/policygraph/document/{name}/area" for name in ("plan", "result")}
    assert all(row.b is None for row in derive(corpus))
    assert {fact.area for fact in rdf.corpus(graph).facts} == {"unknown"}
    assert {row.area for row in derive(corpus)} <= {"unknown"}
