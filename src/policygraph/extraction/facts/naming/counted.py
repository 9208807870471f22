"""Names whose words stand behind the number: 99家省重点实验室实现重组, 打造50个“公园+”特色园区, 80%的中小学纳入教联体."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import matters, suffixes
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.facts.naming.openings import clean
from policygraph.extraction.quantities import unit_kind

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

_PREDICATE = "获|入选|纳入|实现|进入|建成|开通|投用|上榜|达到|完成|列入|落地|成为|通过|服务|开工|加快|获批|稳定"
_SAYS_ITSELF = re.compile(rf".{{2}}(?:{_PREDICATE})")
_THING_ENDS = re.compile(rf"(?<=.{{2}})(?:{_PREDICATE}|规模|日均|有序|全面|顺利|扎实)")
# What these words begin no longer says which things are counted: 8个全国百强县[普遍位次前移], 57个项目[要加快建设].
_COMMENT = re.compile(
    r"(?<=.{2})(?:普遍|全部|全面超额|均(?![衡等价])|都(?=[一-鿿])|(?<![重主需首必纪政])要(?!素)|将"
    r"|取得(?:积极|重要|明显|显著|新))"
)
# 14个市空气质量[首次全部]达到国家二级标准: what they have reached says which they are.
_ALL_REACHED = re.compile(r"(?:首次|全部|均|都)+(?=达到|达|入选|进入|获|建成|纳入|通过)")
# 总规模1000亿元的产业投资基金投入运行: the size is that of the fund.
_SIZED = re.compile(r"(?P<noun>总规模|总投资|投资额|规模)$")
_OF_SIZE = re.compile(r"[^，；]*?(?:基金|项目|工程|基地|园区|产业园|平台|集群|中心)")
# 十件民生实事[全面完成], 10大类52项民生实事[全部超额完成]
_ALL_DONE = re.compile(r"(?P<thing>.{2,}?)(?:全面|全部|超额|如期|按期|圆满|顺利|均|已|提前)+(?P<verb>完成|办结|兑现)")
_JOINS = re.compile(r"(?:[和与]|(?<![惠普涉以])及)$")
# 13次编号洪水[、为1998年以来最多]
_RECORD = re.compile(r"、[为创][^，；、]*$")
_MEANS = re.compile(r"为(?:依托|牵引|抓手|重点|支撑|引领|主体|载体|目标)$")  # 以10家省中试基地建设为依托
# 1000万以上农村贫困人口脱贫[任务], 600个医教康育服务项目[建设]: the task is not what is counted, nor the building.
_TASK = re.compile(r"(?<=.{2})(?<!年度)(?<!目标)(?<!计划)任务$")
_OF_TASKS = {"people", "area", "mass", "length", "volume"}
_TASK_OF_AMOUNT = re.compile(r"(?<=[量积])任务$")
_BUILDING = re.compile(r"(?:(?<=项目)|(?<=工程))建设$")
_WELL = re.compile(r"(?<=[一-鿿]{2})(?<!做|办|抓|建|用|管|守)好$|(?<=培育)出$")  # 实施好2个省级指挥田项目
_LINKS = re.compile(r"(?:的|等|共|有)$")


def first(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name where nothing stands before the number, and the topic for what follows."""
    right = _right(context)
    right = _COMMENT.split(right, maxsplit=1)[0]
    if not right:
        return "", topic
    right = matters.supplied(right, topic)
    rate = unit_kind(context.unit) in {"rate", "points"}
    if context.joined and topic.action and not rate and not _SAYS_ITSELF.search(right):
        # 打造50个和美村、100个富民村: the action before governs this one too
        whole, thing = topic.action + right, right
    else:
        whole, thing = right, _thing(right)
        topic = replace(topic, action="" if not context.joined else topic.action)
    return _named(whole, context), replace(topic, subject=whole, thing=thing, unit=context.unit)


def behind(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the name where action or subject stand before the number and the thing behind it."""
    right = _COMMENT.split(_right(context), maxsplit=1)[0]
    cleaned = clean(context.left, context)
    if sized := _SIZED.search(cleaned):
        thing = _OF_SIZE.match(right)
        whole = f"{thing[0] if thing else right}{sized['noun']}"
        return wording.spelled_out(whole), replace(topic, subject=whole, thing=thing[0] if thing else right)
    if cleaned == "以" or _JOINS.search(cleaned):
        cleaned = ""  # 大型水电站和690万千瓦火电项目
    if wording.opening_adverb().fullmatch(cleaned) and not wording.action_at_start().match(cleaned):
        cleaned = ""
    subject, verb = _subject_and_verb(cleaned, context, topic)
    right = right if subject else matters.supplied(right, topic)
    whole = f"{subject}{verb}{right}"
    topic = replace(topic, owner=subject.removesuffix("新") if verb else topic.owner)
    return _named(whole, context), replace(topic, subject=whole, action=verb, thing=_thing(right), unit=context.unit)


def _subject_and_verb(cleaned: str, context: Context, topic: Topic) -> tuple[str, str]:
    """国务院各部门|取消和下放246项…; 加快|上海交大等4家…, whose examples are left out; 每个县至少|办好1所…."""
    opening = wording.action_at_start().match(cleaned)
    before, parting, last = cleaned.rpartition("、")
    if parting and (effect := wording.action_at_start().fullmatch(last)):
        # 实施育儿补贴制度、惠及3000多万婴幼儿
        return before[opening.end() :] if opening else before, effect["verb"]
    if cleaned.endswith("等") or context.left.strip(EDGES).endswith("等") or "、" in cleaned:
        ends = None if cleaned.endswith("等") or opening else wording.action_at_end().search(cleaned)
        if ends:
            return "", ends["verb"]  # 广州、深圳援助梅州建设4个小镇
        return "", opening["verb"] if opening else topic.action if context.joined else ""
    cleaned = _WELL.sub("", cleaned)
    if closing := wording.action_at_end().search(cleaned):
        return cleaned[: closing.start()], closing["verb"].removeprefix("推动")
    if opening:
        return cleaned[opening.end() :], opening["verb"].removeprefix("推动")
    return _LINKS.sub("", cleaned), ""


def _right(context: Context) -> str:
    right = _RECORD.sub("", _MEANS.sub("", context.right.lstrip("的").strip(EDGES)))
    if done := _ALL_DONE.fullmatch(right):
        right = f"{done['verb']}{done['thing']}"
    right = _ALL_REACHED.sub("", re.sub(r"了(?=[一-鿿])", "", right, count=1))
    kind = unit_kind(context.unit)
    if kind in _OF_TASKS:
        return _TASK.sub("", right)
    return right if kind == "money" else _TASK_OF_AMOUNT.sub("", _BUILDING.sub("", right))


def _thing(right: str) -> str:
    return _THING_ENDS.split(right, maxsplit=1)[0]


def _named(whole: str, context: Context) -> str:
    suffix = "占比" if unit_kind(context.unit) == "rate" else suffixes.of_unit(whole, context.unit)
    return wording.spelled_out(whole + suffix)
