"""``policygraph area``: what the page of a place says, in the terminal."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import policygraph
from command import Outcome
from policygraph.api.area import gathered
from viewer import provinces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Outcome]

PARTS = ("promises", "headlines", "changes", "projects", "platforms", "industries", "duties")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The build of two reports of three provinces and a city; one target stands in a second document too."""
    folder = tmp_path_factory.mktemp("places")
    provinces.write(folder)
    again = "---\ntitle: 湖北省2025年重点工作安排\nissued: 2025-02-16\narea: 湖北省\nlevel: province\n---\n\n"
    (folder / "湖北省-plan.md").write_text(
        f"{again}## 2025年重点任务\n\n今年，城镇新增就业70万人以上。开工建设汉江大桥项目。汉江量子谷二期由湖北投资集团牵头建设。\n",
        encoding="utf-8",
    )
    policygraph.build(folder, folder / "out")
    return str(folder / "out")


def _section(out: str, part: str) -> str:
    """Return the lines of a part of what the terminal shows."""
    found = re.search(rf"^{part}\n(.*?)(?:\n\n|\Z)", out, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_a_place_tells_what_it_promised_and_what_became_of_it(graph: str, run: Run) -> None:
    """Under its theme each promise has its result, its verdict, and where the words of both stand."""
    done = run("area", "湖北", "-g", graph)
    assert (done.code, done.err) == (0, "")
    promises = _section(done.out, "promises")
    assert re.search(
        r"地区生产总值增速 +2025 +6%左右 +5\.5% +✗ missed +湖北省-2025 \d+-\d+; 湖北省-2026 \d+-\d+", promises
    )
    headlines = _section(done.out, "headlines")
    assert re.search(r"城镇新增就业人数 +2025 +人 +70万人以上 +95万人 +\+ exceeded", headlines)
    changes = _section(done.out, "changes")
    assert re.search(r"- lowered +地区生产总值增速 +2025 +6%左右 +5\.5%左右 +湖北省-2025 \d+-\d+", changes)
    assert re.search(r"汉江大桥 +2025 started +1 +湖北省-plan \d+-\d+", _section(done.out, "projects"))
    platforms = _section(done.out, "platforms")
    assert re.search(r"湖北科学中心 +2025 started, 2025 completed", platforms)
    assert "湖北算力平台" in platforms
    assert "新材料产业" in _section(done.out, "industries")


def test_targets_are_counted_once_however_many_documents_set_them(graph: str, run: Run) -> None:
    """The counts of the years, of the promises and of the table ledger are one."""
    out = run("area", "湖北", "-g", graph).out
    found = policygraph.open(graph).area("湖北")
    keys = {(row["target_key"], row["verdict"]) for row in found.promises}
    assert len(keys) < len(found.promises)
    assert sum(row["targets"] for row in found.tally) == len(keys)
    assert f"({len(keys)} rows: " in _section(out, "promises")
    verdicts = Counter(verdict for _, verdict in keys)
    assert all(sum(row[verdict] for row in found.tally) == number for verdict, number in verdicts.items())
    ledger = {(row["target_key"], row["verdict"]) for row in policygraph.open(graph).ledger(area="湖北")}
    assert ledger == keys


@pytest.mark.parametrize("name", ["湖北", "湖北省", "hubei", "Hubei", "HUBEI"])
def test_a_place_is_found_by_all_its_names(name: str, graph: str, run: Run) -> None:
    """In Chinese, in full or short, in pinyin and in English."""
    assert run("area", name, "-g", graph) == run("area", "湖北", "-g", graph)


@pytest.mark.parametrize(("name", "near"), [("湖", "湖北"), ("hubie", "Hubei"), ("郑洲市", "郑州")])
def test_an_unknown_place_is_refused_with_the_near_ones(name: str, near: str, graph: str, run: Run) -> None:
    """In one line, in the script in which was asked."""
    done = run("area", name, "-g", graph)
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(rf"policygraph: unknown area: {name}; did you mean .*{near}.*\?\n", done.err)


def test_no_name_is_no_place(graph: str, run: Run) -> None:
    """The empty name asks for no place, and never for all."""
    assert run("area", "", "-g", graph) == Outcome(2, "", "policygraph: which area? give its name, such as Zhengzhou\n")


def test_a_name_of_several_places_lists_them(tmp_path: Path, run: Run) -> None:
    """Taizhou is 台州 and 泰州."""
    for area in ("台州市", "泰州市"):
        head = f"---\ntitle: {area}2025年政府工作报告\nissued: 2025-01-16\narea: {area}\nlevel: city\n---\n\n"
        (tmp_path / f"{area}.md").write_text(f"{head}今年，地区生产总值增长5%。\n", encoding="utf-8")
    policygraph.build(tmp_path, tmp_path / "out")
    done = run("area", "Taizhou", "-g", str(tmp_path / "out"))
    assert done.code == 2
    assert "several areas are called Taizhou: 台州, 泰州" in done.err


def test_a_year_leaves_what_is_said_of_it(graph: str, run: Run) -> None:
    """In every part; a year of which the graph knows nothing is refused."""
    told = json.loads(run("area", "湖北", "--year", "2026", "-f", "json", "-g", graph).out)
    assert [row["year"] for row in told["tally"]] == [2026]
    assert {row["year"] for part in PARTS for row in told[part]} == {2026}
    done = run("area", "湖北", "--year", "1900", "-g", graph)
    assert (done.code, done.out) == (2, "")
    assert "unknown year: 1900" in done.err


def test_quotes_show_the_words(graph: str, run: Run) -> None:
    """Without, no words of a document but its figures; with, those of both sides under each entry."""
    assert "“" not in run("area", "湖北", "-g", graph).out
    out = run("area", "湖北", "--quotes", "-g", graph).out
    assert re.search(r"湖北省-2025 \d+-\d+  “地区生产总值增长6%左右”", out)
    assert re.search(r"湖北省-2026 \d+-\d+  “湖北科学中心建成投用”", out)
    for form in ("csv", "json"):
        assert "quote" not in run("area", "湖北", "-f", form, "-g", graph).out
        assert "地区生产总值增长6%左右" in run("area", "湖北", "-f", form, "--quotes", "-g", graph).out


def test_csv_and_json_hold_the_same_rows(graph: str, run: Run) -> None:
    """CSV has the parts one below the other; every row has a document and the place of its words."""
    table = list(csv.DictReader(io.StringIO(run("area", "湖北", "-f", "csv", "-g", graph).out)))
    told = json.loads(run("area", "湖北", "-f", "json", "-g", graph).out)
    assert Counter(row["part"] for row in table) == Counter({part: len(told[part]) for part in PARTS if told[part]})
    assert {row["area"] for row in table} == {"湖北"}
    for row in table:
        sides = [side for side in ("", "first_", "second_") if row[f"{side}document"]]
        assert sides
        assert all(row[f"{side}start"].isdigit() and row[f"{side}end"].isdigit() for side in sides)


def test_headlines_have_the_pages_of_their_words(graph: str) -> None:
    """Of documents with pages, though a panel does not tell them; those of the other parts come from the same passages."""
    opened = policygraph.open(graph)
    paged = replace(
        opened.corpus,
        readings=tuple(
            replace(reading, facts=tuple(replace(f, passage=replace(f.passage, page=7)) for f in reading.facts))
            for reading in opened.corpus.readings
        ),
    )
    found = gathered(paged, "湖北", opened.ledger(area="湖北"), opened.entries, opened.panel(area="湖北"))
    assert found.headlines
    for row in found.headlines:
        assert [row[f"{side}_page"] for side in ("first", "second")] == [
            7 if row[f"{side}_quote"] else None for side in ("first", "second")
        ]
    assert {row["first_page"] for row in opened.area("湖北").headlines} == {None}


def test_who_answers_is_told(graph: str, run: Run) -> None:
    """As the relations of the graph have it, by the documents that speak for the place."""
    rows = policygraph.open(graph).area("湖北").duties
    told = json.loads(run("area", "湖北", "-f", "json", "-g", graph).out)["duties"]
    assert [(row["name"], row["who"]) for row in rows] == [(row["name"], row["who"]) for row in told]
    assert ("汉江量子谷二期", "湖北投资集团") in {(row["name"], row["who"]) for row in rows}


def test_the_published_place_has_every_part(run: Run) -> None:
    """Zhengzhou's promises, headlines, changes, projects, platforms and industries."""
    done = run("area", "zhengzhou")
    assert done.code == 0
    assert done.out.startswith("郑州  ")
    assert all("(none)" not in _section(done.out, part) for part in PARTS[:-1])
