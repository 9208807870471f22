"""Where a graph is, and what lies beside it: the published one, the folder of a build, a file, a store or an endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policygraph import folders, resources

if TYPE_CHECKING:
    from policygraph.texts import Texts


def published() -> Path:
    """Return the file of the published graph."""
    return resources.graph() / "zhengzhou.nq"


def located(graph: Path | str | None) -> Path | str:
    """Return the file, the store folder or the URL that a graph is: None is the published one, a build its graph.nq.

    The graph of a large build is packed: graph.nq.gz.
    """
    if graph is None:
        return published()
    if not (Path(graph) / folders.MANIFEST).is_file():
        return graph
    packed = Path(graph) / "graph.nq.gz"
    return packed if packed.is_file() else Path(graph) / "graph.nq"


def built(where: Path | str) -> Path | None:
    """Return the graph file of a build, if a graph is one."""
    path = Path(where)
    return path if path.name in ("graph.nq", "graph.nq.gz") and (path.parent / folders.MANIFEST).is_file() else None


def beside(graph: Path | str) -> Path:
    """Return the folder that holds a graph, where a build keeps what belongs to it."""
    return Path(located(graph)).parent


def texts_of(graph: Path | str | None) -> Texts:
    """Return the texts that a graph was built from: those kept beside it, or the embedded sources; else none.

    Raises:
        InputError: they are there, but cannot be read.

    """
    from policygraph import texts

    if graph is None:
        return texts.read([resources.graph() / "sources"])
    return texts.kept(beside(graph) / "texts")
