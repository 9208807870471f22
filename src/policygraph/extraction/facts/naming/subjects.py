"""Names whose words stand before the number: 地区生产总值增长6%, 新增市场主体10万户, 总数达14家, 、增长5.4%."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import circumstances, matters, owners, shares, suffixes, undertakings
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean
from policygraph.extraction.language import words as language
from policygraph.extraction.language.lexicon import words
from policygraph.extraction.quantities import unit_kind, unit_noun
from policygraph.ontology import places, wordclasses

if TYPE_CHECKING:
    import re

    from policygraph.extraction.facts.naming.context import Context, Topic

_CONTRIBUTION = wordclasses.word("contribution")
_CUMULATIVE = wordclasses.word("cumulative")
_ECONOMY = wordclasses.word("economy")
_SIZE_OF_THE_ECONOMY = wordclasses.word("size_of_the_economy")
_EMPLOYMENT = wordclasses.word("employment")
_EQUAL_TO = wordclasses.word("equal_to")
_EXPENDITURE = wordclasses.word("expenditure")
_EXTENT_OF = wordclasses.word("extent_of")
_FIXED_ASSET_INVESTMENT = wordclasses.word("fixed_asset_investment")
_GROSS_PRODUCT = wordclasses.word("gross_product")
_GROWTH_ITSELF = wordclasses.word("growth_itself")
_GROWTH_RATE = wordclasses.word("growth_rate")
_INCOME = wordclasses.word("income")
_INVESTMENT = wordclasses.word("investment")
_MULTIPLE_OF = wordclasses.word("multiple_of")
_NET_INCREASE = wordclasses.word("net_increase")
_OF_WHICH = wordclasses.word("of_which")
_PERCENTAGE_POINTS = wordclasses.word("percentage_points")
_RESPECTIVELY = wordclasses.word("respectively")
_USED_FOR = wordclasses.word("used_for")

# 贷款增速比各项贷款平均增速高4.2个百分点
_OVER = wordclasses.pattern(r"(?:比(?!<not_a_share>)|<than_before>)(?P<base>[^，]+?)(?:<respectively>)?$")
# 经济增长目标设定为6%左右, 经济增长预期7%左右
_AIM = wordclasses.pattern(r"<growth_itself><expected_aims>?$")
# 财政补助标准提高到人均320元, 提高到每人每年240元
_EACH = r"<per_head>|<each_person_every><years_months>|<each_person>|每<years_months>"
_PER = wordclasses.pattern(rf"(?P<word><to_be>|<exceeding>)(?:<per_so_many>|{_EACH})$")
# 补贴标准分别从每人每月209元、280元提高到…
_FROM_PER = wordclasses.pattern(rf"[<from_characters>](?:{_EACH})$")
_ALREADY = wordclasses.pattern(r"<already>$")
_TAKEN = wordclasses.pattern(r"^[，、；]?<going_on_with>?把")  # 把居民消费价格涨幅控制在3.5%左右
# 机场和港口 whose traffic a clause counts own what the next clause counts: 成都枢纽年旅客吞吐量…；货邮吞吐量….
_TRAFFIC = wordclasses.pattern(r"^(?P<owner>.{2,}?)年?<freight><throughput>$")
# 建成美丽庭院3100户，完成清洁取暖改造1.3万户: what has a verb or a beneficiary of its own is not governed by 建成.
_OWN_VERB = wordclasses.pattern(r"<subject_verbs>|.{2,}<repairing>(?:<housing>)?$")
# 覆盖面[逐步扩大]，2012年底已达到12.5%; 工业投资[保持较快增长]
_GOES = wordclasses.pattern(
    r"^(?P<subject>[^，；、\d]{2,16}?)<manner_of_growth>+"
    r"<adjectives_of_growth>*<verbs_of_change>$"
    r"|^(?P<held>[^，；、\d]{2,16}?)<again_and_again>{0,3}<setting_records>"
    r"[^，；、]{0,8}<records_and_places>$"
)
# 服务业[支撑作用更加明显], 市场经营主体[增量提质]: what is told of a sector in words, and the parts of speech that end it.
_SECTOR = wordclasses.pattern(
    r"(?P<subject>[^，；、的\d]{0,10}?(?:[^<no_trade_before>]业|<sector_nouns>))(?=[^，；、的\d]{2,}$)"
)
_SAYS_HOW = ("v", "a", "z", "i", "l", "d")
_A_NUMBER = wordclasses.pattern(r"[<measuring_endings>]$")
# 新开工改造城镇老旧小区4402个、城中村5.1万户: verbs of beginning, and how long a thing is that two verbs govern.
_BEGINS = wordclasses.members("beginning")
_SHORTEST = 2


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name of a value that stands behind its words, and the topic for what follows."""
    left = _ALREADY.sub("", _PER.sub(r"\g<word>", _FROM_PER.sub("", context.left.strip(EDGES).rstrip("了"))))
    if share := shares.match(left, context.unit):
        return shares.name(share, context, topic)
    if unit_kind(context.unit) == "times" and (multiple := circumstances.multiple(left)):
        own = clean(multiple[0], context) or topic.subject
        return (f"{own}{_EQUAL_TO}{multiple[1]}{_MULTIPLE_OF}" if own else ""), replace(topic, subject=own)
    predicate = wording.predicate_at_end().search(left)
    word, how = (predicate["word"], predicate["how"]) if predicate else ("", "")
    subject = left[: predicate.start()] if predicate else wording.manner_at_end().sub("", left)
    subject = _TAKEN.sub("", subject) if word else subject
    points = context.unit == _PERCENTAGE_POINTS
    if points and (over := _OVER.search(subject)) and suffixes.uncompared(subject) == subject:
        own = clean(subject[: over.start()], context) or topic.subject + topic.grown
        whole = f"{own}{over[0].removesuffix(_RESPECTIVELY)}{word}{_EXTENT_OF}"
        return wording.spelled_out(whole), replace(topic, subject=own)
    base = suffixes.base(subject) if word or context.unit == "番" else ""
    if circumstances.only(subject):
        subject = ""
    cleaned = clean(suffixes.uncompared(circumstances.without(subject)), context)
    if wording.opening_adverb().fullmatch(cleaned) and not wording.action_at_start().match(cleaned):
        cleaned = ""  # 目前全省共5个，力争到2027年达到20个
    if cleaned.endswith(_SIZE_OF_THE_ECONOMY):
        cleaned = cleaned.removesuffix(_SIZE_OF_THE_ECONOMY) + context.gdp  # 襄阳经济总量突破6000亿元
    if (word or context.bounded) and unit_kind(context.unit) == "money" and places.spoken(cleaned):
        cleaned += context.gdp  # 孝感跨越3000亿元规模
    if unit_kind(context.unit) == "rate" and (aim := _AIM.search(cleaned)):
        # 把增长预期目标定在7.5%左右
        cleaned, word = cleaned[: aim.start()].removeprefix("把") or _ECONOMY, _GROWTH_ITSELF
    if not cleaned and _is_total(word, context, topic):
        summed = _CUMULATIVE if _CUMULATIVE in how else "总"
        owner = "" if topic.thing.startswith(topic.owner) else topic.owner
        whole = owner + topic.thing + summed + unit_noun(context.unit)
        return wording.spelled_out(whole), replace(topic, subject=whole, action="")
    whole, topic = _complete(cleaned, context, topic, bare=not word and not context.bounded)
    named = suffixes.named(whole, word, how, context, base) if whole else ""
    added = named.removeprefix(whole)
    topic = replace(topic, grown=added if added.endswith(_GROWTH_RATE) else "")
    return wording.spelled_out(named), topic


def told_of(clause: str) -> str:
    """Return the subject of a clause without a value, where it names a measure and says how it goes; else ``""``.

    >>> told_of("覆盖面逐步扩大"), told_of("工业投资保持较快增长"), told_of("重大项目加快推进")
    ('覆盖面', '工业投资', '')
    """
    said = clause.strip(EDGES)
    sector = _told_of_sector(said)
    goes = _GOES.search(said) or sector
    if goes is None or wording.action_at_start().match(said):
        return ""
    held = "" if goes is sector else goes["held"]
    subject = held or goes["subject"]
    measured = wording.measure_noun_at_end().search(subject) or owners.needs_owner(subject)
    return subject if measured or goes is sector else ""


def _told_of_sector(said: str) -> re.Match[str] | None:
    """Return the match of a sector of which a clause tells how it is or goes: 服务业支撑作用更加明显."""
    found = language.split(said)
    return _SECTOR.match(said) if found and _says_how(found[-1]) else None


def _says_how(word: language.Word) -> bool:
    return word.tag.startswith(_SAYS_HOW) or word.text in words("measures")


def _is_total(word: str, context: Context, topic: Topic) -> bool:
    """Whether a value is the total of what was newly added: 经营主体新增105万户，达到920万户."""
    summed = context.left.strip(EDGES).startswith(_CUMULATIVE)
    added = topic.action.startswith(("新", _NET_INCREASE)) or (bool(topic.action) and summed)
    if not (added and word and topic.thing and context.unit == topic.unit):
        return False
    return wording.predicate_class(word) == "level" and unit_noun(context.unit) in wordclasses.members(
        "nouns_of_levels"
    )


def _complete(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """Supply from the topic what the words leave out."""
    if not cleaned:
        of_share = unit_kind(context.unit) == "points" and topic.here and topic.share.startswith(f"{topic.subject}占")
        return topic.share if of_share else topic.subject, topic  # 占规上工业比重43.6%、提高0.7个百分点
    if cleaned == _EXPENDITURE and topic.subject.endswith(_INCOME):
        cleaned = topic.subject.removesuffix(_INCOME) + cleaned  # 地方一般公共预算收入增长2.3%，支出超过7000亿元
    if cleaned.startswith(_USED_FOR) and topic.subject:
        return topic.subject + cleaned, topic  # 发行专项债券2157亿元，其中用于项目建设1542亿元
    if effect := _effect(cleaned, context, topic):
        return effect
    cleaned = _without_effect(cleaned, context)
    if cleaned.startswith("对") and _CONTRIBUTION in cleaned:
        return (topic.thing or topic.subject) + cleaned, topic  # 对工业增长贡献率达到35.1%
    if cleaned == _INVESTMENT and unit_kind(context.unit) == "rate" and not topic.here:
        # 全年投资增长5%左右
        return cleaned, replace(topic, subject=_FIXED_ASSET_INVESTMENT, thing=_FIXED_ASSET_INVESTMENT, action="")
    if part := _part_of_sum(cleaned, context, topic):
        return part, replace(topic, subject=part, action="")
    if owners.needs_owner(cleaned):
        return _owned(cleaned, context, topic)
    action = wording.action_at_start().match(cleaned)
    if action:
        return _undertaking(action["verb"], cleaned, context, topic)
    return _state(cleaned, context, topic, bare=bare)


def _effect(cleaned: str, context: Context, topic: Topic) -> tuple[str, Topic] | None:
    """Return the name of an effect of what was done, or None: 发放补贴66.7亿元，拉动消费785亿元."""
    effect = undertakings.EFFECT.match(cleaned)
    cause = topic.subject if topic.here else topic.did
    if effect is None or not cause or unit_kind(context.unit) == "rate":
        return None
    whom = "户" if context.unit == "户" and effect.end() == len(cleaned) else ""
    return cause + cleaned + whom, replace(topic, subject=cause, action="")


def _without_effect(cleaned: str, context: Context) -> str:
    """Return what grows without the verb that says what made it grow: [带动]消费增长5%."""
    effect = undertakings.EFFECT.match(cleaned) if unit_kind(context.unit) == "rate" else None
    return cleaned[effect.end() :] if effect and effect.end() < len(cleaned) - 1 else cleaned


def _is_of_those(context: Context, topic: Topic) -> bool:
    """Whether a value is told of a part of what the same sentence has told of: 新设经营主体30.8万户，[其中]企业超8.4万户."""
    return topic.here and context.left.strip(EDGES).startswith(_OF_WHICH)


def _part_of_sum(cleaned: str, context: Context, topic: Topic) -> str:
    """Return a part of a sum with what the sum is, or ``""``: 完成综合交通投资3500亿元，其中铁路[投资]500亿元."""
    sums = unit_kind(context.unit) == unit_kind(topic.unit) == "money"
    if not (sums and _is_of_those(context, topic)) or wording.action_at_start().match(cleaned):
        return ""
    whole = wording.measure_noun_at_end().search(topic.subject)
    own = wording.measure_noun_at_end().search(cleaned)
    return cleaned + whole["noun"] if whole and own is None else ""


def _owned(cleaned: str, context: Context, topic: Topic) -> tuple[str, Topic]:
    """Supply the owner of a head that says nothing alone."""
    if topic.matter and not topic.here:  # 公共租赁住房改造稳步推进，受助户数1.2万户
        topic = replace(topic, subject=topic.matter, thing=topic.matter, action="", owner="")
    whole = owners.owned(cleaned, topic, unit_noun(context.unit) or "数")
    return whole, replace(topic, subject=whole, action="" if owners.is_total(cleaned) else topic.action)


def _undertaking(verb: str, cleaned: str, context: Context, topic: Topic) -> tuple[str, Topic]:
    """新增市场主体10万户; 新开通公交线路10条，优化30条."""
    if cleaned.endswith(_CUMULATIVE):
        cleaned = _CUMULATIVE + cleaned.removesuffix(_CUMULATIVE)  # 落地科研大院大所累计8家
        verb = _CUMULATIVE + verb
    said = cleaned[len(verb) :].strip(EDGES)
    if matters.is_vague(said) and topic.here and not topic.matter and unit_kind(topic.unit) == "money":
        return topic.subject + cleaned, replace(topic, action=verb)  # 争取国债资金383亿元、支持项目512个
    thing = matters.supplied(said, topic)
    whole = verb + thing if matters.is_vague(cleaned[len(verb) :]) else cleaned if thing else verb + _spoken_of(topic)
    thing = thing or _spoken_of(topic)
    verb, thing = _whole_verb(verb, thing)
    return whole, replace(topic, subject=whole, action=verb, thing=thing, unit=context.unit)


def _spoken_of(topic: Topic) -> str:
    """Return what a verb without an object is about: 加大保障性安居工程建设力度，新开工700万套."""
    return topic.matter if topic.matter and not topic.here else topic.thing


def _whole_verb(verb: str, thing: str) -> tuple[str, str]:
    """Return a verb with the one that follows it, and the thing: 新开工[改造]城镇老旧小区, which govern what follows too."""
    more = wording.action_at_start().match(thing) if verb in _BEGINS else None
    rest = thing[more.end() :] if more else ""
    return (verb + thing[: -len(rest)], rest) if len(rest) > _SHORTEST and not matters.is_vague(rest) else (verb, thing)


def _state(cleaned: str, context: Context, topic: Topic, *, bare: bool) -> tuple[str, Topic]:
    """地区生产总值; 、网约公交线路10条, which an action before it governs; 鄂州花湖机场开通货线91条."""
    if turned := wording.action_behind().match(cleaned):
        return _undertaking(turned["verb"], turned["verb"] + turned["thing"], context, topic)
    if traffic := _TRAFFIC.match(cleaned):
        topic = replace(topic, owner=traffic["owner"])
    cleaned = matters.supplied(cleaned, topic)
    measured = wording.measure_noun_at_end().search(cleaned)
    counts = unit_kind(context.unit) not in {"rate", "points"}
    if (
        measured
        and measured["noun"] == unit_noun(context.unit)
        and matters.opens_with_noun(cleaned[: measured.start()])
    ):
        measured = None  # 治理废弃矿山16.4万亩、小流域面积401万亩
    if measured and unit_kind(context.unit) == "count" and not _A_NUMBER.search(cleaned):
        measured = None  # 新增养老床位3852张、认知障碍照护床位3326张
    own = (
        _OWN_VERB.match(context.left.strip(EDGES))
        or matters.is_doing(cleaned)
        or cleaned.endswith(_EMPLOYMENT)
        or cleaned.startswith("每")
    )
    whose = _is_of_those(context, topic) and topic.action.startswith("新")
    bare = bare or (whose and not own)  # 新设经营主体30.8万户，其中企业超8.4万户
    own = own or not (context.joined or matters.opens_with_noun(cleaned))
    made = context.joined and unit_kind(context.unit) != "money"
    alike = measured and made and topic.thing.endswith(measured["noun"])  # 淘汰炼铁产能…、炼钢产能…
    if (
        bare
        and not ((measured and not alike) or own)
        and counts
        and topic.action
        and (context.joined or context.unit == topic.unit)
    ):
        whole = topic.action + cleaned
        return whole, replace(topic, subject=whole, thing=cleaned, unit=context.unit)
    thing = cleaned
    if measured and unit_kind(context.unit) != "count" and not cleaned.endswith(_GROSS_PRODUCT):
        thing = cleaned[: measured.start()] or cleaned
    elif doing := wording.action_inside().search(cleaned):
        thing = cleaned[: doing.start()]
        topic = replace(topic, owner=thing)
    return cleaned, replace(topic, subject=cleaned, action="", thing=thing, unit=context.unit)
