"""WCAG 2.2 AA, judged by axe-core, in every view and panel, light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import settled, violations
from policygraph.viewer import assets
from viewer.canvas import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

ADDRESSES = {
    "start": "",
    "everything": "#all=1",
    "thing": "#node=theme:innovation&open=theme:innovation",
    "selection": "#themes=innovation&low=2023&high=2025",
    "path": "#from=theme:rural&to=theme:innovation",
    "timeline": "#view=timeline&themes=innovation",
    "table": "#view=table&themes=innovation",
    "ledger": "#view=ledger",
    "english": "#language=en&view=table&themes=innovation",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(watched: Callable[..., Watched], sample_file: Path, address: str, scheme: str) -> None:
    """No violation of any rule of WCAG 2.2 A and AA nor of best practice."""
    page = watched(color_scheme=scheme).go(sample_file, address)
    assert violations(page) == []


@pytest.mark.parametrize("panel", ["details", "stage", "filters"])
def test_axe_finds_nothing_on_a_phone(watched: Callable[..., Watched], sample_file: Path, panel: str) -> None:
    """Each panel of the narrow page."""
    page = watched(viewport={"width": 390, "height": 844}).go(sample_file)
    page.locator(f'#panels [data-panel="{panel}"]').click()
    assert violations(page) == []


def test_axe_finds_nothing_in_open_lists(watched: Callable[..., Watched], sample_file: Path) -> None:
    """The results of a search and the menu of exports."""
    page = watched().go(sample_file)
    page.locator("#find").fill("科技")
    assert violations(page) == []
    page.locator(".menu summary").click()
    assert violations(page) == []


def test_nothing_moves_of_itself(watched: Callable[..., Watched], sample_file: Path) -> None:
    """No animation and no transition in any element, nor any while the page is used; the style sheet takes none away."""
    page = watched(reduced_motion="reduce").go(sample_file)
    page.locator(".example").click()
    page.locator(".menu summary").click()
    page.keyboard.press("3")
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((e) => {
             const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e);
             return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior !== "auto";
           }).length + document.getAnimations().length"""
    )
    assert moving == 0
    assert "prefers-reduced-motion" not in assets.read().style


def test_the_canvas_jumps_instead_of_flying(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Zoom and fit are done in one frame: what is drawn in the next one is what stays."""
    one = watched(reduced_motion="reduce")
    one.page.add_init_script(RECORD)
    page = one.go(sample_file)
    for key in ("+", "0"):
        page.locator(".canvas").press(key)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        first = page.evaluate("window.texts")
        settled(page)
        assert page.evaluate("window.texts") == first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_chosen_stands_out_in_forced_colours(
    watched: Callable[..., Watched], sample_file: Path, scheme: str
) -> None:
    """A pressed filter and the selected tab are in the colours that the system keeps for what is selected."""
    page = watched(forced_colors="active", color_scheme=scheme).go(sample_file, "#themes=innovation&view=table")
    colours = """([selector, other]) => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style = "color: HighlightText; background: Highlight";
      const of = (e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor].join();
      const [highlight, chosen, rest] = [of(probe), ...[selector, other].map((s) => of(document.querySelector(s)))];
      probe.remove();
      return [highlight, chosen, rest];
    }"""
    for chosen, other in (
        ('[data-key="themes innovation"]', '[data-key="themes industry"]'),
        ("#tab-table", "#tab-network"),
    ):
        highlight, found, rest = page.evaluate(colours, [chosen, other])
        assert found == highlight
        assert rest != highlight


def test_the_canvas_is_drawn_in_forced_colours(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Names are white on black where the system says so, whatever scheme the address asks for."""
    one = watched(forced_colors="active", color_scheme="dark")
    one.page.add_init_script(RECORD.replace("this.measureText(text).width", "this.fillStyle"))
    page = one.go(sample_file, "#scheme=light")
    page.wait_for_function("window.texts.length > 0")
    assert {text[3] for text in page.evaluate("window.texts")} == {"#ffffff"}
