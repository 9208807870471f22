"""A table of Word as rows of cells, each merged cell repeated in every row and column that it spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygraph.documents.formats.word.names import W, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Word's own limit of columns is 63; of a damaged file no row may grow without end.
_MOST_COLUMNS: Final = 200


def rows(table: Any, text: Callable[[Any], str]) -> list[tuple[str, ...]]:
    """Return the rows of a table.

    Args:
        table: its element.
        text: returns the text of a cell.

    """
    found: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for row in children(table, W.row):
        cells: list[str] = [""] * _number(row.find(W.row_properties), W.before, 0)
        for cell in children(row, W.cell):
            properties = cell.find(W.cell_properties)
            merge = properties.find(W.merge) if properties is not None else None
            continues = merge is not None and value(merge) != "restart"
            at = len(cells)
            said = above[at] if continues and at < len(above) else text(cell)
            cells += [said] * _number(properties, W.span, 1)
        above = tuple(cells[:_MOST_COLUMNS])
        if any(map(str.strip, above)):
            found.append(above)
    wide = max(map(len, found), default=0)
    return [(*row, *[""] * (wide - len(row))) for row in found]


def children(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of a name, also those within content controls and customs, but none of a nested table."""
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag == name:
            yield child
        elif child.tag not in (W.table, W.row, W.cell, W.paragraph):
            stack.extend(reversed(child))


def _number(properties: Any | None, name: str, usual: int) -> int:
    said = value(properties.find(name)) if properties is not None else None
    return min(int(said), _MOST_COLUMNS) if said is not None and said.isdecimal() and len(said) < 5 else usual
