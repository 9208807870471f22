"""Numbers in digits with their unit, single or as a range: 5300亿元, 4.5%—5%, 5-8条, 17万多家."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction import numerals
from policygraph.extraction.quantities import units
from policygraph.extraction.quantities.comparators import after, bounded
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.quantities.quantity import Quantity

_DASH = r"[—–\-－~～至到]+"


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a number with its unit."""
    unit = units.alternatives()
    return re.compile(
        rf"""
        (?P<low>{numerals.NUMBER}) (?P<few>[多余])? (?P<scale>{numerals.SCALE})? (?P<few2>[多余](?P<more>亿)?)?          # 4万多亿元
        (?: (?P<unit1>{unit})? {_DASH} (?P<high>{numerals.NUMBER}) (?P<scale2>{numerals.SCALE})? )?
        (?:个(?=多(?:百分点|月|季度|小时)))? (?P<few3>[多余])? (?P<unit>{unit})     # 2个多百分点
        """,
        re.VERBOSE,
    )


def find(text: str) -> Iterator[Quantity]:
    """Yield the measured quantities of a text."""
    for match in pattern().finditer(text):
        yield _range(text, match) or _single(text, match)


def _range(text: str, match: re.Match[str]) -> Quantity | None:
    """Return the range that a match is, or None: both ends have one unit, and the second is larger."""
    if match["high"] is None or match["unit1"] not in (None, match["unit"]):
        return None
    low = numerals.scaled(match["low"], match["scale"] or match["scale2"])
    high = numerals.scaled(match["high"], match["scale2"] or match["scale"])
    if high <= low:
        return None
    found = bounded(text, match.start(), match.end(), low, units.spelled(match["unit"]))
    return replace(
        found, value_max=high, comparator=Comparator.RANGE, end=after(text, match.end())[0], start=match.start()
    )


def _single(text: str, match: re.Match[str]) -> Quantity:
    """Return the quantity of a match; of two that a dash parts (由46.9%到48.2%) the first."""
    value = numerals.scaled(match["low"], (match["scale"] or "") + (match["more"] or ""))
    few = bool(match["few"] or match["few2"] or match["few3"])
    if match["high"] is None:
        return bounded(text, match.start(), match.end(), value, units.spelled(match["unit"]), few=few)
    end = max(match.end("low"), match.end("scale"), match.end("unit1"))
    return bounded(text, match.start(), end, value, units.spelled(match["unit1"] or match["unit"]), few=few)
