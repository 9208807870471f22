"""Graphs for other programs."""

import errno
import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx
import pyoxigraph as ox
import pytest
import rdflib

from command import listing
from policygraph import rdf, store
from policygraph.errors import OutputError
from policygraph.export import WRITERS, export
from policygraph.ledger import derive
from policygraph.statements import Corpus
from policygraph.tables import write_tables

_NODE = ox.NamedNode("https://example.org/a")


@pytest.fixture(scope="module")
def graph(corpus: Corpus) -> store.Store:
    """The graph of the sample corpus."""
    return store.hold(rdf.quads(corpus))


@pytest.fixture(scope="module")
def turned(corpus: Corpus) -> store.Store:
    """The same, put together in another order."""
    return store.hold(sorted(rdf.quads(corpus), key=str, reverse=True))


@pytest.mark.parametrize("suffix", sorted(store.FORMATS))
def test_what_is_written_is_read_back(suffix: str, graph: store.Store, tmp_path: Path) -> None:
    """Formats with named graphs hold all quads, the others all triples."""
    path = tmp_path / f"graph{suffix}"
    export(graph, path)
    again = store.open_store(path)
    if store.FORMATS[suffix].supports_datasets:
        assert set(again.quads()) == set(graph.quads())
    else:
        assert {quad.triple for quad in again.quads()} == {quad.triple for quad in graph.quads()}


@pytest.mark.parametrize(
    ("suffix", "form"), [(".ttl", "turtle"), (".nt", "nt"), (".rdf", "xml"), (".trig", "trig"), (".jsonld", "json-ld")]
)
def test_rdflib_reads_what_is_written(suffix: str, form: str, graph: store.Store, tmp_path: Path) -> None:
    """Another implementation finds the same number of triples."""
    path = tmp_path / f"graph{suffix}"
    export(graph, path)
    read = rdflib.Dataset(default_union=True).parse(path, format=form)
    assert len(read) == len({quad.triple for quad in graph.quads()})


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_the_same_graph_is_the_same_bytes(suffix: str, graph: store.Store, turned: store.Store) -> None:
    """The order in which a graph was put together does not show."""
    assert WRITERS[suffix](graph) == WRITERS[suffix](turned)


def test_turtle_is_written_to_be_read(graph: store.Store) -> None:
    """Prefixes stand sorted at the head, names are short, Chinese is Chinese."""
    lines = WRITERS[".ttl"](graph).decode("utf-8").splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head) == lines[: len(head)]
    assert any(line.startswith("entity:测试谷二期 a pg:Project") for line in lines)


@pytest.fixture
def hostile() -> Iterator[store.Store]:
    """A graph whose text has what XML cannot hold or would change."""
    literal = ox.Literal("a\x01b\r\nc<d>&\ufffe]]>")
    return store.hold([ox.Quad(_NODE, _NODE, literal, _NODE)])


def test_xml_is_well_formed_whatever_a_document_holds(hostile: store.Store, tmp_path: Path) -> None:
    """Forbidden characters are replaced, carriage returns kept, and marks escaped."""
    export(hostile, tmp_path / "graph.rdf")
    (value,) = rdflib.Graph().parse(tmp_path / "graph.rdf").objects()
    assert str(value) == "a\ufffdb\r\nc<d>&\ufffd]]>"


def test_graphml_holds_the_network(graph: store.Store, tmp_path: Path) -> None:
    """Nodes and edges with their attributes; several values are joined; every edge has an id of its own."""
    export(graph, tmp_path / "graph.graphml")
    read = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    project = read.nodes["https://w3id.org/policygraph/entity/测试谷二期"]
    assert project["documents"] == "news;plan-2025"
    values = {data["value"] for _, data in read.nodes(data=True) if data["type"] == "target"}
    assert values == {2.8, 500.0, 530000000000.0}
    keys = [key for _, _, key in read.edges(keys=True)]
    assert len(keys) == len(set(keys)) > 5
    assert "linkedTo" in {data["relation"] for _, _, data in read.edges(data=True)}


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_is_filled_with_tables(graph: store.Store, corpus: Corpus, exists: bool, tmp_path: Path) -> None:
    """The tables that come out of the graph are those that the corpus would give."""
    folder = tmp_path / "tables"
    if exists:
        folder.mkdir()
    export(graph, folder)
    write_tables(corpus, derive(corpus), tmp_path / "direct")
    assert listing(folder) == listing(tmp_path / "direct")


def test_an_unknown_format_names_the_known_ones(graph: store.Store, tmp_path: Path) -> None:
    """Nothing is written, and the message says what could be."""
    with pytest.raises(
        OutputError, match=r"graph\.xls: unknown format; end the name in \.ttl, .*\.graphml, \.xlsx, or name a"
    ):
        export(graph, tmp_path / "graph.xls")
    assert not list(tmp_path.iterdir())


def test_a_graph_is_packed_and_read_back(graph: store.Store, tmp_path: Path) -> None:
    """With named graphs; unpacked it is the .nq, byte for byte."""
    export(graph, tmp_path / "graph.nq.gz")
    export(graph, tmp_path / "graph.nq")
    assert gzip.decompress((tmp_path / "graph.nq.gz").read_bytes()) == (tmp_path / "graph.nq").read_bytes()
    assert set(store.open_store(tmp_path / "graph.nq.gz").quads()) == set(graph.quads())
    # RFC 1952, 2.3: no name (flags), no time.
    assert (tmp_path / "graph.nq.gz").read_bytes()[3:8] == bytes(5)


def test_a_folder_of_tables_is_written_whole_or_not_at_all(
    graph: store.Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be put in its place leaves the tables of before, and no rest."""
    folder = tmp_path / "tables"
    export(graph, folder)
    (folder / "facts.csv").write_text("before", encoding="utf-8")
    before = listing(folder)
    monkeypatch.setattr(os, "fsync", _full(after=3))
    with pytest.raises(OutputError, match=r"relations\.csv: cannot be written \(No space left on device\)"):
        export(graph, folder)
    assert listing(folder) == before


def _full(after: int) -> Callable[[int], None]:
    """Return what a disk does that is full after some files."""
    left = iter(range(after))

    def sync(_: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return sync


def test_tables_do_not_replace_a_file(graph: store.Store, tmp_path: Path) -> None:
    """A name without suffix is a folder."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file; name a folder for tables"):
        export(graph, tmp_path / "out")


def test_annotations_come_with_the_words_around_each_quote(
    graph: store.Store, texts: dict[str, str], tmp_path: Path
) -> None:
    """The selectors of W3C Web Annotation are added; what is read back is the same, and tables have no place for them."""
    export(graph, tmp_path / "plain.nq")
    export(graph, tmp_path / "full.nq", texts)
    plain, full = (set((tmp_path / name).read_text("utf-8").splitlines()) for name in ("plain.nq", "full.nq"))
    assert plain < full
    assert any("oa#prefix" in line for line in full) and not any("oa#hasSelector" in line for line in plain)
    assert rdf.corpus(store.open_store(tmp_path / "full.nq").quads()) == rdf.corpus(graph.quads())
    for name in ("tables", "book.xlsx", "net.graphml"):
        with pytest.raises(OutputError, match="annotations are written as RDF"):
            export(graph, tmp_path / name, texts)
