"""What a document with pages says has the page on which its words begin, in every form in which it is asked for."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

import office
import policygraph
from policygraph import rdf
from policygraph.documents import read
from policygraph.pipeline import corpus
from policygraph.rdf.vocab import PG

if TYPE_CHECKING:
    from pathlib import Path

PAGES = (
    ("湖北省2025年政府工作报告", "各位代表：", "2024年，地区生产总值增长5.8%。"),
    ("今年主要预期目标是：地区生产总值增长6%左右，新增就业70万人。", "开工建设测试谷二期，投资50亿元。"),
    ("全年新建充电桩1万个。", "建成口袋公园300个。"),
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of three pages."""
    path = tmp_path_factory.mktemp("report") / "hubei.pdf"
    path.write_bytes(office.pdf(*PAGES))
    return path


def test_a_document_knows_the_page_of_each_character(report: Path) -> None:
    """Counted from 1; one without pages knows of none."""
    document = read(report)
    assert len(document.pages) == len(PAGES)
    for number, lines in enumerate(PAGES, start=1):
        assert all(document.page(document.text.index(line)) == number for line in lines)
    plain = report.with_name("hubei.txt")
    plain.write_text(document.text, encoding="utf-8")
    assert read(plain).page(0) is None


def test_every_statement_has_its_page(report: Path, tmp_path: Path) -> None:
    """In facts, mentions and links, and in the ledger for both sides."""
    summary = policygraph.build(report, tmp_path / "out")
    for name in ("facts", "mentions", "links"):
        rows = _rows(summary.tables / f"{name}.csv")
        assert rows
        text = (tmp_path / "out" / "texts" / "hubei.txt").read_text(encoding="utf-8")
        starts = [text.index(lines[0]) for lines in PAGES]
        for row in rows:
            assert row["page"] == str(sum(start <= int(row["start"]) for start in starts))
    facts = {row["statement"]: row["page"] for row in _rows(summary.tables / "facts.csv")}
    assert set(facts.values()) == {"1", "2", "3"}
    for row in _rows(summary.tables / "ledger.csv"):
        for side in "ab":
            assert row[f"{side}_page"] == facts.get(row[f"{side}_statement"], row[f"{side}_page"])


def test_the_graph_holds_the_page_and_its_shapes_hold(report: Path) -> None:
    """With the passage, and as a fragment selector for who asks for it; a document without pages has none."""
    said = corpus([report])
    quads = list(rdf.quads(said))
    back = rdf.corpus(quads)
    assert [fact.passage for fact in back.facts] == [fact.passage for fact in said.facts]
    assert {fact.passage.page for fact in back.facts} == {1, 2, 3}
    assert any(quad.object.value == "page=2" for quad in rdf.annotated(quads, {}))
    assert PG.page not in {quad.predicate for quad in rdf.quads(corpus())}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
