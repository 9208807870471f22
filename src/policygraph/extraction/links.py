"""Links between the entities and the facts of one policy measure.

What belongs together is told by the layout and the punctuation: clauses of one measure do; measures that a semicolon or
a full stop parts, and blocks of the page, do not. A heading that is the name of an entity reaches into its paragraphs,
and a figure that counts things of a sort (新建创新平台100家) speaks of those of this sort that its paragraph names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.documents.layout import Role
from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType, Link, Strength

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.documents.layout import Block
    from policygraph.extraction.discourse.segments import Sentence
    from policygraph.statements import Document, Fact, Mention, Passage

    # A block with its sentences.
    Parted = tuple[Block, Sequence[Sentence]]

# Places and events name the scene of a measure, not its object; organizations are linked by their own clause only.
_NEVER_BY_SENTENCE = frozenset({EntityType.PLACE, EntityType.EVENT, EntityType.ORGANIZATION})
# What a heading can be about as a whole.
_TOPICS = frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.INDUSTRY})
# A heading is about an entity that takes up at least this share of its letters: 中原科技城, but not 推进新型城镇化和….
_HEADING_SHARE = 0.5
# Nouns for all things of a type, so that a figure of them is of all.
_SORTS = {noun: EntityType(kind) for noun, kind in wordclasses.features("nouns_for_all_of_a_type").items()}
# A figure speaks of what its paragraph names within so many characters, and a heading of the figures that stand so near below
# it: the longest paragraph of 70 reports has 1,327 characters, and the furthest figure of a heading stands 4,272 below it.
_PARAGRAPH = 1500
_SECTION = 10_000
_COUNT = wordclasses.pattern(r"总?<number_or_quantity>$")
_QUOTED = re.compile(r"“[^”]*”")


def find(
    document: Document, parted: Sequence[Parted], facts: Sequence[Fact], mentions: Sequence[Mention],
    kept: Sequence[Mention],
) -> Iterator[Link]:  # fmt: skip
    """Yield the links of a document, by fact.

    Args:
        document: the document.
        parted: its blocks, each with its sentences.
        facts: its facts.
        mentions: all its mentions, also those that say nothing new.
        kept: those that stand in the reading; a link names one of them.
    """
    page = _Page(parted)
    ids = [mention.id for mention in kept]
    named = frozenset(ids)
    first: dict[str, str] = {}
    for mention, name in zip(kept, ids, strict=True):
        first.setdefault(mention.entity, name)
    # Of each mention the id of the one that stands for it: a digest, which is made once.
    names = {id(mention): _name(mention, named, first) for mention in mentions}
    by_measure: dict[int, list[Mention]] = defaultdict(list)
    topics: dict[int, list[Mention]] = defaultdict(list)
    by_block: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_measure[page.measure(mention.surface.start)].append(mention)
        by_block[page.block(mention.surface.start)].append(mention)
        if page.is_topic(mention):
            topics[page.section(mention.surface.start)].append(mention)
    subjects = _subjects(page, facts, by_measure)
    for fact in facts:
        seen, said = set(), fact.id
        near = by_measure[page.measure(fact.passage.start)]
        counted = _counted(fact, by_block[page.block(fact.passage.start)])
        over = page.above(fact.passage, topics)
        for mention, rule in (
            *((m, "") for m in near),
            *((m, "heading") for m in over),
            *((m, "sort") for m in counted),
        ):
            strength = None if mention.entity in seen else page.strength(fact, mention)
            if strength is None or (strength is not Strength.CLAUSE and mention.surface.start in subjects):
                continue
            seen.add(mention.entity)
            words = _between(document, fact, mention)
            yield Link(mention.entity, names[id(mention)], said, strength, words, (f"links/{rule or strength}",))


def _name(mention: Mention, named: frozenset[str], first: Mapping[str, str]) -> str:
    own = mention.id
    return own if own in named else first[mention.entity]


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


def _counted(fact: Fact, named: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of undertakings of the sort that a fact counts, in its own year and mode."""
    sort = _sort(_COUNT.sub("", fact.indicator)) if _COUNT.search(fact.indicator) else None
    if sort is None:
        return []
    return [m for m in named if m.type is sort and m.stage and m.year == fact.year and m.mode.value == fact.kind.value]


def _sort(name: str) -> EntityType | None:
    """Return the type that a phrase names all things of: 省级以上创新平台, “三库”项目, but not 公共停车场项目."""
    noun = types.head(name)
    if noun not in _SORTS:
        return None
    known = (lexicon.words("plain"), lexicon.words("measures"))
    before = words.split(_QUOTED.sub("", name.removesuffix(noun)))
    return _SORTS[noun] if all(any(word.text in those for those in known) for word in before) else None


class _Page:
    """The measures, blocks and sections of a document, found by the place of a character."""

    def __init__(self, parted: Sequence[Parted]) -> None:
        self._clauses: list[int] = []
        self._measures: list[int] = []
        self._blocks: list[int] = []
        self._headings: list[tuple[int, int, int]] = []
        measure = number = 0
        for block, sentences in parted:
            if block.role is Role.HEADING and block.offsets:
                letters = sum(character.isalnum() for character in block.text)
                self._headings.append((block.offsets[0], block.offsets[-1], letters))
            begun = 0
            number += 1
            for sentence in sentences:
                if sentence.end - begun > _PARAGRAPH:
                    begun = sentence.start
                    number += 1
                for clause in sentence.clauses:
                    self._clauses.append(block.offsets[clause.start])
                    self._measures.append(measure + clause.measure)
                    self._blocks.append(number)
                measure += sentence.clauses[-1].measure + 1

    def measure(self, at: int) -> int:
        """Return the number of the measure at a place of the text."""
        clause = self._clause(at)
        return self._measures[clause] if clause >= 0 else -1

    def block(self, at: int) -> int:
        """Return the number of the block at a place of the text."""
        clause = self._clause(at)
        return self._blocks[clause] if clause >= 0 else -1

    def section(self, at: int) -> int:
        """Return the number of the heading at or above a place, -1 above the first."""
        return bisect_right(self._headings, at, key=lambda heading: heading[0]) - 1

    def above(self, figure: Passage, topics: Mapping[int, Sequence[Mention]]) -> Sequence[Mention]:
        """Return which of the topics of the headings stand over a figure, near enough to be what it is about."""
        number = self.section(figure.start)
        if number < 0 or figure.end - self._headings[number][0] > _SECTION:
            return ()
        return topics.get(number, ())

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
    return document.passage(start, end)
