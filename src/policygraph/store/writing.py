"""Changing a service graph by graph: each one whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import GraphError
from policygraph.rdf import iris
from policygraph.rdf.vocab import BASE, VOID
from policygraph.store.pages import Pages
from policygraph.store.parts import Part
from policygraph.store.service import Service
from policygraph.store.survey import CLOSED
from policygraph.store.values import narrows, widened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What is being written stands here until it is whole. No graph of ours has the name, so that nobody reads it.
STAGE: Final = ox.NamedNode(f"{BASE}stage")

# Characters of one update. Virtuoso compiles what it is sent, and refuses long programs.
_BATCH: Final = 64 * 1024
_ROOM: Final = 2**256


class Writing:
    """Writes the graphs of a service.

    Args:
        url: the service's address for queries; a user and a password may stand in it.
        update: its address for updates; ``""`` for the usual one.

    Attributes:
        service: the service.
        pages: reads from it.

    Raises:
        GraphError: nothing answers there, or no SPARQL service.

    """

    def __init__(self, url: str, update: str = "") -> None:
        self.service = Service(url, update)
        self.pages = Pages(self.service)
        self._mend = narrows(self.service)

    def parts(self) -> frozenset[ox.NamedNode]:
        """Return the graphs that the service's graph of ours lists, without its description of itself."""
        said = self.pages.about(iris.DATASET.value, iris.DATASET)
        return frozenset(ox.NamedNode(value) for predicate, value in said if predicate == VOID.subset.value)

    def triples(self, graph: ox.NamedNode) -> Iterator[ox.Triple]:
        """Yield the triples of a graph of ours, with the datatypes that they were written with."""
        for triple in self.pages.triples(graph.value):
            yield widened(triple) if self._mend else triple

    def size(self, graph: ox.NamedNode) -> int:
        """Return how many triples a graph has."""
        return self.service.number(Part(graph.value).count)

    def has(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> bool:
        """Return whether a graph is there as it should be: the same number of triples, and the same ones."""
        wanted = _digest(triples)
        return self.size(graph) == wanted[0] and _digest(self.triples(graph)) == wanted

    def put(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> None:
        """Write a graph over whatever has its name.

        It is written beside, read again and compared, and only then takes the name.

        Raises:
            GraphError: the service refuses it, or does not keep it as it is; what had the name is still there.

        """
        whole = frozenset(triples)
        try:
            self._stage(graph, whole)
        except GraphError:
            with contextlib.suppress(GraphError):
                self.remove(STAGE)
            raise
        # An engine may know no empty graph to move.
        self.service.update(f"MOVE GRAPH {STAGE} TO GRAPH {graph}" if whole else f"DROP SILENT GRAPH {graph}")
        left = self.size(graph)
        if left != len(whole):
            told = f"has {left} triples of {graph} after the change, not {len(whole)}"
            raise GraphError(f"{self.service.url}: {told}; do it again")

    def _stage(self, graph: ox.NamedNode, whole: frozenset[ox.Triple]) -> None:
        self.remove(STAGE)
        for batch in _batches(whole):
            self.service.update(f"INSERT DATA {{ GRAPH {STAGE} {{ {batch} }} }}")
        if not self.has(STAGE, whole):
            told = f"does not keep {graph} as it was written (values of another form, or too long)"
            raise GraphError(f"{self.service.url}: {told}; see what it needs in docs/engines.md")

    def remove(self, graph: ox.NamedNode) -> None:
        """Remove a graph, if it is there.

        Raises:
            GraphError: the service refuses.

        """
        self.service.update(f"DROP SILENT GRAPH {graph}")

    def close(self, parts: Iterable[ox.NamedNode]) -> None:
        """Make the service's graph of ours one that every reader refuses, until it is described anew.

        Args:
            parts: its graphs, before the change and after.

        Raises:
            GraphError: the service refuses.

        """
        mark = ox.Triple(iris.DATASET, VOID.triples, CLOSED)
        self.service.update(f"DELETE WHERE {{ GRAPH {iris.DATASET} {{ {iris.DATASET} {VOID.triples} ?n }} }}")
        for batch in _batches([mark, *(ox.Triple(iris.DATASET, VOID.subset, part) for part in sorted(parts, key=str))]):
            self.service.update(f"INSERT DATA {{ GRAPH {iris.DATASET} {{ {batch} }} }}")


def _batches(triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Yield triples as the contents of updates."""
    lines: list[str] = []
    size = 0
    for line in (f"{triple} ." for triple in triples):
        if lines and size + len(line) > _BATCH:
            yield " ".join(lines)
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield " ".join(lines)


def _digest(triples: Iterable[ox.Triple]) -> tuple[int, int]:
    """Return the number of triples and a digest of them that no order changes."""
    number, total = 0, 0
    for triple in triples:
        number += 1
        total += int.from_bytes(hashlib.sha256(str(triple).encode("utf-8")).digest(), "big")
    return number, total % _ROOM
