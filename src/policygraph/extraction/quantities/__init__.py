"""The quantities of a text, and the numbers in it that are none.

One detector a form (`ranks`, `runs`, `measured`, `shares`, `magnitudes`, `omitted`), tried in that order; what one has taken
no later one sees. Numbers in names, dates and ordinals (`marks`) are told apart, so that what is left can be counted as not
understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import magnitudes, marks, measured, omitted, ranks, ratios, runs, shares
from policygraph.extraction.quantities.quantity import Other, Quantity
from policygraph.extraction.quantities.units import table_unit, unit_kind, unit_noun
from policygraph.statements import Fate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Numbers", "Other", "Quantity", "find", "table_unit", "unit_kind", "unit_noun"]

# In the order in which they are tried, each with its name as a rule.
_DETECTORS: tuple[tuple[str, Callable[[str], Iterable[Quantity]]], ...] = (
    ("ratio", ratios.find),
    ("run", runs.find),
    ("fraction", shares.find_fractions),
    ("part in words", shares.find_parts),
    ("measured", measured.find),
    ("share in words", shares.find),
    ("class", omitted.find_classes),
    ("unit left out", omitted.find),
    ("magnitude", magnitudes.find),
    ("bare", omitted.find_bare),
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a text.

    Attributes:
        quantities: what says how much, in order.
        others: the other numbers, with what they are, in order.
    """

    quantities: tuple[Quantity, ...] = ()
    others: tuple[Other, ...] = ()


class _Taken:
    """The characters of a text that a detector has claimed, and the insides of its numerals."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text))
        self._inside = bytearray(len(text))
        for numeral in numerals.scanned(text):
            self._inside[numeral.start + 1 : numeral.end] = b"\x01" * (numeral.end - numeral.start - 1)

    def claim(self, start: int, end: int) -> bool:
        """Claim a stretch; False where some of it is claimed already."""
        if any(self._marks[start:end]):
            return False
        self._marks[start:end] = b"\x01" * (end - start)
        return True

    def claim_number(self, quantity: Quantity) -> bool:
        """Claim a quantity; False too where it begins in the middle of a numeral, which would give it another value."""
        return not self._inside[quantity.number] and self.claim(quantity.number, quantity.end)


def find(text: str) -> Numbers:
    """Return the quantities of a text, and its other numbers."""
    read = numerals.legible(text)
    taken = _Taken(read)
    quantities = _claimed("rank", ranks.find(read), taken)
    others = [mark for mark in marks.find(read) if taken.claim(mark.start, mark.end)]
    for name, detector in _DETECTORS:
        quantities += _claimed(name, detector(read), taken)
    others += _left_over(text, taken)
    return Numbers(tuple(sorted(quantities, key=lambda q: q.start)), tuple(sorted(others, key=lambda o: o.start)))


def _claimed(name: str, found: Iterable[Quantity], taken: _Taken) -> list[Quantity]:
    return [replace(quantity, rule=f"quantities/{name}") for quantity in found if taken.claim_number(quantity)]


def _left_over(text: str, taken: _Taken) -> Iterator[Other]:
    """Yield what nobody has claimed: digits, and amounts in Chinese numerals that are not read (几十家, 数百万元)."""
    for numeral in numerals.scanned(text):
        if (
            numeral.value is None
            and measured.counts_something(text, numeral)
            and taken.claim(numeral.start, numeral.end)
        ):
            yield Other(numeral.start, numeral.end, Fate.OTHER)
    digits = {char for char in set(text) if char.isdigit()}
    if not digits:
        return
    free = "".join(char if char in digits and taken.claim(at, at + 1) else " " for at, char in enumerate(text))
    for match in re.finditer(r"\S+", free):
        yield Other(*match.span(), Fate.OTHER)
