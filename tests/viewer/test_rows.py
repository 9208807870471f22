"""A row of the ledger looked at: both sides in their surroundings, why, and the sheet of corrections."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browsing import violations
from policygraph.ledger import derive, panel
from policygraph.networks import of_corpus
from policygraph.ontology import own
from policygraph.page import html
from viewer import provinces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

MISSED = "#view=ledger&verdicts=missed&areas=湖北"


@pytest.fixture
def row(watched: Callable[..., Watched], places_file: Path) -> Page:
    """The row of a target that was missed, opened."""
    page = watched(accept_downloads=True).go(places_file, MISSED)
    page.locator('[data-key^="row "]').first.click()
    return page


def test_both_sides_stand_in_their_surroundings(row: Page) -> None:
    """Each with its words marked, and what its grade means."""
    expect(row.locator("#details .side-a mark")).to_have_text("地区生产总值增长6%左右")
    expect(row.locator("#details .side-a .around").first).to_contain_text("主要预期目标")
    expect(row.locator("#details .side-b mark")).to_contain_text("5.5%")
    expect(row.locator("#details")).to_contain_text("同一概念：")
    boxes = [row.locator(f"#details .side-{side}").bounding_box() for side in "ab"]
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"]
    assert violations(row) == []


def test_the_address_leads_back_to_the_row(row: Page, watched: Callable[..., Watched], places_file: Path) -> None:
    """For somebody who is asked to check it; choosing something else leaves it."""
    other = watched().go(places_file, row.url[row.url.index("#") :])
    expect(other.locator("#details .side-a mark")).to_have_text("地区生产总值增长6%左右")
    other.locator("#views .column-target .written button").first.click()
    expect(other.locator("#details .figure")).to_be_visible()
    assert "row=" not in other.url


EXPLAINED = [
    ("not reported", "没有找到"),
    ("not yet due", "还没有目标年份之后的文件"),
    ("not assessable", "无法直接比较"),
]


@pytest.mark.parametrize(("verdict", "words"), EXPLAINED)
def test_what_is_not_known_is_explained(
    watched: Callable[..., Watched], published_file: Path, verdict: str, words: str
) -> None:
    """In a sentence beside the row."""
    page = watched().go(published_file, f"#view=ledger&verdicts={verdict.replace(' ', '+')}")
    page.locator('[data-key^="row "]').first.click()
    expect(page.locator("#details")).to_contain_text(words)


def test_a_mark_goes_out_as_a_file_that_a_build_obeys(
    row: Page, tmp_path: Path, watched: Callable[..., Watched]
) -> None:
    """By keyboard: who, why, wrong; the next page tells it, in both languages."""
    row.locator('[data-key="judge by"]').fill("李某")
    row.locator('[data-key="judge why"]').fill("口径不同\t")
    row.locator('[data-key="judge wrong"]').focus()
    row.keyboard.press("Enter")
    expect(row.locator(".sheet-of-corrections")).to_contain_text("1 处更正")
    with row.expect_download() as download:
        row.locator('[data-key="sheet judgements.tsv"]').click()
    words = tmp_path / "words"
    words.mkdir()
    download.value.save_as(words / "judgements.tsv")
    [mark] = csv.DictReader(io.StringIO((words / "judgements.tsv").read_text("utf-8")), delimiter="\t")
    assert (mark["mark"], mark["by"], mark["why"]) == ("wrong", "李某", "口径不同")
    (tmp_path / "in").mkdir()
    said = provinces.corpus(tmp_path / "in")
    with own.using(own.read([words])):
        rows = derive(said)
    documents = [reading.document for reading in said.readings]
    net = of_corpus(said)
    (tmp_path / "next.html").write_text(html(net, documents, ledger=rows, panel=panel.cells(said, rows)), "utf-8")
    for language, told in (
        ("zh", "李某 标记有误（原为“未达”）：口径不同"),
        ("en", "marked as wrong by 李某 (it was “Missed”): 口径不同"),
    ):
        page = watched().go(tmp_path / "next.html", f"#view=ledger&areas=湖北&language={language}")
        expect(page.locator("#views .note", has_text="李某")).to_contain_text(told)


def test_a_mark_is_taken_back(row: Page) -> None:
    """By pressing it again; then there is no file to save."""
    for pressed in ("true", "false"):
        row.locator('[data-key="judge right"]').click()
        expect(row.locator('[data-key="judge right"]')).to_have_attribute("aria-pressed", pressed)
    expect(row.locator(".sheet-of-corrections")).to_have_count(0)
