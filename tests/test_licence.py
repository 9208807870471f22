"""Under which licence a graph is: the one that its owner gives, or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import policygraph
from command import REPORT, Outcome
from policygraph import rdf
from policygraph.documents.licences import address
from policygraph.rdf import iris
from policygraph.rdf.vocab import DCTERMS
from policygraph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pyoxigraph as ox

SPDX = "https://spdx.org/licenses/"
OTHERS = "https://www.example.org/terms?lang=zh#use"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, of which the first has a licence of its own in its front matter, the second in documents.csv."""
    path = tmp_path / "in"
    path.mkdir()
    (path / "a.md").write_text(REPORT.replace("---\n", "---\nlicense: cc0-1.0\n", 1), encoding="utf-8")
    (path / "b.md").write_text(REPORT.replace("2025", "2026"), encoding="utf-8")
    (path / "documents.csv").write_text(f"file,license\nb.md,{OTHERS}\n", encoding="utf-8")
    return path


def _said(graph: Path, predicate: ox.NamedNode) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in open_store(graph).quads():
        # The ontology, which every graph holds, has a licence of its own.
        if quad.predicate == predicate and quad.graph_name != iris.VOCABULARY:
            found.setdefault(quad.subject.value, []).append(quad.object.value)
    return {node: sorted(values) for node, values in found.items()}


@pytest.mark.parametrize(
    ("given", "said"),
    [("CC-BY-4.0", f"{SPDX}CC-BY-4.0"), ("odbl-1.0", f"{SPDX}ODbL-1.0"), (OTHERS, OTHERS), ("", "")],
)
def test_a_licence_is_an_address_or_an_identifier_of_spdx(given: str, said: str) -> None:
    """An identifier in any case; an address as it is."""
    assert address(given) == said


@pytest.mark.parametrize(
    "given", ["CCBY", "public", "MIT OR Apache-2.0", "LicenseRef-mine", "ftp://x", "http://a b", "MIT+"]
)
def test_what_is_no_licence_is_refused(given: str) -> None:
    """A slip of the pen is no licence, nor a name that nobody else knows."""
    with pytest.raises(ValueError, match=r"is no licence; give its address or its SPDX identifier, such as CC-BY-4\.0"):
        address(given)


def test_a_graph_bears_the_licence_that_is_given(folder: Path, run: Callable[..., Outcome], tmp_path: Path) -> None:
    """On the dataset and in datapackage.json, of the build and of a later export; documents bear their own."""
    out = tmp_path / "out"
    assert run("build", str(folder), "-o", str(out), "-q", "--license", "cc-by-4.0").code == 0
    assert _said(out / "graph.nq", DCTERMS.license) == {
        iris.DATASET.value: [f"{SPDX}CC-BY-4.0"],
        iris.document("a").value: [f"{SPDX}CC0-1.0"],
        iris.document("b").value: [OTHERS],
    }
    assert run("export", str(tmp_path / "again"), "-g", str(out)).code == 0
    for tables in (out / "tables", tmp_path / "again"):
        assert json.loads((tables / "datapackage.json").read_bytes())["licenses"] == [{"path": f"{SPDX}CC-BY-4.0"}]


def test_a_graph_bears_no_licence_that_nobody_gave(folder: Path, tmp_path: Path) -> None:
    """And its title speaks of its own documents."""
    policygraph.build(folder, tmp_path / "out")
    graph = tmp_path / "out" / "graph.nq"
    assert iris.DATASET.value not in _said(graph, DCTERMS.license)
    assert "licenses" not in json.loads((tmp_path / "out" / "tables" / "datapackage.json").read_bytes())
    assert _said(graph, DCTERMS.title)[iris.DATASET.value] == [
        "2025–2026年2份政策文件知识图谱",
        "Knowledge graph of 2 policy documents, 2025–2026",
    ]


def test_the_published_graph_keeps_its_own() -> None:
    """Its sources are this project's own words."""
    graph = policygraph.resources.graph() / "zhengzhou.nq"
    assert _said(graph, DCTERMS.license) == {iris.DATASET.value: ["https://www.apache.org/licenses/LICENSE-2.0"]}
    assert "Government work reports as a knowledge graph" in _said(graph, DCTERMS.title)[iris.DATASET.value]


def test_a_licence_survives_the_graph(folder: Path) -> None:
    """What a graph says of a document's licence comes back."""
    said = policygraph.pipeline.corpus(folder)
    again = rdf.corpus(rdf.quads(said))
    assert [reading.document.licence for reading in again.readings] == [f"{SPDX}CC0-1.0", OTHERS]


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        (("{folder}", "--license", "CCBY"), "--license: 'CCBY' is no licence; give its address or its SPDX identifier"),
        (("--license", "CC0-1.0"), "a licence can be given for your own documents"),
    ],
)
def test_a_wrong_licence_is_told_before_the_work(
    args: tuple[str, ...], problem: str, folder: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """In one line; nothing is written."""
    done = run("build", *(arg.format(folder=folder) for arg in args), "-o", str(tmp_path / "out"))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert problem in done.err
    assert not (tmp_path / "out").exists()


def test_a_wrong_licence_of_a_document_is_told_with_its_line(
    folder: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    """As every other field of documents.csv."""
    (folder / "documents.csv").write_text("file,license\nb.md,CCBY\n", encoding="utf-8")
    done = run("build", str(folder), "-o", str(tmp_path / "out"), "-q")
    assert done.code != 0
    assert "documents.csv:2" in done.err and "'CCBY' is no licence" in done.err
