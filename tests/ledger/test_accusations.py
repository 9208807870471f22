"""A silence is an accusation only after a search that could have found the thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.ledger import Relation
from reports import rows

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row

# A plan that sets too few targets is none, so that nothing is gone from the next.
PLAN = "，".join(f"建设{thing}{n + 3}个" for n, thing in enumerate(
    ("社区食堂", "体育公园", "图书驿站", "停车楼", "养老院", "充电站", "便民市场", "儿童乐园", "文化长廊", "应急广场"),
))  # fmt: skip


def assessed(found: list[Row], name: str) -> Row:
    """Return the assessment of the target of 2024 whose indicator holds some words."""
    return next(
        row
        for row in found
        if row.relation is Relation.ASSESSED_BY and name in row.indicator and row.a.passage.document == "report-2024"
    )


def test_a_passage_that_could_be_the_outcome_is_quoted(tmp_path: Path) -> None:
    """Instead of an accusation; the passage stands word for word at its offsets."""
    row = assessed(rows(tmp_path, "新增森林抚育面积3万亩", "森林抚育取得新成效，粮食产量30万吨"), "森林抚育")
    assert (row.verdict, row.b) == ("possibly reported", None)
    assert row.candidate is not None
    assert row.candidate.passage.quote == "森林抚育取得新成效"


def test_where_no_passage_could_be_it_the_report_is_silent(tmp_path: Path) -> None:
    """Not reported, and nothing is quoted."""
    row = assessed(rows(tmp_path, "新增森林抚育面积3万亩", "粮食产量30万吨"), "森林抚育")
    assert (row.verdict, row.candidate) == ("not reported", None)


def test_words_of_the_next_plan_are_no_outcome(tmp_path: Path) -> None:
    """What became of a target stands among results, not among what is planned."""
    row = assessed(rows(tmp_path, "新增森林抚育面积3万亩", "粮食产量30万吨", "加强森林抚育"), "森林抚育")
    assert row.verdict == "not reported"


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("淘汰老旧货车指标超额完成", "exceeded"),
        ("淘汰老旧货车任务如期完成", "met"),
        ("淘汰老旧货车目标未能实现", "missed"),
    ],
)
def test_an_outcome_told_in_words_is_an_outcome(tmp_path: Path, review: str, verdict: str) -> None:
    """With the words as the second side, and the rule says that there is no number."""
    row = assessed(rows(tmp_path, "淘汰老旧货车600辆", f"粮食产量30万吨，{review}"), "老旧货车")
    assert (row.verdict, row.rule) == (verdict, "told in words, without a number")
    assert row.b is not None
    assert row.b.passage.quote == review


@pytest.mark.parametrize(
    ("review", "verdict"),
    [("湖滨水库除险加固全部完工", "done"), ("湖滨水库除险加固加快推进", "underway"), ("粮食产量30万吨", "not told")],
)
def test_a_task_is_done_underway_or_not_told(tmp_path: Path, review: str, verdict: str) -> None:
    """It is no indicator that goes on, so that its number is not reported every year."""
    row = assessed(rows(tmp_path, "完成湖滨水库除险加固7处", f"{review}，城镇新增就业3万人"), "水库")
    assert row.verdict == verdict


def test_a_task_is_never_dropped(tmp_path: Path) -> None:
    """Nobody does it twice, while an indicator that other years set too can be dropped."""
    found = rows(tmp_path, f"建成湖滨驿站122个，新增森林抚育面积3万亩，{PLAN}", plan=PLAN)
    dropped = [row.indicator for row in found if row.relation is Relation.DROPPED]
    assert [name for name in dropped if "驿站" in name] == []
    assert [name for name in dropped if "森林抚育" in name] != []


def test_a_target_whose_words_the_next_plan_has_is_possibly_dropped(tmp_path: Path) -> None:
    """And these words are quoted."""
    found = rows(tmp_path, f"新增森林抚育面积3万亩，{PLAN}", plan=f"{PLAN}，加强森林抚育")
    (row,) = (row for row in found if row.relation is Relation.POSSIBLY_DROPPED and "森林抚育" in row.indicator)
    assert row.candidate is not None
    assert row.candidate.passage.quote == "加强森林抚育"
    assert [row for row in found if row.relation is Relation.DROPPED and "森林抚育" in row.indicator] == []


@pytest.mark.parametrize("told", ["今年高校毕业生将达7.27万人", "预计今年接待游客9万人"])
def test_a_forecast_promises_nothing(tmp_path: Path, told: str) -> None:
    """So that nobody is accused of not telling what became of it."""
    found = rows(tmp_path, told, "粮食产量30万吨")
    verdicts = {row.verdict for row in found if row.a.passage.document == "report-2024"}
    assert "not reported" not in verdicts


def test_a_promise_to_keep_up_is_followed_into_the_next_plan(tmp_path: Path) -> None:
    """快于 asks for more than 同步."""
    found = rows(
        tmp_path, "城镇新增就业3万人，居民收入增长快于经济增长", plan="城镇新增就业3万人，居民收入增长与经济增长同步"
    )
    assert [row.relation for row in found if row.a.statement == "" and row.b] == [Relation.LOWERED]


@pytest.mark.parametrize(
    ("target", "review", "verdict"),
    [
        ("常住人口城镇化率超过60%", "常住人口城镇化率60%", "not assessable"),
        ("推动超1万家企业技术改造", "推动1万家企业技术改造", "not assessable"),
        ("培训水产技师超过60人", "培训水产技师60人", "missed"),
    ],
)
def test_a_rounded_value_at_a_mark_that_is_left_out_is_not_decidable(
    target: str, review: str, verdict: str, tmp_path: Path
) -> None:
    """60 % may be 60.04 %, and 1万家 10,012; a count of sixty is sixty."""
    assert [row.verdict for row in rows(tmp_path, target, review) if row.b] == [verdict]


@pytest.mark.parametrize(
    ("target", "review", "verdict"),
    [
        ("居民消费价格涨幅2%左右", "居民消费价格与上年基本持平", "below"),
        ("工业投资增长8%", "工业投资与上年持平", "missed"),
    ],
)
def test_growth_that_came_to_nothing_is_an_outcome_of_zero(
    target: str, review: str, verdict: str, tmp_path: Path
) -> None:
    """A statement of its own, whose status says that words tell it."""
    (row,) = (row for row in rows(tmp_path, target, review) if row.b)
    assert row.b is not None
    assert (row.verdict, row.b.statement != "", row.grade) == (verdict, True, "concept")


@pytest.mark.parametrize(
    ("target", "review"),
    [
        ("居民消费价格涨幅2%左右", "居民消费价格总体平稳"),
        ("进出口总额增长6%", "进出口总额稳定增长"),
        ("粮食产量稳定在50万吨以上", "粮食产量实现“十二连丰”"),
    ],
)
def test_words_that_say_neither_how_much_nor_whether_judge_nothing(target: str, review: str, tmp_path: Path) -> None:
    """They are the second side, and no verdict is claimed that nobody knows."""
    row = assessed(rows(tmp_path, target, review), "")
    assert row.verdict == "reported in words"
    assert row.b is not None
    assert row.b.passage.quote in review
