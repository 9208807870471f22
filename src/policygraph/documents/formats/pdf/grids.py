"""Tables with ruled lines: which lines make a grid, and which characters stand in its cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.documents.formats.pdf.pieces import Piece, gather, joined, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.documents.formats.pdf.glyphs import Glyph, Stroke

# Lines that are so near, in points, are one, or touch.
_NEAR: Final = 3.0
# A grid of more cells than this is a pattern, no table.
_MOST_CELLS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table.

    Attributes:
        xs: where its columns begin and end.
        ys: where its rows begin and end.
        strokes: the ruled lines.

    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    strokes: tuple[Stroke, ...]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a character stands in it."""
        x, y = _middle(glyph)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def find(strokes: Iterable[Stroke]) -> list[Grid]:
    """Return the grids that ruled lines make, from the top; a mere frame of one column is none."""
    grids = [grid for group in _connected(list(strokes)) if (grid := _grid(group))]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def piece(grid: Grid, glyphs: Iterable[Glyph]) -> Piece:
    """Return a table as a piece of its page; cells that span rows or columns give their text to each of them."""
    home = _merged(grid)
    inside: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        x, y = _middle(glyph)
        inside[home[_slot(grid.ys, y), _slot(grid.xs, x)]].append(glyph)
    texts = {cell: "\n".join(joined(line).text for line in gather(pieces(found))) for cell, found in inside.items()}
    rows = [
        tuple(texts.get(home[row, column], "") for column in range(len(grid.xs) - 1)) for row in range(len(grid.ys) - 1)
    ]
    filled = tuple(row for row in rows if any(row))
    return Piece("", grid.xs[0], grid.xs[-1], grid.ys[0], _NEAR, filled)


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size


def _slot(lines: Sequence[float], at: float) -> int:
    return max(0, sum(line <= at for line in lines[:-1]) - 1)


def _connected(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return ruled lines in groups that touch. They are swept from left to right, so that few pairs are looked at."""
    leader = list(range(len(strokes)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    order = sorted(range(len(strokes)), key=lambda index: strokes[index].x0)
    flat = [index for index in order if strokes[index].is_flat]
    upright = [index for index in order if not strokes[index].is_flat]
    for one in upright:
        for other in flat:
            if strokes[other].x0 > strokes[one].x1 + _NEAR:
                break
            if _touch(strokes[one], strokes[other]):
                leader[lead(one)] = lead(other)
    groups: defaultdict[int, list[Stroke]] = defaultdict(list)
    for index, stroke in enumerate(strokes):
        groups[lead(index)].append(stroke)
    return list(groups.values())


def _touch(one: Stroke, other: Stroke) -> bool:
    return (
        one.x0 - _NEAR <= other.x1 and other.x0 - _NEAR <= one.x1
        and one.y0 - _NEAR <= other.y1 and other.y0 - _NEAR <= one.y1
    )  # fmt: skip


def _grid(group: Sequence[Stroke]) -> Grid | None:
    xs = _places(stroke.x0 for stroke in group if not stroke.is_flat)
    ys = _places(stroke.y0 for stroke in group if stroke.is_flat)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    return Grid(xs, ys, tuple(group))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Return where lines are, those that are near as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def _merged(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each row and column the first cell of the rectangle that no line divides."""
    walls = _walls(grid)
    home: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            if column and ("left", row, column) not in walls:
                home[row, column] = home[row, column - 1]
            elif row and ("top", row, column) not in walls:
                home[row, column] = home[row - 1, column]
            else:
                home[row, column] = (row, column)
    return home


def _walls(grid: Grid) -> set[tuple[str, int, int]]:
    """Return which cells have a line at their left or top."""
    walls: set[tuple[str, int, int]] = set()
    for stroke in grid.strokes:
        if stroke.is_flat:
            row = _nearest(grid.ys, stroke.y0)
            for column, (left, right) in enumerate(zip(grid.xs, grid.xs[1:], strict=False)):
                if stroke.x0 - _NEAR <= (left + right) / 2 <= stroke.x1 + _NEAR:
                    walls.add(("top", row, column))
        else:
            column = _nearest(grid.xs, stroke.x0)
            for row, (top, bottom) in enumerate(zip(grid.ys, grid.ys[1:], strict=False)):
                if stroke.y0 - _NEAR <= (top + bottom) / 2 <= stroke.y1 + _NEAR:
                    walls.add(("left", row, column))
    return walls


def _nearest(lines: Sequence[float], at: float) -> int:
    return min(range(len(lines)), key=lambda index: abs(lines[index] - at))
