"""The verbs of measures: where each stands, what it says of a stage, and the words of manner and time around it.

The data are ``measures.tsv`` (verbs), ``manner.tsv`` (高质量, 持续) and ``openers.tsv`` (今年, 我们将).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.language import lexicon
from policygraph.statements import EntityType, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

# Verbs whose object can be a clause: 推动清华大学智能绿色交通等国家重点实验室设立分室.
CAUSATIVE = frozenset({
    "推动", "推进", "支持", "确保", "促进", "加快", "力争", "争取", "鼓励", "引导", "助力", "实现", "推动形成", "联动",
})  # fmt: skip
# Verbs that lead up to another verb with the same object: 谋划实施, 培育创建, 探索推进.
INTRODUCING = frozenset({
    "谋划", "谋划实施", "谋划推进", "规划", "探索", "研究", "培育", "统筹", "遴选", "引导", "启动", "组织", "学习", "筹划",
    "申报", "锚定", "做好", "抓好", "创新", "试点", "争取", "攻坚", "对接", "对标对表",
})  # fmt: skip
# Verbs that repeat the one before them: 巩固完善基本药物制度, 参与共建“一带一路”.
REPEATING = frozenset({"完善", "健全", "运用", "共建", "落实", "壮大", "做强", "用好", "打造", "构建"})
# Verbs whose object is the circumstance of another measure: 聚焦“三个集中”推进国有经济布局优化.
CIRCUMSTANCE = frozenset({
    "聚焦", "围绕", "依托", "锚定", "瞄准", "对接", "立足", "顺应", "利用", "用好", "按照", "发挥", "运用", "结合",
})  # fmt: skip
# More words of manner than these stand before no verb.
_MOST = 8
# 到2027年底前, 6月底前, 年内: when, not what.
_TIME = r"(?:到|至|在|于)?(?:20\d\d年)?(?:\d{1,2}月)?(?:上半年|下半年|年底|年末|年内|月底|底)?(?:之?前)"
# 2025年, 到2025年底, 10月底
_DATE = r"(?:到|至|在)?20\d\d年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?|\d{1,2}月(?:底)?(?:之?前)?"


class Verb(NamedTuple):
    """What a row of measures.tsv says of a verb.

    Attributes:
        stage: the stage that it brings its argument to, or None.
        kind: the type of an argument whose own noun tells none, or None.
        title: whether its object is a title that its subject bears.

    """

    stage: Stage | None
    kind: EntityType | None
    title: bool


@cache
def table(place: str) -> Mapping[str, Verb]:
    """Return the verbs that stand ``"front"``, ``"behind"`` or ``"between"``."""
    return {
        row["verb"]: Verb(
            Stage(row["stage"]) if row["stage"] else None,
            EntityType(row["kind"]) if row["kind"] else None,
            bool(row["title"]),
        )
        for row in lexicon.table("measures")
        if row["place"] == place
    }


@cache
def pattern(place: str) -> re.Pattern[str]:
    """Return the pattern of manner words, then a verb (group ``verb``) of this place: 高质量 + 建设."""
    manner = lexicon.any_of(lexicon.words("manner"))
    return re.compile(rf"(?:{manner}(?:地|、)?){{0,{_MOST}}}?(?P<verb>{lexicon.any_of(table(place))})")


@cache
def between() -> re.Pattern[str]:
    """Return the pattern of the verbs that stand between subject and object."""
    return re.compile(lexicon.any_of(table("between")))


@cache
def opener() -> re.Pattern[str]:
    """Return the pattern of what comes before a measure: a time, 同时, 我们, 将."""
    return re.compile(rf"(?:{_TIME}|{_DATE}|{lexicon.any_of(lexicon.words('openers'))})")


@cache
def closing_manner() -> re.Pattern[str]:
    """Return the pattern of the manner words and times between a subject and its verb."""
    return re.compile(rf"(?:{lexicon.any_of(lexicon.words('manner'))}|{_TIME}|{_DATE}|已|正|正在|将)+$")


def gives_way(verb: str) -> bool:
    """Whether a verb gives way to one that follows it: 推动 + 成立, 加快 + 建设."""
    return verb in CAUSATIVE or verb in lexicon.words("manner")
