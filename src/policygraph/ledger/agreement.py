"""Statements of one fact in several places: restated, or in conflict, and what sort of conflict it is."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygraph.ledger.dates import year_of
from policygraph.ledger.rounding import Rounded
from policygraph.ledger.row import Relation, between
from policygraph.ontology import wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.row import Row


class Conflict(StrEnum):
    """Why two statements of one kind, indicator, area and year give different values."""

    CONTRADICTION = "contradiction"
    PERIOD = "different period"
    SCOPE = "different scope"
    BOUNDS = "compatible bounds"
    STATUS = "provisional figure"
    REPORTS = "different reports"


_RULES: Final = {
    Conflict.CONTRADICTION: "nothing in the words tells why they differ",
    Conflict.PERIOD: "they speak of different stretches of time",
    Conflict.SCOPE: "one speaks of a part, or of another thing of the same name",
    Conflict.BOUNDS: "both bounds can be true of one value",
    Conflict.STATUS: "one is an estimate, the other is not",
    Conflict.REPORTS: "reports of different years give them, and nothing in the words tells why they differ",
}
# Words that narrow a figure to a part of what its name says.
_PARTS = wordclasses.pattern(
    r"<parts_of_a_place>|"
    r"<basins>|<parts_of_a_programme>"
)


def rows(series: Series) -> Iterator[Row]:
    """Yield what agrees and what does not among the targets of each year, and among its outcomes."""
    for by_year in (series.targets, series.outcomes):
        for figures in by_year.values():
            yield from _year(figures)


def _year(figures: Sequence[Figure]) -> Iterator[Row]:
    values = _by_value(figures)
    for same in values:
        # A chain, since to restate is transitive: a with b and b with c, not a with c.
        for first, second in pairwise(same):
            yield between(
                Relation.RESTATED,
                first,
                second,
                rule="kind, indicator, area, year, period and value agree",
                note=_rounded(first, second),
            )
    several = _several(figures) if len(values) > 1 else frozenset()
    for other in values[1:]:
        sort = _sort(values[0][0], other[0], several)
        if sort:
            note = f"{values[0][0].fact.written} against {other[0].fact.written}"
            yield between(Relation.CONFLICT, values[0][0], other[0], verdict=sort, rule=_RULES[sort], note=note)


def _by_value(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures by period and value, a rounded value with the exact one, in order."""
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.period, *_value(figure)), []).append(figure)
    groups = list(found.values())
    return _rounded_joined(groups) if len(groups) > 1 else groups


def _value(figure: Figure) -> tuple[Fraction, Fraction]:
    return figure.quantity.low, figure.quantity.high


def _rounded_joined(groups: list[list[Figure]]) -> list[list[Figure]]:
    """Join the groups of outcomes of which one value is the rounded form of the other."""
    joined: list[list[Figure]] = []
    known = Rounded()
    for group in groups:
        at = known.find(group[0])
        if at is None:
            known.add(group[0], len(joined))
            joined.append(list(group))
        else:
            joined[at] += group
    return joined


def _rounded(first: Figure, second: Figure) -> str:
    return "" if _value(first) == _value(second) else f"{first.fact.written} and {second.fact.written}: one is rounded"


def _sort(first: Figure, second: Figure, several: frozenset[str]) -> Conflict | None:
    """Return the sort of a conflict, or None where the two are no statements of one fact.

    Args:
        first: the first statement.
        second: one of another value.
        several: the documents that give several values.

    """
    if _value(first) == _value(second) or any(_is_minted(figure, several) for figure in (first, second)):
        return None
    if first.period is not second.period:
        return Conflict.PERIOD
    if year_of(first.document) != year_of(second.document) and first.fact.kind is Kind.TARGET:
        return None
    if first.quantity.meets(second.quantity):
        return Conflict.BOUNDS
    if first.fact.status.is_unsure is not second.fact.status.is_unsure:
        return Conflict.STATUS
    if first.facets.basis != second.facets.basis:
        return Conflict.SCOPE
    if first.document == second.document or _parts(first) != _parts(second):
        return Conflict.SCOPE
    # Figures of a year are revised, and what is measured changes: which of both it was no word tells.
    return Conflict.CONTRADICTION if year_of(first.document) == year_of(second.document) else Conflict.REPORTS


def _several(figures: Sequence[Figure]) -> frozenset[str]:
    """Return the names of the documents that give several values."""
    values: dict[str, set[tuple[Fraction, Fraction]]] = {}
    for figure in figures:
        values.setdefault(figure.document.name, set()).add(_value(figure))
    return frozenset(name for name, given in values.items() if len(given) > 1)


def _is_minted(figure: Figure, several: frozenset[str]) -> bool:
    """Whether the figure's document gives several values under a minted name, which then are several things."""
    return not figure.name.concept and figure.document.name in several


def _parts(figure: Figure) -> frozenset[str]:
    return frozenset(_PARTS.findall(figure.fact.passage.quote))
