"""Round numbers without a digit: 突破百亿元, 迈上一个万亿台阶, 打造千亿级产业集群."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import implied
from policygraph.extraction.quantities.comparators import before, bounded
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.quantities.quantity import Quantity

_MAGNITUDE = re.compile(
    r"""
    (?<![\d多余几数十百千万])                                         # part of no longer number
    (?P<scale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?=[名家个人场列座所])|百(?=[名家个列]))
    (?: (?P<level>级)
      | (?P<unit>元|美元|千瓦|辆|吨|户|人次|人|名|台(?!阶)|家|个|亩|列|场|座|所)(?!级)          # 万吨级港口泊位
      | (?P<mark>大关)? (?=台阶|大关|产业|关口|规模|城市|[，。；、]) )
    """,
    re.VERBOSE,
)


def find(text: str) -> Iterator[Quantity]:
    """Yield the round numbers of a text; those with 级 are magnitudes."""
    for match in _MAGNITUDE.finditer(text):
        if match["level"] or _is_amount(text, match):
            yield _quantity(text, match)


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a round number is an amount: it is in 元, something passes it, or it is one step up."""
    if match["unit"] == "元":
        return True
    return before(text, match.start())[1] is not None or text[: match.start()].endswith(("增", "一", "个"))


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    value = Decimal(numerals.chinese(match["scale"]))
    found = bounded(text, match.start(), match.end(), value, _unit(text, match))
    if match["level"] is None:
        return replace(found, level=False)
    comparator = Comparator.AT_LEAST if found.comparator is Comparator.EQUAL else found.comparator
    return replace(found, level=True, comparator=comparator)


def _unit(text: str, match: re.Match[str]) -> str:
    """Return the unit: steps and magnitudes are of money where nothing else is said."""
    if match["unit"]:
        return match["unit"]
    if match["level"] or text.startswith("台阶", match.end()):
        return "元"
    return implied.unit(text[: match.start()]) or "个"
