"""Amounts are compared exactly, in the base unit of their dimension."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.ledger.quantities import Quantity, dimension_of
from policygraph.ontology import units
from policygraph.statements import Comparator

AMOUNTS = st.fractions(min_value=0, max_value=10**15)
CONVERTED = [unit for unit in units.all() if unit.factor is not None]


def amount(number: str, unit: str) -> tuple[str, Fraction]:
    """Return an amount in its base unit."""
    dimension, factor = dimension_of(unit)
    return dimension, Fraction(number) * factor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1450000", "吨"), ("2900000000", "斤")),
        (("15", "亩"), ("1", "公顷")),
        (("1", "百分点"), ("1", "%")),
        (("100000", "户"), ("100000", "家")),
        (("1", "平方公里"), ("100", "公顷")),
    ],
)
def test_other_units_can_say_the_same_amount(one: tuple[str, str], other: tuple[str, str]) -> None:
    """145万吨 is 29亿斤 to the last grain."""
    assert amount(*one) == amount(*other)


@given(st.sampled_from(CONVERTED), AMOUNTS)
def test_conversion_loses_nothing(unit: units.Unit, number: Fraction) -> None:
    """There and back again is the same number, for every unit that converts."""
    _, factor = dimension_of(unit.label)
    assert number * factor / factor == number
    assert unit.factor == factor


@given(AMOUNTS, AMOUNTS)
def test_two_floors_can_always_be_true_of_one_amount(one: Fraction, other: Fraction) -> None:
    """超7000亿 and 超8000亿 are no contradiction."""
    first, second = (Quantity(n, n, Comparator.MORE_THAN, "元") for n in (one, other))
    assert first.meets(second)


@given(AMOUNTS, AMOUNTS, st.sampled_from(Comparator), st.sampled_from(Comparator))
def test_to_meet_is_mutual(one: Fraction, other: Fraction, a: Comparator, b: Comparator) -> None:
    """Whichever is asked first."""
    first, second = Quantity(one, one, a, "元"), Quantity(other, other, b, "元")
    assert first.meets(second) == second.meets(first)


@given(AMOUNTS, AMOUNTS)
def test_two_bare_values_meet_only_if_they_are_one(one: Fraction, other: Fraction) -> None:
    """A bare value leaves no room."""
    first, second = (Quantity(n, n, Comparator.EQUAL, "元") for n in (one, other))
    assert first.meets(second) == (one == other)


def test_a_strict_floor_leaves_out_its_bound() -> None:
    """超100 is not 100, but 100以上 is."""
    hundred = Fraction(100)
    exact = Quantity(hundred, hundred, Comparator.EQUAL, "个")
    assert not Quantity(hundred, hundred, Comparator.MORE_THAN, "个").meets(exact)
    assert Quantity(hundred, hundred, Comparator.AT_LEAST, "个").meets(exact)
