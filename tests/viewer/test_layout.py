"""Places of nodes: computed beforehand, the same on any machine, stable between builds."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from effort import at_most
from policygraph.viewer import layout, packing, slots
from viewer.sample import BASE, sample


def _shuffled(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(graph.nodes(data=True))))
    other.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    return other


def test_every_node_has_a_place_in_whole_numbers() -> None:
    """So that the same bytes come out on machines whose sines differ in the last bit."""
    graph, _ = sample(300)
    places = layout.positions(graph)
    assert list(places) == list(graph)
    assert all(type(x) is int and type(y) is int for x, y in places.values())


def test_the_order_of_nodes_and_edges_makes_no_difference() -> None:
    """Two builds of one graph give one map."""
    graph, _ = sample(300)
    assert layout.positions(_shuffled(graph)) == layout.positions(graph)


def test_a_known_graph_gives_a_known_map() -> None:
    """Written down, so that another machine or another Python that computes otherwise is found out."""
    graph, _ = sample(60)
    places = layout.positions(graph)
    corners = [places[f"{BASE}theme/{slug}"] for slug in ("innovation", "industry", "livelihood")]
    assert corners == [(-200, 0), (0, 0), (-126, 177)]


def test_no_two_nodes_stand_on_each_other() -> None:
    """Neighbouring places are more than half a spacing apart."""
    graph, _ = sample(900)
    places = sorted(layout.positions(graph).values())
    least = (slots.SPACING // 2) ** 2
    for i, (x, y) in enumerate(places):
        for other_x, other_y in places[i + 1 :]:
            if other_x - x > slots.SPACING:
                break
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > least


def test_nodes_of_a_theme_stand_around_it() -> None:
    """Each thing is nearer to its own theme than to most others."""
    graph, _ = sample(300)
    places = layout.positions(graph)
    themes = {node for node, type_ in graph.nodes(data="type") if type_ == "theme"}
    near = 0
    for node, data in graph.nodes(data=True):
        x, y = places[node]
        nearest = min(themes, key=lambda theme: (places[theme][0] - x) ** 2 + (places[theme][1] - y) ** 2)
        near += nearest.rsplit("/", 1)[-1] in data["themes"]
    assert near > 0.85 * len(graph)


def test_nodes_of_an_earlier_build_keep_their_places() -> None:
    """And new ones take free places near their neighbours."""
    graph, _ = sample(300)
    before = dict(list(layout.positions(graph).items())[:200])
    after = layout.positions(graph, start=before)
    assert {node: after[node] for node in before} == before
    assert len(set(after.values())) == len(graph)


def test_places_of_nodes_that_are_gone_are_ignored() -> None:
    """An earlier build may have had more."""
    graph, _ = sample(60)
    assert "gone" not in layout.positions(graph, start={"gone": (0, 0)})


def test_a_graph_without_themes_is_laid_out_too() -> None:
    """Anybody's graph, with no attribute at all."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c")])
    assert len(set(layout.positions(graph).values())) == 3
    assert layout.positions(nx.MultiDiGraph()) == {}


def test_themes_in_a_circle_do_not_hang() -> None:
    """Broader of each other: wrong, but no reason not to show the graph."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for slug in ("a", "b"):
        graph.add_node(f"t/{slug}", type="theme", themes=(slug,))
    graph.add_edge("t/a", "t/b", relation="broader")
    graph.add_edge("t/b", "t/a", relation="broader")
    assert len(layout.positions(graph)) == 2


def test_the_published_size_takes_less_than_two_seconds() -> None:
    """Of the five seconds that a whole build may take."""
    graph, _ = sample(1300)
    with at_most(seconds=2):
        layout.positions(graph)


@given(
    st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(1, 500), max_size=25), st.integers(0, 100)
)
def test_discs_never_overlap(radii: dict[str, int], gap: int) -> None:
    """Whatever their sizes, their rims stay one gap apart."""
    centres = packing.pack(radii, gap)
    names = sorted(centres)
    assert names == sorted(radii)
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            (ax, ay), (bx, by) = centres[a], centres[b]
            assert (ax - bx) ** 2 + (ay - by) ** 2 >= (radii[a] + radii[b] + gap) ** 2


def test_discs_that_belong_together_stand_together() -> None:
    """The two small ones beside the one they belong to, not beside the larger one in the middle."""
    centres = packing.pack({"large": 100, "own": 60, "x": 20, "y": 20}, 5, beside={"x": "own", "y": "own"})

    def far(a: str, b: str) -> int:
        return (centres[a][0] - centres[b][0]) ** 2 + (centres[a][1] - centres[b][1]) ** 2

    assert far("x", "own") == far("y", "own") or max(far("x", "own"), far("y", "own")) < 90**2
