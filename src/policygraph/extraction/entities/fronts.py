"""The verb that opens a clause and says what is done with what follows: [加快建设]中原科技城, [培育创建]省级制造业创新中心."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from policygraph.extraction.language import verbs, words
from policygraph.ontology import wordclasses
from policygraph.statements import Stage

if TYPE_CHECKING:
    from policygraph.extraction.language.words import Word

# 健全完善机制 may be about a mechanism of 完善; with a longer object 完善 is a second verb.
_SHORTEST_OBJECT = 4
# Between two verbs of one object: 巩固和加强, 完善、推广.
_AND = wordclasses.pattern(r"[、<joining_characters>]|<joining_words>")
# Aspect and complement after a verb: 建成了, 打好, 完善好.
_COMPLEMENT = wordclasses.pattern(r"<verb_complements>|<up_complement>")


class Text:
    """A clause with the places where its words begin and where no quotation is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: tuple[Word, ...] = words.split(text)
        self.starts = {word.start for word in self.words} | {len(text)}
        self.depths = words.depths(text)
        self._open = [word.start for word in self.words if not self.depths[word.start]]
        self._verbs = [word.start for word in self.words if word.text in verbs.table("front")]

    def between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin from ``start`` to ``end`` (excluded)."""
        first = bisect_left(self.words, start, key=_start)
        return self.words[first : bisect_left(self.words, end, lo=first, key=_start)]

    def open_between(self, start: int, end: int) -> list[int]:
        """Return where words begin outside quotations and brackets, from ``start`` to ``end`` (excluded)."""
        return self._open[bisect_left(self._open, start) : bisect_left(self._open, end)]

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a word from ``start`` to ``end`` (excluded) is a verb that can stand in front."""
        return bisect_left(self._verbs, start) < bisect_left(self._verbs, end)


def _start(word: Word) -> int:
    return word.start


def skip_openers(clause: Text, start: int, end: int) -> int:
    """Return where the clause begins behind 今年, 同时, 我们将."""
    at = start
    while (match := verbs.opener().match(clause.text, at, end)) and match.end() > at and match.end() in clause.starts:
        at = match.end()
    return at


def find(clause: Text, start: int, end: int) -> tuple[str, int] | None:
    """Return the verb that opens the clause and where its object begins, or None."""
    match = verbs.pattern("front").match(clause.text, start, end)
    # The first manner word can be the verb itself: 加快 + 中牟新区建设.
    while match and match.end() not in clause.starts:
        shorter = verbs.pattern("front").match(clause.text, start, match.end() - 1)
        match = shorter
    if match is None or match.end() >= end:
        return None
    verb, at = match["verb"], match.end()
    while (
        (longer := verbs.pattern("front").match(clause.text, at, end))
        and longer.end() in clause.starts
        and verbs.gives_way(verb)
    ):
        if longer.end() >= end:
            break
        verb, at = longer["verb"], longer.end()
    return _second_verb(clause, verb, at, end)


def _second_verb(clause: Text, verb: str, at: int, end: int) -> tuple[str, int]:
    """Pass over a second verb with the same object (培育创建, 构建并持续深化); the one that plans says the stage."""
    while True:
        if (match := _COMPLEMENT.match(clause.text, at, end)) and match.end() in clause.starts:
            at = match.end()
        joint = _AND.match(clause.text, at, end)
        second = verbs.pattern("front").match(clause.text, joint.end() if joint else at, end)
        if second is None or second.end() >= end or second.end() not in clause.starts:
            return verb, at
        repeated = second["verb"] in verbs.REPEATING and end - second.end() >= _SHORTEST_OBJECT
        if not joint and verb not in verbs.INTRODUCING and not repeated:
            return verb, at
        planned = verbs.table("front")[verb].stage is Stage.PLANNED
        verb, at = verb if planned else second["verb"], second.end()
