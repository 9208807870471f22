"""Policygraph: Chinese government work reports as a knowledge graph, every statement with its words.

>>> import policygraph
>>> summary = policygraph.build("reports", "out")  # doctest: +SKIP
>>> dataset = policygraph.open("out/graph.nq")  # doctest: +SKIP
>>> network = policygraph.network(dataset)  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import networkx
    import rdflib

    from policygraph.summary import Summary

__version__ = "0.1.0"
__all__ = ["build", "network", "open"]

# Each function imports what it needs when it is called: rdflib and networkx take longer to import than a graph to ask.


def build(
    inputs: Path | str | Iterable[Path | str] = (), output: Path | str = "policygraph-out", *, names: bool = True,
    encoding: str | None = None, overrides: Mapping[str, str | None] | None = None, jobs: int = 1,
    progress: Callable[[str, int, int], None] | None = None, strict: bool = False, licence: str = "",
    lexicon: Path | str | Iterable[Path | str] | None = None,
) -> Summary:  # fmt: skip
    """Read documents and write a graph, a viewer page and tables: see :func:`policygraph.pipeline.build`."""
    from policygraph import pipeline

    return pipeline.build(
        inputs, output, names=names, encoding=encoding, overrides=overrides, jobs=jobs, progress=progress,
        strict=strict, licence=licence, lexicon=lexicon,
    )  # fmt: skip


def open(path: Path | str | None = None) -> rdflib.Dataset:  # noqa: A001 -- read as policygraph.open
    """Open a graph as an rdflib dataset whose default graph is the union of the named ones.

    Args:
        path: a graph file, a store folder, or the URL of a SPARQL endpoint; None for the published graph.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    from policygraph.store import open_dataset

    return open_dataset(_published() if path is None else path)


def network(graph: Path | str | rdflib.Dataset | None = None) -> networkx.MultiDiGraph[str]:
    """Return a graph as a network that every writer of networkx takes: docs/architecture.md tells its nodes and edges.

    Args:
        graph: what :func:`open` takes or gives.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    import pyoxigraph

    from policygraph.networks import flat
    from policygraph.networks import network as view
    from policygraph.store import hold, open_store

    where = _published() if graph is None else graph
    if isinstance(where, str | Path):
        return flat(view(open_store(where)))
    data = where.serialize(format="nquads", encoding="utf-8")
    return flat(view(hold(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS))))


def _published() -> Path:
    from policygraph import resources

    return resources.graph() / "zhengzhou.nq"
