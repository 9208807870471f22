"""What sort of document a text is, read from its title and the lines above the text proper.

A work report plans for its year and looks back by its headings; a bulletin and a notice only report; a five-year plan sets
what is to be reached at its end. So the genre says what a bare figure is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    (Genre.REPORT, re.compile(r"草案.{0,6}报告")),
    # 2020年鄄城县国民经济和社会发展统计公报, 上半年全市经济运行情况
    (
        Genre.BULLETIN,
        re.compile(r"统计公报|统计快报|(?:经济|财政|社会|工业)[^，。；]{0,8}运行(?:情况|简况|分析)|经济形势"),
    ),
    # 关于2023年民生实事办结情况的通报
    (
        Genre.NOTICE,
        re.compile(
            r"(?:任务|计划|实事|目标|工作|预算|项目)[^，。；]{0,10}(?:完成|办结|落实|进展|执行)情况|(?:完成|办结)情况的?通报|工作通报"
        ),
    ),
    # 国民经济和社会发展第十四个五年规划和2035年远景目标纲要, “十一五”规划
    (Genre.PLAN, re.compile(r"五年(?:规划|计划)|规划|[“\"]十?[一二三四五六]五[”\"]?.{0,12}(?:计划|纲要)|远景目标纲要")),
    # 政府工作报告重点任务分工, 2024年工作要点, 任务分解表, 行动方案
    (
        Genre.WORKPLAN,
        re.compile(
            r"分工|分解|工作要点|重点工作(?:任务|责任|安排|清单)|方案|行动计划|工作计划|工作安排|实施意见|任务清单|民生实事"
        ),
    ),
    (Genre.REPORT, re.compile(r"(?:工作|施政|述职)报告")),
)
_NEWS = re.compile(
    r"本报讯|新华社|中新网|(?:^|[（(\s])(?:本报|本台)?(?:通讯员|记者)\s*[\u4e00-\u9fff]|来源\s*[:：]\s*\S{0,12}(?:日报|晚报|早报|晨报|新闻|融媒|电视台|广播|APP|客户端|网)"
)
# A plan whose title is lost: “十二五”时期，经济社会发展的总体要求是
_PLAN_TEXT = re.compile(r"[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间)")
_REPORTS = (Genre.BULLETIN, Genre.NOTICE)


def infer(title: str, lines: Sequence[str], body: str) -> Genre:
    """Return what sort of document a text is; a work report where nothing tells.

    Args:
        title: the title, if the text has one.
        lines: the lines above the text proper, one of which may be the title where the page puts others before it.
        body: the text without front matter.

    """
    if found := _of(title):
        return found
    for line in lines:
        plain = line.strip("#* \u3000")
        if len(plain) <= _LONGEST_TITLE and (found := _of(plain)) in _REPORTS:
            return found
    if not title and _PLAN_TEXT.match(body.lstrip()):
        return Genre.PLAN
    return Genre.NEWS if _NEWS.search(body[:_HEAD]) else Genre.REPORT


def _of(title: str) -> Genre | None:
    plain = re.sub(r"\s+", "", title)
    return next((genre for genre, pattern in _TITLES if pattern.search(plain)), None)
