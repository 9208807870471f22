"""Whether a graph is whole: it says itself how many triples it has, and of which documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from policygraph.errors import GraphError
from policygraph.rdf import iris
from policygraph.rdf.vocab import DCTERMS, PG, RDF, VOID

if TYPE_CHECKING:
    import pyoxigraph as ox

# More digits than a number of triples has in any store.
_COUNT: Final = re.compile(r"\d{1,15}", re.ASCII)
# Names that a message shows.
_SHOWN: Final = 5


class IncompleteGraphError(GraphError):
    """A graph that has not what it says it has."""


def examine(where: object, store: ox.Store, cure: str) -> None:
    """Let a graph through only if it is not empty and has all the triples that its VoID description counts.

    A file of lines that was cut at the end of a line is no syntax error; only the count can tell. A graph may hold
    more than it counts: somebody has added to it.

    Args:
        where: what to call it: its path or address.
        store: the graph.
        cure: what to do about it.

    Raises:
        IncompleteGraphError: triples are missing, the message names the documents that are missing with them; or its
            count is no number.
        GraphError: it has no triples.

    """
    missing = max((_count(where, literal) for literal in _counts(store)), default=0) - len(store)
    if missing > 0:
        lost = documents(store)
        names = ", ".join([*lost[:_SHOWN], *(["…"] if len(lost) > _SHOWN else [])])
        those = f", the documents {names} among them" if lost else ""
        raise IncompleteGraphError(
            f"{where}: is cut off, {missing} of its triples are missing{those}; nothing was loaded, {cure}"
        )
    if not len(store):
        raise GraphError(f"{where}: holds no statements; {cure}")


def documents(store: ox.Store) -> list[str]:
    """Return the names of the documents that the description of a graph lists and that it does not hold, sorted."""
    listed = {quad.object for quad in store.quads_for_pattern(iris.DATASET, DCTERMS.source, None)}
    return sorted(
        _name(node)
        for node in listed
        if isinstance(node, NamedNode) and next(store.quads_for_pattern(node, RDF.type, PG.Document), None) is None
    )


def _name(node: NamedNode) -> str:
    try:
        return iris.local(node, "doc")
    except ValueError:
        return node.value


def _counts(store: ox.Store) -> list[Literal]:
    found = (quad.object for quad in store.quads_for_pattern(iris.DATASET, VOID.triples, None))
    return [value for value in found if isinstance(value, Literal)]


def _count(where: object, literal: Literal) -> int:
    text = literal.value
    if _COUNT.fullmatch(text) is None:
        shown = f"{text[:20]}…" if len(text) > 20 else text
        raise IncompleteGraphError(
            f"{where}: says that it has “{shown}” triples, which is no number of them; build it again"
        )
    return int(text)
