"""Two reports of one city and their ledger, for tests that need a target and what came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import documents, extraction
from policygraph.extraction import Names
from policygraph.ledger import derive
from policygraph.ledger.verdicts import TOLERANCE
from policygraph.statements import Corpus

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from policygraph.ledger import Row


def rows(folder: Path, target: str, review: str = "", plan: str = "", tolerance: Fraction = TOLERANCE) -> list[Row]:
    """Return the ledger of two reports of one city: a target of 2024, a review of that year, a plan of 2025."""
    head = "---\ntitle: 测试市{year}年政府工作报告\nissued: {year}-01-16\narea: 测试市\nlevel: city\n---\n\n"
    first = f"## 二、2024年重点任务\n\n今年，{target}。\n"
    second = f"## 一、2024年工作回顾\n\n去年，{review or '我们努力工作'}。\n\n## 二、2025年重点任务\n\n今年，{plan or '我们继续努力'}。\n"
    for year, words in (("2024", first), ("2025", second)):
        (folder / f"report-{year}.md").write_text(head.format(year=year) + words, encoding="utf-8")
    names = Names(enabled=False)
    readings = (extraction.read(document, names=names) for document in documents.collect([folder]))
    return list(derive(Corpus(tuple(readings), ()), tolerance))
