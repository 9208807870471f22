"""The frame of a clause in time: whether it plans or reports, and for which year."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.statements import Kind

# The last year of each five-year plan, by the names that reports give it and by its number in the series.
_PLAN_ENDS = {plan: int(year) for plan, year in wordclasses.features("plans_and_their_last_years").items()}
# How a text names a five-year plan: “十五五”时期, 第十五个五年规划纲要; the plan is the last group that matched.
PLAN = r"(?:[“\"]?(?P<plan{0}>十<plan_numbers>)五[”\"]?|第(?P<nth{0}>十<plan_numbers>)<five_year_plan_counter>)"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause is about in time.

    Attributes:
        kind: whether it plans or reports.
        year: the year that its values are for.
        said: whether a time word or heading says so, not merely the course of the text.
        span: whether the year closes a span of years (过去五年, “十四五”时期).
        words: the words that say it, a heading's or the clause's own; ``""`` where only the date of the document does. Two
            frames are the same whatever words say so.
    """

    kind: Kind
    year: int
    said: bool = False
    span: bool = False
    words: str = field(default="", compare=False)


class Scope(Enum):
    """How far a time holds that words set: 到2027年 for its clause, 用3年时间 for its sentence, 去年 until further notice.

    What an announcement tells of (《纲要》提出了今后五年的主要任务) are the parts of the outline that follow it.
    """

    CLAUSE = 1
    SENTENCE = 2
    TEXT = 3
    PARTS = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A time that words set, and how far it holds."""

    frame: Frame
    scope: Scope


def plan_end(name: str) -> int:
    """Return the last year of a five-year plan, named by its ordinal: 十五 is 2030.

    >>> plan_end("十五")
    2030
    """
    return _PLAN_ENDS[name]
