"""Which entities and facts belong to one policy measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import documents, extraction
from policygraph.extraction import Names

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: 测试市2025年政府工作报告\npublisher: 测试市人民政府\nissued: 2025-01-16\narea: 测试市\nlevel: city\n---\n\n"


def links(tmp_path: Path, body: str) -> set[tuple[str, str, str]]:
    """Return the links of a report: entity, the fact as written, strength."""
    path = tmp_path / "plan.md"
    path.write_text(f"{HEAD}## 二、2025年重点任务\n\n{body}\n", encoding="utf-8")
    reading = extraction.read(documents.read(path), names=Names(enabled=False))
    written = {fact.id: fact.written for fact in reading.facts}
    return {(link.entity, written[link.fact], link.strength) for link in reading.links}


def test_what_stands_in_one_sentence_is_one_measure(tmp_path: Path) -> None:
    """The project is built, the figure is to follow from it."""
    found = links(tmp_path, "今年，开工建设测试谷二期项目，新增高新技术企业500家以上。")
    assert ("测试谷二期项目", "500家以上", "sentence") in found or ("测试谷二期", "500家以上", "sentence") in found


def test_a_semicolon_parts_measures(tmp_path: Path) -> None:
    """A list of measures is no measure."""
    found = links(tmp_path, "今年，开工建设测试谷二期项目；新增高新技术企业500家以上。")
    assert not [link for link in found if link[0].startswith("测试谷二期")]


def test_a_full_stop_parts_measures(tmp_path: Path) -> None:
    """Nearness alone is no link."""
    found = links(tmp_path, "今年，开工建设测试谷二期项目。新增高新技术企业500家以上。")
    assert not [link for link in found if link[0].startswith("测试谷二期")]


def test_a_heading_that_names_an_entity_reaches_into_its_paragraph(tmp_path: Path) -> None:
    """Its figures hang on it, paragraph by paragraph, until the next heading."""
    body = "### （一）建设中原测试产业园\n\n今年，新增高新技术企业500家以上。\n\n### （二）改善民生\n\n新增城镇就业10万人。"
    found = links(tmp_path, body)
    assert ("中原测试产业园", "500家以上", "paragraph") in found
    assert not [link for link in found if link[1] == "10万人" and link[0] == "中原测试产业园"]


def test_the_subject_of_a_figure_is_not_that_of_the_next(tmp_path: Path) -> None:
    """建筑业 grows by itself; research is not its."""
    found = links(tmp_path, "今年，建筑业总产值增长8%以上，全社会研发投入强度达到3%。")
    assert not [link for link in found if link[0] == "建筑业" and link[1] == "3%"]


def test_a_count_of_projects_speaks_of_those_that_its_paragraph_names(tmp_path: Path) -> None:
    """Of all projects, that is: a figure of car parks says nothing of a valley, nor a figure of another paragraph."""
    found = links(tmp_path, "今年，实施省市重点项目320个。开工建设测试谷二期。")
    assert ("测试谷二期", "320个", "paragraph") in found
    for other in (
        "今年，新建公共停车场项目320个。开工建设测试谷二期。",
        "今年，实施省市重点项目320个。\n\n开工建设测试谷二期。",
    ):
        assert not [link for link in links(tmp_path, other) if link[1] == "320个"]


def test_what_is_planned_is_no_part_of_what_was_counted(tmp_path: Path) -> None:
    """Last year's projects are not those of this year."""
    assert not links(tmp_path, "去年，实施省市重点项目320个。今年，开工建设测试谷二期。")


def test_a_figure_speaks_of_what_its_paragraph_names_near_it(tmp_path: Path) -> None:
    """In a text without line ends a count reaches as far as a long paragraph does, and no farther."""
    near = links(tmp_path, "今年，开工建设测试谷二期项目。新建项目5个。")
    assert ("测试谷二期", "5个", "paragraph") in near
    assert not links(tmp_path, "今年，开工建设测试谷二期项目。" + "经济运行平稳。" * 300 + "新建项目5个。")


def test_a_heading_reaches_the_figures_soon_below_it(tmp_path: Path) -> None:
    """A line of thousands of sentences below a heading is not all about it."""
    path = tmp_path / "plan.md"
    path.write_text(f"{HEAD}## 中原科技城\n\n" + "新增企业5家。" * 3000, encoding="utf-8")
    reading = extraction.read(documents.read(path), names=Names(enabled=False))
    reach = [link.passage.end - link.passage.start for link in reading.links]
    assert 0 < len(reach) < len(reading.facts)
    assert max(reach) <= 10_000
