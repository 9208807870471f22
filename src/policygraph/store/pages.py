"""Reading the graphs of a SPARQL service whole: counted, in pages that any row cap lets through, and compared."""

from __future__ import annotations

import hashlib
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, TypeVar

import pyoxigraph as ox

from policygraph.errors import GraphError, QueryError
from policygraph.store.parts import Part
from policygraph.store.service import FailedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.store.service import Service

    Row = ox.QuerySolution

Node = TypeVar("Node")

# Rows of one answer: what is larger comes in ordered pages. A service that does not sort so many is asked for fewer;
# Virtuoso as it is shipped sorts 10,000.
PAGES: Final = (50_000, 10_000, 1_000)

_NAMES: Final = "SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }}{later} }} ORDER BY STR(?g)"
_RAISE: Final = "raise its row cap (Virtuoso: ResultSetMaxRows in virtuoso.ini), so that the graph comes in one answer"


class Pages:
    """Reads graphs from a service.

    A graph with at most a page of triples comes in one answer. A larger one, or one of which the service kept rows
    back, comes by the names of its subjects in order: each page goes on after the last subject that was whole, so that
    neither a cap nor an offset can lose a row. In the end as many rows must have come as the service counts.

    Args:
        service: the service.
        sizes: how many rows to ask for, then how many where that is refused.

    """

    def __init__(self, service: Service, sizes: Sequence[int] = PAGES) -> None:
        self._service = service
        self._sizes = list(sizes)

    def triples(self, graph: str | None) -> Iterator[ox.Triple]:
        """Yield all triples of a named graph, or of the default graph (None).

        Raises:
            GraphError: the service does not give them all.

        """
        # Each answer names its blank nodes anew, so that equal names of two graphs mean nothing.
        apart = hashlib.sha256((graph or "").encode("utf-8")).hexdigest()[:16]
        for row in self._all(Part(graph)):
            yield ox.Triple(_apart(row["s"], apart), row["p"], _apart(row["o"], apart))

    def about(self, graph: str | None, subject: ox.NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the predicates and objects that a graph has of a subject, as bare texts.

        Raises:
            GraphError: the service does not give them all.

        """
        for row in self._all(Part(graph, subject)):
            yield row["p"].value, row["o"].value

    def graphs(self) -> Iterator[str]:
        """Yield the names of all named graphs, in order.

        Raises:
            GraphError: the service does not order them.

        """
        names: list[str] = []
        while page := self._page(_NAMES.format(later=_later(names))):
            names = [*names[-1:], *(row["g"].value for row in page)]
            self._in_order(names, "the list of its graphs")
            yield from names[-len(page) :]

    def _all(self, part: Part) -> Iterator[Row]:
        total = self._service.number(part.count)
        if total <= self._sizes[0]:
            rows = self._service.rows(part.whole)
            if len(rows) == total:
                yield from rows
                return
        yield from self._in_pages(part, total)

    def _in_pages(self, part: Part, total: int) -> Iterator[Row]:
        last, done = None, 0
        while done < total:
            groups = self._groups(part, last)
            number = sum(len(rows) for rows in groups.values())
            if not number:
                break
            crowded = None
            if done + number < total:
                # The last name may have more rows than the page had room for.
                key, rows = groups.popitem()
                crowded = None if groups else rows[0]
                last = key if crowded else last
            for last, rows in groups.items():  # noqa: B007 -- the next page begins after the last name
                yield from rows
                done += len(rows)
            if crowded:
                for row in self._crowd(part, crowded):
                    yield row
                    done += 1
        if done != total:
            raise self._lost(part, total, done)

    def _groups(self, part: Part, last: str | None) -> dict[str, list[Row]]:
        """Return the rows of the page after a name, by their names in order."""
        page = self._page(part.after(last))
        if any(isinstance(row[place], ox.BlankNode) for row in page for place in "so"):
            told = f"{part} has blank nodes, which have no order, and more rows than come in one answer"
            raise GraphError(f"{self._service.url}: {told}; {_RAISE}")
        groups = [(key, list(rows)) for key, rows in groupby(page, key=part.key)]
        self._in_order([*([] if last is None else [last]), *(key for key, _ in groups)], str(part))
        return dict(groups)

    def _crowd(self, part: Part, row: Row) -> Iterator[Row]:
        """Yield the rows of a subject that fills a page alone."""
        if part.subject is not None:
            raise GraphError(f"{self._service.url}: gives too few rows at once to read {part} in pages; {_RAISE}")
        yield from self._all(part.of(row))

    def _page(self, query: str) -> list[Row]:
        while True:
            try:
                return self._service.rows(f"{query} LIMIT {self._sizes[0]}")
            except (FailedError, QueryError):
                if len(self._sizes) == 1:
                    raise
                del self._sizes[0]

    def _in_order(self, names: Sequence[str], where: str) -> None:
        """Check that names come in the order of SPARQL, each once: only so do the pages hold every row once.

        That is the order of code points; engines in Java take that of UTF-16.
        """
        if not any(all(key(one) < key(other) for one, other in pairwise(names)) for key in (_utf32, _utf16)):
            told = f"does not order names as SPARQL says, so that pages of {where} may lose rows"
            raise GraphError(f"{self._service.url}: {told}; {_RAISE}")

    def _lost(self, part: Part, total: int, done: int) -> GraphError:
        told = f"{self._service.url}: counts {total} triples in {part}, but gives {done}"
        return GraphError(
            f"{told}; nothing was taken: it keeps rows back or was changed just now, try again or {_RAISE}"
        )


def _later(names: Sequence[str]) -> str:
    return f" FILTER(STR(?g) > {ox.Literal(names[-1])})" if names else ""


def _apart(term: Node, graph: str) -> Node | ox.BlankNode:
    return ox.BlankNode(f"{graph}-{term.value}") if isinstance(term, ox.BlankNode) else term


def _utf32(text: str) -> bytes:
    return text.encode("utf-32-be")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-be")
