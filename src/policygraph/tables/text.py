"""Tables as CSV that a Chinese spreadsheet opens right: UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.files import MARK
from policygraph.rdf.literals import plain
from policygraph.tables.codebook import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.tables.rows import Cell, Cells


def text(table: str, rows: Iterable[Cells]) -> str:
    r"""Return a table as the text of a CSV file: mark, header, ``\n`` at line ends; an empty cell means that there is none.

    Cells that begin with = + - @ are left as they are, although a spreadsheet may take them for formulas: they are
    comparators and quotes, and a program that joins or scores these tables must find exactly what the document says.
    In tables.xlsx every such cell is text.

    Args:
        table: its name, a key of :data:`policygraph.tables.codebook.TABLES`.
        rows: its rows.

    """
    buffer = io.StringIO(newline="")
    buffer.write(MARK)
    writer = csv.DictWriter(buffer, TABLES[table], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(cell) for name, cell in row.items()} for row in rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str | int | float | None:
    return plain(cell) if isinstance(cell, Decimal) else cell
