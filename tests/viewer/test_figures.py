"""Figures in English."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.viewer.figures import english


@pytest.mark.parametrize(
    ("comparator", "value", "upper", "unit", "said"),
    [
        (">=", "6", None, "%", "≥ 6%"),
        ("~", "6", None, "%", "about 6%"),
        ("range", "4.5", "5.0", "%", "4.5–5%"),
        (">", "50000000000", None, "元", "> CNY 50 bn"),
        ("=", "1521300000000", None, "元", "CNY 1.5213 trn"),
        ("range", "1000000000", "2000000000", "元", "CNY 1–2 bn"),
        ("<=", "6012", None, "张", "≤ 6,012"),
        ("=", "15", None, "位", "no. 15"),
        ("=", "500000", None, "平方米", "500,000 square metre"),
        ("<", "1566", None, "人", "< 1,566"),
        ("=", "3363", None, "班次", "3,363 班次"),
        ("", "6", None, "%", ""),
    ],
)
def test_a_figure_is_said_as_english_statistics_say_it(
    comparator: str, value: str, upper: str | None, unit: str, said: str
) -> None:
    """Sign for the comparator, short scale for money, no classifier, a unit that the ontology lacks as it is."""
    assert english(comparator, Decimal(value), Decimal(upper) if upper else None, unit) == said


def test_what_has_no_value_is_not_said() -> None:
    """The page shows it as it is written."""
    assert english("=", None, None, "元") == ""


@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, places=2))
def test_no_digit_of_a_count_is_lost(value: Decimal) -> None:
    """Only separators are added and zeros behind the point taken away."""
    said = english("=", value, None, "家")
    assert Decimal(said.replace(",", "")) == value
    assert re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?", said)
