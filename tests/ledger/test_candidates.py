"""What is quoted as possible has to be able to be it; where nobody can know, nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.ledger import Relation, Verdict
from reports import rows

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row

# A plan that sets too few targets is none, so that nothing is gone from the next.
PLAN = "，".join(f"建设{thing}{n + 3}个" for n, thing in enumerate(
    ("社区食堂", "体育公园", "图书驿站", "停车楼", "养老院", "充电站", "便民市场", "儿童乐园", "文化长廊", "应急广场"),
))  # fmt: skip


def assessed(folder: Path, target: str, review: str) -> Row:
    """Return the assessment of the first target of 2024 of two reports."""
    found = [row for row in rows(folder, target, review) if row.relation is Relation.ASSESSED_BY]
    return min((row for row in found if row.a.passage.document == "report-2024"), key=lambda row: row.a.passage.start)


def gone(folder: Path, target: str, plan: str) -> list[str]:
    """Return how the next plan is said to have dropped the first target of 2024."""
    found = rows(folder, f"{target}，{PLAN}", plan=f"{plan}，{PLAN}")
    dropping = {Relation.DROPPED, Relation.POSSIBLY_DROPPED}
    first = min(row.a.passage.start for row in found if row.a.passage.document == "report-2024")
    return [row.relation for row in found if row.relation in dropping and row.a.passage.start == first]


@pytest.mark.parametrize(
    ("target", "review"),
    [
        ("培育壮大水产养殖冠军县5个以上", "水产养殖冠军企业不断壮大"),
        ("进出口增长6%左右", "清理规范进出口环节收费"),
        ("一般公共预算收入增长4%", "民生支出在一般公共预算支出中保持高位"),
        ("治理农村黑臭水体140个以上", "城市建成区黑臭水体基本消除"),
        ("新能源汽车产量超过14万辆", "新能源与智能网联汽车加快发展"),
        ("发行地方专项债券80亿元", "发行地方专项债券的收入主要用于减税"),
        ("新增湖区饮水安全人口2万人以上", "湖区饮水安全尚需持续用力"),
        ("新增湖区养老床位200张以上", "过去五年，新增湖区养老床位2500张"),
    ],
)
def test_another_thing_is_no_candidate(tmp_path: Path, target: str, review: str) -> None:
    """Another head or another of a set, a longer name, a use of money, what is lacking, or a total of years."""
    row = assessed(tmp_path, target, f"{review}，粮食生产稳定")
    assert (row.verdict, row.candidate) == (Verdict.NOT_REPORTED, None)


@pytest.mark.parametrize(
    ("target", "review"),
    [
        ("居民消费价格涨幅2%左右", "居民消费价格指数受到关注"),
        ("进出口总额增长6%", "努力稳住进出口"),
        ("新增森林抚育面积3万亩", "森林抚育取得新成效"),
    ],
)
def test_what_could_be_it_is_quoted(tmp_path: Path, target: str, review: str) -> None:
    """The same thing, told without a number."""
    row = assessed(tmp_path, target, f"粮食生产稳定，{review}")
    assert row.verdict is Verdict.POSSIBLY
    assert row.candidate is not None
    assert row.candidate.passage.quote == review


@pytest.mark.parametrize("target", ["实施项目1600个以上", "引进机构60家以上", "培育产业16个以上"])
def test_a_name_that_tells_no_thing_accuses_nobody(tmp_path: Path, target: str) -> None:
    """Nobody can look for a number of projects: it is not assessable, and never dropped."""
    assert assessed(tmp_path, target, "粮食生产稳定").verdict is Verdict.NOT_ASSESSABLE
    assert gone(tmp_path, target, "粮食生产稳定") == []


@pytest.mark.parametrize("told", ["目前我市湖区养老床位已超过2万张", "培育更多全国第一", "目前我市城乡公园已超过200个"])
def test_what_there_is_already_is_no_promise(tmp_path: Path, told: str) -> None:
    """A plan that tells what there is promises nothing, whatever bound it gives."""
    found = [row for row in rows(tmp_path, told, "粮食生产稳定") if row.a.passage.document == "report-2024"]
    assert {row.verdict for row in found} <= {Verdict.NOT_ASSESSABLE}


def test_an_amount_told_against_the_year_before_is_never_dropped(tmp_path: Path) -> None:
    """It explains the amount beside it, which is what is followed."""
    assert gone(tmp_path, "安排农田水利补贴资金13亿元，比上年增加6亿元", "粮食生产稳定") == ["dropped"]


@pytest.mark.parametrize("plan", ["新增高新技术企业150家", "高新技术企业扩量提质"])
def test_another_measure_of_the_same_thing_is_no_sure_drop(tmp_path: Path, plan: str) -> None:
    """Who sets how many are new where it set how many there are has not given it up."""
    assert gone(tmp_path, "高新技术企业达到2600家", plan) == ["possibly_dropped"]


def test_words_that_hold_most_of_a_name_keep_from_saying_that_it_is_gone(tmp_path: Path) -> None:
    """They are too little to be quoted, and too much for an accusation."""
    assert gone(tmp_path, "培育壮大水产养殖冠军县5个以上", "支持水产养殖冠军企业发展") == []


def test_what_is_last_is_not_set_again(tmp_path: Path) -> None:
    """The last ones can be brought to an end only once."""
    assert gone(tmp_path, "让最后20万无电人口用上电", "粮食生产稳定") == []


@pytest.mark.parametrize("opening", ["今后一个时期", "未来几年", "今明两年"])
def test_what_is_set_for_times_to_come_is_not_of_the_year(tmp_path: Path, opening: str) -> None:
    """So that no plan of the next year can drop it, and no result of the year judges it."""
    found = rows(tmp_path, f"粮食生产稳定。{opening}，新增湖区养老床位200张以上", "新增湖区养老床位90张", PLAN)
    (row,) = (row for row in found if row.relation is Relation.ASSESSED_BY and "床位" in row.indicator)
    assert (row.verdict, row.b) == (Verdict.NOT_ASSESSABLE, None)
    assert [row for row in found if row.relation is Relation.DROPPED and "床位" in row.indicator] == []


def test_a_target_like_one_of_the_next_plan_is_not_said_to_be_gone(tmp_path: Path) -> None:
    """Leading firms of a trade under two names may be one, so that nobody can say that it was dropped."""
    assert gone(tmp_path, "培育海湾特色渔业龙头企业20家以上", "扶持海湾渔业链主企业12家以上") in (
        [],
        ["possibly_dropped"],
    )
