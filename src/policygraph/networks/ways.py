"""Ways between two things as plain values: for JSON, and as rows of one step each."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from policygraph.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policygraph.networks.paths import Path
    from policygraph.networks.view import Network

_STEP: Final = ("way", "step", "source", "source_label", "target", "target_label", "relation", "direction")
COLUMNS: Final = (*_STEP, "year", "theme", "strength", "weight", "quote", "document", "start", "end", "page")


def described(net: Network, way: Path) -> dict[str, Any]:
    """Return a way with its weight, its nodes (iri, label, type) and its hops, in the order of walking."""
    nodes = [(node, net.nodes[node]) for node in way.nodes]
    return {
        "weight": way.weight,
        "nodes": [{"iri": node, "label": data["label"], "type": data["type"]} for node, data in nodes],
        "hops": [asdict(hop) for hop in way.hops],
    }


def rows(net: Network, ways: Iterable[Path]) -> Rows:
    """Return ways as rows: ``way`` and ``step`` count from 1; of a way from a thing to itself, one row of step 0."""
    return Rows(COLUMNS, (row for number, way in enumerate(ways, start=1) for row in _steps(net, way, number)))


def _steps(net: Network, way: Path, number: int) -> Iterator[dict[str, Any]]:
    if not way.hops:
        (node,) = way.nodes
        yield {"way": number, "step": 0, **_ends(net, node, node), "weight": way.weight}
    for step, hop in enumerate(way.hops, start=1):
        yield {**asdict(hop), "way": number, "step": step, **_ends(net, hop.source, hop.target)}


def _ends(net: Network, source: str, target: str) -> dict[str, str]:
    return {
        "source": source,
        "source_label": net.nodes[source]["label"],
        "target": target,
        "target_label": net.nodes[target]["label"],
    }
