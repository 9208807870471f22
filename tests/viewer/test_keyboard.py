"""The page without a mouse and without eyes: where the focus is, and what is told to a screen reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

THING = "#node=theme:innovation&open=theme:innovation"
HAN = re.compile(r"[\u4e00-\u9fff]")


def _press(page: Page, selector: str) -> None:
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    "selector", ["#details ul .thing-button", "#details .heat", "#details .matrix .bare", "#details .example"]
)
def test_the_focus_goes_to_the_heading_of_what_comes(page: Page, selector: str) -> None:
    """It never falls off the page when the details show something else."""
    _press(page, selector)
    expect(page.locator("#details h2")).to_be_focused()
    assert page.locator("#details h2").inner_text() != "从这里开始"


def test_the_focus_goes_to_the_other_end_of_a_path(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Who says where a path begins goes on with where it ends, and the other way round."""
    one = watched()
    _press(one.go(sample_file, THING), '[data-key="action pathFromHere"]')
    expect(one.page.locator("#path-to")).to_be_focused()
    _press(one.go(sample_file, THING), '[data-key="action pathToHere"]')
    expect(one.page.locator("#path-from")).to_be_focused()


def test_the_focus_stays_on_what_is_still_there(page: Page) -> None:
    """A chip, and the heading of the filters when the button that clears them is gone."""
    _press(page, '#filters [data-key="types platform"]')
    expect(page.locator('#filters [data-key="types platform"]')).to_be_focused()
    _press(page, '#filters [data-key="clear"]')
    expect(page.locator("#filters h2")).to_be_focused()


def test_a_view_that_takes_the_place_of_another_takes_the_focus(page: Page) -> None:
    """From the canvas to the table by its number."""
    page.locator(".canvas").focus()
    page.keyboard.press("3")
    expect(page.locator("#views .scroll")).to_be_focused()


def test_links_skip_to_the_graph_and_to_the_details(watched: Callable[..., Watched], sample_file: Path) -> None:
    """The first two stops of the page; they leave the address and what it shows as they are."""
    page = watched().go(sample_file, THING)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到详情")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    page.locator(".skip").first.press("Enter")
    expect(page.locator("#stage")).to_be_focused()
    assert page.evaluate("location.hash") == THING
    expect(page.locator("#details h2")).to_have_text("创新")


def test_what_the_arrow_keys_reach_is_told(page: Page) -> None:
    """The canvas is silent of itself."""
    page.locator(".canvas").focus()
    told = set()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        expect(page.locator("#live")).to_contain_text(page.locator("#details h2").inner_text())
        told.add(page.locator("#live").inner_text())
    assert len(told) == 3


def test_every_change_of_what_is_shown_is_told(page: Page) -> None:
    """A chip, a cell of the matrix, a path, and the way back to the start."""
    live = page.locator("#live")
    page.locator('#filters [data-key="types platform"]').click()
    expect(live).to_contain_text(page.locator("#shown span").first.inner_text())
    page.keyboard.press("Escape")
    page.get_by_role("button", name="回到起点").first.click()
    expect(live).to_contain_text("从这里开始")
    page.locator("#details .heat").first.click()
    expect(live).to_contain_text(page.locator("#details h2").inner_text())
    page.get_by_role("button", name="回到起点").first.click()
    page.locator(".example").click()
    expect(live).to_contain_text("→")
    expect(live).to_contain_text("路径：")


def test_a_path_that_does_not_exist_is_told(watched: Callable[..., Watched], sample_file: Path) -> None:
    """And not only written in the details."""
    page = watched().go(sample_file, "#from=theme:innovation")
    page.locator("#path-to").fill("创新")
    page.locator("#path-to").press("Enter")
    expect(page.locator("#details .path")).to_have_count(0)
    expect(page.locator("#live")).to_contain_text("没有路径")


def test_nothing_is_told_of_what_the_page_opens_with(watched: Callable[..., Watched], sample_file: Path) -> None:
    """A reader has the title of the page to hear."""
    assert watched().go(sample_file, THING).locator("#live").inner_text() == ""


@pytest.mark.parametrize("address", ["#language=en", "#language=en&types=platform", "#language=en&from=theme:rural"])
def test_chinese_words_on_the_english_page_are_marked_as_such(
    watched: Callable[..., Watched], sample_file: Path, address: str
) -> None:
    """Heading, filters, results of the search, and what is told."""
    page = watched().go(sample_file, address)
    page.locator("#find").fill("科技")
    expect(page.locator("#find-list [lang=zh-Hans]")).to_have_count(12)  # nine things, the words of three passages
    titles = page.locator("#find-list .words .quiet").all_text_contents()
    assert len(titles) == 3
    assert [title for title in titles if not re.search(r"government work report \d{4}", title)] == []
    words = page.evaluate(
        """() => {
          const texts = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const parent = walk.currentNode.parentElement;
            if (!parent.closest("h1, #filters, #search, #live, #choice, .chooser")) continue;
            texts.push([walk.currentNode.data, parent.closest("[lang]").lang]);
          }
          return texts;
        }"""
    )
    assert [text for text, lang in words if HAN.search(text) and lang != "zh-Hans"] == []
    assert any(HAN.search(text) for text, _ in words)


def test_the_search_field_follows_what_is_shown(page: Page) -> None:
    """Back shows the name that was searched before, the start none."""
    find = page.locator("#find")
    for name in ("东东科技城0号", "民生"):
        find.fill(name)
        find.press("Enter")
    expect(find).to_have_value("民生")
    page.go_back()
    expect(find).to_have_value("东东科技城0号")
    page.go_back()
    expect(find).to_have_value("")


def test_emptying_a_box_of_the_path_takes_its_end_away(watched: Callable[..., Watched], sample_file: Path) -> None:
    """And typing goes on in the same box."""
    page = watched().go(sample_file, "#from=theme:rural&to=theme:innovation")
    page.locator("#path-to").fill("")
    expect(page.locator("#details .path")).to_have_count(0)
    expect(page.locator("#path-to")).to_be_focused()
    assert "to=" not in page.url
    page.keyboard.insert_text("民生")
    page.keyboard.press("Enter")
    expect(page.locator("#details .path").first).to_be_visible()
