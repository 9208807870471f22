"""A real Chromium, one for all tests of a session, and pages in it that may not complain."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
