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

import re
from dataclasses import replace

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import counted, ranks, spans, subjects
from policygraph.extraction.facts.naming.context import EDGES, Context, Topic
from policygraph.extraction.quantities import unit_kind

__all__ = ["Context", "Topic", "name"]

# 确定4.5%左右的增长目标, 7%左右的速度: that of the economy.
_AIM = re.compile(r"的?(?:(?:预期)?(?:经济)?(?:增长|增速)(?:预期)?目标|的增速|(?:经济)?(?:增长)?速度)")
# 饮用水源地水质100%合格: a word this short behind a rate completes its name (合格率).
_SHORT = 4


def _moves(left: str) -> bool:
    predicate = wording.predicate_at_end().search(left)
    return predicate is not None and wording.predicate_class(predicate["word"]) != "level"


def name(context: Context, topic: Topic) -> tuple[str, Topic]:
    """Return the indicator's name and the topic for what follows; the name is ``""`` where nothing tells it."""
    if context.run:
        return spans.run(context, topic)
    if context.unit == "位" and not context.right:
        return ranks.name(context, topic)
    if context.level:
        return spans.magnitude(context, topic)
    if not context.right:
        return subjects.name(context, topic)
    if unit_kind(context.unit) == "rate" and _AIM.match(context.right):
        return f"{context.gdp}增速", replace(topic, subject=context.gdp)
    if unit_kind(context.unit) == "rate" and not context.right.startswith("的") and _moves(context.left):
        return subjects.name(replace(context, right=""), topic)  # 投资增长10%大力发展服务消费, a comma lost
    if context.right in {"增长", "的增长"}:
        return subjects.name(replace(context, left=f"{context.left}增长", right=""), topic)
    if not context.left.strip(EDGES):
        return counted.first(context, topic)
    if unit_kind(context.unit) == "rate" and len(context.right) <= _SHORT and not context.right.startswith("的"):
        return subjects.name(replace(context, left=f"{context.left}{context.right}率", right=""), topic)
    return counted.behind(context, topic)
