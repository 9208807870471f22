"""The time that a clause sets by its own words: 去年, 新的一年, 到2027年, 今后五年, “十五五”时期."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.discourse.frames import PLAN, Frame, Said, Scope, plan_end
from policygraph.extraction.language.numerals import chinese
from policygraph.ontology import wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    import re

_NEXT_YEAR_AS_SAID = wordclasses.word("next_year_as_said")

_YEAR = wordclasses.pattern(r"(?<![\d.])((?:19|20)\d\d)年<turns_of_years>?(?!代)")
_UNTIL = wordclasses.pattern(
    r"<at_a_date>(?P<year>20\d\d)年<end_of_a_month>?<before_ends>?|(?P<before>20\d\d)年<end_of_a_month>?(?:之)?前"
)
# 上年, but not in 在提高质量的基础上年均增长7%.
_REVIEW_WORDS = wordclasses.pattern(
    r"<last_year_as_said>|<former_year>(?!均)|<the_past>(?:的)?<one_year>|<year_that_passed>"
)
_PLAN_WORDS = wordclasses.pattern(r"<the_current_year>(?!<up_to_now>|[1-9一]|<first_quarter>)|<this_year_and_next>")
_PAST_FIVE = wordclasses.pattern(
    r"<the_past>(?:的)?(?:五|5)年|(?:五|5)<in_years>|这(?:五|5)年|<term_of_this_government>"
)
_NEXT_FIVE = wordclasses.pattern(r"<future>(?:的)?(?:五|5)年|(?:五|5)<within_years>")
# “十五五”时期是…, “十五五”期间将…: a plan's years open the clause; 谋划“十五五”规划 and 我省“十五五”开局 set no time.
_PLAN_YEARS = wordclasses.pattern(rf"^<to_in_outlook>?{PLAN.format('')}(?:<periods_of_plans>|$|是)")
# 《纲要》提出了今后五年经济社会发展的主要任务, 明确了“十五五”时期的奋斗目标: what follows tells them.
_ANNOUNCED = wordclasses.pattern(
    rf"<verbs_of_setting>了?[^，。；\d]{{0,10}}"
    rf"(?:<future>(?:的)?(?:五|5)年|{PLAN.format('')}(?:<periods_of_plans>))[^，。；]{{0,24}}<announced_tasks>$"
)
# 用3—5年时间 sets a time as many years from the year of issue.
_WITHIN = wordclasses.pattern(
    r"用(?:\d+[—–\-~～<range_words>])?(?P<n>[1-9]|<numbers_with_two>)年(?:<or_so>)?(?:的)?<time>"
)
# A year behind one of these is a base of comparison, not the time of the clause: 比上年增长, 由2020年的7.2%, 按2010年价格.
_BASE_BEFORE = wordclasses.pattern(r"<no_time_before>$")
# 2018年以来最好, 2010年不变价, 2009年到期的政策
_BASE_AFTER = wordclasses.pattern(r"^(?:<reference_ends>|的?<on_the_basis>|<base_prices>|的\d)")
# Titles and remarks in brackets name years that are not those of the clause: 《行动计划（2024—2027年）》.
_BRACKETED = wordclasses.pattern(r"《[^》]*》|（[^）]*）")
_OPENS = wordclasses.pattern(rf"<outlook_words>?(?:\d{{4}}年|<years_ahead>|{PLAN.format('')})")
_EDGES = "，、：: "
# A clause of so few characters beside its time word says nothing but the time: 到2030年，
_BARE = 2


def said(clause: str, issued: int) -> Said | None:
    """Return the time that a clause sets, or None.

    Args:
        clause: the words of the clause.
        issued: the report's year of issue.
    """
    if "《" in clause or "（" in clause:
        clause = _BRACKETED.sub(lambda match: " " * len(match[0]), clause)
    return (
        _announced(clause, issued)
        or _until(clause, issued)
        or _plan_years(clause, issued)
        or _year(clause, issued)
        or _words(clause, issued)
    )


def opens(clause: str) -> bool:
    """Whether a time opens the clause: 今年要…, but not 为今年发展打下基础."""
    return _OPENS.match(clause.lstrip(_EDGES)) is not None


def _announced(clause: str, issued: int) -> Said | None:
    """Return the time of the tasks or goals that a clause announces: those of the plan or of the five years to come."""
    match = _ANNOUNCED.search(clause)
    if match is None:
        return None
    plan = match["plan"] or match["nth"]
    end = plan_end(plan) if plan else _next_end(issued)
    frame = Frame(Kind.TARGET, end, said=True, span=True, words=match[0])
    return Said(frame, Scope.PARTS) if end > issued else None


def _until(clause: str, issued: int) -> Said | None:
    match = _UNTIL.search(clause)
    if match is None:
        return None
    year = int(match["year"] or match["before"])
    if year < issued:
        return None
    scope = Scope.TEXT if year == issued else Scope.SENTENCE if _alone(match, clause) else Scope.CLAUSE
    return Said(Frame(Kind.TARGET, year, said=True, words=match[0]), scope)


def _plan_years(clause: str, issued: int) -> Said | None:
    match = _PLAN_YEARS.match(clause.lstrip(_EDGES))
    if match is None:
        return None
    end = plan_end(match["plan"] or match["nth"])
    if end == issued:
        return None
    kind = Kind.TARGET if end > issued else Kind.OUTCOME
    year = min(end, issued - 1) if end < issued else end
    return Said(Frame(kind, year, said=True, span=True, words=match[0]), Scope.TEXT)


def _year(clause: str, issued: int) -> Said | None:
    """Return the time of a clause that names a year, such as 2024年."""
    for match in _YEAR.finditer(clause):
        if not _stands(match, clause):
            continue
        year = int(match[1])
        alone = Scope.SENTENCE if _alone(match, clause) else Scope.CLAUSE
        if year > issued:
            return Said(Frame(Kind.TARGET, year, said=True, words=match[0]), alone)
        kind = Kind.TARGET if year == issued else Kind.OUTCOME
        frame = Frame(kind, year, said=True, words=match[0])
        return Said(frame, alone if year < issued - 1 else Scope.TEXT)
    return None


def _words(clause: str, issued: int) -> Said | None:
    """Return the time of a clause that says it without a year."""
    if plan := _standing(_PLAN_WORDS, clause):
        return Said(Frame(Kind.TARGET, issued + (_NEXT_YEAR_AS_SAID in clause), said=True, words=plan), Scope.TEXT)
    if review := _standing(_REVIEW_WORDS, clause):
        return Said(Frame(Kind.OUTCOME, issued - 1, said=True, words=review), Scope.TEXT)
    if past := _PAST_FIVE.search(clause):
        return Said(Frame(Kind.OUTCOME, issued - 1, said=True, span=True, words=past[0]), Scope.TEXT)
    if years := _WITHIN.search(clause):
        number = int(years["n"]) if years["n"].isdigit() else chinese(years["n"])
        return Said(Frame(Kind.TARGET, issued + number, said=True, span=True, words=years[0]), Scope.SENTENCE)
    if coming := _NEXT_FIVE.search(clause):
        frame = Frame(Kind.TARGET, _next_end(issued), said=True, span=True, words=coming[0])
        return Said(frame, Scope.SENTENCE)
    return None


def _next_end(issued: int) -> int:
    """Return the end of the five years to come: a five-year plan that begins this year has four years left after it."""
    return issued + (5 if issued % 5 == 0 else 4)


def _alone(match: re.Match[str], clause: str) -> bool:
    return len(clause.strip(_EDGES)) - len(match[0]) <= _BARE


def _stands(match: re.Match[str], clause: str) -> bool:
    """Whether a time word stands in the clause other than as a base of comparison."""
    return not _BASE_BEFORE.search(clause[: match.start()]) and not _BASE_AFTER.match(clause[match.end() :])


def _standing(pattern: re.Pattern[str], clause: str) -> str:
    """Return the first time word of a form that stands in the clause other than as a base, or ``""``."""
    return next((match[0] for match in pattern.finditer(clause) if _stands(match, clause)), "")
