"""The panel: one row for each area, indicator and year, for statistics."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

from command import Outcome
from policygraph import open as open_graph
from policygraph import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"
NUMBERS = {"target_low", "target_high", "outcome", "hoped"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the documents of two cases, each with an area of its own."""
    folder = tmp_path_factory.mktemp("panel") / "out"
    names = ("missed_met_exceeded", "lower_unemployment_is_raised")
    files = [path for name in names for path in sorted((CASES / name).glob("*.md"))]
    texts = folder.parent / "texts"
    texts.mkdir()
    for number, path in enumerate(files):
        (texts / f"{number}.md").write_bytes(
            path.read_bytes().replace("测试市".encode(), f"测试{number // 2}市".encode())
        )
    pipeline.build(texts, folder)
    return folder


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_and_parquet_hold_the_same_panel(built: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """Numbers are numbers in Parquet, and an empty cell of them is null."""
    assert run("export", str(tmp_path / "panel"), "--format", "panel", "-g", str(built)) == Outcome(
        0, f"{tmp_path / 'panel'}\n", ""
    )
    table = pyarrow.parquet.read_table(tmp_path / "panel" / "panel.parquet")
    assert {name: table.schema.field(name).type for name in NUMBERS} == dict.fromkeys(NUMBERS, pyarrow.float64())
    assert table.schema.field("year").type == pyarrow.int32()
    written = [{name: "" if value is None else str(value) for name, value in row.items()} for row in table.to_pylist()]
    assert written == read(tmp_path / "panel" / "panel.csv") != []


def test_a_row_has_both_sides_with_their_sources(built: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """The bounds of the target, the outcome that it is assessed by, the verdict, and the words of both."""
    run("export", str(tmp_path), "--format", "panel", "-g", str(built))
    panel = read(tmp_path / "panel.csv")
    keys = [(row["area"], row["indicator"], row["year"], row["unit"]) for row in panel]
    assert len(keys) == len(set(keys))
    (jobs,) = (row for row in panel if row["concept"] == "new-urban-jobs" and row["year"] == "2024" and row["outcome"])
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (built / "texts").iterdir()}
    for side in ("target", "outcome"):
        start, end = int(jobs[f"{side}_start"]), int(jobs[f"{side}_end"])
        assert texts[jobs[f"{side}_document"]][start:end] == jobs[f"{side}_quote"]
    assert [jobs[column] for column in ("target_low", "target_high", "comparator", "wording", "outcome", "verdict")] == [
        "100000.0", "", ">=", "10万人以上", "120000.0", "exceeded",
    ]  # fmt: skip


def test_the_same_graph_gives_the_same_bytes(built: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """In both formats."""
    for name in ("one", "two"):
        run("export", str(tmp_path / name), "--format", "panel", "-g", str(built))
    for name in ("panel.csv", "panel.parquet", "datapackage.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_without_pyarrow_there_is_a_csv_and_a_line_that_says_so(
    built: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And how to get it."""
    # What Python does where a module cannot be found (documentation of sys.modules).
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("export", str(tmp_path), "--format", "panel", "-g", str(built))
    assert done.code == 2
    assert done.err.startswith(f"policygraph: {tmp_path / 'panel.parquet'}: not written")
    assert done.err.endswith("pip install 'policygraph[panel]'\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["datapackage.json", "panel.csv"]


def test_texts_that_are_not_there_are_said(built: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """What a figure's surroundings say of its time is then unknown."""
    (tmp_path / "graph.nq").write_bytes((built / "graph.nq").read_bytes())
    done = run("export", str(tmp_path / "panel"), "--format", "panel", "-g", str(tmp_path / "graph.nq"))
    assert done.code == 0
    assert "no text of 0, 1, 2" in done.err
    assert read(tmp_path / "panel" / "panel.csv")


def test_a_panel_is_a_workbook_too(built: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """One sheet with the rows of panel.csv, numbers as numbers, and the codebook."""
    path = tmp_path / "panel.xlsx"
    assert run("export", "-o", str(path), "--format", "panel", "-g", str(built)) == Outcome(0, f"{path}\n", "")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["panel", "columns"]
    assert run("export", "-o", str(tmp_path / "csv"), "--format", "panel", "-g", str(built)).code == 0
    header, *rows = ([cell.value for cell in row] for row in book["panel"].iter_rows())
    for row, written in zip(rows, read(tmp_path / "csv" / "panel.csv"), strict=True):
        found = dict(zip(header, row, strict=True))
        assert {name: float(cell) if name in NUMBERS and cell else cell or None for name, cell in written.items()} == {
            name: str(value) if isinstance(value, int) and name not in NUMBERS else value
            for name, value in found.items()
        }


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """The panel of two reports of a province, with what is told in words, by falls and not at all."""
    folder = tmp_path_factory.mktemp("told")
    head = "---\npublisher: 湖北省人民政府\narea: 湖北\nlevel: province\nissued: {}\n---\n# 湖北省政府工作报告\n\n"
    (folder / "a.md").write_text(
        head.format("2024-01-20")
        + "今年发展主要预期目标是：地区生产总值增长6%以上，在实际工作中争取更好；居民消费价格涨幅3%左右；"
        "工业投资增长8%；粮食产量500亿斤以上；进出口总额增长5%；民间投资增长4%；建设新型广场120个。\n",
        encoding="utf-8",
    )
    (folder / "b.md").write_text(
        head.format("2025-01-20") + "2024年，地区生产总值增长6.2%，居民消费价格与上年基本持平，工业投资下降1.6%，"
        "粮食产量超额完成年度任务，城镇新增就业达到72万人。\n\n今年地区生产总值增长5%。\n",
        encoding="utf-8",
    )
    pipeline.build(folder, folder / "out")
    return [dict(row) for row in open_graph(folder / "out").panel()]


def cell(told: list[dict[str, object]], concept: str, year: int = 2024) -> dict[str, object]:
    """The row of a concept and year."""
    (row,) = (row for row in told if row["concept"] == concept and row["year"] == year)
    return row


def test_falls_and_zeros_are_numbers(told: list[dict[str, object]]) -> None:
    """A series of growth without them is biased: 下降1.6% is -1.6, 与上年基本持平 is 0."""
    assert cell(told, "industrial-investment-growth")["outcome"] == -1.6
    prices = cell(told, "consumer-price-rise")
    assert (prices["outcome"], prices["outcome_written"], prices["no_outcome"]) == (0.0, "与上年基本持平", "")
    assert prices["verdict"] == "below"


def test_an_empty_cell_says_why(told: list[dict[str, object]]) -> None:
    """Told in words, not in the text, of another year's document, or without a document at all."""
    assert cell(told, "grain-output")["no_outcome"] == "in words"
    assert cell(told, "foreign-trade-growth")["no_outcome"] == "not in the text"
    assert cell(told, "gross-domestic-product-growth", 2025)["no_outcome"] == "no document"
    assert cell(told, "new-urban-jobs")["no_target"] == "not in the text"
    for row in told:
        assert (row["target_quote"] == "") is (row["no_target"] != "")
        assert (row["outcome_quote"] == "") is (row["no_outcome"] != "")


def test_a_row_says_where_it_is_and_how_firm_and_how_sure(told: list[dict[str, object]]) -> None:
    """Division code and level, the English names, what is hoped for beyond the target, and the grade."""
    row = cell(told, "gross-domestic-product-growth")
    assert [row[name] for name in ("level", "division_code", "area_english")] == ["province", "420000", "Hubei"]
    assert (row["firmness"], row["hoped_wording"], row["grade"]) == ("plain", "在实际工作中争取更好", "concept")
    assert row["indicator_english"]


def test_concepts_only_leaves_out_what_one_document_names(
    built: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """And the wide form has a row for each area and year, every column described."""
    done = run("export", str(tmp_path), "--format", "panel", "--concepts-only", "--wide", "-g", str(built))
    assert done.code == 0
    long = read(tmp_path / "panel.csv")
    assert long
    assert all(row["concept"] for row in long)
    wide = read(tmp_path / "panel-wide.csv")
    assert len({(row["area"], row["year"]) for row in wide}) == len(wide) == len({(r["area"], r["year"]) for r in long})
    known = {row["column"]: row for row in read(tmp_path / "panel-wide-columns.csv")}
    assert set(wide[0]) - set(known) == {"area", "division_code", "level", "area_english", "year"}
    for row in long:
        if row["outcome"]:
            column = f"{row['concept']}.outcome.{row['unit']}"
            assert {each[column] for each in wide if (each["area"], each["year"]) == (row["area"], row["year"])} == {
                row["outcome"]
            }


@pytest.mark.parametrize(
    "options", [("--wide",), ("--concepts-only",), ("--wide", "--format", "panel", "-o", "x.xlsx")]
)
def test_options_of_the_panel_are_told_where_they_do_not_fit(
    options: tuple[str, ...], built: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """One line, and nothing is written."""
    where = () if "-o" in options else ("-o", str(tmp_path / "out"))
    done = run("export", *options, *where, "-g", str(built))
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())
