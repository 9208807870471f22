"""Quantities: what is a number of something, and what is only a number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.extraction import quantities
from policygraph.extraction.language import numerals
from policygraph.statements import Comparator, Fate


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("投资5300亿元", "530000000000", "元", Comparator.EQUAL),
        ("接待1.8亿人次", "180000000", "人次", Comparator.EQUAL),
        ("产量14万亿斤", "14000000000000", "斤", Comparator.EQUAL),
        ("完成6.58万亩", "65800", "亩", Comparator.EQUAL),
        ("增长6%左右", "6", "%", Comparator.ABOUT),
        ("近90架次", "90", "架次", Comparator.ABOUT),
        ("超7000家", "7000", "家", Comparator.MORE_THAN),
        ("达到5800多家", "5800", "家", Comparator.MORE_THAN),
        ("带动17万多家", "170000", "家", Comparator.MORE_THAN),
        ("不低于8000万亩", "80000000", "亩", Comparator.AT_LEAST),
        ("控制在4.5%以内", "4.5", "%", Comparator.AT_MOST),
        ("不超过3个", "3", "个", Comparator.AT_MOST),
        ("低于全国0.5个百分点", "0.5", "百分点", Comparator.EQUAL),
        ("浓度降至28微克/立方米", "28", "微克/立方米", Comparator.EQUAL),
        ("占八成以上", "80", "%", Comparator.AT_LEAST),
        ("百分之七十", "70", "%", Comparator.EQUAL),
    ],
)
def test_number_unit_and_comparator(text: str, value: str, unit: str, comparator: Comparator) -> None:
    """A quantity has the value with 万 and 亿 expanded, its bare unit and what the words around it bound."""
    numbers = quantities.find(text)
    found, others = numbers.quantities, numbers.others
    assert [(q.value, q.unit, q.comparator) for q in found] == [(Decimal(value), unit, comparator)]
    assert others == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("增长6.5%－7%", "6.5", "7"), ("新增5-8条", "5", "8"), ("引进50亿元-100亿元", "5000000000", "10000000000")],
)
def test_range(text: str, low: str, high: str) -> None:
    """A range has both ends in one quantity."""
    (found,) = quantities.find(text).quantities
    assert (found.value, found.value_max, found.comparator) == (Decimal(low), Decimal(high), Comparator.RANGE)


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("2025年底", Fate.DATE),
        ("去年1～11月", Fate.DATE),
        ("建党100周年", Fate.DATE),
        ("第3次会议", Fate.ORDINAL),
        ("1.突出扩大内需", Fate.ORDINAL),
        ("“1131”专项行动", Fate.NAME),
        ("轨道交通17号线", Fate.NAME),
        ("创建5A级景区", Fate.NAME),
        ("发展5G应用", Fate.NAME),
        ("世界500强", Fate.NAME),
    ],
)
def test_numbers_that_are_none(text: str, fate: Fate) -> None:
    """A number in a date, an ordinal or a name is told as such and is no quantity."""
    numbers = quantities.find(text)
    found, others = numbers.quantities, numbers.others
    assert found == ()
    assert {other.fate for other in others} == {fate}


@given(st.text(alphabet="0123456789.,%万亿元家个增长超约以上左右—-第位年月日“”（）一二三", max_size=40))
def test_no_text_breaks_it_and_no_digit_is_lost(text: str) -> None:
    """Whatever the text, every digit lies in a quantity or in one of the other groups, or is a lone part of a number."""
    numbers = quantities.find(text)
    found, others = numbers.quantities, numbers.others
    covered = {i for q in found for i in range(q.start, q.end)} | {i for o in others for i in range(o.start, o.end)}
    assert all(i in covered for i, char in enumerate(text) if char.isdigit())


@given(st.integers(min_value=1, max_value=10**16 - 1))
def test_chinese_numerals_mean_what_they_say(number: int) -> None:
    """A number written out in Chinese numerals reads back as itself."""
    assert numerals.chinese(_written(number)) == number


def _written(number: int) -> str:
    """Write a number in Chinese numerals: four digits a group, 零 for the steps that are left out between two digits."""
    groups = []
    for scale in ("", "万", "亿", "万亿"):
        number, group = divmod(number, 10_000)
        groups.append((_four(group), scale, group))
    out = ""
    gap = False
    for digits, scale, group in reversed(groups):
        if not group:
            gap = bool(out)
            continue
        zero = "零" if out and (gap or group < 1000) else ""
        out += zero + digits + scale
        gap = False
    return out.replace("万亿", "万", 1) if out.count("亿") > 1 else out


def _four(group: int) -> str:
    digits = "零一二三四五六七八九"
    out = ""
    gap = False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, group = divmod(group, step)
        if digit:
            out += ("零" if gap else "") + digits[digit] + name
            gap = False
        else:
            gap = bool(out)
    return out
