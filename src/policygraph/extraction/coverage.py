"""What became of every number of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.documents.layout import passage
from policygraph.extraction import quantities
from policygraph.statements import Fate, Numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.statements import Document, Fact, Mention

# A digit group: digits that a point, a comma between thousands or nothing joins.
_DIGIT_GROUP = re.compile(r"\d+(?:[.,]\d+)*")


def numerals(document: Document, block: Block, facts: Sequence[Fact], mentions: Sequence[Mention]) -> Iterator[Numeral]:
    """Yield each digit group of a block with what became of it.

    A number that a fact holds is understood as a fact; one inside the words that name an entity, as part of a name; dates,
    ordinals and fixed names are told by their form. A quantity that no rule took for a fact and that qualifies a noun
    (亿元以上项目) or delimits a comparison (在全国348个科技城中) is part of the name or comparison that it stands in.
    """
    told, others = quantities.find(block.text)
    fact_spans = _spans(block, ((f.passage.start, f.passage.end) for f in facts))
    name_spans = _spans(block, ((m.surface.start, m.surface.end) for m in mentions))
    for match in _DIGIT_GROUP.finditer(block.text):
        fate = _fate(match, told, others, fact_spans, name_spans)
        yield Numeral(passage(document, block, match.start(), match.end()), fate)


def _fate(
    match: re.Match[str],
    told: Sequence[quantities.Quantity],
    others: Sequence[quantities.Other],
    fact_spans: Sequence[tuple[int, int]],
    name_spans: Sequence[tuple[int, int]],
) -> Fate:
    start, end = match.span()
    quantity = next((q for q in told if q.number <= start < q.end), None)
    if quantity is not None and _inside(start, end, fact_spans):
        return Fate.FACT
    if _inside(start, end, name_spans):
        return Fate.NAME
    if quantity is not None:
        return Fate.NAME if quantity.level else Fate.OTHER
    return next((o.fate for o in others if o.start <= start < o.end), Fate.OTHER)


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _spans(block: Block, passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return passages of the document as spans of the block's text."""
    place = {offset: i for i, offset in enumerate(block.offsets)}
    return [(place[start], place[end - 1] + 1) for start, end in passages if start in place and end - 1 in place]
