"""The viewer page, whole and in parts, and how it and the pages look in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browsing import violations
from policygraph import rdf
from policygraph.statements import Corpus, Entity, EntityType
from server.client import Served, served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched

_PAGES = {
    "entity": "/entity/测试谷二期",
    "english": "/entity/测试谷二期?lang=en",
    "document": "/document/plan-2025",
    "theme": "/theme/innovation",
    "ontology": "/ontology",
    "search": "/search?q=测试",
    "ask": "/sparql?query=SELECT*{?s+?p+?o}LIMIT+5",
}


def _open(watched: Callable[..., Watched], server: Served, path: str, **options: object) -> Any:
    """Open a page of the server, which may ask nobody else for anything."""
    one = watched(offline=False, **{"locale": "zh-CN", **options})
    one.page.goto(server.url + path)
    assert all(url.startswith((server.url, "data:", "blob:")) for url in one.requests)
    # The other pages of these tests come from disk and may ask for nothing at all.
    one.requests.clear()
    return one.page


@pytest.mark.parametrize("path", _PAGES.values(), ids=_PAGES)
@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}],
    ids=["light", "dark", "phone"],
)
def test_axe_finds_nothing(watched: Callable[..., Watched], server: Served, path: str, options: dict[str, Any]) -> None:
    """WCAG 2.2 AA and best practice, and nothing to scroll sideways."""
    page = _open(watched, server, path, bypass_csp=True, **options)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_style_of_a_page_is_let_in_by_its_policy(watched: Callable[..., Watched], server: Served) -> None:
    """Without it the head would have no ground; the console stays empty."""
    page = _open(watched, server, _PAGES["entity"])
    assert page.evaluate("getComputedStyle(document.querySelector('mark')).backgroundColor") == "rgb(255, 240, 168)"


def test_the_start_is_the_viewer_and_leads_to_pages(watched: Callable[..., Watched], server: Served) -> None:
    """From the viewer to the page of a thing, and back to it in the viewer."""
    page = _open(watched, server, "/#node=entity:测试谷二期&open=entity:测试谷二期")
    page.wait_for_selector("html[data-ready]", state="attached")
    with page.expect_popup() as opened:
        page.locator('#details a[href*="/entity/"]').first.click()
    other = opened.value
    other.wait_for_selector("h1 >> text=测试谷二期")
    other.locator("a.button").first.click()
    other.wait_for_selector("html[data-ready]", state="attached")
    assert other.locator("#details h2 >> text=测试谷二期").count() == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("theme=innovation", 200), ("theme=创新&year=2025", 200), ("entity=测试谷二期", 200), ("year=2025", 200),
        ("", 200), ("theme=&year=&entity=", 200),
        ("theme=nothing", 404), ("entity=没有", 404), ("year=1900", 404), ("year=x", 400), ("year=٢٠٢٥", 400),
    ],
)  # fmt: skip
def test_parts_of_the_graph_have_viewer_pages(server: Served, query: str, status: int) -> None:
    """As ``policygraph view`` cuts them; what is not there is told."""
    answer = server.get(f"/view?{query}")
    assert (answer.status, answer.media) == (status, "text/html")
    assert ("script-src" in answer.headers["content-security-policy"]) == (status == 200)


def test_a_viewer_page_is_sent_once(server: Served) -> None:
    """A browser that has it is told so."""
    tag = server.get("/").headers["etag"]
    again = server.get("/", **{"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")


def test_a_graph_too_large_for_the_viewer_starts_with_a_search(corpus: Corpus, tmp_path: Path) -> None:
    """From there on by theme, year or entity."""
    many = tuple(Entity(f"第{n}号工程", EntityType.PROJECT) for n in range(5001))
    path = tmp_path / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(Corpus(corpus.readings, (*corpus.entities, *many)))))
    with served("-g", str(path)) as running:
        start = running.get("/", **{"Accept-Language": "en"}).text
        assert "too large to be shown at once" in start
        assert 'href="/view?theme=innovation"' in start
        assert 'href="/view?year=2025"' in start
        page = running.get("/entity/测试谷二期").text
        assert 'href="/view?entity=https%3A%2F%2Fw3id.org' in page
        assert running.get("/view?entity=测试谷二期").status == 200


def test_a_graph_that_is_not_whole_is_told_on_the_page(tmp_path: Path) -> None:
    """What can be shown of it is shown."""
    path = tmp_path / "part.ttl"
    path.write_text(
        "<https://w3id.org/policygraph/statement/0> a <https://w3id.org/policygraph/ontology#Target> .\n"
        "<https://w3id.org/policygraph/place/测试> <http://www.w3.org/2000/01/rdf-schema#label> '测试' .\n",
        encoding="utf-8",
    )
    with served("-g", str(path)) as running:
        start = running.get("/")
        assert (start.status, start.media) == (500, "text/html")
        assert "see what else is wrong with: policygraph check" in start.text
        assert running.get("/statement/0").status == 200
        assert running.get("/place/测试").status == 200
        assert running.get("/search?q=测").text.count("/place/") == 1
