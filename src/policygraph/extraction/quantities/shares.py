"""Shares in words: 1/3, 三分之一, 百分之七十, 缩减一半, 占八成以上, 零增长."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.language.numerals import NUMBER
from policygraph.extraction.quantities import units
from policygraph.extraction.quantities.comparators import bounded
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FRACTION = wordclasses.pattern(r"(?<![\d/.])(\d)/(\d{1,2})(?![\d/])")
_HAN = r"<numerals_and_zero>"
# 百分之六点五, 千分之二点一, 百分之90; and their ranges, 百分之五到百分之六
_PARTS_OF = {"百": "%", "千": "‰"}
_PARTS = wordclasses.pattern(
    rf"(?P<of><hundred_thousand>)<parts_of>(?P<low>{_HAN}+(?:点{_HAN}+)?|{NUMBER})(?P<few><some_several>)?"
    rf"(?:[<to_until>—–-]+(?:(?P=of)<parts_of>)?(?P<high>{_HAN}+(?:点{_HAN}+)?|{NUMBER}))?"
)
# 四成, 七成半, 九成五, 三成多, 七八成; but not 三成立, 四成果
_TENTHS = wordclasses.pattern(
    r"(?P<n><digits_with_two>|\d(?:\.\d)?)(?P<upper><digits_from_two>)?成(?P<half>半)?(?P<part><digits>(?![一-鿿]))?(?P<few>多)?"
    r"(?!<behind_that_no_ten>)"
)
_HALF = wordclasses.pattern(
    r"<one_half>|(?<=<past>)<half_or_half_of_them>(?=[，。；、）]|<of_or_above>|$)|<half_of_them>(?=<or_more>)"
)
_FRACTION_HAN = wordclasses.pattern(rf"(?<!{_HAN})(<list_numbers>+)<parts_of>(<numbers_with_two>+)")  # 三分之一
# 半小时以内, 半年内
_HALF_TIME = wordclasses.pattern(r"半(?P<unit><periods_of_limits>)(?=<limits_and_reach>)")
_ZERO = wordclasses.pattern(r"零(?=<growth_itself>(?!<plan_nouns>))")


def find_fractions(text: str) -> Iterator[Quantity]:
    """Yield the fractions of a text, in %."""
    for match in _FRACTION.finditer(text):
        if int(match[2]):
            yield bounded(text, *match.span(), numerals.fraction(int(match[1]), int(match[2])), "%")


def find_parts(text: str) -> Iterator[Quantity]:
    """Yield the parts of a hundred and a thousand that are written in words, in % and ‰."""
    for match in _PARTS.finditer(text):
        low = numerals.whole(match["low"])
        high = numerals.whole(match["high"]) if match["high"] else None
        if low is None or (match["high"] and (high is None or high <= low)):
            continue
        found = bounded(text, *match.span(), low, _PARTS_OF[match["of"]], few=bool(match["few"]))
        yield found if high is None else replace(found, value_max=high, comparator=Comparator.RANGE)


def find(text: str) -> Iterator[Quantity]:
    """Yield the shares of a text that are written in words, in %."""
    for match in _HALF.finditer(text):
        yield bounded(text, *match.span(), Decimal(50), "%")
    for match in _HALF_TIME.finditer(text):
        yield bounded(text, *match.span(), Decimal("0.5"), units.spelled(match["unit"]))
    for match in _TENTHS.finditer(text):
        yield from _tenths(text, match)
    for match in _FRACTION_HAN.finditer(text):
        above, below = numerals.whole(match[2]), numerals.whole(match[1])
        if above is not None and below:
            yield bounded(text, *match.span(), numerals.fraction(int(above), int(below)), "%")
    for match in _ZERO.finditer(text):
        yield Quantity(match.start(), match.end(), match.start(), Decimal(0), None, "%", Comparator.EQUAL)


def _tenths(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the quantity of tenths: 九成五 is 95 %, 七成半 75 %, 七八成 from 70 to 80 %."""
    tenths = numerals.any_numeral(match["n"])
    upper = numerals.any_numeral(match["upper"]) if match["upper"] else None
    part = 5 if match["half"] else numerals.chinese(match["part"]) if match["part"] else 0
    found = bounded(text, *match.span(), tenths * 10 + part, "%", few=bool(match["few"]))
    if upper is None:
        yield found
    elif upper > tenths:
        yield replace(found, value_max=upper * 10, comparator=Comparator.RANGE)
