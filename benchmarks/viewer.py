"""How fast the page is, in headless Chromium with the network off, beside the page that pyvis writes of the same graph.

    python benchmarks/viewer.py [--skip-pyvis]

The first row is the page that a build of the embedded sources writes, ledger and all; the next ones are made by
arithmetic. Where POLICYGRAPH_CORPUS names a folder of real reports, their page is measured too, and that of as many again of
other places and with other digits (benchmarks/varied.py).
"usable" is the first sight: search has the focus, themes by year, legend, picture of the network are painted; "live" is
when the picture can be dragged. The script ends with 1 if a floor is missed, or if pyvis's own page of 1,500 nodes is
usable less than 30 times later than ours. Figures of one machine say little about another: compare rows of one run.
"""

from __future__ import annotations

import argparse
import functools
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import TimeoutError as Timeout
from pyvis.network import Network

from policygraph import networks, page, pipeline, viewer
from policygraph.ledger import derive, panel

# The graph made by arithmetic and the browser are those of the tests.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "viewer"))
from sample import sample

import varied
from browsing import found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_DRAG_SECONDS = 4
# The best of these counts: whatever else the machine does only makes a page slower.
_LOADS = 5
# Seconds after which a page is given up: pyvis computes its layout before it shows anything.
_PATIENCE = 120
_QUERIES = ("dong", "dxkj", "科技城", "新增", "航空 2025", "zzz", "基地12")

# Counts every clearing of a canvas, which vis-network does once a redraw, and when the page is ready and painted.
_PROBE = """
window.redraws = 0;
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...rest) { window.redraws += 1; return clear.apply(this, rest); };
const wait = () => {
  const usable = document.documentElement?.dataset.ready || window.redraws > 0;
  if (usable && !window.usable) requestAnimationFrame(() => {
    window.usable = performance.now();
    document.documentElement.dataset.usable = "true";
  });
  const live = usable && window.redraws > 0 && !document.querySelector(".still");
  if (live) window.live = performance.now();
  else requestAnimationFrame(wait);
};
wait();
"""
_SEARCH = """
(query) => {
  const input = document.getElementById("find");
  input.value = query;
  const start = performance.now();
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  document.getElementById("find-list").getBoundingClientRect();
  return performance.now() - start;
}
"""

# Drags inside the page, one step a frame: events sent from outside arrive too seldom to ask for every frame.
_DRAG = """
([selector, duration]) => new Promise((resolve) => {
  const canvas = document.querySelector(selector);
  const box = canvas.getBoundingClientRect();
  // A corner, where no thing lies that would be dragged instead of the canvas.
  const send = (type, step) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true, button: type === "pointermove" ? -1 : 0,
    buttons: 1, clientX: box.x + 12 + (step % 200), clientY: box.y + 12 + (step % 120),
  }));
  send("pointerdown", 0);
  window.redraws = 0;
  const began = performance.now();
  let step = 0;
  const move = () => {
    const spent = performance.now() - began;
    if (spent < duration) {
      step += 1;
      send("pointermove", step);
      requestAnimationFrame(move);
    } else {
      send("pointerup", step);
      resolve((window.redraws * 1000) / spent);
    }
  };
  requestAnimationFrame(move);
})
"""


@dataclass(frozen=True)
class Floor:
    """What a page of one size must reach.

    Attributes:
        usable: seconds until the first sight can be used.
        whole: redraws a second while the whole graph is dragged.
        zoomed: the same, zoomed in.
        search: milliseconds from a key to the list of results.
        size: of the page in MB (10^6 bytes).

    """

    usable: float
    whole: float
    zoomed: float
    search: float
    size: float


@dataclass(frozen=True)
class Figures(Floor):
    """What a page did reach.

    Attributes:
        live: seconds until the network can be dragged.

    """

    live: float

    def misses(self, floor: Floor) -> list[str]:
        """Name the floors that are missed."""
        low = [name for name in ("whole", "zoomed") if getattr(self, name) < getattr(floor, name)]
        return low + [name for name in ("usable", "search", "size") if getattr(self, name) > getattr(floor, name)]


PUBLISHED = Floor(0.8, 50, 55, 50, 2)
MIDDLE = Floor(1.0, 45, 55, 80, 1.8)
LARGE = Floor(1.5, 25, 50, 120, 3.5)
REPORTS = Floor(1.5, 25, 50, 150, 6)
MANY = Floor(2.5, 25, 50, 250, 12)


def measure(browser: Browser, page_file: Path) -> Figures:
    """Return the figures of our page."""
    loads = [_load(browser, page_file) for _ in range(_LOADS)]
    usable, live = (min(times) for times in zip(*loads, strict=True))
    page = _open(browser, page_file)
    page.evaluate("location.hash = '#all=1'")
    page.wait_for_timeout(1500)
    whole = _redraws(page, "#views canvas")
    for _ in range(6):
        page.click(".zoom button:first-child")
    zoomed = _redraws(page, "#views canvas")
    search = statistics.median(page.evaluate(_SEARCH, query) for query in _QUERIES * 3)
    page.context.close()
    return Figures(usable, whole, zoomed, search, page_file.stat().st_size / 1e6, live)


def measure_pyvis(browser: Browser, page_file: Path) -> float:
    """Return the seconds until pyvis's own page has drawn something; :data:`_PATIENCE` if it was not waited for."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.add_init_script(_PROBE)
    page.set_default_timeout(_PATIENCE * 1000)
    try:
        page.goto(page_file.as_uri(), wait_until="commit")
        page.wait_for_selector("html[data-usable]", state="attached")
        usable: float = page.evaluate("window.usable") / 1000
    except Timeout:
        usable = float(_PATIENCE)
    # A page that computes its layout answers nothing, not even that it should close.
    return usable


def _load(browser: Browser, page_file: Path) -> tuple[float, float]:
    page = _open(browser, page_file)
    page.wait_for_function("window.live")
    usable, live = page.evaluate("[window.usable, window.live]")
    page.context.close()
    return usable / 1000, live / 1000


def _open(browser: Browser, page_file: Path) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.add_init_script(_PROBE)
    page.set_default_timeout(_PATIENCE * 1000)
    page.goto(page_file.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-usable]", state="attached")
    page.wait_for_timeout(1000)
    return page


def _redraws(page: Page, canvas: str) -> float:
    return float(page.evaluate(_DRAG, [canvas, _DRAG_SECONDS * 1000]))


def _pyvis_page(graph: Any, file: Path) -> None:
    net = Network(directed=True, cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        net.add_node(node, label=data["label"], title=data["label"])
    for a, b, data in graph.edges(data=True):
        net.add_edge(a, b, title=data["relation"])
    file.write_text(net.generate_html(), encoding="utf-8")


_GRAPHS: Final[tuple[tuple[str, Floor, Callable[[], tuple[Any, str]]], ...]] = (
    ("published", PUBLISHED, lambda: _read()),
    ("1,500 / 3,000", MIDDLE, lambda: _made(1500, 3000)),
    ("5,000 / 10,000", LARGE, lambda: _made(5000, 10_000)),
)
# The graph on which pyvis is compared, and how many times sooner ours must be usable.
_COMPARED: Final = "1,500 / 3,000"
_TIMES: Final = 30


def _read(inputs: Sequence[Path] = ()) -> tuple[Any, str]:
    corpus = pipeline.corpus(inputs)
    ledger = derive(corpus)
    graph = networks.of_corpus(corpus)
    documents = [reading.document for reading in corpus.readings]
    return graph, page.html(graph, documents, ledger=ledger, panel=panel.cells(corpus, ledger))


def _varied(reports: Path) -> tuple[Any, str]:
    with tempfile.TemporaryDirectory() as folder:
        varied.write(reports, Path(folder))
        return _read([Path(folder)])


def _graphs() -> list[tuple[str, Floor, Callable[[], tuple[Any, str]]]]:
    """Return what is measured: real reports where there are some."""
    reports = os.environ.get("POLICYGRAPH_CORPUS")
    real = [Path(reports)] if reports else []
    return [
        *_GRAPHS,
        *(("reports", REPORTS, functools.partial(_read, real)) for _ in real),
        *(("reports, varied", MANY, functools.partial(_varied, folder)) for folder in real),
    ]


def _made(nodes: int, edges: int) -> tuple[Any, str]:
    graph, documents = sample(nodes, edges)
    return graph, viewer.html(graph, documents, title="Sample")


def main() -> int:
    """Print one row a page and what is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--skip-pyvis", action="store_true", help="only our own page")
    options = parser.parse_args()
    missed = []
    print(
        f"{'graph':16} {'usable s':>9} {'live s':>9} {'whole /s':>9} {'zoomed /s':>9} {'search ms':>9} {'MB':>6} {'pyvis s':>9}"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        for name, floor, make in _graphs():
            graph, html = make()
            file.write_text(html, encoding="utf-8")
            browser = _browser(playwright)
            f = measure(browser, file)
            browser.close()
            missed += [f"{name}: {miss}" for miss in f.misses(floor)]
            row = f"{f.usable:9.2f} {f.live:9.2f} {f.whole:9.0f} {f.zoomed:9.0f} {f.search:9.0f} {f.size:6.2f}"
            print(f"{name:16} {row}", end="", flush=True)
            if name == _COMPARED and not options.skip_pyvis:
                _pyvis_page(graph, file)
                slow = measure_pyvis(_browser(playwright), file)
                print(
                    f" {'>' if slow >= _PATIENCE else ' '}{slow:8.1f} = {slow / f.usable:.0f} times ours",
                    end="",
                    flush=True,
                )
                if slow < _TIMES * f.usable:
                    missed.append(f"{name}: {slow / f.usable:.0f} times sooner than pyvis")
            print()
    print("missed:", "; ".join(missed) or "none")
    return 1 if missed else 0


def _browser(playwright: Playwright) -> Browser:
    browser = playwright.chromium.launch(executable_path=found(), args=_ARGUMENTS)
    # The start of the browser's own processes is no matter of the page.
    browser.new_context().new_page().goto("about:blank")
    return browser


if __name__ == "__main__":
    sys.exit(main())
