"""A graph with its passages as W3C Web Annotation describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from policygraph.rdf import passages
from policygraph.rdf.nodes import Nodes
from policygraph.rdf.vocab import OA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import Quad


def annotated(quads: Sequence[Quad], texts: Mapping[str, str]) -> Iterator[Quad]:
    """Yield a graph and the selectors of its passages: by position, by quote and by page.

    Args:
        quads: the graph.
        texts: the texts of its documents by name, for the words around each quote; a text that does not have the quote
            at its place gives none.

    Raises:
        GraphError: the description of a passage is not whole.

    """
    yield from quads
    nodes = Nodes(quads)
    for quad in quads:
        if quad.predicate != OA.has_source or not isinstance(quad.subject, NamedNode):
            continue
        passage = passages.read(nodes, quad.subject)
        text = texts.get(passage.document, "")
        fits = text[passage.start : passage.end] == passage.quote
        # A passage that two graphs describe has its selectors in both.
        yield from passages.selectors(quad.subject, passage.within(text) if fits else passage, quad.graph_name)
