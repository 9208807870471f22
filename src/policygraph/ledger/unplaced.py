"""Documents of which nobody knows the place: the ledger compares none of them with another.

While rows are derived, each has an area of its own name; the rows say again that it is unknown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.statements import UNKNOWN

if TYPE_CHECKING:
    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus, Reading

# No place is called so.
_MARK = f"{UNKNOWN}\x1f"


def apart(corpus: Corpus) -> Corpus:
    """Return a corpus in which each document of unknown place has an area of its own."""
    if all(reading.document.area != UNKNOWN for reading in corpus.readings):
        return corpus
    return replace(corpus, readings=tuple(_apart(reading) for reading in corpus.readings))


def _apart(reading: Reading) -> Reading:
    if reading.document.area != UNKNOWN:
        return reading
    own = f"{_MARK}{reading.document.name}"
    facts = tuple(replace(fact, area=own) if fact.area == UNKNOWN else fact for fact in reading.facts)
    return replace(reading, document=replace(reading.document, area=own), facts=facts)


def told(row: Row) -> Row:
    """Return a row as it is written: with an area that is unknown where it was an area of one document's own."""
    return replace(row, area=UNKNOWN) if row.area.startswith(_MARK) else row
