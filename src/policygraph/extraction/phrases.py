"""The noun phrases of a measure's object or subject: lists, what they count, and what they share.

“曙光郑州先进计算研究所、中原算力谷等项目建设” is one group of two items with the shared head 项目; “沿江高铁、燕矶长江大桥等3296个重大
基础设施项目” also says how many there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.extraction import amounts, expansion, lexicon, trimming, types, verbs, words

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """A list of names that share what stands behind them.

    Attributes:
        items: the spans of the names, in order.
        head: what stands behind 等, or behind the number of the items, and says what they are; or ``""``.
        end: where the group ends, the head included.
        counted: whether a number counts the things, so that a class is meant (建成小微企业园40个).
        several: whether the group says 等, or how many its items are.

    """

    items: tuple[Span, ...]
    head: str
    end: int
    counted: bool
    several: bool


# 等项目建设, 等消费产品研发: what is done with the items is no part of what they are.
_VERBAL = re.compile(r"(?<=..)(?:建设|发展|研发|布局|培育|创建|保护|改造提升|落地|以上|左右)$")
# Things that a list of actions closes as one: 土地立体分层设权、混合开发利用、用途合理转换规则.
_ARRANGEMENTS = ("机制", "制度", "规则", "办法", "政策", "政策体系", "智慧城市", "深度融合发展")
_LISTED = 2
# 天津滨海新区在改革开放中的作用: where a thing acts is no part of its name.
_WHERE = re.compile(r"在[^、“]{2,12}(?:中|上|方面|领域)")
# 促进民营经济高质量发展27条举措, 20件民生实事: the number is part of the name.
_NUMBERED = re.compile(r"\d+条(?:政策)?(?:举措|措施)$|^\d+[件项](?:重点)?民生实事$")
# How high the things of a list stand is no part of their names: …等国家级产业集群.
_LEVEL = re.compile(r"^(?:国家级|省级|市级|世界级|[百千万]亿级)")
# A list and the quotation that sums it up: 好房子、好小区、好社区、好城区“四好”建设.
_COUNTING = tuple("两三四五六七八九")
# 和, 与, 及 and 以及 between names; not the syllables of 和平, 共和, 参与, 普及 …
_JOINT = re.compile(
    r"以及|(?<![共饱缓温中调总柔祥谐平])和(?![平谐美睦解田县合])|(?<![参给])与(?![会时否])|(?<![普涉以触波顾推])及(?![时其格])"
)


def groups(text: str, start: int, end: int) -> Iterator[Group]:
    """Yield the groups of a stretch of a clause."""
    items: list[Span] = []
    end = trimming.before_degree(text, start, end)
    start = trimming.behind_attributes(text, start, end)
    for first, last in _parts(text, start, end):
        part = text[first:last]
        if not items and _NUMBERED.search(part):
            yield Group(((first, last),), "", last, counted=False, several=False)
            continue
        closing = _search_outside(amounts.ET_CETERA, part) or _search_outside(amounts.COUNTED_HEAD, part)
        if closing is None or not closing.start():
            items.append((first, last))
            continue
        items.append((first, first + closing.start()))
        head = first + closing.start("head") if closing["head"] else last
        yield _group(text, items, head, last, several=True)
        items = []
    if items:
        yield _group(text, _whole(text, items), end, end, several=False)


def _whole(text: str, items: list[Span]) -> list[Span]:
    """Return a list that a mechanism or rule closes as the one name that it is: 青年人才发现、选拔、培养机制."""
    last = trimming.trim(text[slice(*items[-1])])
    if len(items) < _LISTED or not last.endswith(_ARRANGEMENTS) or last in lexicon.words("generic"):
        return items
    if any(types.complete(text[a:b]) or text[a:b] in lexicon.words("plain") for a, b in items[:-1]):
        return items
    return [(items[0][0], items[-1][1])]


def _group(text: str, items: list[Span], head_start: int, end: int, *, several: bool) -> Group:
    head = _noun(text[head_start:end]) if head_start < end else ""
    head = _LEVEL.sub("", head)
    of_kinds = text[head_start - 1] in amounts.UNITS_OF_KINDS and not expansion.is_judged(head)
    if of_kinds and not all(types.is_place(text[slice(*item)]) for item in items):
        head = types.head(head) or head
    at = text.find(head, head_start) + len(head) if head else head_start
    kept: list[Span] = []
    counted = False
    for start, stop in items:
        first, last, of_a_class = _bare(text, start, stop)
        if several and head and not expansion.is_sort(head):
            last = stop
        counted = counted or (of_a_class and not several)
        if first < last:
            kept.append((first, last))
    return Group(tuple(kept), head, at if head else (kept[-1][1] if kept else end), counted, several)


def _bare(text: str, start: int, stop: int) -> tuple[int, int, bool]:
    """Return the span of an item without amounts and attributes, and whether an amount counts things of its class."""
    of_a_class = False
    lead = amounts.leading().match(text, start, stop)
    if lead and lead.end() < stop:
        of_a_class = bool(lead["count"])
        start = lead.end()
    amount = _search_outside(amounts.TRAILING, text[start:stop])
    if amount and amount.start():
        of_a_class = of_a_class or bool(amounts.OF_A_CLASS.search(amount[0]))
        stop = start + amount.start()
    start = trimming.past_attribute(text, start, stop)
    if (where := _WHERE.search(text, start, stop)) and types.complete(text[start : where.start()]):
        stop = where.start()
    if text[start] == "“" and (close := text.find("”的", start, stop)) > 0:
        stop = close + 1
    return start, start + len(trimming.activity(text[start:stop])), of_a_class


def _noun(behind: str) -> str:
    """Return the noun behind 等 without what is done with the items: 企业[扩大规模], 项目[建设], 产业[向高端化发展]."""
    for word in words.split(behind):
        noun = behind[: word.start]
        done = noun in lexicon.words("classes") | lexicon.words("generic") and word.text in verbs.table("front")
        if word.start and (done or word.tag in ("v", "vd", "d", "p", "x", "ad")):
            behind = noun
            break
    noun = _VERBAL.sub("", behind.rpartition("的")[2] or behind)
    return noun if types.head(noun) else trimming.trim(noun)


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
    depths = trimming.depths(text)
    first = start
    listed = False
    for at in range(start, end):
        if text[at] == "、" and not depths[at]:
            yield from _joined(text, depths, first, at, listed, more=True)
            first, listed = at + 1, True
        elif (
            text[at] == "“" and at > first and (text[at - 1] == "”" or (listed and text.startswith(_COUNTING, at + 1)))
        ):
            yield from _joined(text, depths, first, at, listed)
            first, listed = at, True
    yield from _joined(text, depths, first, end, listed)


def _joined(
    text: str, depths: tuple[int, ...], start: int, end: int, listed: bool, more: bool = False
) -> Iterator[Span]:
    """Split a part at 和, 与, 及 and 以及 where the words before it can stand alone."""
    for joint in _JOINT.finditer(text, start + 1, end - 1):
        if depths[joint.start()]:
            continue
        left, right = trimming.trim(text[start : joint.start()]), trimming.trim(text[joint.end() : end])
        if _stands_alone(left, right) or (listed and not types.complete(left)) or (more and types.complete(left)):
            yield start, joint.start()
            yield from _joined(text, depths, joint.end(), end, listed)
            return
    if start < end:
        yield start, end


def _stands_alone(left: str, right: str) -> bool:
    """Whether 和 parts two names; 技术改造和设备更新行动, 生态保护和高质量发展核心示范区 are one."""
    if not types.complete(left) or not (types.complete(right) or "等" in right):
        return False
    if types.term(left) and types.term(right):
        return True
    return not (types.is_process(left) and types.head(right) and not types.is_process(right))
