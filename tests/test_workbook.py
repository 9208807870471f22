"""tables.xlsx: what people open in Excel."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pandas
import pytest

from command import Outcome, runner
from policygraph import rdf, store
from policygraph.errors import OutputError
from policygraph.export import export
from policygraph.ledger import derive
from policygraph.statements import Corpus
from policygraph.tables import rows_of, workbook
from policygraph.tables import workbook as workbook_
from policygraph.tables.codebook import TABLES, columns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from policygraph.tables.rows import Cells

SHEETS = ("facts", "mentions", "links", "ledger", "documents")


@pytest.fixture(scope="module")
def numbered(corpus: Corpus) -> Corpus:
    """The sample corpus, its plan named 000, with words that a spreadsheet would run."""
    news, plan = corpus.readings
    fact = replace(plan.facts[0], heading='=HYPERLINK("http://x")')
    said = replace(plan, document=replace(plan.document, name="000"), facts=(fact, *plan.facts[1:]))
    named = replace(
        said,
        facts=tuple(replace(fact, passage=replace(fact.passage, document="000")) for fact in said.facts),
        mentions=(),
        links=(),
    )
    return Corpus((named, news), corpus.entities)


@pytest.fixture(scope="module")
def tables(numbered: Corpus) -> dict[str, list[Cells]]:
    """Its tables."""
    return rows_of(numbered, derive(numbered))


@pytest.fixture(scope="module")
def path(numbered: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its workbook."""
    path = tmp_path_factory.mktemp("book") / "tables.xlsx"
    assert export(store.hold(rdf.quads(numbered)), path) == ()
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> openpyxl.Workbook:
    """The same, as another program reads it."""
    return openpyxl.load_workbook(path)


def _fact(corpus: Corpus, **changes: object) -> dict[str, list[Cells]]:
    reading = corpus.readings[1]
    changed = replace(reading, facts=(replace(reading.facts[0], **changes),), mentions=(), links=())  # type: ignore[arg-type]
    return rows_of(Corpus((changed,), ()), ())


def _read(content: bytes, path: Path) -> openpyxl.Workbook:
    path.write_bytes(content)
    return openpyxl.load_workbook(path)


def test_a_sheet_is_a_table_and_the_last_describes_all_columns(book: openpyxl.Workbook) -> None:
    """Columns in their order; the codebook has both languages."""
    assert book.sheetnames == [*SHEETS, "columns"]
    for name in SHEETS:
        assert tuple(cell.value for cell in book[name][1]) == TABLES[name]
    described = [tuple(cell.value for cell in row) for row in book["columns"].iter_rows(min_row=2)]
    assert [row[:2] for row in described] == [(name, column) for name in SHEETS for column in TABLES[name]]
    assert all(all(row[:7]) for row in described)


def test_the_head_stays_and_every_sheet_can_be_filtered(book: openpyxl.Workbook) -> None:
    """Columns are as wide as their words, within reason."""
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(8 <= dimension.width <= 61 for dimension in sheet.column_dimensions.values())
    assert book["facts"].column_dimensions["K"].width > 30


def test_cells_are_what_they_are_in_the_tables(book: openpyxl.Workbook, tables: dict[str, list[Cells]]) -> None:
    """Numbers are numbers, text is text though it may look like a number, and what is empty is empty."""
    for name in SHEETS:
        rows = list(book[name].iter_rows(min_row=2))
        assert len(rows) == len(tables[name])
        for row, cells in zip(rows, tables[name], strict=True):
            for cell, column in zip(row, columns(name), strict=True):
                value = cells[column.name]
                if value in (None, ""):
                    assert cell.value is None
                elif column.type == "string":
                    assert (cell.value, cell.data_type, cell.number_format) == (str(value), "s", "@")
                else:
                    assert (cell.value, cell.data_type) == (float(value), "n")


def test_nothing_is_ever_run(book: openpyxl.Workbook) -> None:
    """Words that begin with = + - @ are words."""
    assert book["facts"]["R2"].value == '=HYPERLINK("http://x")'
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_pandas_reads_it(path: Path) -> None:
    """The name of a document stays, numbers are numbers."""
    facts = pandas.read_excel(path, sheet_name="facts", dtype={"document": str})
    assert set(facts["document"]) == {"000", "news"}
    assert facts["value"].dtype == float
    assert facts["year"].dtype == int


@pytest.mark.parametrize("text", ["a\x00b\x1bc", "_x0041_", "谷\n二\r\n期", "<b>&amp;", " 前后 ", "𠮷"])
def test_text_comes_back_as_it_is(corpus: Corpus, text: str, tmp_path: Path) -> None:
    """Whatever a document holds."""
    content, notes = workbook(_fact(corpus, heading=text), tmp_path)
    assert notes == ()
    frame = openpyxl.utils.escape.unescape(_read(content, tmp_path / "x.xlsx")["facts"]["R2"].value)
    assert frame.replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_the_same_tables_are_the_same_bytes(tables: dict[str, list[Cells]], path: Path) -> None:
    """No clock and no name of a user."""
    assert workbook(tables, path)[0] == workbook(tables, path)[0]
    assert b"2000-01-01T00:00:00Z" in _part(path, "docProps/core.xml")


def _part(path: Path, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as file:
        return file.read(name)


@pytest.mark.parametrize(
    ("number", "value", "shown"),
    [
        ("530000000000", 530000000000, "0"),
        ("2.8", 2.8, "General"),
        ("123456789.1234567891", "123456789.1234567891", "@"),
        ("1E+20", 1e20, "0"),
    ],
)
def test_no_digit_of_a_number_is_lost(
    corpus: Corpus, number: str, value: float | str, shown: str, tmp_path: Path
) -> None:
    """Whole numbers are shown in full; one of more digits than a cell has is text."""
    content, _ = workbook(_fact(corpus, value=Decimal(number)), tmp_path)
    cell = _read(content, tmp_path / "x.xlsx")["facts"]["H2"]
    assert (cell.value, cell.number_format) == (value, shown)


@pytest.mark.parametrize(
    ("words", "cut"), [("长" * 32_767, 0), ("长" * 32_768, 1), ("𠮷" * 16_384, 1), ("𠮷" * 16_383, 0)]
)
def test_words_too_long_for_a_cell_are_cut_and_that_is_said(
    corpus: Corpus, words: str, cut: int, tmp_path: Path
) -> None:
    """Excel would call the file damaged; it counts in UTF-16."""
    content, notes = workbook(_fact(corpus, heading=words), tmp_path)
    value = _read(content, tmp_path / "x.xlsx")["facts"]["R2"].value
    assert (value == words, value.endswith("…"), len(notes)) == (not cut, bool(cut), cut)
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert all(note.startswith("1 cells of facts have more than the 32767 characters") for note in notes)


def test_more_rows_than_a_sheet_holds_are_refused(
    tables: dict[str, list[Cells]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With what to do; a sheet holds 1,048,576 rows with its header."""
    module = sys.modules[workbook_.__module__]
    assert module.MOST_ROWS == 1_048_576
    monkeypatch.setattr(module, "MOST_ROWS", len(tables["facts"]))
    with pytest.raises(OutputError, match=r"t\.xlsx: not written, since facts has \d+ rows.*name a folder for tables"):
        workbook(tables, tmp_path / "t.xlsx")


def test_without_xlsxwriter_a_line_says_how_to_get_it(
    numbered: Corpus, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And nothing is written."""
    run: Callable[..., Outcome] = runner(capsys, monkeypatch)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = run("export", "-o", str(tmp_path / "t.xlsx"))
    problem = "not written, since a workbook needs XlsxWriter; install it: pip install 'policygraph[xlsx]'"
    assert done == Outcome(2, "", f"policygraph: {tmp_path / 't.xlsx'}: {problem}\n")
    assert not list(tmp_path.iterdir())
