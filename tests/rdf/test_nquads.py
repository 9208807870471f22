"""The same statements are the same bytes."""

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from policygraph import rdf
from policygraph.statements import Corpus

_NODE = ox.NamedNode("https://example.org/河南")


def test_the_order_of_quads_and_doubles_make_no_difference(corpus: Corpus) -> None:
    """Turned round and doubled, quads are written as the sorted ones."""
    quads = list(rdf.quads(corpus))
    assert rdf.serialise([*reversed(quads), *quads]) == rdf.serialise(quads)


def test_lines_are_sorted_and_chinese_is_readable(corpus: Corpus) -> None:
    """One quad a line, by code point; 测试谷 stands as it is, in names and in labels."""
    text = rdf.serialise(rdf.quads(corpus)).decode("utf-8")
    lines = text.split("\n")
    assert lines.pop() == ""
    assert lines == sorted(lines)
    assert all(line.endswith("> .") for line in lines)
    assert "entity/测试谷二期>" in text
    assert '"测试谷二期"@zh' in text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_hostile_text_stays_inside_its_literal(text: str) -> None:
    """Whatever a document writes, quotes, line ends and backslashes included, is read back as that text."""
    data = rdf.serialise([ox.Quad(_NODE, _NODE, ox.Literal(text), _NODE)])
    assert data.count(b"\n") == 1
    (quad,) = ox.parse(data, ox.RdfFormat.N_QUADS)
    assert quad.object.value == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_line_is_what_the_serializer_of_pyoxigraph_writes(text: str) -> None:
    """Our short way to a line takes no short cut in escaping."""
    quad = ox.Quad(_NODE, _NODE, ox.Literal(text, language="zh"), _NODE)
    assert rdf.serialise([quad]) == ox.serialize([quad], format=ox.RdfFormat.N_QUADS)
