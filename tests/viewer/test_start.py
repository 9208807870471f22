"""The first sight of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browsing import settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

# What there is at the moment when the page says that it is ready.
_AT_FIRST_SIGHT = """
window.first = null;
new MutationObserver(() => {
  if (!document.documentElement.dataset.ready || window.first) return;
  window.first = {
    engine: typeof vis, focus: document.activeElement.id, cells: document.querySelectorAll(".matrix .heat").length,
    still: document.querySelectorAll("#views .still").length, things: document.querySelectorAll("#details ul .thing-button").length,
  };
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"""


def test_the_first_sight_does_not_wait_for_the_engine_of_the_network(
    watched: Callable[..., Watched], sample_file: Path
) -> None:
    """Search, themes by year, what matters most and a picture of the network are there before vis-network is read."""
    one = watched()
    one.page.add_init_script(_AT_FIRST_SIGHT)
    page = one.go(sample_file)
    first = page.evaluate("window.first")
    assert first.pop("cells") > 20
    assert first == {"engine": "undefined", "focus": "find", "still": 1, "things": 12}
    assert page.evaluate("typeof vis") == "object"


def test_the_picture_of_the_first_sight_is_that_of_the_engine(
    watched: Callable[..., Watched], sample_file: Path
) -> None:
    """Nothing moves when the engine takes over: the same names stand at the same points."""
    one = watched()
    one.record_texts()
    one.page.add_init_script(
        """new MutationObserver(() => {
          if (document.querySelector(".still") && !window.before) window.before = [...window.texts];
        }).observe(document, { childList: true, subtree: true });"""
    )
    page = one.go(sample_file)
    settled(page)

    def places(texts: str) -> set[tuple[str, int, int]]:
        return {(text, round(x), round(y)) for text, x, y, _, _ in page.evaluate(texts)}

    assert len(places("window.before")) > 20
    assert places("window.before") == places("window.texts")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_everything_of_the_start_has_its_name(
    watched: Callable[..., Watched], sample_file: Path, width: int, language: str
) -> None:
    """In both languages; what is too long is cut with a mark, and nothing is mute.

    On a phone the list is longer than the screen: what is on it has its names.
    """
    one = watched(viewport={"width": width, "height": 900})
    one.record_texts()
    page = one.go(sample_file, f"#language={language}")
    if width < 760:
        page.locator('#panels [data-panel="stage"]').click()
    settled(page)
    texts = [text for text, *_ in page.evaluate("window.texts")]
    shown = int(re.findall(r"\d+", page.locator("#shown span").first.inner_text())[0])
    assert len(texts) == shown if width > 760 else shown * 0.6 < len(texts) < shown
    whole = {text for text in texts if not text.endswith("…")}
    assert len(whole) > shown / 2


def test_the_bars_of_the_years_count_the_statements_of_the_matrix(page: Page) -> None:
    """One word, one number: what the matrix says of a year is what the histogram says of it."""
    rows = page.locator(".matrix tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => Number(cell.innerText) || 0))"
    )
    bars = [
        int(re.findall(r"\d+", name)[1])
        for name in page.locator(".bar").evaluate_all(
            "bars => bars.map(bar => bar.getAttribute('aria-label') ?? bar.title)"
        )
    ]
    assert bars == [sum(column) for column in zip(*rows, strict=True)]


def test_the_numbers_of_the_legend_are_what_pressing_leaves(page: Page) -> None:
    """Of every theme and every document, also with a year chosen before."""
    for facet in ("themes", "documents"):
        page.evaluate("location.hash = '#low=2024&high=2025'")
        expect(page.locator('#filters .chip[aria-pressed="true"]')).to_have_count(0)
        expect(page.locator(".years .count")).to_have_text("2024–2025")
        chips = page.locator(f'#filters [data-key^="{facet} "]')
        for key, count in chips.evaluate_all(
            "chips => chips.map(chip => [chip.dataset.key, chip.querySelector('.count').textContent])"
        ):
            page.evaluate(
                "([facet, value]) => { location.hash = `#low=2024&high=2025&${new URLSearchParams([[facet, value]])}`; }",
                [facet, key.removeprefix(f"{facet} ")],
            )
            expect(page.locator(f'#filters [data-key="{key}"]')).to_have_attribute("aria-pressed", "true")
            expect(page.locator("#shown span").first).to_contain_text(f"显示 {count} 个条目")
