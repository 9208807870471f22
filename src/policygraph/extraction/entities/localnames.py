"""Names that only make sense in their document's area: 省委, 市委, 高新区, 省实验室.

A provincial report says 省委 for the provincial committee of its province; a city's report says 高新区 for the zone of its city.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policygraph.ontology import places, wordclasses
from policygraph.statements import Level

if TYPE_CHECKING:
    from policygraph.extraction.language.names import Known
    from policygraph.statements import Document

# 省委十一届八次全会, 省科学院; but 省会, 省级 and 省市 are other words.
_OF_PROVINCE = wordclasses.pattern(r"^省(?![<behind_that_no_local>、])")
# 市委, 市人大; a bare 市 begins too many other words.
_OF_CITY = wordclasses.pattern(r"^市(?=<bodies_of_a_place>)")
# The cities with the rank of a province: 市委 in a report of 北京 is its own.
_MUNICIPALITIES = wordclasses.members("municipalities")
# How many names are kept with the places that they name.
_KEPT = 1 << 14
# The zones of which a city has one.
_ZONES = wordclasses.members("local_zones")


def full(name: str, document: Document) -> str:
    """Return a name with the place that its document leaves unsaid: 省委 in a report of 郑州 is 河南省委."""
    province, city = _over(document.area)
    if province and _OF_PROVINCE.match(name):
        return province + name
    if city and (_OF_CITY.match(name) or name in _ZONES):
        return city + name
    return name


@cache
def _over(area: str) -> tuple[str, str]:
    """Return the province and the city that an area is or lies in, ``""`` where there is none."""
    place = places.get(area)
    chain = places.chain_of(place) if place else ()
    province = next((p.name for p in chain if p.level is Level.PROVINCE), "")
    if province in _MUNICIPALITIES:
        return "", province
    return province, next((p.name for p in chain if p.level is Level.CITY), "")


def fits(known: Known, name: str, document: Document) -> bool:
    """Whether a short name can mean a known entity here: S2线 is 郑州轨道交通S2线 in reports of 郑州 and 河南 only."""
    elsewhere = _named(known.name) - _named(name)
    return not elsewhere or elsewhere <= _here(document.area)


@lru_cache(maxsize=_KEPT)
def _named(name: str) -> frozenset[str]:
    """Return the places that a name names."""
    return frozenset(place.name for place in places.named(name))


@cache
def _here(area: str) -> frozenset[str]:
    """Return the area, what it lies in and what lies in it."""
    place = places.get(area)
    return frozenset(p.name for p in (*places.chain_of(place), *places.within(area))) if place else frozenset()
