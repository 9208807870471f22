"""Units as tables give them: in a column of their own, in brackets behind a name, in the caption (单位：亿元、%)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import units
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

_UNIT_OF_MEASURE: Final = wordclasses.word("unit_of_measure")

# 地区生产总值（亿元）, 增速(%), 单位：万人, 森林覆盖率，%
_BRACKET: Final = wordclasses.pattern(
    r"[（(\[［](?:<unit_of_measure>[：:]?)?(?P<unit>[^（()）\[\]［］]{1,16})[）)\]］]$"
)
_SAID: Final = wordclasses.pattern(r"<unit_of_measure>[：:](?P<unit>[^，。；）)\]］]{1,30})")
_COMMA: Final = wordclasses.pattern(r"[，,：:](?P<unit>[^，,：:]{1,8})$")
_SCALE: Final = wordclasses.pattern(r"<scales_of_columns>(?=.)")
# 吨标准煤/万元, 件/万人, 人/平方公里: one thing by another, of which no list has all.
_QUOTIENT: Final = wordclasses.pattern(r"[一-鿿a-zA-Z%]{1,8}/[一-鿿a-zA-Z]{1,8}")
# 比上年增长%, 为预算的%
_SIGN: Final = wordclasses.pattern(r"(?P<unit>[%‰])$")
_ALSO: Final = wordclasses.pattern(r"[、，,；;]|(?<=元)/(?=%)|(?<=人)/(?=%)")
_SIGNS: Final = {sign: unit for unit, signs in wordclasses.features("signs_of_units").items() for sign in signs.split()}
# The shares of a total: what of it a part is.
PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a table.

    Attributes:
        written: as it is written, such as ``亿元``.
        factor: what it multiplies the number by.
        bare: the unit without that: ``元``.
    """

    written: str
    factor: Decimal
    bare: str

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage."""
        return units.unit_kind(self.bare) in {"rate", "points"}


@cache
def parse(words: str) -> Unit | None:
    """Return the unit that words are, or None where they are none.

    >>> [(unit.factor, unit.bare) for unit in map(parse, ("亿元", "千瓦", "万千瓦", "件/万人", "%")) if unit]
    [(Decimal('100000000'), '元'), (Decimal('1'), '千瓦'), (Decimal('10000'), '千瓦'), (Decimal('1'), '件/万人'), (Decimal('1'), '%')]
    """
    words = words.removeprefix(_UNIT_OF_MEASURE).lstrip("：:")
    words = _SIGNS.get(words, words)
    if _known(words):
        return Unit(words, Decimal(1), units.table_unit(units.spelled(words)))
    scale = _SCALE.match(words)
    if scale and (_known(words[scale.end() :]) or _QUOTIENT.fullmatch(words[scale.end() :])):
        bare = units.table_unit(units.spelled(words[scale.end() :]))
        return Unit(words, Decimal(numerals.chinese(scale[0])), bare)
    return Unit(words, Decimal(1), words) if _QUOTIENT.fullmatch(words) else None


def several(words: str) -> tuple[Unit, ...]:
    """Return the units that words name side by side: 亿元、%; none where one of them is no unit."""
    whole = parse(words)
    if whole is not None:
        return (whole,)
    found = [parse(word) for word in _ALSO.split(words)]
    return tuple(unit for unit in found if unit) if all(found) else ()


def behind(name: str) -> tuple[str, tuple[Unit, ...]]:
    """Return a name without the unit behind it, and the unit or units.

    >>> name, (unit,) = behind("国内生产总值（GDP）（亿元）")
    >>> name, unit.written
    ('国内生产总值（GDP）', '亿元')
    """
    for form in (_BRACKET, _COMMA, _SIGN):
        match = form.search(name)
        if match and (found := several(match["unit"])):
            return name[: match.start()], found
    return name, ()


def said(words: str) -> tuple[Unit, ...]:
    """Return the units that a caption says: 单位：亿元."""
    match = _SAID.search(words)
    return several(match["unit"]) if match else ()


@cache
def _unit() -> re.Pattern[str]:
    return wordclasses.pattern(f"(?:{units.alternatives()})")


@cache
def _known(words: str) -> bool:
    return _unit().fullmatch(words) is not None
