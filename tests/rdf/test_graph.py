"""What the graph of a corpus says: the table of docs/architecture.md."""

from collections import defaultdict
from dataclasses import replace

import pyoxigraph as ox
import pytest

from policygraph import rdf
from policygraph.rdf import iris, mentions, passages, vocabulary
from policygraph.rdf.nodes import Nodes
from policygraph.rdf.vocab import OA, PREFIXES
from policygraph.statements import Comparator, Corpus, Fact

Graph = dict[str, dict[str, set[str]]]


def _short(term: ox.NamedNode | ox.Literal) -> str:
    if isinstance(term, ox.Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    inside = [prefix for prefix, namespace in PREFIXES.items() if term.value.startswith(namespace)]
    prefix = max(inside, key=lambda prefix: len(PREFIXES[prefix]), default="")
    return f"{prefix}:{term.value.removeprefix(PREFIXES[prefix])}" if prefix else term.value


@pytest.fixture(scope="module")
def quads(corpus: Corpus) -> list[ox.Quad]:
    """The graph of the sample corpus."""
    return list(rdf.quads(corpus))


@pytest.fixture(scope="module")
def said(quads: list[ox.Quad]) -> Graph:
    """The same as node → property → values, in prefixed names."""
    found: Graph = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        found[_short(quad.subject)][_short(quad.predicate)].add(_short(quad.object))
    return found


def _fact(corpus: Corpus, indicator: str) -> Fact:
    return next(fact for fact in corpus.facts if fact.indicator == indicator)


def test_a_target_is_an_observation_with_a_quantity_of_its_own(corpus: Corpus, said: Graph) -> None:
    """A target points at its indicator, area, year, comparator, theme and words, and at a node for the value."""
    fact = _fact(corpus, "研发投入强度")
    assert said[f"st:{fact.id}"] == {
        "rdf:type": {"pg:Target"},
        "pg:indicator": {"indicator:research-intensity"},
        "pg:indicatorName": {"研发投入强度@zh"},
        "pg:area": {"place:测试市"},
        "pg:year": {"year:2025"},
        "pg:comparator": {"pgc:comparator/about"},
        "pg:value": {f"st:{fact.id}/value"},
        "pg:writtenAs": {"2.8%左右"},
        "pg:theme": {"theme:innovation"},
        "pg:heading": {"一、强化创新驱动@zh"},
        "pg:attribute": {"pgc:attribute/expected"},
        "prov:wasQuotedFrom": {"psg:plan-2025/9-25"},
        "pg:subject": {"强度@zh"},
        "pg:measured": {"pgc:measure/share"},
        "pg:flow": {"pgc:flow/stock"},
        "pg:madeBy": {
            "pgc:rule/quantities/measured",
            "pgc:rule/coordination/single",
            "pgc:rule/naming/subject",
        },
    }
    assert said[f"st:{fact.id}/value"]["schema:value"] == {"2.8"}
    assert "qb:Observation" in said["pg:Fact"]["rdfs:subClassOf"] and "pg:Fact" in said["pg:Target"]["rdfs:subClassOf"]
    assert said["pg:value"]["rdfs:range"] == {"schema:QuantitativeValue"}


def test_an_outcome_says_how_firm_it_is(corpus: Corpus, said: Graph) -> None:
    """A provisional value carries the SDMX code for provisional."""
    outcome = said[f"st:{_fact(corpus, '粮食产量').id}"]
    assert outcome["rdf:type"] == {"pg:Outcome"}
    assert outcome["sdmx-attribute:obsStatus"] == {"sdmx-code:obsStatus-P"}


@pytest.mark.parametrize(
    ("comparator", "properties"),
    [
        (Comparator.EQUAL, {"value"}),
        (Comparator.ABOUT, {"value"}),
        (Comparator.AT_LEAST, {"minValue"}),
        (Comparator.MORE_THAN, {"minValue"}),
        (Comparator.AT_MOST, {"maxValue"}),
        (Comparator.LESS_THAN, {"maxValue"}),
        (Comparator.RANGE, {"minValue", "maxValue"}),
    ],
)
def test_a_bound_stands_on_the_side_that_its_comparator_means(
    corpus: Corpus, comparator: Comparator, properties: set[str]
) -> None:
    """500家以上 has a least value and no greatest; a range has both."""
    from policygraph.rdf import facts

    upper = _fact(corpus, "新增座席数").value_max if comparator is Comparator.RANGE else None
    fact = replace(_fact(corpus, "新增座席数"), comparator=comparator, value_max=upper)
    values = {_short(quad.predicate) for quad in facts.quads(fact, iris.graph("news"))}
    assert {name.removeprefix("schema:") for name in values if name.startswith("schema:")} == properties


def test_large_numbers_are_decimals_without_exponent(corpus: Corpus, quads: list[ox.Quad]) -> None:
    """5300亿 is written 530000000000, as xsd:decimal."""
    node = iris.quantity(_fact(corpus, "测试谷二期投资额").id)
    value = next(q.object for q in quads if q.subject == node and q.predicate.value == "https://schema.org/value")
    assert str(value) == '"530000000000"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_a_clause_with_a_stage_is_a_measure(corpus: Corpus, said: Graph) -> None:
    """A measure brings an entity to a stage in a year; a plain mention has no stage.

    Of the words that name the entity, it says only what does not follow from its name, its type and the passage.
    """
    measure, plain = corpus.readings[1].mentions[0], corpus.readings[0].mentions[1]
    assert said[f"st:{measure.id}"] == {
        "rdf:type": {"pg:Measure"},
        "pg:entity": {"entity:测试谷二期"},
        "pg:surface": {"“测试谷”二期"},
        "pg:year": {"year:2025"},
        "pg:mode": {"pgc:mode/target"},
        "pg:stage": {"pgc:stage/started"},
        "pg:theme": {"theme:innovation"},
        "pg:heading": {"一、强化创新驱动@zh"},
        "prov:wasQuotedFrom": {"psg:plan-2025/43-63"},
        "pg:madeBy": {"pgc:rule/entities/measure"},
    }
    assert said[f"st:{plain.id}"]["rdf:type"] == {"pg:Mention"}
    assert "pg:stage" not in said[f"st:{plain.id}"]


def test_a_rule_is_a_concept_with_an_example(said: Graph) -> None:
    """Whoever follows what made a statement finds what the rule reads, and a sentence in which it speaks."""
    rule = said["pgc:rule/entities/measure"]
    assert rule["rdf:type"] == {"skos:Concept"} and rule["skos:inScheme"] == {"pgc:rule"}
    assert rule["skos:notation"] == {"entities/measure"} and rule["skos:example"] == {"开工建设中原量子谷二期项目。@zh"}


def test_a_link_has_the_year_of_its_fact_and_a_short_cut(corpus: Corpus, said: Graph) -> None:
    """A link joins entity, mention and fact; the entity is also linked to the fact directly."""
    fact, mention = corpus.readings[1].facts[2], corpus.readings[1].mentions[0]
    links = [node for node, properties in said.items() if "pg:Link" in properties["rdf:type"]]
    link = next(said[node] for node in links if f"st:{fact.id}" in said[node]["pg:fact"])
    assert link == {
        "rdf:type": {"pg:Link"},
        "pg:entity": {"entity:测试谷二期"},
        "pg:mention": {f"st:{mention.id}"},
        "pg:fact": {f"st:{fact.id}"},
        "pg:strength": {"pgc:strength/clause"},
        "pg:year": {"year:2025"},
        "prov:wasQuotedFrom": {"psg:plan-2025/43-63"},
        "pg:madeBy": {"pgc:rule/links/clause"},
    }
    assert said["entity:测试谷二期"]["pg:linkedTo"] == {f"st:{fact.id}"}


def test_an_entity_has_its_class_and_all_its_names(said: Graph) -> None:
    """Names are labels in Chinese and English; other names are alternative labels."""
    entity = {name: values for name, values in said["entity:测试谷二期"].items() if name != "pg:linkedTo"}
    assert entity == {
        "rdf:type": {"pg:Project"},
        "rdfs:label": {"测试谷二期@zh", "Test Valley Phase II@en"},
        "skos:altLabel": {"“测试谷”二期@zh", "测试谷2期@zh"},
    }


def test_a_passage_says_its_place_and_its_words(said: Graph) -> None:
    """Four triples, and no more: it is its own selector by position and by quote."""
    passage = {name: values for name, values in said["psg:plan-2025/9-25"].items() if values}
    assert passage == {
        "oa:hasSource": {"doc:plan-2025"},
        "oa:start": {"9"},
        "oa:end": {"25"},
        "oa:exact": {"力争研发投入强度达到2.8%左右"},
    }


def test_the_words_that_name_an_entity_can_stand_anywhere(corpus: Corpus) -> None:
    """Where they stand in the passage before, or on another page, or not in it at all, the mention says so."""
    mention = corpus.readings[1].mentions[0]
    words, start = mention.passage.quote[:2], mention.passage.start
    twice = replace(mention.passage, quote=f"{words}和{words}", end=start + 5, page=1)
    for at, page, properties in (
        (0, 1, set()),
        (3, 1, {"pg:surfaceStart"}),
        (3, 2, {"pg:surfaceStart", "pg:surfacePage"}),
    ):
        surface = replace(twice, start=start + at, end=start + at + 2, quote=words, page=page)
        said = list(mentions.quads(replace(mention, surface=surface, passage=twice), iris.graph("a"), mention.type))
        found = {_short(quad.predicate) for quad in said if quad.predicate.value.startswith(PREFIXES["pg"] + "surface")}
        assert found == properties | {"pg:surface"}
        held = Nodes([*said, *passages.quads(twice, iris.graph("a"))])
        assert (
            mentions.surface(held, iris.statement(replace(mention, surface=surface, passage=twice).id), twice)
            == surface
        )


def test_a_passage_has_the_selectors_of_the_standard_for_who_wants_them(
    quads: list[ox.Quad], texts: dict[str, str]
) -> None:
    """By position and by quote, with the words around it from the text; without the text, without these words."""
    found: Graph = defaultdict(lambda: defaultdict(set))
    for quad in rdf.annotated(quads, texts):
        found[_short(quad.subject)][_short(quad.predicate)].add(_short(quad.object))
    node = "psg:plan-2025/9-25"
    assert found[node]["rdf:type"] == {"oa:SpecificResource"}
    assert found[node]["oa:hasSelector"] == {f"{node}/position", f"{node}/quote"}
    assert found[f"{node}/position"] == {
        "rdf:type": {"oa:TextPositionSelector"},
        "oa:start": {"9"},
        "oa:end": {"25"},
    }
    text = texts["plan-2025"]
    assert found[f"{node}/quote"] == {
        "rdf:type": {"oa:TextQuoteSelector"},
        "oa:exact": {"力争研发投入强度达到2.8%左右"},
        "oa:prefix": {text[:9]},
        "oa:suffix": {text[25:41]},
    }
    assert rdf.corpus(rdf.annotated(quads, texts)) == rdf.corpus(quads)
    assert OA.prefix not in {quad.predicate for quad in rdf.annotated(quads, {})}


def test_a_document_has_its_metadata_and_not_its_text(corpus: Corpus, said: Graph) -> None:
    """A document says which of its fields were inferred."""
    assert said["doc:news"] == {
        "rdf:type": {"pg:Document", "prov:Entity"},
        "dcterms:identifier": {"news"},
        "dcterms:title": {"news的标题@zh"},
        "rdfs:label": {"China, government work report 2025@en"},
        "pg:machineLabel": {"China, government work report 2025@en"},
        "dcterms:publisher": {"测试市人民政府@zh"},
        "dcterms:issued": {"2025-02-08"},
        "dcterms:spatial": {"place:全国"},
        "pg:genre": {"pgc:genre/report"},
        "pg:level": {"pgc:level/city"},
        "pg:sha256": {corpus.readings[0].document.sha256},
        "pg:inferred": {"area", "title"},
    }


def test_years_and_areas_are_things(said: Graph) -> None:
    """A year is an interval with its gYear."""
    assert said["year:2025"] == {
        "rdf:type": {"pg:Year", "time:DateTimeInterval"},
        "rdfs:label": {"2025年@zh", "2025@en"},
        "time:year": {"2025"},
    }
    assert said["place:测试市"] == {"rdf:type": {"pg:Area"}, "rdfs:label": {"测试市@zh"}}


def test_an_indicator_that_the_ontology_lacks_is_minted(said: Graph) -> None:
    """It becomes a concept named after its Chinese name, in the scheme of the indicators."""
    assert said["indicator:测试谷二期投资额"] == {
        "rdf:type": {"skos:Concept"},
        "skos:prefLabel": {"测试谷二期投资额@zh", "Testing valley Phase II investment@en"},
        "pg:machineLabel": {"Testing valley Phase II investment@en"},
        "skos:inScheme": {"indicator:"},
    }


def test_each_document_has_a_graph_derived_from_it(corpus: Corpus, quads: list[ox.Quad], said: Graph) -> None:
    """What a document says stands in its own graph; entities, minted concepts and vocabulary have theirs."""
    fact = iris.statement(_fact(corpus, "粮食产量").id)
    where = {_short(q.graph_name) for q in quads if q.subject == fact}
    assert where == {"graph:news"}
    assert {_short(q.graph_name) for q in quads} == {
        "graph:news", "graph:plan-2025", "graph:entities", "graph:indicators", "graph:ledger", "graph:vocabulary", "graph:dataset",
    }  # fmt: skip
    assert said["graph:news"]["prov:wasDerivedFrom"] == {"doc:news"}


def test_the_graph_describes_itself(corpus: Corpus, quads: list[ox.Quad], said: Graph) -> None:
    """Titles, documents, and how many triples and entities there are; no licence that nobody gave."""
    dataset = said["graph:dataset"]
    assert dataset["rdf:type"] == {"dcat:Dataset", "void:Dataset"}
    assert {title.rpartition("@")[2] for title in dataset["dcterms:title"]} == {"en", "zh"}
    assert not dataset["dcterms:license"]
    assert dataset["dcterms:source"] == {"doc:news", "doc:plan-2025"}
    assert dataset["void:triples"] == {str(len({quad.triple for quad in quads}))}
    assert dataset["void:entities"] == {str(len(corpus.entities))}


def test_there_are_no_blank_nodes(quads: list[ox.Quad]) -> None:
    """Every node has a name, so that two builds can be compared line by line."""
    assert not [q for q in quads for term in q if isinstance(term, ox.BlankNode)]


def test_the_vocabulary_is_in_the_graph(quads: list[ox.Quad]) -> None:
    """Themes and indicators of the ontology come with their labels."""
    assert set(vocabulary.quads()) <= set(quads)
    assert len(vocabulary.quads()) > 1000
