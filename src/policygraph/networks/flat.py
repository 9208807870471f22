"""The network in plain numbers and strings, which every writer of networkx takes: GraphML, GEXF, node-link JSON, GML.

None of them takes a tuple, None or Decimal, and to GEXF ``start`` and ``end`` are the life of an edge, not a place in a text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.networks.view import Network

# Between the values of an attribute that has several.
SEPARATOR: Final = ";"

_RENAMED: Final = {"start": "quote_start", "end": "quote_end", "page": "quote_page"}
# What XML 1.0 (2.2) forbids even when escaped, but a document may hold.
_NO_XML: Final = dict.fromkeys(
    (*range(0x9), 0xB, 0xC, *range(0xE, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)


def flat(graph: Network) -> Network:
    """Return a network whose attributes are strings, whole numbers and floats; an attribute without a value is left out.

    Several values are one string (``years``: ``2024;2025``), and of years the first and the last are numbers besides
    (``first_year``, ``last_year``). The offsets of an edge's words are ``quote_start`` and ``quote_end``, the page is
    ``quote_page``. Every edge has a key of its own: its relation and the digest of its statement.

    Args:
        graph: the network, as :func:`policygraph.networks.network` gives it.

    """
    plain: Network = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **_scalars({**data, **_span(data["years"])}))
    for source, target, key, data in graph.edges(keys=True, data=True):
        named = {_RENAMED.get(name, name): value for name, value in data.items()}
        # A statement makes several edges, and in GraphML and GEXF each has an id of its own.
        plain.add_edge(source, target, f"{data['relation']}-{key}", **_scalars(named))
    return plain


def _span(years: tuple[int, ...]) -> dict[str, int]:
    return {"first_year": min(years), "last_year": max(years)} if years else {}


def _scalars(data: Mapping[str, Any]) -> dict[str, str | int | float]:
    return {name: _scalar(value) for name, value in sorted(data.items()) if value is not None}


def _scalar(value: object) -> str | int | float:
    if isinstance(value, int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    text = SEPARATOR.join(map(str, value)) if isinstance(value, tuple) else str(value)
    return text.translate(_NO_XML)
