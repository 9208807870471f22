"""Numbers as Chinese reports write them: digits, 万 and 亿, Chinese numerals, fractions."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}


def chinese(text: str) -> int:
    """Return the value of a Chinese numeral; a scale that stands alone counts once.

    Raises:
        ValueError: ``text`` is no Chinese numeral.

    >>> chinese("十五"), chinese("两千三百"), chinese("百万"), chinese("千亿")
    (15, 2300, 1000000, 100000000000)
    """
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char] if digit else _DIGITS[char]
        elif char in _STEPS:
            section += (digit or 1) * _STEPS[char]
            digit = 0
        elif char in _SCALES:
            total = (total + section + digit or 1) * _SCALES[char]
            section = digit = 0
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    return total + section + digit


def scale(text: str) -> int:
    """Return what a scale multiplies by: ``""`` 1, ``万`` 10⁴, ``亿`` 10⁸, ``万亿`` 10¹², ``百`` 100 …"""
    return chinese(text) if text else 1


def arabic(text: str) -> Decimal:
    """Return the value of digits with a decimal point or grouping commas.

    >>> arabic("1,234.50")
    Decimal('1234.5')
    """
    return plain(Decimal(text.replace(",", "").replace("，", "")))


def fraction(numerator: int, denominator: int) -> Decimal:
    """Return a fraction as a percentage with two decimals: 1/3 is 33.33."""
    return plain((Decimal(100) * numerator / denominator).quantize(Decimal("0.01")))


def plain(value: Decimal) -> Decimal:
    """Return the value without trailing zeros and without exponent, so that equal numbers have equal bytes."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
