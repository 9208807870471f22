"""Reading a document: the first pass, in the order in which a reader would do it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.documents.layout import Role
from policygraph.extraction import coverage, links, quantities
from policygraph.extraction.discourse import genre
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.entities import mentions
from policygraph.extraction.facts import facts
from policygraph.ontology import indicators, themes
from policygraph.statements import Reading

if TYPE_CHECKING:
    from policygraph.documents.layout import Block
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.quantities import Numbers, Quantity
    from policygraph.statements import Document, Fact, Mention, Numeral


def read(document: Document, *, names: Names) -> Reading:
    """Return what a document says; a pure function of the document and the list of names."""
    nature = genre.of(document)
    discourse = Discourse(nature.year, nature.genre)
    found_facts: list[Fact] = []
    found_mentions: list[Mention] = []
    numerals: list[Numeral] = []
    for block in layout.blocks(document):
        discourse.enter(block)
        numbers = quantities.find(block.text)
        block_facts, block_mentions, qualifiers = _read_block(document, block, numbers, discourse, names)
        found_facts += block_facts
        found_mentions += block_mentions
        numerals += coverage.numerals(document, block, numbers, block_facts, block_mentions, qualifiers)
    kept = mentions.distinct(found_mentions)
    return Reading(
        document=document,
        facts=tuple(found_facts),
        mentions=tuple(kept),
        links=tuple(links.find(document, found_facts, found_mentions, kept)),
        numerals=tuple(numerals),
    )


def _read_block(
    document: Document, block: Block, numbers: Numbers, discourse: Discourse, names: Names
) -> tuple[list[Fact], list[Mention], list[Quantity]]:
    if block.role is Role.FURNITURE:
        return [], [], []
    theme = _theme(block)
    memory = facts.Memory()
    block_facts: list[Fact] = []
    block_mentions: list[Mention] = []
    for sentence in sentences(block):
        frames = discourse.frames(sentence)
        if block.role is Role.PARAGRAPH:
            said = facts.find(document, sentence, frames, numbers.quantities, memory)
            block_facts += [_with_concept(fact, theme) for fact in said]
        named = mentions.find(document, sentence, frames, names=names)
        block_mentions += [replace(mention, theme=theme) for mention in named]
    return block_facts, block_mentions, memory.qualifiers


def _theme(block: Block) -> str:
    """Return the theme of the nearest heading that has one; where none has, that of the paragraph's first words."""
    for heading in reversed(block.headings):
        if theme := themes.find(heading):
            return theme.id
    theme = themes.find("", block.text)
    return theme.id if theme else ""


def _with_concept(fact: Fact, theme: str) -> Fact:
    """Give a fact its theme and, where its indicator is a known one, its concept."""
    indicator = indicators.find(fact.indicator) or indicators.find(fact.indicator.removeprefix(fact.area))
    return replace(fact, theme=theme, concept=indicator.id if indicator else "")
