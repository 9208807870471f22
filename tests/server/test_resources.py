"""The pages and the RDF of resources."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pyoxigraph as ox
import pytest

from policygraph import rdf
from policygraph.rdf import iris
from policygraph.rdf.vocab import BASE
from policygraph.server.addresses import href

if TYPE_CHECKING:
    from policygraph.statements import Corpus
    from server.client import Served

_LINK = re.compile(r'href="([^"]*)"')
_FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_NAMED = {
    "text/turtle": ["ttl", "turtle", "text/turtle", "n3"],
    "application/n-triples": ["nt"],
    "application/ld+json": ["jsonld", "json-ld", "json"],
    "application/rdf+xml": ["rdf", "xml", "rdf+xml", "application/rdf%2Bxml"],
}


def _links(page: str) -> set[str]:
    return {unescape(link) for link in _LINK.findall(page)}


def _plain(page: str) -> str:
    body = page.partition('<main id="content">')[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.fixture(scope="module")
def graph(corpus: Corpus) -> list[ox.Quad]:
    """The graph that is served."""
    return list(rdf.quads(corpus))


def test_every_resource_of_the_graph_has_a_page_and_rdf(server: Served, graph: list[ox.Quad]) -> None:
    """At the path of its IRI, but terms of the ontology, which are told where the ontology is."""
    nodes = {quad.subject for quad in graph if isinstance(quad.subject, ox.NamedNode)}
    ours = sorted(node.value for node in nodes if node.value.startswith(BASE) and "#" not in node.value)
    # One concept in ten: they are many, and alike.
    documents = [iri for iri in ours if not iri.startswith((f"{BASE}indicator/", f"{BASE}code/", f"{BASE}theme/"))]
    for iri in [*documents, *sorted(set(ours) - set(documents))[::10]]:
        path = href(ox.NamedNode(iri))
        page = server.get(path)
        assert (page.status, page.media) == (200, "text/html"), iri
        assert unescape(page.text).count(iri) >= 1
        said = {quad.triple for quad in graph if quad.subject == ox.NamedNode(iri)}
        turtle = server.get(path, "text/turtle")
        told = {quad.triple for quad in ox.parse(turtle.body, format=ox.RdfFormat.TURTLE)}
        assert said <= told, iri


def test_links_within_the_server_lead_somewhere(server: Served) -> None:
    """All that the pages of one entity, one target, one document and the lists refer to."""
    starts = ["/entity/测试谷二期", "/document/plan-2025", "/theme/innovation", "/search", "/sparql", "/ontology"]
    found = {link for start in starts for link in _links(server.get(start).text) if link.startswith("/")}
    assert len(found) > 60
    for link in sorted(found):
        assert server.get(link.partition("#")[0]).status == 200, link


def test_terms_of_the_ontology_have_their_place_on_its_page(server: Served) -> None:
    """Where links to them lead."""
    page = server.get("/ontology?lang=en").text
    links = {link.partition("#")[2] for link in _links(server.get("/entity/测试谷二期").text) if "/ontology#" in link}
    assert links
    assert all(f'<dt id="{name}">' in page for name in links)
    assert "A source file and what is known about its publication." in page


@pytest.mark.parametrize("accept", _FORMATS)
@pytest.mark.parametrize("path", ["/entity/测试谷二期", "/year/2025", "/graph/plan-2025", "/ontology"])
def test_the_formats_say_the_same(server: Served, accept: str, path: str) -> None:
    """What is asked for by header is what is asked for by ``format``; all formats hold the same triples."""
    answer = server.get(path, accept)
    assert (answer.status, answer.media, answer.headers["vary"]) == (200, accept, "Accept, Accept-Language")
    for name in _NAMED[accept]:
        assert server.get(f"{path}?format={name}").body == answer.body
    turtle = server.get(path, "text/turtle").body
    assert set(ox.parse(answer.body, format=_FORMATS[accept])) == set(ox.parse(turtle, format=ox.RdfFormat.TURTLE))


def test_the_graph_of_a_document_is_all_that_it_says(server: Served, graph: list[ox.Quad]) -> None:
    """Its address gives the named graph."""
    name = iris.graph("plan-2025")
    told = {q.triple for q in ox.parse(server.get(href(name), "text/turtle").body, format=ox.RdfFormat.TURTLE)}
    assert {quad.triple for quad in graph if quad.graph_name == name} <= told


def test_an_entity_is_told_with_its_life_its_figures_and_its_words(server: Served) -> None:
    """Stage by year, targets and outcomes with how near they stand, every quote in its surroundings."""
    page = server.get("/entity/测试谷二期?lang=en")
    text = _plain(page.text)
    assert text.startswith("project Test Valley Phase II 测试谷二期 Also: ")
    assert "Life over the years 2025 started · " in text
    assert "Targets and outcomes 1 target 2025 测试谷二期投资额 5300亿元" in text
    assert "Link: clause" in text
    assert "<mark>开工建设<strong>“测试谷”二期</strong>，投资5300亿元</mark>" in unescape(page.text)
    words = "新培育高新技术企业500家以上。 开工建设“测试谷”二期，投资5300亿元。"
    assert f"{words} Testing municipal, government work report 2025 · 2025-02-08" in text
    assert "checked against the text" in text


def test_a_target_is_told_with_what_became_of_it(published: Served) -> None:
    """The verdict of the ledger, the words of both sides, and the entities that hang on it."""
    rows = published.ask(
        "SELECT ?t { ?e pg:first ?t ; pg:verdict <https://w3id.org/policygraph/code/verdict/met> } LIMIT 1"
    )
    target = rows.text.partition("statement/")[2].partition('"')[0]
    page = published.get(f"/statement/{target}?lang=en")
    assert '<span class="badge verdict-met">met</span>' in page.text
    assert page.text.count("<mark>") >= 3


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/theme/innovation", ["创新", "下级", "目标与结果", "原文如是说"]),
        ("/indicator/research-intensity", ["2.8%左右", "目标与结果"]),
        ("/year/2025", ["2025年", "目标与结果", "原文如是说"]),
        ("/place/测试", ["目标与结果"]),
        ("/document/plan-2025", ["plan-2025的标题", "发布机构", "测试市人民政府", "原文如是说"]),
        ("/code/stage", ["成员", "启动"]),
        ("/ontology", ["类与属性", "目标"]),
        ("/theme/", ["创新", "成员"]),
        ("/graph/plan-2025", ["plan-2025的标题"]),
    ],
)
def test_each_kind_has_what_fits_it(server: Served, path: str, words: list[str]) -> None:
    """Lists of what leads to it, and what is said of it."""
    answer = server.get(path)
    if answer.status == 404:
        answer = server.get(f"{path}市")
    text = _plain(answer.text)
    assert [word for word in words if word not in text] == []


def test_words_that_the_text_does_not_have_are_told_from_the_graph(server: Served, kept, tmp_path) -> None:
    """Where the text is not at hand, the page says that it was not checked, and shows the words of the graph alone."""
    from server.client import served

    graph = tmp_path / "graph.nq"
    graph.write_bytes(kept.read_bytes())
    with served("-g", str(graph)) as alone:
        page = alone.get("/entity/测试谷二期")
    assert "手边无原文，未核对" in page.text
    assert "已与原文核对" not in page.text
    assert "以上。" not in page.text


@pytest.mark.parametrize(
    ("header", "query", "tag", "title"),
    [
        ("zh-CN", "", 'lang="zh-Hans"', "测试谷二期"),
        ("en", "", 'lang="en"', "Test Valley Phase II"),
        ("en", "?lang=zh", 'lang="zh-Hans"', "测试谷二期"),
        ("", "?lang=en", 'lang="en"', "Test Valley Phase II"),
    ],
)
def test_a_page_is_in_the_language_of_the_reader(server: Served, header: str, query: str, tag: str, title: str) -> None:
    """And who has chosen one by the address keeps it from link to link."""
    page = server.get(f"/entity/测试谷二期{query}", **{"Accept-Language": header}).text
    assert f"<html {tag}>" in page
    assert f"<h1>{title} " in page
    kept = [link for link in _links(page) if link.startswith("/statement/")]
    assert kept
    assert all(link.endswith(query) for link in kept)


def test_a_page_leads_to_the_viewer(server: Served) -> None:
    """To the same thing, opened."""
    name = quote("entity:测试谷二期", safe="")
    assert f"/#node={name}&open={name}" in _links(server.get("/entity/测试谷二期").text)


@pytest.mark.parametrize(
    "path", ["/entity/没有", "/nothing", "/entity", "/entity/", "/passage/plan-2025/0-1", "/favicon.ico"]
)
def test_what_the_graph_does_not_hold_is_not_found(server: Served, path: str) -> None:
    """A page for people, a line for programs."""
    page = server.get(path)
    assert (page.status, page.media) == (404, "text/html")
    assert "未找到" in page.text
    line = server.get(path, "text/turtle")
    assert (line.status, line.media, line.text) == (404, "text/plain", "not found\n")


def test_a_name_that_is_not_quite_right_is_answered_with_the_nearest(server: Served) -> None:
    """As the command line does."""
    assert any(unquote(link) == "/entity/测试谷二期" for link in _links(server.get("/entity/测试谷二期工程").text))


@pytest.mark.parametrize("path", ["/year/2025?format=pdf", "/year/2025"])
def test_a_format_that_there_is_not_is_not_acceptable(server: Served, path: str) -> None:
    """The answer lists what there is."""
    answer = server.get(path, "image/png")
    assert answer.status == 406
    assert all(f"{name[0]} ({media})" in answer.text for media, name in _NAMED.items())


def test_a_format_that_there_is_not_leaves_the_header_its_word(server: Served) -> None:
    """Where the header names one that there is."""
    assert server.get("/year/2025?format=pdf", "text/turtle").media == "text/turtle"
    assert server.get("/year/2025?output=pdf", "text/html").media == "text/html"


def test_long_lists_come_in_pages(published: Served) -> None:
    """Each statement stands on one of them, and each page leads to the next."""
    first = published.get("/year/2025?lang=en")
    pages = int(re.search(r"Page 1 of (\d+)", first.text)[1])  # type: ignore[index]
    assert pages > 1
    seen: list[str] = []
    for number in range(1, pages + 1):
        page = published.get(f"/year/2025?lang=en&page={number}").text
        assert (f"page={number + 1}" in page) == (number < pages)
        seen += re.findall(r'class="number" href="/statement/(\w+)', page)
    total = int(re.search(r'Targets and outcomes <span class="count">(\d+)', first.text)[1])  # type: ignore[index]
    assert len(seen) == len(set(seen)) == total


@pytest.mark.parametrize("number", ["0", "-1", "99999", "x", "1e9", "٣", "9" * 5000])
def test_a_page_that_there_is_not_is_the_nearest(server: Served, number: str) -> None:
    """No number is an error."""
    assert server.get(f"/year/2025?page={number}").status == 200


@pytest.mark.parametrize(
    ("words", "path"),
    [("测试谷二期", "/entity/测试谷二期"), ("valley phase", "/entity/测试谷二期"), ("创新", "/theme/innovation")],
)
def test_resources_are_found_by_any_name(server: Served, words: str, path: str) -> None:
    """In either language, in any case, by a part."""
    assert path in map(unquote, _links(server.get(f"/search?q={words}").text))


def test_the_whole_graph_can_be_taken_home(server: Served, kept) -> None:
    """The same bytes as the file that is served."""
    answer = server.get("/data.nq", "*/*")
    assert (answer.status, answer.media) == (200, "application/n-quads")
    assert answer.body == kept.read_bytes()


def test_head_gives_what_get_gives_without_the_body(server: Served) -> None:
    """Programs ask so whether something is there."""
    answer = server.send("HEAD", "/entity/测试谷二期")
    assert (answer.status, answer.body) == (200, b"")
    assert server.send("POST", "/entity/测试谷二期", b"").status == 405
