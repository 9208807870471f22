"""Names in full: what a list shares is given to each of its items, and short names are spelled out.

* a head behind the list: 国家儿童、创伤等区域医疗中心 → 国家儿童区域医疗中心, 国家创伤区域医疗中心
* a head of the last item: 郑洛、郑许高速 → 郑洛高速, 郑许高速; S2、T1线 → S2线, T1线
* a level before it: 国家、省“十五五”规划 → 国家“十五五”规划, 省“十五五”规划
* a noun behind quotations: “大走访”和“进万企”活动 → “大走访”活动, “进万企”活动
* an abbreviation: 上海交大…郑州研究院 → 上海交通大学…郑州研究院
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_LEVELS = wordclasses.of("levels_in_names")
# A modifier is not much longer than the name whose noun it shares: 文化事业全面繁荣、文化产业 are two.
_MODIFIER = 2
# Heads that say what sort of things the items are, and are no part of their names.
_SORTS = wordclasses.of("sorts_of_things")
# 3家高新区: the noun of a zone is the end of the names, though 区 alone is not.
_ZONES = wordclasses.of("zones")
# 一期、二期; 第三期.
_PHASE = wordclasses.pattern(r"第?<list_numbers>期$")
# “十大工程”: its noun is that of the members.
_FORMULA = wordclasses.pattern(r"“<numbers_with_two>[<counters_in_formulas>][^“”]{1,6}”")
# A head that begins so says how the items are, not what they are called: …等大型商业综合体.
_JUDGING = wordclasses.of("judging")


def names(items: Sequence[str], head: str) -> tuple[str, ...]:
    """Return the full names of the items of a list.

    Args:
        items: the items as they stand.
        head: the noun behind the list, or ``""``.

    """
    head = _noun(head)
    if head and not is_sort(head):
        return tuple(_with_prefix(items[0], item) + head if _lacks(item, head) else item for item in items)
    items = _phases(items)
    if len(items) > 1 and not head and types.complete(items[-1]):
        return tuple(_shared(items, index) for index in range(len(items)))
    return tuple(items)


def _phases(items: Sequence[str]) -> tuple[str, ...]:
    """Give each bare phase the name before it: 水资源配置工程一期、二期 → 水资源配置工程一期, 水资源配置工程二期."""
    named = list(items)
    for index, item in enumerate(items[1:], 1):
        before = _PHASE.search(named[index - 1])
        if before and before.start() and _PHASE.match(item):
            named[index] = named[index - 1][: before.start()] + item
    return tuple(named)


def _noun(head: str) -> str:
    """Return the noun of a formula that ends a list, for its members: 工程 of “十大工程”; another head as it is."""
    return types.head(head) if _FORMULA.fullmatch(head) else head


def is_judged(head: str) -> bool:
    """Whether a head only says how the items are: 大型商业综合体, 新兴支柱产业."""
    return head.startswith(_JUDGING)


def is_sort(head: str) -> bool:
    """Whether a head is a class of things (重大项目, 技术和产品), not the end of their names (区域医疗中心, 专项行动)."""
    if types.term(head) not in (None, EntityType.PLATFORM):
        return True
    return is_judged(head) or (head.endswith(_SORTS) and not head.endswith(_ZONES)) or not types.head(head)


# 鲁山、潢川等机场: a name of two or three characters is no river or mountain where the list tells what it is.
_SHORT = 3
_TRADES = wordclasses.of("trades")


def _lacks(item: str, head: str) -> bool:
    """Whether an item has no head of its own."""
    if item.endswith((head, "”", "》")) or (item.endswith(_TRADES) and head.endswith(_TRADES)):
        return False
    if types.term(item) is EntityType.PLACE and types.of(item + head, True) is EntityType.PROGRAMME:
        return False
    if len(types.head(item)) == 1 and len(item) <= _SHORT:
        return True
    return not types.head(item) or types.is_place(item) or types.term(item) not in (None, EntityType.PROGRAMME)


def _with_prefix(first: str, item: str) -> str:
    """Give an item the level that only the first of its list says: 国家儿童、创伤."""
    level = next(
        (level for level in wordclasses.of("levels_in_front") if first.startswith(level) and first != level), ""
    )
    return item if not level or item.startswith(level) else level + item


def _shared(items: Sequence[str], index: int) -> str:
    """Return an item with the head that it shares with the last one."""
    item = items[index]
    heads = (later for later in items[index + 1 :] if types.head(later) and later[-1] != item[-1:])
    last = next(heads, items[-1]) if types.head(items[-1]) else items[-1]
    if index == len(items) - 1 or last in lexicon.words("generic") or types.is_economy(last):
        return item
    if item in _LEVELS:
        level = next((level for level in _LEVELS if last.startswith(level)), "")
        return item + last[len(level) :]
    if item.endswith("”") and last.startswith("“") and "”" in last:
        return item + last.partition("”")[2]
    if last.startswith("“") or item[-1:] == last[-1:] or len(item) > len(last) + _MODIFIER:
        return item
    if types.is_place(item):
        place = next((w.text for w in words.split(last)[:1] if types.is_place(w.text) and w.text != last), "")
        return item + last[len(place) :] if place else item
    if types.head(item) or types.term(item) is not None or not types.head(last) or item.endswith("”"):
        return item
    if len(last) <= _SHORT and lexicon.mapping("heads").get(types.head(last)) == EntityType.PLACE:
        return item
    if item.startswith("以") or (types.is_process(last) and words.split(item)[-1].tag == "v"):
        return item
    return item + _tail(last, len(item))


def _tail(last: str, length: int) -> str:
    """Return what the last item of a list adds to a modifier as long as the item before it: 郑许 + 高速."""
    latest = len(last) - len(types.head(last))
    cuts = [word.start for word in words.split(last) if 0 < word.start <= latest] or [latest]
    best = min(cuts, key=lambda cut: (abs(cut - length), cut))
    return last[best:]


@cache
def _abbreviations() -> re.Pattern[str]:
    return wordclasses.pattern(lexicon.any_of(lexicon.words("abbreviations")))


@lru_cache(maxsize=1 << 16)
def spelled_out(name: str) -> str:
    """Return a name with the abbreviations of universities and bodies in full.

    >>> spelled_out("哈工大郑州研究院二期")
    '哈尔滨工业大学郑州研究院二期'
    """
    for short, full in lexicon.mapping("endings").items():
        name = name.replace(short, full) if name.endswith(short) else name
    match = _abbreviations().match(name)
    if match is None or name.startswith(lexicon.mapping("abbreviations")[match[0]]):
        return name
    return lexicon.mapping("abbreviations")[match[0]] + name[match.end() :]
