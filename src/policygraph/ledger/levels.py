"""Growth that came to nothing, told without a number: 居民消费价格与上年基本持平 is a rise of 0 %.

A series of growth without its zeros is biased, so that the panel has them as outcomes of about 0 %.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygraph.ledger.dates import year_of
from policygraph.ontology import indicators, wordclasses
from policygraph.statements import Comparator, Fact, Kind, Passage, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.statements import Reading

_LEVEL: Final = wordclasses.pattern(
    r"(?P<name>[^，。；：、！？\s]{2,20}?)(?P<said><with_last_year>(?P<about><nearly_level>)?<stays_level>|<no_growth>)"
)
_STOPS: Final = "。；！？\n"


def with_levels(reading: Reading) -> Reading:
    """Return a reading with an outcome for each growth of an indicator of the ontology that its text tells as level."""
    return replace(reading, facts=(*reading.facts, *_facts(reading)))


def _facts(reading: Reading) -> Iterator[Fact]:
    document = reading.document
    for found in _LEVEL.finditer(document.text):
        known = next(
            (k for end in wordclasses.of("names_of_growth") if (k := indicators.find(f"{found['name']}{end}"))), None
        )
        if known is None or known.unit_kind != "rate":
            continue
        start, end = found.span()
        if any(fact.passage.start < end and start < fact.passage.end for fact in reading.facts):
            continue
        yield Fact(
            kind=Kind.OUTCOME,
            indicator=known.label,
            concept=known.id,
            area=document.area,
            year=_year(reading, start),
            comparator=Comparator.ABOUT if found["about"] else Comparator.EQUAL,
            value=Decimal(0),
            value_max=None,
            unit="%",
            written=found["said"],
            status=Status.NORMAL,
            theme=known.theme,
            heading="",
            passage=Passage(document.name, start, end, found[0]),
        )


def _year(reading: Reading, place: int) -> int:
    """Return the year of which the results of the sentence speak, else the one before the document's."""
    text = reading.document.text
    start = max(text.rfind(mark, 0, place) for mark in _STOPS) + 1
    end = min((at for mark in _STOPS if (at := text.find(mark, place)) >= 0), default=len(text))
    years = Counter(
        fact.year for fact in reading.facts if fact.kind is Kind.OUTCOME and start <= fact.passage.start < end
    )
    return max(years, key=lambda year: (years[year], year)) if years else year_of(reading.document) - 1
