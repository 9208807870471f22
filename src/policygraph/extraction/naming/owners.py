"""Heads that need an owner: 规模 → 电子信息产业规模, 总数 → 省实验室总数, 签约额 → 新签约亿元以上工业项目签约额."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.wordlists import rows

if TYPE_CHECKING:
    from policygraph.extraction.naming.context import Topic

_TOTALS = {"总数", "总量", "总额", "数量", "存量"}
_ADDED_UP = {"累计", "总计", "合计"}
# What is done for an amount belongs to the whole undertaking: 新签约亿元以上工业项目的签约额.
_OF_UNDERTAKING = ("签约", "投资", "总投资", "合同", "完成", "年度", "金额", "总金额")
_PRODUCED = re.compile(r"(?:种植|播种|生产|总|实际下线|下线|销售)$")
_OUTPUTS = {"总产", "产量", "单产"}


@cache
def _heads() -> re.Pattern[str]:
    heads = sorted((row["word"] for row in rows("relational_heads")), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:产业|核心产业|经济|整体|年度|完成|年|全口径)?(?:{'|'.join(map(re.escape, heads))})")


def needs_owner(words: str) -> bool:
    """Whether the words are only a head, so that what they belong to is left out."""
    return words in _TOTALS | _ADDED_UP or _heads().fullmatch(words) is not None


def owned(head: str, topic: Topic) -> str:
    """Return the head with its owner from the topic."""
    owner = topic.thing or topic.subject
    if head in _ADDED_UP:
        return f"{owner}总数"
    if head in _TOTALS:
        return owner if owner.endswith(head) else owner + head
    if head in {"增速", "增幅"} or head.startswith(_OF_UNDERTAKING):
        return topic.subject + head
    if head.endswith("吞吐量"):
        return topic.owner + head
    if head in _OUTPUTS:
        return _PRODUCED.sub("", owner) + head
    if head.startswith(("产业", "核心产业")):
        return _of_industry(head, owner, topic)
    return owner + head


def _of_industry(head: str, owner: str, topic: Topic) -> str:
    if not owner.endswith(("业", "经济")) and topic.industry:
        owner = topic.industry
    return owner + (head.removeprefix("产业") if owner.endswith("产业") else head)
