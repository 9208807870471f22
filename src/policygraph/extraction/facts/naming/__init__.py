"""What a number is about, spelled out so that it stands alone.

The words around a number say it in a handful of ways, each with a real phrase and the module that reads it:

    subject predicate NUMBER    地区生产总值增长6%左右        地区生产总值增速            subjects
    action object NUMBER        新增市场主体10万户以上        新增市场主体数              subjects
    share                       占全省66.7%                   …占全省比重                 shares
    action NUMBER object        打造50个“公园+”特色园区       打造“公园+”特色园区数       counted
    NUMBER subject predicate    99家省重点实验室实现重组      省重点实验室实现重组数      counted
    subject rank                稳居中部省会城市首位          …在中部省会城市中的排名     ranks
    subject run                 连续14个月保持两位数增长      …连续保持两位数增长的月数   spans
    order of magnitude          打造千亿级人工智能产业集群    人工智能产业集群规模        spans

What is left out is taken from what went before (`owners`): 、增长5.4% from the subject, 总数达14家 from the thing counted,
网约公交线路10条 from the action. The memory of that is a `Topic`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import counted, matters, ranks, spans, subjects
from policygraph.extraction.facts.naming.context import EDGES, Context, Topic
from policygraph.extraction.language import words
from policygraph.extraction.quantities import unit_kind, unit_noun
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_GROWTH_ITSELF = wordclasses.word("growth_itself")
_GROWTH_RATE = wordclasses.word("growth_rate")
_NUMBER_OF_MEDALS = wordclasses.word("number_of_medals")
_QUALIFIED = wordclasses.word("qualified")

__all__ = ["Context", "Topic", "matter", "name", "rule", "told", "told_of"]

matter = matters.of
handled = matters.handled
told_of = subjects.told_of

# 确定4.5%左右的增长目标, 7%左右的速度: that of the economy.
_AIM = wordclasses.pattern(
    r"的?(?:(?:<anticipated>)?(?:<economy>)?<growth_words>(?:<anticipated>)?<target>|<its_growth_rate>|(?:<economy>)?(?:<growth_itself>)?<speed>)"
)
# 饮用水源地水质100%合格: a word this short behind a rate completes its name (合格率).
_SHORT = 4


def _moves(left: str) -> bool:
    predicate = wording.predicate_at_end().search(left)
    return predicate is not None and wording.predicate_class(predicate["word"]) != "level"


def told(topic: Topic, before: Topic, *, joined: bool) -> Topic:
    """Return the topic behind a value of the same sentence, with the things that the clause lists before it."""
    things = (before.listed, before.thing) if joined and before.thing != topic.thing else ()
    return replace(topic, here=True, listed="、".join(thing for thing in things if thing))


def _is_thing(right: str) -> bool:
    """Whether words name a thing: 覆盖95%以上[行政村], but not 水质100%[合格]."""
    last = words.split(right)[-1]
    return last.tag.startswith("n") and len(right) > len(_QUALIFIED)


def rule(context: Context) -> str:
    """Return the name of the rule by which a value is named."""
    return f"naming/{_form(context)}"


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the indicator's name and the topic for what follows; the name is ``""`` where nothing tells it."""
    return _FORMS[_form(context)](context, topic)


def _form(context: Context) -> str:
    """Return which of the forms of a value and its words it is: a key of ``_FORMS``."""
    rate = unit_kind(context.unit) == "rate"
    if context.run:
        return "run"
    if context.unit == "位" and not context.right:
        return "rank"
    if context.level:
        return "magnitude"
    if not context.right:
        return "subject"
    return _form_behind(context, rate=rate)


def _form_behind(context: Context, *, rate: bool) -> str:
    """Return which form it is where words stand behind the number."""
    of_it = context.right.startswith("的")
    if rate and _AIM.match(context.right):
        return "aim of growth"
    if rate and not of_it and _moves(context.left):
        return "subject that moves"  # 投资增长10%大力发展服务消费, a comma lost
    if context.right in wordclasses.members("growth_alone"):
        return "growth behind"
    if unit_noun(context.unit).endswith(_NUMBER_OF_MEDALS):
        return "subject"  # 获得4金2银好成绩
    if not context.left.strip(EDGES):
        return "thing first"
    if rate and len(context.right) <= _SHORT and not of_it and not _is_thing(context.right):
        return "rate behind"
    return "thing behind"


def _aim(context: Context, topic: Topic) -> tuple[str, Topic]:
    return f"{context.gdp}{_GROWTH_RATE}", replace(topic, subject=context.gdp)


def _growth(context: Context, topic: Topic) -> tuple[str, Topic]:
    return subjects.name(replace(context, left=f"{context.left}{_GROWTH_ITSELF}", right=""), topic)


def _rate(context: Context, topic: Topic) -> tuple[str, Topic]:
    return subjects.name(replace(context, left=f"{context.left}{context.right}率", right=""), topic)


def _subject(context: Context, topic: Topic) -> tuple[str, Topic]:
    return subjects.name(replace(context, right=""), topic)


_FORMS: Mapping[str, Callable[[Context, Topic], tuple[str, Topic]]] = {
    "run": spans.run,
    "rank": ranks.name,
    "magnitude": spans.magnitude,
    "subject": _subject,
    "aim of growth": _aim,
    "subject that moves": _subject,
    "growth behind": _growth,
    "thing first": counted.first,
    "rate behind": _rate,
    "thing behind": counted.behind,
}
