"""Runs of years and months, and orders of magnitude: 连续14个月保持两位数增长, 打造千亿级人工智能产业集群."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import owners
from policygraph.extraction.facts.naming.context import EDGES, trimmed
from policygraph.extraction.facts.naming.openings import clean
from policygraph.extraction.quantities import unit_noun
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

_GROWTH_ITSELF = wordclasses.word("growth_itself")
_IN_A_ROW = wordclasses.word("in_a_row")
_INDUSTRY = wordclasses.word("industry")
_PILLAR_INDUSTRY = wordclasses.word("pillar_industry")
_SCALE_ITSELF = wordclasses.word("scale_itself")

# 五连冠, 二十二连丰; of 十一连增 and a run that ends its clause it is growth.
_ON_END = wordclasses.features("ends_of_runs")
# 连续三年获国家考核优秀等次: what is won is won by the place itself, not by what the clause before was about.
# 连续十年未发生重特大事故, 连续3年大规模开展清淤行动: nor is what has not happened or is carried out.
_WON = wordclasses.pattern(
    r"<winning>|在[^，；、]+<winning_among>|(?:未|<not_having>)<happening>|<manner_of_holding>?<holding>"
)
_ARRIVES = wordclasses.pattern(r"<stepping_into>$")
# 把六大优势产业打造为万亿级产业
_MADE_INTO = wordclasses.pattern(r"<with_object>(?P<thing>[^，、]{2,16}?)<building_verbs><becoming>$")
_OF_THEIR_KIND = wordclasses.of("of_their_kind")


def run(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a run: 规模以上工业增加值连续保持两位数增长的月数, 粮食产量连续增长的年数."""
    left = trimmed(context.left)
    subject = left if left in context.place else wording.manner_at_end().sub("", clean(left, context))
    if subject and owners.needs_owner(subject):
        subject = owners.owned(subject, topic)  # 地区生产总值增长3.9%、总量连续37年居全国首位
    goes_on = trimmed(context.right) or _ON_END.get(context.run[-1], _GROWTH_ITSELF)
    whole = subject or (topic.matter if _WON.match(goes_on) else topic.subject)
    if subject:
        topic = replace(topic, subject=whole, action="", thing=whole)
    return wording.spelled_out(f"{whole}{_IN_A_ROW}{goes_on}的{unit_noun(context.unit)}"), topic


def magnitude(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a magnitude: 人工智能产业集群规模, 文旅产业规模."""
    thing = context.right.lstrip("的").strip(EDGES)
    if not thing or thing in wordclasses.members("scale_or_industry"):
        made = _MADE_INTO.search(context.left)
        thing = made["thing"] if made else _ARRIVES.sub("", clean(context.left, context)) or topic.thing
        thing = thing if not thing or thing.endswith(_OF_THEIR_KIND) else f"{thing}{_INDUSTRY}"
    elif thing.endswith(_PILLAR_INDUSTRY):
        thing = thing.removesuffix(_PILLAR_INDUSTRY) + _INDUSTRY
    named = wording.spelled_out(f"{thing}{_SCALE_ITSELF}")
    return named, replace(topic, subject=named, action="", thing=thing)
