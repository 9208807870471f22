"""The viewer page of the whole graph, and of parts of it."""

from __future__ import annotations

import functools
import threading
from typing import TYPE_CHECKING, Final

from policygraph import excerpt, page
from policygraph.export import cells_of
from policygraph.networks import of_corpus
from policygraph.rdf import read
from policygraph.viewer import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.ledger import Row
    from policygraph.ledger.panel import Cell
    from policygraph.networks.view import Network
    from policygraph.server.graph import Graph
    from policygraph.statements import Corpus

# Pages that are kept; each has some megabytes at most.
_KEPT: Final = 8


class Views:
    """Makes viewer pages, each when it is first asked for.

    Args:
        graph: the graph.
        texts: texts of documents by name.

    """

    def __init__(self, graph: Graph, texts: Mapping[str, str]) -> None:
        self._graph = graph
        self._texts = texts
        self._made = functools.lru_cache(maxsize=_KEPT)(self._make)
        # Making a page takes all of a processor; many who ask for one page wait for the first to make it.
        self._turn = threading.Lock()

    def page(self, theme: str | None = None, year: int | None = None, entity: str | None = None) -> bytes:
        """Return the page of what all the given conditions leave (see :func:`policygraph.excerpt.cut`).

        Raises:
            UnknownNameError: there is no such theme or entity.
            QueryError: nothing is left.
            GraphError: a description in the graph is not whole.

        """
        with self._turn:
            return self._made(theme, year, entity)

    def _make(self, theme: str | None, year: int | None, entity: str | None) -> bytes:
        net, said, ledger, cells = self._whole
        shown = excerpt.cut(net, theme=theme, year=year, entity=entity)
        documents = [reading.document for reading in said.readings]
        return page.html(
            shown, documents, texts=self._texts, ledger=ledger, panel=cells, pages="/", part=len(shown) < len(net)
        ).encode("utf-8")

    @functools.cached_property
    def _whole(self) -> tuple[Network, Corpus, tuple[Row, ...], list[Cell]]:
        said, ledger = read(self._graph.store.quads())
        return of_corpus(said), said, ledger, cells_of(said, ledger, self._texts)


def policy() -> str:
    """Return the Content-Security-Policy of viewer pages; a page alone cannot say who may frame it."""
    return f"{assets.read().policy}; frame-ancestors 'none'"
