"""Names whose words stand before the number: 地区生产总值增长6%, 新增市场主体10万户, 总数达14家, 、增长5.4%."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import circumstances, owners, shares, suffixes
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean
from policygraph.extraction.quantities import unit_kind, unit_noun
from policygraph.ontology import places, wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

# 贷款增速比各项贷款平均增速高4.2个百分点
_OVER = wordclasses.pattern(r"(?:比(?!<not_a_share>)|<than_before>)(?P<base>[^，]+?)(?:分别)?$")
# 经济增长目标设定为6%左右, 经济增长预期7%左右
_AIM = wordclasses.pattern(r"增长<expected_aims>?$")
# 发放补贴66.7亿元，拉动消费785亿元; 改造老旧小区6496个、惠及97.9万户
# 财政补助标准提高到人均320元, 提高到每人每年240元
_PER = wordclasses.pattern(r"(?P<word><to_be>)(?:人均|每人每<years_months>|每人|每<years_months>)$")
_ALREADY = wordclasses.pattern(r"<already>$")
_ECONOMY = "经济总量"
# 机场和港口 whose traffic a clause counts own what the next clause counts: 成都枢纽年旅客吞吐量…；货邮吞吐量….
_TRAFFIC = wordclasses.pattern(r"^(?P<owner>.{2,}?)年?<traffic_goods>吞吐量$")
# 建成美丽庭院3100户，完成清洁取暖改造1.3万户: what has a verb or a beneficiary of its own is not governed by 建成.
_OWN_VERB = wordclasses.pattern(r"<subject_verbs>|.{2,}<repairing>(?:住房)?$")
_EFFECT = wordclasses.pattern(r"^<directly>*<helping>")


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a value that stands behind its words, and the topic for what follows."""
    left = _ALREADY.sub("", _PER.sub(r"\g<word>", context.left.strip(EDGES).rstrip("了")))
    if share := shares.match(left, context.unit):
        return shares.name(share, context, topic)
    if unit_kind(context.unit) == "times" and (multiple := circumstances.multiple(left)):
        own = clean(multiple[0], context) or topic.subject
        return (f"{own}相当于{multiple[1]}的倍数" if own else ""), replace(topic, subject=own)
    predicate = wording.predicate_at_end().search(left)
    word, how = (predicate["word"], predicate["how"]) if predicate else ("", "")
    subject = left[: predicate.start()] if predicate else wording.manner_at_end().sub("", left)
    if (over := _OVER.search(subject)) and context.unit == "百分点" and suffixes.uncompared(subject) == subject:
        own = clean(subject[: over.start()], context) or topic.subject
        return f"{own}{over[0].removesuffix('分别')}{word}的幅度", replace(topic, subject=own)
    if circumstances.only(subject):
        subject = ""
    cleaned = clean(suffixes.uncompared(circumstances.without(subject)), context)
    if cleaned.endswith(_ECONOMY):
        cleaned = cleaned.removesuffix(_ECONOMY) + context.gdp  # 襄阳经济总量突破6000亿元
    if word and unit_kind(context.unit) == "money" and places.get(cleaned):
        cleaned += context.gdp  # 孝感跨越3000亿元规模
    if unit_kind(context.unit) == "rate" and (aim := _AIM.search(cleaned)):
        cleaned, word = cleaned[: aim.start()].removeprefix("把") or "经济", "增长"  # 把增长预期目标定在7.5%左右
    if not cleaned and _is_total(word, context, topic):
        whole = topic.thing + "总" + unit_noun(context.unit)
        return wording.spelled_out(whole), replace(topic, subject=whole, action="")
    whole, topic = _complete(cleaned, context, topic, bare=not word and not context.bounded)
    return (wording.spelled_out(suffixes.named(whole, word, how, context)) if whole else ""), topic


def _is_total(word: str, context: Context, topic: Topic) -> bool:
    """Whether a value is the total of what was newly added: 经营主体新增105万户，达到920万户."""
    summed = context.left.strip(EDGES).startswith("累计")
    added = topic.action.startswith(("新", "净增")) or (bool(topic.action) and summed)
    if not (added and word and topic.thing and context.unit == topic.unit):
        return False
    return wording.predicate_class(word) == "level" and unit_noun(context.unit) in {"数", "面积", "长度", "人数"}


def _complete(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """Supply from the topic what the words leave out."""
    if not cleaned:
        return topic.subject, topic
    if cleaned.startswith("用于") and topic.subject:
        return topic.subject + cleaned, topic  # 发行专项债券2157亿元，其中用于项目建设1542亿元
    if (effect := _EFFECT.match(cleaned)) and unit_kind(context.unit) == "rate":
        cleaned = cleaned[effect.end() :]
    elif effect and topic.subject:
        whom = "户" if context.unit == "户" and effect.end() == len(cleaned) else ""
        return topic.subject + cleaned + whom, replace(topic, action="")
    if cleaned.startswith("对") and "贡献" in cleaned:
        return (topic.thing or topic.subject) + cleaned, topic  # 对工业增长贡献率达到35.1%
    if owners.needs_owner(cleaned):
        whole = owners.owned(cleaned, topic, unit_noun(context.unit) or "数")
        return whole, replace(topic, subject=whole, action="" if owners.is_total(cleaned) else topic.action)
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
    if traffic := _TRAFFIC.match(cleaned):
        topic = replace(topic, owner=traffic["owner"])
    measured = wording.measure_noun_at_end().search(cleaned)
    counts = unit_kind(context.unit) not in {"rate", "points"}
    own = _OWN_VERB.match(context.left.strip(EDGES))
    if bare and not (measured or own) and counts and topic.action and (context.joined or context.unit == topic.unit):
        whole = topic.action + cleaned
        return whole, replace(topic, subject=whole, thing=cleaned, unit=context.unit)
    thing = cleaned
    if measured and unit_kind(context.unit) != "count" and not cleaned.endswith("生产总值"):
        thing = cleaned[: measured.start()] or cleaned
    elif doing := wording.action_inside().search(cleaned):
        thing = cleaned[: doing.start()]
        topic = replace(topic, owner=thing)
    return cleaned, replace(topic, subject=cleaned, action="", thing=thing, unit=context.unit)
