"""The time that a clause sets by its own words: 去年, 新的一年, 到2027年, 今后五年, “十五五”时期."""

from __future__ import annotations

import re

from policygraph.extraction.discourse.frames import PLAN, Frame, Said, Scope, plan_end
from policygraph.extraction.language.numerals import chinese
from policygraph.statements import Kind

_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)年(?:底|末|初)?(?!代)")
_UNTIL = re.compile(r"(?:到|至|在)(?P<year>20\d\d)年(?:底|末)?(?:前|底前)?|(?P<before>20\d\d)年(?:底|末)?(?:之)?前")
# 上年, but not in 在提高质量的基础上年均增长7%.
_REVIEW_WORDS = re.compile(r"去年|上年(?!均)|过去(?:的)?一年|一年来|这一年|刚刚过去")
_PLAN_WORDS = re.compile(r"今年(?!以来|前|上半年|[1-9一]|一季度)|新的一年|本年度|年内|明年")
_PAST_FIVE = re.compile(r"过去(?:的)?(?:五|5)年|(?:五|5)年来|这(?:五|5)年|本届政府任期")
_NEXT_FIVE = re.compile(r"(?:今后|未来)(?:的)?(?:五|5)年|(?:五|5)年内")
# “十五五”时期是…, “十五五”期间将…: a plan's years open the clause; 谋划“十五五”规划 and 我省“十五五”开局 set no time.
_PLAN_YEARS = re.compile(rf"^(?:到|在|展望)?{PLAN.format('')}(?:时期|期间|末|以来|$|是)")
# 用3—5年时间 sets a time as many years from the year of issue.
_WITHIN = re.compile(r"用(?:\d+[—–\-~～至到])?(?P<n>[1-9]|[一二两三四五六七八九十])年(?:左右)?(?:的)?时间")
# A year behind one of these is a base of comparison, not the time of the clause: 比上年增长, 由2020年的7.2%, 按2010年价格.
_BASE_BEFORE = re.compile(r"(?:比|较|与|同|和|自|从|由|于|按|以|是)$")
# 2018年以来最好, 2010年不变价, 2009年到期的政策
_BASE_AFTER = re.compile(r"^(?:以来|起|相比|同期|水平|的?基础上|度|不变价|价格计算|到期|的\d)")
# Titles and remarks in brackets name years that are not those of the clause: 《行动计划（2024—2027年）》.
_BRACKETED = re.compile(r"《[^》]*》|（[^）]*）")
_OPENS = re.compile(
    rf"(?:展望|到|在|进入|面向)?(?:\d{{4}}年|新的一年|今年|明年|本年度|年内|今后|未来|{PLAN.format('')})"
)
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
    return _until(clause, issued) or _plan_years(clause, issued) or _year(clause, issued) or _words(clause, issued)


def opens(clause: str) -> bool:
    """Whether a time opens the clause: 今年要…, but not 为今年发展打下基础."""
    return _OPENS.match(clause.lstrip(_EDGES)) is not None


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
        return Said(Frame(Kind.TARGET, issued + ("明年" in clause), said=True, words=plan), Scope.TEXT)
    if review := _standing(_REVIEW_WORDS, clause):
        return Said(Frame(Kind.OUTCOME, issued - 1, said=True, words=review), Scope.TEXT)
    if past := _PAST_FIVE.search(clause):
        return Said(Frame(Kind.OUTCOME, issued - 1, said=True, span=True, words=past[0]), Scope.TEXT)
    if years := _WITHIN.search(clause):
        number = int(years["n"]) if years["n"].isdigit() else chinese(years["n"])
        return Said(Frame(Kind.TARGET, issued + number, said=True, span=True, words=years[0]), Scope.SENTENCE)
    if coming := _NEXT_FIVE.search(clause):
        # The end of the five years to come: a five-year plan that begins this year has four years left after it.
        end = issued + (5 if issued % 5 == 0 else 4)
        return Said(Frame(Kind.TARGET, end, said=True, span=True, words=coming[0]), Scope.SENTENCE)
    return None


def _alone(match: re.Match[str], clause: str) -> bool:
    return len(clause.strip(_EDGES)) - len(match[0]) <= _BARE


def _stands(match: re.Match[str], clause: str) -> bool:
    """Whether a time word stands in the clause other than as a base of comparison."""
    return not _BASE_BEFORE.search(clause[: match.start()]) and not _BASE_AFTER.match(clause[match.end() :])


def _standing(pattern: re.Pattern[str], clause: str) -> str:
    """Return the first time word of a form that stands in the clause other than as a base, or ``""``."""
    return next((match[0] for match in pattern.finditer(clause) if _stands(match, clause)), "")
