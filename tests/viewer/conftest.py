"""A real Chromium with the network off, and pages made for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from policygraph import page as published
from policygraph import rdf, resources, texts, viewer
from policygraph.networks import network
from policygraph.store import open_store
from viewer.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip("chromium is not installed; install it to test the page (apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


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
    quads = list(store.quads())
    said = rdf.corpus(quads)
    html = published.html(
        network(store, said), [reading.document for reading in said.readings],
        texts=texts.read([resources.graph() / "sources"]).texts, ledger=rdf.ledger_of(quads, said),
    )  # fmt: skip
    file = tmp_path_factory.mktemp("published") / "index.html"
    file.write_text(html, encoding="utf-8")
    return file


class Watched:
    """A page in a browser of its own that keeps what went wrong."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))

    def go(self, file: Path, address: str = "") -> Page:
        """Open a page at an address within it, and wait until it is drawn and its network can be moved."""
        self.page.goto("about:blank")
        self.page.goto(file.as_uri() + address)
        self.page.wait_for_selector("html[data-ready]", state="attached")
        self.page.wait_for_selector(".still", state="detached")
        return self.page


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Make a page that may not complain or ask for anything: both are checked when the test ends."""
    made: list[Watched] = []

    def make(**options: object) -> Watched:
        settings: dict[str, object] = {"viewport": {"width": 1280, "height": 800}, "offline": True, **options}
        made.append(Watched(browser.new_context(**settings).new_page()))  # type: ignore[arg-type]
        made[-1].page.set_default_timeout(15_000)
        return made[-1]

    yield make
    for one in made:
        one.page.context.close()
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file:", "about:", "data:", "blob:"))] == []


@pytest.fixture
def page(watched: Callable[..., Watched], sample_file: Path) -> Page:
    """The sample page, opened at its start."""
    return watched().go(sample_file)
