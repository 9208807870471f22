"""A quantity, and a number that is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from policygraph.statements import Comparator, Fate


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    Attributes:
        start: first character, a comparator word in front included.
        end: one past the last, a comparator word behind included.
        number: first character of the number itself.
        value: the number, 万 and 亿 expanded; of a range the lower end.
        value_max: the upper end of a range, else None.
        unit: the unit as written, without 个; `units.table_unit` says what the tables have.
        comparator: how the value bounds what is meant.
        level: whether it is an order of magnitude that says how large a thing is (千亿级), not a count.
        rule: the detector that found it.
    """

    start: int
    end: int
    number: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: Comparator
    level: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A digit group that is no quantity, and what it is."""

    start: int
    end: int
    fate: Fate
