"""What a document with pages says has the page on which its words begin, in every form in which it is asked for."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import office
import policygraph
from policygraph import rdf
from policygraph.cli.app import app
from policygraph.documents import read
from policygraph.pipeline import corpus
from policygraph.rdf.vocab import PG
from policygraph.viewer import payload

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


def test_answers_and_citations_name_the_page(report: Path, tmp_path: Path) -> None:
    """The life of a project, the ledger and a path say the page, as people read them and as values; the viewer has it too."""
    graph = str(policygraph.build(report, tmp_path / "out").graph)
    opened = policygraph.open(graph)
    linked = next((a, b) for a, b, data in opened.net.edges(data=True) if data["relation"] == "linkedTo")
    for verb in (("trace", "测试谷二期"), ("ledger", "--quotes", "--area", "湖北"), ("path", *linked)):
        told = CliRunner().invoke(app, [*verb, "-g", graph], catch_exceptions=False)
        assert re.search(r"hubei +(?:p\. )?[123],? +\d+", told.stdout), told.stdout
    assert {row["page"] for row in opened.trace("测试谷二期")} == {2}
    assert {row["first_page"] for row in opened.ledger(area="湖北", quotes=True)} == {2, 3}
    edges = [data for *_, data in opened.net.edges(data=True) if data["quote"]]
    assert {data["page"] for data in edges} == {1, 2, 3}
    nodes = [{**data, "id": node} for node, data in opened.net.nodes(data=True)]
    rows = [{**data, "from": a, "to": b, "id": key} for a, b, key, data in opened.net.edges(keys=True, data=True)]
    assert set(payload.build(nodes, rows, payload.Evidence(()))["graph"]["paged"].values()) == {1, 2, 3}


def test_answers_on_documents_without_pages_have_no_column_of_them(report: Path, tmp_path: Path) -> None:
    """A column that is empty in every row tells nothing."""
    plain = tmp_path / "plain.txt"
    plain.write_text(read(report).text, encoding="utf-8")
    graph = str(policygraph.build(plain, tmp_path / "out").graph)
    told = CliRunner().invoke(app, ["trace", "测试谷二期", "-g", graph], catch_exceptions=False)
    assert "page" not in told.stdout
    assert "plain" in told.stdout
