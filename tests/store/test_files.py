"""A graph file is loaded whole or not at all, and what is wrong with it is said in one line."""

import gzip
import re
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph import store
from policygraph.errors import GraphError, OutputError
from policygraph.store.packed import unpacked


@pytest.mark.parametrize("suffix", sorted(store.FORMATS))
def test_every_format_is_read(suffix: str, quads: list[ox.Quad], tmp_path: Path) -> None:
    """The suffix tells the format; formats without named graphs hold the union."""
    form = store.FORMATS[suffix]
    path = tmp_path / f"graph{suffix}"
    ox.serialize(quads if form.supports_datasets else [quad.triple for quad in quads], str(path), format=form)
    graph = store.open_store(path)
    assert {quad.triple for quad in graph.quads()} == {quad.triple for quad in quads}
    assert list(graph.query("SELECT * { ?s a pg:Link }"))


@pytest.fixture
def packed(nquads: Path, tmp_path: Path) -> Path:
    """A graph packed with gzip."""
    path = tmp_path / "graph.nq.gz"
    path.write_bytes(gzip.compress(nquads.read_bytes()))
    return path


def test_a_packed_file_is_read(packed: Path, nquads: Path) -> None:
    """As the plain one, and by the rdflib view too."""
    assert set(store.open_store(packed).quads()) == set(store.open_store(nquads).quads())
    assert (None, None, None) in store.open_dataset(packed)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[: len(data) // 2], r"graph\.nq\.gz: is damaged or cut off \(.*\); nothing was loaded, pack"),
        (lambda data: data[:-8], r"graph\.nq\.gz: is damaged or cut off"),
        (lambda data: data[:5000] + bytes(50) + data[5050:], r"graph\.nq\.gz(:\d+)?: is damaged or cut off"),
        (lambda _: b"<a:b> <a:b> <a:b> .\n", r"graph\.nq\.gz: is damaged or cut off \(Not a gzipped file"),
        (lambda data: data + b"more", r"graph\.nq\.gz: is damaged or cut off"),
        (lambda data: gzip.compress(gzip.decompress(data)[:-100]), r"graph\.nq\.gz(:\d+)?: is (damaged or )?cut off"),
        (lambda _: gzip.compress(b""), r"graph\.nq\.gz: holds no statements"),
        (lambda _: b"", r"graph\.nq\.gz: holds no statements|is empty"),
    ],
)
def test_a_damaged_packed_file_is_refused(damage: Callable[[bytes], bytes], message: str, packed: Path) -> None:
    """In one line that names the file; nothing of it is used."""
    packed.write_bytes(damage(packed.read_bytes()))
    with pytest.raises(GraphError, match=message) as raised:
        store.open_store(packed)
    assert "\n" not in str(raised.value)


def test_a_packed_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As any other."""
    with pytest.raises(GraphError, match=r"none\.nq\.gz: no such file"):
        store.open_store(tmp_path / "none.nq.gz")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\n" * (70 << 20), "unpacks to more than 200 times its size, as no graph does"),
        (b"# " + b"x" * (20 << 20), "holds a line of more than 15 MiB; unpack it, and give the .nq file"),
        (b'<a:b> <a:b> "' + b"x" * (20 << 20) + b'" .\n', "holds a line of more than 15 MiB"),
    ],
    ids=["lines", "one line", "one literal"],
)
def test_what_unpacks_to_fill_a_memory_is_refused(content: bytes, message: str, packed: Path) -> None:
    """Kilobytes that unpack to gigabytes are no graph."""
    packed.write_bytes(gzip.compress(content))
    with pytest.raises(GraphError, match=re.escape(message)):
        store.open_store(packed)


def test_a_packed_graph_is_read_piece_by_piece(nquads: Path, tmp_path: Path) -> None:
    """Unpacking never holds more than some pieces, however long the file."""
    path = tmp_path / "long.nq.gz"
    data = nquads.read_bytes()
    times = (40 << 20) // len(data)
    with gzip.open(path, "wb") as file:
        for _ in range(times):
            file.write(data)
    with unpacked(path) as file:
        tracemalloc.start()
        total = sum(len(piece) for piece in iter(lambda: file.read(1 << 16), b""))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert total == times * len(data)
    assert most < 8 << 20


def test_rdflib_opens_a_file_directly(nquads: Path) -> None:
    """A path is enough for the rdflib view."""
    assert (None, None, None) in store.open_dataset(nquads)


def test_a_file_cut_within_a_line_is_refused(nquads: Path, tmp_path: Path) -> None:
    """The line that breaks off is named, with what to do."""
    cut = tmp_path / "cut.nq"
    data = nquads.read_bytes()
    half = data[: data.index(b"\n", len(data) // 2) - 5]
    cut.write_bytes(half)
    line = half.count(b"\n") + 1
    with pytest.raises(GraphError, match=rf"cut\.nq:{line}: is damaged or cut off .*; nothing was loaded, build"):
        store.open_store(cut)


def test_a_file_cut_between_lines_is_refused(nquads: Path, tmp_path: Path) -> None:
    """Each line left is sound, but the graph says how many triples it has."""
    cut = tmp_path / "cut.nq"
    cut.write_bytes(b"".join(nquads.read_bytes().splitlines(keepends=True)[:-1000]))
    with pytest.raises(GraphError, match=r"cut\.nq: is cut off, \d+ of its triples are missing"):
        store.open_store(cut)


def test_a_file_that_somebody_added_to_is_read(nquads: Path, tmp_path: Path) -> None:
    """More than it counts is no damage."""
    more = tmp_path / "more.nq"
    more.write_bytes(nquads.read_bytes() + b"<a:b> <a:b> <a:b> .\n")
    assert len(store.open_store(more)) == len(store.open_store(nquads)) + 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("garbage.nq", b"\x00\x01\x02", r"garbage\.nq:1: is damaged"),
        ("latin.nq", b'<a:b> <a:b> "caf\xe9" .\n', r"latin\.nq:1: is damaged"),
        ("open.rdf", b"<rdf:RDF", r"open\.rdf: is damaged"),
        ("open.jsonld", b'{"@id": ', r"open\.jsonld:1: is damaged"),
        ("far.jsonld", b'{"@context": "http://127.0.0.1:9/c", "a": 1}', r"far\.jsonld: is damaged .*remote contexts"),
        ("prefix.ttl", b"@prefix a: <a:b> .\n\na:b c:d a:b .", r"prefix\.ttl:3: is damaged"),
        ("empty.nq", b"", r"empty\.nq: is empty; build the graph again"),
        ("space.trig", b" \n", r"space\.trig: is empty"),
        ("comment.ttl", b"# nothing\n", r"comment\.ttl: holds no statements"),
        ("graph.csv", b"a,b", r"graph\.csv: unknown sort of graph; give one of \.nq, .*, a store folder or a URL"),
    ],
)
def test_what_is_no_graph_is_refused(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    """File, line where there is one, what is wrong and what to do, in one line."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GraphError, match=message) as caught:
        store.open_store(path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says how to make one."""
    with pytest.raises(GraphError, match=r"none\.nq: no such file; make it with: policygraph build"):
        store.open_store(tmp_path / "none.nq")


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    """A folder of results is not a store; the file in it is meant."""
    with pytest.raises(GraphError, match=r"is a folder without an Oxigraph store; give a graph file"):
        store.open_store(tmp_path)


def test_a_damaged_store_folder_is_refused(quads: list[ox.Quad], tmp_path: Path) -> None:
    """A folder whose files are damaged is not opened."""
    store.save(quads[:10], tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_text("MANIFEST-999999\n", encoding="utf-8")
    with pytest.raises(GraphError, match=r"the store cannot be opened .*; build the graph again"):
        store.open_store(tmp_path / "store")


def test_a_store_folder_is_not_written_over(tmp_path: Path) -> None:
    """A folder that holds something is left alone."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is taken; name a new folder"):
        store.save([], tmp_path)
