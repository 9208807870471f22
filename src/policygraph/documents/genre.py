"""What sort of document a text is, read from its title and the lines above the text proper.

A work report plans for its year and looks back by its headings; a bulletin and a notice only report; a five-year plan sets
what is to be reached at its end. So the genre says what a bare figure is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses
from policygraph.statements import Genre

if TYPE_CHECKING:
    from collections.abc import Sequence

# A title stands among the first lines; pages put menus and search fields before it.
_LONGEST_TITLE = 60
# How many characters of a text say that it is news.
_HEAD = 300

# The first that a title matches tells. Each comment shows a real title.
_TITLES = (
    # 2024年国民经济和社会发展计划执行情况与2025年计划草案的报告: it looks back and plans, as a work report does.
    (Genre.REPORT, wordclasses.pattern(r"<draft>.{0,6}<report>")),
    # 2020年鄄城县国民经济和社会发展统计公报, 上半年全市经济运行情况, 1-11月主要经济指标完成情况
    (
        Genre.BULLETIN,
        wordclasses.pattern(
            r"<bulletins>|<fields_of_bulletins>[^，。；]{0,8}<running><situations>|<economic_situation>|"
            r"<figures_of_bulletins>[^，。；]{0,6}<situations>"
        ),
    ),
    # 关于2023年民生实事办结情况的通报
    (
        Genre.NOTICE,
        wordclasses.pattern(
            r"<matters_of_reports>[^，。；]{0,10}<doings><situation>|<completing><situation_of><notice>|<work_notice>"
        ),
    ),
    # 国民经济和社会发展第十四个五年规划和2035年远景目标纲要, “十一五”规划
    (
        Genre.PLAN,
        wordclasses.pattern(
            r"<five_years><plans_of_a_genre>|<planned>|[“\"]十?<plan_numbers>五[”\"]?.{0,12}<plans_of_years_named>|<outline_of_long_aims>"
        ),
    ),
    # 政府工作报告重点任务分工, 2024年工作要点, 任务分解表, 行动方案
    (
        Genre.WORKPLAN,
        wordclasses.pattern(r"<divisions_of_work>|<key_work>(?:<what_is_divided>|$)|<documents_of_tasks>"),
    ),
    (Genre.REPORT, wordclasses.pattern(r"<what_is_reported_on><report>")),
)
_NEWS = wordclasses.pattern(
    r"<press_agencies>|(?:^|[（(\s])<own_paper>?<who_reports>\s*[\u4e00-\u9fff]|<source_given>\s*[:：]\s*\S{0,12}(?:<newspapers>|APP|<channels_of_news>)"
)
# A plan whose title is lost: “十二五”时期，经济社会发展的总体要求是
_PLAN_TEXT = wordclasses.pattern(r"[“\"]?十<plan_numbers>五[”\"]?<spans_of_a_plan>")
_REPORTS = (Genre.BULLETIN, Genre.NOTICE)


def infer(title: str, lines: Sequence[str], body: str) -> Genre:
    """Return what sort of document a text is; a work report where nothing tells.

    Args:
        title: the title, if the text has one.
        lines: the lines above the text proper, one of which may be the title where the page puts others before it.
        body: the text without front matter.

    """
    return _said(title, lines, body)[0]


def words(title: str, lines: Sequence[str], body: str) -> str:
    """Return the words that tell what sort of document a text is, blanks left out; ``""`` where nothing tells."""
    return _said(title, lines, body)[1]


def _said(title: str, lines: Sequence[str], body: str) -> tuple[Genre, str]:
    if found := _of(title):
        return found
    for line in lines:
        plain = line.strip("#* \u3000")
        if len(plain) <= _LONGEST_TITLE and (found := _of(plain)) and found[0] in _REPORTS:
            return found
    if not title and (said := _PLAN_TEXT.match(body.lstrip())):
        return Genre.PLAN, said[0]
    news = _NEWS.search(body[:_HEAD])
    return (Genre.NEWS, news[0]) if news else (Genre.REPORT, "")


def _of(title: str) -> tuple[Genre, str] | None:
    plain = re.sub(r"\s+", "", title)
    matches = ((genre, pattern.search(plain)) for genre, pattern in _TITLES)
    return next(((genre, match[0]) for genre, match in matches if match), None)
