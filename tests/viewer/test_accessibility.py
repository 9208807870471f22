"""WCAG 2.2 AA, judged by axe-core, in every view and panel, light and dark, wide and narrow."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from policygraph import viewer

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.conftest import Watched

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


def test_everything_pressed_is_large_enough_for_a_finger(watched: Callable[..., Watched], sample_file: Path) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8)."""
    page = watched(viewport={"width": 390, "height": 844}).go(sample_file)
    sizes = page.evaluate(
        """[...document.querySelectorAll("#details button, #details input, header button")]
             .filter((e) => e.checkVisibility()).map((e) => [e.textContent, e.offsetWidth, e.offsetHeight])"""
    )
    assert [name for name, width, height in sizes if width < 24 or height < 24] == []


def test_nothing_moves_for_who_wants_no_motion(watched: Callable[..., Watched], sample_file: Path) -> None:
    """No animation and no transition in any element."""
    page = watched(reduced_motion="reduce").go(sample_file)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].map((e) => getComputedStyle(e))
             .filter((s) => parseFloat(s.transitionDuration) > 0 || s.animationName !== "none").length"""
    )
    assert moving == 0


def _violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("(values) => axe.run(document, { runOnly: { type: 'tag', values } })", RULES)
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
