"""The ledger view: what became of the targets, as a table and as bars against targets; and the other changes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from playwright.sync_api import expect

import pages
from browsing import settled, violations
from policygraph import documents, excerpt, extraction, rdf, resources, viewer
from policygraph import page as published
from policygraph.extraction import Names
from policygraph.ledger import derive
from policygraph.ledger.table import cells
from policygraph.networks import of_corpus
from policygraph.statements import Corpus
from policygraph.store import open_store
from viewer.measures import CHINESE, OVER
from viewer.sample import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from browsing import Watched

CASES = sorted(path for path in (Path(__file__).parents[1] / "ledger" / "cases").iterdir() if path.is_dir())
JUDGED = {"met", "exceeded", "better", "inside", "above", "below", "missed", "worse"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The ledger of the published graph."""
    _, ledger = rdf.read(open_store(resources.graph() / "zhengzhou.nq").quads())
    return [{k: str(v) for k, v in cells(row).items()} for row in ledger]


@pytest.fixture
def ledger(watched: Callable[..., Watched], published_file: Path) -> Page:
    """The page of the published graph, opened at its ledger."""
    return watched().go(published_file, "#view=ledger")


def test_the_page_of_a_whole_graph_has_its_whole_ledger(published_file: Path, rows: list[dict[str, str]]) -> None:
    """Also what has no figure of its own: lives, and words such as 同步; and the page is smaller than 1.6 MB."""
    data = pages.data(published_file.read_text("utf-8"))
    table, strings = data["ledger"], data["strings"]
    found = [
        {column: strings[cell] for column, cell in zip(table["columns"], row, strict=True)} for row in table["rows"]
    ]
    assert found == rows
    assert {row["relation"] for row in found} >= {"vanished", "assessed_by", "raised"}
    assert any(row["relation"] == "assessed_by" and not row["a_statement"] for row in found)
    assert published_file.stat().st_size < 1.6e6


def test_the_page_of_a_part_has_no_rows_on_other_things(rows: list[dict[str, str]]) -> None:
    """A row is there because of one of its statements, its entity, or the indicator or theme of its words."""
    said, ledger = rdf.read(open_store(resources.graph() / "zhengzhou.nq").quads())
    part = excerpt.cut(of_corpus(said), entity="贾鲁河郑州港（中心港区）")
    data = pages.data(published.html(part, [], ledger=ledger, part=True))
    kept = [[data["strings"][cell] for cell in row] for row in data["ledger"]["rows"]]
    entity = data["ledger"]["columns"].index("entity")
    assert 0 < len(kept) < len(rows) / 4
    assert {row[entity] for row in kept} - {""} <= set(map(str, nx.get_node_attributes(part, "label").values()))
    assert "贾鲁河郑州港（中心港区）" in {row[entity] for row in kept}


def test_verdicts_are_counted_and_filter(ledger: Page, rows: list[dict[str, str]]) -> None:
    """Every verdict with its number of targets; pressing one leaves those, and the address says so."""
    told = {(row["verdict"], row["target"]) for row in rows if row["relation"] == "assessed_by"}
    counts = Counter(verdict for verdict, _ in told)
    for verdict, count in counts.items():
        expect(ledger.locator(f'[data-key="ledger verdict {verdict}"] b')).to_have_text(str(count))
    ledger.locator('[data-key="ledger verdict missed"]').click()
    assert "verdicts=missed" in ledger.url
    badges = ledger.locator("#views .entries .badge").all_inner_texts()
    assert badges == ["✗ 未达"] * counts["missed"]
    expect(ledger.locator('[data-key="ledger verdict met"] b')).to_have_text(str(counts["met"]))
    ledger.locator('[data-key="ledger verdict missed"]').click()
    expect(ledger.locator("#shown span").first).to_have_text(f"台账：{len(rows)} 行，{len(told)} 个目标")


def test_a_year_is_chosen_and_sent_by_the_address(
    ledger: Page, rows: list[dict[str, str]], watched: Callable[..., Watched], published_file: Path
) -> None:
    """The years are those of the ledger; the same address opens the same rows."""
    ledger.locator('[data-key="ledger year 2026"]').click()
    expected = sum(row["year"] == "2026" for row in rows)
    expect(ledger.locator("#shown span").first).to_contain_text(f"台账：{expected} 行，")
    expect(ledger.locator('[data-key="ledger year 2026"]')).to_have_attribute("aria-pressed", "true")
    assert ledger.locator("#views .ledger-judged").count() == 0
    there = watched().go(published_file, ledger.evaluate("location.hash"))
    assert there.locator("#views").inner_text() == ledger.locator("#views").inner_text()


def test_what_has_a_result_comes_first(ledger: Page, rows: list[dict[str, str]]) -> None:
    """In the first table, each with target, outcome and verdict; the others below."""
    judged = [row for row in rows if row["relation"] == "assessed_by" and row["verdict"] in JUDGED]
    lines = ledger.locator("#views .entries").first.locator("tbody tr")
    assert lines.count() == len({(row["target"], row["verdict"]) for row in judged})
    for line in lines.all():
        assert line.locator(".column-target .written").inner_text()
        assert line.locator(".column-outcome .written").inner_text()
        assert line.locator(".badge").count() == line.locator("svg.bullet[role=img]").count() == 1


def test_every_relation_has_its_section(ledger: Page, rows: list[dict[str, str]]) -> None:
    """With the number of its targets (of other rows: of them), and a button that leads to it."""
    told = {(row["relation"], row["target"] or tuple(row.values())) for row in rows if row["relation"] != "assessed_by"}
    counts = Counter(relation for relation, _ in told)
    for relation, count in counts.items():
        expect(ledger.locator(f"#ledger-{relation}")).to_contain_text(f"({count})")
        ledger.locator(f'[data-key="ledger jump {relation}"]').click()
        expect(ledger.locator(f"#ledger-{relation}")).to_be_focused()
        expect(ledger.locator(f"#ledger-{relation}")).to_be_in_viewport()


def test_a_value_is_looked_up_without_leaving_the_ledger(ledger: Page, rows: list[dict[str, str]]) -> None:
    """Its details stand beside the rows, which stay."""
    ledger.locator("#views .column-target .written button").first.click()
    expect(ledger.locator("#details .figure strong")).to_be_visible()
    expect(ledger.locator("#shown span").first).to_contain_text(f"台账：{len(rows)} 行，")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_at_the_side(
    watched: Callable[..., Watched], published_file: Path, width: int, height: int, language: str
) -> None:
    """Neither of the ledger nor of the table, whose last column is the number of relations."""
    page = watched(viewport={"width": width, "height": height}).go(published_file)
    if width < 760:
        page.locator('#panels [data-panel="stage"]').click()
    for view in ("ledger", "table&themes=innovation", "table&all=1"):
        page.evaluate("(hash) => { location.hash = hash; }", f"#view={view}&language={language}")
        settled(page)
        if view == "ledger" or width > 760:
            assert page.evaluate(OVER) <= 0


def _chart(page: Page, n: int) -> dict[str, tuple[float, float]]:
    boxes = (
        page.locator("svg.bullet")
        .nth(n)
        .evaluate(
            """(svg) => { const { left, width } = svg.getBoundingClientRect();
          return [...svg.querySelectorAll("[class]")].map((e) => { const r = e.getBoundingClientRect();
            return [e.getAttribute("class"), (r.left - left) / width, (r.right - left) / width]; }); }"""
        )
    )
    return {name.removeprefix("bullet-"): (start, end) for name, start, end in boxes}


# Comparator, value, upper value and outcome of a target, its rule, and from where to where its band reaches, in the
# units of the value; None is the end of the chart.
CHARTS = [
    (">=", "6", None, "5", ">= is a floor; exceeded more than 5 % beyond it", (6, None)),
    ("<=", "6", None, "5", "<= is a ceiling; kept at it or below", (0, 6)),
    (">=", "10", None, "8", "<= is a ceiling; kept at it or below", (0, 10)),
    ("~", "6", None, "5", "左右 reaches 5 % of the value; more is better", (5.7, 6.3)),
    ("range", "4.5", "5", "5.2", "a range is met within it; more is better", (4.5, 5)),
    ("=", "8", None, "8.5", "a bare value is to be reached; more is better", None),
    ("=", "3", None, "-2", "a bare value is to be reached; more is better", None),
]


@pytest.fixture(scope="module")
def charts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with one assessed target for each chart, and one whose outcome has another unit."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ledger = []
    for n, (comparator, value, upper, outcome, rule, _) in enumerate([*CHARTS, (">=", "1", None, "2", "", None)]):
        unit = "%" if n < len(CHARTS) else "人"
        for kind, sign, low, high, of in (
            ("target", comparator, value, upper, unit),
            ("outcome", "=", outcome, None, "%"),
        ):
            graph.add_node(
                f"{BASE}statement/{kind}{n}", label="指标 2025", type=kind, indicator=f"指标{n}", area="样例", comparator=sign,
                value=low, value_max=high, unit=of, written=f"{low}{of}", years=(2025,),
            )  # fmt: skip
        ledger.append({
            "relation": "assessed_by", "indicator": f"指标{n}", "area": "样例", "verdict": "missed", "year": "2025", "rule": rule,
            "a_statement": f"target{n}", "a_written": f"{value}{unit}", "a_quote": "甲", "a_year": "2025",
            "b_statement": f"outcome{n}", "b_written": f"{outcome}%", "b_quote": "乙", "b_year": "2025", "note": "",
        })  # fmt: skip
    file = tmp_path_factory.mktemp("charts") / "index.html"
    file.write_text(viewer.html(graph, [], title="样例", ledger=ledger), encoding="utf-8")
    return file


def test_charts_are_true_to_the_figures(watched: Callable[..., Watched], charts_file: Path) -> None:
    """Bar, mark and band stand where their values are on one scale that has zero; the comparator is written above."""
    page = watched().go(charts_file, "#view=ledger")
    assert page.locator("svg.bullet").count() == len(CHARTS)
    assert page.locator(".entries tbody tr").count() == len(CHARTS) + 1
    glyphs = {">=": "≥", "<=": "≤", "~": "≈", "range": "↔", "=": "="}
    for n, (comparator, value, upper, outcome, _, band) in enumerate(CHARTS):
        found = _chart(page, n)
        zero = sum(found["zero"]) / 2
        bar = found["bar"][0] if float(outcome) < 0 else found["bar"][1]
        unit = (bar - zero) / float(outcome)
        assert unit > 0
        assert min(abs(zero - edge) for edge in found["bar"]) < 0.01
        assert sum(found["mark"]) / 2 == pytest.approx(zero + float(upper or value) * unit, abs=0.01)
        if band:
            assert found["band"][0] == pytest.approx(zero + band[0] * unit, abs=0.02)
            assert found["band"][1] == pytest.approx(zero + band[1] * unit if band[1] else 1, abs=0.02)
        assert ("band" in found) is (band is not None)
        expect(page.locator("svg.bullet").nth(n)).to_have_text(glyphs[comparator])


def test_charts_have_words(watched: Callable[..., Watched], charts_file: Path) -> None:
    """For who does not see them: both figures, the comparator and the verdict; in both languages."""
    page = watched().go(charts_file, "#view=ledger")
    expect(page.locator("svg.bullet").first).to_have_attribute("aria-label", "条形图：目标 6%（以上），完成 5%，未达")
    page.get_by_role("button", name="English").click()
    expect(page.locator("svg.bullet").first).to_have_attribute(
        "aria-label", "Bar chart: target 6% (at least), outcome 5%: Missed"
    )


# Forms of notes and rules that neither the published graph nor the cases of the ledger hold.
OTHERS = [
    (
        "assessed_by",
        "several things have this name, so that no result tells which of them is meant",
        "one name, one value",
    ),
    ("assessed_by", "5% set, 5% reported: +0.0 % of the value", "a range is met within it"),
    ("assessed_by", "0 set, 1件 reported (provisional)", "左右 reaches 5 % of the value to both sides"),
    ("assessed_by", "", "% and 元 do not compare"),
    (
        "assessed_by",
        "what it is compared with is no indicator that is known",
        "快于, 高于: more than the other's value",
    ),
    ("assessed_by", "plan-2025 of 2025, plan-2026 of 2026, a b of 2027 and 4 more do not say", "x"),
    ("assessed_by", "9万人 of plan-2025 is of another stretch of time", "x"),
    ("assessed_by", "居民收入增速 of 2025: no later document of 郑州 read", "不低于: at least the other's value"),
    ("lowered", "the target for 2025, set again in 2026; 6% → 5%左右 (comparator = → ~)", "x"),
    ("softened", "确保 → no such word", "x"),
    ("softened", "以上 → 左右", "x"),
    ("assessed_by", "600万辆 set, 超额完成 reported", "told in words, without a number"),
    ("assessed_by", "", "a band: what was set, and 5 % of it to both sides"),
    ("assessed_by", "", "> leaves out the value, which was rounded"),
    ("assessed_by", "", "a forecast, or what there is already: nothing is promised"),
    (
        "assessed_by",
        "",
        "a task done once: told by the words of a later document, which give no number of it",
    ),
    ("assessed_by", "", "no fact is the outcome for sure, and words of a later document could be it"),
    ("cascade", "郑州 came out below, which is worse: 4% against 5%左右 of 河南 (-1 percentage points)", "x"),
    ("restated", "1.5万亿元 and 1.52万亿元: one is rounded", "x"),
    ("conflict", "5% against 6%", "they speak of different stretches of time"),
    ("conflict", "5% against 6%", "one speaks of a part, or of another thing of the same name"),
    ("conflict", "5% against 6%", "one is an estimate, the other the final figure"),
    ("stalled", "planned in 2024 and still in 2026: has 甲 come to a halt?", "x"),
    ("vanished", "underway in 2024, not named in the documents of 郑州 after 2025: what became of 甲?", "x"),
]


@pytest.fixture(scope="module")
def notes_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every form of note and rule, of the cases of the ledger and of those above."""
    said = [_corpus(folder) for folder in CASES]
    rows = [{k: str(v) for k, v in cells(row).items()} for corpus in said for row in derive(corpus)]
    for n, (relation, note, rule) in enumerate(OTHERS):
        row = {
            "relation": relation,
            "note": note,
            "rule": rule,
            "indicator": f"指标{n}",
            "a_quote": "甲",
            "year": "2025",
        }
        rows.append(row | {"verdict": "not assessable" if relation == "assessed_by" else ""})
    read = {reading.document.name: reading.document for corpus in said for reading in corpus.readings}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label="甲", type="project")
    file = tmp_path_factory.mktemp("notes") / "index.html"
    file.write_text(viewer.html(graph, list(read.values()), title="样例", ledger=rows), encoding="utf-8")
    return file


def _corpus(folder: Path) -> Corpus:
    names = Names()
    return Corpus(tuple(extraction.read(document, names=names) for document in documents.collect([folder])), ())


@pytest.mark.parametrize("file", ["published_file", "notes_file"])
def test_notes_are_in_the_language_of_the_page(
    watched: Callable[..., Watched], file: str, request: pytest.FixtureRequest
) -> None:
    """No English word and no sign of a program on the Chinese page, but in words of a document; documents by their titles."""
    page = watched().go(request.getfixturevalue(file), "#view=ledger")
    chinese = _notes(page)
    assert len(chinese) > 20
    assert [
        note for note in chinese if re.search(r"[A-Za-z]{2,}|[<>=~]", re.sub("《.*?》|可能相关：“.*?”", "", note))
    ] == []
    page.evaluate("location.hash = '#view=ledger&language=en'")
    expect(page.get_by_role("tab", name="Ledger")).to_be_visible()
    english = _notes(page)
    assert len(english) == len(chinese)
    assert [note for note in english if re.search(r"\b00\d of|[<>]=|comparator", note)] == []
    assert all(note.strip() for note in chinese)


def _notes(page: Page) -> list[str]:
    while (more := page.locator("#views section > button")).count():
        more.first.click()
    return page.locator("#views .note").all_inner_texts()


def test_other_forms_of_notes_tell_what_they_told(watched: Callable[..., Watched], notes_file: Path) -> None:
    """Numbers, names and years of the note come back in the words of the page."""
    page = watched().go(notes_file, "#view=ledger")
    said = " | ".join(_notes(page))
    for words in (
        "等另 4 份文件未提及", "“9万人”说的是另一段时间", "2025 年的居民收入增速：没有读到郑州此后的文件",
        "2025 年的目标在 2026 年重新提出：6% → 5%左右（由“确数”改为“左右”）", "确保 → （无力度词）",
        "4%，河南为 5%左右：更差（-1 个百分点）", "1.5万亿元 与 1.52万亿元：其中一个是约数", "2024 年“规划”，2026 年仍是“规划”",
        "单位不同（%、元），无法比较", "与目标值相同", "目标 0，结果 1件（初步数据）", "同名的不止一项",
    ):  # fmt: skip
        assert words in said, words


def test_a_top_theme_stands_in_the_table_as_in_the_matrix(
    watched: Callable[..., Watched], published_file: Path
) -> None:
    """Years and number of statements are those of its row at the start, narrower themes included."""
    page = watched().go(published_file, "#view=table&types=theme")
    rows = {row[0]: row for row in _texts(page.locator("#views tbody tr"))}
    page.evaluate("location.hash = '#view=table'")
    heads = page.locator("#details .matrix thead th").all_inner_texts()
    matrix = _texts(page.locator("#details .matrix tbody tr"))
    assert len(matrix) > 10
    for name, *counts in matrix:
        years = [year for year, count in zip(heads, counts, strict=True) if count != "·"]
        span = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
        assert rows[name][2] == span
        assert int(rows[name][-1]) == sum(int(count) for count in counts if count != "·")


def _texts(lines: Locator) -> list[list[str]]:
    return [[cell.strip() for cell in line.locator("th, td").all_inner_texts()] for line in lines.all()]


def test_the_table_says_how_many_rows_it_has(watched: Callable[..., Watched], published_file: Path) -> None:
    """And how many of them it shows; both change with the next ones."""
    page = watched().go(published_file, "#view=table&all=1")
    total = len(pages.data(published_file.read_text("utf-8"))["nodes"])
    expect(page.locator("#views caption")).to_have_text(f"表格：共 {total} 行，显示前 200 行")
    page.locator("#views .scroll > button").click()
    expect(page.locator("#views caption")).to_have_text(f"表格：共 {total} 行，显示前 400 行")
    assert page.locator("#views tbody tr").count() == 400


def test_the_table_is_sorted_by_keyboard(watched: Callable[..., Watched], sample_file: Path) -> None:
    """The focus stays on the column, and the new order is announced."""
    page = watched().go(sample_file, "#view=table&themes=innovation")
    page.locator('[data-key="sort name"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("名称")
    expect(page.locator('[data-key="sort name"]')).to_be_focused()
    expect(page.locator("#live")).to_have_text("已按“名称”升序排列")
    page.keyboard.press("Space")
    expect(page.locator('th[aria-sort="descending"]')).to_contain_text("名称")


@pytest.mark.parametrize(("graph", "view"), [("published_file", "ledger"), ("sample_file", "table&themes=innovation")])
def test_chinese_words_on_the_english_page_say_that_they_are_chinese(
    watched: Callable[..., Watched], request: pytest.FixtureRequest, graph: str, view: str
) -> None:
    """Names without an English label, quotes, titles of documents and places."""
    page = watched().go(request.getfixturevalue(graph), f"#view={view}&language=en")
    found = [text for text, language in page.evaluate(CHINESE) if language != "zh-Hans"]
    assert found == []
    assert page.locator("#views [lang=zh-Hans]").count() > 20


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_a_real_ledger(
    watched: Callable[..., Watched], published_file: Path, width: int, scheme: str
) -> None:
    """With charts, as a table and as cards."""
    page = watched(viewport={"width": width, "height": 844}, color_scheme=scheme).go(published_file, "#view=ledger")
    if width < 760:
        page.locator('#panels [data-panel="stage"]').click()
    assert violations(page, within="#views") == []
