"""Whether a graph is whole: it says itself how many triples it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from policygraph.rdf import iris
from policygraph.rdf.vocab import VOID

if TYPE_CHECKING:
    import pyoxigraph as ox


def missing(store: ox.Store) -> int:
    """Return how many triples a graph lacks of those that its VoID description counts; 0 where it has none.

    A file of lines that was cut at the end of a line is no syntax error; only the count can tell. A graph may hold
    more than it counts: somebody has added to it.
    """
    counts = [
        int(quad.object.value)
        for quad in store.quads_for_pattern(iris.DATASET, VOID.triples, None)
        if isinstance(quad.object, Literal) and quad.object.value.isdecimal()
    ]
    return max(0, max(counts, default=0) - len(store))
