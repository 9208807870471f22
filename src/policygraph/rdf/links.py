"""Links ↔ quads: which entity hangs together with which target or outcome, and how nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.rdf import iris, rules
from policygraph.rdf.codes import STRENGTHS
from policygraph.rdf.entities import name
from policygraph.rdf.nodes import describe
from policygraph.rdf.passages import read as read_passage
from policygraph.rdf.vocab import PG, PROV, RDF
from policygraph.statements import Link, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes
    from policygraph.statements import Fact


def identify(link: Link) -> str:
    """Return the link's name: a digest of what it joins and where."""
    p = link.passage
    return key("link", p.document, p.start, p.end, link.entity, link.mention, link.fact, link.strength)


def quads(link: Link, fact: Fact, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a link; its year is that of its fact, and so is its theme, which is not said again.

    Args:
        link: the link.
        fact: the fact that it leads to.
        graph: the graph of its document.

    """
    entity, statement = iris.entity(link.entity), iris.statement(link.fact)
    yield from describe(
        iris.statement(identify(link)), graph,
        (RDF.type, PG.Link),
        (PG.entity, entity),
        (PG.mention, iris.statement(link.mention)),
        (PG.fact, statement),
        (PG.strength, STRENGTHS.node(link.strength)),
        (PG.year, iris.year(fact.year)),
        (PROV.was_quoted_from, iris.passage(link.passage)),
        *rules.pairs(link.rule),
    )  # fmt: skip
    yield from describe(entity, graph, (PG.linked_to, statement))


def read(nodes: Nodes, node: NamedNode) -> Link:
    """Return the link of a node.

    Raises:
        GraphError: its description is not whole.

    """
    return Link(
        entity=name(nodes, nodes.node(node, PG.entity)),
        mention=iris.local(nodes.node(node, PG.mention), "st"),
        fact=iris.local(nodes.node(node, PG.fact), "st"),
        strength=STRENGTHS.code(nodes.node(node, PG.strength)),
        passage=read_passage(nodes, nodes.node(node, PROV.was_quoted_from)),
        rule=rules.names(nodes, node),
    )
