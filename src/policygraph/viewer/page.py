"""The page as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.viewer import model

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from policygraph.ledger.panel import Cell
    from policygraph.statements import Document


def html(
    graph: nx.MultiDiGraph[str],
    documents: Sequence[Document],
    *,
    title: str,
    english_title: str = "",
    language: str = "",
    positions: Mapping[str, tuple[int, int]] | None = None,
    texts: Mapping[str, str] | None = None,
    ledger: Sequence[Mapping[str, str]] = (),
    panel: Iterable[Cell] = (),
    pages: str | None = None,
) -> str:
    """Return one HTML page that shows the graph, asks no network for anything and opens from disk.

    Args:
        graph: the network view.
        documents: the documents that its evidence cites.
        title: heading of the page.
        english_title: heading of the page while it is English; the other one if there is none.
        language: ``zh`` or ``en``: the language of the page when it is opened, which the reader can switch; ``""`` for the
            one that the browser says the reader speaks.
        positions: places of nodes; computed by :func:`policygraph.viewer.layout.positions` if not given.
        texts: text by document name, for the words around a quote; by default those that the documents hold.
        ledger: rows of ``ledger.csv``.
        panel: targets and results by place, indicator and year; those are left out whose statements the graph lacks.
        pages: the address below which every resource has a page of its own; None where nothing is served.

    """
    net = model.network(
        graph,
        documents,
        title=title,
        english_title=english_title,
        language=language,
        positions=positions,
        texts=texts,
        ledger=ledger,
        panel=panel,
        pages=pages,
    )
    return str(net.generate_html())
