"""A graph as a networkx.MultiDiGraph: nodes, attributes and weights as docs/architecture.md tells them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from policygraph import rdf
from policygraph.networks.concepts import Concept, read
from policygraph.rdf import iris
from policygraph.rdf.links import identify
from policygraph.statements import Strength, key

if TYPE_CHECKING:
    from policygraph.statements import Corpus, Entity, Fact, Link, Mention, Passage, Relation
    from policygraph.store import Store

    Network = nx.MultiDiGraph[str]

# Nearer things come first on a path: a relation says more than a link in one clause, and that more than a common theme, which is
# the last resort: a way over a theme is longer than one over five links.
RELATION_WEIGHT: Final = 0.75
LINK_WEIGHTS: Final = {Strength.CLAUSE: 1.0, Strength.SENTENCE: 1.5, Strength.PARAGRAPH: 2.0, Strength.THEME: 8.0}
INDICATOR_WEIGHT: Final = 3.0
THEME_WEIGHT: Final = 8.0
BROADER_WEIGHT: Final = 9.0


def of_corpus(corpus: Corpus) -> Network:
    """Return the network of what documents say, the same as :func:`network` gives of the graph of it."""
    return _Builder(corpus, read(rdf.concepts(corpus))).build()


def network(store: Store) -> Network:
    """Return the network of a graph; nodes are sorted by IRI, edges by start, end and key.

    Raises:
        GraphError: a description in the graph is not whole, or it cannot be reached.

    """
    quads = list(store.quads())
    return _Builder(rdf.corpus(quads), read(quads)).build()


class _Builder:
    """Gathers nodes and edges in any order and lays them out in one."""

    def __init__(self, corpus: Corpus, concepts: dict[str, Concept]) -> None:
        self._corpus = corpus
        self._concepts = concepts
        self._nodes: dict[str, dict[str, Any]] = {}
        self._years: dict[str, set[int]] = defaultdict(set)
        self._themes: dict[str, set[str]] = defaultdict(set)
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._edges: dict[tuple[str, str, str], dict[str, Any]] = {}

    def build(self) -> Network:
        facts = {fact.id: fact for fact in self._corpus.facts}
        for entity in self._corpus.entities:
            self._entity(entity)
        for fact in facts.values():
            self._fact(fact)
        for mention in self._corpus.mentions:
            self._mention(mention)
        for link in self._corpus.links:
            self._link(link, facts[link.fact])
        for relation in self._corpus.relations:
            self._relation(relation)
        return self._lay_out()

    def _lay_out(self) -> Network:
        graph: Network = nx.MultiDiGraph()
        for node in sorted(self._nodes):
            gathered = {
                "years": tuple(sorted(self._years[node])),
                "themes": tuple(sorted(self._themes[node])),
                "documents": tuple(sorted(self._documents[node])),
            }
            graph.add_node(node, **self._nodes[node], **gathered)
        for (start, end, name), attributes in sorted(self._edges.items()):
            graph.add_edge(start, end, key=name, **attributes)
        return graph

    def _entity(self, entity: Entity) -> None:
        self._nodes[iris.entity(entity.name).value] = {
            "label": entity.name,
            "english": entity.english,
            "aliases": entity.aliases,
            "type": str(entity.type),
        }

    def _fact(self, fact: Fact) -> None:
        node = iris.statement(fact.id).value
        indicator = self._concept(iris.indicator(fact.indicator, fact.concept).value, "indicator", fact.indicator)
        english = self._nodes[indicator]["english"]
        self._nodes[node] = {
            "label": f"{fact.indicator} {fact.year}",
            "english": f"{english} {fact.year}" if english else "",
            "aliases": (),
            "type": str(fact.kind),
            "indicator": fact.indicator,
            "area": fact.area,
            "comparator": str(fact.comparator),
            "value": fact.value,
            "value_max": fact.value_max,
            "unit": fact.unit,
            "written": fact.written,
        }
        concepts = [(indicator, "indicator", INDICATOR_WEIGHT)]
        if fact.theme:
            concepts.append((self._theme(fact.theme), "underTheme", THEME_WEIGHT))
        for end, relation, weight in concepts:
            self._edge(node, end, fact.id, relation, weight, year=fact.year, theme=fact.theme, passage=fact.passage)
        self._seen([node, *(end for end, *_ in concepts)], fact.year, fact.theme, fact.passage)

    def _mention(self, mention: Mention) -> None:
        node = iris.entity(mention.entity).value
        ends = [node]
        if mention.theme:
            theme = self._theme(mention.theme)
            self._edge(
                node, theme, mention.id, "underTheme", THEME_WEIGHT, year=mention.year, theme=mention.theme,
                passage=mention.passage, stage=str(mention.stage or ""), mode=str(mention.mode),
            )  # fmt: skip
            ends.append(theme)
        self._seen(ends, mention.year, mention.theme, mention.passage)

    def _link(self, link: Link, fact: Fact) -> None:
        node = iris.entity(link.entity).value
        self._edge(
            node, iris.statement(link.fact).value, identify(link), "linkedTo", LINK_WEIGHTS[link.strength],
            year=fact.year, theme=fact.theme, passage=link.passage, strength=str(link.strength),
        )  # fmt: skip
        self._seen([node], fact.year, fact.theme, link.passage)

    def _relation(self, relation: Relation) -> None:
        start, end = (iris.entity(name).value for name in (relation.source, relation.target))
        self._edge(
            start, end, relation.id, str(relation.tie), RELATION_WEIGHT,
            year=relation.year, theme=relation.theme, passage=relation.passage,
        )  # fmt: skip
        self._seen([start, end], relation.year, relation.theme, relation.passage)

    def _theme(self, slug: str) -> str:
        """Add a theme and the broader ones above it."""
        node = self._concept(iris.theme(slug).value, "theme", slug)
        for broader in self._concepts.get(node, Concept()).broader:
            above = broader.removeprefix(iris.theme("").value)
            name = key("broader", slug, above)
            if (node, broader, name) not in self._edges:
                self._edge(node, broader, name, "broader", BROADER_WEIGHT)
                self._theme(above)
        return node

    def _concept(self, node: str, type_: str, name: str) -> str:
        concept = self._concepts.get(node, Concept())
        self._nodes.setdefault(
            node,
            {
                "label": concept.label or name,
                "english": concept.english,
                "aliases": concept.aliases,
                "type": type_,
            },
        )
        return node

    def _seen(self, nodes: list[str], year: int, theme: str, passage: Passage) -> None:
        for node in nodes:
            self._years[node].add(year)
            self._documents[node].add(passage.document)
            if theme:
                self._themes[node].add(theme)

    def _edge(
        self, start: str, end: str, name: str, relation: str, weight: float, *,
        year: int | None = None, theme: str = "", strength: str = "", stage: str = "", mode: str = "",
        passage: Passage | None = None,
    ) -> None:  # fmt: skip
        self._edges[start, end, name] = {
            "relation": relation,
            "year": year,
            "theme": theme,
            "strength": strength,
            "stage": stage,
            "mode": mode,
            "weight": weight,
            "quote": passage.quote if passage else "",
            "document": passage.document if passage else "",
            "start": passage.start if passage else None,
            "end": passage.end if passage else None,
            "page": passage.page if passage else None,
        }
