"""The noun phrases of a measure's object or subject: lists, what they count, and what they share.

“曙光郑州先进计算研究所、中原算力谷等项目建设” is one group of two items with the shared head 项目; “沿江高铁、燕矶长江大桥等3296个重大
基础设施项目” also says how many there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, types, words

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """A list of names that share what stands behind them.

    Attributes:
        items: the spans of the names, in order.
        head: the noun behind 等 or behind a number that says what the items are, or ``""``.
        end: where the group ends, the head included.
        counted: whether a number counts the things, so that a class is meant (建成小微企业园40个).
        several: whether the group says 等, or how many its items are.

    """

    items: tuple[Span, ...]
    head: str
    end: int
    counted: bool
    several: bool


_NUMBER = r"(?:近|超|约|达到?|超过|突破)?(?:\d[\d.]*|[两三四五六七八九十百千]+)(?:[多余])?[万亿]?(?:[多余])?"
_DIGITS = r"(?:近|超|约|达到?|超过|突破|至)?(?<![\d.A-Za-z第])\d[\d.]*[多余]?[万亿]?[多余]?"
_UNIT = r"(?:个|家|条|项|座|所|处|大类|大|类|款|只|支|批|种|名|位|片|场|届|县市|省份)"
_AMOUNT = r"(?:个|家|条|项|座|所|处|套|户|人次|人|亩|公里|平方米|平方公里|元|亿元|万元|吨|辆|台|名|次|件|场|张|间|米|千瓦|%|公顷|期|轮|种|批|万千瓦|标箱)"
# 等4家郑州研究院, 等项目: but not 等级, 等次, nor 平等, 高等.
_ETC = re.compile(rf"(?<![平高中初优同均])等(?![级次于待候])(?:{_NUMBER}{_UNIT})?(?P<head>.*)$")
# 鄂州花湖机场、宜昌三峡机场2个国际机场; 汽车、钢铁、化工三大产业.
_COUNTED_HEAD = re.compile(rf"(?P<number>(?<!第){_NUMBER}{_UNIT})(?P<head>[^\d]{{2,}})$")
# 建成小微企业园40个以上; 养老机构1万家.
_TRAILING_COUNT = re.compile(rf"(?:各|共|累计|总数|新增)?{_DIGITS}{_AMOUNT}.*$")
_CLASS_AMOUNT = re.compile(r"\d[多余]?(?:个|家|条|项|座|所|处|套|名|件|支)|\d[万亿]?[多余]?(?:家|名|套|辆|台)")
# 一批, 更多, 10个, 新一轮, 全国首个: before the name.
_LEADING = re.compile(
    rf"^(?:\d+[万亿]元以上|(?:一批|一系列|更多|各类|各项|等|首批|首个|首条|首家|我省|我市|全省|全市|全国首个|国内首个|国内首条|全球首个|首台套|首台|本市|我国)|(?P<count>{_NUMBER}(?:余|多)?(?:个|家|条|项|座|所|处|批|种|场|名)(?:以上)?))"
)
_JOINTS = ("以及", "和", "与", "及", "暨")


def groups(text: str, start: int, end: int) -> Iterator[Group]:
    """Yield the groups of a stretch of a clause."""
    items: list[Span] = []
    for first, last in _parts(text, start, end):
        part = text[first:last]
        if match := _search_outside(_ETC, part):
            items.append((first, first + match.start()))
            yield _group(text, items, first + match.start("head"), last, several=True)
            items = []
        elif (match := _search_outside(_COUNTED_HEAD, part)) and match.start():
            items.append((first, first + match.start()))
            yield _group(text, items, first + match.start("head"), last, several=True)
            items = []
        else:
            items.append((first, last))
    if items:
        yield _group(text, items, end, end, several=False)


def _group(text: str, items: list[Span], head_start: int, end: int, *, several: bool) -> Group:
    head = trim(text[head_start:end]) if head_start < end else ""
    at = text.find(head, head_start) + len(head) if head else head_start
    kept: list[Span] = []
    counted = False
    for start, stop in items:
        lead = _LEADING.match(text[start:stop])
        if lead and lead.end() < stop - start:
            counted = counted or bool(lead["count"])
            start += lead.end()
        amount = _search_outside(_TRAILING_COUNT, text[start:stop])
        if amount and amount.start():
            counted = counted or (bool(_CLASS_AMOUNT.search(amount[0])) and not several)
            stop = start + amount.start()
        core = trim(text[start:stop])
        if core:
            kept.append((start, start + len(core)))
    return Group(tuple(kept), head, at if head else (kept[-1][1] if kept else end), counted, several)


def trim(phrase: str) -> str:
    """Return a phrase without the verbal noun that closes its measure: 中牟新区建设 → 中牟新区, …等项目建设 → 项目."""
    while not types.head(phrase) or phrase in lexicon.words("generic"):
        tail = lexicon.ending("tails", phrase)
        if not tail or len(phrase) - len(tail) < 2:
            break
        phrase = phrase[: -len(tail)].rstrip("的等")
    return phrase


def _search_outside(pattern: re.Pattern[str], part: str) -> re.Match[str] | None:
    """Search a pattern that begins outside quotations and brackets."""
    depths = words.depths(part)
    at = 0
    while match := pattern.search(part, at):
        if not depths[match.start()]:
            return match
        at = match.start() + 1
    return None


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts between 、, between ”“, and between 和 where both its sides are names."""
    depths = words.depths(text)
    first = start
    listed = False
    for at in range(start, end):
        if text[at] == "、" and not depths[at]:
            yield from _joined(text, first, at, listed)
            first, listed = at + 1, True
        elif text[at] == "“" and at > first and text[at - 1] == "”":
            yield first, at
            first, listed = at, True
    yield from _joined(text, first, end, listed)


def _joined(text: str, start: int, end: int, listed: bool) -> Iterator[Span]:
    """Split a part at 和, 与, 及 and 以及 where the words before it can stand alone."""
    for word in words.split(text[start:end]):
        at = start + word.start
        if word.text not in _JOINTS or at == start or start + word.end == end:
            continue
        left = text[start:at]
        right = trim(text[start + word.end : end])
        if types.complete(left) and (types.complete(right) or "等" in right or listed):
            yield start, at
            yield from _joined(text, start + word.end, end, listed)
            return
    if start < end:
        yield start, end
