"""Where the later documents of an area could speak of a figure: before a silence is told, their words are searched.

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
from policygraph.ledger import vetoes
from policygraph.ledger.dates import year_of
from policygraph.ledger.likeness import bigrams
from policygraph.ledger.names import area as short_area
from policygraph.ontology import wordclasses
from policygraph.statements import Kind, Mode, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.likeness import Weights
    from policygraph.statements import Corpus, Document, Reading

# The share of a subject's weight that a sentence has to hold to be the one that could speak of it.
COVERED: Final = 0.6
_SENTENCES = wordclasses.pattern(r"[^。！？；\n]+")
_CLAUSES = wordclasses.pattern(r"[^，。；！？：\n]+")
_OPENINGS = wordclasses.pattern(
    r"^[^，。；！？\n]{0,6}?(?:(?P<year>20\d\d)年(?!\d|以来)|(?P<plan><this_or_new_year>)|(?P<past><year_gone_by>))",
    re.MULTILINE,
)
_CONTEXT = 16
_MARKS = wordclasses.pattern(r"[\s“”\"「」、的]")
_PART = "其中"
# The whole of a part ends no more characters before it.
_NEAR = 60
# How alike two names are of which the facts of a passage speak.
_ALIKE = 0.8


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
        figures: its figures.
        weighed: the weights of bigrams in the names of the corpus.

    """

    def __init__(self, corpus: Corpus, figures: Iterable[Figure], weighed: Weights) -> None:
        self._weights = weighed
        self._readings: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(corpus.readings, key=lambda reading: (reading.document.issued, reading.document.name)):
            self._readings[short_area(reading.document.area)].append(reading)
        self._figures: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._figures[figure.document.name].append(figure)
        self._texts: dict[tuple[str, Kind], _Text] = {}

    def passage(self, figure: Figure, kind: Kind) -> Found | None:
        """Return the passage of the first later documents that could speak of a target, or None.

        Args:
            figure: a target of which nothing was found.
            kind: whether a result or another target is looked for.

        """
        # 产业投资占全部投资比重 may be told without what it is a share of.
        subject = figure.facets.subject.partition("占")[0] or figure.facets.subject
        found = self.words(subject, figure.area, kind, figure.fact.year)
        if found is None or self._is_another(figure, found.passage):
            return None
        # A subject of common words (耕地, 钢铁) is meant only together with what is done to it (补充, 淘汰).
        verb = figure.facets.core.removesuffix(subject)
        if self._weights.of(bigrams(subject)) < self._weights.telling and verb not in found.passage.quote:
            return None
        return found

    def whole(self, figure: Figure) -> Figure | None:
        """Return the target of which a target is told to be a part: 银龄人才3600名，其中银龄教师1550名."""
        start = figure.fact.passage.start
        at = figure.document.text.rfind(_PART, start, figure.fact.passage.end)
        own = self._figures[figure.document.name]
        before = [other for other in own if start - _NEAR <= other.fact.passage.end <= at and at >= 0]
        return max(before, key=lambda other: other.order[2:], default=None)

    def words(self, subject: str, area: str, kind: Kind, year: int) -> Found | None:
        """Return the passage that holds most of a subject in the first documents of an area that were issued after a year.

        Args:
            subject: the words looked for.
            area: the short name of the area.
            kind: whether among results or among targets.
            year: the year before that of the documents.

        """
        best: Found | None = None
        later = [reading for reading in self._readings.get(area, ()) if year_of(reading.document) > year]
        for reading in later:
            # The results of a year are told in the next; where no document of that one was read, in the first after it.
            if year_of(reading.document) == year_of(later[0].document):
                found = self._best(subject, self._text(reading, kind))
                if found and found.covered >= COVERED and (best is None or found.covered > best.covered):
                    best = found
        return best

    def _is_another(self, figure: Figure, passage: Passage) -> bool:
        """Whether all that a passage says of the subject is known to be something else: its growth, a total of years."""
        told = [
            other
            for other in self._figures[passage.document]
            if other.fact.passage.start < passage.end and passage.start < other.fact.passage.end
        ]
        near = [other for other in told if self._alike(figure, other) >= _ALIKE]
        return bool(near) and all(vetoes.veto(figure, other) for other in near)

    def _alike(self, one: Figure, other: Figure) -> float:
        return self._weights.likeness(one.facets.subject, other.facets.subject).score

    def _best(self, subject: str, text: _Text) -> Found | None:
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in sorted(bigrams(subject)):
            for at in text.by_bigram.get(pair, ()):
                shared[at] += self._weights.of((pair,))
        if not shared:
            return None
        at = min(shared, key=lambda at: (-shared[at], at))
        return self._narrowed(subject, text.document, *text.sentences[at])

    def _narrowed(self, subject: str, document: Document, start: int, end: int) -> Found:
        """Return the clause, or the two clauses, of a sentence that hold most of a subject."""
        words = document.text
        spans = [found.span() for found in _CLAUSES.finditer(words, start, end)]
        tried = spans + [(a, d) for (a, _), (_, d) in itertools.pairwise(spans)]
        best = max(tried, key=lambda span: (self._covered(subject, words[slice(*span)]), span[0] - span[1], -span[0]))
        a, b = best
        passage = Passage(
            document.name, a, b, words[a:b], words[max(0, a - _CONTEXT) : a], words[b : b + _CONTEXT],
            document.page(a),
        )  # fmt: skip
        return Found(passage, self._covered(subject, passage.quote))

    def _covered(self, subject: str, words: str) -> float:
        return self._weights.covered(subject, _compared(words))

    def _text(self, reading: Reading, kind: Kind) -> _Text:
        key = (reading.document.name, kind)
        if key not in self._texts:
            self._texts[key] = _indexed(reading, kind)
        return self._texts[key]


def _compared(words: str) -> str:
    """Return words of a text as they are compared with a subject: in the standard form of what has several (医保)."""
    return facets.standard(_MARKS.sub("", words))


def _indexed(reading: Reading, kind: Kind) -> _Text:
    text = reading.document.text
    places, kinds = _kinds(reading)
    sentences: list[tuple[int, int]] = []
    by_bigram: defaultdict[str, list[int]] = defaultdict(list)
    for found in _SENTENCES.finditer(text):
        if _kind_of(found.end(), places, kinds) is not kind:
            continue
        for pair in bigrams(_compared(found[0])):
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
