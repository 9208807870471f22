"""The passages of a document that hold most of a subject, among its results or among its targets.

A sentence is found by the bigrams of the subject that are rare in the names of the corpus. Only sentences of the right sort
are looked at: what became of a target stands among results, its next value among targets.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph import facets
from policygraph.ledger.likeness import bigrams
from policygraph.ontology import wordclasses
from policygraph.statements import Kind, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygraph.ledger.likeness import Weights
    from policygraph.statements import Document, Passage, Reading

_SENTENCES: Final = wordclasses.pattern(r"[^。！？；\n]+")
_CLAUSES: Final = wordclasses.pattern(r"[^，。；！？：\n]+")
_OPENINGS: Final = wordclasses.pattern(
    r"^[^，。；！？\n]{0,6}?(?:(?P<year>20\d\d)年(?!\d|<since>)|(?P<plan><this_or_new_year>)|(?P<past><year_gone_by>))",
    re.MULTILINE,
)
_MARKS: Final = wordclasses.pattern(r"[\s“”\"「」、的]")
# How many sentences of a document are looked at.
_TRIED: Final = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that could speak of a figure, and how much of its subject it holds, from 0 to 1."""

    passage: Passage
    covered: float

    @property
    def words(self) -> str:
        """Its words as they are compared with a subject."""
        return compared(self.passage.quote)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document that tell results, or set targets, by bigram."""

    document: Document
    spans: Sequence[tuple[int, int]]
    by_bigram: Mapping[str, Sequence[int]]

    def holding(self, subject: str, weights: Weights) -> Sequence[Found]:
        """Return the passages of those sentences that hold the most of a subject, the fullest sentence first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in sorted(bigrams(subject)):
            for at in self.by_bigram.get(pair, ()):
                shared[at] += weights.of((pair,))
        best = sorted(shared, key=lambda at: (-shared[at], at))[:_TRIED]
        return [self._narrowed(subject, weights, *self.spans[at]) for at in best]

    def _narrowed(self, subject: str, weights: Weights, start: int, end: int) -> Found:
        """Return the clause, or the two clauses, of a sentence that hold most of a subject."""
        text = self.document.text
        clauses = [found.span() for found in _CLAUSES.finditer(text, start, end)]
        tried = clauses + [(a, d) for (a, _), (_, d) in itertools.pairwise(clauses)]
        held = {span: weights.covered(subject, compared(text[slice(*span)])) for span in tried}
        a, b = max(tried, key=lambda span: (held[span], span[0] - span[1], -span[0]))
        return Found(self.document.passage(a, b), held[a, b])


def compared(words: str) -> str:
    """Return words of a text as they are compared with a subject: in the standard form of what has several (医保)."""
    return facets.standard(_MARKS.sub("", words))


def of(reading: Reading, kind: Kind) -> Sentences:
    """Return the sentences of a document that tell results, or those that set targets."""
    text = reading.document.text
    places, kinds = _kinds(reading)
    sentences: list[tuple[int, int]] = []
    by_bigram: defaultdict[str, list[int]] = defaultdict(list)
    for found in _SENTENCES.finditer(text):
        if _kind_of(found.end(), places, kinds) is not kind:
            continue
        for pair in bigrams(compared(found[0])):
            by_bigram[pair].append(len(sentences))
        sentences.append(found.span())
    return Sentences(reading.document, sentences, by_bigram)


def _kinds(reading: Reading) -> tuple[Sequence[int], Sequence[Kind]]:
    """Return where the statements of a document stand, and whether they tell a result or set a target."""
    issued = reading.document.year
    told: Iterable[tuple[int, Kind]] = (
        *((fact.passage.end, fact.kind) for fact in reading.facts if fact.year >= issued - 1),
        *((mention.passage.end, Kind(mention.mode)) for mention in reading.mentions if mention.mode is not Mode.NONE),
    )
    ordered = sorted((*told, *_opened(reading.document)))
    return [place for place, _ in ordered], [kind for _, kind in ordered]


def _opened(document: Document) -> Iterator[tuple[int, Kind]]:
    """Yield where a line opens with the year of issue, of which a document plans, or with the one before, which it reviews."""
    for found in _OPENINGS.finditer(document.text):
        year = int(found["year"]) if found["year"] else document.year - (found["past"] is not None)
        if document.year - 1 <= year <= document.year:
            yield found.end(), Kind.TARGET if year == document.year else Kind.OUTCOME


def _kind_of(end: int, places: Sequence[int], kinds: Sequence[Kind]) -> Kind | None:
    """Return the kind of a sentence: that of its last statement, else that of the one before it."""
    before = bisect_right(places, end)
    return kinds[before - 1] if before else None
