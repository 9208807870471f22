"""Numbers as Chinese reports write them: digits, 万 and 亿, Chinese numerals, fractions."""

from __future__ import annotations

import re
from decimal import Decimal

# A number in digits, thousands perhaps grouped; what multiplies it (千 of 千瓦 and 百 of 百货 do not); Chinese digits.
NUMBER = r"(?:\d+(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
SCALE = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克伏])|百(?![货强]))"
HAN = "一二三四五六七八九十两百千"

# What computers reckon with exactly (28 digits, the precision of Decimal) is more than any report counts with; what is longer
# is an account number, a row of a table whose blanks were lost, or an attack.
_LONGEST = 28
_TOO_LONG = re.compile(rf"(?:\d[.,，]?){{{_LONGEST + 1},}}|[{HAN}万亿零〇]{{{_LONGEST + 1},}}")
# Stands for a character that is not read; it is part of no number, unit or word.
_UNREAD = "\ufffc"

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}


def legible(text: str) -> str:
    """Return a text of the same length in which no numeral has more than 28 digits; longer ones are blotted out.

    >>> legible("9" * 28 + "家") == "9" * 28 + "家", "9" in legible("9" * 29 + "家")
    (True, False)
    """
    return _TOO_LONG.sub(lambda match: _UNREAD * len(match[0]), text)


def chinese(text: str) -> int:
    """Return the value of a Chinese numeral; a scale that stands alone counts once.

    Raises:
        ValueError: ``text`` is no Chinese numeral.

    >>> chinese("十五"), chinese("两千三百"), chinese("百万"), chinese("千亿")
    (15, 2300, 1000000, 100000000000)
    """
    hundred_millions = ten_thousands = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit else _DIGITS[char]
        elif char in _STEPS:
            section += (digit or 1) * _STEPS[char]
            digit = 0
        elif char == "万":
            ten_thousands += (section + digit or 1) * 10**4
            section = digit = 0
        elif char == "亿":
            hundred_millions += (ten_thousands + section + digit or 1) * 10**8
            ten_thousands = section = digit = 0
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    return hundred_millions + ten_thousands + section + digit


def arabic(text: str) -> Decimal:
    """Return the value of digits with a decimal point or grouping commas.

    >>> arabic("1,234.50")
    Decimal('1234.5')
    """
    return plain(Decimal(text.replace(",", "").replace("，", "")))


def any_numeral(text: str) -> Decimal:
    """Return the value of a numeral in digits or in Chinese."""
    return arabic(text) if text[0].isdigit() else Decimal(chinese(text))


def scaled(number: str, scale: str | None) -> Decimal:
    """Return digits times their scale: 5300 and 亿 is 530000000000."""
    return plain(arabic(number) * (chinese(scale) if scale else 1))


def fraction(numerator: int, denominator: int) -> Decimal:
    """Return a fraction as a percentage with two decimals: 1/3 is 33.33."""
    return plain((Decimal(100) * numerator / denominator).quantize(Decimal("0.01")))


def plain(value: Decimal) -> Decimal:
    """Return the value without trailing zeros and without exponent, so that equal numbers have equal bytes."""
    value = value.normalize()
    return Decimal(int(value)) if value == value.to_integral_value() else value
