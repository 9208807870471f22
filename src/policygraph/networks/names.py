"""Finding nodes of the network by the names that people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.errors import UnknownNameError
from policygraph.networks.facts import FACTS, dated
from policygraph.networks.labels import ENTITIES, called, labelled

if TYPE_CHECKING:
    from policygraph.networks.view import Network

# A name that an entity and a theme share (数字经济) means the entity.
_ORDER: Final = (ENTITIES, frozenset({"theme"}), frozenset({"indicator"}))
_ALL: Final = frozenset({"theme", "indicator"}) | ENTITIES | FACTS


def find_node(graph: Network, name: str) -> str:
    """Return the one node that a name means.

    Args:
        graph: the network.
        name: label, alias or English label in any case, slug of a theme, or IRI; of a fact: indicator and year, and
            where these mean several, kind and document too: ``新增高新技术企业数 2025 target plan-2025``.

    Raises:
        UnknownNameError: no node or several nodes have the name; the message offers the nearest names.

    """
    found = find_nodes(graph, name)
    if len(found) > 1:
        raise UnknownNameError("single node", name.strip(), [_address(graph, node) for node in found])
    return found[0]


def find_nodes(graph: Network, name: str) -> tuple[str, ...]:
    """Return all nodes that a name means, sorted: as :func:`find_node`, or the targets of ``THEME YEAR targets``.

    An entity goes before a theme, a theme before an indicator, an indicator before a fact.

    Raises:
        UnknownNameError: no node has the name; the message offers the nearest names.

    """
    wanted = name.strip()
    if wanted in graph:
        return (wanted,)
    for types in _ORDER:
        found = called(graph, wanted, types)
        if found:
            return found
    found = dated(graph, wanted)
    if not found:
        raise UnknownNameError("name", wanted, labelled(graph, _ALL))
    return found


def _address(graph: Network, node: str) -> str:
    data = graph.nodes[node]
    more = f"{data['type']} {' '.join(data['documents'])}" if data["type"] in FACTS else f"<{node}>"
    return f"{data['label']} {more}"
