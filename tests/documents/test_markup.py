"""The text of an HTML page is what a reader sees, a line for each block."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.documents import markup
from policygraph.errors import DocumentError

PATH = Path("report.html")


def _text(html: str) -> str:
    return markup.read(PATH, html).text


def test_headings_get_markdown_marks():
    """The level of a heading is kept, whatever stands inside of it."""
    assert _text("<h1>政府工作报告</h1><h3>一、<b>回顾</b><br>2024年</h3><p>正文</p>") == (
        "# 政府工作报告\n### 一、回顾 2024年\n正文\n"
    )


def test_what_is_not_shown_is_left_out():
    """Scripts, styles, navigation, templates, comments and hidden elements are no text of the document."""
    html = (
        "<!doctype html><html><head><title>首页</title><style>p{}</style></head><body><nav>导航</nav>"
        "<script>var a = '脚本';</script><template>模板</template><!-- 注释 --><p hidden>藏</p>"
        '<p style="display: none">隐</p><noscript>请启用</noscript><?php x ?><p>正文</p></body></html>'
    )
    assert _text(html) == "正文\n"


def test_items_of_a_list_have_the_number_or_the_bullet_that_a_browser_shows():
    """So that each stands alone: an item without a full stop goes on with none before it. One with its own number keeps it."""
    html = "<ol><li>新增10家</li><li><p>建成5个</p><p>并投用</p></li></ol><ul><li>（3）开通2条</li><li><b>改造</b>4处</li></ul>"
    assert _text(html) == "1. 新增10家\n2. 建成5个\n并投用\n（3）开通2条\n• 改造4处\n"


def test_the_foot_of_a_page_is_left_out():
    """Copyright, registration and links beside the text are no text of the document."""
    assert _text("<body><p>正文</p><aside>相关链接</aside><footer>版权所有 2025</footer></body>") == "正文\n"


def test_a_head_without_an_end_does_not_swallow_the_body():
    """The end tag of head may be left out in HTML."""
    assert _text("<html><head><title>题</title><body><p>正文</p></body></html>") == "正文\n"
    assert _text("<head><title>题</title><p>正文") == "正文\n"


def test_blocks_and_breaks_end_lines_and_inline_elements_do_not():
    """A line is a paragraph, not a piece of the source."""
    html = "<div>甲<p>增长<b>6%</b><span>左右</span>，<br>保持\n  稳定</p>乙</div>"
    assert _text(html) == "甲\n增长6%左右，\n保持稳定\n乙\n"


def test_a_line_break_in_the_source_is_a_blank_between_latin_words_only():
    """Chinese words have no blanks between them."""
    assert _text("<p>中原\n科技城 Zhongyuan\nScience City</p>") == "中原科技城 Zhongyuan Science City\n"


def test_lists_give_a_line_for_each_item():
    """Items stay apart."""
    assert _text("<ul><li>新增10家<li>建成5个</ul><dl><dt>指标<dd>6%</dl>") == "• 新增10家\n• 建成5个\n指标\n6%\n"


def test_a_table_of_figures_gives_a_line_for_each_row():
    """Cells stand beside each other, also where an editor put a paragraph into each."""
    html = "<table><tr><th>指标</th><th>目标</th></tr><tr><td><p>粮食产量</p></td><td><p>130亿斤</p></td></tr></table>"
    assert _text(html) == "| 指标 | 目标 |\n| 粮食产量 | 130亿斤 |\n\n"


def test_a_page_laid_out_as_a_table_keeps_its_paragraphs():
    """Old pages put the whole article into one cell."""
    assert _text("<table><tr><td>左栏</td><td><p>甲。</p><p>乙。</p></td></tr></table>") == "左栏\n甲。\n乙。\n"


def test_preformatted_text_keeps_its_lines():
    """In pre a line end is a line end."""
    assert _text("<pre>甲\n\n乙  丙\n</pre>丁") == "甲\n乙 丙\n丁\n"


def test_entities_are_characters():
    """Markup that is escaped is text."""
    assert _text("<p>3&lt;5 &amp; &#20108;&nbsp;</p>") == "3<5 & 二\xa0\n"


def test_xhtml_is_read_without_a_warning():
    """An XML declaration does not make a page unreadable (warnings are errors in these tests)."""
    assert _text('<?xml version="1.0" encoding="utf-8"?><html xmlns="x"><body><p>正文</p></body></html>') == "正文\n"
    assert _text("http://example.org/") == "http://example.org/\n"


def test_deep_nesting_is_no_end():
    """A page may be nested deeper than Python's stack."""
    assert _text("<div>" * 3000 + "深" + "</div>" * 3000) == "深\n"


@given(st.text(alphabet="<>!-[]/ap h1td='\"甲乙 \n&;#?", max_size=80))
def test_any_markup_gives_the_same_lines_twice(html):
    """Broken markup is read, always in the same way, and no line is blank."""
    try:
        text = _text(html)
    except DocumentError:
        return
    assert text == _text(html)
    assert all(line.strip(" ") for line in text.splitlines())


@pytest.mark.parametrize("html", ["<![foo", "<!", "<![CDATA[", "</", "<a b='"])
def test_broken_markup_is_text_or_a_document_error(html):
    """No page ends the program with anything else."""
    try:
        _text(html)
    except DocumentError as error:
        assert "report.html" in str(error)


def _table(rows: str) -> str:
    return _text(f"<p>前</p><table>{rows}</table><p>后</p>")


def test_merged_cells_are_repeated_in_all_rows_and_columns_that_they_span():
    """Each row stands alone: whoever reads it sees its group and the head of its column."""
    rows = (
        '<tr><th rowspan="2">类别</th><th rowspan="2">指标</th><th colspan="2">指标值</th></tr>'
        "<tr><th>2020年</th><th>2025年</th></tr>"
        '<tr><td rowspan="2">绿色</td><td>覆盖率（%）</td><td>33</td><td>35</td></tr>'
        '<tr><td>用水（亿立方米）</td><td colspan="2">12</td></tr>'
    )
    assert _table(rows) == (
        "前\n"
        "| 类别 | 指标 | 指标值 | 指标值 |\n"
        "| 类别 | 指标 | 2020年 | 2025年 |\n"
        "| 绿色 | 覆盖率（%） | 33 | 35 |\n"
        "| 绿色 | 用水（亿立方米） | 12 | 12 |\n"
        "\n后\n"
    )


def test_title_and_notes_over_the_whole_width_stand_around_the_table():
    """A caption, a first row that is the title, and a last row that is a note are lines of their own."""
    rows = (
        "<caption>表1</caption>"
        '<tr><td colspan="2">单位：亿元</td></tr><tr><td>指标</td><td>2024年</td></tr><tr><td>投资</td><td>5</td></tr>'
        '<tr><td colspan="2">注：为快报数</td></tr>'
    )
    assert _table(rows) == "前\n表1\n单位：亿元\n| 指标 | 2024年 |\n| 投资 | 5 |\n\n注：为快报数\n后\n"


def test_a_group_row_between_rows_of_figures_is_repeated():
    """一、经济发展 over the whole width is the title of the rows below it."""
    rows = (
        "<tr><td>指标</td><td>2024年</td></tr><tr><td>投资</td><td>5</td></tr>"
        '<tr><td colspan="2">二、民生</td></tr><tr><td>就业</td><td>6</td></tr>'
    )
    assert "| 二、民生 | 二、民生 |\n" in _table(rows)


def test_breaks_marks_and_hidden_words_of_a_cell():
    """A cell is one line; a mark between cells in its words is escaped; what is not shown is left out."""
    rows = (
        "<tr><th>指标</th><th>数<br>值</th></tr>"
        "<tr><td><p>投资</p><p>（亿元）</p></td><td>5|6<span style='display:none'>7</span></td></tr>"
    )
    assert _table(rows) == "前\n| 指标 | 数值 |\n| 投资（亿元） | 5\\|6 |\n\n后\n"


@pytest.mark.parametrize(
    "rows",
    [
        '<tr><td><a href="/">首页</a></td><td><a href="/1">公开1</a></td></tr><tr><td><a href="/2">服务2</a></td><td></td></tr>',
        "<tr><td>甲1</td></tr><tr><td>乙2</td></tr>",
        "<tr><td><h2>标题</h2></td><td>2</td></tr><tr><td>甲</td><td>1</td></tr>",
        "<tr><td>搜索1</td><td><input></td></tr><tr><td>甲</td><td>1</td></tr>",
        f"<tr><td>栏1</td><td>{'正文。' * 300}</td></tr><tr><td>甲</td><td>1</td></tr>",
    ],
    ids=["menu", "one column", "headings", "form", "text"],
)
def test_a_table_that_lays_out_the_page_is_none(rows: str):
    """Its words stand as they do elsewhere on the page."""
    assert "|" not in _table(rows)


def test_a_table_of_figures_in_one_that_lays_out_the_page_is_read():
    """The inner table is one, the outer is none."""
    inner = "<table><tr><td>指标</td><td>2024年</td></tr><tr><td>投资</td><td>5</td></tr></table>"
    assert _table(f"<tr><td>栏</td><td>{inner}</td></tr>") == "前\n栏\n| 指标 | 2024年 |\n| 投资 | 5 |\n\n后\n"


def test_spans_beyond_all_bounds_make_no_large_text():
    """Merged cells are repeated within the table, a million characters at most; spans that are no numbers count as one."""
    rows = '<tr><td colspan="9999" rowspan="0">甲1</td></tr>' * 5
    assert len(_table(rows)) < 2000
    wide = f'<tr><td colspan="50" rowspan="2000">{"长" * 500}1</td></tr>' + "<tr><td>乙</td></tr>" * 1999
    assert len(_table(wide)) < 100_000
    assert _table("<tr><td colspan='x'>甲</td><td rowspan='-1'>1</td></tr><tr><td>乙</td><td>2</td></tr>") == (
        "前\n| 甲 | 1 |\n| 乙 | 2 |\n\n后\n"
    )
