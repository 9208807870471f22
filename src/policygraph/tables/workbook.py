"""One workbook for Excel: a sheet for each table and one for the codebook.

Text is text and numbers are numbers, whatever they look like: ``000`` stays ``000``, and ``=1+1`` is never run.
"""

from __future__ import annotations

import io
import unicodedata
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from policygraph.errors import OutputError
from policygraph.tables import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from policygraph.tables.rows import Cell, Cells

# Excel specifications and limits (Microsoft): rows of a sheet with the header, characters of a cell. Excel counts the
# latter in UTF-16.
MOST_ROWS: Final = 1_048_576
MOST_CHARACTERS: Final = 32_767
# A number of more significant digits is kept as text: a cell has those of a double.
_DIGITS: Final = 15
# No clock: the same tables are the same bytes.
_CREATED: Final = datetime(2000, 1, 1)
# In characters, of which a Chinese one counts twice.
_NARROWEST: Final = 8
_WIDEST: Final = 60
# The rows that tell how wide a column is.
_MEASURED: Final = 200

_CODEBOOK: Final = ("table", "column", "type", "title", "标题", "description", "说明", "values")


def workbook(tables: Mapping[str, Sequence[Cells]], path: Path) -> tuple[bytes, tuple[str, ...]]:
    """Return a workbook, and in a sentence each what a sheet cannot hold.

    Args:
        tables: rows by the name of their table.
        path: where it is to be written, for the messages.

    Raises:
        OutputError: XlsxWriter is not installed, or a table has more rows than a sheet.

    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # it publishes no types
    except ImportError as error:
        problem = f"{path}: not written, since a workbook needs XlsxWriter; install it: pip install 'policygraph[xlsx]'"
        raise OutputError(problem) from error
    for name, rows in tables.items():
        if len(rows) >= MOST_ROWS:
            problem = f"{name} has {len(rows)} rows, and a sheet holds {MOST_ROWS - 1}; name a folder for tables in CSV"
            raise OutputError(f"{path}: not written, since {problem}")
    buffer = io.BytesIO()
    # Rows are written as they come, not held; nothing is taken for a formula, an address or a number.
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _CREATED, "title": "Policygraph"})
        formats = _Formats(book)
        notes = []
        for name, rows in tables.items():
            columns = codebook.columns(name)
            text = tuple(column.type == "string" for column in columns)
            cut = _sheet(
                book, name, codebook.TABLES[name], text, ([row[c.name] for c in columns] for row in rows), formats
            )
            if cut:
                notes.append(
                    f"{cut} cells of {name} have more than the {MOST_CHARACTERS} characters of a cell in Excel and end in …; "
                    "the tables in CSV have them whole"
                )
        _sheet(book, "columns", _CODEBOOK, (True,) * len(_CODEBOOK), _described(tables), formats)
    return buffer.getvalue(), tuple(notes)


class _Formats:
    """How cells are shown."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1})
        # What somebody types over a text stays text.
        self.text = book.add_format({"num_format": "@"})
        # Excel shows whole numbers of twelve digits and more as powers of ten, unless told.
        self.whole = book.add_format({"num_format": "0"})
        self.number = book.add_format()


def _sheet(
    book: Any, name: str, header: Sequence[str], text: Sequence[bool], rows: Iterable[Sequence[Cell]], formats: _Formats
) -> int:
    """Write a sheet and return how many cells were cut."""
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    widths = [_width(title) for title in header]
    for column, title in enumerate(header):
        sheet.write_string(0, column, title, formats.head)
    last = cut = 0
    for last, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            cut += _write(sheet, last, column, cell, formats)
            if last <= _MEASURED:
                widths[column] = max(widths[column], _width(cell))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, formats.text if text[column] else None)
    sheet.autofilter(0, 0, last, len(header) - 1)
    # Names of documents that look like numbers are meant to be text.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})
    return cut


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: _Formats) -> bool:
    """Write a cell and return whether it was cut; one without a value is left empty."""
    if cell is None or cell == "":
        return False
    if isinstance(cell, str):
        text = _fitting(cell)
        sheet.write_string(row, column, text, formats.text)
        return text != cell
    if isinstance(cell, Decimal) and len(cell.normalize().as_tuple().digits) > _DIGITS:
        sheet.write_string(row, column, f"{cell:f}", formats.text)
        return False
    sheet.write_number(row, column, cell, formats.whole if cell == int(cell) else formats.number)
    return False


def _fitting(text: str) -> str:
    if len(text) <= MOST_CHARACTERS // 2 or _utf16(text) <= MOST_CHARACTERS:
        return str(text)
    kept = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", errors="ignore")
    return f"{kept}…"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _width(cell: Cell) -> int:
    line = "" if cell is None else str(cell)[:_WIDEST]
    return min(max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) + 2, _NARROWEST), _WIDEST)


def _described(tables: Iterable[str]) -> Iterable[tuple[str, ...]]:
    for table in tables:
        for column in codebook.columns(table):
            words = column.words
            yield (
                table, column.name, column.type, words.title, words.title_zh, words.description, words.description_zh,
                ", ".join(column.values),
            )  # fmt: skip
