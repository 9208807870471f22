"""Tables of figures: what a cell says beside its value, and what becomes of what is no figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.extraction.explanation import explain
from policygraph.extraction.language.names import Names
from policygraph.statements import Attribute, EntityType, Fate, Kind, Level, Mode, Stage

if TYPE_CHECKING:
    from policygraph.statements import Fact, Reading

PLAN = """# 某市国民经济和社会发展第十四个五年规划

## 主要指标

| 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---:|---:|---|
| 地区生产总值 | 亿元 | 12003 | 17000 | 预期性 |
| 森林覆盖率 | % | 33.5 | 35以上 | 约束性 |
| 居民收入 | 元 | 31000 | 与经济同步 | 预期性 |
"""


def _read(text: str, issued: str = "2021") -> Reading:
    return explain(text, names=Names(enabled=False), issued=issued, area="某市", level=Level.CITY).reading


def _facts(text: str, issued: str = "2021") -> tuple[Fact, ...]:
    return _read(text, issued).facts


def test_a_target_of_a_plan_is_expected_or_binding_and_where_things_stand_is_neither() -> None:
    """预期性 and 约束性 are said of what is aimed at, not of the year before the plan."""
    said = {(fact.indicator, fact.year): (fact.kind, fact.attribute) for fact in _facts(PLAN)}
    assert said["地区生产总值", 2025] == (Kind.TARGET, Attribute.EXPECTED)
    assert said["森林覆盖率", 2025] == (Kind.TARGET, Attribute.BINDING)
    assert said["地区生产总值", 2020] == (Kind.OUTCOME, Attribute.NONE)


def test_the_quote_of_a_figure_is_its_row_as_it_stands() -> None:
    """The words are the whole line, from its first mark to its last, and the number as written has its unit."""
    fact = next(fact for fact in _facts(PLAN) if fact.indicator == "森林覆盖率" and fact.kind is Kind.TARGET)
    assert fact.passage.quote == "| 森林覆盖率 | % | 33.5 | 35以上 | 约束性 |"
    assert PLAN[fact.passage.start : fact.passage.end] == fact.passage.quote
    assert (fact.written, fact.heading) == ("35%以上", "主要指标")


def test_every_number_of_a_table_has_its_fate() -> None:
    """Figures are facts, years of the head dates; a number that nobody can read is told."""
    text = PLAN + "| 对外开放度 | | 12 | 13 | 预期性 |\n"
    fates = {numeral.passage.quote: numeral.fate for numeral in _read(text).numerals}
    assert fates["2020"] is fates["2025"] is Fate.DATE
    assert fates["12003"] is fates["17000"] is fates["35"] is Fate.FACT
    assert fates["12"] is fates["13"] is Fate.OTHER


def test_a_table_is_not_read_again_as_sentences() -> None:
    """No name holds a mark between cells, and no cell is an entity."""
    reading = _read(PLAN)
    assert not any("|" in fact.indicator for fact in reading.facts)
    assert not any(mention.surface.start > PLAN.index("| 指标") for mention in reading.mentions)


def test_a_table_without_a_head_says_nothing_and_its_numbers_are_told() -> None:
    """Nobody knows what the figures of such a table are."""
    reading = _read("## 数据\n\n| 甲 | 12.5 | 13.5 |\n| 乙 | 14.5 | 15.5 |\n")
    assert reading.facts == ()
    assert {numeral.fate for numeral in reading.numerals} == {Fate.OTHER}


def test_a_list_of_projects_names_each_with_its_stage() -> None:
    """A project is mentioned once, with the stage of its column, and hangs together with what is invested in it."""
    text = (
        "# 某市2025年重点项目\n\n| 序号 | 项目名称 | 建设性质 | 总投资（万元） |\n|---|---|---|---|\n"
        "| 1 | 城北智能装备产业园 | 新建 | 23000 |\n| 2 | 滨河大桥 | 竣工 | 8000 |\n| | 合计 | | 31000 |\n"
    )
    reading = _read(text, "2025")
    named = [m for m in reading.mentions if m.rule == ("grids/project",)]
    assert [(m.entity, m.type, m.stage, m.mode) for m in named] == [
        ("城北智能装备产业园", EntityType.PROJECT, Stage.STARTED, Mode.TARGET),
        ("滨河大桥", EntityType.PROJECT, Stage.COMPLETED, Mode.TARGET),
    ]
    assert [(f.indicator, f.value) for f in reading.facts] == [
        ("城北智能装备产业园总投资", 230000000),
        ("滨河大桥总投资", 80000000),
    ]
    assert {(link.entity, link.fact) for link in reading.links} == {
        (mention.entity, fact.id) for mention, fact in zip(named, reading.facts, strict=True)
    }


def test_two_tables_that_a_blank_line_parts_have_each_their_head() -> None:
    """The head of the first says nothing of the second."""
    text = "| 指标 | 2023年 |\n| 粮食产量（万吨） | 10 |\n\n| 指标 | 2024年 |\n| 粮食产量（万吨） | 11 |\n"
    assert [(fact.year, fact.value) for fact in _facts(text, "2025")] == [(2023, 100000), (2024, 110000)]


@pytest.mark.parametrize(
    ("head", "cell", "name", "value", "unit"),
    [
        ("粮食产量（万吨）", "5.2", "粮食产量", 52000, "吨"),
        ("粮食产量，万吨", "5.2", "粮食产量", 52000, "吨"),
        ("粮食产量", "5.2万吨", "粮食产量", 52000, "吨"),
        ("1.粮食产量(万吨)", "5.2", "粮食产量", 52000, "吨"),
        ("单位GDP电耗（千瓦时/万元）", "512", "单位GDP电耗", 512, "千瓦时/万元"),
        ("发电装机（万千瓦）", "1,250", "发电装机", 12500000, "千瓦"),
    ],
)
def test_a_unit_stands_in_the_cell_or_behind_the_name(head: str, cell: str, name: str, value: int, unit: str) -> None:
    """A unit in brackets or behind a comma is no part of the name, and its 万 multiplies the number."""
    (fact,) = _facts(f"| 指标 | 2024年 |\n| {head} | {cell} |\n", "2025")
    assert (fact.indicator, fact.value, fact.unit) == (name, value, unit)


@pytest.mark.parametrize("cell", ["-", "—", "…", "", "持平", "完成省定任务", "2024年底", "10、12", "见附件2"])
def test_a_cell_without_one_figure_is_no_fact(cell: str) -> None:
    """A dash, words, a date or two numbers at once give none."""
    text = f"| 指标 | 单位 | 2023年 | 2024年 |\n| 粮食产量 | 万吨 | 5 | {cell} |\n"
    assert [fact.year for fact in _facts(text, "2025")] == [2023]
