"""The network view: the graph for networkx, and how two things in it hang together."""

from policygraph.networks.facts import targets_of
from policygraph.networks.flat import flat
from policygraph.networks.names import find_node, find_nodes
from policygraph.networks.paths import Hop, Path, path
from policygraph.networks.view import network, of_corpus
from policygraph.networks.ways import described, rows

__all__ = [
    "Hop",
    "Path",
    "described",
    "find_node",
    "find_nodes",
    "flat",
    "network",
    "of_corpus",
    "path",
    "rows",
    "targets_of",
]
