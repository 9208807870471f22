"""Which quantities of a clause are values of an indicator, and which only qualify or delimit something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.quantities import unit_kind
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.discourse.segments import Clause
    from policygraph.extraction.quantities import Quantity

_NOUN_FOLLOWS = re.compile(r"的?[一-鿿“A-Za-z]")
# A number in 在全国348个科技城中, 居9个国家中心城市首位 says among how many, not how much.
_AMONG_AFTER = re.compile(
    r"[^，；。、]{0,14}?(?:[（(][^）)]*[）)])?(?:中(?![心国部小医学央原间高欧等低])|首位|前列|第[一二三四五六七八九十\d]|之首|榜首|末位)"
)
_AMONG_BEFORE = re.compile(r"(?:在|居|列|位居|位列|全国|全球|世界|排名)[^，；。]{0,6}$")
# 22个重点产业集群中，战略性新兴产业营业收入占比超过三分之一
_AMONG_ALONE = re.compile(r"[^，；。\d]{2,14}中$")
# 地铁出入口100米内 says where, 3年内 says until when.
_WITHIN = re.compile(r"(?:以|范围)?[内外][一-鿿]")
# 6100万湖北人民备受鼓舞 counts nobody.
_RHETORIC = re.compile(r"[^，；。\d]{0,6}(?:人民|儿女|父老|各族|中国人)")
# 以解决三个1亿人问题为着力点
_PROBLEM = re.compile(r"问题")
# 年产50万吨航空航天用铝项目: the amount is part of the project's name.
_CAPACITY = re.compile(r"(?:年产|日产|年处理|日处理|单机|单体|年加工|年|日|最[高大长深])$")
_MOVES = re.compile(
    r"(?:预计|将|拟|力争|已|已经|逐步|大幅|稳步|迅速|快速|进一步|分别|再)*"
    r"(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|升|调整|压减|压缩|缩短|延长|回落|发展|跃升|拓展|到|至)"
)
# 总规模1000亿元的产业投资基金, 设立超500亿元区域基金: how large the fund is.
_SIZE_BEFORE = re.compile(r"(?:总规模|总投资|规模|总额|投资)$")
_THINGS = re.compile(r"的?[^，；。、\d]{0,8}?(?:项目|企业|工程|产业|集群|商户|园区)")
_FUND = re.compile(r"(?:的)?[^，。；、]{0,16}?基金")
# 全省第4个吞吐量超千万人次的机场; but 保持20%以上的增长
_RELATIVE = re.compile(r"的(?!增长|速度|目标|水平|规模|就业|新阶段)[一-鿿]")
# 新增8000万吨标准煤的节能能力, 实施两年新增4万亿元的投资计划: what is brought about is so much of it.
_POWER = re.compile(r"的[^，；。、]{0,6}(?:能力|产能|投资计划)")
# 成为全国首个经济总量突破5万亿元的城市: what the first of its kind has is what the speaker has.
_FIRST_OF = re.compile(r"(?:成为|成|是|跻身|迈入|进入|跨入)[^，；。]*$")
_KIND_OF_PLACE = re.compile(
    r"的?[^，；。、\d]{0,4}(?:城市|省份|省区|地区|国家|市|省|县|区|镇|大港|机场|口岸)(?:之一|行列)?$"
)
# 发放超亿元的“大礼包”, 统筹20亿元实施6个专项: what is paid out is an amount, whatever it is for.
_PAYS = re.compile(r"(?:发放|兑现|安排|投入|下达|拨付|筹措|筹集|统筹|争取|争取到|发行|补助|投资)(?:了|资金)?$")
# 城镇新增就业45万人以上的目标
_AIM = re.compile(r"的(?:预期)?目标")
# 提出20项主要指标, 抓好9个方面工作: parts of the report, not of what is done.
_PARTS = re.compile(r"[^，。；、\d]{0,6}?(?:指标(?!体系|任务)|维度|任务举措|领域的(?:重点)?任务)|方面")
_SETS = re.compile(r"(?:提出|设置|设定|确定|明确|细化|安排|共计|合计)[^，；。\d]{0,2}$|提出[^，；。]*等$")
_INDICATORS = re.compile(r"[^，；。、\d]{0,6}?指标(?![^，；。])")
_PARTS_BEFORE = re.compile(r"性指标$")  # 预期性指标19项
# 由5天压缩至3天; but 5年增长18.7% says over how long
_CHANGES_TO = re.compile(r"(?:提高|提升|增加|下降|降低|压减|压缩|缩短|延长|减少|调整|扩大)?[到至]|压缩|缩短")
# 跨过3个万亿元大关
_STEPS = re.compile(r"[万千百十]*亿元?(?:大关|台阶|关口)")
_STEP = re.compile(
    r"新?台阶|大关|关口|门槛|规模(?:的)?(?![一-鿿])|的?(?:新阶段|新时代|行列|方阵|梯队|俱乐部|时代)"
)  # 经济总量跨上5万亿元台阶
# Spans of time are values where time is what is counted: 优良天数225天, 压缩至3个工作日.
_TIME_COUNTED = re.compile(
    r"""(?: 天数|时间|时长|年限|寿命|周期|期限|月数|日数|工期|时速|年龄|产假|提前|缩短|压缩|压减|延长|扩大到|减少|增加|增长
          | 延长至|延长到|共|达|达到|合计|累计|车程|用时|耗时|时限|居住|停留|缩至|缩到 ) [^，；。、\d]{0,6}$
      | (?:年限|寿命|年龄)[^，；。]{0,16}$""",  # 平均受教育年限从10.23年提高到10.8年
    re.VERBOSE,
)
# 历时12年成功申遗, 提前两年完成, 实现1小时通达, 三年任务两年完成: time is what is told, whatever follows.
_TIME_TOLD = re.compile(r"(?:历时|用时|耗时|年(?:任务|目标|规划|计划|工程|项目))$")
_SOONER = re.compile(r"(?:提前|超前)$")
_DONE_SOONER = re.compile(r"(?:[^，；。]{0,4}(?:完成|实现|达到|达标|建成|投产|投用|通车|收官|兑现)|[，；。、]|$)")
_REACHED_IN = re.compile(r"(?:通达|互达|直达|可达|到达|覆盖)")
_RUN = re.compile(r"[一二三四五六七八九十\d]连.$")  # 十一连增
# 提高到798元和676元
_JOINS = {"和", "与", "及"}
# 人均预期寿命83.9岁, but 为65岁以上老年人
_AGED = re.compile(r"寿命|年龄")
# Ⅲ类以上水质占比86.1%: which water, not how good it is
_WATER = re.compile(r"(?:及?以[上下])?(?:优良)?(?:水质|水体|断面|海水|水域)[^，；。]{0,8}$")
_TIMES = {"years", "months", "days", "hours"}
# 千亿级 tells how large one thing becomes behind these words, and which things are counted elsewhere.
_BECOMES = re.compile(
    r"保持|做优|做大|跨入|进入|打造|培育|形成|建设|迈入|建成|构建|发展|壮大|创建|做强|成为|跻身|冲刺|突破|打响"
)
_COUNTED = re.compile(r"\d[多余]?[个家条]$")  # 打造6个万亿级产业
_CLASS_OF_THINGS = re.compile(r"[^，；。]{0,8}?(?:企业|项目|[^，；。]*[达增至]+到?$)|[^，；。、]*\d")
_SOME_OF = re.compile(r"一批[^，；。、\d]{0,3}$")  # 打造一批超百亿、超千亿产业链
_SOME_MORE = ("多", "余")
_BOUNDED = {
    Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.RANGE, Comparator.AT_MOST, Comparator.LESS_THAN,
}  # fmt: skip


# 发展起1个以上特色产业, 培育出10家以上企业: a word of result behind the verb.
_RESULT = re.compile(r"(?<=[一-鿿]{2})(?:起来?|出|好)$")


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
        return self.number.endswith(("以上", "以下")) and bool(self.following) and bool(_THINGS.match(self.after))

    def _is_amount(self) -> bool:
        """Whether an amount in front of a noun is what is paid for it, or how large it is."""
        lead = self.clause.block.text[self.clause.start : self.quantity.start]
        sized = _SIZE_BEFORE.search(lead) is not None and self.after.startswith("的")
        fund = _FUND.match(self.after) is not None and self.quantity.comparator is not Comparator.RANGE
        return sized or fund or _PAYS.search(lead) is not None

    def role(self) -> Role:
        """Return what it does, by the kind of its unit."""
        if self.quantity.level:
            return Role.VALUE if self._is_magnitude() else Role.QUALIFIER
        kind = unit_kind(self.quantity.unit)
        if (
            _RHETORIC.match(self.after)
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
        if self.before.endswith("连续") or _RUN.search(self.number) or _TIME_TOLD.search(self.before):
            return True
        if _SOONER.search(self.before):
            return _DONE_SOONER.match(self.after) is not None
        if self.before.endswith("实现") and _REACHED_IN.match(self.after):
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
        bounded = self.number.endswith(("以上", "以下")) and bool(_NOUN_FOLLOWS.match(self.after))
        if self.quantity.start < self.quantity.number and _RELATIVE.match(self.after):
            return True
        return bounded and not wording.action_at_end().search(_RESULT.sub("", self.before))

    def _qualifies(self, kind: str) -> bool:
        """Whether an amount only tells which things are meant: 亿元以上工业项目270个, 过10亿元的重大增长点."""
        if _POWER.match(self.after) and wording.action_at_end().search(
            self.clause.block.text[self.clause.start : self.quantity.start]
        ):
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
        some_more = any(word in self.number for word in _SOME_MORE)
        if self.after.startswith("的") or (self._is_bounded() and not some_more):
            return True
        if kind != "money":
            return bool(_CAPACITY.search(self.before))
        between = self.between()
        return between is not None and between not in _JOINS and "，" not in between and "、" not in between
