"""What the statements of many documents point at: years, areas, and indicators that the ontology does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ontology import labels
from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import PG, RDF, RDFS, SKOS, TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode, Quad

    from policygraph.ontology.indicators import Indicator


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


def area(name: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of an area."""
    yield from describe(
        iris.place(name), graph,
        (RDF.type, PG.Area),
        (RDFS.label, literals.chinese(name)),
    )  # fmt: skip


def indicator(name: str, graph: NamedNode) -> Iterator[Quad]:
    """Yield the definition of an indicator minted from its Chinese name."""
    english = labels.english(name)
    yield from describe(
        iris.indicator(name), graph,
        (RDF.type, SKOS.Concept),
        (SKOS.pref_label, literals.chinese(name)),
        (SKOS.pref_label, literals.english(english) if english else None),
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
