"""Numerals as Chinese reports write them: 1,234.5, 3.2万亿, 1万6千多, 一万二千, 七八, 六点五, 半万亿.

A numeral is read whole or not at all: :func:`scan` takes the longest stretch of characters that numerals are made of, and
where it is none by the grammar (二〇二五, 几十) says so by a value of None. Nothing is ever read from the middle of one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A number in digits, thousands perhaps grouped; what multiplies it (千 of 千瓦 and 百 of 百货 do not); Chinese digits.
NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
SCALE = wordclasses.expanded(r"(?:<steps_of_ten_thousand>|千(?!<technical_units>)|百(?!<grave_units>))")
HAN = "一二三四五六七八九十两百千"

# Beside the common numerals those that cannot be forged, as invoices and old reports write them (伍仟万元).
_DIGITS: Final = {
    **{c: i for i, c in enumerate("零一二三四五六七八九")},
    **{c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖") if i},
    "〇": 0,
    "两": 2,
    "俩": 2,
}
_DIGIT_CHARACTERS: Final = "".join(_DIGITS)
_STEPS: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_GROUPS: Final = {"万": 10**4, "亿": 10**8}

# What computers reckon with exactly (28 digits, the precision of Decimal) is more than any report counts with; what is longer
# is an account number, a row of a table whose blanks were lost, or an attack.
_LONGEST: Final = 28
_TOO_LONG: Final = wordclasses.pattern(rf"(?:\d[.,，]?){{{_LONGEST + 1},}}|[{HAN}<great_steps>]{{{_LONGEST + 1},}}")
# Stands for a character that is not read; it is part of no number, unit or word.
_UNREAD: Final = "\ufffc"
# 亿亿亿亿: scales on scales are no amount. 28 digits times 万亿 has 40 places.
_MOST_PLACES: Final = 44
# Every value that such a number and its scales can have, exactly.
_EXACT: Final = Context(prec=60)

# 10.36百亿亿次/秒: computing power is counted in units that begin with a scale of their own.
_OF_A_UNIT: Final = "(?<=<hundred_and_myriad>)<hundred_and_myriad>*次/秒"
_TOKEN: Final = wordclasses.pattern(
    rf"""
    (?P<number>{NUMBER})
    | (?P<zero><zeros>(?=<digits>))
    | (?P<digit>[{_DIGIT_CHARACTERS}])
    | (?P<step>十|百(?!<before_no_hundred>)|千(?!<technical_units>)|<formal_steps>)(?!{_OF_A_UNIT})
    | (?P<group><steps_of_money>)(?!{_OF_A_UNIT})
    | (?P<few><some_more>)
    | (?P<half>半(?=<steps>))
    | (?P<point>点(?=<digits_and_circle>))
    """,
    re.VERBOSE,
)
# 几十, 数百: nobody says how many. A numeral begins with nothing else than these.
_START: Final = wordclasses.pattern(rf"\d|[{_DIGIT_CHARACTERS}<steps_and_several>]|半(?=<steps>)|数(?=<plain_steps>)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a text, ``text[start:end]``.

    Attributes:
        start: its first character.
        end: one past its last, 多 and 余 included.
        value: its value; of two in one (七八) the smaller; None where it is none that can be read.
        upper: the larger of two in one, else None.
        more: whether 多, 余 or 几 says that it is more than the value.
        han: whether it is written in Chinese numerals alone.
        scaled: whether it ends in 万 or 亿, which the one before it may share (两千到三千万).
    """

    start: int
    end: int
    value: Decimal | None
    upper: Decimal | None = None
    more: bool = False
    han: bool = False
    scaled: int = 1


@dataclass(frozen=True, slots=True)
class _Token:
    sort: str
    text: str


def legible(text: str) -> str:
    """Return a text of the same length in which no numeral has more than 28 digits; longer ones are blotted out.

    >>> legible("9" * 28 + "家") == "9" * 28 + "家", "9" in legible("9" * 29 + "家")
    (True, False)
    """
    return _TOO_LONG.sub(lambda match: _UNREAD * len(match[0]), text)


def scan(text: str) -> Iterator[Numeral]:
    """Yield the numerals of a text in order, those that cannot be read too.

    >>> [(found.start, found.end, str(found.value)) for found in scan("由5千多户增加到1万6千多户，几十家")]
    [(1, 4, '5000'), (8, 13, '16000'), (15, 17, 'None')]
    """
    at = 0
    while (first := _START.search(text, at)) is not None:
        at = first.start() + (first[0] == "数")
        tokens: list[_Token] = []
        while (match := _TOKEN.match(text, at)) is not None:
            tokens.append(_Token(match.lastgroup or "", match[0]))
            at = match.end()
        if _begins_another(tokens):
            at -= 1
            tokens.pop()
        if tokens:
            yield _numeral(first.start(), at, tokens, known=first[0] not in {"数", "几"})
        at = max(at, first.end())


def _begins_another(tokens: Sequence[_Token]) -> bool:
    """Whether the last digit belongs to what follows: 迈上5万亿[两]个台阶. In 三万五 it does not."""
    if len(tokens) < 2 or tokens[-1].sort != "digit" or tokens[-2].sort not in {"step", "group"}:
        return False
    return tokens[-1].text == "两" or any(token.sort == "number" for token in tokens)


@lru_cache(maxsize=64)
def scanned(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text, remembered: every detector of quantities asks for those of the same text."""
    return tuple(scan(text))


def _numeral(start: int, end: int, tokens: Sequence[_Token], *, known: bool) -> Numeral:
    more = any(token.sort == "few" for token in tokens)
    han = not any(token.sort == "number" for token in tokens)
    last = tokens[-1] if tokens[-1].sort != "few" else tokens[-2] if len(tokens) > 1 else tokens[-1]
    scaled = _GROUPS.get(last.text, 1)
    counted = [token for token in tokens if token.sort != "few"]
    for low, high in _pairs(counted) if known else ():
        value, upper = _value(low), _value(high) if high else None
        if value is not None and (high is None or upper is not None):
            return Numeral(start, end, value, upper, more, han, scaled)
    return Numeral(start, end, None, None, more, han, scaled)


def _pairs(tokens: Sequence[_Token]) -> Iterator[tuple[Sequence[_Token], Sequence[_Token] | None]]:
    """Yield a numeral as it stands, and where two digits stand side by side (七八, 两三千) as the two that it means."""
    yield tokens, None
    for at in range(len(tokens) - 1):
        one, two = tokens[at], tokens[at + 1]
        if one.sort == two.sort == "digit" and 0 < _DIGITS[two.text] - _DIGITS[one.text] <= 2:
            yield [*tokens[: at + 1], *tokens[at + 2 :]], [*tokens[:at], *tokens[at + 1 :]]
            return


class _Sum:
    """The value of a numeral while its tokens are read from left to right.

    Attributes:
        total: what the groups of 万 and 亿 before have summed up to.
        section: what the steps since the last group have.
        current: the digit or number that no step has taken yet, or None.
        ceiling: what the next step within the section must stay below.
        below: what a last digit counts: 三万五 is 35000; 三万零五 and 二十五 are what they say.
    """

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.ceiling = 10**16
        self.below = 1

    def step(self, size: int) -> bool:
        """Take a step, 十 百 千; False where none can stand here."""
        # 一百十五 says 十 for 一十; elsewhere only the first step of a numeral stands without its digit (百万, 千亿).
        if size >= self.ceiling or (self.current is None and size > 10 and bool(self.section)):
            return False
        self.section += (Decimal(1) if self.current is None else self.current) * size
        self.current, self.ceiling, self.below = None, size, size // 10
        return True

    def group(self, size: int) -> None:
        """Take 万 or 亿; 亿 multiplies the 万 before it too (3万亿)."""
        amount = self.section + (self.current or 0)
        if size > 10**4:
            self.total = _EXACT.multiply(self.total + amount or Decimal(1), size)
        else:
            self.total += _EXACT.multiply(amount or Decimal(1), size)
        self.section, self.current, self.ceiling, self.below = Decimal(0), None, size, size // 10

    def value(self, *, ends_in_digit: bool) -> Decimal | None:
        """Return the value of what has been read, or None where it is more than anything has."""
        last = (self.current or Decimal(0)) * (self.below if ends_in_digit else 1)
        value = _EXACT.add(_EXACT.add(self.total, self.section), last)
        return plain(value) if value.adjusted() < _MOST_PLACES else None


def _value(tokens: Sequence[_Token]) -> Decimal | None:
    """Return the value of a numeral's tokens, or None where they are no numeral."""
    read = _Sum()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.sort in {"number", "digit", "half"}:
            number = _unit(token)
            if read.current is not None or number is None:
                return None
            if at < len(tokens) and tokens[at].sort == "point":
                at, number = _decimals(tokens, at + 1, number)
            read.current = number
        elif token.sort == "group":
            read.group(_GROUPS[token.text])
        elif token.sort == "zero":
            read.below = 1
        elif token.sort != "step" or not read.step(_STEPS[token.text]):
            return None
    if len(tokens) > 1 and tokens[-1].sort == "number" and tokens[-2].sort == "group" and (read.current or 0) < 1000:
        return None  # 1万5 may be 15000 or two numbers
    return read.value(ends_in_digit=tokens[-1].sort == "digit")


def _unit(token: _Token) -> Decimal | None:
    if token.sort == "half":
        return Decimal("0.5")
    if token.sort == "digit":
        return Decimal(_DIGITS[token.text])
    digits = token.text.replace(",", "").replace("，", "")
    return Decimal(digits) if len(digits.replace(".", "")) <= _LONGEST else None


def _decimals(tokens: Sequence[_Token], at: int, whole: Decimal) -> tuple[int, Decimal]:
    """Return where the digits behind 点 end, and the number with them: 六点五."""
    digits = ""
    while at < len(tokens) and tokens[at].sort == "digit":
        digits += str(_DIGITS[tokens[at].text])
        at += 1
    return at, whole + Decimal(f"0.{digits}")


def whole(text: str) -> Decimal | None:
    """Return the value of a text that is one numeral and nothing else, or None.

    >>> whole("六点五"), whole("一二三"), whole("三家")
    (Decimal('6.5'), None, None)
    """
    found = next(scan(text), None)
    return found.value if found is not None and (found.start, found.end) == (0, len(text)) else None


def chinese(text: str) -> int:
    """Return the value of a Chinese numeral; a scale that stands alone counts once.

    Raises:
        ValueError: ``text`` is no Chinese numeral.

    >>> chinese("十五"), chinese("两千三百"), chinese("百万"), chinese("千亿")
    (15, 2300, 1000000, 100000000000)
    """
    found = next(scan(text), None)
    if found is None or found.value is None or not found.han or (found.start, found.end) != (0, len(text)):
        raise ValueError(f"not a Chinese numeral: {text!r}")
    return int(found.value)


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
    value = _EXACT.normalize(value)
    return _EXACT.quantize(value, Decimal(1)) if value == value.to_integral_value() else value
