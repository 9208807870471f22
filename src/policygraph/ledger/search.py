"""Where the later documents of an area could speak of a figure: before a silence is told, their words are searched.

A sentence is found by the bigrams of the subject that are rare in the names of the corpus. Only sentences of the right sort
are looked at: what became of a target stands among results, its next value among targets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.ledger.dates import year_of
from policygraph.ledger.likeness import bigrams
from policygraph.ledger.names import area as short_area
from policygraph.statements import Kind, Mode, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.likeness import Weights
    from policygraph.statements import Corpus, Document, Reading

# The share of a subject's weight that a sentence has to hold to be the one that could speak of it.
COVERED: Final = 0.6
_SENTENCES = re.compile(r"[^。！？；\n]+")
_CLAUSES = re.compile(r"[^，。；！？：\n]+")
_CONTEXT = 16
# Of the sentences that share the most bigrams so many are weighed.
_TRIED = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that could speak of a figure, and how much of its subject it holds, from 0 to 1."""

    passage: Passage
    covered: float


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of a document that tell results, or set targets, by bigram."""

    document: Document
    sentences: Sequence[tuple[int, int]]
    by_bigram: Mapping[str, Sequence[int]]


class Search:
    """A search of the documents of each area.

    Args:
        corpus: what the documents say.
        weighed: the weights of bigrams in the names of the corpus.

    """

    def __init__(self, corpus: Corpus, weighed: Weights) -> None:
        self._weights = weighed
        self._readings: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(corpus.readings, key=lambda reading: (reading.document.issued, reading.document.name)):
            self._readings[short_area(reading.document.area)].append(reading)
        self._texts: dict[tuple[str, Kind], _Text] = {}

    def passage(self, figure: Figure, kind: Kind, after: int) -> Found | None:
        """Return the passage that could speak of a figure in documents issued after a year, or None.

        Args:
            figure: the target of which nothing was found.
            kind: whether a result or another target is looked for.
            after: the year after which the documents were issued; those of the following year are looked at.

        """
        subject = figure.facets.subject
        best: Found | None = None
        for reading in self._readings.get(figure.area, ()):
            if year_of(reading.document) == after + 1:
                found = self._best(subject, self._text(reading, kind))
                if found and found.covered >= COVERED and (best is None or found.covered > best.covered):
                    best = found
        return best

    def _best(self, subject: str, text: _Text) -> Found | None:
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in sorted(bigrams(subject)):
            for at in text.by_bigram.get(pair, ()):
                shared[at] += self._weights.of((pair,))
        if not shared:
            return None
        at = min(shared, key=lambda at: (-shared[at], at))
        start, end = _narrowed(text.document.text, *text.sentences[at], bigrams(subject))
        words = text.document.text
        passage = Passage(
            text.document.name, start, end, words[start:end], words[max(0, start - _CONTEXT) : start],
            words[end : end + _CONTEXT],
        )  # fmt: skip
        return Found(passage, self._weights.covered(subject, re.sub(r"[\s“”\"「」、的]", "", passage.quote)))

    def _text(self, reading: Reading, kind: Kind) -> _Text:
        key = (reading.document.name, kind)
        if key not in self._texts:
            self._texts[key] = _indexed(reading, kind)
        return self._texts[key]


def _narrowed(text: str, start: int, end: int, pairs: frozenset[str]) -> tuple[int, int]:
    """Return the stretch of clauses of a sentence from the first to the last that holds one of some bigrams."""
    clauses = [found.span() for found in _CLAUSES.finditer(text, start, end)]
    held = [span for span in clauses if any(pair in text[slice(*span)] for pair in pairs)]
    return (held[0][0], held[-1][1]) if held else (start, end)


def _indexed(reading: Reading, kind: Kind) -> _Text:
    text = reading.document.text
    places, kinds = _kinds(reading)
    sentences: list[tuple[int, int]] = []
    by_bigram: defaultdict[str, list[int]] = defaultdict(list)
    for found in _SENTENCES.finditer(text):
        if _kind_of(found.start(), found.end(), places, kinds) is not kind:
            continue
        for pair in bigrams(re.sub(r"[\s“”\"「」、的]", "", found[0])):
            by_bigram[pair].append(len(sentences))
        sentences.append(found.span())
    return _Text(reading.document, sentences, by_bigram)


def _kinds(reading: Reading) -> tuple[Sequence[int], Sequence[Kind]]:
    """Return where the statements of a document stand, and whether they tell a result or set a target."""
    issued = reading.document.year
    told: Iterable[tuple[int, Kind]] = (
        *((fact.passage.end, fact.kind) for fact in reading.facts if fact.year >= issued - 1),
        *((mention.passage.end, Kind(mention.mode)) for mention in reading.mentions if mention.mode is not Mode.NONE),
    )
    ordered = sorted(told)
    return [place for place, _ in ordered], [kind for _, kind in ordered]


def _kind_of(start: int, end: int, places: Sequence[int], kinds: Sequence[Kind]) -> Kind | None:
    """Return the kind of a sentence: that of its last statement, else that of the one before it."""
    before = bisect_right(places, end)
    return kinds[before - 1] if before else None
