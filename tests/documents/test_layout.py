"""Layout: from text as printed to headings and whole paragraphs, with every offset kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.documents.layout import Block, Role, blocks, explains_words, passage
from policygraph.statements import Document, Level


def _document(text: str) -> Document:
    return Document("d", text, "", "", "2025", "郑州", Level.CITY, "", "")


def _blocks(text: str) -> tuple[Block, ...]:
    return blocks(_document(text))


_COLUMN = (
    "创新发展已成为郑州中心城\n市现代化建设的主旋律。\n2024年，郑州深入推进省\n"
    "科学院建设，累计落地科\n研大院大所 8家、一流大\n学郑州研究院 8 个。"
)


def test_a_column_of_newspaper_text_is_one_paragraph() -> None:
    """Line ends and blanks inside words are gone."""
    (block,) = _blocks(_COLUMN)
    assert block.text.startswith("创新发展已成为郑州中心城市现代化建设")
    assert "科研大院大所8家、一流大学郑州研究院8个" in block.text


def test_a_paragraph_that_a_page_breaks_is_one() -> None:
    """A paragraph without its full stop goes on behind the blank line."""
    found = _blocks("高水平建设图灵小镇，打造全国\n\nAIGC产业发展先行区，规模突破500亿元。\n\n下一段。")
    assert [block.text for block in found] == [
        "高水平建设图灵小镇，打造全国AIGC产业发展先行区，规模突破500亿元。",
        "下一段。",
    ]


def test_paragraphs_of_a_report_stay_apart() -> None:
    """A report on the web keeps a paragraph on a line; none is joined to the next."""
    found = _blocks("2025年湖北省政府工作报告\n来源：湖北日报\n各位代表：\n现在，我代表省人民政府报告工作。")
    assert [block.role for block in found] == [Role.HEADING, Role.FURNITURE, Role.PARAGRAPH, Role.PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("### 3. 聚焦转型升级 加快发展", "聚焦转型升级加快发展"),
        ("一、2024年工作回顾", "2024年工作回顾"),
        ("（三）加快建设现代化产业体系", "加快建设现代化产业体系"),
        ("关键词【创新发展】", "创新发展"),
        ("关键词【稳中求进】 【郑州实践】", "稳中求进"),
        ("稳中求进", "稳中求进"),
    ],
)
def test_headings(line: str, title: str) -> None:
    """A heading stands above the paragraphs that follow, without its number or mark."""
    found = _blocks(f"{line}\n\n地区生产总值增长5%，就业稳定。")
    assert found[0].role is Role.HEADING
    assert found[1].headings == (title,)


def test_a_heading_in_its_paragraph() -> None:
    """The first clause behind a dash or number is the heading of its paragraph."""
    found = _blocks("一、工作回顾\n——经济运行持续向好。地区生产总值增长5.8%。\n各位代表，成绩来之不易。")
    assert [block.headings[-1] for block in found[1:]] == ["经济运行持续向好", "工作回顾"]


def test_a_label_of_the_layout_is_no_theme() -> None:
    """【郑州实践】 stands under every theme and so is none."""
    text = "稳中求进\n\n【郑州实践】\n\n经济增长5%，稳。\n\n创新引领\n\n【郑州实践】\n\n研发投入3%，强。"
    assert [block.headings for block in _blocks(text) if block.role is Role.PARAGRAPH] == [("稳中求进",), ("创新引领",)]


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 王红",
        "（上接一版）",
        "来源：湖北日报",
        "市民在此游玩。 本报记者 李新华 摄",
        "首页 政务公开 今日访问：12345人次",
        "浏览次数：8888次 【字体：大 中 小】",
        "主办：某市人民政府 网站标识码：3300000012 浙ICP备05000001号",
        "当前位置：首页 > 政府信息公开 > 规划计划",
    ],
)
def test_page_furniture(line: str) -> None:
    """Bylines, credits, turn-overs, and the frame of a page are no text."""
    assert _blocks(f"{line}\n\n正文在此，如此而已。")[0].role is Role.FURNITURE


def test_a_line_about_visits_is_text() -> None:
    """A report of how many people came to a library counts no visits of its page."""
    (block,) = _blocks("图书馆全年接待访客120万人次，线上访问量达到300万次，浏览展品的人更多。")
    assert block.role is Role.PARAGRAPH


def test_rows_of_a_table_are_blocks_of_their_own() -> None:
    """Each row keeps the marks between its cells, loses its blanks, and is joined to no paragraph before or behind."""
    text = "主要指标如下，\n| 指标 | 2025年 |\n|---|---|\n| 粮食 产量<br>（万吨） | 5,000 |\n并保持稳定。\n"
    found = _blocks(text)
    assert [(block.role, block.text) for block in found] == [
        (Role.PARAGRAPH, "主要指标如下，"),
        (Role.ROW, "|指标|2025年|"),
        (Role.ROW, "|---|---|"),
        (Role.ROW, "|粮食产量（万吨）|5,000|"),
        (Role.PARAGRAPH, "并保持稳定。"),
    ]
    for block in found:
        assert all(text[at] == char for char, at in zip(block.text, block.offsets, strict=True))


def test_rows_without_marks_at_their_ends_are_known_by_the_rule() -> None:
    """A line with a mark in it is no row where no rule stands below the head."""
    assert [block.role for block in _blocks("指标 | 2025年\n--- | ---\n粮食 | 5万吨\n")] == [Role.ROW] * 3
    assert Role.ROW not in {block.role for block in _blocks("粮食 | 5万吨，增产1%。\n油料 | 2万吨，减产。\n")}


def test_a_note_behind_a_word_of_a_row_is_left_out_and_a_figure_in_brackets_is_not() -> None:
    """[14] in a cell of its own is a total of five years."""
    assert [block.text for block in _blocks("| 用水量下降[1] | [14] |\n")] == ["|用水量下降|[14]|"]


def test_a_second_article_begins_behind_its_turn_over() -> None:
    """（上接一版） begins an article of its own, under none of the headings before."""
    found = _blocks("# 甲\n\n第一篇，正文。\n\n（上接一版）\n\n第二篇，正文。")
    assert [(b.article, b.headings) for b in found if b.role is Role.PARAGRAPH] == [(0, ("甲",)), (1, ())]


def test_the_glossary_explains_words() -> None:
    """What stands under 名词解释 says nothing new, numbered entries included."""
    found = _blocks(
        "一、工作回顾\n\n新建充电桩3个，完成。\n\n名词解释\n\n1.两重：国家重大战略，国家安全能力。\n\n2.两新：设备更新，以旧换新。"
    )
    assert [explains_words(b) for b in found if b.role is Role.PARAGRAPH] == [False, True, True]


def test_front_matter_is_left_out() -> None:
    """Metadata above a text are no text."""
    assert [block.text for block in _blocks("---\ntitle: 甲\n---\n\n正文，在此。")] == ["正文，在此。"]


@given(st.text(alphabet="甲乙，。 \n\u3000ABc1％（）【】#—一、\u200b", max_size=80))
def test_every_character_keeps_its_offset(text: str) -> None:
    """Whatever the text, a passage of a block is the text at its offsets, and the blocks run on in order."""
    document = _document(text)
    last = -1
    for block in blocks(document):
        assert len(block.text) == len(block.offsets)
        assert list(block.offsets) == sorted(block.offsets)
        if block.role is not Role.FURNITURE:
            assert block.offsets[0] > last
        whole = passage(document, block, 0, len(block.text))
        assert whole.quote == text[whole.start : whole.end]
        last = max(last, block.offsets[0])
