"""What the page tells of one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from policygraph import viewer
from viewer.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched


def _choose(page: Page, query: str) -> None:
    page.locator("#find").fill(query)
    page.locator("#find").press("Enter")


def test_a_target_shows_its_outcome_with_the_words_that_say_it(page: Page) -> None:
    """The verdict, and what the later document reports."""
    page.evaluate("location.hash = '#verdicts=missed'")
    page.locator("#details .fact .thing-button").first.click()
    row = page.locator("#details .relation", has_text="目标对照").first
    expect(row.locator(".badge")).to_have_text("✗ 未达")
    expect(row.locator("mark")).to_have_text("结果原文")


def test_a_life_shows_stage_mode_and_words_of_every_year(page: Page) -> None:
    """In the order of years; the words are there before anything is opened."""
    _choose(page, "东东科技城0号")
    steps = page.locator("#details h3:text-is('历年进展') + div, #details h3:text-is('历年进展') + ul").locator(
        "summary"
    )
    lines = steps.all_inner_texts()
    years = [re.findall(r"20\d\d", line)[0] for line in lines]
    assert years == sorted(years)
    for line in lines:
        assert re.search(r"规划|启动|推进|完成", line)
        assert "东东科技城0号" in line


def test_words_around_a_quote_begin_and_end_with_whole_clauses(page: Page) -> None:
    """A stretch that was cut in the middle of a clause shows a mark and no half number."""
    _choose(page, "东东科技城0号")
    for figure in page.locator("#details .quote blockquote").all()[:6]:
        before, after = figure.locator(".around").all_text_contents()
        assert before.startswith("…") or len(before) < 60
        assert after.endswith(("…", "。", "")) and not re.search(r"#", before + after)
        if before.startswith("…"):
            assert before.rstrip()[-1] in "，。；！？、：…"


def test_a_served_page_leads_to_the_page_of_a_thing(watched: Callable[..., Watched], tmp_path: Path) -> None:
    """And one from disk has no such link."""
    graph, documents = sample(60)
    file = tmp_path / "served.html"
    file.write_text(viewer.html(graph, documents, title="样例", pages="http://127.0.0.1:1/at/"), encoding="utf-8")
    page = watched().go(file)
    _choose(page, "innovation")
    link = page.get_by_role("link", name="打开专页")
    expect(link).to_have_attribute("href", "http://127.0.0.1:1/at/theme/innovation")
    file.write_text(viewer.html(graph, documents, title="样例"), encoding="utf-8")
    page = watched().go(file)
    _choose(page, "innovation")
    expect(page.locator("#details h2")).to_contain_text("创新")
    expect(page.get_by_role("link", name="打开专页")).to_have_count(0)
