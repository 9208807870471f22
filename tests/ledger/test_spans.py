"""A target meets results of its own stretch of time, and what is brought to its end is not dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import documents, extraction
from policygraph.extraction import Names
from policygraph.ledger import derive
from policygraph.statements import Corpus

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row

# Enough targets that a document is a plan of its year.
PLAN = (
    "新建学校{0}所。新增床位{0}张。开工项目{0}个。培育企业{0}家。新增公园{0}座。"
    "改造公厕{0}座。新建泵站{0}座。建设驿站{0}个。培训教师{0}名。建设车站{0}座。"
)


def rows(folder: Path, *reports: tuple[int, str]) -> list[Row]:
    """Return the ledger of the reports of a city by year and words."""
    for year, words in reports:
        head = f"---\ntitle: 郑州市{year}年政府工作报告\nissued: {year}-01-16\narea: 郑州\nlevel: city\n---\n\n"
        (folder / f"report-{year}.md").write_text(f"{head}{words}\n", encoding="utf-8")
    names = Names(enabled=False)
    read = documents.collect([folder])
    return list(derive(Corpus(tuple(extraction.read(document, names=names) for document in read), ())))


def test_a_fall_until_a_later_year_is_not_judged_by_the_fall_of_that_year(tmp_path: Path) -> None:
    """The year's own result stands beside it, without verdict."""
    found = rows(
        tmp_path,
        (2021, "## 二、目标任务\n\n到2025年，单位地区生产总值能耗降低16%。"),
        (2026, "## 一、2025年工作回顾\n\n去年，单位地区生产总值能耗下降5.6%。"),
    )
    (row,) = (row for row in found if row.relation == "assessed_by" and row.year == 2025)
    assert (row.verdict, row.b) == ("not assessable", None)
    assert row.candidate
    assert "5.6%" in row.candidate.passage.quote


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("农村卫生厕所普及率达到85%。", True),
        ("农村卫生厕所全部达到100%标准。", False),
        ("全面完成43.7万亩废弃矿山复绿任务。", False),
        ("财政五年统筹投入100亿元支持旅游。", False),
    ],
)
def test_only_what_goes_on_from_year_to_year_is_dropped(words: str, gone: bool, tmp_path: Path) -> None:
    """Neither what is brought to its end nor what is set for several years."""
    plans = [f"## 二、{year}年重点任务\n\n今年，{PLAN.format(number)}" for year, number in ((2025, 10), (2026, 12))]
    found = rows(tmp_path, (2025, plans[0] + words), (2026, plans[1]))
    quotes = [row.a.passage.quote for row in found if row.relation == "dropped"]
    assert any(quote in words for quote in quotes) is gone


def test_a_value_told_again_a_year_later_is_no_contradiction(tmp_path: Path) -> None:
    """2013's share of services was 46.1 %, then 46.9 %: the reports differ, and neither says that it was revised."""
    found = rows(
        tmp_path,
        (2014, "## 一、2013年工作回顾\n\n去年，服务业增加值比重达到46.1%。"),
        (2015, "## 一、2014年工作回顾\n\n服务业增加值比重由2013年的46.9%提高到48.2%。"),
    )
    assert {row.verdict for row in found if row.relation == "conflict"} == {"different reports"}


def test_an_estimate_is_a_provisional_figure(tmp_path: Path) -> None:
    """Since a word says so (预计), whatever the years of the reports."""
    found = rows(
        tmp_path,
        (2014, "## 一、2013年工作回顾\n\n预计去年服务业增加值比重达到46.1%。"),
        (2015, "## 一、2014年工作回顾\n\n服务业增加值比重由2013年的46.9%提高到48.2%。"),
    )
    assert {row.verdict for row in found if row.relation == "conflict"} == {"provisional figure"}


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("两年内新增学位2万个", "新增学位9000个"),
        ("今明两年改造老旧小区200个", "改造老旧小区90个"),
        ("三年培育科技型企业300家", "培育科技型企业120家"),
        ("今冬明春新修水利工程300处", "新修水利工程120处"),
        ("一季度地区生产总值增长6%", "地区生产总值增长5%"),
        ("采暖季PM2.5平均浓度控制在50微克/立方米", "PM2.5平均浓度36微克/立方米"),
    ],
)
def test_a_target_of_another_stretch_has_the_years_result_beside_it(target: str, result: str, tmp_path: Path) -> None:
    """Two years, a season or a quarter: the result of the year stands there, and judges nothing."""
    found = rows(
        tmp_path,
        (2024, f"## 二、2024年重点任务\n\n{target}。"),
        (2025, f"## 一、2024年工作回顾\n\n去年，{result}。"),
    )
    (row,) = (row for row in found if row.relation == "assessed_by")
    assert (row.verdict, row.b) == ("not assessable", None)
    assert row.candidate is not None
    assert row.candidate.passage.quote == result


def test_the_end_of_a_year_is_no_number_of_years(tmp_path: Path) -> None:
    """2025年内 is one year and no five."""
    found = rows(
        tmp_path,
        (2025, "## 二、2025年重点任务\n\n2025年新增学位2万个。"),
        (2026, "## 一、2025年工作回顾\n\n2025年内新增学位2.4万个。"),
    )
    (row,) = (row for row in found if row.relation == "assessed_by")
    assert row.verdict != "not assessable"


@pytest.mark.parametrize("thought", ["结合“十五五”时期发展需要", "着眼未来五年发展", "衔接“十五五”时期重点任务"])
def test_a_time_that_is_only_thought_of_frames_nothing(thought: str, tmp_path: Path) -> None:
    """The targets behind it are of the year, and are assessed by its results."""
    found = rows(
        tmp_path,
        (2024, f"## 二、2024年重点任务\n\n{thought}，加强项目谋划。新建湖区养老床位2000张。"),
        (2025, "## 一、2024年工作回顾\n\n去年，新建湖区养老床位2100张。"),
    )
    assert [row.verdict for row in found if row.b] == ["exceeded"]
