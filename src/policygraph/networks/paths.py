"""How two things hang together: the shortest ways between them, hop by hop, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final, Literal

import networkx as nx

from policygraph.networks.facts import FACTS
from policygraph.networks.names import find_nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from policygraph.networks.view import Network

# Ends of the search where a name means several nodes. A space stands in no IRI.
_FROM: Final = " from"
_TO: Final = " to"


@dataclass(frozen=True, slots=True)
class Hop:
    """One edge of a path, as it is walked.

    Attributes:
        source: the node it is walked from.
        target: the node it leads to.
        relation: a relation of two entities (``partOf``, ``locatedIn`` …), ``linkedTo``, ``underTheme``, ``indicator`` or ``broader``.
        direction: ``→`` as the edge points, ``←`` against it.
        year: the year of the statement, None where there is none (``broader``).
        theme: local name of the statement's theme, or ``""``.
        strength: of a link, else ``""``.
        weight: how far apart the two are.
        quote: the words, or ``""`` where the ontology says it (``broader``).
        document: the document's name, or ``""``.
        start: first code point of the words, or None.
        end: one past the last, or None.
        page: the page on which they begin, or None where there are no pages.

    """

    source: str
    target: str
    relation: str
    direction: Literal["→", "←"]
    year: int | None
    theme: str
    strength: str
    weight: float
    quote: str
    document: str
    start: int | None
    end: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Path:
    """A way between two nodes.

    Attributes:
        nodes: the nodes in the order of walking, both ends included.
        hops: one fewer.

    """

    nodes: tuple[str, ...]
    hops: tuple[Hop, ...]

    @property
    def thematic(self) -> bool:
        """Whether a theme joins two things that are none: the last resort, which says only that both stand under it."""
        return any(a.relation == b.relation == "underTheme" and a.target == b.source for a, b in pairwise(self.hops))

    @property
    def weight(self) -> float:
        """Sum of the weights of the hops."""
        return sum(hop.weight for hop in self.hops)


def path(graph: Network, a: str, b: str, *, limit: int = 3) -> list[Path]:
    """Return up to ``limit`` ways between two things, shortest by weight first; edges are walked in either direction.

    Where a name means several nodes (``创新 2025 targets``), ways to the nearest of them. No ways: an empty list.

    Args:
        graph: the network.
        a: name or IRI of the one, as :func:`policygraph.networks.find_nodes` takes it.
        b: name or IRI of the other.
        limit: the most ways, at least 1.

    Raises:
        UnknownNameError: nothing has the name.
        ValueError: ``limit`` is less than 1.

    """
    if limit < 1:
        raise ValueError(f"limit is {limit}; it must be 1 or more")
    sources, targets = find_nodes(graph, a), find_nodes(graph, b)
    common = sorted(set(sources) & set(targets))
    if common:
        return [Path((node,), ()) for node in common[:limit]]
    plain = _undirected(graph)
    plain.add_edges_from(((_FROM, node) for node in sources), weight=0.0)
    plain.add_edges_from(((_TO, node) for node in targets), weight=0.0)
    return [_describe(graph, nodes) for nodes in islice(_ways(plain), limit)]


def _ways(plain: nx.Graph[str]) -> Iterator[tuple[str, ...]]:
    try:
        for nodes in nx.shortest_simple_paths(plain, _FROM, _TO, weight="weight"):
            # A way through another node of the same name only makes the shorter one longer.
            yield tuple(nodes[1:-1])
    except nx.NetworkXNoPath:
        return


def _undirected(graph: Network) -> nx.Graph[str]:
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    for a, b, data in graph.edges(data=True):
        weight: float = data["weight"]
        if not plain.has_edge(a, b) or weight < plain.edges[a, b]["weight"]:
            plain.add_edge(a, b, weight=weight)
    return plain


def _describe(graph: Network, nodes: Iterable[str]) -> Path:
    walked = tuple(nodes)
    # On the way to a target of 2025, words of 2025 say more than those of another year.
    years = {year for node in walked if graph.nodes[node]["type"] in FACTS for year in graph.nodes[node]["years"]}
    return Path(walked, tuple(_hop(graph, a, b, years) for a, b in pairwise(walked)))


def _hop(graph: Network, a: str, b: str, years: Collection[int]) -> Hop:
    """Return the lightest edge between two nodes; of equals one of these years, and the earliest in the documents."""
    edges = [("→", key, data) for _, end, key, data in graph.out_edges(a, keys=True, data=True) if end == b]
    edges += [("←", key, data) for start, _, key, data in graph.in_edges(a, keys=True, data=True) if start == b]
    direction, _, data = min(edges, key=lambda edge: (*_rank(edge[2], years), edge[1]))
    return Hop(
        source=a,
        target=b,
        relation=data["relation"],
        direction="→" if direction == "→" else "←",
        year=data["year"],
        theme=data["theme"],
        strength=data["strength"],
        weight=data["weight"],
        quote=data["quote"],
        document=data["document"],
        start=data["start"],
        end=data["end"],
        page=data["page"],
    )


def _rank(data: dict[str, Any], years: Collection[int]) -> tuple[float, bool, str, int]:
    return data["weight"], data["year"] not in years, data["document"], data["start"] or 0
