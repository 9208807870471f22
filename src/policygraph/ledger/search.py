"""Where the later documents of an area could speak of a figure: before a silence is told, their words are searched."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.ledger import names, passages
from policygraph.ledger.dates import year_of
from policygraph.ledger.plausible import COVERED, NEAR, Plausible, contrasted
from policygraph.ontology import wordclasses
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.likeness import Weights
    from policygraph.ledger.passages import Found, Sentences
    from policygraph.statements import Corpus, Reading

_PART = wordclasses.word("of_which")

# The whole of a part ends no more characters before it.
_NEAR = 60


class Search:
    """A search of the documents of each area.

    Args:
        corpus: what the documents say.
        figures: its figures.
        weighed: the weights of bigrams in the names of the corpus.

    """

    def __init__(self, corpus: Corpus, figures: Sequence[Figure], weighed: Weights) -> None:
        self._weights = weighed
        self._plausible = Plausible(figures, weighed)
        self._readings: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(corpus.readings, key=lambda reading: (reading.document.issued, reading.document.name)):
            self._readings[names.area(reading.document.area)].append(reading)
        self._own: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._own[figure.document.name].append(figure)
        self._sentences: dict[tuple[str, Kind], Sentences] = {}

    def tells(self, figure: Figure) -> bool:
        """Whether the name of a figure tells a thing that words can be searched for: no more than 项目数 does not."""
        return self._plausible.asked(figure) != ""

    def passage(self, figure: Figure, kind: Kind) -> Found | None:
        """Return the passage of the next year's documents that could speak of a target, or None.

        Args:
            figure: a target of which nothing was found.
            kind: whether a result or another target is looked for.

        """
        near = self._near(figure, kind)
        return next((found for found in near if self._plausible.could_be(figure, kind, found)), None)

    def near(self, figure: Figure, kind: Kind) -> bool:
        """Whether a passage holds most of a figure's subject, whether or not it can be quoted as its own."""
        return any(True for _ in self._near(figure, kind, NEAR))

    def alike(self, target: Figure) -> Figure | None:
        """Return the outcome that is most like a target in its name, among those that nothing parts from it."""
        told = self._next(target.area, target.fact.year)
        found = [pair for reading in told for pair in self._plausible.alike(target, reading.document.name)]
        return max(found, key=lambda pair: (pair[0], pair[1].order))[1] if found else None

    def related(self, target: Figure) -> bool:
        """Whether the next plan sets a target in the same unit under a name somewhat like that of a target."""
        plans = self._next(target.area, target.fact.year)
        return any(self._plausible.related(target, reading.document.name) for reading in plans)

    def whole(self, figure: Figure) -> Figure | None:
        """Return the target of which a target is told to be a part: 银龄人才3600名，其中银龄教师1550名."""
        start = figure.fact.passage.start
        at = figure.document.text.rfind(_PART, start, figure.fact.passage.end)
        own = self._own[figure.document.name]
        before = [other for other in own if start - _NEAR <= other.fact.passage.end <= at and at >= 0]
        return max(before, key=lambda other: other.order[2:], default=None)

    def words(self, subject: str, area: str, kind: Kind, year: int) -> Found | None:
        """Return the passage that holds most of a subject in the documents of an area that were issued in the year after one.

        Args:
            subject: the words looked for.
            area: the short name of the area.
            kind: whether among results or among targets.
            year: the year before that of the documents; a total of several years is no result of it.

        """
        held = self._holding(subject, area, kind, year)
        return next((found for found in held if not self._plausible.is_of_years(found.passage)), None)

    def _near(self, figure: Figure, kind: Kind, share: float = COVERED) -> Iterator[Found]:
        """Yield the passages that hold most of a figure's subject and nothing that excludes it, the fullest first."""
        asked = self._plausible.asked(figure)
        yearly = kind is Kind.OUTCOME and figure.period is Period.YEAR
        for found in self._holding(asked, figure.area, kind, figure.fact.year, share) if asked else ():
            of_years = yearly and self._plausible.is_of_years(found.passage)
            if not of_years and not contrasted(figure, found.words):
                yield found

    def _holding(self, subject: str, area: str, kind: Kind, year: int, share: float = COVERED) -> Iterable[Found]:
        """Return the passages that hold a share of a subject, that which holds the most first."""
        asked = self._next(area, year)
        found = [each for reading in asked for each in self._of(reading, kind).holding(subject, self._weights)]
        return sorted((each for each in found if each.covered >= share), key=lambda each: -each.covered)

    def _next(self, area: str, year: int) -> Sequence[Reading]:
        """Return the documents of an area of the year after one: they tell its results, and what is set after it."""
        return [each for each in self._readings.get(area, ()) if year_of(each.document) == year + 1]

    def _of(self, reading: Reading, kind: Kind) -> Sentences:
        key = (reading.document.name, kind)
        if key not in self._sentences:
            self._sentences[key] = passages.of(reading, kind)
        return self._sentences[key]
