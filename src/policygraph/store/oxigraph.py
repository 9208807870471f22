"""Graphs held by Oxigraph: in memory, from a file or from quads, or on disk, in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import GraphError, OutputError
from policygraph.rdf.vocab import PREFIXES
from policygraph.store import guards, integrity
from policygraph.store.packed import SUFFIX, unpacked
from policygraph.store.syntax import keywords, refuse, syntax_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from policygraph.store.contract import Result

FORMATS: Final[dict[str, ox.RdfFormat]] = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}

_MEND = "build the graph again"


class Oxigraph:
    """A graph in an Oxigraph store.

    Attributes:
        inner: the store itself; to be read only.

    """

    def __init__(self, inner: ox.Store) -> None:
        self.inner = inner

    def query(self, sparql: str) -> Result:
        """Answer a question (see :class:`policygraph.store.Store`)."""
        refuse(sparql)
        # A query with a dataset of its own (FROM) is asked over that one.
        union = "FROM" not in keywords(sparql)
        try:
            return self.inner.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
        except SyntaxError as error:
            raise syntax_error(error) from error

    def quads(self) -> Iterator[ox.Quad]:
        """Return all quads."""
        with guards.sound():
            yield from self.inner

    def __len__(self) -> int:
        return len(self.inner)


def hold(quads: Iterable[ox.Quad]) -> Oxigraph:
    """Return a graph of these quads, in memory."""
    inner = ox.Store()
    inner.bulk_extend(quads)
    return Oxigraph(inner)


def load(path: Path) -> Oxigraph:
    """Return the graph of a file, in memory: all of it.

    Raises:
        GraphError: the file is missing, empty, of an unknown format, damaged or cut.

    """
    packed = path.name.lower().endswith(SUFFIX)
    form = ox.RdfFormat.N_QUADS if packed else FORMATS.get(path.suffix.lower())
    if form is None:
        known = ", ".join((*FORMATS, SUFFIX))
        raise GraphError(f"{path}: unknown sort of graph; give one of {known}, a store folder or a URL")
    data = unpacked(path) if packed else _read(path)
    if isinstance(data, bytes):
        guards.examine(path, form, data)
    inner = ox.Store()
    try:
        inner.bulk_load(data, format=form)
    except SyntaxError as error:
        raise _damaged(path, error) from error
    integrity.examine(path, inner, _MEND)
    return Oxigraph(inner)


def open_folder(path: Path) -> Oxigraph:
    """Return the graph of a folder that :func:`save` or Oxigraph itself wrote; it is opened for reading.

    Raises:
        GraphError: the folder holds no Oxigraph store, or one that cannot be read.

    """
    if not (path / "CURRENT").is_file():
        raise GraphError(f"{path}: is a folder without an Oxigraph store; give a graph file, such as {path}/graph.nq")
    try:
        inner = ox.Store.read_only(str(path))
        integrity.examine(path, inner, _MEND)
    except (OSError, ValueError, RuntimeError) as error:
        raise GraphError(f"{path}: the store cannot be opened ({_one_line(error)}); {_MEND}") from error
    return Oxigraph(inner)


def save(quads: Iterable[ox.Quad], folder: Path) -> None:
    """Write a graph as a store folder, for graphs that do not fit in memory.

    Raises:
        OutputError: the folder has something in it, or cannot be written.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(f"{folder}: is taken; name a new folder for the store")
    try:
        inner = ox.Store(str(folder))
        inner.bulk_extend(quads)
        inner.flush()
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error}); choose another place") from error


def _read(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise GraphError(f"{path}: no such file; make it with: policygraph build") from error
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror})") from error
    if not data.strip():
        raise GraphError(f"{path}: is empty; {_MEND}")
    return data


def _damaged(path: Path, error: SyntaxError) -> GraphError:
    place = f"{path}:{error.lineno}" if error.lineno else f"{path}"
    return GraphError(f"{place}: is damaged or cut off ({_one_line(error)}); nothing was loaded, {_MEND}")


def _one_line(error: Exception) -> str:
    # Two lines of the parser's or the store's message would break the promise of one.
    return " ".join(str(error.msg if isinstance(error, SyntaxError) else error).split())
