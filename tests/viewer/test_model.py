"""The network view as a pyvis network, and as the data of the page."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
import pyvis.network

import pages
from policygraph import viewer
from policygraph.statements import Document, Level
from policygraph.viewer import areas, names, payload
from policygraph.viewer.passages import AROUND, Evidence
from viewer.sample import BASE, sample

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_a_pyvis_network() -> None:
    """With every node and every one of parallel relations."""
    graph, documents = sample(120)
    node = next(iter(graph))
    graph.add_edge(node, node, key="once more", relation="linkedTo")
    net = viewer.network(graph, documents)
    assert isinstance(net, pyvis.network.Network)
    assert net.num_nodes() == graph.number_of_nodes()
    assert net.num_edges() == graph.number_of_edges()


def test_the_graph_of_the_caller_is_left_as_it_is() -> None:
    """Not so with from_nx() of pyvis."""
    graph, documents = sample(60)
    before = copy.deepcopy(dict(graph.nodes(data=True)))
    viewer.html(graph, documents, title="x")
    assert dict(graph.nodes(data=True)) == before


def test_what_is_added_with_pyvis_is_on_the_page() -> None:
    """The page is made from the pyvis network, not beside it."""
    graph, documents = sample(60)
    net = viewer.network(graph, documents)
    net.add_node("extra", label="另加的事物")
    net.add_edge("extra", next(iter(graph)), relation="linkedTo")
    data = pages.data(net.generate_html())
    assert data["nodes"][-1][:3] == ["extra", data["nodes"][-1][1], "另加的事物"]
    assert data["edges"][-1][0] == len(data["nodes"]) - 1


def test_the_same_graph_gives_the_same_bytes() -> None:
    """Twice in one process; the places of nodes are tested beside."""
    first, documents = sample(120)
    second, _ = sample(120)
    assert viewer.html(first, documents, title="x") == viewer.html(second, list(reversed(documents)), title="x")


def test_the_page_is_written_as_utf8_whole(tmp_path: Path) -> None:
    """By pyvis's own method, without its folder of scripts beside it."""
    graph, documents = sample(60)
    net = viewer.network(graph, documents, title="样例")
    net.write_html(str(tmp_path / "page.html"))
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == net.generate_html()
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_a_page_holds_every_node_and_edge_of_a_large_graph() -> None:
    """Nothing is cut: what is drawn at once is the page's own choice."""
    graph, documents = sample(6000)
    data = pages.data(viewer.html(graph, documents, title="x"))
    assert (len(data["nodes"]), len(data["edges"])) == (graph.number_of_nodes(), graph.number_of_edges())


@pytest.mark.parametrize("size", [(1300, None, 1.1), (1500, 3000, 1.2), (5000, 10_000, 2)])
def test_pages_stay_small(size: tuple[int, int | None, float]) -> None:
    """In MB, the words around every quote included."""
    nodes, edges, most = size
    graph, documents = sample(nodes, edges)
    assert len(viewer.html(graph, documents, title="x").encode()) / 1e6 < most


def test_every_quote_is_in_the_page_with_the_words_around_it() -> None:
    """Taken back from the excerpts by its offsets, as the page does it."""
    graph, documents = sample(120)
    data = pages.data(viewer.html(graph, documents, title="x"))
    texts = {document.name: document.text for document in documents}
    assert data["quotes"] == {}
    for name, start, end in _passages(data):
        [(offset, text)] = [(o, t) for o, t in data["excerpts"][name] if o <= start and end <= o + len(t)]
        assert text[start - offset : end - offset] == texts[name][start:end]
        assert offset <= max(0, start - AROUND)
        assert offset + len(text) >= min(len(texts[name]), end + AROUND)


def _passages(data: Any) -> list[tuple[str, int, int]]:
    flat = iter(data["passages"])
    return [
        (data["strings"][name], start, start + length) for name, start, length in zip(flat, flat, flat, strict=True)
    ]


def test_a_quote_that_its_text_does_not_hold_is_kept_as_cited() -> None:
    """Without words around it, rather than with the wrong ones."""
    graph, documents = sample(120)
    data = pages.data(viewer.html(graph, documents, title="x", texts={}))
    quotes = {edge["quote"] for *_, edge in graph.edges(data=True) if edge["quote"]}
    assert set(data["quotes"].values()) == quotes
    assert len(data["quotes"]) == len(_passages(data))
    assert not any(data["excerpts"].values())


def test_places_are_known_by_all_their_names() -> None:
    """What the table of places has of them; a place that it lacks has its own name."""
    assert areas.rows(["河南省", "测试市"]) == [
        ["河南省", "河南", "Henan", "he nan", "410000", "province", "全国", "河南省"],
        ["测试市", "测试市", "", "ce shi shi", "", "", "", ""],
    ]


def test_offsets_count_code_points() -> None:
    """A character beyond the basic plane is one, as in Python."""
    document = Document("d", "𠮷野家𠮷推进工程", "t", "", "2025", "郑州", Level.CITY, "", "")
    assert Evidence([document]).holds("d", 4, 8, "推进工程")
    assert Evidence([document]).excerpts({"d": [(4, 8)]}) == {"d": [(0, document.text)]}


def test_excerpts_near_each_other_are_joined() -> None:
    """No word is in the page twice."""
    text = "文" * 1000
    evidence = Evidence([Document("d", text, "t", "", "2025", "郑州", Level.CITY, "", "")])
    found = evidence.excerpts({"d": [(100, 110), (200, 210), (800, 810)]})
    assert [(start, len(words)) for start, words in found["d"]] == [(40, 230), (740, 130)]


@pytest.mark.parametrize(
    ("name", "syllables"),
    [
        ("中原科技城", "zhong yuan ke ji cheng"),
        ("5G“一网四基地”", "5 g yi wang si ji di"),
        ("R&D经费", "r d jing fei"),
        ("GDP", ""),
    ],
)
def test_names_have_pinyin(name: str, syllables: str) -> None:
    """Letters and digits stay, punctuation goes."""
    assert names.syllables(name).replace("5 g", "5g") == syllables.replace("5 g", "5g")


def test_iris_are_known_by_their_short_names() -> None:
    """Those of other namespaces stay whole."""
    assert payload.short(f"{BASE}entity/中原科技城") == "entity:中原科技城"
    assert payload.short("https://example.org/x") == "https://example.org/x"


def test_bare_graphs_are_shown_too() -> None:
    """No attribute is needed but those that somebody wants to see."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("a", "b")])
    data = pages.data(viewer.html(graph, [], title="x"))
    assert [node[2] for node in data["nodes"]] == ["a", "b"]
    assert len(data["edges"]) == 2
