"""Year and kind of each clause, from the discourse: headings, time words, and what went before.

The nearest verb does not tell a plan from a result: 完成 stands in both. What tells is where the report is: in its review
(一、2024年工作回顾), in its plan (二、2025年工作安排), in its outlook on five years (“十五五”时期主要目标), and what time the
sentence sets (去年, 新的一年, 到2027年). A frame holds until another heading or time word replaces it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.documents.layout import Role, explains_words
from policygraph.extraction.discourse import glossary, headings, times
from policygraph.extraction.discourse.frames import Frame, Scope
from policygraph.extraction.discourse.genre import Genre, Nature
from policygraph.ontology import wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    import re

    from policygraph.documents.layout import Block
    from policygraph.extraction.discourse.frames import Said
    from policygraph.extraction.discourse.headings import Heading
    from policygraph.extraction.discourse.segments import Clause, Sentence

__all__ = ["DONE", "Discourse", "Frame"]

# 57个项目已开工, but not 5000个已建成自然村的设施, where 已建成 tells which villages are meant.
DONE = wordclasses.pattern(r"(?<!\d<counters_of_reports>)已(?:经)?<verbs_of_results>|<by_the_date><dates_of_results>")
# Compared with what was, a figure is reported: 同比增长6%, 按可比价格计算, 初步核算.
REPORTS = wordclasses.pattern(
    r"<on_the_year>|<against><last_years>(?:<same_period>)?(?!.{0,4}<aims_of_growth>)|<accounts_of_results>"
)
# What a notice repeats of the task, before it tells how far it is: 全年新建社区食堂40家。上半年，建成26家。
TASK = wordclasses.pattern(
    r"^(?:[\d<list_numbers>]{1,3}[.、．])?<within_the_year>(?:<aims_of_the_year>|新[<built_or_added>]|<works_renewed>|<completion>(?!了))(?!.*<told_as_done>)"
)
# 截至目前 holds for the sentence that it opens, 已建成 for its clause.
_SO_FAR = wordclasses.pattern(r"<by_the_date><dates_of_results>")
_HOPED = wordclasses.pattern(r"<striving>|(?<![即])将(?!<will_not>)|<planning>|要(?!<need_not>)|<anticipated>")


class Discourse:
    """Goes through a document and says for each clause what frame it stands in.

    Args:
        year: the year in which the document is issued.
        nature: what sort of document it is, and of which years it speaks; None for a work report.
    """

    def __init__(self, year: int, nature: Nature | None = None) -> None:
        nature = nature or Nature(Genre.REPORT, year, year - 1)
        reports = nature.genre in (Genre.BULLETIN, Genre.NOTICE)
        # To a bulletin, as to the work report of the year after, the year that it reports is the last one.
        self._issue = nature.year + 1 if reports else year
        self._told = nature.told
        self._notice = nature.genre is Genre.NOTICE
        self._set = Frame(Kind.TARGET, nature.year, span=nature.genre is Genre.PLAN)
        self._default = Frame(Kind.OUTCOME, nature.told) if reports else None
        self._titles: tuple[str, ...] = ()
        self._heading: Heading | None = None
        self._current: Frame | None = None
        self._entry = False

    def enter(self, block: Block) -> None:
        """Take note of a heading, or of the headings above a paragraph."""
        self._entry = explains_words(block)
        if self._entry:
            self._titles, self._heading, self._current = block.headings, None, None
            return
        titles = (*block.headings, block.text) if block.role is Role.HEADING else block.headings
        if titles != self._titles:
            self._titles = titles
            heading = headings.frame(titles, self._issue)
            if heading != self._heading or (block.role is Role.HEADING and not self._is_mixed()):
                self._current = heading.frame if heading else None
            self._heading = heading
        elif self._looked_back():
            self._current = self._section()

    @property
    def issue(self) -> int:
        """The year in which the document is issued; of a bulletin, the year after the one that it reports."""
        return self._issue

    @property
    def standing(self) -> Frame | None:
        """The frame in which a table or a list stands here, or None where the text has set none."""
        return self._current or self._default

    def frames(self, sentence: Sentence) -> tuple[Frame, ...]:
        """Return the frame of each clause of a sentence, in order, and remember the time it sets."""
        frames = []
        aside: Frame | None = None
        for clause in sentence.clauses:
            said = times.said(glossary.undated(clause.text) if self._entry else clause.text, self._issue)
            scope = self._scope(said, clause) if said is not None else None
            if said is not None and scope is Scope.TEXT:
                self._current, aside = said.frame, None
            elif said is not None and scope is Scope.SENTENCE:
                aside = said.frame
            base = said.frame if said is not None else aside or self._current
            frames.append(self._refine(base, clause, sentence))
        return tuple(frames)

    def _section(self) -> Frame | None:
        return self._heading.frame if self._heading else None

    def _is_mixed(self) -> bool:
        return self._heading is not None and self._heading.mixed

    def _looked_back(self) -> bool:
        """Whether a plan for one year looked back: 去年居民消费价格涨幅回落到2.6% says nothing of the next paragraph."""
        section = self._section()
        if section is None or section.kind is Kind.OUTCOME or section.span or self._is_mixed():
            return False
        return self._current is not None and self._current.kind is Kind.OUTCOME

    def _is_outline(self, section: Frame | None) -> bool:
        """Whether an outline may stand here: below no heading that tells of one year, so that an announcement frames it."""
        return section is None or self._is_mixed() or (section.span and section.kind is Kind.TARGET)

    def _scope(self, said: Said, clause: Clause) -> Scope:
        """Return how far a time holds here.

        为今年发展奠定基础 in a review does not end the review, nor does “十五五”时期 in the plan for one year end that plan.
        """
        section = self._section()
        if said.scope is Scope.PARTS:
            return Scope.TEXT if self._is_outline(section) else Scope.SENTENCE
        if section == said.frame and section.span:
            return said.scope  # “十五五”时期 below the outline of that plan ends what looked back in it
        if section == said.frame or (section is not None and _is_last_year(said.frame, section)):
            return Scope.SENTENCE
        if section is None or said.scope is not Scope.TEXT or said.frame.kind is Kind.OUTCOME or self._is_mixed():
            return said.scope
        if section.kind is Kind.OUTCOME and not times.opens(clause.text):
            return Scope.SENTENCE
        if section.kind is Kind.TARGET and said.frame.span and not section.span:
            return Scope.SENTENCE
        return said.scope

    def _refine(self, base: Frame | None, clause: Clause, sentence: Sentence) -> Frame:
        """Let the words of the clause overrule a frame that only the course of the text gives."""
        if self._notice and TASK.search(clause.text):
            return self._set
        if base is None:
            return (None if self._entry else self._default) or self._bare(clause, sentence)
        if base.kind is Kind.OUTCOME or (words := self._reporting(base, clause)) is None:
            return base
        return replace(base, kind=Kind.OUTCOME, year=min(base.year, self._issue - 1), said=True, words=words[0])

    def _bare(self, clause: Clause, sentence: Sentence) -> Frame:
        """Return the frame of a clause about whose time the text says nothing."""
        if reports := REPORTS.search(clause.text):
            return Frame(Kind.OUTCOME, self._told, words=reports[0])
        done = DONE.search(clause.text) or _SO_FAR.search(sentence.text)
        done = done or (glossary.stands(clause.text) if self._entry else None)
        # 目前有5个，力争到2027年达到20个: an entry tells in one sentence what is and what is to be.
        if done and not _HOPED.search(clause.text if self._entry else sentence.text):
            return Frame(Kind.OUTCOME, self._told, words=done[0])
        return self._set

    def _reporting(self, base: Frame, clause: Clause) -> re.Match[str] | None:
        """Return the words by which a clause below a plan reports, or None; a hope reports nothing.

        Besides what is done (已建成), it compares with what was, as only a report can: 比上年增长7%, in no plan of one year.
        """
        section = self._section()
        planned = section is not None and section.kind is Kind.TARGET
        compares = not base.span and base.year <= self._issue and not planned
        told = (REPORTS.search(clause.text) if compares else None) or DONE.search(clause.text)
        return None if told is None or _HOPED.search(clause.text) else told


def _is_last_year(frame: Frame, section: Frame) -> bool:
    """Whether a time is the last year of the span of years that is under review: 降到去年的1.5%左右."""
    return section.kind is frame.kind is Kind.OUTCOME and section.span and section.year == frame.year
