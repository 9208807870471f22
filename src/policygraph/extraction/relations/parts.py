"""The whole of which a name tells a part: 中原量子谷二期, 郑州国际陆港核心功能区, 太行实验室辽宁基地."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations import bodies
from policygraph.extraction.relations.ends import End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# 二期, 二期工程, 三期项目; the noun behind 三期污水处理设施 belongs to the whole.
_PHASE = wordclasses.pattern(r"第?<list_numbers>期(?P<noun><nouns_of_projects>?)$")
_MIDDLE = wordclasses.pattern(r"^(?P<front>[^、]{3,})<list_numbers>期(?P<noun>[\u4e00-\u9fff]{4,})$")
# 水资源优化配置工程（含水库扩建）.
_IN_BRACKETS = wordclasses.pattern(r"^(?P<whole>[^（(]+)[（(]<include_within>(?P<part>[^、，）)]{4,20})[）)]$")
# 川气东送二线湖北段, 太行实验室辽宁基地: a part by the place that it is in.
_LOCAL = wordclasses.of("local_parts")
# 京港高铁阜阳至黄冈段: a stretch by its ends.
_STRETCH = wordclasses.pattern(r"(?:<range_words>|—|-)[\u4e00-\u9fff]{2,4}段$")
# 6号线南延: a line is one of the underground.
_LINE = wordclasses.pattern(r"^(?:\d+|<numbers_with_two>)<lines_of_the_underground>$")
_WHOLES = frozenset(EntityType) - {EntityType.EVENT, EntityType.ORGANIZATION}
# A whole whose noun is not known has at least so many characters and one more.
_SHORTEST_WHOLE = 4
_SHORTEST_KNOWN = 3
_LONGEST_WHOLE = 24
_LENGTHS_OF_PLACES = (4, 3, 2)


def whole(end: End, known: Known) -> Iterator[Made]:
    """Yield the whole of which a name tells a part."""
    if held := _IN_BRACKETS.match(end.name):
        part = End(held["part"], EntityType.PROJECT)
        yield Made(part, Tie.PART_OF, End(held["whole"], end.type), "relations/parts in brackets")
        yield from whole(part, known)
        return
    text = _cut(end)
    if not text or len(text) < _SHORTEST_KNOWN or end.type is EntityType.ORGANIZATION or re.search("[、及]", text):
        return
    found = known.end(text) or _by_noun(text)
    if found and found.type in _WHOLES and found.name != end.name and not _is_body(text, found, known):
        yield Made(end, Tie.PART_OF, found, "relations/part of a name")


def _cut(end: End) -> str:
    """Return a name without what says of which part it speaks; ``""`` where it speaks of none."""
    name = end.name
    if end.type in (EntityType.PROJECT, EntityType.PLATFORM) and (middle := _MIDDLE.match(name)):
        plain = _PHASE.search(name) is None and words.split(middle["noun"])[-1].tag.startswith("n")
        return middle["front"] + middle["noun"] if plain else _stem(name)
    return _stem(name)


def _stem(name: str) -> str:
    phase = _PHASE.search(name)
    tail = phase[0] if phase else _stretch(name) or lexicon.ending("relation_parts", name) or _local(name)
    return name[: len(name) - len(tail)].rstrip("“（(") if tail else ""


def _stretch(name: str) -> str:
    """Return the end of a name that tells from where to where a part goes: 阜阳至黄冈段."""
    if found := _STRETCH.search(name):
        before = name[: found.start()]
        first = next((before[-length:] for length in _LENGTHS_OF_PLACES if places.get(before[-length:])), "")
        return first + found[0] if first else ""
    return ""


def _by_noun(text: str) -> End | None:
    """Return a whole that no table holds, by its noun; one without a noun must be long, and its quotation closed."""
    kind = types.of(text, True)
    if kind is None and text.endswith(wordclasses.of("nouns_of_ways")):
        return End(text, EntityType.PROJECT)
    if kind is None and (len(text) <= _SHORTEST_WHOLE or words.split(text)[-1].tag == "v"):
        return None
    if text.count("“") != text.count("”"):
        return None
    if _LINE.match(text) or len(text) > _LONGEST_WHOLE:
        return None
    return End(text, kind or EntityType.PROJECT)


def _local(name: str) -> str:
    """Return the end of a name that says in which place a part of the whole is: 湖北段, 辽宁基地."""
    for noun in _LOCAL:
        stem = name.removesuffix(noun)
        place = next(reversed(places.named(stem)), None) if stem != name else None
        if place and stem.endswith(place.name) and len(stem) > len(place.name) + _SHORTEST_WHOLE:
            return f"{place.name}{noun}"
    return ""


def _is_body(text: str, found: End, known: Known) -> bool:
    return found.type is not EntityType.PLATFORM and bodies.named(text, known) is not None
