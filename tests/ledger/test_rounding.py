"""A figure and its rounded form are one statement, however many digits they have and however many figures there are."""

from __future__ import annotations

import pytest

from policygraph import extraction
from policygraph.extraction import Names
from policygraph.ledger import Relation, Row, derive
from policygraph.statements import Corpus, Document, Level


def _rows(*texts: str) -> list[Row]:
    """Return the rows of documents of one city and year."""
    documents = [
        Document(f"d{number}", text, "", "", f"2025-01-{number:02}", "郑州", Level.CITY, "", "0" * 64)
        for number, text in enumerate(texts, 1)
    ]
    return list(derive(Corpus(tuple(extraction.read(document, names=Names()) for document in documents), ())))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("1.52万亿", "1.5万亿", True),
        ("1.5万亿", "1.52万亿", True),
        ("14532亿", "1.45万亿", True),
        ("9.96万亿", "10万亿", False),  # one digit is too few to be a rounded form
        ("1.52万亿", "1.6万亿", False),
        ("1" * 28, "1" * 27 + "2", False),
        ("1" * 26 + ".52", "1" * 26 + ".5", True),
        ("1.5", "1" * 20 + "万亿", False),
    ],
)
def test_a_rounded_form_restates_a_figure(one: str, other: str, agree: bool) -> None:
    """The one with fewer digits is the other rounded half to even, and has two digits or more; none is in conflict."""
    rows = _rows(*(f"去年，地区生产总值达到{number}元。" for number in (one, other)))
    assert any(row.relation is Relation.RESTATED for row in rows) is agree


def test_the_first_figure_that_agrees_is_joined() -> None:
    """Of several that a figure can be the rounded form of, it restates the one that was said first."""
    rows = _rows(*(f"去年，地区生产总值达到{number}万亿元。" for number in ("1.48", "1.52", "1.5")))
    restated = [(row.a.written, row.b.written if row.b else "") for row in rows if row.relation is Relation.RESTATED]
    assert restated == [("1.48万亿元", "1.5万亿元")]


def test_a_time_word_far_before_a_figure_says_nothing_of_it() -> None:
    """前11个月 frames its sentence, not a line of a thousand characters more."""
    near, far = (
        _rows(f"去年，前11个月，{filler}地区生产总值达到1.5万亿元。", "去年，地区生产总值达到1.7万亿元。")
        for filler in ("", "经济运行平稳，" * 150)
    )
    assert [row.verdict for row in near if row.relation is Relation.CONFLICT] == ["different period"]
    assert [row.verdict for row in far if row.relation is Relation.CONFLICT] == ["contradiction"]
