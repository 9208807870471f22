"""The numbers that Word writes before the items of a list, and that stand in no paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from policygraph.documents.formats.word.names import W, value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Levels of a list: ECMA-376 part 1, 17.9.3 (ilvl).
_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_DIGITS: Final = "零一二三四五六七八九"
_FORMAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# No list of a report is longer; a number beyond is written in digits.
_MOST: Final = 9_999


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of a level are numbered."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the items of the lists of a document, in the order of its paragraphs."""

    def __init__(self, part: Any | None) -> None:
        """Take the numbering part of a document, as an element; None where it has none."""
        self._levels: dict[str, tuple[_Level, ...]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        if part is not None:
            self._learn(part)

    def mark(self, number: str, level: int) -> str:
        """Return what stands before the next item of a list: 一、, （二）, 3. ; ``""`` for a bullet.

        Args:
            number: the id of the list (numId).
            level: its level, counted from 0.

        """
        levels = self._levels.get(number, ())
        if level >= len(levels):
            return ""
        counts = self._counts.setdefault(self._list_of[number], [None] * _LEVELS)
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if levels[level].form in ("bullet", "none"):
            return ""
        text = _PLACE.sub(lambda place: _shown(levels, counts, int(place[1]) - 1), levels[level].text)
        # 3. before 5G基站 must not become 3.5G.
        return f"{text} " if text[-1:].isascii() and text else text

    def _learn(self, part: Any) -> None:
        known = {each.get(W.abstract_num_id): each for each in part.iterfind(W.abstract_num)}
        for each in part.iterfind(W.num):
            number, of = each.get(W.num_id), value(each.find(W.abstract_num_id))
            if number is None or of not in known:
                continue
            own = {int(over.get(W.ilvl) or 0): over for over in each.iterfind(W.lvl_override) if _is_level(over)}
            levels = {int(lvl.get(W.ilvl) or 0): lvl for lvl in known[of].iterfind(W.lvl) if _is_level(lvl)}
            self._levels[number] = tuple(_level(levels.get(at), own.get(at)) for at in range(_LEVELS))
            # Lists made from one pattern count on together, unless one begins anew.
            begins = any(over.find(W.start_override) is not None for over in own.values())
            self._list_of[number] = f"num {number}" if begins else f"abstract {of}"


def _is_level(element: Any) -> bool:
    level = element.get(W.ilvl) or "0"
    return level.isdecimal() and int(level) < _LEVELS


def _level(usual: Any | None, own: Any | None) -> _Level:
    start = None
    if own is not None:
        start = value(own.find(W.start_override))
        usual = own.find(W.lvl) if own.find(W.lvl) is not None else usual
    if usual is None:
        return _Level("none", "", 1)
    start = start or value(usual.find(W.start)) or "1"
    form = value(usual.find(W.num_fmt)) or "decimal"
    return _Level(form, value(usual.find(W.lvl_text)) or "", int(start) if start.isdecimal() and len(start) < 5 else 1)


def _shown(levels: tuple[_Level, ...], counts: list[int | None], level: int) -> str:
    count = counts[level]
    return _FORMS.get(levels[level].form, str)(levels[level].start if count is None else count)


def chinese(number: int) -> str:
    """Return a number as Chinese counts it.

    >>> [chinese(n) for n in (3, 10, 12, 20, 35, 105)]
    ['三', '十', '十二', '二十', '三十五', '一百零五']
    """
    written = _counted(number, _DIGITS, "十百千")
    return written[1:] if written.startswith("一十") else written


def _counted(number: int, digits: str, scales: str) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    written = ""
    for scale, digit in zip(("", *scales), reversed(str(number)), strict=False):
        written = (digits[int(digit)] + (scale if digit != "0" else "")) + written
    return re.sub("零+", "零", written).rstrip("零")


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


def _letter(number: int) -> str:
    """Return a letter: z is followed by aa (ECMA-376 part 1, 17.18.59)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= _MOST else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (number // worth)
        number %= worth
    return written


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


# ST_NumberFormat, ECMA-376 part 1, 17.18.59. Word writes 一, 二, 三 of the simplified menu as japaneseCounting too.
_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        (
            "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand",
        ),
        chinese,
    ),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: _counted(number, _FORMAL, "拾佰仟"),
    ),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"), _circled
    ),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "none": lambda _: "",
}  # fmt: skip
