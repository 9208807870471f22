"""Names are computed from what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from policygraph.rdf import iris
from policygraph.statements import Passage

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("node", "iri"),
    [
        (iris.entity("中原科技城"), "entity/中原科技城"),
        (iris.entity("郑开“双城” A/B"), "entity/郑开%E2%80%9C双城%E2%80%9D%20A%2FB"),
        (iris.theme("opening-up"), "theme/opening-up"),
        (iris.indicator("研发投入强度", "research-intensity"), "indicator/research-intensity"),
        (iris.indicator("测试谷二期投资额"), "indicator/测试谷二期投资额"),
        (iris.code("stage", "started"), "code/stage/started"),
        (iris.minted_unit("元/吨"), "code/unit/元%2F吨"),
        (iris.year(2025), "year/2025"),
        (iris.place("郑州"), "place/郑州"),
        (iris.document("report_1"), "document/report%5F1"),
        (iris.graph("001"), "graph/001"),
        (iris.statement("00ff00ff00ff00ff"), "statement/00ff00ff00ff00ff"),
        (iris.quantity("00ff00ff00ff00ff"), "statement/00ff00ff00ff00ff/value"),
        (iris.passage(Passage("001", 10, 12, "两字")), "passage/001/10-12"),
    ],
)
def test_each_sort_of_thing_has_its_own_namespace(node: NamedNode, iri: str) -> None:
    """An IRI is the namespace of its sort and what it names, percent-encoded but for letters and digits."""
    assert node.value == f"https://w3id.org/policygraph/{iri}"


@given(names)
def test_a_name_can_be_told_from_its_iri(name: str) -> None:
    """Nothing is lost in encoding, whatever characters a name has."""
    assert iris.local(iris.entity(name), "entity") == name


@given(names)
def test_an_encoded_name_has_no_mark_that_an_iri_could_read_as_its_own(name: str) -> None:
    """No slash, dot, hash or quote of a name stands in an IRI, so that a name cannot leave its namespace."""
    assert all(c.isalnum() or c in "%-" for c in iris.encode(name))


@pytest.mark.parametrize("name", ["vocabulary", "indicators", "entities", "dataset"])
def test_no_document_writes_into_a_graph_of_ours(name: str) -> None:
    """A document that is called like one of our graphs gets another graph, and keeps its name."""
    graph = iris.graph(name)
    assert graph not in iris.COMMON
    assert iris.local(graph, "graph") == name


def test_a_node_of_another_namespace_has_no_name_there() -> None:
    """Asking a place for its entity name is a mistake of the program."""
    with pytest.raises(ValueError, match="not in the namespace"):
        iris.local(iris.place("郑州"), "entity")
