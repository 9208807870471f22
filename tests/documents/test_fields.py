"""Metadata fields have one form in which they are kept."""

from __future__ import annotations

import pytest

from policygraph.documents import fields
from policygraph.errors import InputError


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2025", "2025"),
        ("2025年", "2025"),
        ("2025-1", "2025-01"),
        ("2025年1月", "2025-01"),
        ("2025-01-16", "2025-01-16"),
        ("2025/1/16", "2025-01-16"),
        ("2025.1.16", "2025-01-16"),
        ("２０２５年１月６日", "2025-01-06"),
        ("2025-01-16T09:30:00", "2025-01-16"),
    ],
)
def test_dates_are_kept_as_iso_8601(written, kept):
    """As exact as they are given, and no more."""
    assert fields.normal("issued", written) == kept


@pytest.mark.parametrize(
    "written", ["25", "2025-13", "2025-02-30", "明年", "1066", "2025-", "20250116x", "2025-1-16-2"]
)
def test_other_dates_are_refused(written):
    """The message says which forms there are."""
    with pytest.raises(ValueError, match="write YYYY, YYYY-MM or YYYY-MM-DD"):
        fields.normal("issued", written)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("nation", "nation"),
        ("国家", "nation"),
        ("National", "nation"),
        ("省", "province"),
        ("市", "city"),
        ("县", "county"),
    ],
)
def test_levels_may_be_chinese(written, kept):
    """There are four levels."""
    assert fields.normal("level", written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("bulletin", "bulletin"),
        ("统计公报", "bulletin"),
        ("Five-year plan", "plan"),
        ("规划纲要", "plan"),
        ("政府工作报告", "report"),
        ("任务分工", "workplan"),
        ("通报", "notice"),
        ("新闻", "news"),
    ],
)
def test_a_genre_has_its_code_or_a_name_of_the_ontology(written, kept):
    """In Chinese or English, in any case."""
    assert fields.normal("genre", written) == kept


def test_other_genres_are_refused():
    """The message says which there are."""
    with pytest.raises(
        ValueError, match="genre is '诗歌'; write one of report, bulletin, plan, workplan, news, notice"
    ):
        fields.normal("genre", "诗歌")


def test_other_levels_are_refused():
    """The message says which there are."""
    with pytest.raises(ValueError, match="nation, province, city, county"):
        fields.normal("level", "planet")


def test_blank_values_are_not_given():
    """An empty option counts as none."""
    assert fields.chosen({"title": "  ", "area": None, "source": " 甲\n乙 "}) == {"source": "甲 乙"}


@pytest.mark.parametrize("overrides", [{"colour": "red"}, {"issued": "soon"}])
def test_wrong_overrides_are_input_errors(overrides):
    """Unknown fields and values that are not allowed are named."""
    with pytest.raises(InputError, match=next(iter(overrides))):
        fields.chosen(overrides)


@pytest.mark.parametrize("name", ["title", "publisher", "area", "source", "issued"])
def test_half_a_character_is_refused(name):
    """A lone surrogate, as a terminal in another encoding gives it, can stand in no file."""
    with pytest.raises(InputError, match=rf"^--{name}: {name} holds a character that is none .*write it in UTF-8$"):
        fields.chosen({name: "2025\udcff"})


@pytest.mark.parametrize(
    ("written", "kept"), [("<b>测试省</b>人民政府", "测试省人民政府"), ("<甲>&amp;<乙>", "＜甲＞&＜乙＞"), ("<br>", "")]
)
def test_a_publisher_has_no_markup(written, kept):
    """It becomes a label in the graph; tags are read away, and other angle brackets are full-width."""
    assert fields.normal("publisher", written) == kept
