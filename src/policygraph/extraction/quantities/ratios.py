"""Shares that a ratio tells: 三次产业比重为4.0∶37.7∶58.3. Clock times have the same marks and are no ratios (`marks`)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.quantities.quantity import Quantity
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = ":：∶"
_PART = r"\d{1,2}(?:\.\d{1,2})?"
_RATIO = re.compile(rf"(?<![\d.{MARKS}])({_PART})[{MARKS}]({_PART})[{MARKS}]({_PART})(?![\d.{MARKS}])")
# Shares make a hundred, each rounded to the last digit that is written.
_WHOLE = Decimal(100)
_ROUNDING = Decimal(1)


def find(text: str) -> Iterator[Quantity]:
    """Yield the three shares of each ratio of a text whose parts make a hundred, in %."""
    for match in _RATIO.finditer(text):
        parts = [Decimal(part) for part in match.groups()]
        if abs(sum(parts) - _WHOLE) <= _ROUNDING:
            for number, value in enumerate(parts, start=1):
                start, end = match.span(number)
                yield Quantity(start, end, start, value, None, "%", Comparator.EQUAL)
