"""Year and kind of each clause, from the discourse: headings, time words, and what went before.

The nearest verb does not tell a plan from a result: 完成 stands in both. What tells is where the report is: in its review
(一、2024年工作回顾), in its plan (二、2025年工作安排), in its outlook on five years (“十五五”时期主要目标), and what time the
sentence sets (去年, 新的一年, 到2027年). A frame holds until another heading or time word replaces it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from policygraph.documents.layout import Role
from policygraph.extraction.numerals import chinese
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.extraction.segments import Clause, Sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause is about in time.

    Attributes:
        kind: whether it plans or reports.
        year: the year that its values are for.
        said: whether a time word or heading says so, not merely the course of the text.
        span: whether the year closes a span of years (过去五年, “十四五”时期).
    """

    kind: Kind
    year: int
    said: bool = False
    span: bool = False


# The last year of each five-year plan, from the first under the numbering of today's reports.
_PLANS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_PLAN_WORD = re.compile(r"[“\"]?(十[一二三四五六]五)[”\"]?(?:规划|时期|期间|末|目标|以来|$|主要|经济)")
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)年(?:底|末|初)?(?!代)")
_UNTIL = re.compile(r"(?:到|至|在)(?P<year>20\d\d)年(?:底|末)?(?:前|底前)?|(?P<before>20\d\d)年(?:底|末)?(?:之)?前")
_REVIEW_WORDS = re.compile(r"去年|上年|过去(?:的)?一年|一年来|这一年|刚刚过去")
_PLAN_WORDS = re.compile(r"今年(?!以来|前|上半年|[1-9一]|一季度)|新的一年|本年度|年内|明年")
_SPAN_WORDS = re.compile(r"(?:过去|这|近|五年来|[“\"]十[一二三四五六]五[”\"](?:时期|期间|以来))(?:的)?(?:五年|5年)?")
_PAST_FIVE = re.compile(r"过去(?:的)?(?:五|5)年|(?:五|5)年来|这(?:五|5)年|本届政府任期")
_NEXT_FIVE = re.compile(r"(?:今后|未来)(?:的)?(?:五|5)年|(?:五|5)年内")
# 用3—5年时间 sets a time as many years from the year of issue.
_WITHIN = re.compile(r"用(?:\d+[—–\-~～至到])?(?P<n>[1-9]|[一二两三四五六七八九十])年(?:左右)?(?:的)?时间")
# A year behind one of these is a base of comparison, not the time of the clause: 比上年增长, 较2020年, 2018年以来最好.
_BASE_BEFORE = re.compile(r"(?:比|较|与|同|和|自|从|于)$")
_BASE_AFTER = re.compile(r"^(?:以来|起|相比|同期|水平|的?基础上|度)")
_REVIEW_HEADING = re.compile(r"回顾|工作总结|(?:取得|主要).{0,4}成[就效]|过去(?:一|五|5)年")
_PLAN_HEADING = re.compile(
    r"工作安排|工作部署|总体部署|总体要求|工作思路|(?:重点|主要|目标)任务|重点工作|工作重点|工作任务|预期目标|主要目标|工作建议|工作的建议|"
    r"今年|民生实事|工作总体|做好.{0,8}工作"
)
DONE = re.compile(r"已(?:经)?(?:开工|建成|设立|完成|达|实现|有|签约|落地|投用|获批|累计)|截至(?:目前|去年|上年)")
_HOPED = re.compile(r"力争|争取|确保|(?<![即])将(?![军领士来])|计划|拟|目标|要(?!素|求|点|闻|道|塞|件|么)|预期")


class Discourse:
    """Goes through a document and says for each clause what frame it stands in.

    Args:
        year: the document's year of issue.
    """

    def __init__(self, year: int) -> None:
        self._issue = year
        self._section: Frame | None = None
        self._current: Frame | None = None
        self._section_of: tuple[str, ...] = ()

    def enter(self, block: Block) -> None:
        """Take note of a heading, or of the headings above a paragraph."""
        titles = (*block.headings, block.text) if block.role is Role.HEADING else block.headings
        if titles == self._section_of:
            return
        fresh = _first_difference(self._section_of, titles)
        self._section_of = titles
        section = self._section
        for title in titles[fresh:]:
            section = self._heading_frame(title) or section
        if fresh == 0 and not any(self._heading_frame(title) for title in titles):
            section = None
        if section != self._section or block.role is Role.HEADING:
            self._current = section
        self._section = section

    def frames(self, sentence: Sentence) -> tuple[Frame, ...]:
        """Return the frame of each clause of a sentence, in order, and remember the time it sets."""
        frames = []
        aside: Frame | None = None
        for clause in sentence.clauses:
            said = self._time(clause.text)
            if said is not None and said.scope is _Scope.TEXT:
                self._current, aside = said.frame, None
            elif said is not None and said.scope is _Scope.SENTENCE:
                aside = said.frame
            base = said.frame if said is not None else aside or self._current
            frames.append(self._refine(base, clause, sentence))
        return tuple(frames)

    def _heading_frame(self, title: str) -> Frame | None:
        years = [int(y) for y in _YEAR.findall(title)]
        plan = _PLAN_WORD.search(title)
        if _REVIEW_HEADING.search(title):
            return Frame(Kind.OUTCOME, max(years, default=self._issue - 1), said=True, span=not years and bool(plan))
        if _PLAN_HEADING.search(title):
            if years or not plan:
                return Frame(Kind.TARGET, max(years, default=self._issue), said=True)
            return Frame(Kind.TARGET, _PLANS[plan[1]], said=True, span=True)
        if plan and _PLANS[plan[1]] > self._issue:
            return Frame(Kind.TARGET, _PLANS[plan[1]], said=True, span=True)
        return None

    def _time(self, clause: str) -> _Said | None:
        """Return the time that a clause sets by its own words."""
        if until := _UNTIL.search(clause):
            year = int(until["year"] or until["before"])
            if year >= self._issue:
                return _Said(Frame(Kind.TARGET, year, said=True), _Scope.CLAUSE if year > self._issue else _Scope.TEXT)
        if found := self._absolute(clause):
            return found
        if _stands(_PLAN_WORDS, clause):
            year = self._issue + ("明年" in clause)
            return _Said(Frame(Kind.TARGET, year, said=True), _Scope.TEXT)
        if _stands(_REVIEW_WORDS, clause):
            return _Said(Frame(Kind.OUTCOME, self._issue - 1, said=True), _Scope.TEXT)
        if _PAST_FIVE.search(clause):
            return _Said(Frame(Kind.OUTCOME, self._issue - 1, said=True, span=True), _Scope.TEXT)
        if years := _WITHIN.search(clause):
            return _Said(Frame(Kind.TARGET, self._issue + _number(years["n"]), said=True, span=True), _Scope.SENTENCE)
        if _NEXT_FIVE.search(clause):
            return _Said(Frame(Kind.TARGET, self._five_years_on(), said=True, span=True), _Scope.SENTENCE)
        return None

    def _five_years_on(self) -> int:
        """The end of the five years to come: that of the five-year plan that will then run, if it begins next year."""
        return self._issue + 5 if self._issue in _PLANS.values() else self._issue + 4

    def _absolute(self, clause: str) -> _Said | None:
        """Return the time of a clause that names a year, such as 2024年."""
        for match in _YEAR.finditer(clause):
            if _BASE_BEFORE.search(clause[: match.start()]) or _BASE_AFTER.match(clause[match.end() :]):
                continue
            year = int(match[1])
            if year > self._issue:
                return _Said(Frame(Kind.TARGET, year, said=True), _Scope.CLAUSE)
            kind = Kind.TARGET if year == self._issue else Kind.OUTCOME
            return _Said(Frame(kind, year, said=True), _Scope.CLAUSE if year < self._issue - 1 else _Scope.TEXT)
        return None

    def _refine(self, base: Frame | None, clause: Clause, sentence: Sentence) -> Frame:
        """Let the words of the clause overrule a frame that only the course of the text gives."""
        if base is None:
            hoped = _HOPED.search(sentence.text)
            done = DONE.search(sentence.text)
            if done and not hoped:
                return Frame(Kind.OUTCOME, self._issue - 1)
            return Frame(Kind.TARGET, self._issue)
        if base.kind is Kind.TARGET and DONE.search(clause.text) and not _HOPED.search(clause.text):
            return replace(base, kind=Kind.OUTCOME, year=min(base.year, self._issue - 1), said=True)
        return base


class _Scope(Enum):
    """How far a time holds that words set: 到2027年 for its clause, 用3年时间 for its sentence, 去年 until further notice."""

    CLAUSE = 1
    SENTENCE = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """A time that words set, and how far it holds."""

    frame: Frame
    scope: _Scope


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese(text)


def _stands(pattern: re.Pattern[str], clause: str) -> bool:
    """Whether a time word stands in the clause other than as a base of comparison."""
    return any(
        not _BASE_BEFORE.search(clause[: m.start()]) and not _BASE_AFTER.match(clause[m.end() :])
        for m in pattern.finditer(clause)
    )


def _first_difference(old: Sequence[str], new: Sequence[str]) -> int:
    for index, (a, b) in enumerate(zip(old, new, strict=False)):
        if a != b:
            return index
    return min(len(old), len(new))


def frames(
    document_year: int, parts: Sequence[tuple[Block, Sequence[Sentence]]]
) -> Iterator[tuple[Sentence, tuple[Frame, ...]]]:
    """Yield each sentence of a document with the frames of its clauses.

    Args:
        document_year: the year of issue.
        parts: the blocks in reading order, each with its sentences.
    """
    discourse = Discourse(document_year)
    for block, block_sentences in parts:
        discourse.enter(block)
        for sentence in block_sentences:
            yield sentence, discourse.frames(sentence)
