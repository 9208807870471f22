"""The network view as a pyvis network: nodes and edges with their signs, places and all that the page tells of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import ChoiceLoader, Environment, PackageLoader, select_autoescape
from pyvis.network import Network

from policygraph import files
from policygraph.viewer import assets, layout, names, parcels, payload, symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from policygraph.ledger.panel import Cell
    from policygraph.statements import Document

    Point = tuple[int, int]

_TEMPLATE: Final = "viewer.html.j2"


class PolicyNetwork(Network):  # type: ignore[misc]  # pyvis publishes no types
    """A pyvis network that is written as our page instead of pyvis's own.

    Whatever pyvis can do to a network before it is written (``add_node``, ``add_edge``, changed options of nodes)
    shows on the page.
    """

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:  # noqa: ARG002 -- pyvis's own arguments
        """Write the page to a file, as UTF-8, whole or not at all.

        Args:
            name: where to; must end in ``.html``.
            local: no meaning here: the page always holds everything it needs.
            notebook: no meaning here.
            open_browser: no meaning here: open the file yourself.

        """
        files.write(Path(name), self.generate_html(name))


def network(
    graph: nx.MultiDiGraph[str],
    documents: Sequence[Document],
    *,
    title: str = "Policygraph",
    english_title: str = "",
    language: str = "",
    positions: Mapping[str, Point] | None = None,
    texts: Mapping[str, str] | None = None,
    ledger: Sequence[Mapping[str, str]] = (),
    panel: Iterable[Cell] = (),
    pages: str | None = None,
) -> PolicyNetwork:
    """Return the network view as a pyvis network whose ``generate_html()`` is our page.

    The caller's graph is left as it is.

    Args:
        graph: the network view.
        documents: the documents that its evidence cites.
        title: heading of the page.
        english_title: heading of the page while it is English; the other one if there is none.
        language: ``zh`` or ``en``: the language of the page when it is opened; ``""`` for the reader's own.
        positions: places of nodes; computed by :func:`policygraph.viewer.layout.positions` if not given.
        texts: text by document name, for the words around a quote; by default those that the documents hold.
        ledger: rows of ``ledger.csv``.
        panel: targets and results by place, indicator and year.
        pages: the address below which every resource has a page of its own; None where nothing is served.

    """
    places = layout.positions(graph) if positions is None else positions
    net = PolicyNetwork(directed=True, cdn_resources="in_line", heading=title)
    for node, data in graph.nodes(data=True):
        _add_node(net, node, data, places.get(node, (0, 0)))
    for a, b, key, data in graph.edges(keys=True, data=True):
        net.edges.append({**data, "id": key, "from": a, "to": b, "arrows": "to"})
    net.options = {"physics": {"enabled": False}}
    net.templateEnv = _environment(english_title if english_title and language == "en" else title, language)
    titles = {"zh": title, "en": english_title or title}
    evidence = payload.Evidence(documents, texts)
    net.templateEnv.globals["parcels"] = lambda nodes, edges: parcels.packed(
        payload.build(nodes, edges, evidence, ledger, panel, titles=titles, pages=pages)
    )
    net.path = _TEMPLATE
    return net


def _add_node(net: PolicyNetwork, node: str, data: Mapping[str, object], place: Point) -> None:
    # Not by add_node(), which looks through all nodes before every new one.
    symbol = symbols.of(str(data.get("type", "")))
    options = {
        **data,
        "id": node,
        "label": str(data.get("label") or node),
        # A fact is typed by its indicator: one spelling serves all its years.
        "pinyin": names.syllables(str(data.get("indicator") or data.get("label") or "")),
        "shape": "dot" if symbol.shape == "ring" else symbol.shape,
        "color": symbol.color,
        "x": place[0],
        "y": place[1],
    }
    net.nodes.append(options)
    net.node_ids.append(node)
    net.node_map[node] = options


def _environment(title: str, language: str) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("policygraph.viewer", "templates")]),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(title=title, language=language, assets=assets.read())
    return environment
