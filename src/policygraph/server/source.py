"""Where the graph that is served comes from, so that a second process holds the very same."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from policygraph.errors import GraphError
from policygraph.server.graph import opened

if TYPE_CHECKING:
    from policygraph.store import Oxigraph


class Source:
    """A graph that is served.

    A graph in memory is handed over as it is held here: what becomes of its file or its endpoint in the meantime is of
    no account. A store folder is too large to be handed over; it is opened again, if it is still the same.

    Args:
        where: a graph file, a store folder, or the URL of a SPARQL endpoint.

    Attributes:
        store: the graph, open.

    Raises:
        GraphError: the graph cannot be loaded whole, or is being changed.

    """

    def __init__(self, where: str) -> None:
        self._folder = Path(where) if Path(where).is_dir() else None
        self._state = _state(self._folder)
        self.store: Oxigraph = opened(where)
        self.check()

    def check(self) -> None:
        """Make sure that what is opened again is what was opened first.

        Raises:
            GraphError: it is another one.

        """
        if _state(self._folder) != self._state:
            raise GraphError(f"{self._folder}: the store has changed; start the server again")

    def handed(self, folder: Path) -> Path:
        """Return what another process is to open; a graph in memory is written into a folder for it.

        Raises:
            GraphError: the store has changed, or there is no room.

        """
        if self._folder is not None:
            self.check()
            return self._folder
        path = folder / "graph.nq"
        try:
            self.store.inner.dump(str(path), format=ox.RdfFormat.N_QUADS)
        except OSError as error:
            raise GraphError(f"{path}: cannot be written ({error}); set TMPDIR to a folder with room") from error
        return path


def _state(folder: Path | None) -> str:
    """Return what is another one as soon as a store folder holds other data.

    The files of RocksDB never change but for the manifest, which lists them; CURRENT names the manifest.
    """
    if folder is None:
        return ""
    digest = hashlib.sha256()
    try:
        for path in sorted([folder / "CURRENT", folder / "IDENTITY", *folder.glob("MANIFEST-*")]):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        for path in sorted(folder.glob("*.sst")):
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
    except OSError:
        # A folder without these files is told as what it is when it is opened, one that loses them has changed.
        return ""
    return digest.hexdigest()
