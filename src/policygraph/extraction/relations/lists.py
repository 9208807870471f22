"""Lists whose members are no names by themselves: 产业能级跃升、科创能力攀登等“十大工程”; 平远至武平、化州至北流等高速公路."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.extraction.relations import letters
from policygraph.extraction.relations.ends import End
from policygraph.extraction.relations.made import Made, Said
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.relations.ends import Known
    from policygraph.extraction.relations.standing import Standing

# 等“十大工程”, 等5个国家先进制造业集群: a whole that has a name of its own.
_WHOLE = wordclasses.pattern(
    r"(?P<items>[^，。；：:（(]{4,})等(?:(?:\d+|<numbers_with_two>+)<counters_of_formulas>)?"
    r"(?P<whole>“<numbers_with_two>[^“”]{2,8}”|<nation_in_front>[\u4e00-\u9fff]{4,14})"
)
_COUNTED = wordclasses.pattern(r"等(?:\d+|<numbers_with_two>+)<counters_of_formulas><nation_in_front>")
# 平远至武平、湛江至南宁、化州至北流等高速公路.
_ITEM = r"[\u4e00-\u9fff]{2,5}(?:<range_words>|—)[\u4e00-\u9fff]{2,5}"
_ROUTE = wordclasses.pattern(r"^(?P<first>.+?)(?:<range_words>|—)(?P<last>.+)$")
# The rule that a list of members speaks by.
MEMBERS = "relations/list of members"
_FEWEST = 2
_LONGEST_ITEM = 20
_MOST_BETWEEN = 6


def members(text: str, named: Sequence[Standing]) -> Iterator[Said]:
    """Yield who is a member of the named whole that ends a list, also where the items are no names by themselves."""
    standing = {one.start: one.entity for one in named}
    for found in _WHOLE.finditer(text):
        name = found["whole"]
        kind = types.of(name, True)
        noun = types.head(name)
        if not kind or not noun or not (name.startswith("“") or _COUNTED.search(found[0])):
            continue
        whole = standing.get(found.start("whole"), End(name, kind))
        for at, item in _items(found["items"], found.start("items")):
            known = standing.get(at)
            member = known if known and known.name.startswith(item) else End(_named(item, noun), kind)
            if member.name != whole.name and len(item) <= _LONGEST_ITEM:
                yield Said(at, found.end(), Made(member, Tie.MEMBER_OF, whole, MEMBERS))


def _named(item: str, noun: str) -> str:
    return item if item.endswith(noun) else item + noun


def _items(text: str, start: int) -> tuple[tuple[int, str], ...]:
    """Return the items of a list with their places, the first without the verb before it; none where there is only one."""
    found = [(start + part.start(), part[0]) for part in re.finditer("[^、]+", text)]
    if len(found) < _FEWEST:
        return ()
    at, first = found[0]
    cut = max((word.end for word in words.split(first) if word.text in _openers()), default=0)
    return ((at + cut, first[cut:]), *found[1:]) if cut < len(first) else tuple(found[1:])


@cache
def _openers() -> frozenset[str]:
    return frozenset(verbs.table("front")) | wordclasses.members("verbs_before_lists")


def routes(text: str) -> Iterator[Said]:
    """Yield the places that each route of a list joins: 平远至武平、化州至北流等高速公路."""
    for found in _routes().finditer(text):
        for part in found["routes"].split("、"):
            route = _ROUTE.match(part)
            if route is None or not (first := _place_behind(route["first"])):
                continue
            end = End(part[part.index(first) :] + found["noun"], EntityType.PROJECT)
            for place in (first, route["last"]):
                yield Said(
                    found.start(), found.end(), Made(end, Tie.CONNECTS, End(place, EntityType.PLACE), "relations/route")
                )


def _place_behind(text: str) -> str:
    """Return the place that a phrase ends with: 平远 of 机场和平远; the phrase itself where it is short."""
    known = (text[at:] for at in range(len(text) - 1) if places.get(text[at:]))
    return next(known, text if len(text) == _FEWEST else "")


@cache
def _routes() -> re.Pattern[str]:
    nouns = lexicon.any_of(lexicon.words("relation_routes"))
    return wordclasses.pattern(rf"(?P<routes>{_ITEM}(?:、{_ITEM})*?、{_ITEM}?)等?(?P<noun>{nouns})")


def lettered(text: str, known: Known) -> Iterator[Said]:
    """Yield the pairs of places whose letters stand before what they do together: 沪滇“16+16”重点园区合作."""
    cues = _cues()
    for word in words.split(text):
        if len(word.text) != _FEWEST or known.end(word.text) or _is_letter(text[word.start - 1 : word.start]):
            continue
        joined = letters.expanded(word.text, known.chain)
        found = cues.match(text, word.end) if joined and all(map(places.is_province, joined)) else None
        if found:
            one, other = (End(name, EntityType.PLACE) for name in joined)
            yield Said(word.start, found.end(), Made(one, Tie.JOINS, other, "relations/joined places"))


def _is_letter(char: str) -> bool:
    return char in lexicon.mapping("place_letters")


@cache
def _cues() -> re.Pattern[str]:
    return wordclasses.pattern(
        rf"(?:“[^”]*”)?[\u4e00-\u9fff]{{0,{_MOST_BETWEEN}}}?{lexicon.any_of(lexicon.words('relation_joining'))}"
    )
