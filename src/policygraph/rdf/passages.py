"""Passages ↔ quads: a specific resource with selectors by position, by quote and by page (W3C Web Annotation)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.errors import GraphError
from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import SEE_CHECK, describe
from policygraph.rdf.vocab import DCTERMS, OA, RDF
from policygraph.statements import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from policygraph.rdf.nodes import Nodes

# The page of a PDF file as its address names it (RFC 3778, 3): the fragment that W3C Web Annotation 4.2.1 takes.
_FRAGMENTS = NamedNode("http://tools.ietf.org/rfc/rfc3778")
_PAGE = "page="


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
    if passage.page:
        page = NamedNode(f"{node.value}/page")
        yield from describe(node, graph, (OA.has_selector, page))
        yield from describe(
            page, graph,
            (RDF.type, OA.FragmentSelector),
            (RDF.value, Literal(f"{_PAGE}{passage.page}")),
            (DCTERMS.conforms_to, _FRAGMENTS),
        )  # fmt: skip


def read(nodes: Nodes, node: NamedNode) -> Passage:
    """Return the passage of a node.

    Raises:
        GraphError: its description is not whole, or its offsets do not fit its quote.

    """
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    fragment = nodes.text(NamedNode(f"{node.value}/page"), RDF.value)
    try:
        return Passage(
            document=iris.local(nodes.node(node, OA.has_source), "doc"),
            start=literals.whole(nodes.required(position, OA.start)),
            end=literals.whole(nodes.required(position, OA.end)),
            quote=nodes.required(quote, OA.exact),
            prefix=nodes.text(quote, OA.prefix),
            suffix=nodes.text(quote, OA.suffix),
            page=int(fragment.removeprefix(_PAGE)) if fragment else None,
        )
    except ValueError as error:
        raise GraphError(f"{node.value}: {error}{SEE_CHECK}") from error
