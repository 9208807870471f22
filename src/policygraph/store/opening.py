"""Opening a graph, whatever holds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.store.endpoint import Endpoint
from policygraph.store.oxigraph import Oxigraph, hold, load, open_folder

if TYPE_CHECKING:
    import rdflib

    from policygraph.store.contract import Store


def open_store(where: Path | str) -> Store:
    """Open a graph for reading.

    Args:
        where: a graph file (.nq .nq.gz .trig .ttl .nt .jsonld .rdf), a store folder, or the URL of a SPARQL endpoint.

    Raises:
        GraphError: it cannot be loaded whole; the message names file and line, and says what to do.

    """
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        return Endpoint(where)
    path = Path(where)
    return open_folder(path) if path.is_dir() else load(path)


def open_dataset(where: Path | str | Store) -> rdflib.Dataset:
    """Return a graph as an rdflib dataset over the same Oxigraph store: nothing is copied but what is remote.

    The default graph is the union of the named ones.

    Args:
        where: a graph that is open already, or what :func:`open_store` takes.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    # rdflib takes longer to import than a graph to build, and only this view needs it.
    import rdflib
    from oxrdflib import OxigraphStore

    store = open_store(where) if isinstance(where, str | Path) else where
    local = store if isinstance(store, Oxigraph) else hold(store.quads())
    return rdflib.Dataset(store=OxigraphStore(store=local.inner), default_union=True)
