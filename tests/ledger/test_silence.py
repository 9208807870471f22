"""Where no outcome is told, the ledger says who was not asked, or who does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import documents, extraction
from policygraph.extraction import Names
from policygraph.ledger import Verdict, derive
from policygraph.ledger import shelf as shelves
from policygraph.statements import Corpus, Document, Level

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row

PLAN = ("2024", "测试市", "## 二、2024年重点任务\n\n今年，城镇新增就业10万人以上，居民收入增长与经济增长同步。")


def document(name: str, year: int, area: str, publisher: str = "") -> Document:
    """Return a document without words."""
    return Document(name, "", "", publisher, f"{year}-01-16", area, Level.CITY, "", "")


def due(folder: Path, *reports: tuple[str, str, str]) -> list[Row]:
    """Return the assessments of the targets of 测试市, given reports by year, area and words; areas have short names."""
    for year, area, words in reports:
        head = f"---\ntitle: {area}{year}年政府工作报告\nissued: {year}-01-16\narea: {area}\nlevel: city\n---\n\n"
        (folder / f"{area}-{year}.md").write_text(f"{head}{words}\n", encoding="utf-8")
    read = documents.collect([folder])
    names = Names(enabled=False)
    rows = derive(Corpus(tuple(extraction.read(document, names=names) for document in read), ()))
    return [row for row in rows if row.relation == "assessed_by" and row.area == "测试"]


def notes(rows: list[Row]) -> set[str]:
    """Return what is said of targets that are due and not reported, without what comes before a colon."""
    return {row.note.rpartition(": ")[2] for row in rows if row.verdict is Verdict.NOT_REPORTED}


def test_nobody_was_asked(tmp_path: Path) -> None:
    """Another city's report makes the target due, but cannot tell of it: nobody is accused."""
    rows = due(tmp_path, PLAN, ("2025", "别处市", "## 一、2024年工作回顾\n\n去年，城镇新增就业3万人。"))
    assert [row.verdict for row in rows] == [Verdict.NOT_ASSESSABLE] * 2
    assert {row.note.rpartition(": ")[2] for row in rows} == {"no later document of 测试 read"}


def test_a_report_of_later_years_is_not_asked(tmp_path: Path) -> None:
    """The results of a year are told in the next; what the report of nine years later leaves out says nothing."""
    rows = due(tmp_path, PLAN, ("2033", "测试市", "## 一、2032年工作回顾\n\n去年，粮食产量30万吨，城镇新增就业9万人。"))
    assert [row.verdict for row in rows] == [Verdict.NOT_ASSESSABLE] * 2
    assert {row.candidate for row in rows} == {None}


def test_who_was_asked_does_not_say(tmp_path: Path) -> None:
    """The area's own later report is named with its year."""
    rows = due(tmp_path, PLAN, ("2025", "测试市", "## 一、2024年工作回顾\n\n去年，粮食产量30万吨。"))
    assert [row.verdict for row in rows] == [Verdict.NOT_REPORTED] * 2
    assert notes(rows) == {"测试市-2025 of 2025 does not say"}


def test_a_figure_of_some_months_is_no_silence(tmp_path: Path) -> None:
    """It is told, with the words that it is of another stretch of time."""
    rows = due(tmp_path, PLAN, ("2025", "测试市", "## 一、2024年工作回顾\n\n2024年1～11月，城镇新增就业9万人。"))
    assert "9万人 of 测试市-2025 is of another stretch of time" in notes(rows)


@pytest.mark.parametrize(
    ("later", "said"),
    [
        ([], "no later document of 甲市 read"),
        ([document("b", 2024, "甲市")], "no later document of 甲市 read"),
        ([document("b", 2025, "甲市")], "b of 2025 does not say"),
        ([document("b", 2025, "乙市", "甲市人民政府")], "b of 2025 does not say"),
        ([document("b", 2025, "乙市", "乙市人民政府")], "no later document of 甲市 read"),
        ([document(f"{n}", 2025 + n, "甲市") for n in range(2)], "0 of 2025, 1 of 2026 do not say"),
        (
            [document(f"{n}", 2025 + n, "甲市") for n in range(5)],
            "2 of 2027, 3 of 2028, 4 of 2029 and 2 more do not say",
        ),
    ],
)
def test_documents_of_the_area_or_the_publisher_count(later: list[Document], said: str) -> None:
    """Those issued after the target's year; of many, the newest are named. Their order makes no difference."""
    read = [document("a", 2024, "甲市", "甲市人民政府"), *later]
    for ordered in (read, read[::-1]):
        assert shelves.of(ordered).silence("甲市", "甲市人民政府", 2024) == said
