"""The published graph is what the embedded sources say, byte for byte, on any machine and in any order."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice, permutations
from typing import TYPE_CHECKING

import pytest

import zhengzhou
from command import REPORT, listing
from policygraph import extraction, rdf, resources
from policygraph.documents import collect
from policygraph.resolution import resolve
from policygraph.workers import read

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.statements import Document, Reading

_NAMES = zhengzhou.names()


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """The embedded sources."""
    return collect([resources.graph() / "sources"])


@pytest.fixture(scope="module")
def readings(documents: tuple[Document, ...]) -> tuple[Reading, ...]:
    """What each of them says."""
    return tuple(extraction.read(document, names=_NAMES) for document in documents)


def test_the_published_graph_is_built_from_the_embedded_sources(readings: tuple[Reading, ...]) -> None:
    """graph/zhengzhou.nq can be made again from graph/sources: ``make graph``."""
    built = rdf.serialise(rdf.quads(resolve(readings, _NAMES), about=rdf.PUBLISHED))
    published = (resources.graph() / "zhengzhou.nq").read_bytes()
    assert built == published, "graph/zhengzhou.nq is not what graph/sources say; run: make graph"


def test_any_order_of_documents_gives_the_same_graph(readings: tuple[Reading, ...]) -> None:
    """Files come in the order of the command line or of the disk; the graph knows neither."""
    expected = rdf.serialise(rdf.quads(resolve(readings, _NAMES)))
    for order in islice(permutations(readings), 1, None, 40):
        assert rdf.serialise(rdf.quads(resolve(order, _NAMES))) == expected


def test_any_number_of_processes_gives_the_same_readings(
    documents: tuple[Document, ...], readings: tuple[Reading, ...]
) -> None:
    """A reading is a pure function of its document, wherever it is computed."""
    assert tuple(read(documents, _NAMES, 2)) == readings


def test_any_order_of_hashing_gives_the_same_bytes(tmp_path: Path) -> None:
    """Python hashes texts differently in every run; no file of a build shows it, the page with it."""
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    built = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "policygraph", "build", "-q", str(report), "-o", str(tmp_path / seed)]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, timeout=120)
        built.append(listing(tmp_path / seed))
    assert built[0]["index.html"]
    assert built[0] == built[1]
