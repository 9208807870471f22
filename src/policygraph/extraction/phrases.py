"""The noun phrases of a measure's object or subject: lists, what they count, and what they share.

“曙光郑州先进计算研究所、中原算力谷等项目建设” is one group of two items with the shared head 项目; “沿江高铁、燕矶长江大桥等3296个重大
基础设施项目” also says how many there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, measures, types, words
from policygraph.statements import EntityType

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


_NUMBER = r"(?:近|超|约|达到?|超过|突破)?(?:(?<![\d.A-Za-z第])\d[\d.]*|(?<![一二三四五六七八九十第])[两三四五六七八九十](?=[个大类项]))[多余]?[万亿]?[多余]?"
_DIGITS = r"(?:近|超|约|达到?|超过|突破|至)?(?<![\d.A-Za-z第])\d[\d.]*[多余]?[万亿]?[多余]?"
_UNIT = r"(?:个|家|条|项|座|所|处|大类|大|类|款|只|支|批|种|名|位|片|场|届|县市|省份)"
_AMOUNT = r"(?:个|家|条|项|座|所|处|套|户|人次|人|亩|公里|平方米|平方公里|元|亿元|万元|吨|辆|台|名|次|件|场|张|间|米|千瓦|%|公顷|期|轮|种|批|万千瓦|标箱)"
# 等4家郑州研究院, 等项目: but not 等级, 等次, nor 平等, 高等.
_ETC = re.compile(rf"(?<![平高中初优同均])等(?![级次于待候])(?:{_NUMBER}{_UNIT})?(?P<head>.*)$")
# 鄂州花湖机场、宜昌三峡机场2个国际机场; 汽车、钢铁、化工三大产业.
_COUNTED_HEAD = re.compile(rf"(?P<number>(?<!第){_NUMBER}{_UNIT})(?P<head>(?!以上|左右)(?:\dA级|\D)\D+)$")
# 建成小微企业园40个以上; 养老机构1万家.
_TRAILING_COUNT = re.compile(rf"(?:各|共|累计|总数|新增)?(?:\d+[-—–~])?{_DIGITS}{_AMOUNT}(?:以上|左右|以内|及以上)?$")
# Amounts of money and people say how far a programme goes; other amounts count things of a class.
_CLASS_AMOUNT = re.compile(r"(?<!人)[个家条项座所处套件支名辆台亩期轮种批]|公里|平方米|公顷|千瓦|吨")
# 一批, 更多, 10个, 新一轮, 全国首个: before the name.
_LEADING = re.compile(
    rf"^(?:\d*[万亿]元以上|[千百十]?[百千万]亿级|规上|现役|新一轮|(?:一批|一系列|更多|各类|各项|等|首批|首个|首条|首家|我省|我市|全省|全市|全国首个|国内首个|国内首条|全球首个|全球首款|首款|(?:全球|国内|亚洲|世界|全国)[^、的]{0, 6}的|首台套|首台|本市|我国)|(?P<count>(?:\d+[-—–~])?{_NUMBER}(?:余|多)?(?:个|家|条|项|座|所|处|批|种|场|名)(?:以上)?))"
)
# 等10大绿色转型工程, 等10条循环经济产业链: units of kinds, whose noun alone completes the names.
_KINDS_UNIT = ("大", "条")
# 等项目建设, 等消费产品研发: what is done with the items is no part of what they are.
_VERBAL = re.compile(r"(?<=..)(?:建设|发展|研发|布局|培育|创建|保护|改造提升|落地|以上|左右)$")
# 具有全国影响力的科技创新中心: what is to be stays part of the name of a standing that a place is given.
_STANDINGS = ("中心", "高地", "枢纽", "策源地")
# A list and the quotation that sums it up: 好房子、好小区、好社区、好城区“四好”建设.
_COUNTING = "两三四五六七八九十"
# 和, 与, 及, 以及 and 暨 between names; not the syllables of 和平, 共和, 参与, 普及 …
_JOINT = re.compile(
    r"以及|(?<![共饱缓温中调总柔祥谐平])和(?![平谐美睦解田县合])|(?<![参给])与(?![会时否])|(?<![普涉以触波顾推])及(?![时其格])|暨"
)


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
    head = _noun(text[head_start:end]) if head_start < end else ""
    if text[head_start - 1] in _KINDS_UNIT:
        head = types.head(head) or head
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
        start = _past_attribute(text, start, stop)
        if text[start] == "“" and (close := text.find("”的", start, stop)) > 0:
            stop = close + 1
        core = trim(text[start:stop])
        if core:
            kept.append((start, start + len(core)))
    return Group(tuple(kept), head, at if head else (kept[-1][1] if kept else end), counted, several)


def _past_attribute(text: str, start: int, stop: int) -> int:
    """Return where a name begins behind what is said of it: 全国领先的RCEP示范区; a quotation before 的 is the name itself."""
    depths = words.depths(text)
    at = max((i for i in range(start, stop) if text[i] == "的" and not depths[i]), default=-1)
    if at < 0 or at + 2 >= stop or text[start] == "“":
        return start
    if text.startswith("具有", start) and text.endswith(_STANDINGS, start, stop):
        return start
    return at + 1


def _noun(behind: str) -> str:
    """Return the noun behind 等 without what is done with the items: 企业[扩大规模], 项目[建设], 产业[向高端化发展]."""
    for word in words.split(behind):
        noun = behind[: word.start]
        done = noun in lexicon.words("classes") | lexicon.words("generic") and word.text in measures.fronts()
        if word.start and (done or word.tag in ("v", "vd", "d", "p", "x", "ad")):
            behind = noun
            break
    noun = _VERBAL.sub("", behind)
    return noun if types.head(noun) else trim(noun)


def trim(phrase: str) -> str:
    """Return a phrase without the verbal noun that closes its measure: 中牟新区建设 → 中牟新区, …等项目建设 → 项目."""
    while types.term(phrase) is None:
        tail = lexicon.ending("tails", phrase)
        if not tail or len(phrase) - len(tail) < 2:
            break
        if not _is_tail(phrase, tail):
            break
        phrase = phrase[: -len(tail)].rstrip("的等")
    return _without_process(phrase)


def _without_process(phrase: str) -> str:
    """Return the body that a process is said of: 中原科技城融合发展 → 中原科技城; 老旧小区改造 stays."""
    thing = phrase.removesuffix(types.head(phrase))
    bodies = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.INDUSTRY)
    if types.is_process(phrase) and types.of(phrase, True) is EntityType.PROGRAMME and types.of(thing, True) in bodies:
        return thing
    return phrase


def _is_tail(phrase: str, tail: str) -> bool:
    """Whether a phrase ends with words that are no part of its name, though they may look like a typed noun."""
    shorter = phrase[: -len(tail)]
    if not types.head(phrase) or phrase in lexicon.words("generic") or types.term(shorter):
        return True
    return tail == "项目" and bool(types.head(shorter))


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
            yield from _joined(text, depths, first, at, listed, more=True)
            first, listed = at + 1, True
        elif text[at] == "“" and at > first and (text[at - 1] == "”" or (listed and text[at + 1] in _COUNTING)):
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
        left, right = text[start : joint.start()], trim(text[joint.end() : end])
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
