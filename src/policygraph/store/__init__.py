"""Graphs kept and asked: one small contract, behind it Oxigraph in memory or on disk, and SPARQL endpoints."""

from policygraph.store.contract import Result, Store
from policygraph.store.endpoint import Endpoint
from policygraph.store.integrity import IncompleteGraphError
from policygraph.store.opening import open_dataset, open_store
from policygraph.store.oxigraph import FORMATS, Oxigraph, hold, load, open_folder, save

__all__ = [
    "FORMATS",
    "Endpoint",
    "IncompleteGraphError",
    "Oxigraph",
    "Result",
    "Store",
    "hold",
    "load",
    "open_dataset",
    "open_folder",
    "open_store",
    "save",
]
