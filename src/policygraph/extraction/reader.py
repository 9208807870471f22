"""Reading a document: the first pass, in the order in which a reader would do it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.documents.layout import Role
from policygraph.extraction import coverage, links, quantities
from policygraph.extraction.discourse import genre
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.entities import mentions
from policygraph.extraction.facts import facts
from policygraph.extraction.grids import columns, fates, grid, projects, prose
from policygraph.extraction.grids import facts as figures
from policygraph.extraction.relations import duties, relations
from policygraph.extraction.relations.relations import Named
from policygraph.ontology import indicators, themes
from policygraph.statements import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.extraction.discourse.segments import Sentence
    from policygraph.extraction.grids.grid import Cell, Grid
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.quantities import Numbers, Quantity
    from policygraph.extraction.relations.duties import Duty
    from policygraph.statements import Document, Fact, Mention, Numeral


# The headings of some documents stand over many paragraphs each.
_KEPT = 4096


def read(document: Document, *, names: Names) -> Reading:
    """Return what a document says; a pure function of the document and the list of names."""
    with _uncollected():
        said = _Said(document, names)
        for part in grid.parts(document, layout.blocks(document)):
            if isinstance(part, grid.Grid):
                said.take_table(part)
            else:
                said.take(part)
        return said.reading()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python look for no circles of objects: reading makes none, and the search takes a twentieth of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Said:
    """What a document says, gathered block by block and table by table."""

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._discourse = Discourse(document.year, genre.of(document))
        self._facts: list[Fact] = []
        self._mentions: list[Mention] = []
        self._sentences: list[Named] = []
        self._numerals: list[Numeral] = []
        self._parted: list[tuple[Block, Sequence[Sentence]]] = []
        self._blocks: list[Block] = []
        self._duties: list[Duty] = []

    def take(self, block: Block) -> None:
        """Read a block of text."""
        self._blocks.append(block)
        inside = tuple(sentences(block))
        self._parted.append((block, inside))
        self._discourse.enter(block)
        numbers = quantities.find(block.text)
        found = _read_block(self._document, block, inside, numbers, self._discourse, self._names)
        block_facts, sentences_named, qualifiers = found
        block_mentions = [mention for named in sentences_named for mention in named.mentions]
        self._sentences += sentences_named
        self._facts += block_facts
        self._mentions += block_mentions
        self._numerals += coverage.numerals(self._document, block, numbers, block_facts, block_mentions, qualifiers)

    def take_table(self, table: Grid) -> None:
        """Read a table: one of figures by its head, one of words cell by cell."""
        self._discourse.enter(table.rows[0].block)
        self._duties += duties.in_table(self._document, table)
        headed = columns.read(table)
        read: list[Cell] = []
        told: list[Cell] = []
        if headed is None:
            for cell, paragraph in prose.cells(table, tuple(duties.tasks(table))):
                self.take(paragraph)
                told.append(cell)
        else:
            self._parted.extend((row.block, tuple(sentences(row.block))) for row in table.rows)
            reader = figures.Reader(self._document, table, headed, self._discourse.issue, self._discourse.standing)
            found = reader.read()
            self._facts += [_with_concept(fact, fact.theme) for fact in found.facts]
            self._mentions += projects.find(self._document, headed, reader.when(), self._names)
            read = found.cells
        self._numerals += fates.numerals(self._document, table, headed, read, told)

    def reading(self) -> Reading:
        """Return all that was gathered."""
        self._duties += duties.in_blocks(self._document, self._blocks)
        answered = duties.answered(self._document, self._duties, self._facts, self._mentions)
        kept = mentions.distinct([*self._mentions, *answered.mentions])
        linked = tuple(links.find(self._document, self._parted, self._facts, self._mentions, kept))
        return Reading(
            document=self._document,
            facts=tuple(self._facts),
            mentions=tuple(kept),
            links=(*linked, *duties.linked(answered.links, answered.mentions, kept)),
            numerals=tuple(self._numerals),
            relations=relations.find(self._document, self._sentences, answered.relations),
        )


def _read_block(
    document: Document, block: Block, inside: Sequence[Sentence], numbers: Numbers, discourse: Discourse, names: Names
) -> tuple[list[Fact], list[Named], list[Quantity]]:
    if block.role is Role.FURNITURE:
        return [], [], []
    theme = _theme(block)
    memory = facts.Memory()
    block_facts: list[Fact] = []
    named: list[Named] = []
    for sentence in inside:
        frames = discourse.frames(sentence)
        if block.role is Role.PARAGRAPH:
            said = facts.find(document, sentence, frames, numbers.quantities, memory)
            block_facts += [_with_concept(fact, theme) for fact in said]
        found = mentions.find(document, sentence, frames, names=names)
        named.append(Named(sentence, [replace(mention, theme=theme) for mention in found]))
    return block_facts, named, memory.qualifiers


def _theme(block: Block) -> str:
    """Return the theme of the nearest heading that has one; where none has, that of the paragraph's first words."""
    for heading in reversed(block.headings):
        if told := _theme_of(heading):
            return told
    theme = themes.find("", block.text)
    return theme.id if theme else ""


@lru_cache(maxsize=_KEPT)
def _theme_of(heading: str) -> str:
    theme = themes.find(heading)
    return theme.id if theme else ""


def _with_concept(fact: Fact, theme: str) -> Fact:
    """Give a fact its theme and, where its indicator is a known one, its concept."""
    indicator = indicators.find(fact.indicator) or indicators.find(fact.indicator.removeprefix(fact.area))
    return replace(fact, theme=theme, concept=indicator.id if indicator else "")
