"""What nobody gave is inferred, and said to be."""

from __future__ import annotations

import pytest

from policygraph.documents import document, metadata


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("2025年湖北省政府工作报告\n来源：湖北日报\n各位代表：\n", "2025年湖北省政府工作报告"),
        ("政府工作报告摘编\n\n# 2025\n\n# 谱写 新篇章\n\n正文。", "谱写 新篇章"),
        ("政府工作报告之实践\n# 挑大梁、走在前\n正文。", "挑大梁、走在前"),
        ("政府工作报告里的“实践”：\n\n正文。", "政府工作报告里的“实践”"),
        ("政 府 工 作 报 告\n各位代表：\n", "政府工作报告"),
        ("——2025年1月15日在会议上\n**政府工作报告**\n", "政府工作报告"),
        ("本报讯 记者报道\n全市经济稳中有进\n", "全市经济稳中有进"),
        ("各位代表：\n一、2009年工作回顾\n", "stem"),
        ("各位代表：\n正文。\n# 后记\n", "后记"),
        ("今年新增高新技术企业1000家以上。\n", "stem"),
        ("一、2024年工作回顾\n正文。", "stem"),
        ("去年完成投资；今年继续\n", "stem"),
        ("", "stem"),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_one(body, title):
    """A Markdown heading before others; no greeting, section, date, source or sentence; else the file's stem."""
    assert metadata.complete({}, body, "stem").title == title


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        ("2025年湖北省政府工作报告\n来源 : 湖北日报\n我代表省人民政府", "湖北日报"),
        ("石桥县统计公报\n发布机构：石桥县统计局 发布日期：2025-03-20\n", "石桥县统计局"),
        ("政府工作报告\n来源：石桥市政府 更新时间：2012-04-14", "石桥市政府"),
        ("政府工作报告\n2012-02-28 11:43 作者：未知 来源：某某网\n", "某某网"),
        ("政府工作报告\n来源：石桥日报 2024-03-02 10:11\n", "石桥日报"),
        ("政府工作报告\n【发文机关】石桥市发展改革委 【成文日期】2024-01-02\n", "石桥市发展改革委"),
        ("政府工作报告\n信息来源：\n石桥\n", ""),
        ("政府工作报告\n来源：未知 发布时间：2024-01-02\n我代表石桥县人民政府报告。", "石桥县人民政府"),
        ("政府工作报告\n来源：本站原创\n", ""),
        ("各位代表：\n现在，我代表国务院，向大会报告。", "国务院"),
        ("上海市\n现在，我代表上海市人民政府，向大会报告。", "上海市人民政府"),
        ("2025年湖北省政府工作报告\n各位代表：\n我代表省人民政府报告。", "湖北省人民政府"),
        ("广西壮族自治区2025年政府工作报告\n各位代表：\n我代表自治区人民政府报告。", "广西壮族自治区人民政府"),
        ("昆山市政府工作报告\n各位代表：\n我代表市人民政府报告。", "昆山市人民政府"),
        ("在第十四届人民代表大会上，省人民政府省长\n我代表省人民政府报告。", ""),
        ("本报记者 某某\n郑州经济稳中有进。", ""),
    ],
)
def test_the_publisher_is_the_source_or_the_government_that_speaks(body, publisher):
    """An unknown newspaper is left open."""
    assert metadata.complete({}, body, "report").publisher == publisher


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("石桥县2024年统计公报_石桥县人民政府门户网站", "<p>全年地区生产总值100亿元。</p>", "石桥县2024年统计公报"),
        ("石桥市人民政府 - 石桥市2025年政府工作报告", "<p>各位代表：</p>", "石桥市2025年政府工作报告"),
        ("石桥日报", "<h1>全市经济开门红</h1><p>正文。</p>", "全市经济开门红"),
        ("石桥县2024年统计公报", "<h1>石桥县人民政府</h1><p>正文。</p>", "石桥县2024年统计公报"),
        ("全市经济开门红-石桥日报", "<p>首页 政务公开 专题</p><p>正文。</p>", "全市经济开门红"),
        ("石桥县", "<p>石桥县2024年统计公报</p><p>正文。</p>", "石桥县2024年统计公报"),
        ("石桥县人民政府网", "<p>正文。</p>", "page"),
    ],
)
def test_a_page_without_a_heading_has_the_title_that_browsers_show(head, body, title, tmp_path):
    """Without the name of the site; a heading that says what sort of document it is, or of the text alone, stands before it."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><head><title>{head}</title></head><body>{body}</body></html>", encoding="utf-8")
    assert document.read(path, issued="2025").title == title


def test_inferred_fields_are_named_in_order():
    """A field that is given, or that nothing tells, is not among them."""
    known = metadata.complete({"area": "郑州", "title": "报告"}, "一、2024年工作回顾", "report")
    assert known.inferred == ("genre", "issued", "level")
    assert (known.title, known.area, known.level, known.issued) == ("报告", "郑州", "city", "2025")
    assert known.publisher == known.source == ""


def test_given_fields_are_kept():
    """What is given is not inferred again, even where the text tells otherwise."""
    given = {
        "title": "甲", "publisher": "乙", "issued": "2020", "area": "丙区", "level": "city", "genre": "news",
        "source": "丁",
    }  # fmt: skip
    known = metadata.complete(given, "2025年湖北省政府工作报告\n我代表省人民政府", "2025")
    assert {name: getattr(known, name) for name in given} == given
    assert known.inferred == ()
