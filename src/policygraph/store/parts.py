"""What is read of a service in one go: a graph, or what a graph says of one subject; and the queries for it."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what a service holds.

    Attributes:
        graph: the IRI of a named graph; None for the default graph.
        subject: what the rows are about; None for all of the graph.

    """

    graph: str | None
    subject: ox.NamedNode | None = None

    def __str__(self) -> str:
        graph = f"<{self.graph}>" if self.graph else "the default graph"
        return graph if self.subject is None else f"{self.subject} of {graph}"

    def of(self, row: ox.QuerySolution) -> Part:
        """Return the part that is about the subject of a row."""
        return Part(self.graph, row["s"])

    def key(self, row: ox.QuerySolution) -> str:
        """Return the text by which the rows are ordered."""
        return str(row[self._ordered].value)

    @property
    def count(self) -> str:
        """The query for the number of rows, ``?n``."""
        return f"SELECT (COUNT(*) AS ?n) WHERE {{ {self._rows} }}"

    @property
    def whole(self) -> str:
        """The query for all rows: ``?s ?p ?o``."""
        return f"SELECT {self._columns} WHERE {{ {self._rows} }}"

    def after(self, key: str | None) -> str:
        """Return the query for the rows after a key, in order; None for those from the first on."""
        text = f"STR(?{self._ordered})"
        later = "" if key is None else f" FILTER({text} > {ox.Literal(key)})"
        return f"SELECT {self._columns} WHERE {{ {self._rows}{later} }} ORDER BY {text}"

    @property
    def _ordered(self) -> str:
        return "s" if self.subject is None else "o"

    @property
    def _columns(self) -> str:
        return "?s ?p ?o" if self.subject is None else f"({self.subject} AS ?s) ?p ?o"

    @property
    def _rows(self) -> str:
        rows = f"{self.subject or '?s'} ?p ?o"
        return f"GRAPH <{self.graph}> {{ {rows} }}" if self.graph else rows
