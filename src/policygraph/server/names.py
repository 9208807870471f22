"""Finding resources by their names, and those that statements are about most."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from policygraph.rdf.codes import ENTITY_TYPES
from policygraph.rdf.vocab import PG, PREFIXES, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from policygraph.server.graph import Graph

MOST_FOUND: Final = 100
# Nodes above which the start of a server is the search: the page of the whole graph takes long to make and to send.
_LARGE: Final = 5_000
_PREDICATES: Final = (RDFS.label, SKOS.pref_label, SKOS.alt_label)
_SORTS: Final = tuple(PREFIXES[prefix] for prefix in ("entity", "theme", "indicator", "place"))


class Names:
    """The names of entities, themes, indicators and areas.

    Args:
        graph: the graph.

    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._inner = graph.store.inner

    def find(self, text: str) -> list[NamedNode]:
        """Return resources with a name like a text: the same name first, then names that begin with it, then hold it."""
        wanted = text.strip().casefold()
        if not wanted:
            return []
        ranks: dict[str, tuple[int, int]] = {}
        for name, iri in self._names:
            if wanted in name:
                rank = (0 if name == wanted else 1 if name.startswith(wanted) else 2, len(name))
                ranks[iri] = min(rank, ranks.get(iri, rank))
        return [NamedNode(iri) for iri in sorted(ranks, key=lambda iri: (ranks[iri], iri))[:MOST_FOUND]]

    def near(self, text: str) -> list[NamedNode]:
        """Return resources whose name holds a text, or most of it from either end."""
        parts = (text[:length] for length in range(len(text), max(len(text) // 2, 1), -1))
        ends = (text[-length:] for length in range(len(text), max(len(text) // 2, 1), -1))
        return next((found for both in zip(parts, ends, strict=True) for found in map(self.find, both) if found), [])[
            :10
        ]

    @functools.cached_property
    def used(self) -> Counter[str]:
        """How many statements are about each entity, theme, year and area, by IRI."""
        predicates = (PG.entity, PG.theme, PG.year, PG.area)
        return Counter(
            quad.object.value
            for predicate in predicates
            for quad in self._inner.quads_for_pattern(None, predicate, None)
            if isinstance(quad.object, NamedNode)
        )

    @functools.cached_property
    def large(self) -> bool:
        """Whether the page of the whole graph is large: it shows entities, facts, indicators and themes."""
        classes = (PG.Target, PG.Outcome, *(node for _, node in ENTITY_TYPES.pairs()))
        nodes: set[object] = {
            quad.subject for class_ in classes for quad in self._inner.quads_for_pattern(None, RDF.type, class_)
        }
        for predicate in (PG.indicator, PG.theme):
            nodes |= {quad.object for quad in self._inner.quads_for_pattern(None, predicate, None)}
        return len(nodes) > _LARGE

    def most(self, prefix: str, limit: int) -> list[NamedNode]:
        """Return the resources of a namespace that most statements are about."""
        namespace = PREFIXES[prefix]
        found = [(iri, number) for iri, number in self.used.items() if iri.startswith(namespace)]
        return [NamedNode(iri) for iri, _ in sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]]

    @functools.cached_property
    def _names(self) -> list[tuple[str, str]]:
        found = {
            (quad.object.value.casefold(), quad.subject.value)
            for predicate in _PREDICATES
            for quad in self._inner.quads_for_pattern(None, predicate, None)
            if isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Literal)
            and quad.subject.value.startswith(_SORTS)
        }
        return sorted(found)
