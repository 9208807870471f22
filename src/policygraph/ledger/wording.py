"""How firmly a target is promised: 确保 binds, 力争 hopes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.statements import Passage


class Firmness(IntEnum):
    """How firmly a target is promised, the firmest last."""

    HOPED = 1
    PLAIN = 2
    BOUND = 3


_WORDS = {
    Firmness.BOUND: wordclasses.pattern(r"<pledging>"),
    Firmness.HOPED: wordclasses.pattern(r"<trying>"),
}
_MARKS = "，。；！？、\n"


def firmness(passage: Passage) -> tuple[Firmness, str]:
    """Return how firmly a target is promised, and the word that says so, or ``""``.

    The word stands in the clause of the number, which is the last of the quote, or right before it.
    """
    clause = passage.quote[_after_mark(passage.quote, "，；") :]
    before = passage.prefix[_after_mark(passage.prefix, _MARKS) :] if clause == passage.quote else ""
    words = before + clause
    found = [
        (match.start(), firmness, match[0]) for firmness, pattern in _WORDS.items() for match in pattern.finditer(words)
    ]
    if not found:
        return Firmness.PLAIN, ""
    _, firm, word = max(found)
    return firm, word


def _after_mark(text: str, marks: str) -> int:
    """Return the place after the last of some marks, 0 where there is none."""
    return max(text.rfind(mark) for mark in marks) + 1
