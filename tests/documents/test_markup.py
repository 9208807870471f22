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
    return markup.text(PATH, html)


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
    assert _text("<ul><li>新增10家<li>建成5个</ul><dl><dt>指标<dd>6%</dl>") == "新增10家\n建成5个\n指标\n6%\n"


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
