"""Every target and what became of it: the outcome for the same indicator, area and year, from any document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger.dates import year_of
from policygraph.ledger.figures import distinct, leading
from policygraph.ledger.row import Relation, between, side
from policygraph.ledger.verdicts import Verdict, judge
from policygraph.statements import Comparator, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.identity import Identity
    from policygraph.ledger.row import Row
    from policygraph.ledger.silence import Silence

_BOUNDS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN})
# A result this many times its target, in a passage that reviews several years, is a total of these years.
_SEVERAL_YEARS = 3
_OTHER_PERIOD = (
    "a target of another stretch of time than the year: the year's own result stands beside it and judges nothing"
)
_OTHER_BASIS = "target and result are measured on different bases: the result stands beside it and judges nothing"


def rows(series: Series, same: Identity, silence: Silence, tolerance: Fraction) -> Iterator[Row]:
    """Yield a row for each target of a series.

    Args:
        series: the figures of one indicator and area.
        same: the figures that targets meet under other names.
        silence: what is said where there is no outcome.
        tolerance: how far 左右 reaches, as a part of the value.

    """
    for year, targets in series.targets.items():
        outcomes = series.outcomes.get(year, ())
        for target in distinct(targets):
            yield _matched(target, same, tolerance) or _row(target, targets, outcomes, silence, tolerance)


def _matched(target: Figure, same: Identity, tolerance: Fraction) -> Row | None:
    """Return the row of a target whose outcome has another name."""
    found = [match for match in same.outcomes(target) if not _is_total(target, match.second)]
    if not found:
        return None
    match = min(found, key=lambda match: _preference(target, match.second))
    judged = judge(target.quantity, match.second.quantity, target.direction, tolerance)
    return between(
        Relation.ASSESSED_BY,
        target,
        match.second,
        verdict=judged.verdict,
        rule=judged.rule,
        note=_note(target, match.second),
        likeness=match.likeness,
    )


def _row(
    target: Figure, targets: Sequence[Figure], outcomes: Sequence[Figure], silence: Silence, tolerance: Fraction
) -> Row:
    if not outcomes:
        return silence.outcome(target)
    if target.name.generic or _ambiguous(target, targets):
        note = "several things have this name, so that no result tells which of them is meant"
        return between(
            Relation.ASSESSED_BY, target, None, verdict=Verdict.NOT_ASSESSABLE, rule="one name, one value", note=note
        )
    if (
        target.period is not Period.YEAR
        and (year := [each for each in outcomes if each.period is Period.YEAR])
        and not any(each.period is target.period for each in outcomes)
    ):
        return _beside(target, year[-1], _OTHER_PERIOD, "is of another stretch of time")
    based = [outcome for outcome in outcomes if outcome.facets.basis == target.facets.basis]
    if not based:
        return _beside(target, outcomes[-1], _OTHER_BASIS, "is measured on another basis")
    outcomes = based
    fitting = [outcome for outcome in _comparable(target, outcomes) if not _is_total(target, outcome)]
    if not fitting:
        other = outcomes[-1]
        return silence.outcome(target, f"{other.fact.written} of {other.document.name} is of another stretch of time")
    outcome = min(fitting, key=lambda outcome: _preference(target, outcome))
    judged = judge(target.quantity, outcome.quantity, target.direction, tolerance)
    return between(
        Relation.ASSESSED_BY, target, outcome, verdict=judged.verdict, rule=judged.rule, note=_note(target, outcome)
    )


def _beside(target: Figure, outcome: Figure, rule: str, why: str) -> Row:
    """Return the row of a target with a result beside it that is not its own, and judges nothing."""
    return between(
        Relation.ASSESSED_BY,
        target,
        None,
        verdict=Verdict.NOT_ASSESSABLE,
        rule=rule,
        note=f"{outcome.fact.written} of {outcome.document.name} {why}",
        candidate=side(outcome),
    )


def _ambiguous(target: Figure, targets: Sequence[Figure]) -> bool:
    """Whether a minted name stands for several things in the target's document."""
    if target.name.concept:
        return False
    own = {t.quantity.anchor for t in targets if t.document == target.document and t.period is target.period}
    return len(own) > 1


def _comparable(target: Figure, outcomes: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the outcomes of the target's own period, one value for each document."""
    if target.period is Period.YEAR:
        return leading(outcomes)
    return tuple(outcome for outcome in outcomes if outcome.period is target.period)


def _is_total(target: Figure, outcome: Figure) -> bool:
    if target.period is not Period.YEAR or not outcome.reviewed:
        return False
    return abs(outcome.quantity.anchor) >= _SEVERAL_YEARS * abs(target.quantity.anchor) > 0


def _preference(target: Figure, outcome: Figure) -> tuple[object, ...]:
    """Order outcomes: final before provisional, exact before bounds, the government's own before others', newest first."""
    return (
        outcome.fact.status.is_unsure,
        outcome.quantity.comparator in _BOUNDS,
        outcome.document.area != target.document.area,
        -year_of(outcome.document),
        outcome.order,
    )


def _note(target: Figure, outcome: Figure) -> str:
    status = " (provisional)" if outcome.fact.status.is_unsure else ""
    said = f"{target.fact.written} set, {outcome.fact.written} reported{status}"
    value = target.quantity.anchor
    if not value:
        return said
    return f"{said}: {float(100 * (outcome.quantity.anchor - value) / abs(value)):+.1f} % of the value"
