"""The viewer page of a graph, titled by what its documents speak of, and never too large for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import viewer
from policygraph.excerpt import fitting
from policygraph.viewer.model import LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygraph.networks.view import Network
    from policygraph.statements import Document

# A title that names more places is no title.
_MOST_AREAS = 3


def html(network: Network, documents: Sequence[Document], *, texts: Mapping[str, str] | None = None) -> str:
    """Return the page of a network; of one too large for a page, the nodes with most edges, and the title says so.

    Args:
        network: the network.
        documents: the documents that its evidence cites.
        texts: their texts by name, for the words around a quote; None for those that the documents hold.

    """
    shown = fitting(network, LIMIT)
    part = f"（{len(network)}个节点中的{len(shown)}个）" if len(shown) < len(network) else ""
    return viewer.html(shown, documents, title=_title(documents) + part, texts=texts)


def _title(documents: Sequence[Document]) -> str:
    areas = list(dict.fromkeys(document.area for document in documents))
    years = sorted({document.year for document in documents})
    places = "、".join(areas[:_MOST_AREAS]) + ("等" if len(areas) > _MOST_AREAS else "")
    span = "–".join(map(str, dict.fromkeys((years[0], years[-1])))) if years else ""
    return f"{places}政策图谱 {span}".strip()
