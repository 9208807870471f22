"""Mentions ↔ quads: a measure where a stage is said, else a plain mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from policygraph.rdf import iris, literals, rules
from policygraph.rdf.codes import ENTITY_TYPES, MODES, STAGES
from policygraph.rdf.entities import name, type_of
from policygraph.rdf.nodes import describe
from policygraph.rdf.passages import read as read_passage
from policygraph.rdf.vocab import PG, PROV, RDF
from policygraph.statements import Mention, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes
    from policygraph.statements import EntityType


def quads(mention: Mention, graph: NamedNode, type_: EntityType | None = None) -> Iterator[Quad]:
    """Yield what the graph says of a mention; its passage is described by :mod:`policygraph.rdf.passages`.

    What is as one expects is not said: words that are the entity's name, their place where they first stand in the
    passage, a type that is the entity's.

    Args:
        mention: the mention.
        graph: the graph of its document.
        type_: the type of the entity; None where the graph does not describe it.

    """
    words, page = mention.surface.quote, mention.surface.page
    yield from describe(
        iris.statement(mention.id), graph,
        (RDF.type, PG.Measure if mention.stage else PG.Mention),
        (PG.entity, iris.entity(mention.entity)),
        (PG.mentioned_as, None if mention.type is type_ else ENTITY_TYPES.node(mention.type)),
        (PG.surface, None if words == mention.entity else Literal(words)),
        (PG.surface_start, None if _is_first(mention) else literals.integer(mention.surface.start)),
        (PG.surface_page, literals.integer(page) if page and page != mention.passage.page else None),
        (PG.year, iris.year(mention.year)),
        (PG.mode, MODES.node(mention.mode)),
        (PG.stage, STAGES.node(mention.stage) if mention.stage else None),
        (PG.theme, iris.theme(mention.theme) if mention.theme else None),
        (PG.heading, literals.chinese(mention.heading) if mention.heading else None),
        (PROV.was_quoted_from, iris.passage(mention.passage)),
        *rules.pairs(mention.rule),
    )  # fmt: skip


def _is_first(mention: Mention) -> bool:
    """Whether the words that name the entity stand in the passage, and not before."""
    at = mention.passage.quote.find(mention.surface.quote)
    return at >= 0 and mention.passage.start + at == mention.surface.start


def surface(nodes: Nodes, node: NamedNode, passage: Passage) -> Passage:
    """Return the words of a mention's passage that name the entity.

    Raises:
        GraphError: they are nowhere.
        ValueError: where they start is no number.

    """
    words = nodes.text(node, PG.surface) or name(nodes, nodes.node(node, PG.entity))
    at, page = passage.quote.find(words), nodes.text(node, PG.surface_page)
    said = nodes.text(node, PG.surface_start) if at >= 0 else nodes.required(node, PG.surface_start)
    start = literals.whole(said) if said else passage.start + at
    return Passage(
        passage.document, start, start + len(words), words, page=literals.whole(page) if page else passage.page
    )


def read(nodes: Nodes, node: NamedNode) -> Mention:
    """Return the mention of a node.

    Raises:
        GraphError: its description is not whole.

    """
    stages = nodes.nodes(node, PG.stage)
    themes = nodes.nodes(node, PG.theme)
    passage = read_passage(nodes, nodes.node(node, PROV.was_quoted_from))
    entity = nodes.node(node, PG.entity)
    types = nodes.nodes(node, PG.mentioned_as)
    return Mention(
        entity=name(nodes, entity),
        type=ENTITY_TYPES.code(types[0]) if types else type_of(nodes, entity),
        surface=surface(nodes, node, passage),
        year=literals.whole(iris.local(nodes.node(node, PG.year), "year")),
        mode=MODES.code(nodes.node(node, PG.mode)),
        stage=STAGES.code(stages[0]) if stages else None,
        theme=iris.local(themes[0], "theme") if themes else "",
        heading=nodes.text(node, PG.heading, "zh"),
        passage=passage,
        rule=rules.names(nodes, node),
    )
