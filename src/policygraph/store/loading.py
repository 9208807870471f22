"""Putting a built graph behind a SPARQL endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from policygraph.errors import GraphError
from policygraph.rdf import iris
from policygraph.rdf.vocab import VOID
from policygraph.store.oxigraph import Oxigraph, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policygraph.store.contract import Store
    from policygraph.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did.

    Attributes:
        written: graphs that were written.
        there: graphs that were there already, triple for triple.
        removed: graphs of the old one that the new one does not have.

    """

    written: int
    there: int
    removed: int


def load_into(
    writing: Writing, store: Store, *, replace: bool = False, progress: Callable[[int, int], None] = lambda *_: None
) -> Loaded:
    """Put a graph behind an endpoint, named graph by named graph; what is there already is passed over.

    Until it is all there, readers refuse the graph as not whole. A load that was broken off is finished by another one.

    Args:
        writing: the endpoint.
        store: a graph of ours.
        replace: whether to remove documents that are there and not in the graph.
        progress: told how many graphs are done, of how many.

    Raises:
        GraphError: the graph is none of ours, the endpoint has other documents, or it refuses a change.

    """
    local = store if isinstance(store, Oxigraph) else hold(store.quads())
    parts, there = _parts(local), writing.parts()
    others = sorted(there - parts, key=str)
    if others and not replace:
        names = ", ".join(graph.value.rpartition("/")[2] for graph in others[:5])
        cure = "take them out with: policygraph drop, or with: load --replace"
        raise GraphError(
            f"{writing.service.url}: has {len(others)} documents that this graph has not ({names}); {cure}"
        )
    written = 0
    for done, graph in enumerate(sorted(parts, key=str), 1):
        if not writing.has(graph, _triples(local, graph)):
            if not written:
                writing.close(parts | there)
            writing.put(graph, _triples(local, graph))
            written += 1
        progress(done, len(parts) + 1)
    if others and not written:
        writing.close(parts | there)
    for graph in others:
        writing.remove(graph)
    # The description comes last: with it the graph is open to readers.
    described = writing.has(iris.DATASET, _triples(local, iris.DATASET))
    if not described:
        writing.put(iris.DATASET, _triples(local, iris.DATASET))
    progress(len(parts) + 1, len(parts) + 1)
    return Loaded(written + (not described), len(parts) - written + described, len(others))


def _parts(local: Oxigraph) -> frozenset[ox.NamedNode]:
    """Return the named graphs of a graph of ours, without its description of itself.

    Raises:
        GraphError: it is none, or holds what belongs to none of them.

    """
    listed = _listed(local.inner.quads_for_pattern(iris.DATASET, VOID.subset, None, iris.DATASET))
    if not listed:
        raise GraphError("the graph does not list its parts (void:subset); load graph.nq or graph.trig as built")
    rest = {*local.inner.named_graphs()} - listed - {iris.DATASET}
    if rest or any(local.inner.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        raise GraphError("the graph holds more than its parts (void:subset), which nobody would read; build it again")
    return listed


def _listed(quads: Iterable[ox.Quad]) -> frozenset[ox.NamedNode]:
    return frozenset(quad.object for quad in quads if isinstance(quad.object, ox.NamedNode))


def _triples(local: Oxigraph, graph: ox.NamedNode) -> Iterator[ox.Triple]:
    return (quad.triple for quad in local.inner.quads_for_pattern(None, None, None, graph))
