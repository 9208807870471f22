"""What the nodes of the network are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from policygraph.rdf.vocab import PREFIXES
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from policygraph.networks.view import Network

ENTITIES: Final = frozenset(map(str, EntityType))


def called(graph: Network, name: str, types: Collection[str]) -> tuple[str, ...]:
    """Return the nodes of these types that have a name, in any case, or this IRI; sorted.

    What an indicator counts may be called without the 数 at its end: 新增高新技术企业 is 新增高新技术企业数.
    """
    wanted = name.strip().casefold()
    return tuple(
        sorted(
            node
            for node, data in graph.nodes(data=True)
            if data["type"] in types and (node == name.strip() or wanted in map(str.casefold, _called(node, data)))
        )
    )


def labelled(graph: Network, types: Collection[str]) -> Iterator[str]:
    """Yield all names of the nodes of these types."""
    for node, data in graph.nodes(data=True):
        if data["type"] in types:
            yield from _names(node, data)


def _called(node: str, data: dict[str, Any]) -> Iterator[str]:
    for name in _names(node, data):
        yield name
        if data["type"] == "indicator" and name.endswith("数"):
            yield name.removesuffix("数")


def _names(node: str, data: dict[str, Any]) -> Iterator[str]:
    yield data["label"]
    yield from data["aliases"]
    if data["english"]:
        yield data["english"]
    if data["type"] == "theme":
        yield unquote(node.removeprefix(PREFIXES["theme"]))
