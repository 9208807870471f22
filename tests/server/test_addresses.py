"""The address of a resource, and the resource of an address."""

from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from policygraph.rdf import iris
from policygraph.rdf.vocab import BASE
from policygraph.server.addresses import candidates, href

_names = st.text(min_size=1).filter(lambda name: all(c.isprintable() for c in name))


@given(_names)
def test_the_address_of_a_resource_leads_back_to_it(name: str) -> None:
    """Whatever it is called, percent signs and slashes in the name included."""
    for node in (iris.entity(name), iris.place(name), iris.document(name), iris.indicator(name)):
        assert candidates(href(node))[0] == node


@given(_names)
def test_a_name_need_not_be_encoded_as_the_graph_does_it(name: str) -> None:
    """Who percent-encodes all of a name finds it too."""
    assert iris.entity(name) in candidates(f"/entity/{quote(name, safe='')}")


@given(st.text())
def test_any_address_is_read(path: str) -> None:
    """Nothing that comes in raises, and nothing outside our namespaces is asked for."""
    for raw in (path, quote(path), f"/entity/{path}", f"/entity/{quote(path)}"):
        assert all(node.value.startswith(BASE) for node in candidates(raw))


def test_a_graph_that_is_named_like_one_of_ours_keeps_its_own_address() -> None:
    """A document ``entities`` has a graph that is told apart by one percent-encoded letter."""
    own, shared = iris.graph("entities"), iris.ENTITIES
    assert candidates(href(own))[0] == own
    assert candidates(href(shared)) == (shared,)


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        ("https://w3id.org/policygraph/passage/000/12-40", "/passage/000/12-40"),
        ("https://w3id.org/policygraph/ontology#Target", "/ontology#Target"),
        ("https://w3id.org/policygraph/ontology", "/ontology"),
        ("https://w3id.org/policygraph/code/stage/started", "/code/stage/started"),
        ("https://w3id.org/policygraph/other/thing", ""),
        ("https://w3id.org/policygraph//evil.example/", ""),
        ("https://example.org/entity/a", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_our_resources_have_addresses(iri: str, path: str) -> None:
    """Every other IRI has none here."""
    assert href(NamedNode(iri)) == path


def test_chinese_is_written_as_browsers_send_it() -> None:
    """The address is ASCII."""
    assert unquote(href(iris.entity("中原科技城"))) == "/entity/中原科技城"
    assert href(iris.entity("中原科技城")).isascii()
