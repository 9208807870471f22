"""``policygraph compare``: one indicator over places and years."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

import policygraph
from policygraph.ledger.panel import COLUMNS
from viewer import provinces

if TYPE_CHECKING:
    from collections.abc import Callable

    from command import Outcome

    Run = Callable[..., Outcome]

GROWTH = "地区生产总值增速"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The build of two reports of three provinces and a city, and of one whose target is a range."""
    folder = tmp_path_factory.mktemp("places")
    provinces.write(folder)
    head = "---\ntitle: 安徽省2025年政府工作报告\nissued: 2025-01-16\narea: 安徽省\nlevel: province\n---\n\n"
    text = "## 2025年重点任务\n\n今年，地区生产总值增长5%—7%，财政收入增长3%以上。\n"
    (folder / "安徽省-2025.md").write_text(head + text, encoding="utf-8")
    policygraph.build(folder, folder / "out")
    return str(folder / "out")


def _table(run: Run, *args: str) -> list[dict[str, str]]:
    done = run("compare", *args, "-f", "csv")
    assert (done.code, done.err) == (0, "")
    return list(csv.DictReader(io.StringIO(done.out)))


def test_places_stand_side_by_side_sorted_by_value(graph: str, run: Run) -> None:
    """The result counts, or the target where there is none, of a range its middle; the verdict and both places of words follow."""
    rows = _table(run, GROWTH, "--year", "2025", "--level", "province", "-g", graph)
    assert [(row["area"], row["outcome"] or row["wording"], row["verdict"]) for row in rows] == [
        ("安徽", "5%—7%", "not assessable"), ("河南", "5.6", "met"), ("湖北", "5.5", "missed"), ("云南", "4.1", "missed"),
    ]  # fmt: skip
    out = run("compare", GROWTH, "--year", "2025", "--level", "province", "-g", graph).out
    assert re.search(rf"2025 +province +安徽 +{GROWTH} +5%—7% +5–7 +% ", out)
    assert re.search(r"湖北 .* 6%左右 +6 +5\.5% +5\.5 +% +✗ missed +湖北省-2025 \d+-\d+; 湖北省-2026 \d+-\d+", out)


def test_like_stands_beside_like(graph: str, run: Run) -> None:
    """The latest year first, wider places before smaller ones, and one unit after the other, each highest first."""
    rows = policygraph.open(graph).compare(GROWTH)
    order = [(-row["year"], ["nation", "province", "city"].index(row["level"]), row["unit"]) for row in rows]
    assert order == sorted(order)
    assert {(row["year"], row["level"]) for row in rows} >= {(2025, "province"), (2025, "city"), (2026, "city")}
    assert len(_table(run, GROWTH, "-g", graph)) == len(rows)


def test_the_rows_are_those_of_the_panel(graph: str) -> None:
    """None is left out, and none is another's."""
    opened = policygraph.open(graph)
    panel = opened.panel().where(lambda row: row["concept"] == "gross-domestic-product-growth")
    rows = opened.compare(GROWTH)
    assert rows.columns == COLUMNS
    assert sorted(rows, key=str) == sorted(panel, key=str)


@pytest.mark.parametrize(
    "name", ["经济增长", "GDP增速", "全省GDP增长", "GDP growth", "growth of gross domestic product", "产总值增速"]
)
def test_an_indicator_is_found_by_all_its_names(name: str, graph: str, run: Run) -> None:
    """A synonym, another spelling, English, initials, or words that only it has."""
    assert run("compare", name, "-g", graph) == run("compare", GROWTH, "-g", graph)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("地区生产总植增速", GROWTH),
        ("增速", GROWTH),
        ("gross product", "Growth of gross"),
        ("", ""),
    ],
)
def test_an_unknown_indicator_is_refused_with_the_near_ones(name: str, near: str, graph: str, run: Run) -> None:
    """And so are words that several have: nobody knows which is meant."""
    done = run("compare", name, "-g", graph)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith(f"policygraph: unknown indicator: {name}")
    assert near in done.err


def test_a_year_or_level_without_figures_lists_those_that_there_are(graph: str, run: Run) -> None:
    """No answer of no rows, which reads as if nothing had been promised."""
    done = run("compare", "城镇新增就业人数", "--year", "2026", "-g", graph)
    assert (done.code, done.out) == (2, "")
    assert "城镇新增就业人数 has no figure of 2026; there are: 2025 city, 2025 province" in done.err
    assert run("compare", GROWTH, "--level", "village", "-g", graph).code == 2


def test_quotes_show_the_words_of_both(graph: str, run: Run) -> None:
    """In the terminal, in CSV and in JSON; without, their places only."""
    for form in ("table", "csv", "json"):
        args = ("compare", GROWTH, "--year", "2025", "-f", form, "-g", graph)
        assert "地区生产总值增长6%左右" not in run(*args).out
        assert "地区生产总值增长6%左右" in run(*args, "--quotes").out
    rows = json.loads(run("compare", GROWTH, "--year", "2025", "-f", "json", "-g", graph).out)
    assert {type(row["target_low"]) for row in rows if "target_low" in row} <= {int, float}
    assert all(row["target_document"] or row["outcome_document"] for row in rows)


def test_large_numbers_have_all_their_digits(run: Run) -> None:
    """6,000,000,000,000 and never 6e+12."""
    out = run("compare", "地区生产总值").out
    assert re.search(r"\d,\d{3},\d{3},\d{3}", out)
    assert not re.search(r"\de\+?\d", out)
