"""Names whose words stand before the number: 地区生产总值增长6%, 新增市场主体10万户, 总数达14家, 、增长5.4%."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.naming import owners, shares, suffixes
from policygraph.extraction.naming.context import EDGES
from policygraph.extraction.naming.openings import clean
from policygraph.extraction.quantities import unit_kind

if TYPE_CHECKING:
    from policygraph.extraction.naming.context import Context, Topic

# 贷款增速比各项贷款平均增速高4.2个百分点
_OVER = re.compile(r"(?:比|较|高于|低于|快于)(?P<base>[^，]+?)(?:分别)?$")
# 经济增长目标设定为6%左右, 经济增长预期7%左右
_AIM = re.compile(r"增长(?:预期目标|预期|目标)?$")
# 发放补贴66.7亿元，拉动消费785亿元; 改造老旧小区6496个、惠及97.9万户
_EFFECT = re.compile(r"^(?:累计|直接|共|预计)*(?:带动|拉动|惠及|撬动|受益|节约|减轻|覆盖)")


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a value that stands behind its words, and the topic for what follows."""
    left = context.left.strip(EDGES).rstrip("了")
    if share := shares.match(left, context.unit):
        return shares.name(share, context, topic)
    predicate = wording.predicate_at_end().search(left)
    word, how = (predicate["word"], predicate["how"]) if predicate else ("", "")
    subject = left[: predicate.start()] if predicate else wording.manner_at_end().sub("", left)
    if (over := _OVER.search(subject)) and context.unit == "百分点" and suffixes.uncompared(subject) == subject:
        own = clean(subject[: over.start()], context) or topic.subject
        return f"{own}{over[0].removesuffix('分别')}{word}的幅度", replace(topic, subject=own)
    cleaned = clean(suffixes.uncompared(subject), context)
    if unit_kind(context.unit) == "rate" and (aim := _AIM.search(cleaned)):
        cleaned, word = cleaned[: aim.start()], "增长"
    whole, topic = _complete(cleaned, context, topic, bare=not word and not context.bounded)
    return (wording.spelled_out(suffixes.named(whole, word, how, context)) if whole else ""), topic


def _complete(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """Supply from the topic what the words leave out."""
    if not cleaned:
        return topic.subject, topic
    if (effect := _EFFECT.match(cleaned)) and unit_kind(context.unit) == "rate":
        cleaned = cleaned[effect.end() :]
    elif effect and topic.subject:
        whom = "户" if context.unit == "户" and effect.end() == len(cleaned) else ""
        return topic.subject + cleaned + whom, replace(topic, action="")
    if cleaned.startswith("对") and "贡献" in cleaned:
        return (topic.thing or topic.subject) + cleaned, topic  # 对工业增长贡献率达到35.1%
    if owners.needs_owner(cleaned):
        whole = owners.owned(cleaned, topic)
        return whole, replace(topic, subject=whole)
    action = wording.action_at_start().match(cleaned)
    if action:
        return _undertaking(action["verb"], cleaned, context, topic)
    return _state(cleaned, context, topic, bare=bare)


def _undertaking(verb: str, cleaned: str, context: Context, topic: Topic) -> tuple[str, Topic]:
    """新增市场主体10万户; 新开通公交线路10条，优化30条."""
    if cleaned.endswith("累计"):
        cleaned = "累计" + cleaned.removesuffix("累计")  # 落地科研大院大所累计8家
        verb = "累计" + verb
    thing = cleaned[len(verb) :].strip(EDGES)
    whole = cleaned if thing or not topic.thing else verb + topic.thing
    thing = thing or topic.thing
    return whole, replace(topic, subject=whole, action=verb, thing=thing, unit=context.unit)


def _state(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """地区生产总值; 、网约公交线路10条, which an action before it governs; 鄂州花湖机场开通货线91条."""
    if turned := wording.action_behind().match(cleaned):
        return _undertaking(turned["verb"], turned["verb"] + turned["thing"], context, topic)
    measured = wording.measure_noun_at_end().search(cleaned)
    counts = unit_kind(context.unit) not in {"rate", "points"}
    if bare and not measured and counts and topic.action and (context.joined or context.unit == topic.unit):
        whole = topic.action + cleaned
        return whole, replace(topic, subject=whole, thing=cleaned, unit=context.unit)
    thing = cleaned
    if measured and unit_kind(context.unit) != "count":
        thing = cleaned[: measured.start()] or cleaned
    elif doing := wording.action_inside().search(cleaned):
        thing = cleaned[: doing.start()]
        topic = replace(topic, owner=thing)
    return cleaned, replace(topic, subject=cleaned, action="", thing=thing, unit=context.unit)
