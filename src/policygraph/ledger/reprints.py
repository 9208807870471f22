"""A copy of a document says nothing twice: what its original says too is left out of the ledger, what differs is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from policygraph.statements import Corpus, Fact, Mention, Reading


def left_out(corpus: Corpus) -> Corpus:
    """Return a corpus without those statements of copies that their originals make."""
    known = {reading.document.name: reading for reading in corpus.readings}
    if not any(reading.document.copy_of in known for reading in corpus.readings):
        return corpus
    return replace(corpus, readings=tuple(_own(each, known.get(each.document.copy_of)) for each in corpus.readings))


def _own(reading: Reading, original: Reading | None) -> Reading:
    """Return a reading with what its original does not say."""
    if original is None:
        return reading
    facts = {_said(fact) for fact in original.facts}
    mentions = {_told(mention) for mention in original.mentions}
    return replace(
        reading,
        facts=tuple(fact for fact in reading.facts if _said(fact) not in facts),
        mentions=tuple(mention for mention in reading.mentions if _told(mention) not in mentions),
    )


def _said(fact: Fact) -> Hashable:
    return fact.kind, fact.indicator, fact.area, fact.year, fact.comparator, fact.value, fact.value_max, fact.unit


def _told(mention: Mention) -> Hashable:
    return mention.entity, mention.year, mention.mode, mention.stage
