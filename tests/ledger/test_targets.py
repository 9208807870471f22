"""One target that two documents tell is one target with two sources, and is counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import runner
from policygraph import documents, extraction, rdf
from policygraph.extraction import Names
from policygraph.ledger import derive
from policygraph.statements import Corpus

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row

HEAD = "---\ntitle: {title}\nissued: {date}\narea: 郑州\nlevel: city\n---\n\n"
PLAN = "## 二、2025年重点任务\n\n今年，地区生产总值增长6%左右，城镇新增就业10万人以上。\n"
NEWS = "## 2025年重点任务\n\n今年，郑州地区生产总值增长6%左右。\n"
LATER = "## 一、2025年工作回顾\n\n去年，地区生产总值增长5.4%，城镇新增就业12万人。\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Two documents that set one target, and the report that tells what became of it."""
    folder = tmp_path_factory.mktemp("targets")
    for name, date, words in (
        ("plan", "2025-01-16", PLAN),
        ("news", "2025-02-01", NEWS),
        ("later", "2026-01-20", LATER),
    ):
        head = HEAD.format(title=f"郑州市{date[:4]}年政府工作报告", date=date)
        (folder / f"{name}.md").write_text(head + words, encoding="utf-8")
    names = Names(enabled=False)
    return Corpus(tuple(extraction.read(each, names=names) for each in documents.collect([folder])), ())


def assessed(said: Corpus) -> list[Row]:
    """Return the rows that assess the growth."""
    return [
        row for row in derive(said) if row.relation == "assessed_by" and row.concept == "gross-domestic-product-growth"
    ]


def test_the_rows_of_one_target_have_one_key(said: Corpus) -> None:
    """Each document keeps its row with its own words; another target has another key."""
    rows = assessed(said)
    assert sorted(row.a.passage.document for row in rows) == ["news", "plan"]
    assert len({row.target for row in rows}) == 1
    others = {
        row.target
        for row in derive(said)
        if row.relation == "assessed_by" and row.concept != "gross-domestic-product-growth"
    }
    assert others
    assert not others & {row.target for row in rows}


def test_rows_of_no_target_have_no_key(said: Corpus) -> None:
    """What two documents say alike is a row about both."""
    assert {row.target for row in derive(said) if row.relation == "restated"} == {""}


@pytest.mark.parametrize("options", [(), ("--quotes",)])
def test_a_target_is_shown_and_counted_once(
    said: Corpus, options: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """With the words of both documents, and of its outcome once."""
    path = tmp_path / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(said)))
    done = runner(capsys, monkeypatch)("ledger", "-g", str(path), "--indicator", "地区生产总值增速", *options)
    assert done.out.endswith("(1 row)\n")
    if options:
        for document in ("plan", "news", "later"):
            assert done.out.count(f"\n    {document} ") == 1
    assert "target_key" not in done.out
