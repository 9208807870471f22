"""Where every node stands: a map of themes, computed before the page is opened.

Each theme is a disc with its node in the centre, entities around it (those with most links innermost) and, outside
them, indicators with their targets and outcomes. The discs of narrower themes lie beside that of the broader one.
All decisions are taken on whole numbers in sorted order, so that the same graph gives the same map on any machine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from policygraph.viewer import packing, slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    Point = tuple[int, int]

# Empty space between the discs of two themes, in canvas units.
_BETWEEN: Final = 24


def positions(graph: nx.MultiDiGraph[str], start: Mapping[str, Point] | None = None) -> dict[str, Point]:
    """Return a place for every node, in whole canvas units.

    Args:
        graph: the network view.
        start: places of an earlier build. Nodes that have one keep it, so that a reader finds them again; new
            nodes stand at the nearest free place to their neighbours.

    """
    fresh = _map(graph)
    if not start:
        return fresh
    return _continued(graph, fresh, start)


def _map(graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    members = _members(graph)
    discs = {theme: slots.disc(graph, theme, nodes) for theme, nodes in members.items()}
    centres = packing.pack(
        {theme: disc.radius for theme, disc in discs.items()}, _BETWEEN, beside=_tops(graph, members)
    )
    found = {
        node: (x + centres[theme][0], y + centres[theme][1])
        for theme, disc in discs.items()
        for node, (x, y) in disc.places.items()
    }
    return {node: found[node] for node in graph}


def _members(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    """Return the nodes of every theme by the theme's IRI; ``""`` holds those without a theme."""
    iris = {node.rsplit("/", 1)[-1]: node for node, data in graph.nodes(data=True) if data.get("type") == "theme"}
    members: dict[str, list[str]] = defaultdict(list)
    for node in sorted(graph):
        members[_home(graph, node, iris)].append(node)
    return dict(sorted(members.items()))


def _home(graph: nx.MultiDiGraph[str], node: str, iris: Mapping[str, str]) -> str:
    if graph.nodes[node].get("type") == "theme":
        return node
    counts: Counter[str] = Counter(
        data["theme"]
        for edges in (graph.out_edges, graph.in_edges)
        for *_, data in edges(node, data=True)
        if data.get("theme") in iris
    )
    counts.update(theme for theme in graph.nodes[node].get("themes", ()) if theme in iris)
    if not counts:
        return ""
    return iris[min(counts, key=lambda theme: (-counts[theme], theme))]


def _tops(graph: nx.MultiDiGraph[str], members: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the top theme above every theme; a top theme is its own."""
    broader = {a: b for a, b, data in graph.edges(data=True) if data.get("relation") == "broader" and b in members}
    return {theme: _top(theme, broader) for theme in members}


def _top(theme: str, broader: Mapping[str, str]) -> str:
    seen = {theme}
    while theme in broader and broader[theme] not in seen:
        theme = broader[theme]
        seen.add(theme)
    return min(seen) if theme in broader else theme


def _continued(graph: nx.MultiDiGraph[str], fresh: Mapping[str, Point], start: Mapping[str, Point]) -> dict[str, Point]:
    kept = {node: start[node] for node in fresh if node in start}
    grid = slots.Grid(kept.values())
    for node in sorted(fresh.keys() - kept.keys()):
        near = sorted({*graph.successors(node), *graph.predecessors(node)} & kept.keys())
        wish = _mean([kept[other] for other in near]) if near else fresh[node]
        kept[node] = grid.take(wish)
    return {node: kept[node] for node in fresh}


def _mean(points: list[Point]) -> Point:
    return sum(x for x, _ in points) // len(points), sum(y for _, y in points) // len(points)
