"""The quantities of a text, and the numbers in it that are none.

One detector a form (`ranks`, `runs`, `measured`, `shares`, `magnitudes`, `omitted`), tried in that order; what one has taken
no later one sees. Numbers in names, dates and ordinals (`marks`) are told apart, so that what is left can be counted as not
understood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction.quantities import magnitudes, marks, measured, omitted, ranks, runs, shares
from policygraph.extraction.quantities.quantity import Other, Quantity
from policygraph.extraction.quantities.units import table_unit, unit_kind, unit_noun
from policygraph.statements import Fate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Other", "Quantity", "find", "table_unit", "unit_kind", "unit_noun"]

_DETECTORS: tuple[Callable[[str], Iterable[Quantity]], ...] = (
    runs.find,
    shares.find_fractions,
    shares.find_parts,
    measured.find,
    shares.find,
    omitted.find_classes,
    omitted.find,
    magnitudes.find,
    omitted.find_bare,
)


class _Taken:
    """The characters of a text that a detector has claimed."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text))

    def claim(self, start: int, end: int) -> bool:
        """Claim a stretch; False where some of it is claimed already."""
        if any(self._marks[start:end]):
            return False
        self._marks[start:end] = b"\x01" * (end - start)
        return True


def find(text: str) -> tuple[tuple[Quantity, ...], tuple[Other, ...]]:
    """Return the quantities of a text in order, and the other digit groups with what they are."""
    taken = _Taken(text)
    quantities = [quantity for quantity in ranks.find(text) if taken.claim(quantity.number, quantity.end)]
    others = [mark for mark in marks.find(text) if taken.claim(mark.start, mark.end)]
    for detector in _DETECTORS:
        quantities += [quantity for quantity in detector(text) if taken.claim(quantity.number, quantity.end)]
    others += _left_over(text, taken)
    return tuple(sorted(quantities, key=lambda q: q.start)), tuple(sorted(others, key=lambda o: o.start))


def _left_over(text: str, taken: _Taken) -> Iterator[Other]:
    free = "".join(char if char.isdigit() and taken.claim(at, at + 1) else " " for at, char in enumerate(text))
    for match in re.finditer(r"\S+", free):
        yield Other(*match.span(), Fate.OTHER)
