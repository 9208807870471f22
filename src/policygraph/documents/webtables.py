"""Tables of figures on a page, as rows of cells: each merged cell is repeated by its words in all rows and columns it spans.

A table that only lays out the page (a frame, a menu, columns of text) is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bs4 import Tag
from bs4.element import NavigableString

from policygraph.documents import pipes, tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# What no table of figures holds.
_LAYOUT: Final = frozenset(
    ("table", "form", "input", "select", "iframe", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "article")
)
# A cell of a table of tasks has at most some hundreds of characters; one with more is a column of the page.
_LONGEST: Final = 600
# Of a menu, most of the words are links.
_LINKED: Final = 0.5
# The widest table of a yearbook has some 30 columns; a table of all counties of a province has 200 rows.
_COLUMNS: Final = 60
_ROWS: Final = 2000
# Repeating merged cells must not make a page of kilobytes one of gigabytes.
_MOST: Final = 1_000_000
_DIGIT: Final = re.compile(r"\d")


def lines(table: Tag, words: Callable[[Tag], str]) -> list[str] | None:
    """Return a table as lines of text: its caption, its rows in pipe form, notes below; None for one that is layout.

    Args:
        table: the element.
        words: what gives the visible words of an element in one line.
    """
    if _is_layout(table):
        return None
    rows = _spread([_cells(row) for row in table.find_all("tr", limit=_ROWS + 1)], words)
    if rows is None:
        return None
    width = max(map(len, rows), default=0)
    body = [[*row, *[""] * (width - len(row))] for row in rows if any(row)]
    over, body = _single(body)
    below, body = _single(body[::-1])
    below, body = below[::-1], body[::-1]
    if width < 2 or len(body) < 2 or not any(_DIGIT.search(cell) for row in body for cell in row):
        return None
    caption = table.find("caption")
    title = [words(caption)] if isinstance(caption, Tag) else []
    return [*filter(None, title), *over, *map(pipes.written, body), "", *below]


def _is_layout(table: Tag) -> bool:
    """Whether a table holds what only the frame of a page does, or mostly links."""
    linked = length = 0
    for node in table.descendants:
        if isinstance(node, Tag) and node.name in _LAYOUT:
            return True
        if isinstance(node, NavigableString):
            size = len(node.strip())
            length += size
            linked += size if node.parent is not None and node.parent.name == "a" else 0
    return linked > _LINKED * length


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.contents if isinstance(cell, Tag) and cell.name in tags.CELLS]


def _spread(rows: Sequence[Sequence[Tag]], words: Callable[[Tag], str]) -> list[list[str]] | None:
    """Return the words of rows with merged cells repeated, or None where they are no table of figures."""
    if len(rows) > _ROWS:
        return None
    spread: list[list[str]] = []
    down: dict[int, tuple[int, str]] = {}
    size = 0
    for at, row in enumerate(rows):
        placed: list[str] = []
        for cell in row:
            placed.extend(_from_above(down, len(placed)))
            said = words(cell)
            across, below = _span(cell, "colspan", _COLUMNS), _span(cell, "rowspan", len(rows) - at)
            for _ in range(across):
                if below > 1:
                    down[len(placed)] = (below - 1, said)
                placed.append(said)
            if len(said) > _LONGEST or len(placed) > _COLUMNS:
                return None
        placed.extend(_from_above(down, len(placed)))
        spread.append(placed)
        size += sum(map(len, placed))
        if size > _MOST:
            return None
    return spread


def _from_above(down: dict[int, tuple[int, str]], at: int) -> Iterator[str]:
    """Yield the words of the cells from above that reach down to the columns from ``at`` on, as far as they join."""
    while at in down:
        left, said = down.pop(at)
        if left > 1:
            down[at] = (left - 1, said)
        yield said
        at += 1


def _span(cell: Tag, name: str, most: int) -> int:
    said = str(cell.attrs.get(name) or "1").strip()
    if not said.isascii() or not said.isdigit() or len(said) > 4:
        return 1
    # rowspan=0 reaches to the end of the table.
    return max(1, min(int(said) or most, most))


def _single(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Return the words of the first rows that are one cell over the whole width, and the other rows."""
    count = next((at for at, row in enumerate(rows) if not pipes.same(row)), len(rows))
    return [row[0] for row in rows[:count]], rows[count:]
