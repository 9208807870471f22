"""Facts: what counts as a target or an outcome, and how it is read.

A case is a folder of tests/extraction/facts/cases: ``input.md``, a small report (or ``input.html`` with ``documents.csv``), and
``expected.tsv``, its facts in order. The folder's name says which form of real reports it serves.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policygraph import documents, extraction
from policygraph.extraction.language.names import Names

if TYPE_CHECKING:
    from policygraph.statements import Fact

_CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _input(case: Path) -> Path:
    return next(case.glob("input.*"))


def _row(fact: Fact) -> dict[str, str]:
    return {
        "kind": fact.kind,
        "year": str(fact.year),
        "indicator": fact.indicator,
        "area": fact.area,
        "comparator": fact.comparator,
        "value": str(fact.value),
        "value_max": "" if fact.value_max is None else str(fact.value_max),
        "unit": fact.unit,
        "status": fact.status,
    }


@pytest.mark.parametrize("case", _CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    """The facts of the input are those of the expected table, in order, no more and no fewer."""
    reading = extraction.read(documents.read(_input(case)), names=Names(enabled=False))
    with (case / "expected.tsv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [_row(fact) for fact in reading.facts] == expected


@pytest.mark.parametrize("case", _CASES, ids=lambda path: path.name)
def test_every_quote_is_the_text_at_its_offsets(case: Path) -> None:
    """Each fact quotes the document word for word, and the quote holds the number as written."""
    document = documents.read(_input(case))
    for fact in extraction.read(document, names=Names(enabled=False)).facts:
        assert document.text[fact.passage.start : fact.passage.end] == fact.passage.quote
        assert any(
            char.isdigit() or char in "一二三四五六七八九十百千万亿半首零第两番ⅠⅡⅢⅣⅤ" for char in fact.passage.quote
        )
