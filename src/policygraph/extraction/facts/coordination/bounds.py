"""One comparator that several values share: 接连突破8万亿元、9万亿元, 分别超过30万辆、200万台, 连续迈上4万亿、5万亿两个台阶."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.extraction.facts.coordination import dealt
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.quantities import Quantity

# What is said of several values in turn, before the first or behind the last of them.
_IN_TURN = wordclasses.pattern(r"<one_after_another>[^，；。、]{0,6}$")
_STEPS = wordclasses.pattern(r"(?:<numerals_of_kinds>个)?[^，；。、]{0,4}<thresholds>")
_REACH = 12


def shared(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return quantities, those of a list with the comparator that stands before the first and holds for each."""
    found: list[Quantity] = []
    while len(found) < len(quantities):
        group = dealt.group(text, quantities, len(found))
        found += _held(text, group) if len(group) > 1 else group
    return found


def _held(text: str, group: Sequence[Quantity]) -> list[Quantity]:
    """Return the values of a list, each with the comparator of the first where that holds for all."""
    first, last = group[0], group[-1]
    steps = _STEPS.match(text, last.end) is not None
    in_turn = _IN_TURN.search(text, max(0, first.start - _REACH), first.start) is not None
    alike = [first, *(q for q in group[1:] if q.comparator is Comparator.EQUAL and q.start == q.number)]
    if first.start == first.number or first.comparator is Comparator.EQUAL or len(alike) < len(group):
        return list(group)
    if not (steps or in_turn):
        return list(group)
    return [replace(quantity, comparator=first.comparator) for quantity in group]
