"""Entities ↔ quads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.ontology import places
from policygraph.rdf import iris, literals
from policygraph.rdf.codes import ENTITY_TYPES
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import PG, RDF, RDFS, SKOS
from policygraph.statements import Entity, EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes

_CLASSES: Final = frozenset(class_ for _, class_ in ENTITY_TYPES.pairs())


def quads(entity: Entity, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of an entity; one that is a place of the gazetteer is tied to it."""
    place = places.get(entity.name) if entity.type is EntityType.PLACE else None
    yield from describe(
        iris.entity(entity.name), graph,
        (RDF.type, ENTITY_TYPES.node(entity.type)),
        (RDFS.label, literals.chinese(entity.name)),
        (RDFS.label, literals.english(entity.english) if entity.english else None),
        (PG.machine_label, literals.english(entity.english) if entity.machine_english else None),
        *((SKOS.alt_label, literals.chinese(alias)) for alias in entity.aliases),
        (SKOS.exact_match, iris.place(place.name) if place else None),
    )  # fmt: skip


def read(nodes: Nodes, node: NamedNode, type_: EntityType) -> Entity:
    """Return the entity of a node, given its type."""
    return Entity(
        name=name(nodes, node),
        type=type_,
        english=nodes.text(node, RDFS.label, "en"),
        aliases=tuple(nodes.texts(node, SKOS.alt_label, "zh")),
        machine_english=bool(nodes.text(node, PG.machine_label, "en")),
    )


def type_of(nodes: Nodes, node: NamedNode) -> EntityType:
    """Return the type of an entity.

    Raises:
        ValueError: it is described by no class of entities.

    """
    found = [class_ for class_ in nodes.nodes(node, RDF.type) if class_ in _CLASSES]
    if not found:
        raise ValueError(f"{node.value} is described by no class of entities")
    return ENTITY_TYPES.code(found[0])


def name(nodes: Nodes, node: NamedNode) -> str:
    """Return the Chinese name of an entity; without a label, the name in its IRI, which is the same."""
    return nodes.text(node, RDFS.label, "zh") or iris.local(node, "entity")
