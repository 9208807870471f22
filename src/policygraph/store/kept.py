"""The store that a build keeps beside its graph: a large graph is loaded once, and then opened as fast as a small one.

The folder ``store`` beside ``graph.nq`` is an Oxigraph store with the digest of the graph that it was made from. It is made
by the build, and again by the first reader who finds it missing or made from another graph; it is made in a folder of its
own and takes its name when it is whole. Beside the digest stand the size and the time of the graph file, by which
it is known without being read. A graph below :data:`LEAST` bytes needs no store.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from policygraph.errors import GraphError
from policygraph.folders.stores import FOLDER, MARK, UNDONE, is_own
from policygraph.store import integrity
from policygraph.store.guards import MOST_NESTED
from policygraph.store.oxigraph import Oxigraph
from policygraph.store.packed import SUFFIX, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    # Step, how much of it is done, and of how much.
    Progress = Callable[[str, int, int], None]

# Bytes of a graph that are loaded in a fifth of a second.
LEAST: Final = 32 << 20

_PIECE: Final = 1 << 20
_STEP: Final = "making the store"


def opened(graph: Path, tell: Progress) -> Oxigraph | None:
    """Return the graph of a build from the store beside it, which is made where it is missing or of another graph.

    Args:
        graph: the graph file of a build.
        tell: is told how much of the store is made.

    Returns:
        The graph; None where it is small, or no store can be made there.

    """
    try:
        if _size(graph) < LEAST:
            return None
        folder = graph.parent / FOLDER
        if not _is_of(folder, graph):
            make(graph, tell)
        return Oxigraph(ox.Store.read_only(str(folder)))
    except (OSError, RuntimeError, SyntaxError, ValueError, GraphError):
        # Whatever keeps the store from being made or read, the graph itself is there, and tells what is wrong with it.
        return None


def beside(graph: Path, tell: Progress) -> None:
    """Make the store of a graph that was just built, if it is large enough for one.

    Raises:
        OSError: it cannot be written.

    """
    if _size(graph) >= LEAST:
        make(graph, tell)


def make(graph: Path, tell: Progress) -> None:
    """Make the store of a graph file of N-Quads beside it, whole or not at all.

    Raises:
        OSError: it cannot be written.
        SyntaxError, GraphError: the graph is damaged, cut, or nests deeper than a parser reads.

    """
    folder = graph.parent / FOLDER
    if os.path.lexists(folder) and not is_own(folder):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    tell(_STEP, 0, 3)
    mark = _mark(graph)
    new = Path(tempfile.mkdtemp(prefix=UNDONE, dir=graph.parent))
    try:
        inner = ox.Store(str(new))
        tell(_STEP, 1, 3)
        if _is_packed(graph):
            inner.bulk_load(unpacked(graph), format=ox.RdfFormat.N_QUADS)
        else:
            inner.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
        integrity.examine(graph, inner, "build the graph again")
        tell(_STEP, 2, 3)
        inner.flush()
        del inner
        (new / MARK).write_text(json.dumps(mark), encoding="ascii")
        new.chmod(0o755)
        _place(new, folder, mark["sha256"])
        tell(_STEP, 3, 3)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _is_packed(graph: Path) -> bool:
    return graph.name.endswith(SUFFIX)


def _size(graph: Path) -> int:
    """Return the bytes of a graph, about: a packed one is a twentieth of it."""
    return graph.stat().st_size * (20 if _is_packed(graph) else 1)


def _place(new: Path, folder: Path, digest: str) -> None:
    """Give a whole store its name; one of the same graph that another process has made meanwhile stays."""
    if _said(folder).get("sha256") == digest:
        return
    with suppress(FileNotFoundError):
        folder.rename(new.with_name(f"{new.name}-old"))
    try:
        with suppress(FileExistsError):
            new.rename(folder)
    finally:
        shutil.rmtree(new.with_name(f"{new.name}-old"), ignore_errors=True)


def _is_of(folder: Path, graph: Path) -> bool:
    said = _said(folder)
    if not said:
        return False
    status = graph.stat()
    if (said.get("size"), said.get("time")) == (status.st_size, status.st_mtime_ns):
        return True
    return bool(said.get("sha256") == _mark(graph)["sha256"])


def _said(folder: Path) -> dict[str, Any]:
    try:
        said = json.loads((folder / MARK).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _mark(graph: Path) -> dict[str, Any]:
    """Return what tells a graph file from others.

    Raises:
        GraphError: it may nest deeper than a parser reads.

    """
    digest, nested = hashlib.sha256(), 0
    with graph.open("rb") as file:
        status = os.fstat(file.fileno())
        while piece := file.read(_PIECE):
            digest.update(piece)
            nested += piece.count(b"<<")
    # What is packed is looked at as it is unpacked.
    if nested > MOST_NESTED and not _is_packed(graph):
        raise GraphError(f"{graph}: has more than {MOST_NESTED} triple terms")
    return {"sha256": digest.hexdigest(), "size": status.st_size, "time": status.st_mtime_ns}
