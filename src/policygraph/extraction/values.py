"""Which quantities of a clause are values, and which only qualify or delimit something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.quantities import unit_kind
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.quantities import Quantity
    from policygraph.extraction.segments import Clause

_NOUN_FOLLOWS = re.compile(r"^(?:的)?[一-鿿“A-Za-z]")
# A number in "在全国348个科技城中", "居9个国家中心城市首位" says among how many, not how much.
_SCOPE_AFTER = re.compile(
    r"^[^，；。]{0,14}?(?:[（(][^）)]*[）)])?(?:中(?![心国部小医学央原]|间|高|欧|等|低)|首位|前列|第[一二三四五六七八九十\d]|之首|榜首|末位)"
)
# 22个重点产业集群中，战略性新兴产业营业收入占比超过三分之一
_AMONG = re.compile(r"^[^，；。\d]{2,14}中$")
_SCOPE_BEFORE = re.compile(r"(?:在|居|列|位居|位列|全国|全球|世界|排名)[^，；。]{0,6}$")
_ACHIEVEMENT = re.compile(r"打造|培育|形成|建设|迈入|建成|构建|发展|壮大|创建|做强|成为|跻身|冲刺|突破|打响")
_COUNTED = re.compile(r"\d[多余]?[个家条]$")  # 打造6个万亿级产业
# Spans of time are values where what is counted is time: 优良天数225天, 压缩至3个工作日, 连续14个月.
_TIME_VALUE = re.compile(
    r"(?:天数|时间|时长|年限|寿命|周期|期限|月数|日数|工期|时速|年龄|产假|提前|缩短|压缩|压减|延长|扩大到|减少|增加|增长|扩大到|延长至|延长到|共|达|达到|合计|累计)[^，；。]{0,6}$"
)
_RUN = re.compile(r"[一二三四五六七八九十]连.$")  # 十一连增
# 地铁出入口100米内 says where, 3年内 says until when.
_REACH = re.compile(r"^(?:以|范围)?[内外][一-鿿]")
# 6100万湖北人民备受鼓舞 counts nobody.
_RHETORIC = re.compile(r"^[^，；。\d]{0,6}(?:人民|儿女|父老|各族)|^人?问题")
# 年产50万吨航空航天用铝项目: the amount is part of the project's name.
_CAPACITY = re.compile(r"(?:年产|日产|年处理|日处理|单机|单体|年加工|年|日)$")
_MOVES = re.compile(
    r"^(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|升|调整|压减|压缩|缩短|延长|回落|发展|跃升|拓展|到|至)"
)


def values(clause: Clause, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities of a clause that are values of an indicator."""
    return [q for i, q in enumerate(quantities) if _is_value(clause, q, quantities[i + 1 :])]


def _is_value(clause: Clause, quantity: Quantity, later: Sequence[Quantity]) -> bool:
    text = clause.block.text
    before = text[clause.start : quantity.number]
    after = text[quantity.end : clause.end]
    if quantity.level:
        return _is_magnitude(before, after, later, text, quantity)
    kind = unit_kind(quantity.unit)
    if _REACH.match(after) and kind in {"length", "hours", "days", "years", "months"}:
        return False
    if _RHETORIC.match(after):
        return False
    if kind in {"years", "months", "days", "hours"}:
        return _is_time_value(before, text[quantity.number : quantity.end], after)
    if kind == "size":
        return False
    if kind == "count" and _SCOPE_AFTER.match(after) and _SCOPE_BEFORE.search(before):
        return False
    if kind == "count" and _AMONG.match(after) and clause.closing == "，":
        return False
    return not _qualifies(kind, quantity, before, after, later, text)


def _is_magnitude(before: str, after: str, later: Sequence[Quantity], text: str, quantity: Quantity) -> bool:
    """Whether 千亿级 says how large one thing is to become, rather than which things are counted."""
    if any("、" not in text[quantity.end : q.number] for q in later[:1] if unit_kind(q.unit) == "count"):
        return False
    if _COUNTED.search(before) or not _ACHIEVEMENT.search(before[-12:]):
        return False
    return not re.match(r"^[^，；。]{0,8}?(?:企业|项目|[^，；。]*[达增至]+到?$)", after) and not re.match(
        r"^[^，；。、]*\d", after
    )


def _is_time_value(before: str, number: str, after: str) -> bool:
    if before.endswith("连续") or _RUN.search(number):
        return True
    return bool(_TIME_VALUE.search(before)) and not re.match(r"^[一-鿿]", after)


def _qualifies(kind: str, quantity: Quantity, before: str, after: str, later: Sequence[Quantity], text: str) -> bool:
    """Whether an amount only tells which things are meant: 亿元以上工业项目270个, 过10亿元的重大增长点."""
    if kind in {"count", "people", "visits"}:
        # 30户以上自然村通硬化路的比例达70% counts no households.
        bounded = quantity.end > quantity.number and text[quantity.number : quantity.end].endswith(("以上", "以下"))
        return (
            bounded and bool(later) and bool(_NOUN_FOLLOWS.match(after)) and not wording.action_at_end().search(before)
        )
    if kind in {"rate", "points"} or quantity.unit == "位":
        return False
    if not _NOUN_FOLLOWS.match(after):
        return False
    if _MOVES.match(after):
        return False
    if after.startswith("的"):
        return True
    if _CAPACITY.search(text[: quantity.number]) and kind != "money":
        return True
    bounded = quantity.comparator in {
        Comparator.AT_LEAST,
        Comparator.MORE_THAN,
        Comparator.RANGE,
        Comparator.AT_MOST,
        Comparator.LESS_THAN,
    }
    counted_later = any("，" not in text[quantity.end : q.number] for q in later[:1])
    return bounded or (counted_later and kind == "money" and "、" not in text[quantity.end : later[0].number])
