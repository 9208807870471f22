"""Everybody's own words: a folder laid over the words of the ontology, for one build and no other."""

from __future__ import annotations

import csv
import json
import os
import shutil
from itertools import permutations
from pathlib import Path

import pytest

import policygraph
from policygraph import check, pipeline, rdf, resources
from policygraph.errors import LexiconError
from policygraph.extraction.language.names import Names
from policygraph.ledger import derive, pairs, panel
from policygraph.ontology import indicators, own, places
from policygraph.store import open_store

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "lexicon"
TEXT = """---
title: 双沟试验区2025年政府工作报告
area: 双沟试验区
issued: 2025-02-01
---
## 一、2024年工作回顾
2024年，重复投诉量下降到120件，粮食总收成150万吨，新建大棚35垄。建成试验谷一期，实行揭榜领题制。
## 二、2025年工作安排
2025年，重复来访件数控制在100件以内，新建大棚40垄。云谷入驻企业50家，实施“青禾”人才计划。
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A report that uses the words of the example."""
    path = tmp_path / "report.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example, to be spoilt."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "lexicon"))


def build(document: Path, output: Path, **more: object) -> dict[str, bytes]:
    """Return all files of a build by name."""
    policygraph.build(document, output, **{"lexicon": (), **more})
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def table(output: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a table of a build."""
    with (output / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_example_changes_what_is_read(document: Path, tmp_path: Path) -> None:
    """Names are joined and found, terms found, units counted, indicators known by synonyms, and a place has its level."""
    out = tmp_path / "out"
    build(document, out, lexicon=EXAMPLE)
    facts = {(row["indicator"], row["value"], row["unit"]): row["concept"] for row in table(out, "facts")}
    assert facts["重复投诉量", "120", "件"] == facts["重复来访件数", "100", "件"] == "repeat-complaints"
    assert facts["粮食总收成", "1500000", "吨"] == "grain-output"
    assert facts["新建大棚数", "35", "垄"] == ""
    entities = {(row["entity"], row["surface"]) for row in table(out, "mentions")}
    assert entities >= {("云上试验谷", "云谷"), ("青禾计划", "“青禾”人才计划"), ("揭榜领题制", "揭榜领题制")}
    assert {row["area"] for row in table(out, "facts")} == {"双沟试验区"}


def test_without_a_lexicon_none_of_it_is_known(document: Path, tmp_path: Path) -> None:
    """The words of the example are in no list of the ontology; a term may still be found by its form, as 揭榜领题制 is."""
    build(document, tmp_path / "out")
    assert not {row["concept"] for row in table(tmp_path / "out", "facts")} & {"repeat-complaints", "grain-output"}
    assert not {row["entity"] for row in table(tmp_path / "out", "mentions")} & {"云上试验谷", "青禾计划"}


def test_a_graph_with_own_words_keeps_every_promise(document: Path, tmp_path: Path) -> None:
    """Its new indicator is described in the graph itself, with direction and kind, and the shapes hold."""
    built = build(document, tmp_path / "out", lexicon=EXAMPLE)["graph.nq"].decode()
    subject = "<https://w3id.org/policygraph/indicator/repeat-complaints>"
    assert f"{subject} <https://w3id.org/policygraph/ontology#direction>" in built
    assert f'{subject} <http://www.w3.org/2004/02/skos/core#prefLabel> "重复投诉件数"@zh' in built
    texts = {"report": (tmp_path / "out" / "texts" / "report.txt").read_text(encoding="utf-8")}
    assert not check.check(open_store(tmp_path / "out" / "graph.nq"), texts)


def test_a_graph_with_own_indicators_is_read_without_their_lexicon(document: Path, tmp_path: Path) -> None:
    """Who has only the graph has the new indicator by its concept: one row of the panel for each of its years."""
    build(document, tmp_path / "out", lexicon=EXAMPLE)
    corpus = rdf.corpus(open_store(tmp_path / "out" / "graph.nq").quads())
    rows = [row for row in panel.records(corpus, derive(corpus)) if row["concept"] == "repeat-complaints"]
    assert [row["year"] for row in rows] == [2024, 2025]
    assert len({row["indicator"] for row in rows}) == 1


def test_the_coverage_says_by_which_words_was_read(document: Path, tmp_path: Path) -> None:
    """It holds a digest of what the words say, wherever their folder is; none for a build without."""
    moved = shutil.copytree(EXAMPLE, tmp_path / "elsewhere")
    said = [
        json.loads(build(document, tmp_path / str(number), lexicon=folders)["coverage.json"])["lexicon"]
        for number, folders in enumerate([(), EXAMPLE, moved])
    ]
    assert said[0] == ""
    assert said[1] == said[2] == own.read([EXAMPLE]).digest


def test_two_builds_in_one_process_do_not_hear_each_other(document: Path, tmp_path: Path) -> None:
    """Without, with, without: the first and the last are the same bytes, and so are two with the same words."""
    first = build(document, tmp_path / "1")
    second = build(document, tmp_path / "2", lexicon=[EXAMPLE])
    third = build(document, tmp_path / "3")
    fourth = build(document, tmp_path / "4", lexicon=[str(EXAMPLE)])
    assert first == third
    assert second == fourth
    assert first["graph.nq"] != second["graph.nq"]


def test_words_are_forgotten_after_a_failure(document: Path, tmp_path: Path) -> None:
    """A build that ends in an error takes its words with it."""
    with pytest.raises(ZeroDivisionError), own.using(own.read([EXAMPLE])):
        assert places.get("双沟试验区") is not None
        raise ZeroDivisionError
    assert places.get("双沟试验区") is None
    assert own.current() == own.Lexicon()


def test_own_words_reach_every_process_and_any_order(document: Path, tmp_path: Path) -> None:
    """The same documents and words give the same graph in one process and in two, in any order."""
    more = tmp_path / "more.md"
    more.write_text(TEXT.replace("2024", "2025").replace("2025年政府", "2026年政府"), encoding="utf-8")
    built = [
        build(list(order), tmp_path / f"{jobs}-{number}", lexicon=EXAMPLE, jobs=jobs)["graph.nq"]
        for jobs in (1, 2)
        for number, order in enumerate(permutations([document, more]))
    ]
    assert len(set(built)) == 1
    assert b"repeat-complaints" in built[0]


def test_the_environment_names_folders(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """POLICYGRAPH_LEXICON is heard where no folder is given, and only there."""
    given = build(document, tmp_path / "given", lexicon=EXAMPLE)
    monkeypatch.setenv("POLICYGRAPH_LEXICON", os.pathsep.join([str(EXAMPLE), ""]))
    assert build(document, tmp_path / "heard", lexicon=None) == given
    assert build(document, tmp_path / "none") != given


def test_the_published_graph_does_not_hear_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is what the embedded sources say by their own names, on any machine."""
    monkeypatch.setenv("POLICYGRAPH_LEXICON", str(EXAMPLE))
    pipeline.publish(tmp_path / "graph.nq")
    assert (tmp_path / "graph.nq").read_bytes() == (resources.graph() / "zhengzhou.nq").read_bytes()


def test_a_later_folder_goes_before_an_earlier_one(tmp_path: Path) -> None:
    """Where two folders and the national list speak of one name, the last one is heard."""
    for number, english in enumerate(("First", "Second")):
        (tmp_path / str(number)).mkdir()
        row = f"name\ttype\tenglish\n“一带一路”\tprogramme\t{english}\n"
        (tmp_path / str(number) / "names.tsv").write_text(row, encoding="utf-8")
    with own.using(own.read([tmp_path / "0", tmp_path / "1"])):
        known = Names().get("一带一路")
    assert known is not None
    assert known.english == "Second"


def test_a_known_indicator_keeps_what_it_has(tmp_path: Path) -> None:
    """Synonyms are added to those of the ontology; label, direction, kind and theme stay."""
    before = indicators.get("grain-output")
    with own.using(own.read([EXAMPLE])):
        after = indicators.get("grain-output")
        assert indicators.find("粮食总收成") == after
    assert set(after.synonyms) == {*before.synonyms, "粮食总收成"}
    assert (after.label, after.direction, after.theme) == (before.label, before.direction, before.theme)


PAIRED = """---
title: 双沟试验区2025年政府工作报告
area: 双沟试验区
issued: 2025-02-01
---
## 2025年工作安排
2025年，建成便民驿站30个，粮食产量达到150万吨。
"""
LATER = """---
title: 双沟试验区2026年政府工作报告
area: 双沟试验区
issued: 2026-02-01
---
## 2025年工作回顾
2025年，建成惠民服务驿站32个，粮食总产达到155万吨。
"""


def verdicts(tmp_path: Path, output: str, **more: object) -> dict[str, str]:
    """Return the verdicts on the targets of 2025 by indicator."""
    paths = [tmp_path / "plan.md", tmp_path / "later.md"]
    for path, text in zip(paths, (PAIRED, LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    build(paths, tmp_path / output, **more)
    rows = table(tmp_path / output, "ledger")
    return {row["indicator"]: row["b_quote"] for row in rows if row["relation"] == "assessed_by"}


def test_pairs_join_and_part_indicators_in_the_ledger(tmp_path: Path) -> None:
    """便民驿站 is assessed by 惠民服务驿站 where they are said to be the same; 粮食产量 by 粮食总产 unless it is said not to be."""
    without, given = verdicts(tmp_path, "without"), verdicts(tmp_path, "given", lexicon=EXAMPLE)
    stations = next(name for name in without if "驿站" in name)
    assert without[stations] == ""
    assert "惠民服务驿站32个" in given[stations]
    assert "155万吨" in without["粮食产量"]
    assert given["粮食产量"] == ""


def test_the_same_as_the_same_is_the_same() -> None:
    """Groups are closed, and a pair that a later row says to be different is no longer the same."""
    row = {"one": "甲率", "other": "乙率", "relation": "same"}
    rows = [row, {**row, "one": "丙率"}, {**row, "one": "丁率"}, {**row, "one": "丁率", "relation": "different"}]
    lexicon = own.Lexicon((("pairs", tuple(own.Row(Path("pairs.tsv"), 2, tuple(row.items())) for row in rows)),))
    with own.using(lexicon):
        assert pairs.same() == (("丙率", "乙率", "甲率"),)
        assert pairs.different("丁率") == ("乙率",)
    assert pairs.same() == ()


MISTAKES = {
    "unknown column": ("names.tsv", "name\ttype\tenglsh\nA\tproject\tx\n", "names.tsv:1: unknown column 'englsh'"),
    "missing column": ("names.tsv", "name\tenglish\nA\tx\n", "names.tsv:1: the column type is missing"),
    "column twice": ("terms.tsv", "term\ttype\ttype\n", "terms.tsv:1: the column type stands there twice"),
    "no tabs": ("terms.tsv", "term type\nA project\n", "terms.tsv:1: unknown column 'term type'"),
    "missing tab": ("terms.tsv", "term\ttype\n甲\tproject\n乙 project\n", "terms.tsv:3: 1 cells instead of 2"),
    "wrong type": ("terms.tsv", "term\ttype\n甲\tproyect\n", "terms.tsv:2: type 'proyect' must be one of"),
    "wrong level": ("places.tsv", "name\tlevel\twithin\n甲区\ttown\t郑州\n", "places.tsv:2: level 'town' must be one"),
    "empty": ("terms.tsv", "term\ttype\n\tproject\n", "terms.tsv:2: term is empty"),
    "twice": ("terms.tsv", "term\ttype\n甲\tproject\n\n甲\tevent\n", "terms.tsv:4: 甲 stands in line 2 already"),
    "alias of another": (
        "names.tsv", "name\ttype\taliases\n甲谷\tproject\t\n乙谷\tproject\t“甲谷”\n",
        "names.tsv:3: 甲谷 stands in line 2 already",
    ),
    "unseen character": ("terms.tsv", "term\ttype\n甲\u200b\tproject\n", "terms.tsv:2: term '甲\\u200b' holds"),
    "unknown table": ("name.tsv", "name\n", "name.tsv: no table of a lexicon; did you mean names.tsv?"),
    "place within nothing": ("places.tsv", "name\tlevel\twithin\n甲区\tcounty\t乙\n", "places.tsv:2: 甲区 lies within 乙"),
    "place within itself": ("places.tsv", "name\tlevel\twithin\n甲区\tcounty\t甲区\n", "places.tsv:2: 甲区 lies within"),
    "new indicator not whole": ("indicators.tsv", "id\tlabel\nnew-one\t甲数\n", "indicators.tsv:2: new-one is new, and"),
    "direction against the ontology": (
        "indicators.tsv", "id\tdirection\ngrain-output\tless\n", "indicators.tsv:2: grain-output is known with the",
    ),
    "pair twice": (
        "pairs.tsv", "one\tother\trelation\n甲数\t乙数\tsame\n乙数\t甲数\tdifferent\n", "pairs.tsv:3: 乙数 and 甲数 stands",
    ),
    "unit with digits": ("units.tsv", "unit\tkind\n5个\tcount\n", "units.tsv:2: unit '5个' must be a unit without"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_and_line(mistake: str, document: Path, folder: Path, tmp_path: Path) -> None:
    """One line says where it is and what to do, and nothing is written."""
    name, content, message = MISTAKES[mistake]
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        policygraph.build(document, tmp_path / "out", lexicon=folder)
    assert str(caught.value).startswith(f"{folder}{os.sep}{message}")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_wrong_encoding_is_told_with_its_line(folder: Path) -> None:
    """Files are UTF-8, with or without a byte order mark; a spreadsheet's lines may end with CR LF."""
    path = folder / "terms.tsv"
    path.write_bytes(b"term\ttype\n" + "甲谷\tproject\n".encode("gb18030"))
    with pytest.raises(LexiconError, match=r"terms\.tsv:2: is not in UTF-8; save it as UTF-8"):
        own.read([folder])
    path.write_bytes("\ufeffterm\ttype\r\n甲谷\tproject\r\n".encode())
    assert [dict(row.cells) for row in own.read([folder]).rows("terms")] == [{"term": "甲谷", "type": "project"}]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """A folder that is missing, or has no table, is no lexicon."""
    with pytest.raises(LexiconError, match="missing: cannot be read"):
        own.read([tmp_path / "missing"])
    with pytest.raises(LexiconError, match="no lexicon: it has none of"):
        own.read([tmp_path])
