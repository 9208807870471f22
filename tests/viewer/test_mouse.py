"""What a mouse does: on the canvas, on the slider of years, and while a path is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browsing import settled
from viewer.canvas import RECORD, STOPPED, chosen, later, listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

PATH = "#from=theme:rural&to=theme:innovation"


@pytest.fixture
def drawn(watched: Callable[..., Watched], sample_file: Path) -> Callable[..., Page]:
    """Open an address on a page whose canvas tells what it draws."""

    def go(address: str = "") -> Page:
        one = watched()
        one.page.add_init_script(RECORD + STOPPED)
        return one.go(sample_file, address)

    return go


def _shown(page: Page) -> str:
    return page.locator("#shown span").first.inner_text()


def test_a_double_click_at_the_start_opens_a_thing_once(drawn: Callable[..., Page]) -> None:
    """The second click does not close again what the first has opened."""
    page = drawn()
    page.mouse.dblclick(*listed(page, "创新"))
    settled(page)
    expect(page.locator("#details h2")).to_have_text("创新")
    assert "邻域" in _shown(page)


def test_a_double_click_closes_and_opens_a_neighbourhood(drawn: Callable[..., Page]) -> None:
    """On the thing in the middle of it, and on that thing at the start."""
    page = drawn("#open=theme:innovation&node=theme:innovation")
    page.mouse.dblclick(*chosen(page, "创新"))
    expect(page.locator("#shown span").first).to_contain_text("精选")
    later(page)
    page.mouse.dblclick(*listed(page, "产业"))
    expect(page.locator("#shown span").first).to_contain_text("邻域")
    expect(page.locator("#details h2")).to_have_text("产业")


def test_a_click_beside_everything_chooses_nothing(drawn: Callable[..., Page]) -> None:
    """The neighbourhood stays."""
    page = drawn("#open=theme:innovation&node=theme:innovation")
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    assert "node=" not in page.url
    assert "邻域" in _shown(page)


def test_a_thing_stays_where_it_is_dragged(drawn: Callable[..., Page]) -> None:
    """Neither the drag nor what is chosen afterwards puts it back; what is drawn there is also what is pressed there."""
    page = drawn("#open=theme:innovation&node=theme:innovation")
    x, y = chosen(page, "创新")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 90, steps=6)
    page.mouse.up()
    assert chosen(page, "创新") == pytest.approx((x + 60, y + 90), abs=4)
    assert page.url.endswith("node=theme:innovation")
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    later(page)
    page.mouse.click(x + 60, y + 90)
    expect(page.locator("#details h2")).to_have_text("创新")
    assert chosen(page, "创新") == pytest.approx((x + 60, y + 90), abs=4)


def test_a_click_on_the_canvas_sets_the_other_end_of_a_path(drawn: Callable[..., Page]) -> None:
    """After one end is chosen, anywhere."""
    page = drawn("#from=theme:rural")
    page.mouse.click(*listed(page, "创新"))
    expect(page.locator("#path-to")).to_have_value("创新")
    expect(page.locator("#details .path").first).to_be_visible()


def test_a_thing_chosen_on_the_canvas_leaves_the_path(drawn: Callable[..., Page]) -> None:
    """Its details stand in place of the path, its neighbourhood on the canvas."""
    page = drawn(PATH)
    page.mouse.click(*chosen(page, "创新"))
    expect(page.locator("#details h2")).to_have_text("创新")
    assert "邻域" in _shown(page)
    assert "from=" not in page.url


def test_a_filter_leaves_the_path(watched: Callable[..., Watched], sample_file: Path) -> None:
    """A pressed chip always has its effect."""
    page = watched().go(sample_file, PATH)
    page.locator('#filters [data-key="types platform"]').click()
    assert "from=" not in page.url
    assert _shown(page).startswith("显示")
    expect(page.locator("#details .path")).to_have_count(0)


def test_a_thing_of_a_list_leaves_the_path(watched: Callable[..., Watched], sample_file: Path) -> None:
    """As a value of the time line does."""
    page = watched().go(sample_file, "#view=timeline&themes=innovation")
    page.locator("#views .value").first.click()
    name = page.locator("#details h2").inner_text()
    page.locator('[data-key="action pathFromHere"]').click()
    page.locator("#views .value").first.click()
    expect(page.locator("#details h2")).to_have_text(name)
    assert "from=" not in page.url


def _thumb(page: Page, end: str) -> tuple[float, float]:
    """Return the middle of a thumb: 24 pixels wide, on a track as wide as the others."""
    box = page.locator(f".sliders .{end}").bounding_box()
    assert box is not None
    share = page.locator(f".sliders .{end}").evaluate("(e) => e.value / e.max")
    return box["x"] + 12 + share * (box["width"] - 24), box["y"] + box["height"] / 2


def _step(page: Page) -> float:
    box = page.locator(".sliders .low").bounding_box()
    assert box is not None
    return (box["width"] - 24) / 4


def test_what_is_shown_follows_the_slider_while_it_is_dragged(page: Page) -> None:
    """And the whole drag is one step of back and forward."""
    everything = _shown(page)
    entries = page.evaluate("history.length")
    x, y = _thumb(page, "low")
    page.mouse.move(x, y)
    page.mouse.down()
    seen = []
    for year in ("2023", "2024", "2025"):
        page.mouse.move(x + _step(page) * (int(year) - 2022), y, steps=4)
        expect(page.locator(".years .count")).to_have_text(f"{year}–2026")
        seen.append(_shown(page))
    assert len({everything, *seen}) == 4
    assert page.evaluate("history.length") == entries
    page.mouse.up()
    expect(page.locator(".years .count")).to_have_text("2025–2026")
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    expect(page.locator(".years .count")).to_have_text("2022–2026")
    assert _shown(page) == everything


@pytest.mark.parametrize("year", [2022, 2024, 2026])
def test_a_single_year_is_widened_on_either_side(watched: Callable[..., Watched], sample_file: Path, year: int) -> None:
    """The thumbs stand beside each other: neither covers the other, pushes it nor takes its place."""
    page = watched().go(sample_file, f"#low={year}&high={year}")
    x, y = _thumb(page, "low")
    other, _ = _thumb(page, "high")
    assert other - x >= 24
    if year > 2022:
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x - 2 * _step(page), y, steps=6)
        page.mouse.up()
        expect(page.locator(".years .count")).to_have_text(f"{year - 2}–{year}")
    if year < 2026:
        x, y = _thumb(page, "high")
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 2 * _step(page), y, steps=6)
        page.mouse.up()
        expect(page.locator(".years .count")).to_contain_text(f"–{year + 2}")


def test_a_thumb_stops_at_the_other(watched: Callable[..., Watched], sample_file: Path) -> None:
    """The first year never passes the last."""
    page = watched().go(sample_file, "#low=2023&high=2024")
    x, y = _thumb(page, "low")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 3 * _step(page), y, steps=6)
    page.mouse.up()
    expect(page.locator(".years .count")).to_have_text("2024")
    expect(page.locator(".sliders .low")).to_have_attribute("aria-valuetext", "2024")
    expect(page.locator(".sliders .high")).to_have_attribute("aria-valuetext", "2024")


def test_a_bar_pressed_again_widens_back(watched: Callable[..., Watched], sample_file: Path) -> None:
    """To the years that were chosen before it."""
    page = watched().go(sample_file, "#low=2023&high=2025")
    page.locator(".bar").nth(2).click()
    expect(page.locator(".years .count")).to_have_text("2024")
    page.locator(".bar").nth(2).click()
    expect(page.locator(".years .count")).to_have_text("2023–2025")


def test_the_link_to_what_is_shown_is_copied(page: Page) -> None:
    """The address of the file with what is chosen in it; the page says that it has been done."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator('#filters [data-key="themes innovation"]').click()
    page.locator(".menu summary").click()
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("#live")).to_have_text("已复制")
    assert page.locator("#live").evaluate("(e) => e.getBoundingClientRect().width") > 40
    expect(page.locator(".menu summary")).to_be_focused()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert re.match(r"file://.*\.html#themes=innovation$", copied)
    expect(page.locator("#live")).to_have_class("unseen")


def test_what_is_unfolded_stays_so_in_another_view(watched: Callable[..., Watched], sample_file: Path) -> None:
    """A quote that is read, and the rest of a list."""
    page = watched().go(sample_file, "#node=theme:innovation&open=theme:innovation")
    page.locator("#details .relation").nth(2).locator("summary").click()
    page.keyboard.press("3")
    expect(page.locator("#details .relation").nth(2).locator(".quote")).to_be_visible()
