"""HTML in a text that is no page is read away, and every offset stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.documents import layout, tags
from policygraph.statements import Document, Level


def _blocks(text: str) -> list[str]:
    document = Document("case", text, "case", "", "2025", "郑州", Level.CITY, "", "0" * 64)
    return [block.text for block in layout.blocks(document)]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("PM<sub>2.5</sub>平均浓度", "PM2.5平均浓度"),
        ("新增<b>高新技术</b>企业", "新增高新技术企业"),
        ('<a href="http://x/?a=1&amp;b=2" title="甲>乙">中原科技城</a>', "中原科技城"),
        ("<FONT COLOR=red>项目</FONT ><img src='a.png'/>", "项目"),
        ("<span\nclass=x>项目</span>", "项目"),
        ("项目<!-- 2019年 -- 12家 -->开工", "项目开工"),
        ("<!DOCTYPE html>项目<o:p></o:p>", "项目"),
        ("加快建设**中原科技城**", "加快建设中原科技城"),
        ("增长&nbsp;5&#37;&amp;&#x33;", "增长5%&3"),
    ],
)
def test_markup_is_no_part_of_a_block(written: str, seen: str) -> None:
    """Tags with attributes, comments, declarations, emphasis and character references, as CommonMark has them."""
    assert _blocks(written + "。") == [seen + "。"]


@pytest.mark.parametrize(
    "written", ["3<x，y>5", "<甲>类", "a<b", "《<D>级》", "R&D", "&nosuch;", "X<Y>Z", "5*3", "<", "&"]
)
def test_what_is_no_markup_stays(written: str) -> None:
    """Signs of comparison, words in angle brackets and names with & are words of the text."""
    assert _blocks(written + "。") == [written + "。"]


def test_blocks_of_html_break_the_line() -> None:
    """A paragraph, a list item, a row and <br> end a line; a cell ends a word."""
    assert _blocks("<p>甲。</p><li>乙。<br>丙。<tr><td>a</td><td>b</td>。") == ["甲。", "乙。", "丙。", "a b。"]


@given(
    text=st.lists(
        st.sampled_from(["<b>", "</", "<a b='", "'", '"', "=", ">", "<!--", "-->", "-", "&", "amp;", "甲 "])
    ).map("".join)
)
def test_the_reading_copy_is_as_long_as_the_text(text: str) -> None:
    """So offsets into the one are offsets into the other."""
    assert len(tags.read_away(text)) == len(text)


@given(text=st.text(alphabet="<>/&;ab b甲=\"'!-#x1*"))
def test_a_label_has_no_markup(text: str) -> None:
    """Whatever stands in angle brackets, what becomes a label has none that are half-width."""
    assert not set(tags.label(tags.without(text))) & set("<>")
