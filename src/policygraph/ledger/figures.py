"""Facts made comparable: each with its indicator, area, amount and period resolved, and gathered by what they measure."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policygraph import facets
from policygraph.facets import words
from policygraph.ledger import names, periods, quantities
from policygraph.ledger.directions import direction_of
from policygraph.ledger.periods import Times
from policygraph.ontology import indicators, wordclasses
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.facets import Facets
    from policygraph.ledger.names import Name
    from policygraph.ledger.quantities import Quantity
    from policygraph.ontology.indicators import Direction
    from policygraph.statements import Corpus, Document, Fact

_NATION = wordclasses.word("nationwide")

# How much larger than the year's own figure a total of several years is at least; 1.5 allows for two years that differ.
_TOTAL = 2.5
# Characters before a number that its sentence is looked at for what is meant.
_AROUND = 80
_STOPS = "。；！？\n"
_GAPS = re.compile(r"\s|[\d.,，、％%]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact made comparable.

    Attributes:
        fact: the fact.
        document: the document that states it.
        name: its indicator, one for all ways to say it.
        area: the short name of its area.
        quantity: how much it states, in the base unit.
        period: the stretch of time that it speaks of.
        direction: whether more or less of it is better.
        reviewed: whether it stands under an opening that speaks of several years, some paragraphs above.
        facets: its indicator taken apart.

    """

    fact: Fact
    document: Document
    name: Name
    area: str
    quantity: Quantity
    period: Period
    direction: Direction
    reviewed: bool
    facets: Facets

    @property
    def subject(self) -> tuple[Name, str]:
        """Whose what it measures."""
        return self.name, self.area

    @property
    def context(self) -> str:
        """The words of its sentence up to its number, for a name that tells no thing."""
        end = self.fact.passage.end
        before = self.document.text[max(0, end - _AROUND) : end]
        return _GAPS.sub("", before[max(before.rfind(mark) for mark in _STOPS) + 1 :])

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """Where it stands: documents by date, then by name, then by place."""
        passage = self.fact.passage
        return self.document.issued, self.document.name, passage.start, passage.end, self.fact.id


@dataclass(frozen=True, slots=True)
class Series:
    """All figures of one indicator and area.

    Attributes:
        targets: the targets by year, each year's in order.
        outcomes: the outcomes by year, each year's in order.

    """

    targets: Mapping[int, tuple[Figure, ...]]
    outcomes: Mapping[int, tuple[Figure, ...]]


def of(corpus: Corpus) -> tuple[Figure, ...]:
    """Return the figures of a corpus, in order."""
    found = []
    for reading in corpus.readings:
        times = Times(reading.document.text)
        found += [_figure(fact, reading.document, times) for fact in reading.facts]
    return tuple(sorted(_totals_apart(found), key=lambda figure: figure.order))


def series(figures: Iterable[Figure]) -> Mapping[tuple[Name, str], Series]:
    """Return the figures by indicator and area, each year's in order."""
    gathered: defaultdict[tuple[Name, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        gathered[figure.subject].append(figure)
    return {
        subject: Series(_by_year(those, Kind.TARGET), _by_year(those, Kind.OUTCOME))
        for subject, those in gathered.items()
    }


def leading(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the figures of the year itself that stand for their documents: unambiguous ones.

    A document that gives two values of an indicator of the ontology gives the headline first; of two values of a name
    that was minted, nobody knows which is meant (28项工程, 9项工程), so that neither is compared with other years. No
    more is a name that only says what sort of thing is counted (产业集群).
    """
    by_document: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.period is Period.YEAR:
            by_document[figure.document.name].append(figure)
    found: list[Figure] = []
    for those in by_document.values():
        first = those[0]
        same = [figure for figure in those if figure.quantity.anchor == first.quantity.anchor]
        if first.name.concept or (len(same) == len(those) and not first.name.generic):
            found += _set(same)
    return tuple(found)


def _set(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return a document's statements of one value without those that only explain it: 经济增长预期目标定为7.5%左右."""
    found = [figure for figure in figures if not words.pattern("comment").search(figure.fact.passage.quote)]
    return found or figures[:1]


def distinct(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures of one indicator, area and year without what a document says twice of one period."""
    gathered: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        quantity = figure.quantity
        gathered[figure.document.name, figure.period, quantity.low, quantity.high, quantity.dimension].append(figure)
    return tuple(map(spoken, gathered.values()))


def spoken(figures: Sequence[Figure]) -> Figure:
    """Return which of a document's statements of one value stands for all: the first that names its subject in full."""
    full = (figure for figure in _set(figures) if figure.facets.subject in indicators.key(figure.fact.passage.quote))
    return next(full, _set(figures)[0])


def _figure(fact: Fact, document: Document, times: Times) -> Figure:
    name, parts, quantity = names.of(fact), facets.of(fact), quantities.of(fact)
    if growth := names.of_growth(fact):
        name, parts, quantity = growth, replace(parts, falls=False), quantity.negated()
    reviewed = times.reviews_years(fact)
    return Figure(
        fact=fact,
        document=document,
        name=name,
        area=_area(fact, document, parts),
        quantity=quantity,
        period=periods.of_kind(
            times.period(fact), fact.kind, parts, reviewed=reviewed or periods.is_for_later(fact, document)
        ),
        direction=direction_of(name, fact, parts),
        reviewed=reviewed,
        facets=parts,
    )


def _area(fact: Fact, document: Document, parts: Facets) -> str:
    """Return the short name of the area of a figure.

    In the document of a place 全国 is whose figure it is only right before its subject (全国居民消费价格), not in a title
    (全国重点实验室) nor in a rank.
    """
    area = names.area_of(fact)
    own = names.area(document.area)
    if area != _NATION or own == _NATION:
        return area
    said = re.search(f"{_NATION}的?{re.escape(parts.subject[:2])}", fact.passage.quote)
    return area if said and _NATION not in fact.indicator else own


def _totals_apart(figures: Iterable[Figure]) -> list[Figure]:
    """Tell totals of several years from the year's figures where one document gives both without saying so nearby."""
    gathered: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        gathered[*figure.subject, figure.fact.year, figure.fact.kind, figure.document.name].append(figure)
    found: list[Figure] = []
    for those in gathered.values():
        least = min(abs(figure.quantity.anchor) for figure in those)
        found += [_total(figure) if _is_total(figure, float(least)) else figure for figure in those]
    return found


def _is_total(figure: Figure, least: float) -> bool:
    return figure.reviewed and figure.period is Period.YEAR and 0 < least * _TOTAL <= abs(figure.quantity.anchor)


def _total(figure: Figure) -> Figure:
    return replace(figure, period=Period.YEARS, reviewed=True)


def _by_year(figures: Iterable[Figure], kind: Kind) -> dict[int, tuple[Figure, ...]]:
    years: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: figure.order):
        if figure.fact.kind is kind:
            years[figure.fact.year].append(figure)
    return {year: tuple(years[year]) for year in sorted(years)}
