"""Links between the entities and the facts of one policy measure.

What belongs together is told by the layout and the punctuation: clauses of one measure do; measures that a semicolon or
a full stop parts, and blocks of the page, do not. A heading that is the name of an entity reaches into its paragraphs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.documents.layout import Role
from policygraph.extraction.segments import sentences
from policygraph.statements import EntityType, Link, Passage, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.statements import Document, Fact, Mention

# Places and events name the scene of a measure, not its object; organizations are linked by their own clause only.
_NEVER_BY_SENTENCE = frozenset({EntityType.PLACE, EntityType.EVENT, EntityType.ORGANIZATION})
# What a heading can be about as a whole.
_TOPICS = frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.INDUSTRY})
# A heading is about an entity that takes up at least this share of its letters: 中原科技城, but not 推进新型城镇化和….
_HEADING_SHARE = 0.5
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
    page = _Page(document)
    named = {mention.id for mention in kept}
    first: dict[str, str] = {}
    for mention in kept:
        first.setdefault(mention.entity, mention.id)
    by_measure: dict[int, list[Mention]] = defaultdict(list)
    topics: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_measure[page.measure(mention.surface.start)].append(mention)
        if page.is_topic(mention):
            topics[page.section(mention.surface.start)].append(mention)
    subjects = _subjects(page, facts, by_measure)
    for fact in facts:
        seen = set()
        near = by_measure[page.measure(fact.passage.start)]
        for mention in (*near, *topics[page.section(fact.passage.start)]):
            strength = None if mention.entity in seen else page.strength(fact, mention)
            if strength is None or (strength is not Strength.CLAUSE and mention.surface.start in subjects):
                continue
            seen.add(mention.entity)
            name = mention.id if mention.id in named else first[mention.entity]
            yield Link(mention.entity, name, fact.id, strength, _between(document, fact, mention))


def _subjects(page: _Page, facts: Sequence[Fact], by_measure: dict[int, list[Mention]]) -> frozenset[int]:
    """Return where a mention is but the subject of a figure: 建筑业 of 建筑业总产值增长8%, which is no other figure's."""
    return frozenset(
        mention.surface.start
        for fact in facts
        for mention in by_measure[page.measure(fact.passage.start)]
        if mention.stage is None
        and fact.passage.start <= mention.surface.start < fact.passage.end
        and mention.surface.quote in fact.indicator
    )


class _Page:
    """The measures and sections of a document, found by the place of a character."""

    def __init__(self, document: Document) -> None:
        self._clauses: list[int] = []
        self._measures: list[int] = []
        self._headings: list[tuple[int, int, int]] = []
        measure = 0
        for block in layout.blocks(document):
            if block.role is Role.HEADING and block.offsets:
                letters = sum(character.isalnum() for character in block.text)
                self._headings.append((block.offsets[0], block.offsets[-1], letters))
            for sentence in sentences(block):
                for clause in sentence.clauses:
                    self._clauses.append(block.offsets[clause.start])
                    self._measures.append(measure + clause.measure)
                measure += sentence.clauses[-1].measure + 1

    def measure(self, at: int) -> int:
        """Return the number of the measure at a place of the text."""
        clause = self._clause(at)
        return self._measures[clause] if clause >= 0 else -1

    def section(self, at: int) -> int:
        """Return the number of the heading at or above a place, -1 above the first."""
        return bisect_right(self._headings, at, key=lambda heading: heading[0]) - 1

    def is_topic(self, mention: Mention) -> bool:
        """Whether a mention is what a heading is about."""
        number = self.section(mention.surface.start)
        if number < 0 or mention.type not in _TOPICS:
            return False
        _, end, letters = self._headings[number]
        named = sum(character.isalnum() for character in mention.surface.quote)
        return mention.surface.start <= end and named >= letters * _HEADING_SHARE

    def strength(self, fact: Fact, mention: Mention) -> Strength | None:
        """Return how near a fact and a mention of one measure or section stand, or None where that says nothing."""
        p, s = fact.passage, mention.surface
        if self.measure(p.start) != self.measure(s.start):
            return Strength.PARAGRAPH
        if (s.start < p.end and p.start < s.end) or self._clause(p.start) == self._clause(s.start):
            return Strength.CLAUSE
        return None if mention.type in _NEVER_BY_SENTENCE else Strength.SENTENCE

    def _clause(self, at: int) -> int:
        return bisect_right(self._clauses, at) - 1


def _between(document: Document, fact: Fact, mention: Mention) -> Passage:
    """Return the words that hold both."""
    start = min(fact.passage.start, mention.surface.start)
    end = max(fact.passage.end, mention.surface.end)
    text = document.text
    return Passage(
        document.name, start, end, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    )
