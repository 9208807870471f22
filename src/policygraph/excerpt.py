"""Parts of a network: what falls under a theme, a year, or lies around an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from policygraph.errors import QueryError, UnknownNameError
from policygraph.networks import find_nodes
from policygraph.ontology import themes

if TYPE_CHECKING:
    from collections.abc import Set

    from policygraph.networks.view import Network

# An entity's targets and outcomes are one step away, and what they measure or share with others two.
_STEPS = 2


def cut(network: Network, *, theme: str | None = None, year: int | None = None, entity: str | None = None) -> Network:
    """Return the part of a network that all the given conditions leave, in the order of the whole.

    Args:
        network: the network.
        theme: local name, Chinese or English label of a theme; its narrower themes are included.
        year: a year that a node is said of.
        entity: a name as :func:`policygraph.networks.find_nodes` takes it; what is at most two steps away stays.

    Raises:
        UnknownNameError: there is no such theme or entity.
        QueryError: nothing is left.

    """
    kept = set(network)
    if theme is not None:
        under = _under(theme)
        kept &= {node for node, data in network.nodes(data=True) if under & {_slug(node), *data["themes"]}}
    if year is not None:
        kept &= {node for node, data in network.nodes(data=True) if year in data["years"]}
    if entity is not None:
        kept &= _around(network, find_nodes(network, entity))
    if not kept:
        raise QueryError("nothing in the graph meets these conditions; leave one of them out")
    return _part(network, kept)


def _part(network: Network, kept: Set[str]) -> Network:
    """Return the part with the nodes kept, sorted by IRI like the whole.

    A view of networkx (``subgraph``) goes through the set of kept nodes, whose order differs from run to run.
    """
    nodes = sorted(kept)
    part: Network = nx.MultiDiGraph()
    part.add_nodes_from((node, network.nodes[node]) for node in nodes)
    for start, end, name, data in network.edges(nodes, keys=True, data=True):
        if end in kept:
            part.add_edge(start, end, key=name, **data)
    return part


def _under(name: str) -> frozenset[str]:
    wanted = name.strip().casefold()
    known = themes.all()
    found = [t for t in known if wanted in (t.id, t.label, t.english.casefold())]
    if not found:
        raise UnknownNameError("theme", name, [n for t in known for n in (t.id, t.label)])
    return frozenset(t.id for t in known if found[0].id in (t.id, t.broader))


def _slug(node: str) -> str:
    return node.removeprefix(themes.NAMESPACE)


def _around(network: Network, nodes: tuple[str, ...]) -> set[str]:
    near: set[str] = set()
    for node in nodes:
        near |= set(nx.ego_graph(network, node, radius=_STEPS, undirected=True))
    return near
