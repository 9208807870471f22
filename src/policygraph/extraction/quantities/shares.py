"""Shares in words: 1/3, 三分之一, 百分之七十, 缩减一半, 占八成以上, 零增长."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction import numerals
from policygraph.extraction.quantities.comparators import bounded
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRACTION = re.compile(r"(?<!\d)(\d)/(\d{1,2})(?!\d)")
# 四成, 七成半; but not 三成立, 四成果
_TENTHS = re.compile(r"(?P<n>[一二三四五六七八九两]|\d(?:\.\d)?)成(?P<half>半)?(?![立果效就长为都交本员熟千])")
_HALF = re.compile(r"一半")
_FRACTION_HAN = re.compile(rf"([{numerals.HAN}]+)分之([{numerals.HAN}]+)")  # 三分之一
_ZERO = re.compile(r"零(?=增长(?!行动|方案|计划))")


def find_fractions(text: str) -> Iterator[Quantity]:
    """Yield the fractions of a text, in %."""
    for match in _FRACTION.finditer(text):
        if int(match[2]):
            yield bounded(text, *match.span(), numerals.fraction(int(match[1]), int(match[2])), "%")


def find(text: str) -> Iterator[Quantity]:
    """Yield the shares of a text that are written in words, in %."""
    for match in _HALF.finditer(text):
        yield bounded(text, *match.span(), Decimal(50), "%")
    for match in _TENTHS.finditer(text):
        tenths = Decimal(numerals.any_numeral(match["n"]))
        yield bounded(text, *match.span(), tenths * 10 + (5 if match["half"] else 0), "%")
    for match in _FRACTION_HAN.finditer(text):
        value = numerals.fraction(numerals.chinese(match[2]), numerals.chinese(match[1]))
        yield bounded(text, *match.span(), value, "%")
    for match in _ZERO.finditer(text):
        yield Quantity(match.start(), match.end(), match.start(), Decimal(0), None, "%", Comparator.EQUAL)
