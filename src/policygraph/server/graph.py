"""The graph that is served, looked up node by node, so that a page costs what it shows and nothing is read beforehand."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.rdf.vocab import DCTERMS, RDF, RDFS, SKOS
from policygraph.server.addresses import local
from policygraph.store import Oxigraph, hold, open_store

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_NAMES = (SKOS.pref_label, RDFS.label, DCTERMS.title)


def opened(where: Path | str) -> Oxigraph:
    """Open a graph to be served; one behind a remote endpoint is copied, so that questions stay on this machine.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    store = open_store(where)
    return store if isinstance(store, Oxigraph) else hold(store.quads())


class Graph:
    """A graph and its nodes, whatever named graph says them.

    Args:
        store: the graph.

    """

    def __init__(self, store: Oxigraph) -> None:
        self.store = store
        self._inner = store.inner
        # Names are asked for again and again: those of codes, themes, areas and years on every page.
        self.label = functools.lru_cache(maxsize=50_000)(self._label)

    def holds(self, node: NamedNode) -> bool:
        """Whether anything is said of a node, or in a named graph of that name."""
        patterns = ((node, None, None), (None, None, node))
        found = any(next(self._inner.quads_for_pattern(*pattern), None) for pattern in patterns)
        return found or self._inner.contains_named_graph(node)

    def properties(self, node: NamedNode) -> list[tuple[NamedNode, Term]]:
        """Return what is said of a node: predicates and objects, sorted, without doubles."""
        found = {(quad.predicate, quad.object) for quad in self._inner.quads_for_pattern(node, None, None)}
        return sorted(found, key=lambda pair: (pair[0].value, str(pair[1])))

    def nodes(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Return the nodes that a property leads to, by IRI, without doubles."""
        found = {quad.object for quad in self._inner.quads_for_pattern(node, predicate, None)}
        return sorted((value for value in found if isinstance(value, NamedNode)), key=lambda value: value.value)

    def node(self, node: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """Return the first node that a property leads to."""
        return next(iter(self.nodes(node, predicate)), None)

    def texts(self, node: NamedNode, predicate: NamedNode) -> list[Literal]:
        """Return the literals of a property, sorted, without doubles."""
        found = {quad.object for quad in self._inner.quads_for_pattern(node, predicate, None)}
        return sorted((value for value in found if isinstance(value, Literal)), key=str)

    def text(self, node: NamedNode, predicate: NamedNode) -> str:
        """Return the first literal of a property, or ``""``."""
        return next((literal.value for literal in self.texts(node, predicate)), "")

    def subjects(self, predicate: NamedNode | None, node: NamedNode) -> list[NamedNode]:
        """Return the nodes with a property (None: with any) that leads to a node, by IRI, without doubles."""
        found = {quad.subject for quad in self._inner.quads_for_pattern(None, predicate, node)}
        return sorted((value for value in found if isinstance(value, NamedNode)), key=lambda value: value.value)

    def types(self, node: NamedNode) -> frozenset[NamedNode]:
        """Return the classes of a node."""
        return frozenset(self.nodes(node, RDF.type))

    def named(self, node: NamedNode, language: str) -> str:
        """Return the name of a node in one language, or ``""``."""
        for predicate in _NAMES:
            for literal in self.texts(node, predicate):
                if literal.language == language:
                    return literal.value
        return ""

    def _label(self, node: NamedNode, language: str) -> str:
        """Return what a node is called: in this language, else in any, else by the last part of its IRI."""
        return (
            self.named(node, language)
            or next((self.text(node, predicate) for predicate in _NAMES if self.texts(node, predicate)), "")
            or local(node)
            or node.value
        )
