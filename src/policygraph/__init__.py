"""Policygraph: Chinese government work reports as a knowledge graph, every statement with its words.

>>> import policygraph
>>> summary = policygraph.build("reports", "out")  # doctest: +SKIP
>>> graph = policygraph.open("out")  # doctest: +SKIP
>>> missed = graph.ledger(year=2024, verdict="missed").frame()  # doctest: +SKIP
>>> network = graph.network()  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx
    import rdflib

    from policygraph.api.graph import Graph
    from policygraph.summary import Summary

__version__ = "0.1.0"
__all__ = ["build", "network", "open"]

# Each function imports what it needs when it is called: rdflib and networkx take longer to import than a graph to ask.


def build(
    inputs: Path | str | Iterable[Path | str] = (), output: Path | str = "policygraph-out", *, names: bool = True,
    encoding: str | None = None, overrides: Mapping[str, str | None] | None = None, jobs: int = 1,
    progress: Callable[[str, int, int], None] | None = None, strict: bool = False, licence: str = "",
    lexicon: Path | str | Iterable[Path | str] | None = None, tolerance: float = 5,
) -> Summary:  # fmt: skip
    """Read documents and write a graph, a viewer page and tables: see :func:`policygraph.pipeline.build`."""
    from policygraph import pipeline

    return pipeline.build(
        inputs, output, names=names, encoding=encoding, overrides=overrides, jobs=jobs, progress=progress,
        strict=strict, licence=licence, lexicon=lexicon, tolerance=tolerance,
    )  # fmt: skip


def open(path: Path | str | None = None) -> Graph:  # noqa: A001 -- read as policygraph.open
    """Open a graph: facts, ledger, panel, lives, paths and answers as plain rows, see :class:`policygraph.api.graph.Graph`.

    Args:
        path: a graph file, the folder of a build, a store folder, or the URL of a SPARQL endpoint; None for the
            published graph.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    from policygraph.api.graph import Graph

    return Graph(path)


def network(graph: Graph | rdflib.Dataset | Path | str | None = None) -> networkx.MultiDiGraph[str]:
    """Return a graph as a network that every writer of networkx takes: docs/architecture.md tells its nodes and edges.

    Args:
        graph: what :func:`open` takes or gives, or an rdflib dataset.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    from policygraph.api.graph import Graph

    if graph is None or isinstance(graph, str | Path):
        return Graph(graph).network()
    if isinstance(graph, Graph):
        return graph.network()
    import pyoxigraph

    from policygraph.networks import flat
    from policygraph.networks import network as view
    from policygraph.store import hold

    data = graph.serialize(format="nquads", encoding="utf-8")
    return flat(view(hold(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))))
