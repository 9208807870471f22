"""The page of a resource: what is said of it, and what leads to it, fitting its kind."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode

from policygraph.rdf.codes import ENTITY_TYPES, STAGES, STRENGTHS
from policygraph.rdf.vocab import DCTERMS, OA, PG, PREFIXES, PROV, RDF, RDFS, SKOS, term
from policygraph.server.addresses import ONTOLOGY, local
from policygraph.server.descriptions import DEFINED_BY
from policygraph.server.parts import Group, Moment, Ref, ResourcePage
from policygraph.server.reader import ENTRY, FACTS, FIRST, SAYINGS, SECOND
from policygraph.server.words import predicate
from policygraph.viewer.payload import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.server.graph import Graph, Term
    from policygraph.server.reader import Reader

# Figures, sayings and entries on one page of a list; references under one heading.
PER_PAGE: Final = 50
MOST_REFS: Final = 200

_BROADER: Final = term("skos", "broader")
# How statements lead to what they are about.
_ABOUT: Final = (
    PG.entity, PG.theme, PG.indicator, PG.year, PG.area, PROV.was_quoted_from, FIRST, SECOND,
)  # fmt: skip
# What the head, the quote and the lists of the page say already.
_TOLD: Final = frozenset(
    {
        RDF.type, RDFS.label, SKOS.pref_label, SKOS.alt_label, DCTERMS.title, DEFINED_BY, PG.linked_to,
        PROV.was_quoted_from, OA.has_selector, OA.start, OA.end, OA.exact, PG.page, FIRST, SECOND, PROV.was_derived_from,
    }
)  # fmt: skip
# Nodes of the viewer: see policygraph.networks.view.
_SHOWN: Final = ("entity", "theme", "indicator")
_ENTITY_TYPES: Final = frozenset(node for _, node in ENTITY_TYPES.pairs())
_STAGE_ORDER: Final = {local(node): n for n, (_, node) in enumerate(STAGES.pairs())}
_STRENGTH_ORDER: Final = {node: n for n, (_, node) in enumerate(STRENGTHS.pairs())}


class Builder:
    """Builds the pages of resources.

    Args:
        reader: reads the graph in the language of the page.
        whole: whether the viewer holds the whole graph; else it is asked for what lies around the resource.

    """

    def __init__(self, reader: Reader, *, whole: bool) -> None:
        self._reader = reader
        self._graph: Graph = reader.graph
        self._language = reader.language
        self._whole = whole

    def page(self, node: NamedNode, number: int = 1) -> ResourcePage:
        """Return the page of a resource.

        Args:
            node: the resource.
            number: which page of its lists, from 1; beyond the last one, the last.

        """
        about = self._about(node)
        strengths = self._strengths(node)
        types = {statement: self._graph.types(statement) for statement in about | strengths.keys()}
        figures = self._ordered(types, FACTS)
        sayings = self._ordered(types, SAYINGS)
        entries = self._ordered(types, frozenset({ENTRY}))
        longest = max(len(figures), len(sayings), len(entries))
        pages = max(1, -(-longest // PER_PAGE))
        number = min(max(number, 1), pages)
        part = slice((number - 1) * PER_PAGE, number * PER_PAGE)
        read = self._reader
        return ResourcePage(
            iri=node.value,
            title=read.label(node),
            other=self._graph.named(node, "en" if self._language == "zh" else "zh"),
            kind=self._kind(node),
            names=tuple(dict.fromkeys(literal.value for literal in self._graph.texts(node, SKOS.alt_label))),
            properties=self._properties(node),
            life=self._life(sayings) if self._graph.types(node) & _ENTITY_TYPES else (),
            figures=tuple(read.figure(fact, strengths.get(fact)) for fact in figures[part]),
            sayings=tuple(read.saying(mention) for mention in sayings[part]),
            entries=tuple(read.entry(entry) for entry in entries[part]),
            counts=(len(figures), len(sayings), len(entries)),
            groups=self._groups(node),
            quote=read.quote_of(node),
            viewer=self._viewer(node),
            number=number,
            pages=pages,
        )

    def _about(self, node: NamedNode) -> set[NamedNode]:
        """Return the statements that lead to a node, those that quote a document through its passages."""
        graph = self._graph
        if PG.Document in graph.types(node):
            passages = graph.subjects(OA.has_source, node)
            return {statement for passage in passages for statement in graph.subjects(PROV.was_quoted_from, passage)}
        found = {statement for predicate in _ABOUT for statement in graph.subjects(predicate, node)}
        # Of an entry of the ledger or a link, the statements that it joins.
        joined = (FIRST, SECOND, PG.fact, PG.mention)
        return found | {statement for predicate in joined for statement in graph.nodes(node, predicate)}

    def _strengths(self, node: NamedNode) -> dict[NamedNode, NamedNode | None]:
        """Return the facts that an entity is linked to, with the nearest strength."""
        graph = self._graph
        found: dict[NamedNode, NamedNode | None] = {}
        for link in graph.subjects(PG.entity, node):
            strength = graph.node(link, PG.strength)
            for fact in graph.nodes(link, PG.fact):
                found[fact] = min(found.get(fact), strength, key=_nearness)
        return found

    def _ordered(
        self, types: dict[NamedNode, frozenset[NamedNode]], wanted: frozenset[NamedNode]
    ) -> Sequence[NamedNode]:
        return self._reader.order(statement for statement, classes in types.items() if classes & wanted)

    def _kind(self, node: NamedNode) -> tuple[Ref, ...]:
        own = PREFIXES["pg"]
        passage = {OA.SpecificResource} if self._graph.node(node, OA.has_source) else set()
        types = sorted(
            self._graph.types(node) | passage, key=lambda type_: (not type_.value.startswith(own), type_.value)
        )
        return tuple(self._reader.ref(type_) for type_ in types)

    def _life(self, sayings: Iterable[NamedNode]) -> tuple[Moment, ...]:
        """Return the measures of an entity by year, the earliest first, in the order of stages."""
        measures = [self._reader.saying(node) for node in sayings if self._graph.node(node, PG.stage)]
        dated = [(saying.year, saying) for saying in measures if saying.year and saying.stage]
        dated.sort(key=lambda pair: (pair[0].code, _STAGE_ORDER.get(pair[1].stage.code if pair[1].stage else "", 9)))
        return tuple(Moment(year, tuple(s for _, s in found)) for year, found in groupby(dated, key=lambda p: p[0]))

    def _properties(self, node: NamedNode) -> tuple[tuple[Ref, tuple[Ref, ...]], ...]:
        rows: dict[NamedNode, list[Ref]] = {}
        for property_, value in self._graph.properties(node):
            if property_ not in _TOLD:
                rows.setdefault(property_, []).append(self._value(node, property_, value))
        return tuple((self._predicate(property_), tuple(values)) for property_, values in rows.items())

    def _predicate(self, property_: NamedNode) -> Ref:
        return Ref(
            predicate(property_.value, self._language) or self._reader.label(property_), self._reader.href(property_)
        )

    def _value(self, node: NamedNode, property_: NamedNode, value: Term) -> Ref:
        if isinstance(value, NamedNode):
            if property_ == PG.value:
                return Ref(self._reader.value(node), self._reader.href(value))
            return self._reader.ref(value) if self._reader.href(value) else Ref(value.value, _link(value.value))
        text = value.value if isinstance(value, Literal) else str(value)
        return Ref(text, _link(text))

    def _groups(self, node: NamedNode) -> tuple[Group, ...]:
        graph = self._graph
        links = graph.subjects(PG.fact, node)
        found = {
            "entities": sorted({entity for link in links for entity in graph.nodes(link, PG.entity)}, key=str),
            "narrower": graph.subjects(_BROADER, node),
            "documents": graph.subjects(DCTERMS.spatial, node),
            "members": graph.subjects(SKOS.in_scheme, node),
        }
        groups = [self._group(heading, nodes) for heading, nodes in found.items() if nodes]
        if node == ONTOLOGY:
            terms = [n for n in graph.subjects(DEFINED_BY, node) if n.value.startswith(PREFIXES["pg"])]
            groups.append(Group("terms", tuple(self._reader.defined(term_) for term_ in terms)))
        return tuple(groups)

    def _group(self, heading: str, nodes: Sequence[NamedNode]) -> Group:
        refs = tuple(self._reader.ref(node) for node in nodes[:MOST_REFS])
        return Group(heading, refs, max(0, len(nodes) - MOST_REFS))

    def _viewer(self, node: NamedNode) -> str:
        named = short(node.value)
        if named.partition(":")[0] not in _SHOWN and not self._graph.types(node) & FACTS:
            return ""
        state = {"node": named, "open": named} | ({"language": "en"} if self._language == "en" else {})
        start = "/" if self._whole else f"/view?{urlencode({'entity': node.value})}"
        return f"{start}#{urlencode(state)}"


def _nearness(strength: NamedNode | None) -> int:
    return len(_STRENGTH_ORDER) if strength is None else _STRENGTH_ORDER.get(strength, len(_STRENGTH_ORDER))


def _link(text: str) -> str:
    """Return an address that may be followed: http or https only."""
    return text if text.startswith(("http://", "https://")) and not any(map(str.isspace, text)) else ""
