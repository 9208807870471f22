"""A real Chromium, one for all tests of a session, and pages in it that may not complain."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# An environment variable that names the browser, and what browsers are called on the path.
CHOSEN = "POLICYGRAPH_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Milliseconds after which what a test waits for will not come any more, however busy the machine is.
PATIENCE = 180_000
expect.set_options(timeout=PATIENCE)


def found() -> str | None:
    """Return the path of the browser that the environment names, else of the first one on the path."""
    return os.environ.get(CHOSEN) or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    path = found()
    if not path and not os.environ.get("CI"):
        pytest.skip(f"no Chromium is on the path, nor named by {CHOSEN}; apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=PATIENCE)
        yield chromium
        chromium.close()


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

    def record_texts(self) -> None:
        """Keep in ``window.texts`` what stands on the canvas: words, left, middle, width and height of each text."""
        self.page.add_init_script(_RECORD_TEXTS)


_RECORD_TEXTS = """
window.texts = [];
const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.clearRect = function (...rest) { window.texts = []; return clearRect.apply(this, rest); };
CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
  window.texts.push([text, x, y, this.measureText(text).width, parseFloat(/([\\d.]+)px/.exec(this.font)[1])]);
  return fillText.call(this, text, x, y);
};
"""

# What a user sees: the address, the texts on the canvas where they are recorded, the elements and their places.
_SETTLED = """
(frames) => {
  const places = [...document.querySelectorAll("body *")].map((e) => Object.values(e.getBoundingClientRect().toJSON()));
  const now = JSON.stringify([location.hash, window.texts, document.getElementById("app")?.outerHTML, places]);
  const seen = (window.seen ??= { same: 0 });
  seen.same = now === seen.now ? seen.same + 1 : 0;
  seen.now = now;
  return seen.same >= frames;
}
"""


def settled(page: Page, frames: int = 20) -> None:
    """Wait until nothing that is seen has changed for so many frames; a busy machine draws them more slowly."""
    page.evaluate("delete window.seen")
    page.wait_for_function(_SETTLED, arg=frames)


def violations(page: Page, within: str | None = None) -> list[str]:
    """Return what breaks a rule of WCAG 2.2 A and AA or of best practice, as axe-core judges the page or a part of it."""
    answer: Any = Axe().run(page, within, {"runOnly": {"type": "tag", "values": RULES}})
    return [
        f"{v['id']}: {v['help']}: {node['html'][:160]}" for v in answer.response["violations"] for node in v["nodes"]
    ]


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Make a page that may not complain or ask for anything: both are checked when the test ends."""
    made: list[Watched] = []

    def make(**options: object) -> Watched:
        settings: dict[str, object] = {
            "viewport": {"width": 1280, "height": 800},
            "offline": True,
            "locale": "zh-CN",
            **options,
        }
        made.append(Watched(browser.new_context(**settings).new_page()))  # type: ignore[arg-type]
        made[-1].page.set_default_timeout(PATIENCE)
        return made[-1]

    yield make
    for one in made:
        one.page.context.close()
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith(("file:", "about:", "data:", "blob:"))] == []
