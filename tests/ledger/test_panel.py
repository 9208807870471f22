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

from command import Outcome, runner
from policygraph import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parent / "cases"
NUMBERS = {"target_low", "target_high", "outcome"}


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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """The command line in this process."""
    return runner(capsys, monkeypatch)


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
