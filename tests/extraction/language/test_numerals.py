"""Numerals: every way in which a report writes an amount is one value, read whole or not at all."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.extraction.language import numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.5"),
        ("3.2万亿", "3200000000000"),
        ("三万亿", "3000000000000"),
        ("一万五千亿", "1500000000000"),
        ("五亿二千万", "520000000"),
        ("1万6千", "16000"),
        ("1万5", None),  # 15000 or two numbers: who knows
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("一千二百三十五万", "12350000"),
        ("伍仟万", "50000000"),
        ("六点五", "6.5"),
        ("三点五万", "35000"),
        ("半万亿", "500000000000"),
        ("二千零二十", "2020"),
        ("一百十五", "115"),
        ("二〇二五", None),
        ("十五五", None),
        ("几十", None),
        ("数百", None),
        ("千百万", None),
        ("一二三", None),
        ("亿" * 20, None),  # more than anything has
    ],
)
def test_a_numeral_has_one_value_or_none(text: str, value: str | None) -> None:
    """A numeral is read whole; what is no numeral by the grammar has no value, never that of a part of it."""
    found = list(numerals.scan(text))
    whole = found[0].value if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) else None
    assert whole == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("七八", 7, 8), ("十七八", 17, 18), ("三四十", 30, 40), ("两三千", 2000, 3000), ("三五百", 300, 500)],
)
def test_two_digits_side_by_side_are_a_range(text: str, low: int, high: int) -> None:
    """七八家 are seven or eight."""
    (found,) = numerals.scan(text)
    assert (found.value, found.upper) == (low, high)


@pytest.mark.parametrize("text", ["1200多万", "4万多亿", "十余万", "十几", "二十多", "1万6千多"])
def test_what_is_more_says_so(text: str) -> None:
    """多, 余 and 几 within a numeral say that it is more than its value."""
    (found,) = numerals.scan(text)
    assert found.more
    assert (found.start, found.end) == (0, len(text))


def test_a_last_digit_may_begin_what_follows() -> None:
    """In 迈上5万亿两个台阶 the two steps are no part of the amount."""
    assert [(n.start, n.end, n.value) for n in numerals.scan("迈上5万亿两个台阶")] == [
        (2, 5, Decimal(5 * 10**12)),
        (5, 6, Decimal(2)),
    ]


@given(st.text(alphabet="零一二三四五六七八九十百千万亿两半点多余几数0123456789.,，", max_size=24))
def test_numerals_never_overlap_and_no_text_breaks_the_grammar(text: str) -> None:
    """Whatever the text, its numerals follow each other, each of at least one character."""
    found = list(numerals.scan(text))
    assert all(numeral.start < numeral.end for numeral in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
