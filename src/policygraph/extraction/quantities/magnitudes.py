"""Round numbers without a digit: 突破百亿元, 迈上一个万亿台阶, 打造千亿级产业集群."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import implied
from policygraph.extraction.quantities.comparators import after, before, bounded
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.quantities.quantity import Quantity

_STEP_UP = wordclasses.word("step_up")

# What a longer number goes on with before a step: 5000亿, 两千万, 半万亿.
_WITHIN = "<inside_longer_numbers>"
# 五百亿级, 两万亿级: a magnitude with its digit.
_LEVEL = wordclasses.pattern(r"(?<![\d点])(?P<scale><numerals_with_two>+<steps_of_money>+)级")
# 千亿级, 百亿元; but not 万吨级港口泊位.
_MAGNITUDE = wordclasses.pattern(
    rf"""
    (?<![\d{_WITHIN}])                                         # part of no longer number
    (?P<scale><steps_of_ten_thousand>|千(?=<counted_by_numerals>)|百(?=<counted_by_few>))
    (?: (?P<level>级)
      | (?P<unit><units_of_magnitude>|台(?!阶)|<counted_by_steps>)(?!级)
      | (?P<mark><great_mark>)? (?=<things_behind_magnitudes>|的[<areas_behind_magnitudes>]|<groups_of_people>|[，。；、]) )
    """,
    re.VERBOSE,
)
# 上亿群众, 上百家: at least so many. 线上百货 is none, as 百 has no measure word behind it there.
_UP_TO = wordclasses.pattern(r"(?<!<behind_that_no_steps>)上$")
# 打造一批超百亿、超千亿产业链
_OF_MONEY = wordclasses.pattern(
    r"<scales_of_hundred_millions>(?:<scale_itself>)?(?:的)?[^，；。\d]{0,6}<groups_of_firms>"
)
_PEOPLE = wordclasses.pattern(r"<groups_of_people>")
# A step of so few characters is a word of its own, 亿元 or 万人, unless something bounds it: 过亿元, 上万人.
_ALONE = {"亿", "万"}


def find(text: str) -> Iterator[Quantity]:
    """Yield the round numbers of a text; those with 级 are magnitudes."""
    for match in _MAGNITUDE.finditer(text):
        if match["level"] or _is_amount(text, match):
            yield _quantity(text, match)
    for match in _LEVEL.finditer(text):
        if (value := numerals.whole(match["scale"])) is not None:
            yield replace(_level(bounded(text, *match.span(), value, "元")), level=True)


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a round number is an amount: it is in 元, something passes it, or it is one step up."""
    if before(text, match.start())[1] is not None or _UP_TO.search(text, max(0, match.start() - 2), match.start()):
        return True
    if match["unit"] == "元":
        return match["scale"] not in _ALONE or after(text, match.end())[1] is not None
    return text.endswith(("增", "一", "个"), 0, match.start())


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    value = Decimal(numerals.chinese(match["scale"]))
    found = bounded(text, match.start(), match.end(), value, _unit(text, match))
    if match["level"] is not None:
        return _level(found)
    if found.start == match.start() and _UP_TO.search(text, max(0, match.start() - 2), match.start()):
        return replace(found, start=match.start() - 1, level=False, comparator=Comparator.AT_LEAST)
    return replace(found, level=False)


def _level(found: Quantity) -> Quantity:
    """Return a quantity as the order of magnitude that it is: 千亿级 is a thousand 亿 or more."""
    comparator = Comparator.AT_LEAST if found.comparator is Comparator.EQUAL else found.comparator
    return replace(found, level=True, comparator=comparator)


def _unit(text: str, match: re.Match[str]) -> str:
    """Return the unit: steps and magnitudes are of money where nothing else is said."""
    if match["unit"]:
        return match["unit"]
    if match["level"] or text.startswith(_STEP_UP, match.end()) or _OF_MONEY.match(text, match.start()):
        return "元"
    if _PEOPLE.match(text, match.end()):
        return "人"
    return implied.unit(text, match.start()) or "个"
