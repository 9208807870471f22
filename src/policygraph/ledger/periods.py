"""Which stretch of time a figure speaks of: the year itself, some months of it, or several years.

A year is what reports speak of unless they say otherwise. A figure of 1～11月 or of 过去五年 is another quantity, and no
target of a year is assessed by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph import facets
from policygraph.facets import Flow, Measure
from policygraph.facets.stretches import MONTHS as _MONTHS
from policygraph.facets.stretches import SEVERAL as _SEVERAL
from policygraph.ledger.dates import year_of
from policygraph.ontology import wordclasses
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from policygraph.facets import Facets
    from policygraph.statements import Document, Fact, Reading


# 三年行动计划 names a plan, as does “十四五”规划: what follows tells.
_NO_PLAN = r"(?!<decades>|<plans_of_years>)"
_YEARS = (
    rf"<around_now>的?{_SEVERAL}年{_NO_PLAN}|<five_years><in_the_years>{_NO_PLAN}|"
    rf"[“\"]?十<numbers_to_five>五[”\"]?<periods_told>{_NO_PLAN}"
)
_YEAR = r"(?:19|20)\d\d年(?!<decades_before>)|<years_of_reports>|<the_past_of><one_year>|<years_passed>"
# A clause that is no more than a time frames its sentence: 前11个月，….
_FRAMES = wordclasses.pattern(rf"(?P<YEARS>{_YEARS}|<times_to_come>)|(?P<MONTHS>{_MONTHS})(?=，)|(?P<YEAR>{_YEAR})")
# Words that speak of their own clause only.
_CLAUSES = {
    Period.MONTHS: wordclasses.pattern(rf"{_MONTHS}|<monthly_means>|<seasons>(?!<up_to>)"),
    Period.YEARS: wordclasses.pattern(
        rf"<yearly_mean>(?!<measured_air>)|{_SEVERAL}年<coming_between>?<totals_of_years>|<cumulative><changes_of_counts>|"
        rf"{_SEVERAL}(?:<years_within>|年(?=<verbs_of_newness>))"
    ),
}
# What opens a sentence or a heading frames all that follows, until the next such word: 过去五年，…. 近三年, and what comes
# (今后一个时期), speak of their own sentence only; a time that is only thought of (结合“十五五”时期发展需要) opens nothing.
_OPENERS = wordclasses.pattern(
    rf"(?:(?<=[。！？；\n#　 ])|^)(?P<lead>(?!<no_openers>)[^，。；！？\n]{{0,12}}?)(?:(?P<YEARS>(?!近)(?:{_YEARS}))|(?P<YEAR>{_YEAR}))",
    re.MULTILINE,
)
_CLAUSE_ENDS = "，。；：！？\n"
_STOPS = wordclasses.pattern(r"[。！？\n]")
# No sentence is longer; what stands further before a figure says nothing of it.
_SENTENCE = 1000


class Times:
    """The words for a time in a text.

    Args:
        text: the text of a document.

    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._stops = [found.start() for found in _STOPS.finditer(text)]
        self._lines = [at for at in self._stops if text[at] == "\n"]
        openers = [(found.start(), Period[found.lastgroup or "YEAR"]) for found in _OPENERS.finditer(text)]
        self._places = [place for place, _ in openers]
        self._periods = [period for _, period in openers]

    def period(self, fact: Fact) -> Period:
        """Return the period of a fact of this text.

        It is told by its clause (年均, 前11个月), else by the last word for a time in its sentence before its end, else
        by the last one that opens a sentence of its paragraph before it; else it is the year.
        """
        end = fact.passage.end
        near = max(0, end - _SENTENCE)
        clause = max(near, *(self._text.rfind(mark, near, end) + 1 for mark in _CLAUSE_ENDS))
        for period, words in _CLAUSES.items():
            if words.search(self._text, clause, end):
                return period
        before = bisect_right(self._stops, fact.passage.start)
        start = max(near, self._stops[before - 1] + 1 if before else 0)
        said = [found.lastgroup for found in _FRAMES.finditer(self._text, start, end)]
        if said and said[-1]:
            return Period[said[-1]]
        above = self._above(fact)
        lines = bisect_left(self._lines, fact.passage.start)
        paragraph = self._lines[lines - 1] if lines else -1
        return above[1] if above and above[0] > paragraph else Period.YEAR

    def reviews_years(self, fact: Fact) -> bool:
        """Whether the last opener above a fact, in whatever paragraph, is one of several years."""
        above = self._above(fact)
        return above is not None and above[1] is Period.YEARS

    def _above(self, fact: Fact) -> tuple[int, Period] | None:
        number = bisect_right(self._places, fact.passage.start)
        return (self._places[number - 1], self._periods[number - 1]) if number else None


def given(reading: Reading) -> Reading:
    """Return a reading whose facts have the periods that its text tells."""
    document = reading.document
    times = Times(document.text)
    facts = tuple(replace(fact, period=covered(fact, document, times)) for fact in reading.facts)
    return replace(reading, facts=facts)


def covered(fact: Fact, document: Document, times: Times) -> Period:
    """Return the period that a fact covers in its text."""
    reviewed = times.reviews_years(fact) or is_for_later(fact, document)
    return of_kind(times.period(fact), fact.kind, facets.of(fact), reviewed=reviewed)


def is_for_later(fact: Fact, document: Document) -> bool:
    """Whether a target is set for a later year than the next: 到2015年能耗降低16% is of all years until then."""
    return fact.kind is Kind.TARGET and 0 < year_of(document) < fact.year - 1


def of_kind(period: Period, kind: Kind, parts: Facets, *, reviewed: bool) -> Period:
    """Return the period of a figure.

    What is done or grows under an opening of several years is a total of them; what is set there, is set for all of them.
    """
    counts = (
        kind is Kind.TARGET
        or parts.flow is Flow.FLOW
        or parts.does
        or parts.measure in {Measure.GROWTH, Measure.INCREMENT}
    )
    if period is Period.YEAR and reviewed and counts and parts.flow is not Flow.STOCK:
        return Period.YEARS
    return period
