"""The same text from two sites, or a report and its reprint, is one text; what only resembles it is not."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from itertools import permutations

import policygraph
from policygraph.documents import collect, copies
from policygraph.ledger import derive
from policygraph.pipeline import corpus
from policygraph.statements import UNKNOWN

# Sentences of a long report, each with a figure of its own.
THEMES = (
    "粮食",
    "汽车",
    "充电桩",
    "公园",
    "学校",
    "医院",
    "公路",
    "绿道",
    "企业",
    "就业",
    "实验室",
    "仓库",
    "厂房",
    "码头",
    "桥梁",
)


def _report(year: int, seed: int = 0) -> str:
    number = random.Random(year * 100 + seed)  # noqa: S311 - no secret
    lines = [
        f"湖北省{year}年政府工作报告",
        "各位代表：",
        f"现在，我代表湖北省人民政府，向大会报告工作。今年是{year}年。",
    ]
    lines += [
        f"今年，全省各地将在{theme}方面新建{theme}{number.randrange(100, 999)}个，并且改造{theme}{number.randrange(100, 999)}个。"
        for theme in THEMES
    ]
    return "\n".join(lines)


def _written(folder, **texts):
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_reprint_is_known_though_a_page_stands_around_it(tmp_path):
    """Other line breaks, a menu before it and a line left out; that of another year is another text."""
    text = _report(2025)
    reprint = "首页 新闻 政务\n来源：湖北日报\n" + text.replace("。", "。\n\n").replace("今年是2025年。", "")
    folder = _written(tmp_path / "in", a=text, b=reprint, c=_report(2026), d=_report(2025, seed=1))
    assert copies.of(collect([folder])) == {"b": "a"}


def test_the_original_is_the_same_in_any_order(tmp_path):
    """The first that names its place, then the earliest, then the first by name; nobody is a copy of a copy."""
    one, two, three = collect([_written(tmp_path / "in", a=_report(2025), b=_report(2025), c=_report(2025))])
    told = (replace(one, area=UNKNOWN), replace(two, issued="2025-02-01"), replace(three, issued="2025-01-01"))
    for order in permutations(told):
        assert copies.of(order) == {"a": "c", "b": "c"}
    assert copies.of([one]) == {}


def test_short_texts_are_copies_only_where_they_are_equal(tmp_path):
    """Of texts of one form, one number is all the difference."""
    text = "湖北省2025年政府工作报告\n今年，新增就业{}万人。\n"
    folder = _written(tmp_path / "in", a=text.format(70), b=text.format(71), c=text.format(70) + "\n")
    assert copies.of(collect([folder])) == {"c": "a"}


def test_no_statement_is_doubled_in_the_ledger_and_what_differs_still_shows(tmp_path):
    """The ledger with a copy is that of the original alone, but for a figure that the copy has otherwise."""
    text = _report(2025)
    first = text.index("新建粮食") + len("新建粮食")
    changed = f"{text[:first]}7{text[first + 1 :]}"
    assert changed != text
    alone = derive(corpus([_written(tmp_path / "alone", a=text)]))
    both = corpus([_written(tmp_path / "both", a=text, b=text)])
    assert [reading.document.copy_of for reading in both.readings] == ["", "a"]
    assert len(both.readings[1].facts) == len(both.readings[0].facts) > 10
    assert derive(both) == alone
    differing = derive(corpus([_written(tmp_path / "differing", a=text, b=changed)]))
    assert {row.relation for row in differing} > {row.relation for row in alone}
    assert not any(row.relation == "restated" for row in differing)


def test_a_copy_is_told_in_the_table_and_in_the_graph(tmp_path):
    """By the name of the original."""
    folder = _written(tmp_path / "in", a=_report(2025), b=_report(2025))
    summary = policygraph.build(folder, tmp_path / "out")
    with (summary.tables / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["document"]: row for row in csv.DictReader(file)}
    assert (rows["a"]["copy_of"], rows["b"]["copy_of"], rows["b"]["why"]) == ("", "a", "has the text of a")
    graph = summary.graph.read_text(encoding="utf-8")
    assert "document/b> <http://purl.org/dc/terms/isVersionOf> <https://w3id.org/policygraph/document/a>" in graph
