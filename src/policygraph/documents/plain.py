"""The reading copy: the text as a careful editor would have set it, of which every character still knows its place.

Half-width punctuation beside Chinese becomes Chinese (增长7%,达到5亿元), odd signs of percent become %, bullets and footnote
marks are left out, characters of the traditional script are read as their simplified forms. Quotes are cut from the
document itself, never from this copy.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_HAN = wordclasses.pattern(r"[一-鿿]")
_WIDE: Final = {",": "，", ";": "；", "?": "？", "!": "！", ":": "：", ".": "。"}
_HALF_WIDTH = wordclasses.pattern(f"[{''.join(_WIDE)}]")
# ℅ (care of) and ﹪ (small percent) stand for % on pages made by old programs; ﹣ and ﹢ likewise.
_SIGNS: Final = {"℅": "%", "﹪": "%", "﹣": "-", "﹢": "+", "﹒": ".", "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "："}
_SIGN = wordclasses.pattern(f"[{''.join(_SIGNS)}]")
# Marks that open an item of a list and say nothing.
_BULLET = wordclasses.pattern(r"^[●○■□◆◇▲△►▶★☆◎•▪▫∎※➢✓➤*·]+(?=.)|^[①-⑳❶-❿]")
# [1], ［2］, ①: a note at the foot of the page explains the word before it.
_NOTE = wordclasses.pattern(r"(?<=.)(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳])")
_NOTE_OF_WORD = wordclasses.pattern(r"(?<=[一-鿿）)])(?:[\[［〔]\d{1,2}[\]］〕]|[①-⑳])")
# 6·5%: a middle dot read by machine for a decimal point; “4·11” is a date.
_DOT = wordclasses.pattern(r"(?<=\d)·(?=\d{1,2}(?:%|‰|<scales_of_amounts>))")
# 1.完成投资5亿元2.新建学校12所: items of one line, numbered from one.
_ITEM = wordclasses.pattern(r"(?:^|(?<=[一-鿿。；%）”]))(\d{1,2})[.．、](?=[一-鿿“])")
# Characters that the simplified script never writes; a text that has many of them is in the traditional one.
_TRADITIONAL = wordclasses.pattern(
    "[國會產業發經濟與這個們為過達區實現際務體進開關種對將來時間點萬億單戶醫療學習車電話長門問題類應該還沒東書見說請議論設計劃]"
)
_MANY: Final = 0.02


def line(text: str, offsets: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """Return a line as it is read, and the offset of each of its characters, given those of the text."""
    text = _SIGN.sub(lambda sign: _SIGNS[sign[0]], text)
    drop = _dropped(text)
    text = _DOT.sub(".", text)
    if _HAN.search(text):
        text = _items(text, drop)
        text = _HALF_WIDTH.sub(_wide, text)
    if not drop:
        return text, offsets
    kept = [at for at in range(len(text)) if at not in drop]
    return "".join(text[at] for at in kept), tuple(offsets[at] for at in kept)


def row(text: str, offsets: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """Return the characters of a row of a table as they are read; only a mark of a note behind a word is left out.

    [14.5] in a cell of its own is a figure, and a cell that begins with 1. is an item of the table's own list.
    """
    text = "".join(_SIGNS.get(char, char) for char in text)
    drop = {at for note in _NOTE_OF_WORD.finditer(text) for at in range(*note.span())}
    text = _HALF_WIDTH.sub(_wide, _DOT.sub(".", text))
    kept = [at for at in range(len(text)) if at not in drop]
    return "".join(text[at] for at in kept), tuple(offsets[at] for at in kept)


def opens_item(text: str) -> bool:
    """Whether a line begins with a bullet, so that it goes on with no line before it."""
    return _BULLET.match(text[:8]) is not None


def _dropped(text: str) -> set[int]:
    """Return the places of what is left out: bullets in front, marks of notes behind a word."""
    found: set[int] = set()
    if bullet := _BULLET.match(text):
        found.update(range(bullet.end()))
    for note in _NOTE.finditer(text):
        found.update(range(*note.span()))
    return found


def _items(text: str, drop: set[int]) -> str:
    """Return a text in which items numbered 1, 2, 3 … within one line are sentences; their numbers are left out."""
    found = list(_ITEM.finditer(text))
    if len(found) < 2 or found[0].start() > 0 or [int(item[1]) for item in found] != list(range(1, len(found) + 1)):
        return text
    chars = list(text)
    for item in found[1:]:
        drop.update(range(item.start(1), item.end(1)))
        chars[item.end(1)] = "。"
    return "".join(chars)


def _wide(mark: re.Match[str]) -> str:
    """Return a half-width mark as Chinese writes it, where it parts Chinese words and not the digits of a number."""
    text, at = mark.string, mark.start()
    char, before, behind = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char == ".":
        ends = not behind or _HAN.match(behind)
        return "。" if ends and (_HAN.match(before) or (before and before in "%）”")) else char
    if before.isdigit() and behind.isdigit() and (char == ":" or _groups(text, at)):
        return char
    beside = _HAN.match(before) or _HAN.match(behind) or before in "%‰）”》" or behind in "“（《"
    return _WIDE[char] if beside else char


def _groups(text: str, at: int) -> bool:
    """Whether a comma parts thousands: 1,234."""
    return text[at] == "," and text[at + 1 : at + 4].isdigit() and len(text[at + 1 : at + 4]) == 3


def simplified(text: str) -> str:
    """Return a text in simplified characters, each in the place of its traditional one; the same where it is in them.

    >>> simplified("地區生產總值增長6%"), simplified("地区生产总值增长6%")
    ('地区生产总值增长6%', '地区生产总值增长6%')
    """
    if not text or len(_TRADITIONAL.findall(text)) < _MANY * len(text):
        return text
    convert = _converter()
    whole = convert(text)
    # Words of unlike length would move every offset behind them.
    return whole if len(whole) == len(text) else "".join(_one(convert, char) for char in text)


def _one(convert: Callable[[str], str], char: str) -> str:
    found = convert(char)
    return found if len(found) == 1 else char


@cache
def _converter() -> Callable[[str], str]:
    # OpenCC takes a while to load, and few texts need it.
    from opencc import OpenCC

    converter = OpenCC("t2s")
    return lambda text: str(converter.convert(text))
