"""Which quantities of a clause are values of an indicator, and which only qualify or delimit something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.extraction.facts import objects, wording
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.discourse.segments import Clause
    from policygraph.extraction.quantities import Quantity

_IN_A_ROW = wordclasses.word("in_a_row")
_REALISING = wordclasses.word("realising")

_NOUN_FOLLOWS = wordclasses.pattern(r"的?[一-鿿“A-Za-z]")
# A number in 在全国348个科技城中, 居9个国家中心城市首位 says among how many, not how much.
_AMONG_AFTER = wordclasses.pattern(
    r"[^，；。、]{0,14}?(?:[（(][^）)]*[）)])?(?:中(?!<not_before_high>)|<leading_places>|第[<list_numbers>\d]|<last_or_first_place>)"
)
_AMONG_BEFORE = wordclasses.pattern(r"<places_and_ranks>[^，；。]{0,6}$")
# 22个重点产业集群中，战略性新兴产业营业收入占比超过三分之一
_AMONG_ALONE = wordclasses.pattern(r"[^，；。\d]{2,14}中$")
# 在降雨较常年偏多六成的情况下: under what circumstances something was done.
_UNDER = wordclasses.pattern(r"[^，；。、\d]{0,6}<under_circumstances>")
_UNDER_BEFORE = wordclasses.pattern(
    r"(?:^|[^<before_that_no_place>])在(?![^，；。]*<verbs_of_completion>)[^，；。]{2,30}$"
)
# 地铁出入口100米内 says where, 3年内 says until when.
_WITHIN = wordclasses.pattern(r"<with_in_range>?<inside_outside>[一-鿿]")
# 6100万湖北人民备受鼓舞 counts nobody.
_RHETORIC = wordclasses.pattern(r"[^，；。\d]{0,6}<people_named>")
# 以解决三个1亿人问题为着力点
_PROBLEM = wordclasses.pattern(r"<problem>")
# 年产50万吨航空航天用铝项目: the amount is part of the project's name.
_CAPACITY = wordclasses.pattern(r"(?:<capacities>|最<dimensions>)$")
_MOVES = wordclasses.pattern(
    r"<manner_of_change>*"
    r"<changes>"
)
# 总规模1000亿元的产业投资基金, 设立超500亿元区域基金: how large the fund is.
_SIZE_BEFORE = wordclasses.pattern(r"<scales_of_money>$")
_THINGS = wordclasses.pattern(r"的?[^，；。、\d]{0,8}?<things_with_scale>")
_FUND = wordclasses.pattern(r"(?:的)?[^，。；、]{0,16}?<fund>")
# 全省第4个吞吐量超千万人次的机场; but 保持20%以上的增长
_RELATIVE = wordclasses.pattern(r"的(?!<no_value_behind_low>)[一-鿿]")
# 新增8000万吨标准煤的节能能力, 实施两年新增4万亿元的投资计划: what is brought about is so much of it.
_POWER = wordclasses.pattern(r"的[^，；。、]{0,6}<capacities_planned>")
# 成为全国首个经济总量突破5万亿元的城市: what the first of its kind has is what the speaker has.
_FIRST_OF = wordclasses.pattern(r"<becoming_members>[^，；。]*$")
_KIND_OF_PLACE = wordclasses.pattern(r"的?[^，；。、\d]{0,4}<members_at_an_end><among_the_ranks>?$")
# 发放超亿元的“大礼包”, 统筹20亿元实施6个专项: what is paid out is an amount, whatever it is for.
_PAYS = wordclasses.pattern(r"<spending><money_or_done>?$")
# 城镇新增就业45万人以上的目标
_AIM = wordclasses.pattern(r"的(?:<anticipated>)?<target>")
# 提出20项主要指标, 抓好9个方面工作: parts of the report, not of what is done.
_PARTS = wordclasses.pattern(
    r"[^，。；、\d]{0,6}?(?:<indicator>(?!<systems_and_tasks>)|<dimensions_of_tasks>|<of_the_field>(?:<key_point>)?<task>)|<aspect>"
)
_SETS = wordclasses.pattern(r"<verbs_of_setting>[^，；。\d]{0,2}$|<put_forward>[^，；。]*等$")
_INDICATORS = wordclasses.pattern(r"[^，；。、\d]{0,6}?<indicator>(?![^，；。])")
_PARTS_BEFORE = wordclasses.pattern(r"<indicator_of_a_kind>$")  # 预期性指标19项
# 由5天压缩至3天; but 5年增长18.7% says over how long
_CHANGES_TO = wordclasses.pattern(r"<changing_verbs>?<to_until>|<shortening>")
# 跨过3个万亿元大关
_STEPS = wordclasses.pattern(r"<number_characters>*<hundred_million_money><thresholds>")
_STEP = wordclasses.pattern(
    r"新?<step_up>|<thresholds_and_gates>|<scale_itself>(?:的)?(?![一-鿿])|的?<eras_and_ranks>"
)  # 经济总量跨上5万亿元台阶
# Spans of time are values where time is what is counted: 优良天数225天, 压缩至3个工作日.
_TIME_COUNTED = wordclasses.pattern(
    r"""<measured_by_time> [^，；。、\d]{0,6}$
      | <limits_of_age>[^，；。]{0,16}$""",  # 平均受教育年限从10.23年提高到10.8年
    re.VERBOSE,
)
# 历时12年成功申遗, 提前两年完成, 实现1小时通达, 三年任务两年完成: time is what is told, whatever follows.
_TIME_TOLD = wordclasses.pattern(r"(?:<time_taken>|年<tasks_and_projects>)$")
_SOONER = wordclasses.pattern(r"<ahead_of_time>$")
_DONE_SOONER = wordclasses.pattern(r"(?:[^，；。]{0,4}<completions>|[，；。、]|$)")
_REACHED_IN = wordclasses.pattern(r"<reaching_by_road>")
_RUN = wordclasses.pattern(r"[<list_numbers>\d]连.$")  # 十一连增
# 提高到798元和676元
_JOINS = {"和", "与", "及"}
# 人均预期寿命83.9岁, but 为65岁以上老年人
_AGED = wordclasses.pattern(r"<ages_of_use>")
# Ⅲ类以上水质占比86.1%: which water, not how good it is
_WATER = wordclasses.pattern(r"(?:及?以<above_below>)?(?:<good_quality>)?<water_bodies>[^，；。]{0,8}$")
_TIMES = {"years", "months", "days", "hours"}
# 千亿级 tells how large one thing becomes behind these words, and which things are counted elsewhere.
_BECOMES = wordclasses.pattern(r"<building_and_becoming>")
_COUNTED = wordclasses.pattern(r"\d<over_characters>?<counters_of_bodies>$")  # 打造6个万亿级产业
_CLASS_OF_THINGS = wordclasses.pattern(
    r"[^，；。]{0,8}?(?:<firms_and_projects>|[^，；。]*<reaching_to>+到?$)|[^，；。、]*\d"
)
_SOME_OF = wordclasses.pattern(r"<some_of_a_kind>[^，；。、\d]{0,3}$")  # 打造一批超百亿、超千亿产业链
_SOME_MORE = ("多", "余")
_BOUNDED = {
    Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.RANGE, Comparator.AT_MOST, Comparator.LESS_THAN,
}  # fmt: skip


class Role(StrEnum):
    """What a quantity does in its clause."""

    VALUE = "value"  # it says how much
    QUALIFIER = "qualifier"  # it says which things are meant, or among how many: 亿元以上项目, 348个科技城中
    OPEN = "open"  # nothing says what it does


def roles(clause: Clause, quantities: Sequence[Quantity]) -> list[Role]:
    """Return what each quantity of a clause does in it, in their order."""
    return [_Candidate(clause, q, quantities[i + 1 : i + 2]).role() for i, q in enumerate(quantities)]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A quantity with the clause around it and the quantity that follows, if any."""

    clause: Clause
    quantity: Quantity
    following: Sequence[Quantity]

    @property
    def before(self) -> str:
        return self.clause.block.text[self.clause.start : self.quantity.number]

    @property
    def lead(self) -> str:
        """The words before it that are no part of it: 至少 and 超过 are."""
        return self.clause.block.text[self.clause.start : self.quantity.start]

    @property
    def number(self) -> str:
        return self.clause.block.text[self.quantity.number : self.quantity.end]

    @property
    def after(self) -> str:
        return self.clause.block.text[self.quantity.end : self.clause.end]

    def between(self) -> str | None:
        """Return the words up to the quantity that follows, or None where none does."""
        text = self.clause.block.text
        return text[self.quantity.end : self.following[0].number] if self.following else None

    def _tells_a_class(self) -> bool:
        """投资5亿元以上项目开工20个: how large the things are that are counted next."""
        return (
            self.number.endswith(wordclasses.of("bounds_behind_numbers"))
            and bool(self.following)
            and bool(_THINGS.match(self.after))
        )

    def _is_amount(self) -> bool:
        """Whether an amount in front of a noun is what is paid for it, or how large it is."""
        sized = _SIZE_BEFORE.search(self.lead) is not None and self.after.startswith("的")
        fund = _FUND.match(self.after) is not None and self.quantity.comparator is not Comparator.RANGE
        return sized or fund or _PAYS.search(self.lead) is not None

    def role(self) -> Role:
        """Return what it does, by the kind of its unit."""
        if self.quantity.level:
            return Role.VALUE if self._is_magnitude() else Role.QUALIFIER
        kind = unit_kind(self.quantity.unit)
        if (
            _RHETORIC.match(self.after)
            or (_UNDER.match(self.after) and _UNDER_BEFORE.search(self.before))
            or (kind == "people" and _PROBLEM.match(self.after))
            or (kind in _TIMES | {"length"} and _WITHIN.match(self.after))
        ):
            return Role.QUALIFIER
        if self._has_what_its_kind_has():
            return Role.VALUE
        if kind in _TIMES:
            return Role.VALUE if self._is_time_counted() else Role.OPEN
        return Role.QUALIFIER if self._only_qualifies(kind) else Role.VALUE

    def _only_qualifies(self, kind: str) -> bool:
        """Whether a quantity that is no span of time only says which things are meant, or among how many."""
        if self.quantity.unit == "位" or kind in {"rate", "points"}:
            return False
        if kind == "money" and _SOME_OF.search(self.before):
            return True
        if self.before.endswith("每") or (kind == "age" and not _AGED.search(self.before)):
            return True  # 最低收购价每50公斤提高7.4元
        if kind == "class" and (between := self.between()) is not None and _WATER.match(between):
            return True
        if kind in {"count", "people", "visits"}:
            other = (
                (_PARTS.match(self.after) and not self._sets_indicators())
                or _PARTS_BEFORE.search(self.before)
                or _STEPS.match(self.after)
            )
            return bool(other) or self._is_among() or self._is_class()
        return kind == "size" or self._qualifies(kind)

    def _has_what_its_kind_has(self) -> bool:
        """Whether what a place is said to have become has so much: 成为全国唯一出生人口超百万的省份."""
        return bool(_FIRST_OF.search(self.before)) and bool(_KIND_OF_PLACE.match(self.after)) and self._is_bounded()

    def _is_bounded(self) -> bool:
        return self.quantity.comparator in _BOUNDED

    def _is_magnitude(self) -> bool:
        """打造千亿级人工智能产业集群, but not 新增千亿级企业1家 nor 打造6个万亿级产业."""
        between = self.between()
        if between is not None and "、" not in between and unit_kind(self.following[0].unit) == "count":
            return False
        if _COUNTED.search(self.before) or not _BECOMES.search(self.before[-12:]):
            return False
        return not _CLASS_OF_THINGS.match(self.after)

    def _is_time_counted(self) -> bool:
        if self.before.endswith(_IN_A_ROW) or _RUN.search(self.number) or _TIME_TOLD.search(self.before):
            return True
        if _SOONER.search(self.before):
            return _DONE_SOONER.match(self.after) is not None
        if self.before.endswith(_REALISING) and _REACHED_IN.match(self.after):
            return True
        ends = not re.match(r"[一-鿿]", self.after) or bool(_CHANGES_TO.match(self.after))
        return bool(_TIME_COUNTED.search(self.before)) and ends

    def _sets_indicators(self) -> bool:
        """Whether it is told how many indicators were set: 提出20项主要指标, but not 8项主要经济指标居前."""
        return _SETS.search(self.before) is not None and _INDICATORS.match(self.after) is not None

    def _is_among(self) -> bool:
        if _AMONG_AFTER.match(self.after) and _AMONG_BEFORE.search(self.before):
            return True
        return self.clause.closing == "，" and bool(_AMONG_ALONE.match(self.after))

    def _is_class(self) -> bool:
        """30户以上自然村通硬化路的比例达70% counts no households."""
        if _AIM.match(self.after):
            return False
        if self.before.endswith(("、", "和")) and wording.action_at_start().match(self.clause.text.lstrip("，、")):
            return False  # 新培育10家左右百亿企业、100家以上“小巨人”企业
        bounded = self.number.endswith(wordclasses.of("bounds_behind_numbers")) and bool(
            _NOUN_FOLLOWS.match(self.after)
        )
        if self.quantity.start < self.quantity.number and _RELATIVE.match(self.after):
            return True
        return bounded and not self._is_object()

    def _is_object(self) -> bool:
        return objects.is_object(self.lead, self.number, self.after, self.quantity.unit)

    def _sizes_what_follows(self) -> bool:
        """Whether another amount counts the things in front of which this one stands: 5000平方米以上标准厂房20栋."""
        between = self.between()
        return between is not None and not any(mark in between for mark in "，、")

    def _qualifies(self, kind: str) -> bool:
        """Whether an amount only tells which things are meant: 亿元以上工业项目270个, 过10亿元的重大增长点."""
        if _POWER.match(self.after) and wording.action_at_end().search(self.lead):
            return False
        if (
            _AIM.match(self.after)
            or not _NOUN_FOLLOWS.match(self.after)
            or _MOVES.match(self.after)
            or _STEP.match(self.after)
        ):
            return False
        if kind == "money" and self._is_amount() and not self._tells_a_class():
            return False
        if self._is_object() and not self._sizes_what_follows():
            return False
        some_more = any(word in self.number for word in _SOME_MORE)
        if self.after.startswith("的") or (self._is_bounded() and not some_more):
            return True
        if kind != "money":
            return bool(_CAPACITY.search(self.before))
        between = self.between()
        return between is not None and between not in _JOINS and "，" not in between and "、" not in between
