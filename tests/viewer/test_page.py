"""What a reader can do on the page, tried in a real browser with the network off."""

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


def _choose(page: Page, query: str) -> None:
    page.locator("#find").fill(query)
    page.locator("#find").press("Enter")


def _first_entity(page: Page) -> str:
    return page.locator("#details ul .thing-button .name").first.inner_text()


def test_the_first_sight_is_a_curated_start_and_not_the_whole_graph(page: Page) -> None:
    """Themes by year with counts, the best connected entities, and the question of how two things hang together."""
    expect(page.locator("#details h2")).to_have_text("从这里开始")
    assert page.locator("#details .matrix tbody tr").count() >= 5
    assert page.locator("#details ul .thing-button").count() == 12
    drawn = int(re.findall(r"\d+", page.locator("#shown span").first.inner_text())[0])
    assert drawn < 100


def test_the_page_has_everything_in_itself_and_opens_from_disk(
    watched: Callable[..., Watched], sample_file: Path
) -> None:
    """One request: the file; nothing on the console."""
    one = watched()
    one.go(sample_file)
    assert [url for url in one.requests if url != "about:blank"] == [sample_file.as_uri()]
    assert one.complaints == []


@pytest.mark.parametrize("query", ["东东科技城0号", "dongdongkejicheng", "ddkjc", "东东科技"])
def test_a_thing_is_found_by_name_pinyin_and_initials(page: Page, query: str) -> None:
    """Enter takes the first result."""
    _choose(page, query)
    expect(page.locator("#details h2")).to_contain_text("东东科技城0号")


def test_a_theme_is_found_by_its_english_name(page: Page) -> None:
    """Also while the page is Chinese."""
    _choose(page, "innovation")
    expect(page.locator("#details h2")).to_have_text("创新")


def test_a_thing_is_found_by_another_name_and_says_so(page: Page) -> None:
    """Who has typed another name sees why this is the answer."""
    page.locator("#find").fill("民生工作")
    expect(page.locator("#find-0")).to_contain_text("民生工作 · 主题")
    page.locator("#find").press("Enter")
    expect(page.locator("#details h2")).to_have_text("民生")
    expect(page.locator("#details")).to_contain_text("归类用语：民生工作")


def test_slash_goes_to_the_search_and_arrow_keys_walk_its_results(page: Page) -> None:
    """As a combobox of WAI-ARIA: the chosen option is announced by aria-activedescendant."""
    page.locator("#find").blur()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.insert_text("科技")
    expect(page.locator("#find")).to_have_attribute("aria-activedescendant", "find-0")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#find")).to_have_attribute("aria-activedescendant", "find-1")
    second = page.locator("#find-1 .name").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_contain_text(second)


def test_the_search_has_the_focus_at_first_sight(page: Page) -> None:
    """One opens the page and types."""
    expect(page.locator("#find")).to_be_focused()


def test_keys_belong_to_the_input_method_while_it_composes(page: Page) -> None:
    """Enter that ends a composition chooses nothing."""
    page.locator("#find").fill("科技")
    page.locator("#find").dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    expect(page.locator("#details h2")).to_have_text("从这里开始")


def test_a_search_without_result_says_so(page: Page) -> None:
    """In the list and to screen readers."""
    page.locator("#find").fill("没有这样东西")
    expect(page.locator("#find-list")).to_contain_text("没有找到")
    expect(page.locator("#live")).to_contain_text("没有找到")


def test_a_theme_in_a_year_shows_its_things_and_targets(page: Page) -> None:
    """One click on a cell of the matrix."""
    page.locator("#details .heat").first.click()
    expect(page.locator("#details h2")).to_have_text(re.compile(r"· 20\d\d$"))
    assert page.locator("#details h3").count() >= 2
    assert "themes=" in page.url
    assert "low=" in page.url


def test_the_legend_filters_and_its_counts_say_how_many_are_left(page: Page) -> None:
    """Pressing a type leaves as many things as the legend counted."""
    chip = page.locator('#filters [data-key="types platform"]')
    count = int(chip.locator(".count").inner_text())
    chip.click()
    expect(page.locator('#filters [data-key="types platform"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#shown span").first).to_contain_text(f"显示 {count} 个条目")


def test_verdicts_of_the_ledger_filter_targets(page: Page) -> None:
    """A verdict leaves the targets that have it and what hangs on them."""
    page.locator('#filters [data-key="verdicts missed"]').click()
    page.keyboard.press("3")
    badges = set(page.locator("#views .badge").all_inner_texts())
    assert badges == {"✗ 未达"}


def test_a_bar_of_the_years_leaves_one_year(page: Page) -> None:
    """And pressing it again takes the filter away."""
    page.locator(".bar").nth(1).click()
    expect(page.locator(".years .count")).to_have_text("2023")
    page.locator(".bar").nth(1).click()
    expect(page.locator(".years .count")).to_have_text("2022–2026")


def test_the_slider_of_years_works_by_keyboard(page: Page) -> None:
    """The first year moves up with the arrow key."""
    page.locator(".sliders .low").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".years .count")).to_have_text("2023–2026")
    assert page.evaluate("document.activeElement.className") == "low"


def test_every_relation_shows_the_exact_quote_in_its_surroundings(page: Page) -> None:
    """Highlighted, with document, date and place in it."""
    _choose(page, "东东科技城0号")
    quote = page.locator("#details .quote").first
    expect(quote.locator("mark")).to_contain_text("东东科技城0号推进第")
    expect(quote.locator(".around").first).to_contain_text("坚持稳中求进，")
    expect(quote.locator(".around").last).to_contain_text("，确保年内见到实效。")
    expect(quote.locator("figcaption")).to_contain_text(
        re.compile(r"样例市2022年政府工作报告 · 2022-02-01 · 第 \d+–\d+ 字")
    )


def test_a_citation_is_copied_whole(page: Page) -> None:
    """Quote, title, publisher, date, place."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _choose(page, "东东科技城0号")
    button = page.locator("#details .quote button >> visible=true").first
    button.click()
    expect(button).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    source = "《样例市2022年政府工作报告》，样例市人民政府，2022-02-01"
    assert re.fullmatch(rf"“东东科技城0号推进第\d+项工作”，{source}，第 \d+–\d+ 字。", copied)


def test_a_path_between_two_things_tells_every_hop_with_its_words(page: Page) -> None:
    """The example of the start leads to one: relation, year, theme and quote for each hop."""
    page.locator(".example").click()
    hops = page.locator("#details .path").first.locator(".hops > li")
    assert hops.count() >= 3
    for n in range(1, hops.count()):
        relation = hops.nth(n).locator("summary").first
        expect(relation).to_contain_text(re.compile(r"20\d\d年 · "))
        expect(hops.nth(n).locator("mark").first).to_be_visible()
    expect(page.locator("#shown span").first).to_contain_text("路径")


def test_a_path_is_chosen_by_typing_its_two_ends(page: Page) -> None:
    """Both boxes of the start take names."""
    page.locator("#path-from").fill("ddkjc")
    page.locator("#path-from").press("Enter")
    page.locator("#path-to").fill("民生")
    page.locator("#path-to").press("Enter")
    expect(page.locator("#details .path").first).to_be_visible()
    assert "from=" in page.url
    assert "to=" in page.url


def test_a_neighbourhood_opens_widens_and_closes(page: Page) -> None:
    """One step, two steps, none."""
    _choose(page, "东东科技城0号")

    def shown() -> int:
        return int(re.findall(r"\d+", page.locator("#shown span").first.inner_text())[0])

    one = shown()
    page.get_by_role("button", name="两步").click()
    assert shown() > one
    page.get_by_role("button", name="一步").click()
    assert shown() == one
    page.get_by_role("button", name="收起邻域").click()
    expect(page.locator("#shown span").first).to_contain_text("精选")


def test_a_pinned_thing_stays_in_every_selection(page: Page) -> None:
    """Also where a filter would leave it out."""
    _choose(page, "东东科技城0号")
    page.get_by_role("button", name="固定").click()
    page.keyboard.press("Escape")
    page.locator('#filters [data-key="types indicator"]').click()
    page.keyboard.press("3")
    expect(page.locator("#views table")).to_contain_text("东东科技城0号")


def test_views_show_the_same_selection(page: Page) -> None:
    """As many rows in the table as things in the network."""
    page.locator('#filters [data-key="themes innovation"]').click()
    drawn = int(re.findall(r"\d+", page.locator("#shown span").first.inner_text())[0])
    page.keyboard.press("3")
    expect(page.locator("#views tbody tr")).to_have_count(drawn)
    page.keyboard.press("2")
    assert page.locator("#views .timeline tbody tr").count() > 5
    page.keyboard.press("4")
    expect(page.locator("#views .ledger")).to_be_visible()


def test_the_table_sorts_by_every_column(page: Page) -> None:
    """The sorted column says so to screen readers."""
    page.locator('#filters [data-key="themes innovation"]').click()
    page.keyboard.press("3")
    page.locator('[data-key="sort linksHead"]').click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("联系")
    numbers = [int(text) for text in page.locator("#views .column-linksHead").all_inner_texts()]
    assert numbers == sorted(numbers)
    page.locator('[data-key="sort name"]').click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("名称")


def test_tabs_follow_the_arrow_keys(page: Page) -> None:
    """As tabs of WAI-ARIA do."""
    page.locator("#tab-network").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-timeline")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#tab-timeline")).to_be_focused()


def test_the_network_is_walked_with_the_keyboard(page: Page) -> None:
    """Arrow keys choose, Enter opens the neighbourhood, Escape closes it."""
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#details h2").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.locator("#details h2").inner_text() != first
    page.keyboard.press("Enter")
    expect(page.locator("#shown span").first).to_contain_text("邻域")
    page.keyboard.press("Escape")
    expect(page.locator("#shown span").first).to_contain_text("精选")


def test_a_view_is_sent_by_its_address(page: Page, watched: Callable[..., Watched], sample_file: Path) -> None:
    """Opening the address elsewhere shows the same."""
    page.locator('#filters [data-key="themes innovation"]').click()
    page.locator(".bar").nth(1).click()
    page.keyboard.press("3")
    there = watched().go(sample_file, page.evaluate("location.hash"))
    assert there.locator("#views table").inner_text() == page.locator("#views table").inner_text()


def test_back_and_forward_walk_through_what_was_seen(page: Page) -> None:
    """With the buttons of the page as with those of the browser."""
    _choose(page, "东东科技城0号")
    _choose(page, "民生")
    page.get_by_role("button", name="后退").click()
    expect(page.locator("#details h2")).to_contain_text("东东科技城0号")
    page.go_back()
    expect(page.locator("#details h2")).to_have_text("从这里开始")
    page.get_by_role("button", name="前进").click()
    expect(page.locator("#details h2")).to_contain_text("东东科技城0号")


def test_an_address_with_nonsense_shows_the_start(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Names that the page does not hold, years that are none, views that are not there."""
    page = watched().go(sample_file, "#node=nobody&view=hologram&low=abc&themes=x&from=y&to=z&open=q&types=%3Cb%3E")
    expect(page.locator("#tab-network")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#filters")).to_be_visible()


def test_the_language_is_switched_without_loading_again(page: Page) -> None:
    """Every word of the frame changes; the data stay."""
    page.evaluate("window.same = true")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#details h2")).to_have_text("Start here")
    expect(page.locator("#find")).to_have_attribute("placeholder", re.compile("pinyin"))
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("window.same") is True
    frame = page.locator("header, #tabs, #shown, #filters h2, #filters h3, #details h2, #details h3").all_inner_texts()
    words = " ".join(text.replace("样例图谱", "").replace("中文", "") for text in frame)
    assert not re.search(r"[\u4e00-\u9fff]", words)


def test_the_page_has_a_title_in_both_languages(watched: Callable[..., Watched], published_file: Path) -> None:
    """In its head line and in the list of the browser's windows."""
    page = watched().go(published_file)
    expect(page).to_have_title("郑州政策图谱 2024–2026")
    page.get_by_role("button", name="English").click()
    expect(page).to_have_title("Policy graph of Zhengzhou 2024–2026")
    expect(page.locator("h1")).to_have_text("Policy graph of Zhengzhou 2024–2026")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_and_can_be_switched(
    watched: Callable[..., Watched], sample_file: Path, scheme: str
) -> None:
    """The button turns them round."""
    page = watched(color_scheme=scheme).go(sample_file)
    expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
    page.get_by_role("button", name="深色或浅色").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light" if scheme == "dark" else "dark")


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(
    watched: Callable[..., Watched], sample_file: Path, width: int
) -> None:
    """From a narrow phone to a wide screen, in every view."""
    page = watched(viewport={"width": width, "height": 800}).go(sample_file)
    for view in ("1", "2", "3", "4"):
        page.keyboard.press(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_shows_one_panel_at_a_time(watched: Callable[..., Watched], sample_file: Path) -> None:
    """With three buttons at the foot to go between them."""
    page = watched(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).go(sample_file)
    expect(page.locator("#details")).to_be_visible()
    expect(page.locator("#stage")).to_be_hidden()
    page.locator('#panels [data-panel="stage"]').tap()
    expect(page.locator("#stage")).to_be_visible()
    expect(page.locator(".canvas canvas")).to_be_visible()
    page.locator('#panels [data-panel="filters"]').tap()
    expect(page.locator("#filters")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_names_on_the_canvas_never_print_over_each_other(
    watched: Callable[..., Watched], sample_file: Path, width: int, language: str
) -> None:
    """Every text drawn is recorded with its box; no two boxes meet."""
    one = watched(viewport={"width": width, "height": 800})
    one.record_texts()
    for address in ("", "all=1", "themes=innovation", "open=theme:livelihood&node=theme:livelihood"):
        page = one.go(sample_file, f"#{address}&language={language}")
        if width < 760:
            page.locator('#panels [data-panel="stage"]').click()
        settled(page)
        boxes = [(x, y - size / 2, x + wide, y + size / 2) for _, x, y, wide, size in page.evaluate("window.texts")]
        assert len(boxes) > 5
        for i, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[i + 1 :]:
                assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_page_prints_its_view_and_details(page: Page) -> None:
    """Without the frame that only a screen needs."""
    page.locator('#filters [data-key="themes innovation"]').click()
    page.keyboard.press("3")
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#views table")).to_be_visible()
    expect(page.locator("#details h2")).to_be_visible()
