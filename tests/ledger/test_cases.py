"""What became of promises, case by case: a folder holds the documents and the rows that they give.

A row is its relation, indicator, year, verdict and both numbers as written; open questions have a test of their own.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from policygraph import documents, extraction
from policygraph.extraction import Names
from policygraph.ledger import Relation, derive
from policygraph.ledger.table import cells
from policygraph.statements import Corpus

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
QUESTIONS = (Relation.STALLED, Relation.VANISHED)


def corpus(folder: Path) -> Corpus:
    """Return what the documents of a case say."""
    names = Names()
    return Corpus(tuple(extraction.read(document, names=names) for document in documents.collect([folder])), ())


def expected(folder: Path) -> list[tuple[str, ...]]:
    """Return the rows that a case gives."""
    with (folder / "expected.tsv").open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row) for row in list(csv.reader(file, delimiter="\t"))[1:])


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_gives_its_rows(folder: Path) -> None:
    """Nothing more and nothing less."""
    found = sorted(
        (row.relation, row.indicator, str(row.year), row.verdict, row.a.written, row.b.written if row.b else "")
        for row in derive(corpus(folder))
        if row.relation not in QUESTIONS
    )
    assert found == expected(folder)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_order_of_the_documents_makes_no_difference(folder: Path) -> None:
    """The same documents give the same bytes."""
    said = corpus(folder)
    turned = derive(Corpus(said.readings[::-1], ()))
    assert [*map(cells, turned)] == [*map(cells, derive(said))]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_row_quotes_its_documents(folder: Path) -> None:
    """Both sides of a row stand word for word at their offsets, and the row says by which rule it is there."""
    texts = {document.name: document.text for document in documents.collect([folder])}
    for row in derive(corpus(folder)):
        assert row.rule
        for side in filter(None, (row.a, row.b)):
            passage = side.passage
            assert texts[passage.document][passage.start : passage.end] == passage.quote
