"""Targets of one year against those of the next: repeated, raised, lowered, softened, dropped."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from policygraph.ledger.dates import year_of
from policygraph.ledger.figures import leading
from policygraph.ledger.row import Relation, between
from policygraph.ledger.tasks import is_promise
from policygraph.ledger.verdicts import sign_of
from policygraph.ledger.wording import bound, firmness
from policygraph.statements import Comparator, Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.identity import Identity
    from policygraph.ledger.likeness import Likeness
    from policygraph.ledger.row import Row
    from policygraph.ledger.silence import Silence

# A document that sets fewer targets for its year is no plan of the year, so that nothing is gone from it.
LEAST_TARGETS: Final = 10


def rows(series: Series, plans: Mapping[str, frozenset[int]], same: Identity, silence: Silence) -> Iterator[Row]:
    """Yield the revisions of one indicator and area.

    Args:
        series: its figures.
        plans: the years for which each area's documents set targets of many sorts, by :func:`plans`.
        same: the targets that it meets under other names.
        silence: what is said where there is none.

    """
    for year, all_ in series.targets.items():
        targets = tuple(filter(is_promise, all_))
        later = series.targets.get(year + 1, ())
        for first, second in _pairs(leading(targets), leading(later)):
            yield from _compared(first, second, "")
        for first, second in _set_again(leading(targets)):
            yield from _compared(first, second, f"the target for {year}, set again in {year_of(second.document)}; ")
        matched = [match for target in targets for match in same.next(target)]
        for match in matched:
            yield from _compared(match.first, match.second, "", match.likeness)
        yield from _dropped(targets, (*later, *(match.second for match in matched)), plans, silence)


def plans(figures: Sequence[Figure]) -> Mapping[str, frozenset[int]]:
    """Return the years of which an area's documents hold a plan: at least ten targets, set in the year itself."""
    counted: Counter[tuple[str, int]] = Counter()
    for figure in figures:
        if figure.fact.kind is Kind.TARGET and figure.fact.year == year_of(figure.document):
            counted[figure.document.area, figure.fact.year] += 1
    years: defaultdict[str, set[int]] = defaultdict(set)
    for (area, year), number in counted.items():
        if number >= LEAST_TARGETS:
            years[area].add(year)
    return {area: frozenset(found) for area, found in years.items()}


def _pairs(firsts: Sequence[Figure], seconds: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each statement of one year with the first of the next, and the first with each of the next.

    So that the number of pairs grows with that of the statements and not with its square; the second has to come from
    a later year's document.
    """
    if not firsts or not seconds:
        return
    chosen = [(first, seconds[0]) for first in firsts] + [(firsts[0], second) for second in seconds[1:]]
    for first, second in chosen:
        if year_of(first.document) < year_of(second.document) and first.facets.basis == second.facets.basis:
            yield first, second


def _set_again(targets: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield a year's target and the first other one for the same year in a later year's document."""
    for second in targets[1:]:
        first = targets[0]
        if year_of(first.document) < year_of(second.document) and first.quantity.anchor != second.quantity.anchor:
            yield first, second
            return


def _compared(first: Figure, second: Figure, lead: str, likeness: Likeness | None = None) -> Iterator[Row]:
    sign = sign_of(first.direction)
    more = second.quantity.anchor - first.quantity.anchor
    note = f"{lead}{first.fact.written} → {second.fact.written}"
    rule = "by the number: neither more nor less of it is better" if sign == 0 else f"{first.direction} is better"
    relation = Relation.REPEATED if more == 0 else Relation.RAISED if more * (sign or 1) > 0 else Relation.LOWERED
    if first.fact.comparator is not second.fact.comparator:
        note += f" (comparator {first.fact.comparator} → {second.fact.comparator})"
    yield between(relation, first, second, rule=rule, note=note, likeness=likeness)
    yield from _softened(first, second, likeness)


def _softened(first: Figure, second: Figure, likeness: Likeness | None) -> Iterator[Row]:
    (before, said), (after, says) = firmness(first.fact.passage), firmness(second.fact.passage)
    loosened = second.fact.comparator is Comparator.ABOUT and bound(first.fact.comparator)
    if loosened or after < before:
        note = f"{loosened} → 左右" if loosened else f"{said or 'no such word'} → {says or 'no such word'}"
        yield between(
            Relation.SOFTENED,
            first,
            second,
            rule="确保 is firmer than a bare target, then 按…安排, then 力争; 以上 and 以内 are firmer than 左右",
            note=note,
            likeness=likeness,
        )


def _dropped(
    targets: Sequence[Figure], later: Sequence[Figure], plans: Mapping[str, frozenset[int]], silence: Silence
) -> Iterator[Row]:
    """Yield the row of a year's target that an area's plan sets and its next plan does not."""
    gone = {figure.document.area for figure in later}
    for figure in targets:
        area, year = figure.document.area, figure.fact.year
        of_the_year = figure.period is Period.YEAR and year_of(figure.document) == year
        if not of_the_year or area in gone or not {year, year + 1} <= plans.get(area, frozenset()):
            continue
        gone.add(area)
        yield from silence.successor(figure)
