"""What the headings of a report say of the time of what stands below them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policygraph.extraction.discourse.frames import PLAN, Frame, plan_end
from policygraph.ontology import wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = wordclasses.pattern(r"(?<![\d.])((?:19|20)\d\d)年")
_PLAN = wordclasses.pattern(PLAN.format("") + r"(?:<ends_of_plans>|$|<main_or_economic>)?")
# 2024年工作回顾, “十四五”时期发展成就
_REVIEW = wordclasses.pattern(r"<reviews>|<achieving>.{0,4}成<success_characters>|<the_past>(?:<one_and_five>|5)年")
_THIS_YEAR = wordclasses.pattern(r"<the_current_year>")
_SPAN = wordclasses.pattern(r"<recent>(?:五|5)年|<these_five_years>")
_TASKS = wordclasses.pattern(
    r"<arrangements_of_work>|<weighty_aims><task>|<heads_of_plans>|"
    r"<the_current_year>|<popular_tasks>|<doing_well>.{0,8}<work>|<of_the_year><work>(?!<report>)"
)
_TIMED = wordclasses.pattern(r"<this_or_last>|<the_past>(?:<one_and_five>|5)年|<review>")


@dataclass(frozen=True, slots=True)
class Heading:
    """The frame that a heading sets.

    Attributes:
        frame: the frame.
        timed: whether it names a time; one that only names tasks (办好民生实事) sets none below another heading.
        mixed: whether it names a five-year plan to come beside another time, so that the text below tells where one ends:
            “十四五”时期发展成就和“十五五”时期主要目标任务, “十五五”时期目标任务和2026年工作安排.
    """

    frame: Frame
    timed: bool
    mixed: bool = False


def frame(titles: Sequence[str], issued: int) -> Heading | None:
    """Return the frame that headings set for what stands below them, or None where none of them says a time.

    Args:
        titles: the headings, the outermost first.
        issued: the report's year of issue.
    """
    found = None
    for title in titles:
        heading = _heading(title, issued)
        if heading is not None and (found is None or heading.timed):
            found = replace(heading, frame=replace(heading.frame, words=title))
    return found


def _heading(title: str, issued: int) -> Heading | None:
    years = [int(year) for year in _YEAR.findall(title)]
    plans = {plan_end(match["plan"] or match["nth"]): match.start() for match in _PLAN.finditer(title)}
    ahead = {end: at for end, at in plans.items() if end > issued}
    timed = bool(years or plans or _TIMED.search(title))
    if _REVIEW.search(title):
        span = bool(_SPAN.search(title)) or (bool(plans) and not years)
        reported = max((year for year in years if year < issued), default=issued - 1)
        return Heading(Frame(Kind.OUTCOME, reported, said=True, span=span), timed, mixed=bool(ahead))
    if ahead:
        return _planned(title, issued, years, ahead)
    if not _TASKS.search(title):
        return None
    year = max(years, default=issued)
    return Heading(Frame(Kind.TARGET if year >= issued else Kind.OUTCOME, year, said=True), timed)


def _planned(title: str, issued: int, years: Sequence[int], ahead: dict[int, int]) -> Heading:
    """Return the frame of a heading that names a five-year plan to come; what it names first comes first."""
    end, at = min(ahead.items(), key=lambda item: item[1])
    plan = Frame(Kind.TARGET, end, said=True, span=True)
    first = _YEAR.search(title) or _THIS_YEAR.search(title)
    if first is None:
        return Heading(plan, timed=True)
    year = Frame(Kind.TARGET, max(years, default=issued), said=True)
    return Heading(year if first.start() < at else plan, timed=True, mixed=True)
