"""Whose value it is: the document's own place, unless the subject of the value is another place.

    襄阳经济总量突破6000亿元        the city's       武汉港集装箱吞吐量350万标箱   of a thing that the city's name begins
    全国粮食产量1.41万亿斤          the nation's     全国重点实验室达23家           what the speaker has of a class with that name

A place has a value where behind its name stands what is measured of places, or what the place does. A name that begins with
a place's (a port, a park, a title) says nothing of whose value it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import indicators, places, wordclasses
from policygraph.statements import Level

if TYPE_CHECKING:
    from policygraph.statements import Document

_NATION = wordclasses.pattern(r"<the_nation>")
_PROVINCE = wordclasses.pattern(r"^<the_region>")
# 双江拉祜族佤族布朗族傣族自治县 has 15 characters.
_LONGEST_PLACE = 15
_SHORTEST_MEASURE = 2
_LONGEST_MEASURE = 16
_KEPT = 4096


def of(document: Document, left: str, indicator: str, unit: str) -> str:
    """Return the area whose value it is.

    Args:
        document: the document, whose area it is where the words name no other.
        left: the words before the value.
        indicator: the name of what is measured.
        unit: its unit as written.
    """
    words = left.lstrip(EDGES)
    if document.level is not Level.NATION and (_is_of_nation(words, unit) or _is_of_nation(indicator, unit)):
        return places.NATION
    own = places.get(document.area)
    if document.level in {Level.CITY, Level.COUNTY} and _PROVINCE.match(words) and own and own.within:
        return own.within
    part = _part_of(document, indicator)
    return part.name if part else document.area


def _is_of_nation(words: str, unit: str) -> bool:
    """Whether words tell of the nation: 全国脱贫地区农村居民收入增长6.5%; what is counted, the speaker has: 全国文明城市12个."""
    nation = _NATION.match(words)
    return nation is not None and (unit_kind(unit) == "rate" or _is_measured(words[nation.end() :]))


@lru_cache(maxsize=_KEPT)
def _is_measured(rest: str) -> bool:
    """Whether words behind a place tell what is measured of places, or what it does: 地区生产总值, 城镇新增就业, 新增学位."""
    rest = rest.strip(EDGES)
    if wording.action_at_start().match(rest):
        return True
    lengths = range(min(len(rest), _LONGEST_MEASURE), _SHORTEST_MEASURE, -1)
    return any(indicators.find(rest[:length]) is not None for length in lengths)


def _part_of(document: Document, indicator: str) -> places.Place | None:
    """Return the place within the document's own with which a name begins: 昆山市地区生产总值; not of 舒城县、金安区数."""
    for length in range(_LONGEST_PLACE, 1, -1):
        words = indicator[:length]
        bare = places.spoken(words)
        named = [place for place in places.sharing(words) if _lies_in(place, document)]
        # 洪湖水质 in a report of the province is that of the lake, not of the city.
        found = [bare] if bare and bare.within == document.area else named
        if found and not indicator.startswith("、", length):
            # 浦东新区法规 says of its place that it is one; 武汉 may begin the name of a port.
            with_kind = words == found[0].official
            return found[0] if with_kind or _is_measured(indicator[length:]) else None
    return None


def _lies_in(place: places.Place, document: Document) -> bool:
    """Whether a place lies in the document's own, so that it is a part of it that has the value."""
    return any(outer.name == document.area for outer in places.chain_of(place)[1:])
