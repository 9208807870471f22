"""What a reader takes along: picture, drawing, table and RDF of what is shown."""

from __future__ import annotations

import csv
import io
import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDFS

from policygraph import rdf, resources, viewer
from policygraph.ledger.table import COLUMNS
from policygraph.store import open_store
from policygraph.tables import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from browsing import Watched

PG = rdflib.Namespace("https://w3id.org/policygraph/ontology#")
SCHEMA = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def _shown(page: Page) -> tuple[int, int]:
    """Return how many things and relations the page says it shows."""
    things, relations, _ = map(int, re.findall(r"\d+", page.locator("#shown span").first.inner_text()))
    return things, relations


def _save(page: Page, what: str) -> bytes:
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.locator(f'.menu [data-key="save {what}"]').click()
    return download.value.path().read_bytes()


@pytest.fixture
def chosen(watched: Callable[..., Watched], sample_file: Path) -> Page:
    """The page with one theme chosen."""
    return watched(accept_downloads=True).go(sample_file, "#themes=innovation")


def test_the_drawing_has_every_thing_and_its_name(chosen: Page) -> None:
    """As SVG that other programs read."""
    svg = ElementTree.fromstring(_save(chosen, "svg"))  # noqa: S314 -- written by our own page
    space = "{http://www.w3.org/2000/svg}"
    drawn, _ = _shown(chosen)
    assert len(svg.findall(f".//{space}path")) == drawn
    assert len(svg.findall(f".//{space}text")) > 5
    assert all(path.find(f"{space}title").text for path in svg.findall(f".//{space}path"))  # type: ignore[union-attr]


def test_the_picture_is_twice_as_large_as_the_drawing(chosen: Page) -> None:
    """For screens and print that show more than one dot a pixel."""
    svg = ElementTree.fromstring(_save(chosen, "svg"))  # noqa: S314 -- written by our own page
    png = _save(chosen, "png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    assert (width, height) == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))
    assert len(set(png[1000:])) > 100


def test_the_table_has_one_row_for_every_relation(chosen: Page) -> None:
    """With the quote and its place, readable by Excel."""
    data = _save(chosen, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    _, relations = _shown(chosen)
    assert len(rows) == relations
    assert all(re.fullmatch("st:[0-9a-f]{16}", row["statement"]) for row in rows)
    assert all(row["quote"] and int(row["end"]) - int(row["start"]) == len(row["quote"]) for row in rows)


def test_a_table_runs_no_formula(watched: Callable[..., Watched], tmp_path: Path) -> None:
    """A cell that a spreadsheet would run is preceded by an apostrophe."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label="=cmd|'/c calc'!A0", type="project")
    graph.add_node("b", label='say "hi", please', type="theme")
    graph.add_edge(
        "a", "b", key="k", relation="underTheme", quote="@SUM(1+1)\n-2", document="d", start=0, end=12, year=2025
    )
    file = tmp_path / "page.html"
    file.write_text(viewer.html(graph, [], title="x"), encoding="utf-8")
    page = watched(accept_downloads=True).go(file, "#all=1")
    [row] = csv.DictReader(io.StringIO(_save(page, "csv").decode("utf-8-sig")))
    assert (row["from_label"], row["to_label"], row["quote"]) == (
        "'=cmd|'/c calc'!A0",
        'say "hi", please',
        "'@SUM(1+1)\n-2",
    )


@pytest.mark.parametrize("view", ["table", "timeline", "ledger"])
def test_every_view_saves_what_it_shows(
    watched: Callable[..., Watched], sample_file: Path, chosen: Page, view: str
) -> None:
    """An address that opens another view than the network gives the same relations and RDF, and a drawing of that view."""
    page = watched(accept_downloads=True).go(sample_file, f"#view={view}&themes=innovation")
    assert _save(page, "turtle") == _save(chosen, "turtle")
    svg = ElementTree.fromstring(_save(page, "svg"))  # noqa: S314 -- written by our own page
    drawn = "".join(text for e in svg.iter("{http://www.w3.org/2000/svg}text") for text in e.itertext())
    seen = page.locator("#views .scroll :is(tbody th[scope=row], p)").first.inner_text().split("\n")[0].strip()
    assert seen and seen in drawn
    assert _save(page, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    if view != "ledger":
        assert _save(page, "csv") == _save(chosen, "csv")


def test_nothing_is_saved_of_an_earlier_selection(watched: Callable[..., Watched], sample_file: Path) -> None:
    """A filter that is set in the table is in the next file, though the network has not been drawn again."""
    page = watched(accept_downloads=True).go(sample_file)
    page.locator("#tab-table").click()
    page.locator('#filters [data-key="themes rural"]').click()
    rows = list(csv.DictReader(io.StringIO(_save(page, "csv").decode("utf-8-sig"))))
    assert len(rows) == _shown(page)[1] > 5
    assert {row["theme"] for row in rows} == {"rural"}


def test_of_nothing_an_empty_picture_is_saved(watched: Callable[..., Watched], sample_file: Path) -> None:
    """A selection without things is no error."""
    page = watched(accept_downloads=True).go(sample_file, "#view=table&themes=rural&levels=county")
    assert b"<path" not in _save(page, "svg")
    assert _save(page, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(_save(page, "csv").decode("utf-8-sig").splitlines()) == 1


def test_the_ledger_saves_the_rows_that_it_shows(watched: Callable[..., Watched], published_file: Path) -> None:
    """With the first columns of ledger.csv, letter by letter; of a filtered ledger the rows that are left."""
    page = watched(accept_downloads=True).go(published_file, "#view=ledger")
    quads = list(open_store(resources.graph() / "zhengzhou.nq").quads())
    said = rdf.corpus(quads)
    ledger = rows_of(said, rdf.ledger_of(quads, said))["ledger"]
    every = [{column: str(row[column]) for column in COLUMNS} for row in ledger]
    assert sorted(_ledger(page), key=str) == sorted((dict(sorted(row.items())) for row in every), key=str)
    page.locator('#views [data-key="ledger year 2025"]').click()
    page.locator('#views [data-key="ledger verdict missed"]').click()
    left = _ledger(page)
    assert {(row["year"], row["verdict"]) for row in left} == {("2025", "missed")}
    targets = {(row["target"], row["relation"]) for row in left}
    assert len(left) > len(targets) == page.locator("#views .entries tbody tr").count() > 1


def _ledger(page: Page) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(_save(page, "csv").decode("utf-8-sig")))
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return [dict(sorted(row.items())) for row in reader]


def test_a_ledger_runs_no_formula(watched: Callable[..., Watched], tmp_path: Path) -> None:
    """A cell that a spreadsheet would run is preceded by an apostrophe here too."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label="甲", type="project", years=(2025,))
    rows = [{"relation": "stalled", "entity": "甲", "a_quote": quote} for quote in ("=1+1", "+1", "-4%", "@x", "＝1")]
    file = tmp_path / "page.html"
    file.write_text(viewer.html(graph, [], title="x", ledger=rows), encoding="utf-8")
    page = watched(accept_downloads=True).go(file, "#view=ledger")
    assert [row["a_quote"] for row in _ledger(page)] == ["'=1+1", "'+1", "'-4%", "'@x", "'＝1"]


@pytest.fixture(scope="module")
def published_triples() -> set[ox.Triple]:
    """What the published graph says, whichever of its graphs says it."""
    return {quad.triple for quad in ox.parse(path=resources.graph() / "zhengzhou.nq", format=ox.RdfFormat.N_QUADS)}


@pytest.mark.parametrize(
    "address", ["#view=table&themes=innovation", "#view=table&all=1", "#view=table&types=target&low=2026"]
)
def test_the_rdf_is_a_part_of_the_published_graph(
    watched: Callable[..., Watched], published_file: Path, published_triples: set[ox.Triple], address: str
) -> None:
    """Every triple is one of the graph's own, and every figure has all that makes it one."""
    page = watched(accept_downloads=True).go(published_file, address)
    data = _save(page, "turtle")
    saved = {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)}
    assert sorted(map(str, saved - published_triples)) == []
    graph = rdflib.Graph().parse(data=data.decode(), format="turtle")
    assert len(graph) == len(saved)
    facts = {*graph.subjects(rdflib.RDF.type, PG.Target), *graph.subjects(rdflib.RDF.type, PG.Outcome)}
    assert len(facts) > 50
    wanted = (PG.indicator, PG.indicatorName, PG.year, PG.area, PG.comparator, PG.writtenAs, rdflib.PROV.wasQuotedFrom)
    for fact in facts:
        assert all(graph.value(fact, one) for one in wanted)
        value = graph.value(fact, PG.value)
        assert any(graph.value(value, SCHEMA[one]) is not None for one in ("value", "minValue", "maxValue"))
        passage = graph.value(fact, rdflib.PROV.wasQuotedFrom)
        assert graph.value(passage, OA.hasSource)
        assert all(graph.value(passage, one) is not None for one in (OA.start, OA.end, OA.exact))
    assert _rest(facts, graph, published_triples) <= UNSAID


# What the page does not know of figures and their values.
UNSAID = {
    "https://w3id.org/policygraph/ontology#heading",
    "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus",
    "https://w3id.org/policygraph/ontology#madeBy",
    "https://w3id.org/policygraph/ontology#attribute",
    "https://w3id.org/policygraph/ontology#subject",
    "https://w3id.org/policygraph/ontology#measured",
    "https://w3id.org/policygraph/ontology#flow",
    "https://w3id.org/policygraph/ontology#period",
}


def _rest(facts: set[rdflib.term.Node], graph: rdflib.Graph, published: set[ox.Triple]) -> set[str]:
    """Return the properties of figures and values that the published graph has and the saved one has not."""
    nodes = {str(fact) for fact in facts} | {f"{fact}/value" for fact in facts}
    said = {(str(s), str(p)) for s, p in graph.subject_predicates()}
    whole = {(t.subject.value, t.predicate.value) for t in published if getattr(t.subject, "value", "") in nodes}
    return {predicate for _, predicate in whole - said}


def test_the_rdf_is_turtle_in_our_terms(chosen: Page) -> None:
    """Things with their labels, statements with passages that end where the quote ends."""
    graph = rdflib.Graph().parse(data=_save(chosen, "turtle").decode(), format="turtle")
    drawn, _ = _shown(chosen)
    named = {s for name in (RDFS.label, rdflib.SKOS.prefLabel, PG.indicatorName) for s in graph.subjects(name)}
    assert len(named) == drawn
    assert set(graph.subjects(rdflib.RDF.type, PG.Link))
    assert set(graph.subjects(OA.hasSource))
    for passage in graph.subjects(OA.hasSource):
        found = dict(graph.predicate_objects(passage))
        assert int(found[OA.end]) - int(found[OA.start]) == len(str(found[OA.exact]))


def test_hostile_text_is_escaped_in_rdf(watched: Callable[..., Watched], tmp_path: Path) -> None:
    """Quotes, backslashes, line ends and angle brackets come back as they went in."""
    evil = 'a"b\\c\nd\te\u2028<f>\u0007'
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(f"https://example.org/{evil} {{x}}", label=evil, type="project")
    file = tmp_path / "page.html"
    file.write_text(viewer.html(graph, [], title="x"), encoding="utf-8")
    page = watched(accept_downloads=True).go(file, "#all=1")
    read = rdflib.Graph().parse(data=_save(page, "turtle").decode(), format="turtle")
    assert [str(label) for label in read.objects(None, RDFS.label)] == [evil]
