"""The places that a name joins: 广清永高铁, 湛江至南宁高速公路, 郑开同城化, 上海与六安对口合作机制."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.extraction.relations import letters
from policygraph.extraction.relations.ends import End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# 上海与六安对口合作机制.
_PAIR = wordclasses.pattern(r"^(?P<one>[^、<and_with>]{2,12})<and_with>(?P<other>[^、<and_with>]{2,12}?)$")
# 平远至武平高速公路, 郑州—卢森堡航线.
_FROM_TO = wordclasses.pattern(
    r"^(?P<first>[\u4e00-\u9fff]{2,6}?)(?:<range_words>|—+|-|–|－|~)(?P<last>[\u4e00-\u9fff]{2,6}?)$"
)
# 广韶北, 广佛东环: the side of the city that a road reaches.
_SIDE = wordclasses.pattern(r"(?<=..)<quarters>(?:环)?$")
# 韩江榕江练江水系连通后续优化工程: waters that works join.
_WATERS = wordclasses.pattern(r"^(?P<waters>(?:.<waters>){2,4})<joining_of_waters>")
# 郑开大道快速化改造 serves what 郑开大道 connects, and connects nothing itself; 广深高速公路扩容提质 does.
_BEHIND_ROUTE = wordclasses.of("words_behind_routes")
_MOST_LETTERS = 4
_DEPTH = wordclasses.pattern(r"<depths_of_joining>$")


def joined(name: str, known: Known) -> Iterator[Made]:
    """Yield the pairs of places that the name of an undertaking joins."""
    cue = next((cue for cue in _longest_first("relation_joining") if cue in name), "")
    stem = name.partition(cue)[0] if cue else ""
    if pair := _PAIR.match(stem):
        one, other = known.end(pair["one"]), known.end(pair["other"])
        if one and other:
            yield Made(one, Tie.JOINS, other, "relations/joined places")
        return
    for one_place, other_place in combinations(letters.expanded(_DEPTH.sub("", stem), known.chain), 2):
        yield Made(place(one_place), Tie.JOINS, place(other_place), "relations/joined places")


def connected(end: End, known: Known) -> Iterator[Made]:
    """Yield the places that the name of a route joins."""
    for name in _ends(end.name, known):
        yield Made(end, Tie.CONNECTS, known.end(name) or place(name), "relations/route")


def lettered(stem: str, known: Known) -> tuple[str, ...]:
    """Return the places of the letters of a route, without the sides of cities: 广韶北, 广佛东环."""
    return letters.expanded(_SIDE.sub("", stem), known.chain)


def is_lettered(name: str) -> bool:
    """Whether a name is that of a route by letters of its places, known or not: 合淮产业走廊."""
    head = lexicon.ending("relation_routes", name)
    return bool(head) and len(name) - len(head) <= _MOST_LETTERS


def place(name: str) -> End:
    """Return a place by its name."""
    return End(name, EntityType.PLACE)


def _ends(name: str, known: Known) -> tuple[str, ...]:
    if waters := _WATERS.match(name):
        return tuple(re.findall("..", waters["waters"]))
    for head in _longest_first("relation_routes"):
        stem, found, behind = name.partition(head)
        if not found or not stem or (behind and not behind.startswith(_BEHIND_ROUTE)):
            continue
        between = _FROM_TO.match(stem)
        if ends := (between["first"], between["last"]) if between else lettered(stem, known):
            return ends
    return ()


@cache
def _longest_first(table: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words(table), key=lambda word: (-len(word), word)))
