"""Pages of the viewer for a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import page as published
from policygraph import rdf, resources, texts, viewer
from policygraph.export import cells_of
from policygraph.networks import of_corpus
from policygraph.store import open_store
from viewer import provinces
from viewer.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from browsing import Watched


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a graph of 300 nodes with a ledger."""
    graph, documents = sample(300)
    targets, outcomes = (
        sorted(n for n, type_ in graph.nodes(data="type") if type_ == kind) for kind in ("target", "outcome")
    )
    units = dict(graph.nodes(data="unit"))
    results = [next((o for o in outcomes if units[o] == units[node]), "") for node in targets]
    verdicts = ("met", "exceeded", "missed", "not reported", "not yet due")
    ledger = [
        {
            "relation": "assessed_by", "indicator": graph.nodes[node]["indicator"], "area": "样例", "verdict": verdicts[n % 5],
            "a_statement": node.rsplit("/", 1)[-1], "a_document": "000", "a_year": "2025", "a_quote": "目标原文",
            "a_written": graph.nodes[node]["written"], "b_written": "结果", "rule": ">= is a floor; exceeded more than 5 % beyond it",
            "b_statement": results[n].rsplit("/", 1)[-1] if n % 5 < 3 else "", "b_document": "001",
            "b_year": "2026", "b_quote": "结果原文" if n % 5 < 3 else "", "note": "",
        }
        for n, node in enumerate(targets)
    ]  # fmt: skip
    file = tmp_path_factory.mktemp("page") / "index.html"
    file.write_text(viewer.html(graph, documents, title="样例图谱", ledger=ledger), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def published_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the published graph."""
    store = open_store(resources.graph() / "zhengzhou.nq")
    said, ledger = rdf.read(store.quads())
    read = texts.read([resources.graph() / "sources"]).texts
    html = published.html(
        of_corpus(said), [reading.document for reading in said.readings],
        texts=read, ledger=ledger, panel=cells_of(said, ledger, read),
    )  # fmt: skip
    file = tmp_path_factory.mktemp("published") / "index.html"
    file.write_text(html, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def places_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a few places and two years."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "in").mkdir()
    (folder / "index.html").write_text(provinces.html(provinces.corpus(folder / "in")), encoding="utf-8")
    return folder / "index.html"


@pytest.fixture
def page(watched: Callable[..., Watched], sample_file: Path) -> Page:
    """The sample page, opened at its start."""
    return watched().go(sample_file)
