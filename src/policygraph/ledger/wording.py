"""How firmly a target is promised: 确保 binds, 按…安排 reckons with it, 力争 hopes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from policygraph.statements import Passage


class Firmness(IntEnum):
    """How firmly a target is promised, the firmest last."""

    HOPED = 1
    ARRANGED = 2
    PLAIN = 3
    BOUND = 4


_WORDS = {
    Firmness.BOUND: wordclasses.pattern(r"<pledging>"),
    Firmness.ARRANGED: wordclasses.pattern(
        r"按(?=[^，。；]{0,12}<arranging>)|<according_to>(?=[^，。；]{0,12}<arranging>)"
    ),
    Firmness.HOPED: wordclasses.pattern(r"<trying>"),
}
_BINDING: Final = {Comparator(bound): word for word, bound in wordclasses.features("binding_words").items()}
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


def bound(comparator: Comparator) -> str:
    """Return the word of a comparator that binds more than 左右, or ``""``: 以上 and 以内 leave one side open, 左右 both."""
    return _BINDING.get(comparator, "")


def _after_mark(text: str, marks: str) -> int:
    """Return the place after the last of some marks, 0 where there is none."""
    return max(text.rfind(mark) for mark in marks) + 1
