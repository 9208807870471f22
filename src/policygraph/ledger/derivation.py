"""The ledger of a corpus: its table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import agreement, assessment, cascade, figures, revisions

if TYPE_CHECKING:
    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus


def derive(corpus: Corpus) -> tuple[Row, ...]:
    """Return what became of every promise of a corpus, in an order that does not depend on that of the documents.

    The clock is never asked: whether a target is due is told by the newest document read.
    """
    found = figures.of(corpus)
    newest = max((reading.document.year for reading in corpus.readings), default=0)
    planned = revisions.plans(found)
    rows: list[Row] = []
    for _, series in figures.series(found):
        rows += assessment.rows(series, newest)
        rows += revisions.rows(series, planned)
        rows += agreement.rows(series)
    rows += cascade.rows(found)
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda row: row.order))
