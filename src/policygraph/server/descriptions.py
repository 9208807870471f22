"""What the graph says of a resource, as RDF in several formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.rdf.vocab import BASE, term
from policygraph.server.addresses import ONTOLOGY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.server.graph import Graph

# By media type, best first; the names are those of the parameter ``format``.
MEDIA: Final = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
}
TYPES: Final = {form: media for media, form in MEDIA.items()}

DEFINED_BY: Final = term("rdfs", "isDefinedBy")

_GRAPHS: Final = f"{BASE}graph/"


def triples(graph: Graph, node: ox.NamedNode) -> list[ox.Triple]:
    """Return what is said of a resource and of its parts, and what leads to it; of a named graph, all that is in it.

    A part has the IRI of the whole and a slash (the value of a fact, the selectors of a passage), or, of the ontology,
    a fragment.

    Returns:
        The triples, sorted.

    """
    found = {quad.triple for quad in _quads(graph.store.inner, node)}
    return sorted(found, key=lambda triple: (str(triple.subject), triple.predicate.value, str(triple.object)))


def _quads(store: ox.Store, node: ox.NamedNode) -> Iterator[ox.Quad]:
    if node == ONTOLOGY:
        # What the ontology defines leads to it, terms and codes; the codes are resources of their own.
        for quad in store.quads_for_pattern(None, DEFINED_BY, node):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(f"{node.value}#"):
                yield from store.quads_for_pattern(quad.subject, None, None)
    else:
        yield from store.quads_for_pattern(None, None, node)
    if node.value.startswith(_GRAPHS):
        yield from store.quads_for_pattern(None, None, None, node)
    yield from _whole(store, node, f"{node.value}/")


def _whole(store: ox.Store, node: ox.NamedNode, inside: str) -> Iterator[ox.Quad]:
    for quad in store.quads_for_pattern(node, None, None):
        yield quad
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(inside):
            yield from store.quads_for_pattern(quad.object, None, None)
