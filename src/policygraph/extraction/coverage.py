"""What became of every number of a document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from policygraph.documents.layout import passage
from policygraph.statements import Fate, Numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.extraction.quantities import Numbers, Quantity
    from policygraph.statements import Document, Fact, Mention

# A digit group: digits that a point, a comma between thousands or nothing joins.
_DIGIT_GROUP = re.compile(r"\d+(?:[.,]\d+)*")
_HAS_DIGIT = re.compile(r"\d")


def numerals(
    document: Document, block: Block, numbers: Numbers, facts: Sequence[Fact], mentions: Sequence[Mention],
    qualifiers: Sequence[Quantity],
) -> Iterator[Numeral]:  # fmt: skip
    """Yield each number of a block, in digits or an amount in Chinese numerals, with what became of it.

    A number that a fact holds is understood as a fact; one inside the words that name an entity, as part of a name; dates,
    ordinals and fixed names are told by their form. A quantity that only qualifies a noun (亿元以上项目) or delimits a
    comparison (在全国348个科技城中) is part of the name or comparison that it stands in.
    """
    fates = _Fates(
        numbers,
        qualifiers,
        _Spans(_places(block, ((f.passage.start, f.passage.end) for f in facts))),
        _Spans(_places(block, ((m.surface.start, m.surface.end) for m in mentions))),
    )
    for start, end in _groups(block.text, numbers):
        yield Numeral(passage(document, block, start, end), fates.of(start, end))


def _groups(text: str, numbers: Numbers) -> list[tuple[int, int]]:
    """Return the digit groups of a text and its amounts without a digit, in order."""
    groups = [match.span() for match in _DIGIT_GROUP.finditer(text)]
    worded = [(q.number, q.end) for q in numbers.quantities] + [(o.start, o.end) for o in numbers.others]
    return sorted(groups + [(start, end) for start, end in worded if not _HAS_DIGIT.search(text, start, end)])


class _Spans:
    """Stretches of a text, asked which of them hold a place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        # The furthest end of all that begin up to each start: a stretch is held by one of them if it ends before that.
        self._reach = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one stretch holds all from ``start`` to ``end`` (excluded)."""
        before = bisect_right(self._starts, start)
        return before > 0 and end <= self._reach[before - 1]


class _Fates:
    """What became of the numbers of a block."""

    def __init__(self, numbers: Numbers, qualifiers: Sequence[Quantity], facts: _Spans, names: _Spans) -> None:
        self._told = sorted(numbers.quantities, key=lambda quantity: quantity.number)
        self._others = numbers.others
        self._qualifiers = {quantity.number for quantity in qualifiers}
        self._facts = facts
        self._names = names

    def of(self, start: int, end: int) -> Fate:
        """Return what became of the number between two places."""
        before = bisect_right(self._told, start, key=lambda quantity: quantity.number)
        quantity = self._told[before - 1] if before and start < self._told[before - 1].end else None
        if quantity is not None and self._facts.hold(start, end):
            return Fate.FACT
        if self._names.hold(start, end):
            return Fate.NAME
        if quantity is not None:
            return Fate.NAME if quantity.level or quantity.number in self._qualifiers else Fate.OTHER
        known = bisect_right(self._others, start, key=lambda other: other.start)
        return self._others[known - 1].fate if known and start < self._others[known - 1].end else Fate.OTHER


def _places(block: Block, passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return passages of the document as spans of the block's text."""
    places = ((_place(block, start), _place(block, end - 1)) for start, end in passages)
    return [(first, last + 1) for first, last in places if first is not None and last is not None]


def _place(block: Block, offset: int) -> int | None:
    """Return which character of a block has an offset, or None; the offsets rise."""
    at = bisect_left(block.offsets, offset)
    return at if at < len(block.offsets) and block.offsets[at] == offset else None
