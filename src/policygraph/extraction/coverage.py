"""What became of every number of a document."""

from __future__ import annotations

import re
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
    fact_spans = _spans(block, ((f.passage.start, f.passage.end) for f in facts))
    name_spans = _spans(block, ((m.surface.start, m.surface.end) for m in mentions))
    for start, end in _groups(block.text, numbers):
        fate = _fate(start, end, numbers, fact_spans, name_spans)
        if fate is Fate.OTHER and any(q.number <= start < q.end for q in qualifiers):
            fate = Fate.NAME
        yield Numeral(passage(document, block, start, end), fate)


def _groups(text: str, numbers: Numbers) -> list[tuple[int, int]]:
    """Return the digit groups of a text and its amounts without a digit, in order."""
    groups = [match.span() for match in _DIGIT_GROUP.finditer(text)]
    worded = [(q.number, q.end) for q in numbers.quantities] + [(o.start, o.end) for o in numbers.others]
    return sorted(groups + [(start, end) for start, end in worded if not _HAS_DIGIT.search(text, start, end)])


def _fate(
    start: int, end: int, numbers: Numbers, fact_spans: Sequence[tuple[int, int]], name_spans: Sequence[tuple[int, int]]
) -> Fate:
    quantity = next((q for q in numbers.quantities if q.number <= start < q.end), None)
    if quantity is not None and _inside(start, end, fact_spans):
        return Fate.FACT
    if _inside(start, end, name_spans):
        return Fate.NAME
    if quantity is not None:
        return Fate.NAME if quantity.level else Fate.OTHER
    return next((o.fate for o in numbers.others if o.start <= start < o.end), Fate.OTHER)


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _spans(block: Block, passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return passages of the document as spans of the block's text."""
    place = {offset: i for i, offset in enumerate(block.offsets)}
    return [(place[start], place[end - 1] + 1) for start, end in passages if start in place and end - 1 in place]
