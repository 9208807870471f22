"""Relations of entities ↔ quads: the statement with its words, and the direct edge from one entity to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.rdf import iris, literals, rules
from policygraph.rdf.codes import BY, TIES
from policygraph.rdf.entities import name, type_of
from policygraph.rdf.nodes import describe
from policygraph.rdf.passages import read as read_passage
from policygraph.rdf.vocab import PG, PROV, RDF
from policygraph.statements import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes


def quads(relation: Relation, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a relation; its passage is described by :mod:`policygraph.rdf.passages`."""
    source, tie, target = iris.entity(relation.source), TIES.node(relation.tie), iris.entity(relation.target)
    yield from describe(
        iris.statement(relation.id), graph,
        (RDF.type, PG.Relation),
        (RDF.subject, source),
        (RDF.predicate, tie),
        (RDF.object, target),
        (PG.said_by, BY.node(relation.by)),
        (PG.year, iris.year(relation.year)),
        (PG.theme, iris.theme(relation.theme) if relation.theme else None),
        (PROV.was_quoted_from, iris.passage(relation.passage)),
        *rules.pairs(relation.rule),
    )  # fmt: skip
    yield from describe(source, graph, (tie, target))


def read(nodes: Nodes, node: NamedNode) -> Relation:
    """Return the relation of a node.

    Raises:
        GraphError: its description is not whole.

    """
    source, target = nodes.node(node, RDF.subject), nodes.node(node, RDF.object)
    themes = nodes.nodes(node, PG.theme)
    return Relation(
        source=name(nodes, source),
        source_type=type_of(nodes, source),
        tie=TIES.code(nodes.node(node, RDF.predicate)),
        target=name(nodes, target),
        target_type=type_of(nodes, target),
        by=BY.code(nodes.node(node, PG.said_by)),
        year=literals.whole(iris.local(nodes.node(node, PG.year), "year")),
        theme=iris.local(themes[0], "theme") if themes else "",
        passage=read_passage(nodes, nodes.node(node, PROV.was_quoted_from)),
        rule=rules.names(nodes, node),
    )
