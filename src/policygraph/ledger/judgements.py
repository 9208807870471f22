"""What a reader of the ledger has marked as right or wrong: judgements.tsv of the lexicon in force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policygraph.ledger.row import Relation
from policygraph.ledger.verdicts import Verdict
from policygraph.ontology import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policygraph.ledger.row import Row

# How a row of judgements.tsv marks a row of the ledger; the page has the same two.
RIGHT: Final = "right"
WRONG: Final = "wrong"
_SAID: Final = {RIGHT: "confirmed", WRONG: "marked as wrong"}


def heard(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows as their judgements leave them.

    What is marked as right says so. A verdict that is marked as wrong is none any more, and says what it was; any other
    row that is marked as wrong goes. A judgement on a row that is not there changes nothing.
    """
    marks = {mark["row"].removeprefix("st:"): mark for mark in own.rows("judgements")}
    for row in rows:
        mark = marks.get(row.id)
        if mark is None:
            yield row
        elif mark["mark"] == RIGHT:
            yield replace(row, note=_note(row.note, mark))
        elif row.relation is Relation.ASSESSED_BY:
            yield replace(
                row, verdict=Verdict.NOT_ASSESSABLE, b=None, candidate=None, grade=None, shared="", score=None,
                rule=_SAID[WRONG], note=_note(f"was {row.verdict}", mark),
            )  # fmt: skip


def _note(note: str, mark: Mapping[str, str]) -> str:
    said = _SAID[mark["mark"]]
    said += f" by {mark['by']}" if mark["by"] else ""
    said += f": {mark['why']}" if mark["why"] else ""
    return f"{note}; {said}" if note else said
