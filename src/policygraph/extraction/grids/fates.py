"""What became of the numbers of a table: each is understood as a figure, told by its form, or told as not understood."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from policygraph.documents.layout import passage
from policygraph.extraction import quantities
from policygraph.extraction.grids import figures
from policygraph.extraction.grids.columns import Role
from policygraph.statements import Fate, Numeral

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from policygraph.extraction.grids.columns import Table
    from policygraph.extraction.grids.grid import Cell, Grid
    from policygraph.statements import Document

_GROUP: Final = re.compile(r"\d+(?:[.,]\d+)*")
_ORDER: Final = re.compile(r"\d{1,3}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMES: Final = frozenset((Role.NAME, Role.PROJECT, Role.GROUP, Role.AREA, Role.UNIT))


def numerals(
    document: Document, grid: Grid, table: Table | None, read: Collection[Cell], told: Collection[Cell]
) -> Iterator[Numeral]:
    """Yield the digit groups of a table with what became of each.

    Args:
        document: the document.
        grid: the table as it stands.
        table: the same with its head, or None where it has none that is known.
        read: the cells whose figure is a fact.
        told: the cells whose numbers are accounted for elsewhere.
    """
    facts = {(cell.block.offsets[0], cell.start) for cell in read}
    passed = {(cell.block.offsets[0], cell.start) for cell in told}
    head = set(table.head) if table else set()
    rows = {cell.block.offsets[0] for cell in read}
    for row in grid.rows:
        for at, cell in enumerate(row.cells):
            place = (cell.block.offsets[0], cell.start)
            if place in passed or not cell.text:
                continue
            role = table.columns[at].role if table and at < len(table.columns) else None
            if place in facts:
                known: Fate | None = Fate.FACT
            elif role is Role.ORDER or (table is None and at == 0 and _ORDER.fullmatch(cell.text)):
                known = Fate.ORDINAL
            elif figures.is_time(cell.text):
                known = Fate.DATE
            else:
                known = Fate.NAME if row in head or (role in _NAMES and place[0] in rows) else None
            yield from _groups(document, cell, known, is_head=row in head or role is Role.YEAR)


def _groups(document: Document, cell: Cell, known: Fate | None, *, is_head: bool) -> Iterator[Numeral]:
    others = quantities.find(cell.text).others if known is None else ()
    for match in _GROUP.finditer(cell.text):
        fate = known or _form(others, match.start())
        if is_head and _YEAR.match(match[0]):
            fate = Fate.DATE
        yield Numeral(passage(document, cell.block, cell.start + match.start(), cell.start + match.end()), fate)


def _form(others: Sequence[quantities.Other], at: int) -> Fate:
    """Return what the number at a place is by its form; the others of a text are in order."""
    before = bisect_right(others, at, key=lambda other: other.start)
    return others[before - 1].fate if before and at < others[before - 1].end else Fate.OTHER
