"""A figure in English, for readers who cannot read it as it is written: 突破500亿元 is > CNY 50 bn."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygraph.ontology import units

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS: Final = {"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "about "}
# Short scale, as English statistics of China use it.
_MONEY: Final = ((Decimal(10) ** 12, "trn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "mn"))
# What a number of these counts is said by the indicator; English has no classifiers.
_BARE: Final = frozenset({"count", "people"})


def english(comparator: str, value: Decimal | None, value_max: Decimal | None, unit: str) -> str:
    """Return a value in English; ``""`` where there is none that can be put into numbers.

    Args:
        comparator: ``>=``, ``>``, ``~``, ``=``, ``<=``, ``<`` or ``range``.
        value: in bare units; the lower value of a range.
        value_max: the upper value of a range.
        unit: the bare unit as tables write it, such as ``元``.

    >>> english(">", Decimal("50000000000"), None, "元")
    '> CNY 50 bn'
    >>> english("range", Decimal("5.5"), Decimal("6"), "%")
    '5.5–6%'
    """
    if value is None:
        return ""
    if comparator == "range" and value_max is not None:
        return _quantity([value, value_max], unit)
    return f"{_SIGNS[comparator]}{_quantity([value], unit)}" if comparator in _SIGNS else ""


def _quantity(values: list[Decimal], unit: str) -> str:
    kind, label = _units().get(unit, ("", unit))
    if kind == "money":
        return f"CNY {_money(values)}" if unit == "元" else f"{label} {_money(values)}"
    numbers = "–".join(map(_number, values))
    if unit in {"%", "‰"}:
        return f"{numbers}{unit}"
    if kind == "rank":
        return f"no. {numbers}"
    return numbers if kind in _BARE or not label else f"{numbers} {label}"


def _money(values: list[Decimal]) -> str:
    size, name = next(((size, name) for size, name in _MONEY if values[-1] >= size), (Decimal(1), ""))
    return f"{'–'.join(_number(value / size) for value in values)} {name}".rstrip()


def _number(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@functools.cache
def _units() -> Mapping[str, tuple[str, str]]:
    return {unit.label: (unit.kind, unit.english) for unit in units.all()}
