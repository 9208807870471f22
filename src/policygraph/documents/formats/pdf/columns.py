"""The order in which the pieces of a page are read: bands from top to bottom, in each the columns from left to right.

A band is a run of lines that leave the same gaps free from top to bottom. Where the gaps part columns of running text, each
column is read by itself; where they part the cells of a table without ruled lines, each line is a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.documents.formats.pdf.pieces import Piece, gather

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Span = tuple[float, float]
    Line = list[Piece]

# The long lines of a column of text have so many characters, cells of a table less.
_WORDY: Final = 8
# A gap between columns is so wide, in sizes of a character, and runs along so many lines.
_GUTTER: Final = 0.9
_FEWEST: Final = 3
# White above a line, in sizes of a character, that parts it from what stands before.
_WHITE: Final = 3.0
# Columns within columns within columns.
_DEEPEST: Final = 6


def ordered(pieces: Sequence[Piece], depth: int = 0) -> list[list[Line]]:
    """Return the pieces of a page as blocks of lines, in reading order; a table is a block of its own."""
    lines = gather(pieces)
    if depth == _DEEPEST:
        return list(_blocks(lines))
    blocks: list[list[Line]] = []
    waiting: list[Line] = []
    for band, gutters in _bands(lines):
        if not gutters or len(band) < _FEWEST:
            waiting += band
            continue
        blocks += _blocks(waiting)
        waiting = []
        columns = _columns(band, gutters)
        if all(map(_is_wordy, columns)):
            for column in columns:
                blocks += ordered(column, depth + 1)
        else:
            blocks += _tabular(band, columns)
    return [*blocks, *_blocks(waiting)]


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines as blocks, parted at tables."""
    block: list[Line] = []
    for line in lines:
        if line[0].table:
            if block:
                yield block
            yield [line]
            block = []
        else:
            block.append(line)
    if block:
        yield block


def _bands(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Span]]]:
    """Yield runs of lines with the gaps that part columns in each of them."""
    band: list[Line] = []
    free: list[Span] = []
    for line in lines:
        now = _free(line)
        both = _common(free, now) if band else now
        inner, inner_after = _inner(band, free), _inner([*band, line], both)
        opens = not inner and _opens(band, line)
        if band and ((inner and not inner_after) or opens):
            yield band, inner
            band, both = [], now
        band.append(line)
        free = both
    if band:
        yield band, _inner(band, free)


def _opens(band: Sequence[Line], line: Line) -> bool:
    """Whether a line cannot belong to a band that is no columns so far: white above, or gaps that the band has not."""
    if not band:
        return False
    white = line[0].base - band[-1][0].base > _WHITE * max(line[0].size, band[-1][0].size)
    return white or (len(line) > 1 and all(len(each) == 1 for each in band[-_FEWEST:]) and _fills(band[-1], line))


def _fills(before: Line, line: Line) -> bool:
    """Whether the line before covers a gap of a line."""
    return any(
        piece.x0 < right and piece.x1 > left
        for left, right in _inner([line], _free(line))
        for piece in before
    )  # fmt: skip


def _free(line: Line) -> list[Span]:
    """Return the stretches of a line that are free."""
    free: list[Span] = []
    at = float("-inf")
    for piece in line:
        if piece.x0 > at:
            free.append((at, piece.x0))
        at = max(at, piece.x1)
    return [*free, (at, float("inf"))]


def _common(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return the stretches that are free in both, each in order."""
    found: list[Span] = []
    i = j = 0
    while i < len(one) and j < len(other):
        left, right = max(one[i][0], other[j][0]), min(one[i][1], other[j][1])
        if left < right:
            found.append((left, right))
        if one[i][1] < other[j][1]:
            i += 1
        else:
            j += 1
    return found


def _inner(band: Sequence[Line], free: Sequence[Span]) -> list[Span]:
    """Return the free stretches with words on both sides that are wide enough for a gap between columns."""
    if not band:
        return []
    left = min(piece.x0 for line in band for piece in line)
    right = max(piece.x1 for line in band for piece in line)
    wide = _GUTTER * min(piece.size for line in band for piece in line)
    return [span for span in free if span[0] >= left and span[1] <= right and span[1] - span[0] >= wide]


def _columns(band: Sequence[Line], gutters: Sequence[Span]) -> list[list[Piece]]:
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for line in band:
        for piece in line:
            columns[sum(piece.x0 >= right for _, right in gutters)].append(piece)
    return columns


def _is_wordy(column: Sequence[Piece]) -> bool:
    """Whether a column is one of running text."""
    lines = gather(column)
    if any(line[0].table for line in lines):
        return True
    # Its longest quarter tells: the end of a column may hold short lines.
    lengths = sorted(sum(len(piece.text) for piece in line) for line in lines)
    return len(lines) >= _FEWEST and lengths[len(lengths) * 3 // 4] >= _WORDY


def _tabular(band: Sequence[Line], columns: Sequence[Sequence[Piece]]) -> Iterator[list[Line]]:
    """Yield a table without ruled lines as one block; what is none, line by line."""
    column_of = {id(piece): number for number, column in enumerate(columns) for piece in column}
    rows: list[list[str]] = []
    for line in band:
        cells = ["" for _ in columns]
        for piece in line:
            at = column_of[id(piece)]
            cells[at] = f"{cells[at]} {piece.text}".strip()
        # A line with a single cell goes on with the row above.
        if rows and sum(map(bool, cells)) == 1 and sum(map(bool, rows[-1])) > 1:
            rows[-1] = [f"{above}\n{cell}" if cell else above for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    filled = sum(all(row) for row in rows)
    if len(columns) < _FEWEST or filled < _FEWEST or any(piece.table for line in band for piece in line):
        yield from _blocks(band)
        return
    first, last = band[0], band[-1]
    x0, x1 = min(line[0].x0 for line in band), max(line[-1].x1 for line in band)
    yield [[Piece("", x0, x1, first[0].base, last[0].size, tuple(map(tuple, rows)))]]
