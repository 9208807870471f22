"""Finding places, things and words, in whatever language and spelling; and the network without its themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import rdflib
from playwright.sync_api import Page, expect

from viewer import provinces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched


@pytest.fixture
def page(watched: Callable[..., Watched], places_file: Path) -> Page:
    """The page of a few places, at its start."""
    return watched(accept_downloads=True).go(places_file)


@pytest.mark.parametrize("typed", ["Henan", "henan", "hn", "河南", "河南省"])
def test_a_place_is_found_by_every_name(page: Page, typed: str) -> None:
    """English, pinyin, initials, Chinese, short or whole; it comes first and leads to its page."""
    page.locator("#find").fill(typed)
    expect(page.locator("#find-0")).to_contain_text("地方专页")
    page.locator("#find").press("Enter")
    expect(page.locator(".place-head h2")).to_contain_text("河南")


def test_passages_are_found_by_their_words(page: Page) -> None:
    """Words that are the name of nothing; what is chosen opens with the passage marked."""
    page.locator("#find").fill("建成投用")
    results = page.locator("#find-list li", has_text="“")
    expect(results.first).to_contain_text("建成投用")
    expect(results.first).to_contain_text("政府工作报告")
    results.first.click()
    expect(page.locator("#details mark", has_text="建成投用").first).to_be_attached()


def test_the_search_says_how_many_there_are(watched: Callable[..., Watched], published_file: Path) -> None:
    """Of more than it shows, below the list and to who listens; of fewer nothing more than their number."""
    page = watched().go(published_file)
    page.locator("#find").fill("郑州")
    shown = page.locator('#find-list [role="option"]:not([aria-disabled])').count()
    all_ = int(re.findall(r"\d+", page.locator("#find-list .none").inner_text())[1])
    assert all_ > shown == 12
    expect(page.locator("#live")).to_have_text(f"显示 12 个，共 {all_} 个")


def test_the_ends_of_a_path_are_things(page: Page) -> None:
    """The page of a place is none."""
    page.locator("#path-from").fill("河南")
    expect(page.locator("#path-from-list li").first).to_be_visible()
    assert "地方专页" not in page.locator("#path-from-list").inner_text()


@pytest.mark.parametrize(
    ("locale", "language"), [("en-US", "en"), ("zh-TW", "zh-Hans"), ("zh-CN", "zh-Hans"), ("fr-FR", "en")]
)
def test_the_page_starts_in_the_readers_language(
    watched: Callable[..., Watched], places_file: Path, locale: str, language: str
) -> None:
    """Chinese for who reads Chinese, English for everybody else; an address that names a language goes before it."""
    page = watched(locale=locale).go(places_file)
    assert page.evaluate("document.documentElement.lang") == language
    page = watched(locale=locale).go(places_file, "#language=zh")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_the_network_is_drawn_without_its_themes(page: Page) -> None:
    """The count stays that of the graph and says how much is drawn; the address keeps it."""
    page.evaluate("location.hash = '#all=1'")
    total = re.findall(r"\d+", page.locator("#shown span").first.inner_text())[0]
    page.locator('[data-key="bare"]').click()
    expect(page.locator("#shown span").first).to_contain_text("不画主题，图上为其余有关系的")
    numbers = [int(n) for n in re.findall(r"\d+", page.locator("#shown span").first.inner_text())]
    assert numbers[0] == int(total) > numbers[-1] > 0
    assert "bare=1" in page.url


def test_relations_between_entities_are_saved_as_rdf(watched: Callable[..., Watched], tmp_path: Path) -> None:
    """As the graph has them: the direct edge, and the statement with its subject, predicate, object and words."""
    (tmp_path / "in").mkdir()
    said = provinces.corpus(tmp_path / "in")
    (tmp_path / "index.html").write_text(provinces.html(said), encoding="utf-8")
    page = watched(accept_downloads=True).go(tmp_path / "index.html", "#all=1")
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.locator('.menu [data-key="save turtle"]').click()
    graph = rdflib.Graph().parse(download.value.path(), format="turtle")
    pg = "https://w3id.org/policygraph/ontology#"
    expected = {
        (str(edge["subject"]), str(edge["tie"]), str(edge["object"]))
        for edge in ({"subject": r.source, "tie": r.tie, "object": r.target} for r in said.relations)
    }
    found = {
        (str(graph.value(s, rdflib.RDFS.label)), str(p).removeprefix(pg), str(graph.value(o, rdflib.RDFS.label)))
        for s, p, o in graph
        if str(p).removeprefix(pg) in {tie for _, tie, _ in expected}
    }
    assert found == expected != set()
    assert len(list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{pg}Relation")))) == len(said.relations)
