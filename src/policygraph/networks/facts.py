"""Finding targets and outcomes in the network by theme, indicator and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx

from policygraph.errors import UnknownNameError
from policygraph.networks.labels import called, labelled
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.networks.view import Network

FACTS: Final = frozenset({"target", "outcome"})

# 创新目标 2025, 创新 2025 targets; 新增高新技术企业数 2025; innovation 2025年 目标; 粮食产量 2024 outcome plan-2025
_DATED: Final = wordclasses.pattern(
    r"(?P<name>\S.*?)(?P<sort><aim_or_result>|\s(?:targets?|outcomes?))?\s+(?P<year>\d{4})年?"
    r"(?:\s*(?P<kind>targets?|outcomes?|<aim_or_result>))?(?:\s+(?P<document>\S.*))?"
)
_KINDS: Final = {"target": "target", "outcome": "outcome", "": "", **wordclasses.features("aim_or_result")}


def targets_of(graph: Network, theme: str, year: int) -> tuple[str, ...]:
    """Return the targets of a theme, or of a narrower one, in a year, sorted.

    Args:
        graph: the network.
        theme: label, alias, English label, slug or IRI of a theme.
        year: the year.

    Raises:
        UnknownNameError: the network has no such theme.

    """
    themes = _themes(graph, theme)
    if not themes:
        raise UnknownNameError("theme", theme, labelled(graph, {"theme"}))
    return _select(graph, _facts_at(graph, themes), year, "target", "")


def dated(graph: Network, name: str) -> tuple[str, ...]:
    """Return the facts that a name with a year means, sorted: ``INDICATOR YEAR`` or ``THEME YEAR targets``.

    A kind and a document may follow the year. Without a kind, an indicator gives targets and outcomes, a theme targets.
    """
    match = _DATED.fullmatch(name)
    if match is None:
        return ()
    kind, year, document = (
        _KINDS[(match["kind"] or match["sort"] or "").strip().rstrip("s")],
        int(match["year"]),
        match["document"] or "",
    )
    indicator = match["name"]
    found = {node for node in called(graph, indicator, {"indicator"}) for node in _facts_at(graph, {node})}
    found |= {node for node, data in graph.nodes(data=True) if data.get("indicator") == indicator}
    if found:
        return _select(graph, found, year, kind, document)
    return _select(graph, _facts_at(graph, _themes(graph, indicator)), year, kind or "target", document)


def _select(graph: Network, nodes: set[str], year: int, kind: str, document: str) -> tuple[str, ...]:
    return tuple(
        sorted(
            node
            for node in nodes
            if year in graph.nodes[node]["years"]
            and (not kind or graph.nodes[node]["type"] == kind)
            and (not document or document in graph.nodes[node]["documents"])
        )
    )


def _facts_at(graph: Network, concepts: set[str]) -> set[str]:
    before = {node for concept in concepts for node, _ in graph.in_edges(concept)}
    return {node for node in before if graph.nodes[node]["type"] in FACTS}


def _themes(graph: Network, name: str) -> set[str]:
    """Return the theme of a name and all that are narrower."""
    broader: nx.DiGraph[str] = nx.DiGraph()
    broader.add_nodes_from(node for node, data in graph.nodes(data=True) if data["type"] == "theme")
    broader.add_edges_from((a, b) for a, b, data in graph.edges(data=True) if data["relation"] == "broader")
    themes = set(called(graph, name, {"theme"}))
    return themes.union(*(nx.ancestors(broader, theme) for theme in themes))
