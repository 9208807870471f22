"""WCAG 2.2 AA, judged by axe-core, in every view and panel, light and dark, wide and narrow."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policygraph import viewer
from policygraph.viewer import assets
from viewer.canvas import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from browsing import Watched

AXE = Path(viewer.__file__).parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    if not AXE.exists() and not os.environ.get("CI"):
        pytest.skip("axe-core is not installed; run: npm ci --prefix src/policygraph/viewer/web")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    watched: Callable[..., Watched], sample_file: Path, axe: str, address: str, scheme: str
) -> None:
    """No violation of any rule of WCAG 2.2 A and AA nor of best practice."""
    page = watched(color_scheme=scheme).go(sample_file, address)
    assert _violations(page, axe) == []


@pytest.mark.parametrize("panel", ["details", "stage", "filters"])
def test_axe_finds_nothing_on_a_phone(watched: Callable[..., Watched], sample_file: Path, axe: str, panel: str) -> None:
    """Each panel of the narrow page."""
    page = watched(viewport={"width": 390, "height": 844}).go(sample_file)
    page.locator(f'#panels [data-panel="{panel}"]').click()
    assert _violations(page, axe) == []


def test_axe_finds_nothing_in_open_lists(watched: Callable[..., Watched], sample_file: Path, axe: str) -> None:
    """The results of a search and the menu of exports."""
    page = watched().go(sample_file)
    page.locator("#find").fill("科技")
    assert _violations(page, axe) == []
    page.locator(".menu summary").click()
    assert _violations(page, axe) == []


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
        page.wait_for_timeout(400)
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


def _violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("(values) => axe.run(document, { runOnly: { type: 'tag', values } })", RULES)
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
