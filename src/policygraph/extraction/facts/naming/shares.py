"""Shares of a whole: 占全省66.7%, 战新产业占比达72%, 高技术产品出口占全部出口比重超过50%."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import owners
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

    from policygraph.extraction.facts.naming.context import Context, Topic

_GROSS_PRODUCT = wordclasses.word("gross_product")
_PERCENTAGE_SHARE = wordclasses.word("percentage_share")
_WEIGHT_SHARE = wordclasses.word("weight_share")

# 完成投资1.2万亿元、[为年度计划的]124%: how much of a plan was done
_SHARE = wordclasses.pattern(
    r"^(?P<lead>.*?)(?:约?占(?P<whole>[^占]*)|(?<![一-鿿])为(?P<plan>[^，；、]{0,6}<plans_fulfilled>)的?)$"
)
_WHOLES = wordclasses.members("wholes")
_REACHES = wordclasses.pattern(r"的?<shares_of_all>?<striving_before_shares>?<share_verbs>?$")
_NOUN = wordclasses.pattern(r"^<shares_and_ratios>")


def match(left: str, unit: str) -> re.Match[str] | None:
    """Return the parts of the words before a share, or None where they are none."""
    return _SHARE.match(left) if unit_kind(unit) == "rate" else None


def name(share: re.Match[str], context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a share, and the topic for what follows."""
    lead, whole = share["lead"].strip(EDGES), share["whole"] or share["plan"] or ""
    subject = clean(lead, context)
    if lead in _WHOLES:
        subject, whole = topic.subject, lead  # 获国家科技奖励7项，全省占比53.8%
    elif not subject:
        subject = topic.subject
    elif owners.needs_owner(subject):
        subject = owners.owned(subject, topic)
    reaches = wording.predicate_at_end().search(whole)
    whole = whole[: reaches.start()] if reaches else whole
    whole = _NOUN.sub("", _REACHES.sub("", whole).strip(EDGES))
    whole = context.gdp if whole == _GROSS_PRODUCT else whole
    named = f"{subject}占{whole}{_WEIGHT_SHARE}" if whole else f"{subject}{_PERCENTAGE_SHARE}"
    return wording.spelled_out(named), replace(topic, subject=subject if whole else named, share=named)
