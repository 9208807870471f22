"""Was a target reached? One rule for each comparator, with the direction of the indicator.

Sources: 左右 is met within 5 % of the value, or beyond it in the good direction, as the annotators of the gold took it;
以上 and 以内 include the value, 超过 and 低于 leave it out (《立法技术规范》 2009, 24: 以上、以内 include the number). A bound
reported as reached (突破1.5万亿) counts as its value, for a report names the highest mark that was passed.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    NOT_REPORTED = "not reported"
    NOT_YET_DUE = "not yet due"
    NOT_ASSESSABLE = "not assessable"
    POSSIBLY = "possibly reported"
    DONE = "done"
    UNDERWAY = "underway"
    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and the rule that gave it."""

    verdict: Verdict
    rule: str


def judge(target: Quantity, outcome: Quantity, direction: Direction) -> Judgement:
    """Return the verdict on a target, given an outcome of the same dimension.

    Args:
        target: what was to be reached.
        outcome: what was reported as reached.
        direction: whether more or less of it is better; of neither, the target itself is best.

    """
    if target.dimension != outcome.dimension:
        return Judgement(Verdict.NOT_ASSESSABLE, f"{target.dimension} and {outcome.dimension} do not compare")
    if target.comparator is Comparator.RANGE:
        return _range(target, outcome.anchor, direction)
    if target.comparator in _FLOORS:
        return _bound(target, outcome, 1)
    if target.comparator in _CEILINGS:
        return _bound(target, outcome, -1)
    if target.comparator is Comparator.ABOUT:
        return _about(target.anchor, outcome.anchor, direction)
    return _equal(target.anchor, outcome.anchor, direction)


def sign_of(direction: Direction) -> int:
    """Return 1 where more is better, -1 where less is, 0 where neither is."""
    return {"more": 1, "less": -1, "none": 0}[direction]


def _bound(target: Quantity, outcome: Quantity, sign: int) -> Judgement:
    """以上, 超过: a floor; 以内, 低于: a ceiling. More than 5 % beyond it exceeds it."""
    beyond = sign * (outcome.anchor - target.anchor)
    bound = "floor" if sign > 0 else "ceiling"
    rule = f"{target.comparator.value} is a {bound}"
    # 超7000 reported for a target of 超7000 is the same claim.
    missed = beyond < 0 or (beyond == 0 and target.strict and not outcome.strict)
    return Judgement(_graded(missed, beyond, _tolerance(target.anchor)), f"{rule}; exceeded more than 5 % beyond it")


def _about(value: Fraction, reached: Fraction, direction: Direction) -> Judgement:
    """左右, 约: met within 5 % of the value, or beyond it in the good direction."""
    tolerance, sign = _tolerance(value), sign_of(direction)
    if sign == 0:
        verdict = Verdict.MET if abs(reached - value) <= tolerance else Verdict.MISSED
        return Judgement(verdict, "左右 reaches 5 % of the value to both sides")
    beyond = sign * (reached - value)
    rule = f"左右 reaches 5 % of the value; {direction} is better"
    return Judgement(_graded(beyond < -tolerance, beyond, tolerance), rule)


def _equal(value: Fraction, reached: Fraction, direction: Direction) -> Judgement:
    """A bare value: to be reached in the good direction; where no direction is good, to be kept within 5 %."""
    sign = sign_of(direction)
    if sign == 0:
        verdict = Verdict.MET if abs(reached - value) <= _tolerance(value) else Verdict.MISSED
        return Judgement(verdict, "a bare value without good direction is kept within 5 %")
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


def _tolerance(value: Fraction) -> Fraction:
    return abs(value) * TOLERANCE
