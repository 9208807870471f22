"""A name taken apart: the parts are found wherever they stand."""

from __future__ import annotations

import pytest

from policygraph.extraction.language import lexicon
from policygraph.facets import Flow, Measure
from policygraph.facets.facets import taken_apart


@pytest.mark.parametrize(
    ("one", "other", "unit", "subject"),
    [
        ("开工新能源项目装机容量", "新能源项目开工装机容量", "千瓦", "新能源项目"),
        ("办好惠民实事数", "年度惠民实事圆满办结数", "件", "惠民实事"),
        ("建设公共文化空间数", "新建新型公共文化空间数", "个", "公共文化空间"),
        ("实施亿元以上技改项目数", "实施亿元以上重点技改项目数", "项", "技改项目"),
        ("治理小流域面积", "完成小流域综合治理面积", "亩", "小流域"),
        ("评定“某地优品”数", "打造“某地优品”品牌数", "个", "某地优品"),
    ],
)
def test_two_names_of_one_subject(one: str, other: str, unit: str, subject: str) -> None:
    """Verb, order, measure and words that make no difference are no part of it."""
    assert {taken_apart(name, unit, "").subject for name in (one, other)} == {subject}


@pytest.mark.parametrize(
    ("name", "unit", "measure", "falls"),
    [
        ("工业投资增速", "%", Measure.GROWTH, False), ("工业投资降幅", "%", Measure.GROWTH, True),
        ("森林覆盖率", "%", Measure.SHARE, False), ("进出口总额", "元", Measure.LEVEL, False),
        ("进出口总额全国排名", "位", Measure.RANK, False), ("城镇化率提高幅度", "百分点", Measure.INCREMENT, False),
        ("财政赤字比上年增加额", "元", Measure.INCREMENT, False), ("连续增长的年数", "年", Measure.DURATION, False),
        ("广义货币M2", "%", Measure.RATE, False),
    ],
)  # fmt: skip
def test_what_is_measured(name: str, unit: str, measure: Measure, falls: bool) -> None:
    """By the end of the name and by its unit; of a bare number in % nobody knows whether it is a growth or a share."""
    parts = taken_apart(name, unit, "")
    assert (parts.measure, parts.falls) == (measure, falls)


@pytest.mark.parametrize(
    ("name", "flow"),
    [("新增智能算力", Flow.FLOW), ("智能算力规模", Flow.STOCK), ("建设村卫生室数", Flow.UNKNOWN)],
)
def test_flow_and_stock(name: str, flow: Flow) -> None:
    """新增 counts what comes about, 规模 all that there is; a building verb alone tells neither."""
    assert taken_apart(name, "P", "").flow is flow


def test_what_only_begins_and_what_is_finished() -> None:
    """Wherever the verb stands."""
    assert taken_apart("保障性住房新开工数", "套", "").actions == {"begin"}
    assert taken_apart("基本建成保障性住房数", "套", "").actions == {"finish"}


def test_sizes_contrasts_and_parts_are_told_apart_from_the_subject() -> None:
    """They decide what cannot be one; a size is no part of the subject."""
    parts = taken_apart("引进亿元以上农村产业项目数", "个", "")
    assert (parts.sizes, ("where", "农村") in parts.contrasts) == ({"亿元以上"}, True)
    assert "民间" in taken_apart("民间固定资产投资增速", "%", "").parts
    assert taken_apart("改造城中村和城市危旧房数", "户", "").items != taken_apart("改造危旧房数", "户", "").items


@pytest.mark.parametrize("table", ["facets", "contrasts"])
def test_the_tables_are_sorted_and_say_nothing_twice(table: str) -> None:
    """To mend it, sort ontology/lexicon/<table>.tsv by kind or set, then by word."""
    rows = [tuple(row.values())[:2] for row in lexicon.given(table)]
    assert len(rows) == len(set(rows))
    order = [(kind, word) for word, kind in rows] if table == "facets" else rows
    assert order == sorted(order)


def test_a_standard_form_is_given_for_every_other_form() -> None:
    """Of the words that are the same as others."""
    assert all(bool(row["as"]) is (row["kind"] == "same") for row in lexicon.given("facets"))
