"""What the statements of many documents point at: years, areas, and indicators that the ontology does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from policygraph.ontology import english, places
from policygraph.rdf import iris, literals
from policygraph.rdf.codes import LEVELS
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import DCTERMS, PG, RDF, RDFS, SCHEMA, SKOS, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.ontology.indicators import Indicator
    from policygraph.ontology.places import Place


def year(number: int, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a year."""
    yield from describe(
        iris.year(number), graph,
        (RDF.type, PG.Year),
        (RDF.type, TIME.DateTimeInterval),
        (RDFS.label, literals.chinese(f"{number}年")),
        (RDFS.label, literals.english(str(number))),
        (TIME.year, literals.gyear(number)),
    )  # fmt: skip


def area(node: NamedNode, name: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of an area; of a place that the gazetteer has, :func:`known` says the name."""
    place = places.get(name)
    is_known = place is not None and name == place.name
    yield from describe(
        node, graph,
        (RDF.type, PG.Area),
        (RDFS.label, None if is_known else literals.chinese(name)),
    )  # fmt: skip


def known(place: Place, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the gazetteer (ontology/places.ttl) says of a place."""
    others = {place.official, *place.former} - {place.name}
    yield from describe(
        iris.place(place.name), graph,
        (RDF.type, SCHEMA.Place),
        (RDFS.label, literals.chinese(place.name)),
        (SKOS.pref_label, literals.chinese(place.name)),
        (SKOS.pref_label, literals.english(place.english) if place.english else None),
        *((SKOS.alt_label, literals.chinese(other)) for other in others),
        (SKOS.notation, Literal(place.code) if place.code else None),
        (DCTERMS.type, LEVELS.node(place.level)),
        (SCHEMA.contained_in_place, iris.place(place.within) if place.within else None),
        (DCTERMS.is_replaced_by, iris.place(place.now) if place.now not in ("", "-") else None),
    )  # fmt: skip


def indicator(name: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield the definition of an indicator minted from its Chinese name."""
    label = english.named(name)
    yield from describe(
        iris.indicator(name), graph,
        (RDF.type, SKOS.Concept),
        (SKOS.pref_label, literals.chinese(name)),
        (SKOS.pref_label, literals.english(label.text)),
        (PG.machine_label, literals.english(label.text) if label.made else None),
        (SKOS.in_scheme, iris.INDICATOR_SCHEME),
    )  # fmt: skip


def own_indicator(indicator: Indicator, graph: NamedNode) -> Iterator[Quad]:
    """Yield the definition of an indicator that a lexicon gives, as the ontology defines its own."""
    yield from describe(
        iris.indicator(indicator.label, indicator.id), graph,
        (RDF.type, SKOS.Concept),
        (SKOS.pref_label, literals.chinese(indicator.label)),
        (SKOS.pref_label, literals.english(indicator.english) if indicator.english else None),
        *((SKOS.alt_label, literals.chinese(synonym)) for synonym in indicator.synonyms),
        (PG.direction, iris.code("direction", indicator.direction)),
        (PG.unit_kind, iris.code("unit-kind", indicator.unit_kind)),
        (SKOS.in_scheme, iris.INDICATOR_SCHEME),
    )  # fmt: skip
