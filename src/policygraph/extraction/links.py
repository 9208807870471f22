"""Links between the entities and the facts of one policy measure.

What belongs together is told by the punctuation: clauses of one measure do, measures that a semicolon parts do not.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.statements import EntityType, Link, Passage, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.statements import Document, Fact, Mention

_MEASURE_ENDS = "。！？；;"
# Places and events name the scene of a measure, not its object; organizations are linked by their own clause only.
_NEVER_BY_SENTENCE = frozenset({EntityType.PLACE, EntityType.EVENT, EntityType.ORGANIZATION})
_CONTEXT = 16


def find(
    document: Document, facts: Sequence[Fact], mentions: Sequence[Mention], kept: Sequence[Mention]
) -> Iterator[Link]:
    """Yield the links of a document, by fact.

    Args:
        document: the document.
        facts: its facts.
        mentions: all its mentions, also those that say nothing new.
        kept: those that stand in the reading; a link names one of them.
    """
    named = {mention.id for mention in kept}
    first = {}
    for mention in kept:
        first.setdefault(mention.entity, mention.id)
    by_measure: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_measure[_measure(document.text, mention.surface.start)].append(mention)
    for fact in facts:
        seen = set()
        for mention in by_measure[_measure(document.text, fact.passage.start)]:
            if mention.entity in seen:
                continue
            strength = _strength(document.text, fact, mention)
            if strength is None:
                continue
            seen.add(mention.entity)
            name = mention.id if mention.id in named else first[mention.entity]
            yield Link(mention.entity, name, fact.id, strength, _between(document, fact, mention))


def _strength(text: str, fact: Fact, mention: Mention) -> Strength | None:
    p, s = fact.passage, mention.surface
    if (s.start < p.end and p.start < s.end) or "，" not in text[min(p.end, s.end) : max(p.start, s.start)]:
        return Strength.CLAUSE
    if mention.type in _NEVER_BY_SENTENCE:
        return None
    return Strength.SENTENCE


def _measure(text: str, at: int) -> tuple[int, int]:
    """Return the span of the measure around a place: from one 。 or ； to the next."""
    start = max((text.rfind(mark, 0, at) for mark in _MEASURE_ENDS), default=-1) + 1
    ends = [end for mark in _MEASURE_ENDS if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def _between(document: Document, fact: Fact, mention: Mention) -> Passage:
    """Return the words that hold both."""
    start = min(fact.passage.start, mention.surface.start)
    end = max(fact.passage.end, mention.surface.end)
    text = document.text
    return Passage(
        document.name, start, end, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    )
