"""What everything that holds a graph can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator

# SELECT gives solutions, ASK a boolean, CONSTRUCT and DESCRIBE triples. Each can serialise itself.
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Store(Protocol):
    """A graph that is read: quads, and SPARQL over the union of its named graphs.

    The prefixes of :data:`policygraph.rdf.vocab.PREFIXES` need no declaration in a query.
    """

    def query(self, sparql: str) -> Result:
        """Answer a question.

        Args:
            sparql: a SELECT, ASK, CONSTRUCT or DESCRIBE query.

        Raises:
            QueryError: it is no SPARQL, changes something, or asks another endpoint (SERVICE).
            GraphError: the graph cannot be reached any more.

        """
        ...

    def quads(self) -> Iterator[ox.Quad]:
        """Return all quads, in no particular order."""
        ...

    def __len__(self) -> int:
        """Number of quads."""
        ...
