"""What a reader takes along: picture, drawing, table and RDF of what is shown."""

from __future__ import annotations

import csv
import io
import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import networkx as nx
import pytest
import rdflib
from rdflib.namespace import RDFS

from policygraph import viewer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from viewer.conftest import Watched

PG = rdflib.Namespace("https://w3id.org/policygraph/ontology#")
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


def test_the_rdf_is_turtle_in_our_terms(chosen: Page) -> None:
    """Things with their labels, statements with passages that end where the quote ends."""
    graph = rdflib.Graph().parse(data=_save(chosen, "turtle").decode(), format="turtle")
    drawn, _ = _shown(chosen)
    labelled = set(graph.subjects(RDFS.label)) | set(graph.subjects(rdflib.SKOS.prefLabel))
    assert len(labelled) == drawn
    assert set(graph.subjects(rdflib.RDF.type, PG.Link))
    for passage in graph.subjects(rdflib.RDF.type, OA.SpecificResource):
        found = {
            p: o for selector in graph.objects(passage, OA.hasSelector) for p, o in graph.predicate_objects(selector)
        }
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
