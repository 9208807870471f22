"""The library: one graph, and everything that the command line asks it, as plain rows."""

from __future__ import annotations

import csv
import io
import itertools
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
import rdflib

import pages
import policygraph
from command import REPORT
from policygraph import page, pipeline
from policygraph.errors import GraphError, OutputError, QueryError, UnknownNameError
from policygraph.ledger import derive, panel
from policygraph.networks import described, of_corpus
from policygraph.rows import Rows
from policygraph.server.graph import Graph as ServedGraph
from policygraph.server.views import Views

if TYPE_CHECKING:
    from collections.abc import Callable

    from command import Outcome
    from policygraph.api.graph import Graph

    Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def published() -> Graph:
    """The published graph."""
    return policygraph.open()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of one report."""
    path = tmp_path_factory.mktemp("report") / "plan-2025.md"
    path.write_text(REPORT, encoding="utf-8")
    policygraph.build(path, path.parent / "out")
    return path.parent / "out"


@pytest.fixture(scope="module")
def built(folder: Path) -> Graph:
    """The graph of that build."""
    return policygraph.open(folder)


def _bound(rows: Rows) -> list[dict[str, Any]]:
    """Return rows as the JSON of the command line has them: numbers as JSON has them, and no cell without value."""
    return [
        {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.items() if cell is not None}
        for row in rows
    ]


def test_the_folder_of_a_build_is_opened_as_its_graph(folder: Path, built: Graph) -> None:
    """By the folder, by the file, as a path and as text."""
    for where in (str(folder), folder / "graph.nq", str(folder / "graph.nq")):
        assert policygraph.open(where).facts() == built.facts()
    assert str(folder) in repr(built)


def test_facts_are_the_rows_of_the_table(folder: Path, built: Graph) -> None:
    """In its columns and its order, with years, offsets and exact amounts as numbers."""
    with (folder / "tables" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        kept = csv.DictReader(file)
        assert list(kept.fieldnames or ()) == list(built.facts().columns)
        for row, other in zip(built.facts(), kept, strict=True):
            assert {name: "" if cell is None else f"{cell}" for name, cell in row.items()} == other
    types = {type(cell) for row in (*built.facts(), *built.mentions(), *built.panel()) for cell in row.values()}
    assert types == {str, int, float, Decimal, type(None)}
    (research,) = built.facts(indicator="研发")
    assert (research["year"], research["value"], research["comparator"]) == (2025, Decimal("2.8"), "~")
    assert REPORT[research["start"] : research["end"]] == research["quote"]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"kind": "outcome"}, lambda row: row["kind"] == "outcome"),
        ({"year": 2025}, lambda row: row["year"] == 2025),
        ({"theme": "创新"}, lambda row: row["theme_id"] in {"innovation", "research", "talent", "digital"}),
        ({"area": "郑州市"}, lambda row: row["area"] == "郑州"),
        ({"indicator": "高新技术企业"}, lambda row: "高新技术企业" in row["indicator"]),
    ],
    ids=["kind", "year", "theme", "area", "indicator"],
)
def test_facts_are_chosen_by_what_they_say(
    asked: dict[str, Any], holds: Callable[[dict[str, Any]], bool], published: Graph
) -> None:
    """Some are chosen, not all, and each of them meets the condition."""
    found = published.facts(**asked)
    assert found
    assert all(holds(row) for row in found)
    whole = published.facts()
    assert [row for row in whole if row in found] == found
    assert len(found) < len(whole) or "area" in asked


def test_mentions_are_found_by_any_name_of_their_entity(published: Graph) -> None:
    """The English name too; and by year."""
    city = published.mentions(entity="中原科技城")
    assert {row["entity"] for row in city} == {"中原科技城"}
    assert published.mentions(entity="zhongyuan science city") == city
    assert {row["year"] for row in published.mentions(year=2025)} == {2025}


@pytest.mark.parametrize(
    ("verb", "asked"),
    [
        (("ledger",), {}),
        (("ledger", "--area", "郑州市", "--verdict", "met"), {"area": "郑州市", "verdict": "met"}),
        (("changes", "--to", "2026"), {"second": 2026}),
        (("conflicts",), {}),
    ],
    ids=["ledger", "ledger of", "changes", "conflicts"],
)
def test_the_library_answers_as_the_command_line_does(
    verb: tuple[str, ...], asked: dict[str, Any], published: Graph, run: Run
) -> None:
    """Row by row, with the quotes and without; every row has every column."""
    for quotes, option in ((False, ()), (True, ("--quotes",))):
        found = getattr(published, verb[0])(**asked, quotes=quotes)
        assert found
        assert _bound(found) == json.loads(run(*verb, *option, "-f", "json").out)
        assert {tuple(row) for row in found} == {found.columns}


def test_a_cascade_goes_from_nation_to_city(tmp_path: Path, run: Run) -> None:
    """As the verb has it, of documents of several levels."""
    policygraph.build(Path(__file__).parent / "ledger" / "cases" / "city_above_its_province", tmp_path / "out")
    found = policygraph.open(tmp_path / "out").cascade("GDP")
    assert [(row["year"], row["area"]) for row in found] == [(2025, "郑州")]
    asked = ("cascade", "GDP", "-g", str(tmp_path / "out"))
    assert _bound(found) == json.loads(run(*asked, "--quotes", "-f", "json").out)


def test_a_life_is_told_with_its_words(published: Graph, built: Graph, run: Run) -> None:
    """As the verb does; what looks stalled is asked besides."""
    assert _bound(published.trace("中原科技城")) == json.loads(run("trace", "中原科技城", "-f", "json", "--quotes").out)
    (step,) = built.trace("测试谷一期")
    assert (step["year"], step["stage"], REPORT[step["start"] : step["end"]]) == (2024, "completed", step["quote"])
    assert {row["relation"] for row in published.doubts()} <= {"stalled", "vanished"}


def test_a_panel_has_one_row_for_area_indicator_and_year(published: Graph, folder: Path, run: Run) -> None:
    """Those of the file, and of one year those of that year."""
    # Without pyarrow the verb ends with a complaint, when panel.csv is written.
    run("export", "-g", str(folder), "-f", "panel", str(folder.parent / "panel"))
    with (folder.parent / "panel" / "panel.csv").open(encoding="utf-8-sig", newline="") as file:
        kept = [{name: cell or "" for name, cell in row.items()} for row in csv.DictReader(file)]
    rows = policygraph.open(folder).panel()
    assert [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in rows] == kept
    panel = published.panel()
    keys = [(row["area"], row["indicator"], row["unit"], row["year"]) for row in panel]
    assert len(keys) == len(set(keys)) > 0
    assert published.panel(year=2025, area="郑州") == [row for row in panel if row["year"] == 2025]


def test_ways_are_rows_of_one_step(published: Graph, run: Run) -> None:
    """Each step begins where the one before ended, and has the words; the ways are those of the verb."""
    ends = ("中原科技城", "创新 2025 targets")
    rows = published.path(*ends, limit=2)
    assert {row["way"] for row in rows} == {1, 2}
    for row, following in itertools.pairwise(rows):
        if row["way"] == following["way"]:
            assert (row["target"], row["step"] + 1) == (following["source"], following["step"])
    assert rows[0]["source_label"] == "中原科技城"
    ways = [described(published.net, way) for way in published.ways(*ends, limit=2)]
    assert json.loads(json.dumps(ways)) == json.loads(run("path", *ends, "--limit", "2", "-f", "json").out)
    (same,) = published.path("中原科技城", "中原科技城")
    assert (same["step"], same["source"], same["relation"]) == (0, same["target"], None)


def test_a_question_is_answered_with_plain_values(published: Graph) -> None:
    """A named one and SPARQL: numbers are numbers, IRIs and words are text, ASK is a truth, CONSTRUCT gives triples."""
    targets = published.ask("targets", year=2025, theme="innovation")
    assert isinstance(targets, Rows)
    assert {(type(row["year"]), type(row["value"]), type(row["start"])) for row in targets} == {(int, Decimal, int)}
    assert published.ask("SELECT (1.5 AS ?a) (2 AS ?b) (true AS ?c) (1e0 AS ?d) ('2025' AS ?year) ?none {}") == [
        {"a": Decimal("1.5"), "b": 2, "c": True, "d": 1.0, "year": "2025", "none": None}
    ]
    assert published.ask("ASK { ?target a pg:Target }") is True
    triples = published.ask("CONSTRUCT { ?t a pg:Target } WHERE { ?t a pg:Target }", rows=3)
    assert isinstance(triples, Rows)
    assert (len(triples), triples.columns, triples.cut) == (3, ("subject", "predicate", "object"), True)


def test_a_number_that_is_none_or_has_no_end_stays_text(published: Graph) -> None:
    """Nobody can make Python read a million digits, or a number that no number is."""
    long = "9" * 5000
    (row,) = published.ask(
        f'SELECT ("{long}"^^xsd:integer AS ?a) ("x"^^xsd:decimal AS ?b) ("INF"^^xsd:double AS ?c) {{}}'
    )
    assert row == {"a": long, "b": "x", "c": float("inf")}


def test_an_area_has_its_targets_outcomes_ledger_and_projects(published: Graph, built: Graph) -> None:
    """All of the place, by year; of one year, those of that year."""
    area = published.area("郑州市")
    assert area.name == "郑州"
    assert area.targets == sorted(published.facts(kind="target", area="郑州"), key=lambda row: row["year"])
    assert area.ledger == published.ledger(area="郑州")
    assert {row["type"] for row in area.projects} == {"project"}
    assert all(row["stage"] for row in area.projects)
    one = published.area("郑州", 2024)
    assert one == area.of(2024)
    assert one.years == (2024,)
    assert len(one.outcomes) > 0
    assert {(row["entity"], row["stage"]) for row in built.area("测试").projects} >= {("测试谷二期", "started")}


@pytest.mark.parametrize(
    "ask",
    [
        lambda graph: graph.facts(area="郑洲"),
        lambda graph: graph.area("郑洲"),
        lambda graph: graph.ledger(area="郑洲"),
        lambda graph: graph.panel(area="郑洲"),
        lambda graph: graph.facts(indicator="地区生产总植"),
        lambda graph: graph.trace("中原科技成"),
        lambda graph: graph.mentions(entity="中原科技成"),
        lambda graph: graph.path("中原科技成", "创新"),
        lambda graph: graph.facts(theme="创心"),
        lambda graph: graph.ask("target"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(ask: Callable[[Graph], object], published: Graph) -> None:
    """Wherever a name is asked for: no rows would say that there is nothing."""
    with pytest.raises(UnknownNameError, match="did you mean"):
        ask(published)


@pytest.mark.parametrize("asked", [{"year": 1949}, {"kind": "hope"}])
def test_what_is_none_of_a_list_is_refused_with_the_list(asked: dict[str, Any], published: Graph) -> None:
    """Years and kinds."""
    with pytest.raises(QueryError, match="there are: "):
        published.facts(**asked)


def test_a_graph_of_others_answers_sparql_and_nothing_else(tmp_path: Path) -> None:
    """It holds no document of ours, so that silence would be no answer."""
    path = tmp_path / "other.nt"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    graph = policygraph.open(path)
    assert graph.ask("SELECT ?s { ?s <urn:b> ?o }") == [{"s": "urn:a"}]
    for ask in (graph.facts, graph.ledger, graph.panel, graph.documents, graph.network, graph.coverage):
        with pytest.raises(GraphError, match="holds no document of Policygraph"):
            ask()


def test_the_whole_is_there_for_rdflib_and_networkx(built: Graph, published: Graph) -> None:
    """As a dataset and as a network; documents are named."""
    assert isinstance(built.dataset(), rdflib.Dataset)
    assert isinstance(built.network(), nx.MultiDiGraph)
    assert nx.utils.graphs_equal(built.network(), policygraph.network(built))
    assert [document.name for document in built.documents()] == ["plan-2025"]
    assert len(published.documents()) == 5


def test_every_page_has_the_rows_of_the_panel(published: Graph) -> None:
    """The page of a build, of the library and of the server: a graph without its texts would read more rows into it."""
    said = pipeline.corpus()
    ledger = derive(said)
    documents = [reading.document for reading in said.readings]
    made = page.html(of_corpus(said), documents, ledger=ledger, panel=panel.cells(said, ledger))
    served = Views(ServedGraph(published.store), published.texts.texts).page().decode("utf-8")
    rows = len(published.panel())
    assert [len(pages.data(html)["panel"]) for html in (made, published.page(), served)] == [rows, rows, rows]
    assert len(panel.cells(published.corpus, published.entries)) > rows


def test_a_build_keeps_what_the_library_tells_of_it(folder: Path, built: Graph, tmp_path: Path, run: Run) -> None:
    """Texts, coverage, page and exports are those of the command line, and it holds."""
    assert built.texts.texts == {"plan-2025": REPORT}
    assert built.coverage().json() == (folder / "coverage.json").read_text(encoding="utf-8")
    assert built.check() == ()
    shown, turtle = tmp_path / "page.html", tmp_path / "graph.ttl"
    assert run("view", "-g", str(folder), "-o", str(shown)).code == 0
    assert built.page() == shown.read_text(encoding="utf-8")
    assert run("export", "-g", str(folder), str(turtle)).code == 0
    assert built.export(tmp_path / "other.ttl") == ()
    assert (tmp_path / "other.ttl").read_bytes() == turtle.read_bytes()


def test_rows_become_a_data_frame_whose_numbers_are_numbers(published: Graph) -> None:
    """Years are whole numbers, amounts floats, and what has no value is not a number; every row is there."""
    pandas = pytest.importorskip("pandas")
    rows = published.facts()
    frame = rows.frame()
    assert isinstance(frame, pandas.DataFrame)
    assert (list(frame.columns), len(frame)) == (list(rows.columns), len(rows))
    assert (str(frame["year"].dtype), str(frame["value"].dtype)) == ("Int64", "float64")
    assert frame["value_max"].notna().sum() == sum(row["value_max"] is not None for row in rows)
    assert list(Rows(("a", "b")).frame().columns) == ["a", "b"]


def test_without_pandas_a_data_frame_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows do without it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OutputError, match="pip install pandas"):
        Rows(("a",), [{"a": 1}]).frame()


def test_a_notebook_shows_rows_escaped_and_bounded() -> None:
    """Markup of a document is text, what steers the reading is told, and what is not shown is counted."""
    shown = Rows(("<a>", "b"), [{"<a>": "<script>\u202e", "b": None}, {"<a>": "长" * 1000, "b": 1}])._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;\\u202e" in shown
    assert "<th>&lt;a&gt;</th>" in shown
    assert "长" * 200 + "…" in shown
    assert "长" * 201 not in shown
    assert shown.endswith("<p>2 rows</p>")
    many = Rows(("a",), ({"a": number} for number in range(1000)), cut=True)._repr_html_()
    assert many.count("<tr>") == 51
    assert "the first 50 of more than 1000 rows" in many


def test_a_notebook_shows_what_a_graph_and_a_place_hold(published: Graph) -> None:
    """The documents of the graph, each a row; the four tables of a place under its name."""
    shown = published._repr_html_()
    assert shown.count("<tr>") == 1 + len(published.documents())
    assert all(document.title in shown for document in published.documents())
    place = published.area("郑州")._repr_html_()
    assert place.startswith("<h3>郑州</h3>")
    assert place.count("<table>") == 4


def test_rows_are_plain_lists(published: Graph) -> None:
    """Of dictionaries, that csv writes and json takes."""
    rows = published.trace("中原科技城")
    assert isinstance(rows, list)
    assert json.loads(json.dumps(rows)) == rows
    csv.DictWriter(io.StringIO(), rows.columns).writerows(rows)
    assert rows.where(lambda row: row["year"] == 2025).columns == rows.columns
