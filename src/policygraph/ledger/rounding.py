"""Outcomes of which one is the rounded form of another: 1.5万亿 of 1.52万亿."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING

from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.ledger.figures import Figure

# Digits from which a number may be a rounded form of another: 1.5万亿 of 1.52万亿, but not 5% of 5.4%.
_DIGITS = 2
# More digits than any value has, so that nothing is lost in rounding.
_EXACT = Context(prec=200, rounding=ROUND_HALF_EVEN)


class Rounded:
    """Figures with numbers, found by a figure that is the rounded form of one of them, or of which one of them is.

    Each figure is kept under its value and under all rounded forms of it, so that finding one takes no search.
    """

    def __init__(self) -> None:
        self._exact: dict[tuple[object, ...], int] = {}
        self._rounded: dict[tuple[object, ...], int] = {}

    def add(self, figure: Figure, number: int) -> None:
        """Keep a figure under a number, which is larger than those before."""
        if _can_round(figure):
            self._exact.setdefault(_key(figure, figure.fact.value), number)
            for form in _forms(figure.fact.value):
                self._rounded.setdefault(_key(figure, form), number)

    def find(self, figure: Figure) -> int | None:
        """Return the smallest number of a figure of the same period and unit that this one rounds, or that rounds it."""
        if not _can_round(figure):
            return None
        value = figure.fact.value
        found = [self._exact.get(_key(figure, form)) for form in _forms(value)]
        if len(_plain(value).as_tuple().digits) >= _DIGITS:
            found += [self._exact.get(_key(figure, value)), self._rounded.get(_key(figure, value))]
        return min((number for number in found if number is not None), default=None)


def _can_round(figure: Figure) -> bool:
    return figure.fact.kind is Kind.OUTCOME and not figure.fact.value_max


def _key(figure: Figure, value: Decimal) -> tuple[object, ...]:
    return figure.period, figure.fact.unit, value


def _forms(value: Decimal) -> Iterator[Decimal]:
    """Yield the rounded forms of a value that have digits enough."""
    plain = _plain(value)
    exponent = plain.as_tuple().exponent
    for places in range(int(exponent) + 1, plain.adjusted()):
        form = _plain(plain.quantize(Decimal((0, (1,), places)), context=_EXACT))
        if len(form.as_tuple().digits) >= _DIGITS:
            yield form


def _plain(value: Decimal) -> Decimal:
    return value.normalize(_EXACT)
