"""Parts of a network for one page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policygraph import excerpt, page, rdf
from policygraph.errors import GraphError, QueryError, UnknownNameError
from policygraph.networks import network
from policygraph.store import hold
from policygraph.viewer import model

if TYPE_CHECKING:
    from policygraph.networks.view import Network
    from policygraph.statements import Corpus


@pytest.fixture(scope="module")
def net(corpus: Corpus) -> Network:
    """The network of the small corpus."""
    return network(hold(rdf.quads(corpus)))


def _labels(part: Network) -> set[str]:
    return {data["label"] for _, data in part.nodes(data=True)}


@pytest.mark.parametrize("name", ["innovation", "创新", "Innovation"])
def test_a_theme_is_cut_by_any_of_its_names(name: str, net: Network) -> None:
    """What stands under the theme stays, and the theme itself; what stands under none goes."""
    part = excerpt.cut(net, theme=name)
    assert {"创新", "测试谷二期"} <= _labels(part)
    assert "测试谷" not in _labels(part)
    assert all("innovation" in data["themes"] for _, data in part.nodes(data=True) if data["type"] != "theme")


def test_a_year_is_cut(net: Network) -> None:
    """Only what is said of the year stays."""
    part = excerpt.cut(net, year=2024)
    assert "测试谷" in _labels(part)
    assert "测试谷二期" not in _labels(part)
    assert all(2024 in data["years"] for _, data in part.nodes(data=True))


def test_the_surroundings_of_an_entity_are_cut(net: Network) -> None:
    """Two steps lead from an entity over its fact to the indicator."""
    part = excerpt.cut(net, entity="测试谷")
    assert {"测试谷", "新增座席数"} <= _labels(part)
    assert "研发投入强度" not in _labels(part)


def test_conditions_are_met_together(net: Network) -> None:
    """Where nothing meets all of them, that is told instead of an empty page."""
    with pytest.raises(QueryError, match="nothing in the graph meets these conditions"):
        excerpt.cut(net, theme="innovation", year=1999)


def test_an_unknown_theme_is_answered_with_the_nearest(net: Network) -> None:
    """A theme is called by a name of ontology/themes.ttl."""
    with pytest.raises(UnknownNameError, match="unknown theme: innovatoin; did you mean innovation"):
        excerpt.cut(net, theme="innovatoin")


def test_a_network_too_large_for_a_page_keeps_what_has_most_edges(net: Network) -> None:
    """The rest is left out, always the same; one that fits is left as it is."""
    part = excerpt.fitting(net, 4)
    least = min(net.degree(node) for node in part)
    assert len(part) == 4
    assert all(net.degree(node) <= least for node in net if node not in part)
    assert excerpt.fitting(net, len(net)) is net


def test_a_part_lies_in_the_order_of_the_whole(net: Network) -> None:
    """Nodes by IRI, edges by start, end and key, each with all that is said of it, whatever is cut."""
    for part in (excerpt.fitting(net, 4), excerpt.cut(net, theme="innovation"), excerpt.cut(net, entity="测试谷")):
        kept = set(part)
        assert list(part.nodes(data=True)) == [(n, data) for n, data in net.nodes(data=True) if n in kept]
        edges = [edge for edge in net.edges(keys=True, data=True) if {edge[0], edge[1]} <= kept]
        assert list(part.edges(keys=True, data=True)) == edges


def test_the_title_of_a_page_says_what_it_shows(net: Network, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Places and years of the documents; and that it is a part, where it is one."""
    documents = [reading.document for reading in corpus.readings]
    assert "全国、测试市政策图谱 2025<" in page.html(net, documents)
    assert '"en":"Policy graph of China, 测试市 2025"' in page.html(net, documents)
    monkeypatch.setattr(page, "LIMIT", 4)
    assert f"（{len(net)}个节点中的4个）" in page.html(net, documents)
    assert f"2025 (4 of {len(net)} nodes)" in page.html(net, documents)
    assert page.LIMIT <= model.LIMIT


def test_a_page_that_must_be_whole_names_cuts_that_fit(
    net: Network, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with the number of nodes that the cut leaves."""
    documents = [reading.document for reading in corpus.readings]
    monkeypatch.setattr(page, "LIMIT", len(net) - 1)
    with pytest.raises(GraphError, match=f"^{len(net)} nodes are more than the {len(net) - 1} of one page") as refused:
        page.html(net, documents, strict=True)
    found = re.findall(r"--(year|theme) (\S+) \((\d+) nodes\)", str(refused.value))
    assert {option for option, _, _ in found} == {"year", "theme"}
    for option, value, size in found:
        cut = excerpt.cut(net, year=int(value)) if option == "year" else excerpt.cut(net, theme=value)
        assert len(cut) == int(size)


def test_where_no_year_or_theme_is_small_enough_an_entity_is_asked_for(
    net: Network, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is two steps away from one entity is the smallest cut."""
    monkeypatch.setattr(page, "LIMIT", 0)
    with pytest.raises(GraphError, match="cut it around one --entity NAME"):
        page.html(net, [reading.document for reading in corpus.readings], strict=True)
