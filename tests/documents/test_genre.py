"""What sort of document it is tells what a bare figure is."""

from __future__ import annotations

import pytest

from policygraph.documents import document, genre


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2025年湖北省政府工作报告", "report"),
        ("香港特别行政区行政长官2023年施政报告", "report"),
        ("云阳县2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", "report"),
        ("2020年鄄城县国民经济和社会发展统计公报", "bulletin"),
        ("2024年上半年全市经济运行情况", "bulletin"),
        ("1-11月全县主要经济指标完成情况", "bulletin"),
        ("关于石桥市2023年民生实事办结情况的通报", "notice"),
        ("2022年《政府工作报告》任务上半年完成情况的通报", "notice"),
        ("石桥市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "plan"),
        ("石桥市“十一五”规划纲要", "plan"),
        ("六安市农业农村局2024年全市农业农村工作要点", "workplan"),
        ("关于印发2024年政府工作报告重点工作任务分工的通知", "workplan"),
        ("石桥县稳增长行动方案", "workplan"),
        ("双井街道2024年重点工作", "workplan"),
        ("一季度全市经济开门红", "report"),
    ],
)
def test_a_title_tells_the_genre(title, kind):
    """In the words by which such documents are called."""
    assert genre.infer(title, [], "") == kind


def test_news_is_told_by_where_it_comes_from():
    """By 本报讯 or by a newspaper that is named as the source."""
    assert genre.infer("宿州：夯基础 稳产能", [], "2024-04-12 来源：掌握宿州APP\n今年以来，我市抓好生产。") == "news"
    assert genre.infer("全市经济开门红", [], "本报讯 上半年，全市地区生产总值增长5%。") == "news"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "# 石桥县2023年国民经济和社会发展统计公报\n\n全年地区生产总值100亿元，增长5%。",
            [("outcome", 2023, 10_000_000_000), ("outcome", 2023, 5)],
        ),
        (
            "# 石桥市国民经济和社会发展第十四个五年规划纲要\n\n地区生产总值年均增长6%左右。",
            [("target", 2025, 6)],
        ),
        (
            "# 石桥县2024年工作要点\n\n新增高标准农田3万亩。",
            [("target", 2024, 30_000)],
        ),
        (
            "# 石桥市2022年《政府工作报告》任务上半年完成情况的通报\n\n1.全年新建社区食堂40家。上半年，建成社区食堂26家。",
            [("target", 2022, 40), ("outcome", 2022, 26)],
        ),
        (
            "# 石桥市2023年民生实事办结情况的通报\n\n税收任务320万元，实际完成355万元。",
            [("target", 2023, 3_200_000), ("outcome", 2023, 3_550_000)],
        ),
        (
            "# 石桥市经济稳中有进\n2023-07-20 来源：石桥日报\n\n本报讯 全市社会消费品零售总额同比增长7%。",
            [("outcome", 2023, 7)],
        ),
    ],
)
def test_the_genre_says_what_a_bare_figure_is(text, facts, tmp_path):
    """A bulletin reports, a plan sets its end, a notice gives the task and what came of it, news tells of its own year."""
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.reader import read

    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    found = read(document.read(path), names=Names()).facts
    assert [(fact.kind.value, fact.year, fact.value) for fact in found] == facts


@pytest.mark.parametrize(
    ("title", "lines", "body", "words"),
    [
        ("石桥县2023年统计公报", [], "", "统计公报"),
        ("石桥县", ["# 石桥县2023年统计公报"], "", "统计公报"),
        ("", [], "“十二五”时期，全县奋勇争先。", "“十二五”时期"),
        ("全市经济开门红", [], "本报讯 上半年增长5%。", "本报讯"),
        ("全市经济开门红", [], "上半年增长5%。", ""),
    ],
)
def test_the_words_that_tell_the_genre_are_known(title, lines, body, words):
    """No words where it was taken for a report since nothing tells."""
    assert words in genre.words(title, lines, body)
    assert bool(words) == bool(genre.words(title, lines, body))


def test_a_given_genre_decides_what_a_bare_figure_is(tmp_path):
    """The same words set a target as a report, and tell a result as a bulletin."""
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.reader import read

    path = tmp_path / "a.md"
    text = "---\ngenre: 统计公报\n---\n# 石桥县2024年经济\n\n新增高标准农田3万亩。\n"
    path.write_text(text, encoding="utf-8")
    given, other = document.read(path), document.read(path, genre="Work report")
    assert (given.genre, "genre" in given.inferred, other.genre) == ("bulletin", False, "report")
    kinds = [[fact.kind for fact in read(found, names=Names()).facts] for found in (given, other)]
    assert kinds == [["outcome"], ["target"]]
