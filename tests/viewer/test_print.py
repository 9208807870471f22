"""The page on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browsing import settled
from policygraph import viewer
from viewer.canvas import RECORD
from viewer.sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

THING = "#node=theme:innovation&open=theme:innovation"


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page whose table is longer than what the screen shows at once."""
    graph, documents = sample(500)
    file = tmp_path_factory.mktemp("large") / "index.html"
    file.write_text(viewer.html(graph, documents, title="样例图谱"), encoding="utf-8")
    return file


def _begin(page: Page) -> None:
    page.evaluate('dispatchEvent(new Event("beforeprint"))')
    page.emulate_media(media="print")


def _end(page: Page) -> None:
    page.emulate_media(media="screen")
    page.evaluate('dispatchEvent(new Event("afterprint"))')


def test_the_network_is_printed_in_its_proportions(watched: Callable[..., Watched], sample_file: Path) -> None:
    """As wide as the paper at most, and sharp: three dots for a pixel."""
    page = watched().go(sample_file, THING)
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    _begin(page)
    width, height, dots = page.locator(".printed").evaluate("(e) => [e.offsetWidth, e.offsetHeight, e.width]")
    assert width / height == pytest.approx(box["width"] / box["height"], rel=0.01)
    assert width <= 681
    assert dots >= 2 * width
    expect(page.locator(".canvas")).to_be_hidden()


def test_all_of_the_start_is_printed_from_a_phone(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Every theme with its name, arranged for the paper and not for the part of it that the screen shows."""
    one = watched(viewport={"width": 390, "height": 500})
    one.page.add_init_script(RECORD)
    page = one.go(sample_file)
    for panel in ("details", "stage"):
        page.locator(f'#panels [data-panel="{panel}"]').click()
        settled(page)
        texts = page.evaluate('(window.texts = [], dispatchEvent(new Event("beforeprint")), window.texts)')
        assert page.locator(".printed").evaluate("(e) => e.width") == 3 * 680
        assert {"创新", "产业", "开放", "民生", "生态环境", "农业农村", "改革", "交通物流"} <= {
            text for text, *_ in texts
        }
        assert all(0 < x < 680 and 0 < y < 880 for _, x, y, _ in texts)
        _end(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_and_ink_is_dark(watched: Callable[..., Watched], sample_file: Path, scheme: str) -> None:
    """Whatever the screen is, for the text as for the picture."""
    page = watched().go(sample_file, f"{THING}&scheme={scheme}")
    _begin(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('#details h2')).color") == "rgb(0, 0, 0)"
    lightness = page.locator(".printed").evaluate(
        """(canvas) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let [dark, light] = [0, 0];
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] < 200) continue;
            const sum = data[i] + data[i + 1] + data[i + 2];
            if (sum < 200) dark++; else if (sum > 740) light++;
          }
          return [dark, light];
        }"""
    )
    # The names: dark letters, each with a white rim.
    assert min(lightness) > 500
    _end(page)
    expect(page.locator("html")).to_have_attribute("data-scheme", scheme)


def test_every_quote_is_printed_and_folded_again(watched: Callable[..., Watched], sample_file: Path) -> None:
    """What the reader has unfolded stays unfolded afterwards."""
    page = watched().go(sample_file, THING)
    page.locator("#details .relation").nth(2).locator("summary").click()
    folded = "[...document.querySelectorAll('#details details')].map((e) => e.open)"
    before = page.evaluate(folded)
    assert True in before
    assert False in before
    _begin(page)
    assert all(quote.is_visible() for quote in page.locator("#details .quote").all())
    _end(page)
    assert page.evaluate(folded) == before


def test_paper_says_where_it_comes_from(watched: Callable[..., Watched], sample_file: Path) -> None:
    """Title, address of the view, and the dates of the documents."""
    page = watched().go(sample_file, "#view=table&themes=innovation")
    _begin(page)
    expect(page.locator("header h1")).to_be_visible()
    expect(page.locator("#imprint")).to_contain_text("5 份文件，发布日期 2022-02-01 – 2026-02-05")
    expect(page.locator("#imprint a")).to_have_attribute("href", page.url)
    expect(page.locator("#imprint a")).to_contain_text("#view=table&themes=innovation")
    _end(page)
    expect(page.locator("#imprint")).to_have_count(0)


def test_a_table_is_printed_with_all_of_its_rows(watched: Callable[..., Watched], large_file: Path) -> None:
    """Also with those that the screen shows on request, and without a summary of itself; the screen is as before."""
    page = watched().go(large_file, "#view=table&all=1")
    rows = page.locator("#views tbody tr")
    before = rows.count()
    page.locator("#views .scroll").evaluate("(e) => (e.scrollTop = 700)")
    _begin(page)
    assert rows.count() == 500 > before
    expect(page.locator("#details")).to_be_hidden()
    assert page.locator(".grid thead").evaluate("(e) => getComputedStyle(e).display") == "table-header-group"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    _end(page)
    assert rows.count() == before
    assert page.locator("#views .scroll").evaluate("(e) => e.scrollTop") == 700
    page.locator("#tab-network").click()
    expect(page.locator("#details")).to_be_visible()


@pytest.mark.parametrize("view", ["network", "timeline", "table", "ledger"])
def test_no_page_is_cut_at_its_side(watched: Callable[..., Watched], sample_file: Path, view: str) -> None:
    """On A4 between its margins, from a wide screen and from a phone."""
    for width in (1280, 390):
        page = watched(viewport={"width": width, "height": 800}).go(sample_file, f"{THING}&view={view}")
        page.evaluate('dispatchEvent(new Event("beforeprint"))')
        page.set_viewport_size({"width": 700, "height": 1000})
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 700
        expect(page.locator("#stage")).to_be_visible()
        if view == "network":
            assert page.locator(".printed").evaluate("(e) => e.offsetWidth") > 500
        expect(page.locator("#details h2")).to_be_visible()
        for frame in ("#filters", "#tools", "#search", "#tabs", "#panels", "#choice"):
            expect(page.locator(frame)).to_be_hidden()


def test_a_printed_file_repeats_the_head_of_a_table(
    watched: Callable[..., Watched], sample_file: Path, tmp_path: Path
) -> None:
    """On every page; printing itself prepares the page and clears up after it."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext, which reads a printed page, is not installed; apt-get install poppler-utils")
    page = watched().go(sample_file, "#view=table&all=1")
    page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    expect(page.locator("#imprint")).to_have_count(0)
    read = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    )
    pages = [text for text in read.stdout.split("\f") if text.strip()]
    assert len(pages) > 2
    assert all(re.search(r"名称\s+类型\s+年份", text) for text in pages)
    assert "#view=table&all=1" in pages[0]
