"""The verbs of measures: where each stands, what it says of a stage, and the words of manner and time around it.

The data are ``measures.tsv`` (verbs), ``manner.tsv`` (高质量, 持续) and ``openers.tsv`` (今年, 我们将).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.language import lexicon
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType, Stage

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

# Verbs whose object can be a clause: 推动清华大学智能绿色交通等国家重点实验室设立分室.
CAUSATIVE = wordclasses.members("causative")
# Verbs that lead up to another verb with the same object: 谋划实施, 培育创建, 探索推进.
INTRODUCING = wordclasses.members("introducing")
# Verbs that repeat the one before them: 巩固完善基本药物制度, 参与共建“一带一路”.
REPEATING = wordclasses.members("repeating")
# Verbs whose object is the circumstance of another measure: 聚焦“三个集中”推进国有经济布局优化.
CIRCUMSTANCE = wordclasses.members("of_a_circumstance")
# More words of manner than these stand before no verb.
_MOST = 8
# 到2027年底前, 6月底前, 年内: when, not what.
_TIME = r"<at_a_time>?(?:20\d\d年)?(?:\d{1,2}月)?<ends_of_periods>?(?:之?前)"
# 2025年, 到2025年底, 10月底
_DATE = r"<at_a_date>?20\d\d年(?:\d{1,2}月)?<end_of_a_month>?(?:之?前)?|\d{1,2}月(?:底)?(?:之?前)?"


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
    return wordclasses.pattern(rf"(?:{manner}(?:地|、)?){{0,{_MOST}}}?(?P<verb>{lexicon.any_of(table(place))})")


@cache
def between() -> re.Pattern[str]:
    """Return the pattern of the verbs that stand between subject and object."""
    return wordclasses.pattern(lexicon.any_of(table("between")))


@cache
def opener() -> re.Pattern[str]:
    """Return the pattern of what comes before a measure: a time, 同时, 我们, 将."""
    return wordclasses.pattern(rf"(?:{_TIME}|{_DATE}|{lexicon.any_of(lexicon.words('openers'))})")


@cache
def closing_manner() -> re.Pattern[str]:
    """Return the pattern of the manner words and times between a subject and its verb."""
    return wordclasses.pattern(rf"(?:{lexicon.any_of(lexicon.words('manner'))}|{_TIME}|{_DATE}|<by_now>)+$")


def gives_way(verb: str) -> bool:
    """Whether a verb gives way to one that follows it: 推动 + 成立, 加快 + 建设."""
    return verb in CAUSATIVE or verb in lexicon.words("manner")
