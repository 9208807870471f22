"""What words say of a figure: whose it is, of which time, how firmly it is promised."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from policygraph import facets
from policygraph.ledger import names
from policygraph.ledger.directions import direction_of
from policygraph.ledger.periods import Times
from policygraph.ledger.wording import Firmness, firmness
from policygraph.statements import Comparator, Fact, Kind, Passage, Period, Status

FACT = Fact(
    Kind.OUTCOME, "城镇新增就业人数", "", "测试市", 2025, Comparator.EQUAL, Decimal(1), None, "人", "1人", Status.NORMAL, "", "",
    Passage("d", 0, 1, "x"),
)  # fmt: skip


def named(indicator: str, unit: str, area: str = "测试市") -> names.Name:
    """Return the name of an indicator without concept."""
    return names.of(replace(FACT, indicator=indicator, unit=unit, area=area))


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("经济总量", "地区生产总值", "元"),
        ("GDP增速", "地区生产总值增速", "%"),
        ("整车产量", "汽车产量", "辆"),
        ("开展促消费活动场数", "促消费活动场数", "场"),
        ("新增社区食堂数", "新建社区食堂数", "个"),
        ("新改建供热管网长度", "新建改造供热管网长度", "公里"),
        ("计算终端产业基地规模", "计算终端基地规模", "元"),
        ("基本医疗保险参保率", "基本医疗保险参保人数", "人"),
        ("基本医疗保险参保率人数", "基本医疗保险参保人数", "人"),
        ("工业项目签约总额", "工业项目签约额", "元"),
    ],
)
def test_two_names_are_one_indicator(one: str, other: str, unit: str) -> None:
    """By the ontology's synonyms, and by what is left without the way of saying it."""
    assert named(one, unit) == named(other, unit)


@pytest.mark.parametrize(
    ("one", "unit", "other", "other_unit"),
    [
        ("社区食堂总数", "个", "新增社区食堂数", "个"),
        ("开工保障性住房数", "套", "建成保障性住房数", "套"),
        ("汽车产量", "辆", "汽车产量增速", "%"),
        ("新开工水利工程数", "个", "水利工程数", "个"),
        ("基本医疗保险参保率", "%", "基本医疗保险参保人数", "人"),
        ("出口总额", "元", "进口总额", "元"),
    ],
)
def test_two_names_are_two_indicators(one: str, unit: str, other: str, other_unit: str) -> None:
    """A total is no increment, a level no growth, and a start no completion."""
    assert named(one, unit) != named(other, other_unit)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("去年，城镇新增就业12万人", Period.YEAR),
        ("2025年前11个月，城镇新增就业12万人", Period.MONTHS),
        ("1～11月城镇新增就业12万人", Period.MONTHS),
        ("过去五年，城镇新增就业60万人", Period.YEARS),
        ("“十四五”时期，经济总量大增，城镇新增就业60万人", Period.YEARS),
        ("“十四五”规划圆满收官，城镇新增就业12万人", Period.YEAR),
        ("实施三年行动计划，城镇新增就业12万人", Period.YEAR),
        ("年均城镇新增就业12万人", Period.YEARS),
        ("过去五年，成绩很大。2025年，城镇新增就业12万人", Period.YEAR),
        ("这五年，民生改善。城镇新增就业60万人", Period.YEARS),
        ("产量连续9年增长，城镇新增就业12万人", Period.YEAR),
        ("过去一年，城镇新增就业12万人", Period.YEAR),
    ],
)
def test_words_tell_the_time_of_a_figure(text: str, period: Period) -> None:
    """The clause first, then the sentence, then what opens a sentence of the paragraph before it."""
    start = text.index("城镇")
    fact = replace(FACT, passage=Passage("d", start, len(text), text[start:]))
    assert Times(text).period(fact) is period


@pytest.mark.parametrize(
    ("prefix", "quote", "firm"),
    [
        ("", "确保粮食产量达到100万吨", Firmness.BOUND),
        ("今年，力争", "粮食产量达到100万吨", Firmness.HOPED),
        ("", "粮食产量达到100万吨", Firmness.PLAIN),
        ("确保安全。", "粮食产量达到100万吨", Firmness.PLAIN),
        ("", "确保水质稳定，粮食产量达到100万吨", Firmness.PLAIN),
    ],
)
def test_words_tell_how_firmly_a_target_is_promised(prefix: str, quote: str, firm: Firmness) -> None:
    """确保 binds its own clause and no other."""
    assert firmness(Passage("d", 0, len(quote), quote, prefix))[0] is firm


@pytest.mark.parametrize(
    ("indicator", "unit", "direction"),
    [
        ("单位产值能耗降幅", "%", "more"), ("单位产值能耗", "吨标准煤", "less"), ("断面水质类别", "类", "less"),
        ("失业人员再就业人数", "人", "more"), ("研发费用加计扣除额", "元", "more"), ("完全成本保险覆盖率", "%", "more"),
        ("工业投资降幅", "%", "less"), ("减少农村贫困人口人数", "人", "more"), ("生产安全事故起数", "个", "less"),
        ("测试谷排名", "位", "less"), ("新增测试谷数", "个", "more"), ("城镇调查失业率", "%", "less"),
    ],
)  # fmt: skip
def test_names_tell_what_is_better(indicator: str, unit: str, direction: str) -> None:
    """By the ontology where it knows the indicator, else by the name."""
    fact = replace(FACT, indicator=indicator, unit=unit)
    assert direction_of(names.of(fact), fact, facets.of(fact)) == direction
