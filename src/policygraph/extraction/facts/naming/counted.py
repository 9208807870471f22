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
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context, Topic

_PERCENTAGE_SHARE = wordclasses.word("percentage_share")
_PUSHING = wordclasses.word("pushing")

# 入选, 服务企业; but 养老服务中心 is a thing
_PREDICATE = "(?!<things_of_service>)<reaching_verbs>"
_SAYS_ITSELF = wordclasses.pattern(rf".{{2}}(?:{_PREDICATE})")
_THING_ENDS = wordclasses.pattern(rf"(?<=.{{2}})(?:{_PREDICATE}|<manner_of_counts>)")
# What these words begin no longer says which things are counted: 8个全国百强县[普遍位次前移], 57个项目[要加快建设].
_COMMENT = wordclasses.pattern(
    r"(?<=.{2})(?:<everywhere>|均(?!<no_even>)|都(?=[一-鿿])|(?<!<no_want>)要(?!素)|将"
    r"|<gaining><attributes_of_progress>)"
)
# 14个市空气质量[首次全部]达到国家二级标准: what they have reached says which they are.
_ALL_REACHED = wordclasses.pattern(r"<first_and_all>+(?=<entering_and_reaching>)")
# 总规模1000亿元的产业投资基金投入运行: the size is that of the fund.
_SIZED = wordclasses.pattern(r"(?P<noun><total_scales>)$")
_OF_SIZE = wordclasses.pattern(r"[^，；]*?<built_things>")
# 十件民生实事[全面完成], 10大类52项民生实事[全部超额完成]
_ALL_DONE = wordclasses.pattern(r"(?P<thing>.{2,}?)<completely>+(?P<verb><done_or_settled>)")
_JOINS = wordclasses.pattern(r"(?:<and_with>|(?<!<no_ji>)及)$")
# 13次编号洪水[、为1998年以来最多]
_RECORD = wordclasses.pattern(r"、<doing_for>[^，；、]*$")
_MEANS = wordclasses.pattern(r"为<supporting>$")  # 以10家省中试基地建设为依托
# 1000万以上农村贫困人口脱贫[任务], 600个医教康育服务项目[建设]: the task is not what is counted, nor the building.
_TASK = wordclasses.pattern(r"(?<=.{2})(?<!<set_or_yearly>)<task>$")
_OF_TASKS = {"people", "area", "mass", "length", "volume"}
_TASK_OF_AMOUNT = wordclasses.pattern(r"(?<=[<amount_or_area>])<task>$")
_BUILDING = wordclasses.pattern(r"(?<=<project_or_works>)<construction>$")
_WELL = wordclasses.pattern(r"(?<=[一-鿿]{2})(?<!做|办|抓|建|用|管|守)好$|(?<=育)出$")  # 实施好2个省级指挥田项目
# 新开、复航、加密44条航线: a verb of such a list has up to four characters.
_ALONGSIDE = wordclasses.pattern(r"、|和|及|并")
_LONGEST_VERB = 4
_DONE_IT = wordclasses.pattern(r"(?<=[一-鿿]{3})了(?![<behind_no_done>])")  # 在川高校承担了全省80%的…
_LINKS = wordclasses.pattern(r"<count_endings>$")


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
    if not cleaned and right.startswith("为") and topic.here:
        right = topic.thing + right.removeprefix("为")  # 推出成果259项，其中56项为全国首创
    subject, verb = _subject_and_verb(cleaned, context, topic)
    right = right if subject else matters.supplied(right, topic)
    whole = f"{_DONE_IT.sub('', subject)}{verb}{right}"
    topic = replace(topic, owner=subject.removesuffix("新") if verb else topic.owner)
    return _named(whole, context), replace(topic, subject=whole, action=verb, thing=_thing(right), unit=context.unit)


def _subject_and_verb(cleaned: str, context: Context, topic: Topic) -> tuple[str, str]:
    """国务院各部门|取消和下放246项…; 加快|上海交大等4家…, whose examples are left out; 每个县至少|办好1所…."""
    if context.left.strip(EDGES) == cleaned and _are_verbs(cleaned):
        return "", cleaned
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
        return cleaned[: closing.start()], closing["verb"].removeprefix(_PUSHING)
    if opening:
        return cleaned[opening.end() :], opening["verb"].removeprefix(_PUSHING)
    return _LINKS.sub("", cleaned), ""


def _are_verbs(said: str) -> bool:
    """Whether words are nothing but verbs side by side: 新开、复航、加密, 新建和加密建设、改造提升."""
    first, *more = _ALONGSIDE.split(said)
    alike = bool(more) and all(len(part) <= _LONGEST_VERB for part in more)
    return alike and wording.action_at_start().fullmatch(first) is not None


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
    suffix = _PERCENTAGE_SHARE if unit_kind(context.unit) == "rate" else suffixes.of_unit(whole, context.unit)
    return wording.spelled_out(whole + suffix)
