"""How much a fact states, in the base unit of its kind: exact, so that 145万吨 and 29亿斤 are one quantity."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from policygraph.ontology import units, wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.ontology.units import Unit
    from policygraph.statements import Fact

# Chinese writers choose a counter by taste (10万户, 10万家 of the same businesses), so that counters are one dimension.
_COUNTED = "个"
_PIECES = frozenset({"count", "people"})
# Scales on which a smaller number is better: 前10位以内; Ⅱ类 water is cleaner than Ⅲ类 (GB 3838-2002).
_SCALES = wordclasses.members("scales")

_WRITTEN = wordclasses.pattern(r"\d+(?:\.(?P<decimals>\d+))?(?P<scale><scales_of_ledger>)?")
_SCALES_WRITTEN = {scale: 10 ** int(zeros) for scale, zeros in wordclasses.features("scales_of_ledger").items()}
_UPPER = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})
_LOWER = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in the base unit of its dimension.

    Attributes:
        low: the number, of a range its lower end.
        high: the upper end of a range, else the same number.
        comparator: how it bounds what is meant; on scales where smaller is better, 以上 is a ceiling.
        dimension: the base unit: ``元``, ``千克``, ``个`` …
        rounded_off: whether it may stand for a number near it: 1万家 and 60 %, but not 53家.
        precision: what the last digit written stands for; 0 for a number that is exact, or too short to tell.

    """

    low: Fraction
    high: Fraction
    comparator: Comparator
    dimension: str
    precision: Fraction = Fraction(0)
    rounded_off: bool = False

    @property
    def anchor(self) -> Fraction:
        """The one number to compare by: of a range its middle."""
        return (self.low + self.high) / 2

    @property
    def interval(self) -> tuple[Fraction | None, Fraction | None]:
        """The lowest and the highest amount that it allows; None where it leaves a side open."""
        low = None if self.comparator in _UPPER else self.low
        high = None if self.comparator in _LOWER else self.high
        return low, high

    @property
    def strict(self) -> bool:
        """Whether its bound is itself left out: 超过 100."""
        return self.comparator in _STRICT

    def negated(self) -> Quantity:
        """Return its negative: a fall of 1.6 % is a growth of -1.6 %."""
        return replace(self, low=-self.high, high=-self.low, comparator=_flipped(self.comparator))

    def rounded(self, precision: Fraction) -> Quantity:
        """Return it to the nearest multiple of a precision, halves away from zero."""
        return replace(
            self, low=_nearest(self.low, precision), high=_nearest(self.high, precision), precision=precision
        )

    def meets(self, other: Quantity) -> bool:
        """Whether both can be true of one amount: 超7000亿 and 8000亿."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Quantity) -> bool:
        """Whether its lowest amount is not above the highest of the other."""
        low, high = self.interval[0], other.interval[1]
        if low is None or high is None or low < high:
            return True
        return low == high and not (self.strict or other.strict)


def _nearest(amount: Fraction, precision: Fraction) -> Fraction:
    steps = abs(amount) / precision
    return precision * int(steps + Fraction(1, 2)) * (1 if amount >= 0 else -1)


def _precision(fact: Fact) -> Fraction:
    """Return what the last digit of a number stands for, in its unit: 0.1 of 58.1 %, 10¹¹ of 5.3万亿元.

    A count is exact, and a short number (5 %) is a mark and not the rounded form of another.
    """
    found = _WRITTEN.search(fact.written)
    if fact.value_max is not None or found is None or (dimension_of(fact.unit)[0] == _COUNTED and not found["scale"]):
        return Fraction(0)
    if not found["decimals"]:
        return Fraction(0)
    return Fraction(_SCALES_WRITTEN.get(found["scale"] or "", 1), 10 ** len(found["decimals"]))


def of(fact: Fact) -> Quantity:
    """Return how much a fact states, in the base unit of its dimension."""
    dimension, factor = dimension_of(fact.unit)
    low = Fraction(fact.value) * factor
    high = low if fact.value_max is None else Fraction(fact.value_max) * factor
    comparator = fact.comparator
    if fact.unit in _SCALES:
        comparator = _flipped(comparator)
    return Quantity(low, high, comparator, dimension, _precision(fact) * factor, _rounded_off(fact))


def _rounded_off(fact: Fact) -> bool:
    """Whether a number is no count, or one that was cut to its scale."""
    found = _WRITTEN.search(fact.written)
    return kind_of(fact.unit) not in _PIECES or found is None or found["scale"] is not None


@functools.lru_cache(maxsize=10_000)
def dimension_of(unit: str) -> tuple[str, Fraction]:
    """Return the base unit of a unit and how many of it the unit is.

    >>> dimension_of("斤"), dimension_of("户"), dimension_of("百分点")
    (('千克', Fraction(1, 2)), ('个', Fraction(1, 1)), ('%', Fraction(1, 1)))
    """
    known = _by_name().get(unit)
    if known is None:
        return unit, Fraction(1)
    if known.factor is not None and known.base is not None:
        return known.base, known.factor
    if known.kind == "count" and known.label not in _SCALES:
        return _COUNTED, Fraction(1)
    return known.label, Fraction(1)


@functools.cache
def kind_of(unit: str) -> str:
    """Return the kind of a unit, such as ``money``, or ``""`` where the ontology does not have it."""
    known = _by_name().get(unit)
    return known.kind if known else ""


def is_scale(unit: str) -> bool:
    """Whether a smaller number is better on the scale of a unit: ranks, classes of water."""
    return unit in _SCALES


@functools.cache
def _by_name() -> Mapping[str, Unit]:
    return {name: unit for unit in units.all() for name in (*unit.synonyms, unit.label)}


def _flipped(comparator: Comparator) -> Comparator:
    return {
        Comparator.AT_LEAST: Comparator.AT_MOST,
        Comparator.MORE_THAN: Comparator.LESS_THAN,
        Comparator.AT_MOST: Comparator.AT_LEAST,
        Comparator.LESS_THAN: Comparator.MORE_THAN,
    }.get(comparator, comparator)
