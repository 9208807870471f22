"""Growth that came to nothing, told without a number: 居民消费价格与上年基本持平 is a rise of 0 %.

A series of growth without its zeros is biased. Only growth of indicators of the ontology is read so, since of no other name
one knows that its growth is meant.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygraph.documents.layout import passage
from policygraph.ontology import indicators, wordclasses
from policygraph.statements import Comparator, Fact, Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.discourse.frames import Frame
    from policygraph.extraction.discourse.segments import Clause
    from policygraph.ontology.indicators import Indicator
    from policygraph.statements import Document

RULE: Final = "quantities/level in words"
_LEVEL: Final = wordclasses.pattern(
    r"(?P<name>[^，。；：、！？\s]{2,20}?)(?P<said><with_last_year>(?P<about><nearly_level>)?<stays_level>|<no_growth>)"
)


def find(document: Document, clause: Clause, frame: Frame) -> Iterator[Fact]:
    """Yield the outcomes of 0 % that a clause without numbers tells.

    Args:
        document: the document.
        clause: one of its clauses.
        frame: what it speaks of.

    """
    if frame.kind is not Kind.OUTCOME:
        return
    for found in _LEVEL.finditer(clause.block.text, clause.start, clause.end):
        if known := _growth(found["name"]):
            yield Fact(
                kind=Kind.OUTCOME,
                indicator=known.label,
                concept=known.id,
                area=document.area,
                # 与上年持平 names the year before only to compare with it.
                year=max(frame.year, document.year - 1),
                comparator=Comparator.ABOUT if found["about"] else Comparator.EQUAL,
                value=Decimal(0),
                value_max=None,
                unit="%",
                written=found["said"],
                status=Status.WORDS,
                theme="",
                heading=clause.block.heading,
                passage=passage(document, clause.block, found.start(), found.end()),
                rule=(RULE,),
            )


def _growth(name: str) -> Indicator | None:
    """Return the growth of what a name names, or None where the ontology has none."""
    found = (indicators.find(f"{name}{ending}") for ending in wordclasses.of("growth_names"))
    return next((known for known in found if known and known.unit_kind == "rate"), None)
