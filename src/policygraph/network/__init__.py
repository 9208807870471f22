"""The network view: the graph for networkx, and how two things in it hang together."""

from policygraph.network.facts import targets_of
from policygraph.network.names import find_node, find_nodes
from policygraph.network.paths import Hop, Path, path
from policygraph.network.view import network

__all__ = ["Hop", "Path", "find_node", "find_nodes", "network", "path", "targets_of"]
