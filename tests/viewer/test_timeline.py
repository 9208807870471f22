"""The timeline: what documents report is told from what they plan, and figures are counted by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from playwright.sync_api import expect

from policygraph import viewer
from viewer.measures import CHINESE, OVER
from viewer.sample import BASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from browsing import Watched

STAGES = ("planned", "started", "underway", "completed")
PLANS = ("列入计划", "计划启动", "计划推进", "计划完成")
REPORTS = ("规划", "启动", "推进", "完成")
TARGETS, OUTCOMES = 3, 2


@pytest.fixture(scope="module")
def lives_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on which every stage is planned once and reported once, and one project has targets and outcomes."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(f"{BASE}theme/innovation", label="创新", english="Innovation", type="theme")
    for stage in STAGES:
        for mode in ("target", "outcome"):
            name = f"{stage} {mode}"
            graph.add_node(f"{BASE}entity/{name}", label=f"{mode}项目{stage}", type="project", years=(2025,))
            _edge(graph, f"{BASE}entity/{name}", f"{BASE}theme/innovation", name, stage=stage, mode=mode)
    graph.add_node(f"{BASE}entity/many", label="指标多的项目", english="Busy project", type="project", years=(2025,))
    for n in range(TARGETS + OUTCOMES):
        fact = f"{BASE}statement/{n}"
        graph.add_node(
            fact, label="产量 2025", type="target" if n < TARGETS else "outcome", indicator="产量", area="样例",
            comparator=">=", value="5", value_max=None, unit="%", written="5%以上", years=(2025,),
        )  # fmt: skip
        _edge(graph, f"{BASE}entity/many", fact, f"link {n}", relation="linkedTo")
    file = tmp_path_factory.mktemp("lives") / "index.html"
    file.write_text(viewer.html(graph, [], title="样例"), encoding="utf-8")
    return file


def _edge(graph: nx.MultiDiGraph[str], a: str, b: str, key: str, **more: str) -> None:
    words = {"relation": "underTheme", "theme": "innovation", "strength": "", "stage": "", "mode": "", **more}
    graph.add_edge(a, b, key=key, year=2025, weight=1.0, quote=key, document="d", start=0, end=len(key), **words)


@pytest.fixture
def lives(watched: Callable[..., Watched], lives_file: Path) -> Page:
    """That page, opened at its timeline."""
    return watched().go(lives_file, "#view=timeline&all=1")


def _stage(page: Page, name: str) -> Locator:
    return page.locator(".timeline tbody tr", has=page.get_by_text(name, exact=True)).locator(".stage")


@pytest.mark.parametrize("n", range(4), ids=STAGES)
def test_a_plan_is_hollow_and_says_that_it_is_one(lives: Page, n: int) -> None:
    """Dashed, nothing in it filled, with 计划 in its words and in what only screen readers get."""
    sign = _stage(lives, f"target项目{STAGES[n]}")
    expect(sign).to_have_text(f"{PLANS[n]} (计划)")
    assert _filled(sign) == 0
    assert sign.locator("[stroke-dasharray]").count() == 1


@pytest.mark.parametrize("n", range(4), ids=STAGES)
def test_a_report_is_filled_as_far_as_it_got(lives: Page, n: int) -> None:
    """Nothing of it for what is planned only, all of it for what is completed."""
    sign = _stage(lives, f"outcome项目{STAGES[n]}")
    expect(sign).to_have_text(f"{REPORTS[n]} (已报告)")
    assert _filled(sign) == (n > 0)
    assert sign.locator("[stroke-dasharray]").count() == 0


def _filled(sign: Locator) -> int:
    return sign.evaluate(
        "(e) => [...e.querySelectorAll('circle, path')].filter((p) => getComputedStyle(p).fill !== 'none').length"
    )


def test_the_key_explains_both(lives: Page) -> None:
    """All signs that can appear, each with its words."""
    key = lives.locator(".key").inner_text()
    assert all(words in key for words in (*PLANS, *REPORTS, "已报告", "计划", "目标", "完成情况", "提及"))


def test_figures_are_counted_by_type_in_one_line(lives: Page) -> None:
    """Each type with its own sign, and in words for who does not see it."""
    row = lives.locator(".timeline tbody tr", has=lives.get_by_text("指标多的项目", exact=True))
    counts = row.locator(".count-of")
    assert counts.locator(".unseen").all_inner_texts() == [f"{TARGETS} 个目标", f"{OUTCOMES} 条完成情况"]
    assert counts.nth(0).locator(".type-target").count() == counts.nth(1).locator(".type-outcome").count() == 1
    assert counts.nth(0).locator(".type-outcome").count() == 0
    for n in range(2):
        assert counts.nth(n).evaluate("(e) => e.getClientRects().length") == 1
        assert counts.nth(n).evaluate("(e) => e.offsetHeight") < 26


def test_chinese_names_on_the_english_page_say_that_they_are_chinese(
    watched: Callable[..., Watched], lives_file: Path
) -> None:
    """So that they are spoken as Chinese; what has an English name is shown by it."""
    page = watched().go(lives_file, "#view=timeline&all=1&language=en")
    assert page.locator(".timeline .name", has_text="Busy project").count() == 1
    chinese = [language for _, language in page.evaluate(CHINESE)]
    assert len(chinese) >= len(STAGES)
    assert set(chinese) == {"zh-Hans"}
    assert "to be completed (planned for)" in page.locator(".timeline").text_content()


def test_published_timelines_fit_their_place(watched: Callable[..., Watched], published_file: Path) -> None:
    """At 1280 pixels nothing is cut off at the side."""
    page = watched().go(published_file, "#view=timeline&themes=innovation")
    assert page.evaluate(OVER) <= 0


def test_a_sign_of_a_stage_is_one_line(watched: Callable[..., Watched], lives_file: Path) -> None:
    """What is reported looks like what is planned, but for its weight: a sign and a word, in no box."""
    page = watched().go(lives_file, "#view=timeline&all=1")
    heights = page.locator(".timeline .stage").evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().height)")
    assert len(heights) == 2 * len(STAGES)
    assert max(heights) < 30
