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


def test_a_value_told_again_a_year_later_is_a_revision_and_no_contradiction(tmp_path: Path) -> None:
    """2013's share of services was 46.1 %, then 46.9 % after the census."""
    found = rows(
        tmp_path,
        (2014, "## 一、2013年工作回顾\n\n去年，服务业增加值比重达到46.1%。"),
        (2015, "## 一、2014年工作回顾\n\n服务业增加值比重由2013年的46.9%提高到48.2%。"),
    )
    assert {row.verdict for row in found if row.relation == "conflict"} == {"provisional figure"}
