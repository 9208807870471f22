"""The ontology as quads: classes, properties, themes, indicators, codes."""

from __future__ import annotations

import functools

import pyoxigraph as ox

from policygraph import resources
from policygraph.errors import OntologyError
from policygraph.rdf import iris
from policygraph.rdf.nodes import Nodes
from policygraph.rdf.vocab import OWL

# Shapes say how a graph is checked, not what it says; and SHACL is written with blank nodes. Of the places of China, a graph
# describes those that it speaks of (policygraph.rdf.shared).
_LEFT_OUT = frozenset({"shapes.ttl", "places.ttl"})


@functools.cache
def quads() -> tuple[ox.Quad, ...]:
    """Return the Turtle files of ontology/ as quads of the vocabulary graph.

    Terms that are deprecated stay in the ontology for older graphs; none that is built says anything with them.

    Raises:
        OntologyError: a file is damaged, or has a blank node.

    """
    files = sorted(path for path in resources.ontology().glob("*.ttl") if path.name not in _LEFT_OUT)
    found: list[ox.Quad] = []
    for path in files:
        try:
            triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise OntologyError(f"{path}:{error.lineno}: no Turtle ({error.msg}); mend it or install again") from error
        if any(isinstance(node, ox.BlankNode) for quad in triples for node in (quad.subject, quad.object)):
            raise OntologyError(f"{path}: has a blank node; give it a name")
        deprecated = {triple.subject for triple in triples if triple.predicate == OWL.deprecated}
        kept = (triple for triple in triples if triple.subject not in deprecated)
        found += (ox.Quad(t.subject, t.predicate, t.object, iris.VOCABULARY) for t in kept)
    return tuple(found)


@functools.cache
def nodes() -> Nodes:
    """Return the nodes of the ontology."""
    return Nodes(quads())
