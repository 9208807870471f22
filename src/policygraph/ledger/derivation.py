"""The ledger of a corpus: its table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import (
    agreement,
    assessment,
    cascade,
    comparisons,
    figures,
    judgements,
    lives,
    matching,
    reprints,
    revisions,
    shelf,
    unplaced,
)
from policygraph.ledger.identity import Identity
from policygraph.ledger.search import Search
from policygraph.ledger.silence import Silence
from policygraph.ledger.tasks import Tasks
from policygraph.ledger.verdicts import TOLERANCE

if TYPE_CHECKING:
    from fractions import Fraction

    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus


def derive(corpus: Corpus, tolerance: Fraction = TOLERANCE) -> tuple[Row, ...]:
    """Return what became of every promise of a corpus, in an order that does not depend on that of the documents.

    The clock is never asked: whether a target is due is told by the newest document read.

    Args:
        corpus: what the documents say.
        tolerance: how far 左右 and 同步 reach, as a part of the value.
    """
    corpus = unplaced.apart(reprints.left_out(corpus))
    found = figures.of(corpus)
    read = shelf.of(reading.document for reading in corpus.readings)
    planned = revisions.plans(found)
    series = figures.series(found)
    weighed = matching.weights(found)
    same = Identity(series, weighed)
    silence = Silence(read, Search(corpus, found, weighed), Tasks(found))
    rows: list[Row] = []
    for those in series.values():
        rows += assessment.rows(those, same, silence, tolerance)
        rows += revisions.rows(those, planned, same, silence)
        rows += agreement.rows(those)
    rows += comparisons.rows(found, series, silence, tolerance)
    rows += cascade.rows(found)
    rows += lives.rows(corpus)
    said = [unplaced.told(row) for row in rows]
    once = {row.id: row for row in said}.values()
    return tuple(sorted(judgements.heard(once), key=lambda row: row.order))
