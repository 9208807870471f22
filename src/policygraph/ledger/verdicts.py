"""Was a target reached? One rule for each comparator, with the direction of the indicator.

Sources: 左右 is met within 5 % of the value, or beyond it in the good direction, as the annotators of the gold took it;
以上 and 以内 include the value, 超过 and 低于 leave it out (《立法技术规范》 2009, 24: 以上、以内 include the number). A bound
reported as reached (突破1.5万亿) counts as its value, for a report names the highest mark that was passed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from policygraph.statements import Comparator

if TYPE_CHECKING:
    from policygraph.ledger.quantities import Quantity
    from policygraph.ontology.indicators import Direction

# Of the target's value: how far 左右 reaches, and how far beyond a bound a result has to be to exceed it.
TOLERANCE: Final = Fraction(5, 100)

_FLOORS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_CEILINGS = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


class Verdict(StrEnum):
    """What became of a target."""

    MET = "met"
    EXCEEDED = "exceeded"
    MISSED = "missed"
    BETTER = "better"
    WORSE = "worse"
    INSIDE = "inside"
    ABOVE = "above"
    BELOW = "below"
    NOT_REPORTED = "not reported"
    NOT_YET_DUE = "not yet due"
    NOT_ASSESSABLE = "not assessable"
    POSSIBLY = "possibly reported"
    IN_WORDS = "reported in words"
    DONE = "done"
    UNDERWAY = "underway"
    NOT_TOLD = "not told"


# Where less is better, who has less did better, and exceeded nothing.
_WORDED: Final = {Verdict.EXCEEDED: Verdict.BETTER, Verdict.MISSED: Verdict.WORSE}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and the rule that gave it."""

    verdict: Verdict
    rule: str


def judge(target: Quantity, outcome: Quantity, direction: Direction, tolerance: Fraction = TOLERANCE) -> Judgement:
    """Return the verdict on a target, given an outcome of the same dimension.

    Args:
        target: what was to be reached.
        outcome: what was reported as reached.
        direction: whether more or less of it is better; of neither, the target itself is best; a band is to be kept.
        tolerance: how far 左右 reaches, as a part of the value.

    """
    if target.dimension != outcome.dimension:
        return Judgement(Verdict.NOT_ASSESSABLE, f"{target.dimension} and {outcome.dimension} do not compare")
    target, outcome = _alike(target, outcome)
    if direction == "band":
        return _band(target, outcome.anchor, tolerance)
    judged = _judged(target, outcome, direction, tolerance)
    return replace(judged, verdict=_WORDED.get(judged.verdict, judged.verdict)) if direction == "less" else judged


def sign_of(direction: Direction) -> int:
    """Return 1 where more is better, -1 where less is, 0 where neither is."""
    return {"more": 1, "less": -1, "none": 0, "band": 0}[direction]


def _alike(target: Quantity, outcome: Quantity) -> tuple[Quantity, Quantity]:
    """Return both at the precision of the coarser number: 58.08 % is 58.1 %, where that is what was written."""
    coarse = max(target.precision, outcome.precision)
    if not coarse or target.precision == outcome.precision:
        return target, outcome
    return (target.rounded(coarse), outcome) if outcome.precision == coarse else (target, outcome.rounded(coarse))


def _judged(target: Quantity, outcome: Quantity, direction: Direction, tolerance: Fraction) -> Judgement:
    if target.comparator is Comparator.RANGE:
        return _range(target, outcome.anchor, direction)
    if target.comparator in _FLOORS:
        return _bound(target, outcome, 1, tolerance)
    if target.comparator in _CEILINGS:
        return _bound(target, outcome, -1, tolerance)
    if target.comparator is Comparator.ABOUT:
        return _about(target.anchor, outcome.anchor, direction, tolerance)
    return _equal(target.anchor, outcome.anchor, direction, tolerance)


def _band(target: Quantity, reached: Fraction, tolerance: Fraction) -> Judgement:
    """A price: neither exceeded nor missed, but inside, above or below what was set."""
    low, high = target.interval
    margin = Fraction(0) if target.comparator is Comparator.RANGE else _part(target.anchor, tolerance)
    rule = f"a band: what was set, and {_percent(tolerance)} of it to both sides"
    if low is not None and reached < low - margin:
        return Judgement(Verdict.BELOW, rule)
    return Judgement(Verdict.ABOVE if high is not None and reached > high + margin else Verdict.INSIDE, rule)


def _bound(target: Quantity, outcome: Quantity, sign: int, tolerance: Fraction) -> Judgement:
    """以上, 超过: a floor, exceeded beyond the tolerance; 以内, 低于: a ceiling, which is kept or not."""
    beyond = sign * (outcome.anchor - target.anchor)
    if (
        not beyond
        and target.strict
        and outcome.comparator is Comparator.EQUAL
        and (outcome.precision or outcome.rounded_off)
    ):
        return Judgement(Verdict.NOT_ASSESSABLE, f"{target.comparator.value} leaves out the value, which was rounded")
    # 超7000 reported for a target of 超7000 is the same claim.
    missed = beyond < 0 or (beyond == 0 and target.strict and outcome.comparator is Comparator.EQUAL)
    if sign < 0:
        rule = f"{target.comparator.value} is a ceiling; kept at it or below"
        return Judgement(Verdict.MISSED if missed else Verdict.MET, rule)
    rule = f"{target.comparator.value} is a floor; exceeded more than {_percent(tolerance)} beyond it"
    return Judgement(_graded(missed, beyond, _part(target.anchor, tolerance)), rule)


def _about(value: Fraction, reached: Fraction, direction: Direction, tolerance: Fraction) -> Judgement:
    """左右, 约: met within the tolerance, or beyond it in the good direction."""
    margin, sign = _part(value, tolerance), sign_of(direction)
    rule = f"左右 reaches {_percent(tolerance)} of the value"
    if sign == 0:
        return Judgement(Verdict.MET if abs(reached - value) <= margin else Verdict.MISSED, f"{rule} to both sides")
    beyond = sign * (reached - value)
    return Judgement(_graded(beyond < -margin, beyond, margin), f"{rule}; {direction} is better")


def _equal(value: Fraction, reached: Fraction, direction: Direction, tolerance: Fraction) -> Judgement:
    """A bare value: to be reached in the good direction; where no direction is good, to be kept within the tolerance."""
    sign = sign_of(direction)
    if sign == 0:
        verdict = Verdict.MET if abs(reached - value) <= _part(value, tolerance) else Verdict.MISSED
        return Judgement(verdict, f"a bare value without good direction is kept within {_percent(tolerance)}")
    beyond = sign * (reached - value)
    rule = f"a bare value is to be reached; {direction} is better"
    return Judgement(_graded(beyond < 0, beyond, Fraction(0)), rule)


def _range(target: Quantity, reached: Fraction, direction: Direction) -> Judgement:
    """A range: met within it, exceeded beyond its better end."""
    rule = f"a range is met within it; {direction} is better" if direction != "none" else "a range is met within it"
    if target.low <= reached <= target.high:
        return Judgement(Verdict.MET, rule)
    better = sign_of(direction) * (reached - target.anchor) > 0
    return Judgement(Verdict.EXCEEDED if better else Verdict.MISSED, rule)


def _graded(missed: bool, beyond: Fraction, margin: Fraction) -> Verdict:
    if missed:
        return Verdict.MISSED
    return Verdict.EXCEEDED if beyond > margin else Verdict.MET


def _part(value: Fraction, tolerance: Fraction) -> Fraction:
    return abs(value) * tolerance


def _percent(tolerance: Fraction) -> str:
    return f"{float(100 * tolerance):g} %"
