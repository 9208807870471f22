"""A table of a document: rows of cells, each of which knows its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.documents import pipes
from policygraph.documents.layout import Role
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.statements import Document

# So many blocks before a table may be its caption, and so long each may be: 表1 主要指标, 单位：亿元.
_BEFORE: Final = 3
_LONGEST: Final = 60
_NOTE: Final = wordclasses.pattern(r"^<notes_below>(?:\d{0,2}[：:]|$)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: ``block.text[start:end]``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        block: the block that it is.
        cells: its cells from left to right.
    """

    block: Block
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its cells."""
        return tuple(cell.text for cell in self.cells)

    @property
    def lead(self) -> str:
        """What it says in all its cells at once, as the title of what stands below it does, or ``""``."""
        return next(filter(None, self.words)) if pipes.same(self.words) else ""

    @property
    def is_note(self) -> bool:
        """Whether it says something about the table and not in it."""
        return _NOTE.match(next(filter(None, self.words), "")) is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        rows: its rows, without the rule below the head.
        ruled: how many of them stand above the rule, or 0 where there is none.
        above: what the blocks before it say that may be its caption, the nearest last.
        headings: the headings above it, outermost first.
    """

    rows: tuple[Row, ...]
    ruled: int
    above: tuple[str, ...]
    headings: tuple[str, ...]


def parts(document: Document, blocks: Sequence[Block]) -> Iterator[Block | Grid]:
    """Yield the blocks of a document in order, those that are the rows of one table as a table."""
    above: list[str] = []
    rows: list[Block] = []
    for block in blocks:
        if rows and (block.role is not Role.ROW or _parted(document, rows[-1], block)):
            yield _grid(rows, above)
            above, rows = [], []
        if block.role is Role.ROW:
            rows.append(block)
            continue
        yield block
        above = [*above, block.text][-_BEFORE:] if len(block.text) <= _LONGEST else []
    if rows:
        yield _grid(rows, above)


def _parted(document: Document, row: Block, following: Block) -> bool:
    """Whether more than the end of a line parts two rows."""
    between = document.text[row.offsets[-1] + 1 : following.offsets[0]]
    return between.count("\n") > 1 or bool(between.strip(" \t\r\n\u3000|"))


def _grid(blocks: Sequence[Block], above: Sequence[str]) -> Grid:
    ruled = next((at for at, block in enumerate(blocks) if pipes.is_rule(block.text)), 0)
    rows = tuple(
        Row(block, tuple(Cell(block, start, end) for start, end in pipes.cells(block.text)))
        for block in blocks
        if not pipes.is_rule(block.text)
    )
    return Grid(rows, ruled, tuple(above), blocks[0].headings)
