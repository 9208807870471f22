"""The viewer page of a graph, titled by what its documents speak of: all of the graph, or all of a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import viewer
from policygraph.ledger.table import cells
from policygraph.ontology import places
from policygraph.rdf import iris

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.ledger.panel import Cell
    from policygraph.ledger.row import Row
    from policygraph.networks.view import Network
    from policygraph.statements import Document

# A title that names more places is no title.
_MOST_AREAS = 3


def html(
    network: Network, documents: Sequence[Document], *, texts: Mapping[str, str] | None = None,
    ledger: Iterable[Row] = (), panel: Iterable[Cell] = (), pages: str | None = None, part: bool = False,
) -> str:  # fmt: skip
    """Return the page of a network, which holds all of it: what is not drawn at once is told beside what is.

    Args:
        network: the network.
        documents: the documents that its evidence cites.
        texts: their texts by name, for the words around a quote; None for those that the documents hold.
        ledger: what became of their targets; of a part, rows on nothing that it has are left out.
        panel: targets and results by place, indicator and year; of a part, those whose statements it has.
        pages: the address below which every resource has a page of its own; None where nothing is served.
        part: whether the network is a part of what the documents say.

    """
    rows = [row for row in ledger if not part or _concerns(row, network)]
    return viewer.html(
        network,
        documents,
        title=_title(documents),
        english_title=_english_title(documents),
        texts=texts,
        ledger=[_shown(row) for row in rows],
        panel=panel,
        pages=pages,
    )


def _concerns(row: Row, shown: Network) -> bool:
    """Whether a row speaks of something on the page: a figure, an entity, or words that are no figure (同步) of a theme.

    The statements of a life are mentions, which are no nodes of their own: the entity stands for them.
    """
    about = [iris.statement(side.statement) for side in (row.a, row.b) if side and side.statement]
    if row.entity:
        about.append(iris.entity(row.entity))
    elif not row.a.statement:
        about.append(iris.indicator(row.indicator, row.concept))
        about += [iris.theme(row.theme)] if row.theme else []
    return any(node.value in shown for node in about)


def _title(documents: Sequence[Document]) -> str:
    areas = list(dict.fromkeys(document.area for document in documents))
    named = "、".join(areas[:_MOST_AREAS]) + ("等" if len(areas) > _MOST_AREAS else "")
    return f"{named}政策图谱 {_span(documents)}".strip()


def _english_title(documents: Sequence[Document]) -> str:
    areas = list(dict.fromkeys(places.english(document.area) or document.area for document in documents))
    named = ", ".join(areas[:_MOST_AREAS]) + (" and others" if len(areas) > _MOST_AREAS else "")
    return (
        f"Policy graph of {named} {_span(documents)}".strip() if named else f"Policy graph {_span(documents)}".strip()
    )


def _span(documents: Sequence[Document]) -> str:
    years = sorted({document.year for document in documents})
    return "–".join(map(str, dict.fromkeys((years[0], years[-1])))) if years else ""


def _shown(row: Row) -> dict[str, str]:
    """Return a row as the page shows it: the columns of ledger.csv, and of each side the page where there are pages."""
    sides = (("a", row.a), ("b", row.b))
    paged = {f"{name}_page": str(side.passage.page) for name, side in sides if side and side.passage.page}
    return {name: str(cell) for name, cell in cells(row).items()} | paged
