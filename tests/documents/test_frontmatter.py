"""Front matter is a YAML mapping at the start; it is part of the text, and its length is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.documents import frontmatter
from policygraph.errors import DocumentError

PATH = Path("report.md")
FRONT = "---\ntitle: 政府工作报告\nissued: 2025-01-16\n---\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRONT + "正文", len(FRONT)),
        ("---\ntitle: 甲\n...\n正文", 17),
        ("---\n# 说明\n\ntitle: 甲\n---", 22),
        ("---\n---\n正文", 8),
        ("正文\n" + FRONT, 0),
        ("---\n第一段\n---\n第二段", 0),
        ("---\ntitle: 甲\n正文没有结束", 0),
        ("", 0),
    ],
)
def test_its_length_is_that_up_to_the_text(text, expected):
    """A thematic break, or a block that does not end, is no front matter."""
    assert frontmatter.length(text) == expected


def test_fields_come_out_in_normal_form():
    """Dates, levels and places are written as everywhere; other keys and empty values are passed over."""
    text = (
        "---\ntitle: '湖北 省政府工作报告'\nissued: 2025-01-06\narea: 湖北省\nlevel: 省\n"
        "publisher:\nsource: ~\nauthor: [甲, 乙]\n---\n正文"
    )
    expected = {"title": "湖北 省政府工作报告", "issued": "2025-01-06", "area": "湖北", "level": "province"}
    assert frontmatter.read(PATH, text) == expected


@pytest.mark.parametrize("issued", ["2025-01-16", "'2025-01-16'", "2025年1月16日", "2025/1/16", "2025-01-16 10:00:00"])
def test_a_date_may_be_written_in_many_ways(issued):
    """YAML may take it for a date or for a string."""
    assert frontmatter.read(PATH, f"---\nissued: {issued}\n---\n") == {"issued": "2025-01-16"}


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("title: 甲\nissued: [2025\n", 4),
        ("title: 甲: 乙\n", 2),
        ("title: '甲\n", 3),
        ("title: 甲\nissued: 去年\n", 3),
        ("issued: 2025-13-40\n", 2),
        ("issued: 2025-02-30\n", 2),
        ("title: 甲\nlevel: 宇宙\n", 3),
        ("title:\n  - 甲\n", 3),
        ("title: *missing\n", 2),
        ("title: \x07\n", 2),
        ('title: 甲\npublisher: "\\uD800"\n', 3),
        ("a: " + "[" * 2000 + "\n", 2),
    ],
)
def test_what_is_wrong_is_said_with_its_line(lines, line):
    """The line is that of the file, the message one line."""
    with pytest.raises(DocumentError) as caught:
        frontmatter.read(PATH, f"---\n{lines}---\n正文")
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


def test_tags_construct_nothing():
    """A value is a string, whatever its tag says, so a hostile file can run nothing."""
    assert frontmatter.read(PATH, "---\ntitle: !!python/object:os.system 甲\n---\n") == {"title": "甲"}
    assert frontmatter.read(PATH, "---\ntitle: !!int ''\npublisher: !!timestamp 乙\n---\n") == {"publisher": "乙"}


@given(st.text(alphabet="-.: \nab甲[]{}'\"#&*!|>%@`~,?", max_size=60))
def test_no_front_matter_raises_anything_but_a_document_error(content):
    """Any block is front matter, text, or an error that a user can read."""
    text = f"---\n{content}\n---\n正文"
    assert 0 <= frontmatter.length(text) <= len(text)
    try:
        frontmatter.read(PATH, text)
    except DocumentError as error:
        assert "\n" not in str(error)
