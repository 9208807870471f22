"""The network view, names in it and the ways between two things."""

from __future__ import annotations

import dataclasses
import itertools
import json
from decimal import Decimal

import networkx as nx
import pytest

from policygraph import rdf, store
from policygraph.errors import UnknownNameError
from policygraph.networks import find_node, find_nodes, flat, network, path, targets_of
from policygraph.statements import By, Corpus, Entity, EntityType, Kind, Relation, Strength, Tie, key

BASE = "https://w3id.org/policygraph/"
VALLEY = f"{BASE}entity/测试谷二期"
INNOVATION = f"{BASE}theme/innovation"

# docs/architecture.md, "The network view".
NODE = {"label", "english", "aliases", "type", "years", "themes", "documents"}
FACT = NODE | {"indicator", "area", "comparator", "value", "value_max", "unit", "written"}
EDGE = {
    "relation", "year", "theme", "strength", "stage", "mode", "weight", "quote", "document", "start", "end", "page",
}  # fmt: skip


@pytest.fixture(scope="module")
def wide(corpus: Corpus) -> Corpus:
    """The sample corpus with a narrower theme, a restated target, its outcome, and an entity named like a theme."""
    news, plan = corpus.readings
    intensity, enterprises, cost = plan.facts
    narrow = dataclasses.replace(enterprises, theme="talent")
    again = dataclasses.replace(narrow, passage=dataclasses.replace(news.facts[0].passage, document="news"))
    reached = dataclasses.replace(again, kind=Kind.OUTCOME, value=Decimal(600), written="600家")
    return Corpus(
        readings=(
            dataclasses.replace(news, facts=(*news.facts, again, reached)),
            dataclasses.replace(plan, facts=(intensity, narrow, cost)),
        ),
        entities=(*corpus.entities, Entity("创新", EntityType.PROGRAMME)),
    )


@pytest.fixture(scope="module")
def graph(wide: Corpus):
    """The network of the corpus."""
    return network(store.hold(rdf.quads(wide)))


def node_of(fact):
    """Return the node of a fact."""
    return f"{BASE}statement/{fact.id}"


def test_every_node_and_edge_has_the_documented_attributes(graph):
    """Nodes, facts and edges have the attributes of docs/architecture.md, no more and no fewer."""
    for _, data in graph.nodes(data=True):
        assert set(data) == (FACT if data["type"] in {"target", "outcome"} else NODE)
    for *_, data in graph.edges(data=True):
        assert set(data) == EDGE


def test_an_entity_gathers_what_is_said_of_it(graph):
    """Years, themes and documents are those of its mentions and links."""
    assert graph.nodes[VALLEY] == {
        "label": "测试谷二期",
        "english": "Test Valley Phase II",
        "aliases": ("“测试谷”二期", "测试谷2期"),
        "type": "project",
        "years": (2025,),
        "themes": ("innovation",),
        "documents": ("news", "plan-2025"),
    }


def test_a_fact_carries_its_value(graph, wide):
    """Value, unit and comparator are those of the statement."""
    fact = next(fact for fact in wide.facts if fact.value_max)
    data = graph.nodes[node_of(fact)]
    assert (data["type"], data["comparator"], data["value"], data["value_max"], data["unit"], data["written"]) == (
        "outcome", "range", Decimal(1), Decimal(3), "座", "1至3座",
    )  # fmt: skip


def test_the_edges_are_those_of_the_statements(graph, wide):
    """One edge for each link and for each fact and mention at its theme, and at its indicator; none else."""
    relations = sorted(relation for *_, relation in graph.edges(data="relation"))
    themed = [statement for statement in (*wide.facts, *wide.mentions) if statement.theme]
    assert relations == sorted(
        ["linkedTo"] * len(wide.links) + ["underTheme"] * len(themed) + ["indicator"] * len(wide.facts) + ["broader"]
    )


def test_a_link_is_an_edge_with_its_words(graph, wide, texts):
    """Key, weight and evidence of an edge are those of the link."""
    fact = wide.readings[1].facts[2]
    (data,) = graph.get_edge_data(VALLEY, node_of(fact)).values()
    assert (data["relation"], data["strength"], data["weight"], data["year"], data["theme"]) == (
        "linkedTo", "clause", 1, 2025, "innovation",
    )  # fmt: skip
    assert texts[data["document"]][data["start"] : data["end"]] == data["quote"]


def test_a_mention_is_an_edge_with_stage_and_mode(graph, wide):
    """The edge's key is the mention's digest."""
    mention = wide.readings[1].mentions[0]
    data = graph.edges[VALLEY, INNOVATION, mention.id]
    assert (data["relation"], data["stage"], data["mode"], data["weight"]) == ("underTheme", "started", "target", 8)


@pytest.mark.parametrize(("strength", "weight"), [("clause", 1), ("sentence", 1.5), ("paragraph", 2)])
def test_a_nearer_link_weighs_less(wide, strength, weight):
    """The weights of docs/architecture.md."""
    news, plan = wide.readings
    link = dataclasses.replace(plan.links[0], strength=Strength(strength))
    changed = Corpus((news, dataclasses.replace(plan, links=(link,))), wide.entities)
    found = network(store.hold(rdf.quads(changed)))
    (data,) = found.get_edge_data(VALLEY, node_of(plan.facts[2])).values()
    assert (data["weight"], data["strength"]) == (weight, strength)


def test_nodes_and_edges_come_in_one_order(wide):
    """However the quads come, the network is laid out the same."""
    quads = list(rdf.quads(wide))
    first, second = network(store.hold(quads)), network(_Kept(quads[::-1]))
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))
    assert list(first) == sorted(first)


@pytest.mark.parametrize("name", ["测试谷二期", " 测试谷2期 ", "TEST VALLEY phase ii", VALLEY])
def test_an_entity_is_found_by_any_of_its_names(graph, name):
    """Label, alias, English label in any case, IRI."""
    assert find_node(graph, name) == VALLEY


def test_a_theme_is_found_by_label_or_slug(graph):
    """A name that an entity and a theme share means the entity."""
    assert find_node(graph, "innovation") == INNOVATION
    assert find_node(graph, "科技创新") == INNOVATION
    assert find_node(graph, "创新") == f"{BASE}entity/创新"


def test_an_indicator_is_found_by_any_of_its_names(graph):
    """The ontology's other names of an indicator count."""
    assert find_node(graph, "粮食总产量") == find_node(graph, "grain output") == f"{BASE}indicator/grain-output"


def test_a_fact_is_found_by_indicator_and_year(graph, wide):
    """The indicator's own name or a name of its concept, with the year."""
    fact = next(fact for fact in wide.facts if fact.indicator == "粮食产量")
    assert find_node(graph, "粮食产量 2024") == find_node(graph, "Grain output 2024") == node_of(fact)


def test_facts_of_one_name_are_told_apart_by_kind_and_document(graph, wide):
    """An ambiguous name is refused with names that are not."""
    with pytest.raises(UnknownNameError) as caught:
        find_node(graph, "新增高新技术企业数 2025")
    assert set(caught.value.nearest) == {
        "新增高新技术企业数 2025 target plan-2025",
        "新增高新技术企业数 2025 target news",
        "新增高新技术企业数 2025 outcome news",
    }
    assert find_node(graph, "新增高新技术企业数 2025 target plan-2025") == node_of(wide.readings[1].facts[1])
    assert len(find_nodes(graph, "新增高新技术企业数 2025年 目标")) == 2


def test_what_is_counted_need_not_be_called_a_number(graph):
    """People type 高新技术企业 for 高新技术企业数."""
    counted = [data["label"] for _, data in graph.nodes(data=True) if data["type"] == "indicator"]
    name = next(label for label in counted if label.endswith("数"))
    assert find_nodes(graph, name.removesuffix("数")) == find_nodes(graph, name)


def test_an_unknown_name_is_refused_with_the_nearest(graph):
    """The message offers what there is."""
    with pytest.raises(UnknownNameError, match="did you mean 测试谷"):
        find_node(graph, "测试谷三期")
    with pytest.raises(UnknownNameError, match="unknown theme"):
        targets_of(graph, "测试谷", 2025)
    with pytest.raises(UnknownNameError):
        find_nodes(graph, "创新 2031 targets")


def test_the_targets_of_a_theme_include_those_of_narrower_themes(graph, wide):
    """Talent is narrower than innovation; outcomes are no targets."""
    every = tuple(sorted(node_of(fact) for fact in wide.facts if fact.kind is Kind.TARGET))
    assert targets_of(graph, "创新", 2025) == targets_of(graph, "innovation", 2025) == every
    assert targets_of(graph, "talent", 2025) == tuple(
        sorted(node_of(fact) for fact in wide.facts if fact.theme == "talent" and fact.kind is Kind.TARGET)
    )
    assert targets_of(graph, "创新", 2024) == ()
    assert find_nodes(graph, "创新 2025 targets") == every


def test_the_shortest_way_comes_first(graph, wide):
    """A link in one clause is nearer than a common theme, and its hop carries the words."""
    ways = path(graph, "测试谷二期", "创新 2025 targets")
    assert [way.weight for way in ways] == sorted(way.weight for way in ways)
    (hop,) = ways[0].hops
    assert (hop.source, hop.target) == (VALLEY, node_of(wide.readings[1].facts[2]))
    assert (hop.relation, hop.direction, hop.year, hop.theme, hop.quote, hop.document) == (
        "linkedTo", "→", 2025, "innovation", "开工建设“测试谷”二期，投资5300亿元", "plan-2025",
    )  # fmt: skip
    assert (hop.start, hop.end) == (43, 63)


def test_a_way_over_a_common_theme_says_that_it_is_the_last_resort(graph, wide):
    """Two things under one theme say less than a link; a way of links and relations is none of that sort."""
    (over,) = path(graph, VALLEY, node_of(wide.readings[1].facts[0]), limit=1)
    assert [hop.relation for hop in over.hops] == ["underTheme", "underTheme"]
    assert over.thematic
    (linked,) = path(graph, VALLEY, node_of(wide.readings[1].facts[2]), limit=1)
    assert not linked.thematic


def test_a_relation_goes_before_links_and_themes(wide):
    """Of two ways between entities the one by a relation is the shorter, with the words that say so."""
    news, plan = wide.readings
    words = plan.mentions[0].passage
    other = Entity("测试谷", EntityType.PLATFORM)
    tie = Relation(
        plan.mentions[0].entity, plan.mentions[0].type, Tie.PART_OF, "测试谷", EntityType.PLATFORM, By.NAME, 2025, "innovation", words,
    )  # fmt: skip
    changed = Corpus((news, dataclasses.replace(plan, relations=(tie,))), (*wide.entities, other))
    found = network(store.hold(rdf.quads(changed)))
    (way,) = path(found, VALLEY, f"{BASE}entity/测试谷", limit=1)
    (hop,) = way.hops
    assert (hop.relation, hop.direction, hop.quote, hop.weight) == ("partOf", "→", words.quote, 0.75)


def test_a_set_is_named_with_its_sort_before_or_behind_the_year(graph):
    """创新目标 2025 is 创新 2025 targets."""
    assert find_nodes(graph, "创新目标 2025") == find_nodes(graph, "创新 2025 targets")


def test_edges_are_walked_in_either_direction(graph):
    """The way back is the way there, turned around."""
    there, back = path(graph, VALLEY, "研发投入强度", limit=1) + path(graph, "研发投入强度", VALLEY, limit=1)
    assert there.nodes == back.nodes[::-1]
    assert [hop.direction for hop in there.hops] == ["→", "←", "→"]
    assert [hop.direction for hop in back.hops] == ["←", "→", "←"]
    assert there.weight == back.weight == 19


def test_a_way_is_as_long_as_networkx_finds_it(graph):
    """Against a search over the whole multigraph, with every pair of nodes."""
    plain = graph.to_undirected()
    for a, b in itertools.combinations(graph, 2):
        ways = path(graph, a, b, limit=1)
        if ways:
            assert ways[0].weight == nx.dijkstra_path_length(plain, a, b)
        else:
            assert not nx.has_path(plain, a, b)


def test_ways_are_different_and_limited(graph):
    """No way is given twice, and no more than asked for."""
    ways = path(graph, VALLEY, "创新 2025 targets", limit=5)
    assert 1 < len({way.nodes for way in ways}) == len(ways) <= 5
    assert path(graph, VALLEY, "创新 2025 targets", limit=2) == ways[:2]
    with pytest.raises(ValueError, match="1 or more"):
        path(graph, VALLEY, INNOVATION, limit=0)


def test_words_of_the_years_of_the_facts_go_first(wide):
    """Of two edges of one weight, the one of the year of the target is told, though another stands earlier."""
    news, plan = wide.readings
    early = dataclasses.replace(news.mentions[0], theme="innovation", year=2023)
    changed = Corpus((dataclasses.replace(news, mentions=(early, *news.mentions[1:])), plan), wide.entities)
    found = network(store.hold(rdf.quads(changed)))
    (way,) = path(found, VALLEY, node_of(plan.facts[0]), limit=1)
    assert [(hop.relation, hop.year, hop.document) for hop in way.hops] == [
        ("underTheme", 2025, "plan-2025"),
        ("underTheme", 2025, "plan-2025"),
    ]


def test_things_that_nothing_joins_have_no_way(graph):
    """An entity of its own has none; to itself there is a way without hops."""
    assert path(graph, f"{BASE}entity/创新", VALLEY) == []
    assert [(way.nodes, way.hops) for way in path(graph, VALLEY, VALLEY)] == [((VALLEY,), ())]


def test_a_broader_theme_is_no_statement(graph):
    """The ontology says it, so that there are no words."""
    (data,) = graph.get_edge_data(f"{BASE}theme/talent", INNOVATION).values()
    assert (data["relation"], data["weight"], data["year"], data["quote"], data["document"]) == (
        "broader", 9, None, "", "",
    )  # fmt: skip
    assert key("broader", "talent", "innovation") in graph[f"{BASE}theme/talent"][INNOVATION]


FLAT = {
    "label", "english", "aliases", "type", "years", "first_year", "last_year", "themes", "documents",
}  # fmt: skip
FLAT_FACT = FLAT | {"indicator", "area", "comparator", "value", "value_max", "unit", "written"}
FLAT_EDGE = EDGE - {"start", "end", "page"} | {"quote_start", "quote_end", "quote_page"}


@pytest.fixture(scope="module")
def plain(graph):
    """The network as users get it."""
    return flat(graph)


def test_what_users_get_has_the_documented_attributes(plain):
    """All that have a value, and each a string, a whole number or a float; what has none is left out."""
    for _, data in plain.nodes(data=True):
        every = FLAT_FACT if data["type"] in {"target", "outcome"} else FLAT
        assert every - {"value_max", "first_year", "last_year"} <= set(data) <= every
        assert {type(value) for value in data.values()} <= {str, int, float}
    for *_, data in plain.edges(data=True):
        assert FLAT_EDGE - {"year", "quote_start", "quote_end", "quote_page"} <= set(data) <= FLAT_EDGE
        assert {type(value) for value in data.values()} <= {str, int, float}


def test_several_values_are_one_string_and_years_are_numbers_too(plain, graph):
    """Numbers can be filtered and sorted by in Gephi; nothing of the network is lost but its shape."""
    assert {name: plain.nodes[VALLEY][name] for name in ("years", "first_year", "last_year", "documents")} == {
        "years": "2025", "first_year": 2025, "last_year": 2025, "documents": "news;plan-2025",
    }  # fmt: skip
    assert list(plain) == list(graph)
    for node, data in graph.nodes(data=True):
        for name in ("years", "themes", "documents", "aliases"):
            assert plain.nodes[node][name] == ";".join(map(str, data[name]))
        assert plain.nodes[node].get("value") == (float(data["value"]) if "value" in data else None)
    keys = [key for *_, key in plain.edges(keys=True)]
    assert len(keys) == len(set(keys)) == graph.number_of_edges()


def test_an_edge_keeps_its_words(plain, texts):
    """Its offsets have names that GEXF does not take for the life of the edge."""
    found = [data for *_, data in plain.edges(data=True) if data["quote"]]
    assert found
    for data in found:
        assert texts[data["document"]][data["quote_start"] : data["quote_end"]] == data["quote"]


def test_networkx_writes_it_as_graphml(plain, tmp_path):
    """And reads the same nodes, edges and attributes back."""
    nx.write_graphml(plain, tmp_path / "x.graphml")
    again = nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(plain.nodes(data=True))
    assert {k: again.edges[k] for k in again.edges(keys=True)} == {k: plain.edges[k] for k in plain.edges(keys=True)}


@pytest.mark.parametrize("version", ["1.1draft", "1.2draft"])
def test_networkx_writes_it_as_gexf(plain, version, tmp_path):
    """No edge has a life in time, since no attribute has a name that GEXF keeps for it."""
    nx.write_gexf(plain, tmp_path / "x.gexf", version=version)
    text = (tmp_path / "x.gexf").read_text(encoding="utf-8")
    assert 'mode="static"' in text
    assert " start=" not in text
    again = nx.read_gexf(tmp_path / "x.gexf", version=version)
    assert dict(again.nodes(data=True)) == {node: {**data} for node, data in plain.nodes(data=True)}
    assert again.number_of_edges() == plain.number_of_edges()
    assert sorted(data["quote"] for *_, data in again.edges(data=True)) == sorted(
        data["quote"] for *_, data in plain.edges(data=True)
    )


def test_networkx_writes_it_as_node_link_json(plain):
    """And reads it back the same."""
    text = json.dumps(nx.node_link_data(plain, edges="edges"), ensure_ascii=False, allow_nan=False)
    assert nx.utils.graphs_equal(nx.node_link_graph(json.loads(text), edges="edges"), plain)


def test_no_character_of_a_document_breaks_xml(graph, tmp_path):
    """What XML cannot hold is replaced."""
    odd = graph.copy()
    odd.nodes[VALLEY]["label"] = "谷\x00\x1b\ufffe"
    nx.write_graphml(flat(odd), tmp_path / "x.graphml")
    assert nx.read_graphml(tmp_path / "x.graphml").nodes[VALLEY]["label"] == "谷\ufffd\ufffd\ufffd"


class _Kept:
    """Quads in the order given, as a store may give them."""

    def __init__(self, quads):
        self._quads = quads

    def quads(self):
        return iter(self._quads)

    def __len__(self):
        return len(self._quads)
