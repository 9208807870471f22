"""Mentions ↔ quads: a measure where a stage is said, else a plain mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from policygraph.rdf import iris, literals, rules
from policygraph.rdf.codes import ENTITY_TYPES, MODES, STAGES
from policygraph.rdf.entities import name
from policygraph.rdf.nodes import describe
from policygraph.rdf.passages import read as read_passage
from policygraph.rdf.vocab import PG, PROV, RDF
from policygraph.statements import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes


def quads(mention: Mention, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a mention; its passages are described by :mod:`policygraph.rdf.passages`."""
    yield from describe(
        iris.statement(mention.id), graph,
        (RDF.type, PG.Measure if mention.stage else PG.Mention),
        (PG.entity, iris.entity(mention.entity)),
        (PG.mentioned_as, ENTITY_TYPES.node(mention.type)),
        (PG.surface, Literal(mention.surface.quote)),
        (PG.surface_passage, iris.passage(mention.surface)),
        (PG.year, iris.year(mention.year)),
        (PG.mode, MODES.node(mention.mode)),
        (PG.stage, STAGES.node(mention.stage) if mention.stage else None),
        (PG.theme, iris.theme(mention.theme) if mention.theme else None),
        (PG.heading, literals.chinese(mention.heading) if mention.heading else None),
        (PROV.was_quoted_from, iris.passage(mention.passage)),
        *rules.pairs(mention.rule),
    )  # fmt: skip


def read(nodes: Nodes, node: NamedNode) -> Mention:
    """Return the mention of a node.

    Raises:
        GraphError: its description is not whole.

    """
    stages = nodes.nodes(node, PG.stage)
    themes = nodes.nodes(node, PG.theme)
    return Mention(
        entity=name(nodes, nodes.node(node, PG.entity)),
        type=ENTITY_TYPES.code(nodes.node(node, PG.mentioned_as)),
        surface=read_passage(nodes, nodes.node(node, PG.surface_passage)),
        year=literals.whole(iris.local(nodes.node(node, PG.year), "year")),
        mode=MODES.code(nodes.node(node, PG.mode)),
        stage=STAGES.code(stages[0]) if stages else None,
        theme=iris.local(themes[0], "theme") if themes else "",
        heading=nodes.text(node, PG.heading, "zh"),
        passage=read_passage(nodes, nodes.node(node, PROV.was_quoted_from)),
        rule=rules.names(nodes, node),
    )
