"""Targets and outcomes ↔ quads: an observation with a quantity of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from policygraph import facets
from policygraph.facets import Flow
from policygraph.rdf import iris, literals, rules, units
from policygraph.rdf.codes import ATTRIBUTES, COMPARATORS, FLOWS, KINDS, MEASURES, PERIODS, STATUSES
from policygraph.rdf.nodes import describe
from policygraph.rdf.passages import read as read_passage
from policygraph.rdf.vocab import PG, PROV, QUDT, RDF, SCHEMA, SDMX
from policygraph.statements import Attribute, Comparator, Fact, Period, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes

# Which property of schema:QuantitativeValue holds the value: a bound says on which side the truth may lie.
_HOLDS = {
    Comparator.EQUAL: SCHEMA.value,
    Comparator.ABOUT: SCHEMA.value,
    Comparator.AT_LEAST: SCHEMA.min_value,
    Comparator.MORE_THAN: SCHEMA.min_value,
    Comparator.RANGE: SCHEMA.min_value,
    Comparator.AT_MOST: SCHEMA.max_value,
    Comparator.LESS_THAN: SCHEMA.max_value,
}


def quads(fact: Fact, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a fact; its passage is described by :mod:`policygraph.rdf.passages`.

    That it is a ``qb:Observation`` and its value a ``schema:QuantitativeValue`` follows from the ontology.
    """
    yield from describe(
        iris.statement(fact.id), graph,
        (RDF.type, KINDS.node(fact.kind)),
        (PG.indicator, iris.indicator(fact.indicator, fact.concept)),
        (PG.indicator_name, literals.chinese(fact.indicator)),
        (PG.area, iris.area(fact.area, fact.passage.document)),
        (PG.year, iris.year(fact.year)),
        (PG.comparator, COMPARATORS.node(fact.comparator)),
        (PG.value, iris.quantity(fact.id)),
        (PG.written_as, Literal(fact.written)),
        (PG.theme, iris.theme(fact.theme) if fact.theme else None),
        (PG.heading, literals.chinese(fact.heading) if fact.heading else None),
        (SDMX.obs_status, None if fact.status is Status.NORMAL else STATUSES.node(fact.status)),
        (PG.attribute, None if fact.attribute is Attribute.NONE else ATTRIBUTES.node(fact.attribute)),
        *_facets(fact),
        (PROV.was_quoted_from, iris.passage(fact.passage)),
        *rules.pairs(fact.rule),
    )  # fmt: skip
    yield from _quantity(fact, graph)


def _facets(fact: Fact) -> Iterator[tuple[NamedNode, NamedNode | Literal | None]]:
    """Yield what is measured of what; :mod:`policygraph.facets` has the other parts of a name."""
    parts = facets.of(fact)
    yield PG.subject, literals.chinese(parts.subject)
    yield PG.measured, MEASURES.node(parts.measure)
    yield PG.flow, None if parts.flow is Flow.UNKNOWN else FLOWS.node(parts.flow)
    yield PG.period, None if fact.period is Period.YEAR else PERIODS.node(fact.period)


def _quantity(fact: Fact, graph: NamedNode) -> Iterator[Quad]:
    unit = units.unit(fact.unit)
    yield from describe(
        iris.quantity(fact.id), graph,
        (_HOLDS[fact.comparator], literals.decimal(fact.value)),
        (SCHEMA.max_value, None if fact.value_max is None else literals.decimal(fact.value_max)),
        (PG.unit, unit.node if unit else None),
        (QUDT.has_unit, unit.qudt if unit else None),
    )  # fmt: skip


def read(nodes: Nodes, node: NamedNode, kind: NamedNode) -> Fact:
    """Return the fact of a node.

    Args:
        nodes: the graph.
        node: the fact.
        kind: its class, ``pg:Target`` or ``pg:Outcome``.

    Raises:
        GraphError: its description is not whole.

    """
    comparator = COMPARATORS.code(nodes.node(node, PG.comparator))
    name = nodes.required(node, PG.indicator_name, "zh")
    quantity = nodes.node(node, PG.value)
    status = nodes.nodes(node, SDMX.obs_status)
    attribute = nodes.nodes(node, PG.attribute)
    period = nodes.nodes(node, PG.period)
    themes = nodes.nodes(node, PG.theme)
    return Fact(
        kind=KINDS.code(kind),
        indicator=name,
        concept=_concept(nodes.node(node, PG.indicator), name),
        area=iris.area_name(nodes.node(node, PG.area)),
        year=literals.whole(iris.local(nodes.node(node, PG.year), "year")),
        comparator=comparator,
        value=literals.number(nodes.required(quantity, _HOLDS[comparator])),
        value_max=_upper(nodes, quantity, comparator),
        unit=units.name(nodes, quantity),
        written=nodes.text(node, PG.written_as),
        status=STATUSES.code(status[0]) if status else Status.NORMAL,
        theme=iris.local(themes[0], "theme") if themes else "",
        heading=nodes.text(node, PG.heading, "zh"),
        passage=read_passage(nodes, nodes.node(node, PROV.was_quoted_from)),
        attribute=ATTRIBUTES.code(attribute[0]) if attribute else Attribute.NONE,
        rule=rules.names(nodes, node),
        period=PERIODS.code(period[0]) if period else Period.YEAR,
    )


def _concept(indicator: NamedNode, name: str) -> str:
    # A minted indicator is named after its Chinese name, a concept of the ontology after its English slug.
    return "" if indicator == iris.indicator(name) else iris.local(indicator, "indicator")


def _upper(nodes: Nodes, quantity: NamedNode, comparator: Comparator) -> Decimal | None:
    if comparator is not Comparator.RANGE:
        return None
    return literals.number(nodes.required(quantity, SCHEMA.max_value))
