"""Where names stand on the canvas, so that a test can press what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from browsing import settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Every text drawn since the canvas was last cleared, in pixels of the page.
RECORD = """
  window.texts = [];
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rest) { window.texts = []; return clearRect.apply(this, rest); };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    window.texts.push([text, x, y, this.measureText(text).width]);
    return fillText.call(this, text, x, y);
  };
"""

# A page whose watch stands still: two clicks make a double click unless the test lets time pass between them.
STOPPED = """
  window.clock = 0;
  Object.defineProperty(Event.prototype, "timeStamp", { get: () => window.clock });
"""


def later(page: Page) -> None:
    """Let so much time pass on a stopped watch that the next click is no second half of a double click."""
    page.evaluate("window.clock += 10_000")


def listed(page: Page, name: str) -> tuple[float, float]:
    """Return where the sign of a thing of the start stands: its name begins to its right."""
    x, y, _ = _text(page, name)
    box = _box(page)
    return box["x"] + x - 12, box["y"] + y


def chosen(page: Page, name: str) -> tuple[float, float]:
    """Return where the sign of a chosen thing stands: its name is centred below it, some pixels under its rim."""
    x, y, width = _text(page, name)
    box = _box(page)
    return box["x"] + x + width / 2, box["y"] + y - 20


def _text(page: Page, name: str) -> tuple[float, float, float]:
    page.wait_for_function("(name) => window.texts.some(([text]) => text === name)", arg=name)
    settled(page)
    found = page.evaluate("(name) => window.texts.findLast(([text]) => text === name)", name)
    return found[1], found[2], found[3]


def _box(page: Page) -> dict[str, float]:
    expect(page.locator(".canvas canvas")).to_be_visible()
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    return dict(box)
