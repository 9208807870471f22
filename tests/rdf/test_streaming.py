"""A graph is written part by part to the same bytes as one that is held whole."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

import policygraph
from policygraph import rdf
from policygraph.errors import OutputError
from policygraph.rdf import iris, streaming
from policygraph.rdf.vocab import DCTERMS
from policygraph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.statements import Corpus


@pytest.mark.parametrize("run", [1, 2_000, 1 << 30])
def test_the_bytes_do_not_depend_on_the_runs(corpus: Corpus, tmp_path: Path, run: int) -> None:
    """One run a part, some, or none on the disk: sorted, each quad once, the triples counted; and nothing else is left."""
    written = rdf.write(rdf.parts(corpus), tmp_path, run=run)
    said = list(rdf.quads(corpus))
    assert written.path.read_bytes() == rdf.serialise(said)
    assert written.quads == len(set(said))
    assert list(tmp_path.iterdir()) == [written.path]


def test_a_triple_of_two_graphs_is_counted_once(tmp_path: Path) -> None:
    """A quad that two parts say is one quad, a triple that two graphs say one triple."""
    node = iris.document("a")
    one, other = (ox.Quad(node, DCTERMS.title, ox.Literal('a <b> "c"\n'), iris.graph(name)) for name in "ab")
    written = rdf.write([[one], [other, one]], tmp_path, run=1)
    assert written.quads == 3
    assert '"2"^^' in written.path.read_text(encoding="utf-8")


def test_a_large_graph_is_packed_the_same_way_every_time(corpus: Corpus, tmp_path: Path) -> None:
    """With neither name nor time in the head."""
    packed = []
    for name in "ab":
        (tmp_path / name).mkdir()
        written = rdf.write(rdf.parts(corpus), tmp_path / name, packed_above=1000)
        assert written.path.name == "graph.nq.gz"
        packed.append(written.path.read_bytes())
    assert packed[0] == packed[1]
    assert gzip.decompress(packed[0]) == rdf.serialise(rdf.quads(corpus))


def test_a_folder_that_cannot_be_written_is_told(corpus: Corpus, tmp_path: Path) -> None:
    """In one line that names the file."""
    with pytest.raises(OutputError, match=r"graph\.nq: cannot be written"):
        rdf.write(rdf.parts(corpus), tmp_path / "none")


def test_the_folder_of_a_build_leads_to_its_packed_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a graph is asked for; and a later, smaller build takes the packed one away."""
    source = tmp_path / "测试市2025年政府工作报告.txt"
    source.write_text("测试市2025年政府工作报告\n今年，新增企业500家以上。\n", encoding="utf-8")
    monkeypatch.setattr(streaming, "PACKED_ABOVE", 1000)
    summary = policygraph.build(source, tmp_path / "out")
    assert summary.graph == tmp_path / "out" / "graph.nq.gz"
    assert len(open_store(summary.graph)) == summary.triples
    assert len(policygraph.open(tmp_path / "out").facts()) == 1
    monkeypatch.undo()
    assert policygraph.build(source, tmp_path / "out").graph.name == "graph.nq"
    assert not summary.graph.exists()
