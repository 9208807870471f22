"""Passages ↔ quads: a specific resource with a selector by position and one by quote (W3C Web Annotation)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.errors import GraphError
from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import SEE_CHECK, describe
from policygraph.rdf.vocab import OA, RDF
from policygraph.statements import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from policygraph.rdf.nodes import Nodes


def quads(passage: Passage, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a passage."""
    node = iris.passage(passage)
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    yield from describe(
        node, graph,
        (RDF.type, OA.SpecificResource),
        (OA.has_source, iris.document(passage.document)),
        (OA.has_selector, position),
        (OA.has_selector, quote),
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


def read(nodes: Nodes, node: NamedNode) -> Passage:
    """Return the passage of a node.

    Raises:
        GraphError: its description is not whole, or its offsets do not fit its quote.

    """
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    try:
        return Passage(
            document=iris.local(nodes.node(node, OA.has_source), "doc"),
            start=literals.whole(nodes.required(position, OA.start)),
            end=literals.whole(nodes.required(position, OA.end)),
            quote=nodes.required(quote, OA.exact),
            prefix=nodes.text(quote, OA.prefix),
            suffix=nodes.text(quote, OA.suffix),
        )
    except ValueError as error:
        raise GraphError(f"{node.value}: {error}{SEE_CHECK}") from error
