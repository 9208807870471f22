"""Why a cell of the panel is empty: an empty cell is an answer only where one knows what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.ledger import names
from policygraph.ledger.dates import year_of
from policygraph.ledger.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.row import Row
    from policygraph.statements import Document


class Gap(StrEnum):
    """Why there is no number."""

    WORDS = "in words"
    """The text tells it without a number, such as that it was more than reached."""
    ABSENT = "not in the text"
    """No figure and no passage of the documents that should tell it could be it."""
    UNREAD = "not read"
    """The text names the subject, and no figure of this cell was read from it for sure."""
    PERIOD = "another period"
    """There is a figure, of several years or of a part of the year."""
    AMBIGUOUS = "several values"
    """A document gives several values under one name."""
    DOCUMENT = "no document"
    """None that should tell it is among the documents."""


_BY_VERDICT = {
    Verdict.NOT_YET_DUE: Gap.DOCUMENT,
    Verdict.NOT_REPORTED: Gap.ABSENT,
    Verdict.NOT_TOLD: Gap.ABSENT,
    Verdict.DONE: Gap.WORDS,
    Verdict.UNDERWAY: Gap.WORDS,
    Verdict.POSSIBLY: Gap.UNREAD,
    Verdict.NOT_ASSESSABLE: Gap.AMBIGUOUS,
}


def of_outcome(row: Row, documents: Iterable[Document]) -> Gap:
    """Return why a target has no outcome with a number.

    Args:
        row: what the ledger says of the target.
        documents: all documents.

    """
    if row.b is not None:
        return Gap.PERIOD if row.b.statement else Gap.WORDS
    if not any(_reviews(document, row) for document in documents):
        return Gap.DOCUMENT
    return _BY_VERDICT.get(Verdict(row.verdict), Gap.UNREAD)


def _reviews(document: Document, row: Row) -> bool:
    """Whether a document is where the results of a target's year are looked for: one of that year or of the next."""
    own = document.name == row.a.passage.document
    return not own and names.area(document.area) == row.area and year_of(document) in {row.year, row.year + 1}


def of_target(outcome: Figure, documents: Iterable[Document], others: Sequence[Figure]) -> Gap:
    """Return why an outcome has no target with a number.

    Args:
        outcome: the outcome.
        documents: all documents.
        others: the targets of the same indicator, area and year that were not taken.

    """
    if others:
        whole = any(figure.period is outcome.period for figure in others)
        return Gap.AMBIGUOUS if whole else Gap.PERIOD
    those = [d for d in documents if names.area(d.area) == outcome.area and year_of(d) == outcome.fact.year]
    if not those:
        return Gap.DOCUMENT
    return Gap.UNREAD if any(outcome.facets.subject in document.text for document in those) else Gap.ABSENT
