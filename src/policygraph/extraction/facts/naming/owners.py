"""Heads that need an owner: 规模 → 电子信息产业规模, 总数 → 省实验室总数, 签约额 → 新签约亿元以上工业项目签约额."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.facts.naming import matters
from policygraph.extraction.language.lexicon import any_of, words
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

    from policygraph.extraction.facts.naming.context import Topic

_CUMULATIVE = wordclasses.word("cumulative")
_ECONOMY = wordclasses.word("economy")
_GRAIN = wordclasses.word("grain")
_INDUSTRY = wordclasses.word("industry")
_MILEAGE = wordclasses.word("mileage")
_OUTPUT = wordclasses.word("output")
_THROUGHPUT = wordclasses.word("throughput")

_OF_THEIR_OWN = wordclasses.members("amounts_of_their_own")
_TOTALS = wordclasses.members("totals_of_owners")
_ADDED_UP = wordclasses.members("added_up")
# What is done for an amount belongs to the whole undertaking: 新签约亿元以上工业项目的签约额.
_OF_UNDERTAKING = wordclasses.of("of_an_undertaking")
# 实施省重点项目1000个，完成投资1万亿元: the investment is that of the projects; 新签约 tells which ones.
_LIGHT = wordclasses.members("light_verbs")
# 地区生产总值增长3.9%、总量连续37年居首位: what is a total already.
_MONEY_TOTALS = wordclasses.of("totals_of_money")
_PRODUCED = wordclasses.pattern(r"<production_kinds>$")
_OUTPUTS = wordclasses.members("outputs")
# 粮食生产再获丰收，总产达到557亿斤: where no area or mass went before, the output is that of grain.
_GROWN = {"area", "mass"}


@cache
def _heads() -> re.Pattern[str]:
    return wordclasses.pattern(rf"<owners_of_output>?{any_of(words('relational_heads'))}")


def needs_owner(head: str) -> bool:
    """Whether the words are only a head, so that what they belong to is left out; 经济总量 is a measure of its own."""
    return head not in _OF_THEIR_OWN and (head in _TOTALS | _ADDED_UP or _heads().fullmatch(head) is not None)


def is_total(head: str) -> bool:
    """Whether the words are a total, so that what was newly added no longer tells what is counted: 总量达2037万户."""
    return head in _TOTALS | _ADDED_UP


def owned(head: str, topic: Topic, noun: str = "数") -> str:
    """Return the head with its owner from the topic.

    Args:
        head: the head.
        topic: what the words before have been about.
        noun: what the unit counts in: 数, 面积, 长度.
    """
    owner = topic.thing or topic.subject
    if head.endswith("率"):
        return (f"{topic.listed}、{owner}" if topic.listed else owner) + head  # 建议987件、提案900件，办结率100%
    if head in _ADDED_UP:
        return f"{owner}{_CUMULATIVE if head == _CUMULATIVE else '总'}{noun}"  # 绿道…、累计近2000公里: 累计长度
    if head in _TOTALS:
        return owner if owner.endswith((head, *_MONEY_TOTALS)) else owner + head
    if head in wordclasses.members("growth_suffixes"):
        return topic.subject + head
    if head.startswith(_OF_UNDERTAKING):
        verb = "" if topic.action in _LIGHT or not topic.thing else topic.action
        whole = topic.subject if topic.owner and topic.subject.startswith(topic.owner) else topic.thing or topic.subject
        return verb + whole + head
    if head.endswith(_THROUGHPUT):
        return topic.owner + head
    if head in _OUTPUTS:
        return (_PRODUCED.sub("", owner) if unit_kind(topic.unit) in _GROWN or head == _OUTPUT else _GRAIN) + head
    if head.endswith(_MILEAGE) and owner.endswith(_MILEAGE):
        return owner.removesuffix(_MILEAGE) + head  # 新增地铁运营里程43公里，总里程达到879公里
    if head.startswith(wordclasses.of("industries_alone")):
        return _of_industry(head, owner, topic)
    return matters.joined(owner, head)


def _of_industry(head: str, owner: str, topic: Topic) -> str:
    if not owner.endswith(("业", _ECONOMY)) and topic.industry:
        owner = topic.industry
    return owner + (head.removeprefix(_INDUSTRY) if owner.endswith(_INDUSTRY) else head)
