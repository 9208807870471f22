"""The page under a thumb: a narrow screen with touch, and a low one as after zooming to 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browsing import settled
from viewer.canvas import RECORD, chosen, listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(watched: Callable[..., Watched], sample_file: Path) -> Callable[..., Page]:
    """Open an address on a phone whose canvas tells what it draws."""

    def go(address: str = "") -> Page:
        one = watched(**PHONE)
        one.page.add_init_script(RECORD)
        return one.go(sample_file, address)

    return go


def _panel(page: Page) -> str | None:
    return page.locator("#app").get_attribute("data-panel")


def test_a_tap_on_the_canvas_keeps_the_graph_and_names_the_thing_below_it(phone: Callable[..., Page]) -> None:
    """The click that the browser makes of the tap chooses nothing else."""
    page = phone()
    page.locator('#panels [data-panel="stage"]').tap()
    page.touchscreen.tap(*listed(page, "创新"))
    expect(page.locator("#choice")).to_contain_text("创新")
    settled(page)
    assert _panel(page) == "stage"
    expect(page.locator("#choice")).to_contain_text("创新")
    expect(page.locator("#shown span").first).to_contain_text("邻域")
    page.locator("#choice button").tap()
    expect(page.locator("#details h2")).to_have_text("创新")
    expect(page.locator("#details h2")).to_be_visible()


def test_a_tap_in_a_neighbourhood_does_the_same(phone: Callable[..., Page]) -> None:
    """The graph stays, the line below it names what was tapped."""
    page = phone("#open=theme:innovation")
    page.locator('#panels [data-panel="stage"]').tap()
    page.touchscreen.tap(*chosen(page, "创新"))
    expect(page.locator("#choice")).to_contain_text("已选：创新")
    assert _panel(page) == "stage"


def test_the_line_below_the_graph_is_there_before_anything_is_chosen(phone: Callable[..., Page]) -> None:
    """So that the graph does not move under the finger when something is."""
    page = phone()
    page.locator('#panels [data-panel="stage"]').tap()
    before = page.locator(".canvas").bounding_box()
    expect(page.locator("#choice")).to_contain_text("点按")
    page.touchscreen.tap(*listed(page, "创新"))
    expect(page.locator("#choice")).to_contain_text("创新")
    after = page.locator(".canvas").bounding_box()
    assert before is not None
    assert after is not None
    assert before["y"] + before["height"] == after["y"] + after["height"]


@pytest.mark.parametrize(
    ("address", "panel"),
    [
        ("", "details"),
        ("#view=ledger", "stage"),
        ("#view=timeline&themes=innovation", "stage"),
        ("#all=1", "stage"),
        ("#node=theme:innovation&open=theme:innovation", "details"),
        ("#from=theme:rural&to=theme:innovation", "details"),
        ("#themes=innovation", "details"),
    ],
)
def test_an_address_opens_the_part_that_shows_what_it_names(
    phone: Callable[..., Page], address: str, panel: str
) -> None:
    """A view that is no network is the graph's place; a thing, a path, a selection stand in the details."""
    assert _panel(phone(address)) == panel


@pytest.mark.parametrize("address", ["", "#node=theme:innovation&open=theme:innovation", "#view=ledger", "#view=table"])
def test_no_part_scrolls_the_page_sideways(phone: Callable[..., Page], address: str) -> None:
    """In any of the three panels, nor with the menu of exports open."""
    page = phone(address)
    page.locator(".menu summary").tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".menu summary").tap()
    for panel in ("details", "stage", "filters"):
        page.locator(f'#panels [data-panel="{panel}"]').tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("panel", ["details", "stage", "filters"])
@pytest.mark.parametrize(
    "address", ["", "#node=theme:innovation&open=theme:innovation", "#themes=innovation&view=table"]
)
def test_everything_pressed_is_large_enough_for_a_finger(phone: Callable[..., Page], address: str, panel: str) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8); words within a sentence are exempt."""
    page = phone(address)
    page.locator(f'#panels [data-panel="{panel}"]').tap()
    settled(page)
    small = page.evaluate(
        """[...document.querySelectorAll("button, input, summary, [role=tab]")].filter((e) => e.checkVisibility())
             .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24)
             .map(([html]) => html)"""
    )
    assert small == []


def test_a_low_page_scrolls_and_leaves_room_for_the_graph(watched: Callable[..., Watched], sample_file: Path) -> None:
    """640 by 400 pixels are what is left of 1280 by 800 at 200 %."""
    page = watched(viewport={"width": 640, "height": 400}).go(sample_file)
    page.locator('#panels [data-panel="stage"]').click()
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    assert box["height"] >= 320
    page.evaluate("scrollTo(0, 10_000)")
    assert page.evaluate("scrollY") > 0
    expect(page.locator("#choice")).to_be_in_viewport()


def test_a_low_wide_page_scrolls_too(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Three columns side by side, the graph not less than 320 pixels high."""
    page = watched(viewport={"width": 1000, "height": 400}).go(sample_file)
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    assert box["height"] >= 320
    page.evaluate("scrollTo(0, 10_000)")
    assert page.evaluate("scrollY") > 0


def test_every_view_is_within_reach_of_a_thumb(watched: Callable[..., Watched], places_file: Path) -> None:
    """In English, whose words are longer: no tab lies beyond the edge of the screen."""
    page = watched(**PHONE).go(places_file, "#view=compare&language=en")
    ends = page.locator('[role="tab"]').evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().right)")
    assert len(ends) == 6
    assert max(ends) <= 390


def test_a_passage_that_is_found_is_read_in_lines(watched: Callable[..., Watched], places_file: Path) -> None:
    """The title of its document stands below its words and takes no room from them."""
    page = watched(**PHONE).go(places_file)
    page.fill("#find", "开工建设")
    words = page.locator("#find-list .words .name").first
    expect(words).to_be_visible()
    assert words.evaluate("(e) => e.getBoundingClientRect().width") > 250


def test_a_ranking_is_drawn_for_the_screen_it_is_on(watched: Callable[..., Watched], places_file: Path) -> None:
    """Its letters are as large as on a wide screen, and so are those of the map."""
    for chart, name in (("", ".plot-name"), ("map", ".tile-name")):
        page = watched(**PHONE).go(places_file, f"#view=compare&chart={chart}")
        height = page.locator(name).first.evaluate("(e) => e.getBoundingClientRect().height")
        wide = watched(viewport={"width": 1280, "height": 800}).go(places_file, f"#view=compare&chart={chart}")
        assert height >= 0.95 * wide.locator(name).first.evaluate("(e) => e.getBoundingClientRect().height")
