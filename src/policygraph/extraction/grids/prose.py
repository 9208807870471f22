"""The cells of a table of words: tasks dealt out, undertakings for the people. Each is read as a paragraph of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygraph.documents.layout import Role
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from policygraph.documents.layout import Block
    from policygraph.extraction.grids.grid import Cell, Grid

# A cell that says something has words and a number; what is shorter is a name or a date.
_SHORTEST: Final = 6
_SAYS: Final = wordclasses.pattern(r"(?=.*[一-鿿]{2}).*[\d<numbers_with_two>]")
_NUMBER: Final = wordclasses.pattern(r"^(?:\d{1,3}[.．、。](?!\d)|[（(]\d{1,3}[）)][、.]?)")


def cells(grid: Grid, tasks: Collection[Cell] = ()) -> Iterator[tuple[Cell, Block]]:
    """Yield the cells of a table that say something, below its head, each with the paragraph that it is.

    Args:
        grid: the table.
        tasks: the cells that say what somebody answers for, with a number or without one.

    """
    before: tuple[str, ...] = ()
    for row in grid.rows[max(grid.ruled, 1) :] if len(grid.rows) > 1 else grid.rows:
        seen = set(before)
        for cell in row.cells:
            says = cell in tasks or _SAYS.match(cell.text)
            if cell.text not in seen and len(cell.text) >= _SHORTEST and says:
                yield cell, _paragraph(cell)
            seen.add(cell.text)
        before = row.words


def _paragraph(cell: Cell) -> Block:
    block = cell.block
    number = _NUMBER.match(cell.text)
    start = cell.start + (number.end() if number else 0)
    return replace(
        block, role=Role.PARAGRAPH, text=block.text[start : cell.end], offsets=block.offsets[start : cell.end]
    )
