"""From lines to paragraphs: what a column or a page breaks in the middle of a sentence is one again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Final

from policygraph.documents import titles
from policygraph.documents.formats import rows
from policygraph.documents.formats.pdf.pieces import Piece, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In sizes of a character: a first line begins so much further to the right, …
_INDENT: Final = 1.2
# … a line that ends so near the right side of its column is full, …
_SLACK: Final = 2.2
# … and letters that differ so much in size are of two paragraphs.
_OTHER_SIZE: Final = 0.15
# The lines of one paragraph stand at most so many times as far apart as lines usually do.
_WIDE: Final = 1.35
# A heading that breaks fills this share of its column, and its letters are so much larger than the usual ones.
_BROKEN_HEADING: Final = 0.45
_LARGE: Final = 1.15
_LATIN: Final = re.compile(r"[A-Za-z]")
_HYPHENED: Final = re.compile(r"[A-Za-z]-$")


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a table, with the pages that its words stand on.

    Attributes:
        parts: page and words of each line.
        table: rows with their page, of a table.
        open: whether its last line is full, so that it may go on in the next column.
        size: the size of the letters of its last line.

    """

    parts: list[tuple[int, str]] = field(default_factory=list)
    table: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    open: bool = False
    size: float = 0.0

    def add(self, page: int, words: str) -> None:
        """Add a line; a word that a hyphen breaks is one again."""
        if self.parts:
            before = self.parts[-1][1]
            if _HYPHENED.search(before) and words[:1].islower():
                self.parts[-1] = (self.parts[-1][0], before[:-1])
            elif _LATIN.match(before[-1:]) and _LATIN.match(words[:1]):
                words = f" {words}"
        self.parts.append((page, words))


class Composer:
    """Puts the blocks of pages together, in reading order."""

    def __init__(self, usual: float, *, indented: bool) -> None:
        """Take what is usual in the document: the size of its letters, and whether first lines are indented."""
        self._usual = usual
        self._indented = indented
        self._paragraphs: list[Paragraph] = []

    def add(self, page: int, block: Sequence[Sequence[Piece]]) -> None:
        """Add a block of lines, or a table."""
        if block[0][0].table:
            self._add_table(page, block[0][0].table)
            return
        lines = [joined(line) for line in block]
        column = _Column.of(lines)
        before: Piece | None = None
        for line in lines:
            if not self._goes_on(line, before, column):
                self._paragraphs.append(Paragraph())
            self._paragraphs[-1].add(page, line.text)
            self._paragraphs[-1].open = column.fills(line)
            self._paragraphs[-1].size = line.size
            before = line

    def _goes_on(self, line: Piece, before: Piece | None, column: _Column) -> bool:
        """Whether a line goes on with the paragraph of the line before."""
        last = self._paragraphs[-1] if self._paragraphs else None
        if last is None or last.table or column.indents(line) or _is_marked(last, line):
            return False
        if before is None:
            # In the next column or on the next page a paragraph goes on where its last line was full.
            ended = titles.TERMINAL.search(last.parts[-1][1])
            return last.open and (self._indented or not ended) and abs(line.size - last.size) <= _OTHER_SIZE * last.size
        if abs(line.size - before.size) > _OTHER_SIZE * before.size or column.is_apart(before, line):
            return False
        return column.fills(before) or (self._is_large(line) and column.breaks(before))

    def _is_large(self, line: Piece) -> bool:
        return line.size > _LARGE * self._usual

    def _add_table(self, page: int, table: Sequence[tuple[str, ...]]) -> None:
        last = self._paragraphs[-1] if self._paragraphs else None
        new = list(table)
        if last and last.table and last.table[-1][0] == page - 1 and len(last.table[-1][1]) == len(new[0]):
            # A table that a page breaks goes on, and its head is not said twice.
            new = new[1:] if new[0] == last.table[0][1] else new
            last.table.extend((page, row) for row in new)
        else:
            self._paragraphs.append(Paragraph(table=[(page, row) for row in new]))

    def result(self, pages: int) -> tuple[str, tuple[int, ...]]:
        """Return the text, and the offset at which each of the pages begins."""
        text: list[str] = []
        at = 0
        starts: dict[int, int] = {}

        def write(page: int, words: str) -> None:
            nonlocal at
            if words.strip():
                starts.setdefault(page, at)
            text.append(words)
            at += len(words)

        for number, paragraph in enumerate(self._paragraphs):
            if paragraph.table:
                if number:
                    write(0, "\n")
                for page, row in paragraph.table:
                    write(page, f"{rows.line(row)}\n")
                write(0, "\n")
            else:
                for page, words in paragraph.parts:
                    write(page, words)
                write(0, "\n")
        return "".join(text), _filled(starts, pages, at)


def _filled(starts: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    """Return where each page begins; one without words begins where the next does."""
    found: list[int] = []
    following = end
    for page in range(pages, 0, -1):
        following = min(starts.get(page, following), following)
        found.append(following)
    return tuple(reversed(found))


def indented(blocks: Iterable[Sequence[Sequence[Piece]]]) -> bool:
    """Whether the first lines of a document's paragraphs are indented."""
    several: Counter[bool] = Counter()
    for block in blocks:
        if block[0][0].table:
            continue
        lines = [joined(line) for line in block]
        column = _Column.of(lines)
        several.update(column.indents(line) for before, line in itertools.pairwise(lines) if not column.fills(before))
    return several[True] > several[False]


@dataclass(frozen=True, slots=True)
class _Column:
    """How the lines of a column stand.

    Attributes:
        left: where its lines begin.
        right: where its full lines end.
        pitch: how far its lines usually stand apart.

    """

    left: float
    right: float
    pitch: float

    @classmethod
    def of(cls, lines: Sequence[Piece]) -> _Column:
        """Measure a column by its lines."""
        left = _usual([line.x0 for line in lines], lines[0].size, first=True)
        right = _usual([line.x1 for line in lines], lines[0].size, first=False)
        gaps = [after.base - before.base for before, after in itertools.pairwise(lines)]
        return cls(left, right, median(gaps) if gaps else 0.0)

    def indents(self, line: Piece) -> bool:
        return line.x0 > self.left + _INDENT * line.size

    def fills(self, line: Piece) -> bool:
        return line.x1 >= self.right - _SLACK * line.size

    def breaks(self, line: Piece) -> bool:
        return line.x1 - line.x0 > _BROKEN_HEADING * (self.right - self.left)

    def is_apart(self, before: Piece, line: Piece) -> bool:
        return line.base - before.base > max(_WIDE * self.pitch, 1.6 * line.size)


def _usual(sides: Sequence[float], size: float, *, first: bool) -> float:
    """Return the outermost side at which a tenth of the lines stand, so that a line that sticks out is none."""
    needed = max(1, len(sides) // 10)
    for side in sorted(sides, reverse=not first):
        if sum(abs(other - side) <= size / 2 for other in sides) >= needed:
            return side
    return min(sides) if first else max(sides)


def _is_marked(last: Paragraph, line: Piece) -> bool:
    """Whether a line begins with a mark of a heading or an item, and the one before has ended."""
    ended = bool(titles.TERMINAL.search(last.parts[-1][1]))
    return ended and bool(titles.marked(line.text) or titles.run_in(line.text) or titles.item(line.text))
