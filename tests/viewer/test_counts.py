"""Every count on every screen is that of the graph: what its tables and the command line count, on three graphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from policygraph import pipeline
from policygraph.api import parts
from policygraph.api.area import gathered
from policygraph.ledger import names as short
from policygraph.ledger import panel
from policygraph.ledger.table import cells
from policygraph.rows import Rows
from viewer import provinces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Page

    from browsing import Watched
    from policygraph.ledger import Row
    from policygraph.networks.view import Network
    from policygraph.statements import Corpus

# Some reports of one city, some places of two years, and a single report.
GRAPHS = ("published", "provinces", "single")
THINGS = ("projects", "platforms", "industries")
Counted = tuple["Path", "Corpus", "Network", "tuple[Row, ...]"]


@pytest.fixture(scope="module", params=GRAPHS)
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Counted:
    """The page of a graph, with what the graph has."""
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "in").mkdir()
    provinces.write(folder / "in")
    inputs = {"published": [], "provinces": [folder / "in"], "single": [folder / "in" / "湖北省-2025.md"]}
    said = pipeline.corpus(inputs[request.param])
    net, rows = provinces.read(said)
    (folder / "index.html").write_text(provinces.html(said), encoding="utf-8")
    return folder / "index.html", said, net, rows


def _findings(rows: Iterable[Row]) -> int:
    """Return how many findings rows are: of one target one, however many documents set it."""
    return len({(row.target, row.relation, row.verdict) if row.target else (row.id,) for row in rows})


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_the_start_counts_documents_items_and_relations(counted: Counted, watched: Callable[..., Watched]) -> None:
    """All that the graph has, not what is drawn."""
    file, said, net, _ = counted
    page = watched().go(file)
    expect(page.locator("#details p.quiet").first).to_contain_text(
        f"{len(said.readings)} 份文件、{len(net)} 个条目、{net.number_of_edges()} 条关系"
    )
    assert f"共 {len(net)} 个" in page.locator("#shown span").first.inner_text()


def test_the_legend_counts_types_years_places_and_verdicts(counted: Counted, watched: Callable[..., Watched]) -> None:
    """Items by type; statements by year; of verdicts the targets that have them."""
    file, _, net, rows = counted
    page = watched().go(file)
    for type_, number in Counter(type_ for _, type_ in net.nodes(data="type")).items():
        expect(page.locator(f'[data-key="types {type_}"] .count')).to_have_text(str(number))
    assessed = [row for row in rows if row.relation == "assessed_by"]
    for verdict in {row.verdict for row in assessed}:
        expected = _findings(row for row in assessed if row.verdict == verdict)
        expect(page.locator(f'[data-key="verdicts {verdict}"] .count')).to_have_text(str(expected))
    years = Counter(
        data["year"] for *_, data in net.edges(data=True) if data["relation"] == "underTheme" and data["year"]
    )
    bars = page.locator("#filters .bars").evaluate("(e) => [...e.children].map((b) => b.title || b.ariaLabel)")
    assert {tuple(_numbers(bar)) for bar in bars} >= set(years.items())


def test_the_table_and_the_timeline_count_all_rows(counted: Counted, watched: Callable[..., Watched]) -> None:
    """Also of what they do not show at once."""
    file, _, net, _ = counted
    page = watched().go(file, "#view=table&all=1")
    expect(page.locator("#views caption")).to_contain_text(f"共 {len(net)} 行")
    page = watched().go(file, "#view=timeline&all=1")
    types = Counter(type_ for _, type_ in net.nodes(data="type"))
    groups = page.locator("#views .group").all_inner_texts()
    words = {"项目": "project", "平台": "platform", "产业": "industry", "机构": "organization", "指标": "indicator"}
    assert groups
    for group in groups:
        name, number = re.fullmatch(r"\s*(\S+) \((\d+)\)", group).groups()  # type: ignore[union-attr]
        if name in words:
            assert int(number) == types[words[name]]


def test_the_ledger_counts_rows_targets_and_sections(counted: Counted, watched: Callable[..., Watched]) -> None:
    """As ledger.csv has them and as the command line counts them."""
    file, _, _, rows = counted
    page = watched().go(file, "#view=ledger")
    assessed = [row for row in rows if row.relation == "assessed_by"]
    expect(page.locator("#shown span").first).to_have_text(f"台账：{len(rows)} 行，{_findings(assessed)} 个目标")
    for verdict in {row.verdict for row in assessed}:
        expected = _findings(row for row in assessed if row.verdict == verdict)
        expect(page.locator(f'[data-key="ledger verdict {verdict}"] b')).to_have_text(str(expected))
    for relation in {row.relation for row in rows} - {"assessed_by"}:
        expected = _findings(row for row in rows if row.relation == relation)
        expect(page.locator(f"#ledger-{relation}")).to_contain_text(f"({expected})")


def test_the_page_of_each_place_counts_its_targets(counted: Counted, watched: Callable[..., Watched]) -> None:
    """By year and by what became of them; and the list of places counts the same."""
    file, _, _, rows = counted
    areas = {row.area for row in rows if row.relation == "assessed_by"}
    page = watched().go(file, "#view=place")
    for area in areas:
        own = [row for row in rows if row.area == area and row.relation == "assessed_by"]
        line = page.locator(f'tr:has([data-key="place {area}"])')
        expect(line.locator(".column-targets")).to_have_text(str(_findings(own)))
    for area in areas:
        page.evaluate("(area) => { location.hash = new URLSearchParams({ view: 'place', place: area }) }", area)
        own = [row for row in rows if row.area == area and row.relation == "assessed_by"]
        expect(page.locator(".place-targets h3")).to_contain_text(f"({_findings(own)})")
        expect(page.locator(".place-promises h3")).to_contain_text(f"({_findings(own)})")
        for year in {row.year for row in own}:
            expected = _findings(row for row in own if row.year == year)
            expect(page.locator(f'[data-key="tally {year} "]')).to_have_text(str(expected))


def test_a_number_of_a_place_leads_to_as_many_rows(counted: Counted, watched: Callable[..., Watched]) -> None:
    """In the ledger, which then counts the same."""
    file, _, _, rows = counted
    area = min(row.area for row in rows if row.relation == "assessed_by")
    page = watched().go(file, f"#view=place&place={area}")
    button = page.locator('.place-targets [data-key^="tally "]').last
    number = button.inner_text()
    button.click()
    expect(page.locator("#shown span").first).to_contain_text(f"，{number} 个目标")


def test_the_comparison_counts_the_values_of_the_panel(counted: Counted, watched: Callable[..., Watched]) -> None:
    """All of panel.csv, and the places that have the indicator in the year."""
    file, said, _, rows = counted
    found = panel.records(said, rows)
    page = watched().go(file, "#view=compare")
    places, total = _numbers(page.locator("#views h2 + p").inner_text())
    assert total == len(found)
    assert page.locator("#views .plot-cell").count() == places
    assert len(page.locator(".compare select option").all()) == len(
        {(r["concept"] or r["indicator"], r["unit"]) for r in found}
    )


def test_the_saved_ledger_has_every_row(counted: Counted, watched: Callable[..., Watched]) -> None:
    """What a reader takes along is the whole table."""
    file, _, _, rows = counted
    page = watched(accept_downloads=True).go(file, "#view=ledger")
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.locator('.menu [data-key="save csv"]').click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert {f"st:{cells(row)['id']}" for row in rows} <= set(re.split(r"[,\r\n]", text))


def test_the_page_counts_as_the_command_line(counted: Counted, watched: Callable[..., Watched]) -> None:
    """Missed targets: the same number in the ledger's answer, in the legend and in the ledger of the page."""
    file, _, _, rows = counted
    missed = _findings(row for row in rows if row.verdict == "missed" and row.relation == "assessed_by")
    page: Page = watched().go(file, "#view=ledger")
    for key in ("verdicts missed", "ledger verdict missed"):
        element = page.locator(f'[data-key="{key}"]')
        assert (element.count() > 0) == (missed > 0)
        if missed:
            expect(element).to_contain_text(str(missed))


def test_the_page_of_a_place_counts_what_the_command_line_counts(
    counted: Counted, watched: Callable[..., Watched]
) -> None:
    """``policygraph area`` and the page have as many promises, headlines, changes, things and duties."""
    file, said, _, rows = counted
    name = short.area(said.readings[0].document.area)
    cells = Rows(panel.COLUMNS, panel.records(said, rows)).where(lambda row: row["area"] == name)
    area = gathered(said, name, Rows(()), rows, cells)
    expected = {
        "targets": sum(row["targets"] for row in area.tally),
        "promises": len(parts.counted(area.promises, "verdict")),
        "headlines": len({(row["indicator"], row["unit"]) for row in area.headlines}),
        "changes": len(parts.counted(area.changes, "relation")),
        "duties": len(area.duties),
    }
    expected |= {part: len({row["entity"] for row in getattr(area, part)}) for part in THINGS}
    page = watched().go(file, f"#view=place&place={name}")
    expect(page.locator(".place-targets > h3 .quiet")).to_be_visible()
    for part, number in expected.items():
        head = page.locator(f".place-{part} > h3 .quiet")
        if number:
            expect(head, part).to_have_text(f"({number})")
        else:
            assert head.count() == 0 or head.inner_text() == "(0)", part
