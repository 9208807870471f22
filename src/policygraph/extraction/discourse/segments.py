"""Sentences, measures and clauses of a block, as spans of its text.

A sentence ends at 。！？; semicolons part it into measures (separate undertakings); commas part a measure into clauses.
Brackets and quotation marks hold together what stands in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.documents.layout import Block

_SENTENCE_ENDS = "。！？"
_MEASURE_ENDS = "；;"
_CLAUSE_ENDS = "，：:"
_OPENING = "（(“‘《〈【"
_CLOSING = "）)”’》〉】"
_MARK = re.compile(f"[{re.escape(_SENTENCE_ENDS + _MEASURE_ENDS + _CLAUSE_ENDS + _OPENING + _CLOSING)}]")
# “小巨人企业414家，制造业“单项冠军”企业51家: a quotation mark that another follows before any closes is not closed at all.
_UNCLOSED = re.compile(r"“(?=[^“”]{0,80}“)")
# An unclosed bracket must not swallow a page: no bracketed remark read was longer.
_LONGEST_BRACKET = 80
# The longest clause of 70 reports has 181 characters, the longest sentence 639. What is longer than these is a table without
# marks, a torn page or an attack: such a clause is not read (lists of 400 names are), and such a sentence ends at its next mark.
LONGEST = 2000
_LONGEST_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: ``block.text[start:end]`` without its closing punctuation mark.

    Attributes:
        block: the block it stands in.
        start: first character in the block's text.
        end: one past the last.
        measure: index of the measure in the sentence, from 0.
        closing: the mark that ends it, or ``""``.
    """

    block: Block
    start: int
    end: int
    measure: int
    closing: str

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its clauses.

    Attributes:
        block: the block it stands in.
        start: first character in the block's text.
        end: one past the last, closing mark included.
        clauses: its clauses, at least one.
    """

    block: Block
    start: int
    end: int
    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.block.text[self.start : self.end]


def sentences(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block, without the clauses that are longer than :data:`LONGEST`."""
    clauses: list[Clause] = []
    start = clause_start = measure = 0
    for at, mark in [*_marks(block.text), (len(block.text), "")]:
        legible = at - clause_start <= LONGEST
        if legible and at > clause_start:
            clauses.append(Clause(block, clause_start, at, measure, mark))
        measure += bool(mark) and mark in _MEASURE_ENDS
        if not mark or mark in _SENTENCE_ENDS or at - start > _LONGEST_SENTENCE:
            if clauses:
                end = min(at + 1, len(block.text)) if legible else clause_start
                yield Sentence(block, start, end, tuple(clauses))
            start, clauses, measure = at + 1, [], 0
        clause_start = at + 1


def _marks(text: str) -> list[tuple[int, str]]:
    """Return the punctuation marks that part the text, with their places; those inside brackets do not count."""
    marks: list[tuple[int, str]] = []
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark[0]
        if char in _OPENING:
            if not _UNCLOSED.match(text, at):
                opened.append(at)
        elif char in _CLOSING and opened:
            opened.pop()
        elif char in _SENTENCE_ENDS:
            inside = bool(opened) and at - opened[0] <= _LONGEST_BRACKET and _closes(text, at)
            if not inside:
                opened.clear()
                marks.append((at, char))
        elif char in _MEASURE_ENDS + _CLAUSE_ENDS and not _holds(opened, at) and not _in_number(text, at):
            marks.append((at, char))
    return marks


def _holds(opened: list[int], at: int) -> bool:
    return bool(opened) and at - opened[-1] <= _LONGEST_BRACKET


def _closes(text: str, at: int) -> bool:
    """Whether a bracket is closed soon after ``at``, before another sentence ends."""
    for char in text[at + 1 : at + _LONGEST_BRACKET]:
        if char in _SENTENCE_ENDS:
            return False
        if char in _CLOSING:
            return True
    return False


def _in_number(text: str, at: int) -> bool:
    """Whether a colon stands between digits, as in a ratio or a time of day."""
    return text[at] in ":：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
