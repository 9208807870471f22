"""Graphs kept and asked: one small contract, behind it Oxigraph in memory or on disk, and SPARQL endpoints."""

from policygraph.store.contract import Result, Store
from policygraph.store.dropping import Dropped, drop_from
from policygraph.store.endpoint import Endpoint
from policygraph.store.integrity import IncompleteGraphError
from policygraph.store.loading import Loaded, load_into
from policygraph.store.opening import open_dataset, open_store
from policygraph.store.oxigraph import FORMATS, Oxigraph, hold, load, open_folder, save
from policygraph.store.writing import Writing

__all__ = [
    "FORMATS",
    "Dropped",
    "Endpoint",
    "IncompleteGraphError",
    "Loaded",
    "Oxigraph",
    "Result",
    "Store",
    "Writing",
    "drop_from",
    "hold",
    "load",
    "load_into",
    "open_dataset",
    "open_folder",
    "open_store",
    "save",
]
