"""Discs side by side without overlap, in whole numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    Point = tuple[int, int]

_DIRECTIONS: Final = 48
_SCALE: Final = 1 << 16
# cos and sin as whole numbers: machines may differ in the last bit of a float, never in these.
_COMPASS: Final = tuple(
    (
        round(math.cos(2 * math.pi * step / _DIRECTIONS) * _SCALE),
        round(math.sin(2 * math.pi * step / _DIRECTIONS) * _SCALE),
    )
    for step in range(_DIRECTIONS)
)
# Screens are wider than high: a step down costs as much as this many thirds of a step aside.
_HEIGHT_COST: Final = 5


def pack(radii: Mapping[str, int], gap: int, beside: Mapping[str, str] | None = None) -> dict[str, Point]:
    """Return a centre for every disc, the largest in the middle, each next one as near as it fits.

    Args:
        radii: radius by name.
        gap: least distance between the rims of two discs.
        beside: the disc that another one belongs to. It is placed first, the others as near to it as they fit.

    >>> pack({"a": 10, "b": 5}, 1)
    {'a': (0, 0), 'b': (16, 0)}
    """
    owners = {name: (beside or {}).get(name, name) for name in radii}
    sizes: dict[str, int] = {}
    for name, owner in owners.items():
        sizes[owner] = sizes.get(owner, 0) + radii[name] ** 2
    order = sorted(
        radii, key=lambda name: (-sizes[owners[name]], owners[name], name != owners[name], -radii[name], name)
    )
    placed: dict[str, Point] = {}
    for name in order:
        wish = placed.get(owners[name], (0, 0))
        placed[name] = _nearest(wish, radii[name], placed, radii, gap) if placed else (0, 0)
    return placed


def _nearest(wish: Point, size: int, placed: Mapping[str, Point], radii: Mapping[str, int], gap: int) -> Point:
    # Near to what it belongs to, but rather inwards than outwards.
    candidates = sorted(
        _beside(size, placed, radii, gap),
        key=lambda point: (_distance(point, wish) * 3 + _distance(point, (0, 0)), -point[0], point[1]),
    )
    for point in candidates:
        if all(_apart(point, centre, size + radii[other] + gap) for other, centre in placed.items()):
            return point
    raise ValueError("a disc beside the outermost one overlaps nothing, so one candidate is always free")


def _beside(size: int, placed: Mapping[str, Point], radii: Mapping[str, int], gap: int) -> set[Point]:
    points: set[Point] = set()
    for other, (x, y) in placed.items():
        reach = size + radii[other] + gap
        # Rounded away from the other disc, so that rounding never makes two discs touch.
        points.update((x + _outward(reach * cos), y + _outward(reach * sin)) for cos, sin in _COMPASS)
    return points


def _outward(scaled: int) -> int:
    return -(-scaled // _SCALE) if scaled > 0 else scaled // _SCALE


def _distance(a: Point, b: Point) -> int:
    return 3 * (a[0] - b[0]) ** 2 + _HEIGHT_COST * (a[1] - b[1]) ** 2


def _apart(a: Point, b: Point, distance: int) -> bool:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= distance * distance
