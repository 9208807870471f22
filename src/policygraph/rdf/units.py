"""Units ↔ concepts: those of the ontology, with QUDT's where it has the unit, and minted ones."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.rdf import iris, literals, vocabulary
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import PG, PREFIXES, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from policygraph.rdf.nodes import Nodes

_UNITS = f"{PREFIXES['pgc']}unit/"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit concept.

    Attributes:
        node: our own concept.
        qudt: the unit of QUDT that it is the same as, or None.
        minted: whether the ontology does not have it.

    """

    node: NamedNode
    qudt: NamedNode | None = None
    minted: bool = False


def unit(name: str) -> Unit | None:
    """Return the concept of a bare unit such as ``元`` or ``%``; None for ``""``: a number without unit."""
    if not name:
        return None
    return _known().get(name) or Unit(iris.minted_unit(name), minted=True)


def quads(name: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield the definition of a minted unit."""
    yield from describe(
        iris.minted_unit(name), graph,
        (RDF.type, SKOS.Concept),
        (SKOS.pref_label, literals.chinese(name)),
        (SKOS.notation, Literal(name)),
        (SKOS.in_scheme, iris.UNIT_SCHEME),
    )  # fmt: skip


def name(nodes: Nodes, quantity: NamedNode) -> str:
    """Return the bare unit of a quantity, or ``""``."""
    found = nodes.nodes(quantity, PG.unit)
    return nodes.text(found[0], SKOS.notation) or _name(found[0]) if found else ""


def _name(node: NamedNode) -> str:
    # The graph may come without its vocabulary.
    return _names().get(node) or iris.local(node, "pgc").removeprefix("unit/")


@functools.cache
def _known() -> dict[str, Unit]:
    return {name: Unit(node, _qudt(node)) for node, name in _names().items()}


@functools.cache
def _names() -> dict[NamedNode, str]:
    nodes = vocabulary.nodes()
    units = (node for node in nodes.instances(SKOS.Concept) if node.value.startswith(_UNITS))
    return {node: nodes.text(node, SKOS.notation) or nodes.text(node, SKOS.pref_label, "zh") for node in units}


def _qudt(node: NamedNode) -> NamedNode | None:
    matches = vocabulary.nodes().nodes(node, SKOS.exact_match)
    return next((match for match in matches if match.value.startswith(PREFIXES["unit"])), None)
