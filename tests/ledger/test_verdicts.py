"""One rule for each comparator says whether a target was reached."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.ledger.quantities import Quantity
from policygraph.ledger.verdicts import Verdict, judge
from policygraph.statements import Comparator

VALUES = st.fractions(min_value=Fraction(1, 100), max_value=10**9)
# Worse first.
GRADES = {
    Verdict.MISSED: 0, Verdict.WORSE: 0, Verdict.MET: 1, Verdict.EXCEEDED: 2, Verdict.BETTER: 2,
}  # fmt: skip


def target(low: str | Fraction, comparator: Comparator, high: str | Fraction | None = None) -> Quantity:
    """Return what was to be reached."""
    return Quantity(Fraction(low), Fraction(low if high is None else high), comparator, "%")


def outcome(value: str | Fraction) -> Quantity:
    """Return what was reported as reached."""
    return Quantity(Fraction(value), Fraction(value), Comparator.EQUAL, "%")


@pytest.mark.parametrize(
    ("comparator", "low", "high", "direction", "reached", "verdict"),
    [
        ("~", "6", None, "more", "5.4", "missed"),
        ("~", "6", None, "more", "5.7", "met"),
        ("~", "2", None, "more", "2.3", "exceeded"),
        ("~", "3", None, "less", "3.3", "worse"),
        ("~", "3", None, "less", "2", "better"),
        ("~", "3", None, "none", "2.9", "met"),
        ("~", "3", None, "none", "2", "missed"),
        (">=", "10", None, "more", "9", "missed"),
        (">=", "10", None, "more", "10", "met"),
        (">=", "10", None, "more", "11", "exceeded"),
        (">", "100", None, "more", "100", "missed"),
        ("<=", "5.5", None, "less", "5.1", "met"),
        ("<=", "5.5", None, "less", "5.5", "met"),
        ("<=", "5.5", None, "less", "5.6", "worse"),
        ("<", "5", None, "less", "5", "worse"),
        ("=", "8", None, "more", "7.9", "missed"),
        ("=", "8", None, "more", "8", "met"),
        ("=", "8", None, "none", "8.2", "met"),
        ("range", "6.5", "7", "more", "6.7", "met"),
        ("range", "6.5", "7", "more", "6.4", "missed"),
        ("range", "6.5", "7", "more", "7.1", "exceeded"),
        ("range", "6.5", "7", "less", "6.4", "better"),
        ("range", "6.5", "7", "none", "7.1", "missed"),
        ("~", "2", None, "band", "2.05", "inside"),
        ("~", "2", None, "band", "0.1", "below"),
        ("~", "3", None, "band", "5.4", "above"),
        ("<=", "3", None, "band", "-0.2", "inside"),
        ("range", "2", "3", "band", "3.4", "above"),
    ],
)
def test_a_verdict_follows_its_rule(
    comparator: str, low: str, high: str | None, direction: str, reached: str, verdict: str
) -> None:
    """左右 has a tolerance, 以上 is a floor, 以内 a ceiling; less is better or worse, and a band is kept or not."""
    assert judge(target(low, Comparator(comparator), high), outcome(reached), direction).verdict == verdict


@given(VALUES, VALUES, VALUES, st.sampled_from(Comparator), st.sampled_from(["more", "less"]))
def test_a_better_outcome_has_no_worse_verdict(
    value: Fraction, one: Fraction, other: Fraction, comparator: Comparator, direction: str
) -> None:
    """Verdicts are monotonic in the good direction, whatever the comparator."""
    floors, ceilings = {Comparator.AT_LEAST, Comparator.MORE_THAN}, {Comparator.AT_MOST, Comparator.LESS_THAN}
    rising = comparator in floors or (comparator not in ceilings and direction == "more")
    worse, better = sorted((one, other), reverse=not rising)
    high = value * 2 if comparator is Comparator.RANGE else None
    grades = [GRADES[judge(target(value, comparator, high), outcome(n), direction).verdict] for n in (worse, better)]
    assert grades[0] <= grades[1]


@given(VALUES, st.sampled_from([Comparator.AT_LEAST, Comparator.ABOUT, Comparator.EQUAL, Comparator.AT_MOST]))
def test_what_was_set_is_met_by_itself(value: Fraction, comparator: Comparator) -> None:
    """To the digit, in every direction."""
    for direction in ("more", "less", "none"):
        assert judge(target(value, comparator), outcome(value), direction).verdict is Verdict.MET


def test_a_mark_passed_in_words_is_the_mark_that_was_set() -> None:
    """超7000 reported for 超7000 is met, although nobody says by how much."""
    passed = Quantity(Fraction(7000), Fraction(7000), Comparator.MORE_THAN, "%")
    assert judge(target("7000", Comparator.MORE_THAN), passed, "more").verdict is Verdict.MET


def test_what_does_not_compare_is_not_assessed() -> None:
    """Persons are no percentage."""
    people = Quantity(Fraction(5), Fraction(5), Comparator.EQUAL, "人")
    assert judge(target("5", Comparator.EQUAL), people, "more").verdict is Verdict.NOT_ASSESSABLE


def _rounded(value: str, precision: str) -> Quantity:
    return Quantity(Fraction(value), Fraction(value), Comparator.EQUAL, "%", Fraction(precision))


def test_what_is_compared_is_what_was_written() -> None:
    """58.08 % set and 58.1 % reported are one value, at the precision of the coarser number; 58.2 % is not."""
    assert judge(_rounded("58.08", "0.01"), _rounded("58.1", "0.1"), "more").verdict is Verdict.MET
    assert judge(_rounded("58.1", "0.1"), _rounded("58.08", "0.01"), "more").verdict is Verdict.MET
    assert judge(_rounded("58.16", "0.01"), _rounded("58.1", "0.1"), "more").verdict is Verdict.MISSED


def test_a_rounded_value_does_not_pass_the_mark_that_it_equals() -> None:
    """60.0 % against 超过60 %: nobody can tell."""
    judged = judge(target("60", Comparator.MORE_THAN), _rounded("60", "0.1"), "more")
    assert judged.verdict is Verdict.NOT_ASSESSABLE


def test_the_tolerance_is_told_and_can_be_chosen() -> None:
    """左右 reaches as far as somebody says, and the rule says how far."""
    wide = judge(target("6", Comparator.ABOUT), outcome("5.5"), "more", Fraction(10, 100))
    assert (wide.verdict, "10 %" in wide.rule) == (Verdict.MET, True)
    assert judge(target("6", Comparator.ABOUT), outcome("5.5"), "more").verdict is Verdict.MISSED
