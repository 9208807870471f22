"""Servers of the sample graph with its texts, and of the published graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import rdf
from server.client import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygraph.statements import Corpus


@pytest.fixture(scope="session")
def kept(corpus: Corpus, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the sample corpus as a file, its texts beside it as a build keeps them."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "texts").mkdir()
    for name, text in texts.items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(corpus)))
    return path


@pytest.fixture(scope="session")
def server(kept: Path) -> Iterator[Served]:
    """A server of the sample graph; nothing that is asked of it should take long, but the machine may have much to do."""
    with served("-g", str(kept), "--timeout", "60") as running:
        yield running


@pytest.fixture(scope="session")
def published() -> Iterator[Served]:
    """A server of the published graph."""
    with served("--timeout", "60") as running:
        yield running


@pytest.fixture(scope="session")
def shared(kept: Path) -> Iterator[Served]:
    """A server that pages of other sites may ask."""
    with served("-g", str(kept), "--timeout", "60", "--cors") as running:
        yield running
