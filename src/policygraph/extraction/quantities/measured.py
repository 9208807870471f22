"""Numerals with their unit, single or as a range: 5300亿元, 4.5%—5%, 17万多家, 三万亿元, 两千到三千万元, -1.26‰."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import counts, units
from policygraph.extraction.quantities.comparators import after, bounded
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from decimal import Decimal

    from policygraph.extraction.language.numerals import Numeral
    from policygraph.extraction.quantities.quantity import Quantity

_DASH = wordclasses.pattern(r"[—–\-－~～<range_words>]+")
# A sign stands behind a word (增长-8.3%), not behind a digit or a letter, where it joins (5-8条, S2-3).
_SIGN = wordclasses.pattern(r"(?<=[\u4e00-\u9fff：:（(，])[-－−]$")
_SIGNED = {"rate", "points", "index", "money", "size"}


@cache
def unit_behind() -> re.Pattern[str]:
    """Return the pattern of a unit right behind a number: [个百分点], [余家], [个多月]."""
    return wordclasses.pattern(
        rf"(?:个(?=多<no_unit_ends>))?(?P<few><over_characters>)?(?P<unit>{units.alternatives()})"
        # 翻了一番多, 两年多, but not 5万人多渠道就业
        r"(?P<over>多(?=[，。；、）的]|$))?"
    )


def find(text: str) -> Iterator[Quantity]:
    """Yield the measured quantities of a text."""
    found = numerals.scanned(text)
    taken = 0
    for at, numeral in enumerate(found):
        if numeral.value is None or numeral.start < taken:
            continue
        quantity = _range(text, numeral, found[at + 1 : at + 2]) or _single(text, numeral)
        if quantity is not None:
            taken = quantity.end
            yield quantity


def single(text: str, start: int) -> tuple[Numeral, str] | None:
    """Return the numeral that begins at ``start`` with the unit behind it as written, or None where there is none."""
    numeral = next(
        (found for found in numerals.scanned(text) if found.start == start and found.value is not None), None
    )
    unit = unit_behind().match(text, numeral.end) if numeral else None
    return (numeral, unit["unit"]) if numeral and unit else None


def counts_something(text: str, numeral: Numeral) -> bool:
    """Whether a unit stands behind a numeral that says that it counts, whether or not its value can be read."""
    unit = unit_behind().match(text, numeral.end)
    return unit is not None and (numeral.scaled > 1 or units.is_counted_in_words(unit["unit"]))


def _range(text: str, low: Numeral, following: tuple[Numeral, ...]) -> Quantity | None:
    """Return the range that begins with a numeral, or None: both ends have one unit, and the second is larger."""
    unit1 = unit_behind().match(text, low.end)
    dash = _DASH.match(text, low.end) or (_DASH.match(text, unit1.end()) if unit1 else None)
    if dash is None or not following or following[0].start != dash.end() or following[0].value is None:
        return None
    high = following[0]
    unit = unit_behind().match(text, high.end)
    if unit is None or (dash.start() > low.end and unit1 is not None and unit1["unit"] != unit["unit"]):
        return None
    first, last = shared(low, high)
    if last <= first or not (counts.is_amount(text, low, unit) or counts.is_amount(text, high, unit)):
        return None
    found = bounded(text, low.start, unit.end(), first, units.spelled(unit["unit"]))
    return replace(found, value_max=last, comparator=Comparator.RANGE, end=after(text, unit.end())[0], start=low.start)


def shared(low: Numeral, high: Numeral) -> tuple[Decimal, Decimal]:
    """Return the values of the ends of a range, the first in the 万 or 亿 of the second where it leaves it out: 2—3万."""
    assert low.value is not None  # noqa: S101 -- only numerals with a value make a range
    assert high.value is not None  # noqa: S101
    if low.scaled == 1 and high.scaled > 1 and low.value < high.value / high.scaled:
        return low.value * high.scaled, high.value
    if high.scaled == 1 and low.scaled > 1 and low.value / low.scaled < high.value < low.value:
        return low.value, high.value * low.scaled
    return low.value, high.value


def _single(text: str, numeral: Numeral) -> Quantity | None:
    """Return the quantity that a numeral and the unit behind it are; of two numbers in one (七八家) a range."""
    unit = unit_behind().match(text, numeral.end)
    if unit is None or numeral.value is None or not counts.is_amount(text, numeral, unit):
        return None
    spelled = units.spelled(unit["unit"])
    start, value = numeral.start, numeral.value
    if _SIGN.search(text, max(0, start - 2), start) and units.unit_kind(spelled) in _SIGNED:
        start, value = start - 1, -value
    found = bounded(text, start, unit.end(), value, spelled, few=numeral.more or bool(unit["few"] or unit["over"]))
    if numeral.upper is None:
        return found
    return replace(found, value_max=numeral.upper, comparator=Comparator.RANGE)
