"""The head of a table: which rows are its head, and what each column is for.

A column is known by the words of its head (ontology/lexicon/columns.tsv), that of the attribute by its cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policygraph.extraction.grids import figures, units
from policygraph.extraction.language.lexicon import mapping
from policygraph.ontology import wordclasses
from policygraph.statements import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.grids.grid import Cell, Grid, Row

# 责任单位, 建设地点, 完成时限: what such a column says is no figure.
_TEXT: Final = wordclasses.pattern(r"(?:.<unit_of_measure>|<heads_of_text_columns>)$")
_YEAR: Final = wordclasses.pattern(r"(?:19|20)\d\d年?")
_NONE: Final = wordclasses.pattern(r"[-—–－/…·.\\]*|<empty_cells>|--|——")
_ATTRIBUTES: Final = {word: Attribute(kind) for word, kind in wordclasses.features("attributes_of_targets").items()}
_ATTRIBUTE: Final = wordclasses.pattern(r"(?P<word><attributes_of_targets>)(?:性)?<indicators_or_aims>?")
_DIGIT: Final = wordclasses.pattern(r"\d")
_BLANKS: Final = wordclasses.pattern(r"\s")


class Role(StrEnum):
    """What a column is for."""

    ORDER = "order"
    GROUP = "group"
    NAME = "name"
    PROJECT = "project"
    UNIT = "unit"
    ATTRIBUTE = "attribute"
    STAGE = "stage"
    AREA = "area"
    YEAR = "year"
    TEXT = "text"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        role: what it is for.
        head: the words of its head from above, each once, in one.
        unit: the units that its head names.
    """

    role: Role
    head: str
    unit: tuple[units.Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head.

    Attributes:
        columns: its columns.
        head: the rows of its head.
        body: the rows below it.
        above: what stands over the head and may be its caption.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    above: tuple[str, ...]

    def first(self, *roles: Role) -> int | None:
        """Return the first column of one of some roles, or None."""
        return next((at for at, column in enumerate(self.columns) if column.role in roles), None)


def attribute(words: str) -> Attribute:
    """Return the attribute that a cell says, or that of none.

    >>> attribute("约束性").value, attribute("-").value
    ('binding', '')
    """
    match = _ATTRIBUTE.fullmatch(words)
    return _ATTRIBUTES[match["word"]] if match else Attribute.NONE


def says_nothing(words: str) -> bool:
    """Whether a cell stands for no figure: empty, -, …."""
    return _NONE.fullmatch(words) is not None


def read(grid: Grid) -> Table | None:
    """Return a table with its head, or None where it has none: then nobody knows what its figures are."""
    rows = list(grid.rows)
    above = list(grid.above)
    ruled = grid.ruled
    while rows and rows[0].lead:
        above.append(rows.pop(0).lead)
        ruled -= 1
    size = max(_height(rows), ruled)
    if not rows or size == len(rows) or any(_is_figure(cell) for row in rows[:size] for cell in row.cells):
        return None
    head, body = tuple(rows[:size]), tuple(rows[size:])
    columns = tuple(_columns(head, body))
    if not any(column.role is Role.FIGURE for column in columns):
        return None
    return Table(columns, head, body, tuple(above))


def _height(rows: Sequence[Row]) -> int:
    """Return how many rows the head has: a cell over two of its rows, or over two columns, says that it goes on."""
    size = min(1, len(rows))
    while size < len(rows) and not any(_is_figure(cell) for cell in rows[size].cells):
        before, row = rows[size - 1].words, rows[size].words
        down = any(word and word == over for word, over in zip(row, before, strict=False))
        # A cell over two rows that is written once leaves the next one empty.
        down = down or (not row[0] and sum(map(bool, row)) > 1)
        across = any(word and word == beside for word, beside in pairwise(before))
        if rows[size].lead or not (down or across) or any(attribute(word) for word in row):
            break
        size += 1
    return size


def _is_figure(cell: Cell) -> bool:
    return not _YEAR.fullmatch(cell.text) and figures.parse(cell.text) is not None


def _columns(head: Sequence[Row], body: Sequence[Row]) -> Iterator[Column]:
    data = [row for row in body if not row.lead]
    named = False
    for at in range(max(len(row.cells) for row in head)):
        said = list(dict.fromkeys(filter(None, (_over(row, at, last=row is head[-1]) for row in head))))
        cells = [row.words[at] for row in data if at < len(row.cells)]
        words, unit = _parted(said)
        role = _role(words, cells, named=named)
        named = named or role in {Role.NAME, Role.PROJECT}
        yield Column(role, words, unit)


def _over(row: Row, at: int, *, last: bool) -> str:
    """Return what a row of the head says over a column: where the cell is empty and rows follow, the one to its left."""
    words = row.words[: at + 1]
    if len(words) <= at or words[at] or last:
        return words[at] if len(words) > at else ""
    return next(filter(None, reversed(words)), "")


def _parted(said: Sequence[str]) -> tuple[str, tuple[units.Unit, ...]]:
    """Return the words of a head in one, and its units: 总量（亿元）, or a row of units below the names."""
    words = ""
    found: tuple[units.Unit, ...] = ()
    for part in said:
        if words and (unit := units.several(part.strip("（）()"))):
            found = unit
            continue
        name, unit = units.behind(part)
        words, found = words + name, unit or found
    return words, found


def _role(head: str, cells: Sequence[str], *, named: bool) -> Role:
    said = [cell for cell in cells if not says_nothing(cell)]
    if said and 2 * sum(bool(attribute(cell)) for cell in said) > len(said):
        return Role.ATTRIBUTE
    known = _known().get(_BLANKS.sub("", head))
    figure = bool(said) and 2 * sum(figures.parse(cell) is not None for cell in said) >= len(said)
    if known in {Role.ATTRIBUTE, Role.STAGE}:
        return Role.STAGE
    if known is Role.YEAR and not (said and all(map(_is_year, said))):
        return Role.NAME  # 年份 over the names of rows, the years stand beside it
    if known is not None and not (figure and known not in {Role.ORDER, Role.YEAR, Role.UNIT}):
        return known
    if _TEXT.search(head):
        return Role.TEXT
    if said and all(units.several(cell) for cell in said):
        return Role.UNIT
    if not named and not figure:
        return Role.NAME if said else Role.TEXT
    if not head:
        return Role.TEXT
    return Role.FIGURE if figure or ((named or _YEAR.search(head)) and _mostly(said)) else Role.TEXT


def _is_year(words: str) -> bool:
    return _YEAR.match(words) is not None


def _mostly(cells: Sequence[str]) -> bool:
    """Whether of the cells with a digit at least half are figures: words stand beside them (保持在合理区间)."""
    numbered = [cell for cell in cells if _DIGIT.search(cell) and not figures.is_time(cell)]
    return 0 < len(numbered) <= 2 * sum(figures.parse(cell) is not None for cell in numbered)


@cache
def _known() -> dict[str, Role]:
    return {word: Role(role) for word, role in mapping("columns").items()}
