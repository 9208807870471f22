"""The page of a place and the comparison of places: what they show, by mouse and by keyboard, on screens and on paper."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from browsing import settled, violations
from viewer.measures import OVER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

HENAN = "#view=place&place=河南"
VIEWS = [
    "#view=place", HENAN, "#view=compare", "#view=compare&chart=map", "#view=compare&chart=years", "#view=compare&chart=matrix",
]  # fmt: skip


@pytest.mark.parametrize("address", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_every_reader_can_use_it(
    watched: Callable[..., Watched], places_file: Path, address: str, scheme: str, width: int
) -> None:
    """No rule of WCAG is broken, on a phone, a laptop or a large screen, light or dark; and the page has no side scroll."""
    page = watched(viewport={"width": width, "height": 900}, color_scheme=scheme).go(places_file, address)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_place_is_found_and_its_figures_lead_to_their_words(
    watched: Callable[..., Watched], places_file: Path
) -> None:
    """From the list of places to a target, whose quote then stands beside the page, which stays."""
    page = watched().go(places_file, "#view=place")
    page.locator('[data-key="place 湖北"]').click()
    expect(page.locator(".place-head h2")).to_contain_text("湖北 Hubei")
    row = page.locator(".promises tr", has_text="地区生产总值").filter(has_text="2025")
    expect(row.locator(".badge")).to_have_text("✗ 未达")
    row.locator(".column-target button").click()
    expect(page.locator("#details mark", has_text="6%左右").first).to_be_visible()
    expect(page.locator(".place-head h2")).to_contain_text("湖北")


def test_the_page_of_a_place_tells_lives_platforms_and_industries(
    watched: Callable[..., Watched], places_file: Path
) -> None:
    """A science centre that one report begins and the next one opens."""
    page = watched().go(places_file, HENAN)
    expect(page.locator(".sheet-of-place .fact", has_text="河南科学中心").first).to_be_visible()
    expect(page.locator(".place-platforms")).to_contain_text("算力平台")
    expect(page.locator(".place-industries")).to_contain_text("新材料产业")
    expect(page.locator(".place-changes")).to_contain_text("下调")


def test_what_nobody_said_is_told_as_such(watched: Callable[..., Watched], places_file: Path) -> None:
    """No report says who answers: the page says that, and shows no empty list."""
    page = watched().go(places_file, HENAN)
    expect(page.locator(".place-duties")).to_contain_text("没有写明由谁承担")


def test_a_year_of_a_place_is_chosen(watched: Callable[..., Watched], places_file: Path) -> None:
    """And the address says so, for somebody else to open."""
    page = watched().go(places_file, HENAN)
    page.locator('[data-key="place year 2026"]').click()
    assert "low=2026" in page.url
    expect(page.locator(".place-promises .column-year").nth(1)).to_have_text("2026")
    assert set(page.locator(".place-promises td.column-year").all_inner_texts()) == {"2026"}


def test_places_are_ordered_by_what_they_reached(watched: Callable[..., Watched], places_file: Path) -> None:
    """Provinces with provinces, the city only when asked for."""
    page = watched().go(places_file, "#view=compare")
    expect(page.locator("#views h2")).to_have_text("地区生产总值增速 2025年")
    assert page.locator(".plot-name").all_text_contents() == ["河南", "湖北", "云南"]
    assert page.locator(".plot-value").all_text_contents() == ["5.6", "5.5", "4.1"]
    page.locator('[data-key="compare 市"]').click()
    expect(page.locator(".plot-name")).to_have_text(["郑州", "河南", "湖北", "云南"])


def test_the_words_of_a_mark_are_told_by_pointer_and_keyboard(
    watched: Callable[..., Watched], places_file: Path
) -> None:
    """Target and result with their quotes; Enter opens the source."""
    page = watched().go(places_file, "#view=compare")
    page.locator(".plot-cell").nth(1).hover()
    expect(page.locator(".said")).to_contain_text("湖北 2025年，地区生产总值增速，目标 6%左右，完成情况 5.5%，未达")
    expect(page.locator(".said q").first).to_contain_text("地区生产总值增长6%左右")
    page.locator('[data-key="compare 矩阵"]').focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('plot-cell')"):
            break
    expect(page.locator(".said")).to_contain_text("河南 2025年")
    page.keyboard.press("Enter")
    expect(page.locator("#details mark", has_text="5.6%").first).to_be_visible()


def test_the_map_has_every_province_once(watched: Callable[..., Watched], places_file: Path) -> None:
    """Thirty-one squares of one size, none over another; those that the graph knows can be pressed."""
    page = watched().go(places_file, "#view=compare&chart=map")
    boxes = page.locator(".tile").evaluate_all(
        "(all) => all.map((e) => [e.x, e.y, e.width, e.height].map((v) => v.baseVal.value))"
    )
    assert len(boxes) == len({tuple(box) for box in boxes}) == 31
    assert len({(width, height) for _, _, width, height in boxes}) == 1
    assert page.locator(".plot-cell").count() == 3


def test_no_map_is_offered_where_no_province_has_a_number(watched: Callable[..., Watched], places_file: Path) -> None:
    """Of cities alone there is a ranking; an empty map with a scale would tell of numbers that nobody gave."""
    page = watched().go(places_file, "#view=compare&chart=map&levels=city")
    expect(page.locator(".plot-name")).to_have_text(["郑州"])
    expect(page.locator('[data-key="compare 地图"]')).to_have_count(0)


def test_a_target_without_result_is_told_as_it_was_set(watched: Callable[..., Watched], places_file: Path) -> None:
    """With its open end, not as if the number had been reached."""
    page = watched().go(places_file, "#view=compare&year=2025")
    page.locator(".compare select").select_option(label="城镇新增就业人数 (人) · 4")
    expect(page.locator(".plot-cell", has_text="云南").locator(".plot-value")).to_have_text("≥ 50")


def test_the_english_page_names_documents_in_english(watched: Callable[..., Watched], places_file: Path) -> None:
    """As the graph does; the title by which a document is found again stands behind its name."""
    page = watched().go(places_file, "#language=en&view=place&place=河南")
    expect(page.locator(".place-head p")).to_contain_text("Henan, government work report 2025 (2025-01-16), Henan")
    page.locator(".promises .column-target button").first.click()
    source = page.locator("#details figcaption span").first
    expect(source).to_have_text(re.compile("^Henan, government work report 202[56]$"))
    expect(source).to_have_attribute("title", re.compile("^河南省202[56]年政府工作报告$"))


def test_the_matrix_leads_to_an_indicator_and_to_a_place(watched: Callable[..., Watched], places_file: Path) -> None:
    """Heads of columns to the ranking, of rows to the page of the place."""
    page = watched().go(places_file, "#view=compare&chart=matrix")
    expect(page.locator(".said")).to_have_count(0)
    page.locator(".matrix-of-places thead button", has_text="城镇新增就业人数").click()
    expect(page.locator("#views h2")).to_contain_text("城镇新增就业人数 2025年")
    page.go_back()
    page.locator('.matrix-of-places [data-key="place 云南"]').click()
    expect(page.locator(".place-head h2")).to_contain_text("云南")


@pytest.mark.parametrize(
    "address", [HENAN, "#view=compare", "#view=compare&chart=matrix", "#view=ledger", "#view=table&all=1"]
)
def test_every_view_is_saved_as_it_is_seen_and_cited(
    watched: Callable[..., Watched], places_file: Path, address: str
) -> None:
    """As a drawing with its words and, below them, what it is of; as a picture that is not blank."""
    page = watched(accept_downloads=True).go(places_file, address)
    svg = ElementTree.fromstring(_save(page, "svg"))  # noqa: S314 -- written by our own page
    texts = ["".join(e.itertext()) for e in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert re.fullmatch(
        r".*政策图谱 2025–2026。8 份文件，发布日期 2025-01-16 – 2026-01-16。Policygraph，数据版本 [0-9a-f]{10}",
        texts[-1],
    )
    assert any("河南" in text for text in texts)
    assert _save(page, "png")[:8] == b"\x89PNG\r\n\x1a\n"


def test_the_values_compared_are_saved_as_a_table(watched: Callable[..., Watched], places_file: Path) -> None:
    """With target, result, verdict and both quotes."""
    page = watched(accept_downloads=True).go(places_file, "#view=compare")
    rows = list(csv.DictReader(io.StringIO(_save(page, "csv").decode("utf-8-sig"))))
    assert [(row["area"], row["outcome"], row["verdict"]) for row in rows] == [
        ("河南", "5.6", "met"), ("湖北", "5.5", "missed"), ("云南", "4.1", "missed"),
    ]  # fmt: skip
    assert rows[0]["target_quote"] and "5.6%" in rows[0]["outcome_quote"]
    assert rows[0]["area_english"] == "Henan"


def _save(page: Page, what: str) -> bytes:
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.locator(f'.menu [data-key="save {what}"]').click()
    return download.value.path().read_bytes()


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="pdfinfo is not installed; apt-get install poppler-utils")
def test_a_place_is_printed_on_two_sheets(
    watched: Callable[..., Watched], published_file: Path, tmp_path: Path
) -> None:
    """The whole page of a city with hundreds of targets; nothing that can only be pressed is on it."""
    page = watched().go(published_file, "#view=place&place=郑州&low=2025&high=2025")
    settled(page)
    file = tmp_path / "place.pdf"
    page.pdf(path=str(file), format="A4")
    info = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages:\s+(\d+)", info)[1]) <= 2  # type: ignore[index]
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "全部地方" not in text
    assert "数据版本" in text


@pytest.mark.parametrize("address", [HENAN, "#view=compare"])
def test_the_english_page_speaks_english(watched: Callable[..., Watched], places_file: Path, address: str) -> None:
    """Names of places and of known indicators; nothing runs over its box."""
    page = watched().go(places_file, f"{address}&language=en")
    expect(page.locator("#views")).to_contain_text("Henan")
    expect(page.locator("#views")).to_contain_text("Growth of gross domestic product")
    assert page.evaluate(OVER) == 0
