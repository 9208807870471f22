"""Parts of a network for one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import pages
from policygraph import excerpt, page, rdf
from policygraph.errors import QueryError, UnknownNameError
from policygraph.networks import network
from policygraph.store import hold

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


def test_a_part_lies_in_the_order_of_the_whole(net: Network) -> None:
    """Nodes by IRI, edges by start, end and key, each with all that is said of it, whatever is cut."""
    for part in (excerpt.cut(net, theme="innovation"), excerpt.cut(net, entity="测试谷")):
        kept = set(part)
        assert list(part.nodes(data=True)) == [(n, data) for n, data in net.nodes(data=True) if n in kept]
        edges = [edge for edge in net.edges(keys=True, data=True) if {edge[0], edge[1]} <= kept]
        assert list(part.edges(keys=True, data=True)) == edges


def test_the_title_of_a_page_says_what_it_shows(net: Network, corpus: Corpus) -> None:
    """Places and years of the documents, in both languages."""
    html = page.html(net, [reading.document for reading in corpus.readings])
    assert "<title>全国、测试市政策图谱 2025</title>" in html
    assert pages.data(html)["title"] == {"zh": "全国、测试市政策图谱 2025", "en": "Policy graph of China, 测试市 2025"}
