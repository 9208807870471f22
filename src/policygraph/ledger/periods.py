"""Which stretch of time a figure speaks of: the year itself, some months of it, or several years.

A year is what reports speak of unless they say otherwise. A figure of 1～11月 or of 过去五年 is another quantity, and no
target of a year is assessed by it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
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
# 三年行动计划 names a plan, as does “十四五”规划: what follows tells.
_NO_PLAN = r"(?!(?:行动|规划|计划|倍增|攻坚|纲要|方案|任务))"
_YEARS = (
    rf"(?:过去|近|这|今后|未来|前|头)(?:的)?{_NUMBER}年(?!代|前){_NO_PLAN}|五年(?:来|间|里|时间)?(?![级制前]){_NO_PLAN}|"
    rf"[“\"]?十[一二三四五]五[”\"]?(?:期间|时期|以来|(?=[，、]|[^规计纲发收开末]{{0,3}}来)){_NO_PLAN}"
)
_YEAR = r"(?:19|20)\d\d年(?!代|前)|去年|今年|上年|本年|全年|年末|过去的?一年|一年来|新的一年|明年"
_WORDS = {
    Period.MONTHS: (
        rf"前{_NUMBER}个?(?:月|季度)|{_NUMBER}月?(?:份)?[-－—–~～至到]{_NUMBER}月|[上下]半年|[第前]?[一二三四1-4]季度|"
        rf"截至{_NUMBER}月|月均|日均"
    ),
    Period.YEARS: rf"{_YEARS}|年均(?!浓度|气温)|[两三四五六七八九十]年来|连续{_NUMBER}年|{_NUMBER}年累计|累计(?:增长|下降|新增)",
    Period.YEAR: _YEAR,
}
_TIMES = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _WORDS.items()))
# What opens a sentence or a heading frames all that follows, until the next such word: 过去五年，….
_OPENERS = re.compile(
    rf"(?:(?<=[。！？；\n#　 ])|^)(?P<lead>[^，。；！？\n]{{0,12}}?)(?:(?P<YEARS>{_YEARS})|(?P<YEAR>{_YEAR}))", re.MULTILINE
)
_STOPS = re.compile(r"[。！？\n]")


class Times:
    """The words for a time in a text.

    Args:
        text: the text of a document.

    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._stops = [found.start() for found in _STOPS.finditer(text)]
        openers = [(found.start(), Period[found.lastgroup or "YEAR"]) for found in _OPENERS.finditer(text)]
        self._places = [place for place, _ in openers]
        self._periods = [period for _, period in openers]

    def period(self, fact: Fact) -> Period:
        """Return the period of a fact of this text.

        It is told by the last word for a time in its sentence before its end, else by the last one that opens a
        sentence or a heading above; else it is the year.
        """
        before = bisect_right(self._stops, fact.passage.start)
        start = self._stops[before - 1] + 1 if before else 0
        said = [found.lastgroup for found in _TIMES.finditer(self._text, start, fact.passage.end)]
        if said and said[-1]:
            return Period[said[-1]]
        above = bisect_right(self._places, start)
        return self._periods[above - 1] if above else Period.YEAR
