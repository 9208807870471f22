"""Which stretch of time a figure speaks of: the year itself, some months of it, or several years.

A year is what reports speak of unless they say otherwise; a figure of 1～11月 or of 过去五年 is another quantity, which
no target of a year is assessed by.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policygraph.statements import Fact


class Period(StrEnum):
    """The stretch of time of a figure."""

    YEAR = "the year"
    MONTHS = "part of the year"
    YEARS = "several years"


_NUMBER = r"[一二三四五六七八九十两\d]+"
# 两年 in 两年行动计划 names a plan, as does “十四五”规划: what follows tells.
_NAME = r"(?!(?:行动|规划|计划|倍增|攻坚|纲要|的?时间))"
_WORDS = {
    Period.MONTHS: (
        rf"前{_NUMBER}个?(?:月|季度)|{_NUMBER}月?(?:份)?[-－—–~～至到]{_NUMBER}月|[上下]半年|[第前]?[一二三四1-4]季度|"
        rf"截至{_NUMBER}月|月均|日均"
    ),
    Period.YEARS: (
        rf"(?<![\d第])[一二三四五六七八九十两2-9]十?年(?:来|间|里|内|时间)?(?:共|累计|年均|新增){_NAME}|"
        rf"(?:过去|近|这|今后|未来|前|五|头){_NUMBER}年{_NAME}|五年(?:来|间|里|时间)?{_NAME}|"
        rf"[“\"]?十[一二三四五][五个]+五?[”\"]?(?:期间|时期|以来){_NAME}|年均|三年来|两年来|连续{_NUMBER}年"
    ),
    Period.YEAR: r"\d{4}年(?!代)|去年|今年|上年|本年|全年|年末|过去一年|一年来|新的一年|明年",
}
_TIMES = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _WORDS.items()))
_STOPS = "。！？\n"


def of(fact: Fact, text: str) -> Period:
    """Return the period of a fact: that of the last word for a time before its end, within its sentence.

    Args:
        fact: the fact.
        text: its document's text.

    """
    start = max((text.rfind(stop, 0, fact.passage.start) for stop in _STOPS), default=-1) + 1
    period = Period.YEAR
    for found in _TIMES.finditer(text, start, fact.passage.end):
        if found.lastgroup:
            period = Period[found.lastgroup]
    return period
