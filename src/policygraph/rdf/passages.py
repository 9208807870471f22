"""Passages ↔ quads: where words stand, and which; and the selectors of W3C Web Annotation for those who ask for them.

A graph has many passages. Each says its source, where it starts and ends, and its exact words, with the properties of
Web Annotation on the passage itself: it is its own selector. :func:`selectors` says the same as the standard has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.errors import GraphError
from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import SEE_CHECK, describe
from policygraph.rdf.vocab import DCTERMS, OA, PG, RDF
from policygraph.statements import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from policygraph.rdf.nodes import Graph, Nodes

# The page of a PDF file as its address names it (RFC 3778, 3): the fragment that W3C Web Annotation 4.2.1 takes.
_FRAGMENTS = NamedNode("http://tools.ietf.org/rfc/rfc3778")


def quads(passage: Passage, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a passage."""
    yield from describe(
        iris.passage(passage), graph,
        (OA.has_source, iris.document(passage.document)),
        (OA.start, literals.integer(passage.start)),
        (OA.end, literals.integer(passage.end)),
        (OA.exact, Literal(passage.quote)),
        (PG.page, literals.integer(passage.page) if passage.page else None),
    )  # fmt: skip


def selectors(node: NamedNode, passage: Passage, graph: Graph) -> Iterator[Quad]:
    """Yield the selectors of a passage: by position, by quote with the words around it, and by page where there are pages.

    Args:
        node: the passage.
        passage: what it says, with the words around it.
        graph: the graph that says it.

    """
    position, quote, page = (NamedNode(f"{node.value}/{name}") for name in ("position", "quote", "page"))
    yield from describe(
        node, graph,
        (RDF.type, OA.SpecificResource),
        (OA.has_selector, position),
        (OA.has_selector, quote),
        (OA.has_selector, page if passage.page else None),
    )  # fmt: skip
    yield from describe(
        position, graph,
        (RDF.type, OA.TextPositionSelector),
        (OA.start, literals.integer(passage.start)),
        (OA.end, literals.integer(passage.end)),
    )  # fmt: skip
    yield from describe(
        quote, graph,
        (RDF.type, OA.TextQuoteSelector),
        (OA.exact, Literal(passage.quote)),
        (OA.prefix, Literal(passage.prefix) if passage.prefix else None),
        (OA.suffix, Literal(passage.suffix) if passage.suffix else None),
    )  # fmt: skip
    if passage.page:
        yield from describe(
            page, graph,
            (RDF.type, OA.FragmentSelector),
            (RDF.value, Literal(f"page={passage.page}")),
            (DCTERMS.conforms_to, _FRAGMENTS),
        )  # fmt: skip


def read(nodes: Nodes, node: NamedNode) -> Passage:
    """Return the passage of a node, without the words around it, which a graph does not hold.

    Raises:
        GraphError: its description is not whole, or its offsets do not fit its quote.

    """
    page = nodes.text(node, PG.page)
    try:
        return Passage(
            document=iris.local(nodes.node(node, OA.has_source), "doc"),
            start=literals.whole(nodes.required(node, OA.start)),
            end=literals.whole(nodes.required(node, OA.end)),
            quote=nodes.required(node, OA.exact),
            page=literals.whole(page) if page else None,
        )
    except ValueError as error:
        raise GraphError(f"{node.value}: {error}{SEE_CHECK}") from error
