"""Years and months on end: 连续14个月保持两位数增长, 粮食产量“十一连增”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.extraction.quantities.units import spelled
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = wordclasses.pattern(rf"<in_a_row>(?P<n>\d+|[{numerals.HAN}]+)多?(?P<unit><periods_of_runs>)")
_RISES = wordclasses.pattern(rf"(?P<n>[{numerals.HAN}]+|\d+)连(?P<what><runs_that_go_on>)")
# A title is won so many times on end, each in its own year or contest.
_WON = "冠"


def find(text: str) -> Iterator[Quantity]:
    """Yield the runs of a text, in 年, 个月 or 季度."""
    for match in _RUN.finditer(text):
        if (value := numerals.whole(match["n"])) is not None:
            unit = spelled(match["unit"])
            yield Quantity(match.start(), match.end(), match.start("n"), value, None, unit, Comparator.EQUAL)
    for match in _RISES.finditer(text):
        if (value := numerals.whole(match["n"])) is not None:
            unit = "次" if match["what"] == _WON else "年"
            yield Quantity(match.start(), match.end(), match.start(), value, None, unit, Comparator.EQUAL)
