"""Markup in a text goes into no name, so that the check of a build holds."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from command import spawn

if TYPE_CHECKING:
    from pathlib import Path

_REPORT = """---
issued: 2025
title: x
publisher: "<b>郑州市</b> <人民政府>"
---
# 郑州市2025年政府工作报告
今年PM<sub>2.5</sub>平均浓度下降3%，新增<b>高新技术</b>企业5家。推进A<B中心建设，加快建设&nbsp;**中原科技城**，PM2.5<35微克天数达到300天。
"""


def test_a_build_of_markdown_with_html_passes_its_own_check(tmp_path: Path) -> None:
    """Tags are read away, other angle brackets are full-width in names; the quotes stay word for word."""
    (tmp_path / "report.md").write_text(_REPORT, encoding="utf-8")
    assert spawn("build", "-q", "report.md", "-o", "out", cwd=tmp_path).code == 0
    checked = spawn("check", "-g", "out/graph.nq", cwd=tmp_path)
    assert checked.code == 0, checked
    facts = _column(tmp_path, "facts", "indicator", "quote")
    assert facts["PM2.5平均浓度降幅"] == "今年PM<sub>2.5</sub>平均浓度下降3%"
    assert facts["新增高新技术企业数"] == "新增<b>高新技术</b>企业5家"
    assert facts["PM2.5＜35微克天数"] == "PM2.5<35微克天数达到300天"
    names = _column(tmp_path, "mentions", "entity", "surface")
    assert names == {"A＜B中心": "A<B中心", "中原科技城": "中原科技城"}


def _column(folder: Path, table: str, key: str, value: str) -> dict[str, str]:
    with (folder / "out" / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row[key]: row[value] for row in csv.DictReader(file)}
