"""The noun phrases of a measure's object or subject: lists, what they count, and what they share.

“曙光郑州先进计算研究所、中原算力谷等项目建设” is one group of two items with the shared head 项目; “沿江高铁、燕矶长江大桥等3296个重大
基础设施项目” also says how many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.extraction.entities import amounts, expansion, joints, trimming, types
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.ontology import wordclasses
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
        behind: what stands behind the last name, in the same object: 加强核心示范区[建设].
        some: whether it says that there are some of them: 一批创新平台.

    """

    items: tuple[Span, ...]
    head: str
    end: int
    counted: bool
    several: bool
    behind: str = ""
    some: bool = False


# 等项目建设, 等消费产品研发: what is done with the items is no part of what they are.
_VERBAL = wordclasses.pattern(r"(?<=..)<not_an_object>$")
# Things that a list of actions closes as one: 土地立体分层设权、混合开发利用、用途合理转换规则.
_ARRANGEMENTS = wordclasses.of("arrangements_in_lists")
_LISTED = 2
# 省、市、县三级联动机制 is one thing.
_LEVELS = wordclasses.pattern(r"<few_numbers>级")
_GOVERNMENTS = wordclasses.of("seats_of_government")
# 扩量、提质、增效行动: one undertaking in several steps of two characters.
_UNDERTAKINGS = wordclasses.of("undertakings")
_STEP = 2
# 天津滨海新区在改革开放中的作用: where a thing acts is no part of its name.
_WHERE = wordclasses.pattern(r"在[^、“]{2,12}<inside_of>")
# 促进民营经济高质量发展27条举措, 20件民生实事: the number is part of the name.
_NUMBERED = wordclasses.pattern(
    r"\d+条(?:<policy>)?<policy_steps>$|^\d+<policy_counters>(?:<key_point>)?<livelihood_matters>$"
)
# How high the things of a list stand is no part of their names: …等国家级产业集群.
_LEVEL = wordclasses.pattern(r"^(?:<ranks_of_levels>|<large_steps><hundred_million_grade>)")
# 一批, 一系列: some things of a class.
_SOME = wordclasses.pattern(r"新?<some_of_a_kind>|<several_of>")


def groups(text: str, start: int, end: int) -> Iterator[Group]:
    """Yield the groups of a stretch of a clause."""
    items: list[Span] = []
    end = trimming.before_qualities(text, start, trimming.before_degree(text, start, end))
    start = trimming.behind_attributes(text, start, end)
    for first, last in joints.parts(text, start, end):
        part = text[first:last]
        if not items and _NUMBERED.search(part):
            yield Group(((first, last),), "", last, counted=False, several=False)
            continue
        closing = joints.search_outside(amounts.ET_CETERA, part) or joints.search_outside(amounts.COUNTED_HEAD, part)
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
    if len(items) >= _LISTED and _LEVELS.search(text[slice(*items[-1])]) and _are_levels(text, items):
        return [(items[0][0], items[-1][1])]
    if len(items) > _LISTED and _are_steps(text, items):
        return [(items[0][0], items[-1][1])]
    if len(items) < _LISTED or not last.endswith(_ARRANGEMENTS) or last in lexicon.words("generic"):
        return items
    if any(types.complete(text[a:b]) or text[a:b] in lexicon.words("plain") for a, b in items[:-1]):
        return items
    return [(items[0][0], items[-1][1])]


def _are_levels(text: str, items: list[Span]) -> bool:
    """Whether all but the last of a list are levels of government: 省、市、县三级联动机制."""
    return all(text[first:last].removesuffix("级").endswith(_GOVERNMENTS) for first, last in items[:-1])


def _are_steps(text: str, items: list[Span]) -> bool:
    """Whether a list of bare verbs closes with an undertaking that takes them all: 扩量、提质、增效行动."""
    names = [text[slice(*item)] for item in items]
    last = trimming.trim(names[-1])
    steps = [*names[:-1], last.removesuffix(types.head(last))]
    return last.endswith(_UNDERTAKINGS) and all(len(step) == _STEP and not types.is_place(step) for step in steps)


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
    last = at if head else (kept[-1][1] if kept else end)
    some = bool(_SOME.match(text, items[0][0]))
    return Group(tuple(kept), head, last, counted, several, text[last:end], some)


def _bare(text: str, start: int, stop: int) -> tuple[int, int, bool]:
    """Return the span of an item without amounts and attributes, and whether an amount counts things of its class."""
    of_a_class = False
    while (lead := amounts.leading().match(text, start, stop)) and lead.end() < stop:
        start = lead.end()
        of_a_class = of_a_class or bool(lead["count"])
    amount = joints.search_outside(amounts.TRAILING, text[start:stop])
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
        closes = _is_of_head(behind, word.start, word.end)
        if word.start and not closes and (done or word.tag in ("v", "vd", "d", "p", "x", "ad")):
            behind = noun
            break
    noun = _VERBAL.sub("", behind.rpartition("的")[2] or behind)
    return noun if types.head(noun) else trimming.trim(noun)


def _is_of_head(behind: str, start: int, end: int) -> bool:
    """Whether a verb belongs to the noun that ends the words behind 等: 国家[创新]中心, 灌区现代化[改造]; not 产业[发展]."""
    if end == len(behind):
        return types.is_process(behind) and types.of(behind, True) is EntityType.PROJECT
    return bool(types.head(behind)) and len(behind) - len(types.head(behind)) <= start
