"""Places for nodes: on a disc around a theme, or free ones of a plane that is partly taken."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import networkx as nx

    Point = tuple[int, int]

# Distance of neighbouring places, in canvas units; symbols are 10 to 30 wide.
SPACING: Final = 40
# Vogel's sunflower: the nth place lies at the golden angle times n, at a distance that grows with the root of n.
_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_STEP: Final = SPACING / math.sqrt(math.pi)
# Places kept free around the node of the theme in the middle.
_HEART: Final = 4
# How many of the innermost free places a node may choose from.
_CHOICE: Final = 48
_FACTS: Final = frozenset({"target", "outcome"})


@dataclass(frozen=True, slots=True)
class Disc:
    """Places of the nodes of one theme, around its middle.

    Attributes:
        places: place by node.
        radius: of the circle that holds them, in canvas units.

    """

    places: dict[str, Point]
    radius: int


def disc(graph: nx.MultiDiGraph[str], theme: str, nodes: Sequence[str]) -> Disc:
    """Return places for the nodes of a theme, the theme itself in the middle if it is one of them."""
    others = [node for node in nodes if node != theme]
    places: dict[str, Point] = {theme: (0, 0)} if theme in nodes else {}
    free = [_sunflower(n) for n in range(_HEART, _HEART + len(others))]
    entities = [node for node in others if graph.nodes[node].get("type") not in _FACTS | {"indicator"}]
    for node in sorted(entities, key=lambda node: (-graph.degree(node), node)):
        places[node] = free.pop(0)
    for node in _figures(graph, others):
        places[node] = free.pop(_best(graph, node, free[:_CHOICE], places))
    outermost = max((x * x + y * y for x, y in places.values()), default=0)
    return Disc(places, math.isqrt(outermost) + SPACING // 2)


def _figures(graph: nx.MultiDiGraph[str], nodes: Iterable[str]) -> Iterator[str]:
    """Yield every indicator with its targets and outcomes behind it, those with most first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for node in sorted(nodes):
        type_ = graph.nodes[node].get("type")
        if type_ in _FACTS:
            owners = sorted(b for _, b, data in graph.out_edges(node, data=True) if data.get("relation") == "indicator")
            groups[owners[0] if owners else ""].append(node)
        elif type_ == "indicator":
            groups[node].insert(0, node)
    for owner in sorted(groups, key=lambda owner: (-len(groups[owner]), owner)):
        yield from sorted(groups[owner], key=lambda node: node != owner)


def _best(graph: nx.MultiDiGraph[str], node: str, free: list[Point], places: dict[str, Point]) -> int:
    near = sorted({*graph.successors(node), *graph.predecessors(node)} & places.keys())
    points = [places[other] for other in near if places[other] != (0, 0)]
    if not points:
        return 0
    x = sum(point[0] for point in points) // len(points)
    y = sum(point[1] for point in points) // len(points)
    return min(range(len(free)), key=lambda i: ((free[i][0] - x) ** 2 + (free[i][1] - y) ** 2, i))


@functools.cache
def _sunflower(n: int) -> Point:
    distance = _STEP * math.sqrt(n)
    return round(distance * math.cos(n * _GOLDEN_ANGLE)), round(distance * math.sin(n * _GOLDEN_ANGLE))


class Grid:
    """A plane that is partly taken.

    Args:
        taken: points with a node.

    """

    def __init__(self, taken: Iterable[Point]) -> None:
        self._cells: dict[Point, list[Point]] = defaultdict(list)
        for point in taken:
            self._add(point)

    def take(self, wish: Point) -> Point:
        """Return the nearest point to ``wish`` that is one spacing away from all others, and mark it as taken."""
        n = 0
        while True:
            x, y = _sunflower(n)
            point = (wish[0] + x, wish[1] + y)
            if self._is_free(point):
                self._add(point)
                return point
            n += 1

    def _add(self, point: Point) -> None:
        self._cells[point[0] // SPACING, point[1] // SPACING].append(point)

    def _is_free(self, point: Point) -> bool:
        column, row = point[0] // SPACING, point[1] // SPACING
        near = (
            other for dx in (-1, 0, 1) for dy in (-1, 0, 1) for other in self._cells.get((column + dx, row + dy), ())
        )
        return all((x - point[0]) ** 2 + (y - point[1]) ** 2 >= (SPACING * 9 // 10) ** 2 for x, y in near)
