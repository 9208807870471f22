"""The place that a name begins with, if the thing lies in it: 大连英歌石科学城, 京南文化旅游度假区, 磨憨铁路口岸."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations import bodies, letters
from policygraph.extraction.relations.ends import End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# Rings around a city are not in it; nor is what bears its name as a brand, what is said or written there, nor a title that it has.
_NOT_WITHIN = wordclasses.of("nouns_that_lie_nowhere")
_RINGS = wordclasses.of("rings_of_cities")
# What of a natural place a thing may only bear the name: 嵩山实验室.
_BRANDS = wordclasses.of("bearers_of_brands")
# 澜湄合作第十次外长会 is about what the places do with each other.
_DEALINGS = wordclasses.of("dealings_of_places")
# A river is too long to be where a thing lies.
_RIVERS = ("江", "河")
# Rivers and parts of the country are too broad to be where one thing lies.
_BROAD = wordclasses.members("broad_places")
# What names of places end with that no division of the country has.
_NATURAL = wordclasses.of("natural_places")
# 皖北, 粤东, 京南: a part of a province or of its capital.
_QUARTERS = wordclasses.of("quarters")
# 磨憨铁路口岸: a gate of the border has the name of its place.
_GATE = wordclasses.pattern(r"^(?P<place>[\u4e00-\u9fff]{2,5}?)<sorts_of_gates>?<gates_of_borders>$")
# 深汕合作区引水工程, 高新区图灵小镇.
_ZONE = wordclasses.pattern(r"^(?P<place>[\u4e00-\u9fff]{0,6}?<zones_in_front>)(?P<rest>[\u4e00-\u9fff]{3,})$")
_NOT_A_ZONE = wordclasses.pattern(r"^(?:<ranks_of_zones>|<judging>)")
# 陇东地区 is what 陇东 is called in full; 淮河流域 is more than the river.
_PARTS_OF_PROVINCES = wordclasses.of("parts_of_provinces")
_BASINS = wordclasses.of("basins")
# Industries that lie somewhere, not an industry's whole.
_GROUNDED = wordclasses.of("grounded_industries")
_LOCATED = frozenset(EntityType) - {EntityType.ORGANIZATION}
_SHORTEST = 2


def located(end: End, known: Known) -> Iterator[Made]:
    """Yield the place that a name begins with, if the thing lies in it."""
    if end.type not in _LOCATED or end.name.endswith(_NOT_WITHIN) or "与" in end.name:
        return
    if end.type is EntityType.INDUSTRY and not end.name.endswith(_GROUNDED):
        return
    place = _leading(end.name, known)
    if place is None or known.is_own(place.name) or place.name in _BROAD or place.name.endswith(_RINGS):
        return
    if places.get(place.name) is None and place.name.endswith(_RIVERS):
        return
    rest = end.name.partition(place.name)[2]
    if rest.startswith(_DEALINGS) or rest in _PARTS_OF_PROVINCES:
        return
    if (
        (rest.endswith(_BRANDS) or rest.startswith(_BRANDS))
        and places.get(place.name) is None
        and not place.name.endswith("湾")
    ):
        return
    yield Made(end, Tie.LOCATED_IN, place, "relations/place in front")


def _leading(name: str, known: Known) -> End | None:
    """Return the place that a name begins with, or None."""
    if gate := _GATE.match(name):
        return None if known.is_own(gate["place"]) else known.region(gate["place"])
    if (zone := _zone(name, known)) is not None:
        return zone
    if (body := bodies.founder(name, known)) is not None:
        return _division(name.removeprefix(body.name), known)
    return _division(name, known) or _known(name, known) or _region(name, known)


def _zone(name: str, known: Known) -> End | None:
    """Return the zone that a name begins with: 深汕合作区引水工程."""
    found = _ZONE.match(name)
    if found is None or _NOT_A_ZONE.match(name) or not types.head(found["rest"]):
        return None
    text = found["place"]
    if text in wordclasses.members("zones_in_front"):
        return None
    return known.named(text) or (End(text, EntityType.PLACE) if types.proper(text) or places.named(text) else None)


def _division(name: str, known: Known) -> End | None:
    """Return the province, city or county that a name begins with; a county only if it is in the speaker's province."""
    first = next(iter(places.named(name)), None)
    if first is None or first.name == places.NATION:
        return None
    text = next((text for text in (first.official, first.name) if name.startswith(text)), "")
    if not text or len(name) - len(text) < _SHORTEST or not known.may_mean(first) or name.startswith("区", len(text)):
        return None
    return End(first.name, EntityType.PLACE)


def _known(name: str, known: Known) -> End | None:
    """Return the longest place that the document or the thesaurus knows at the front of a name."""
    for cut in reversed([word.end for word in words.split(name)][:-1]):
        text = name[:cut]
        if (
            name.startswith("域", cut)
            or len(name) - cut < _SHORTEST
            or len(text) < _SHORTEST
            or text in wordclasses.members("plain_places")
        ):
            continue
        end = None if letters.expanded(text, known.chain) else known.end(text)
        if end and end.type is EntityType.PLACE and (places.get(text) is None or known.named(text)):
            return end
    return None


def _region(name: str, known: Known) -> End | None:
    """Return the part of a province, or the natural place, that a name begins with: 皖北, 雷州半岛."""
    first = next(iter(words.split(name)))
    if lexicon.beginning("relation_bodies", name):
        return None
    quarter = name[: 3 if name[2] in _QUARTERS else 2] if name[1] in _QUARTERS and _is_province(name[0]) else ""
    natural = first.text if first.tag == "ns" and first.text.endswith(_NATURAL) else ""
    text = quarter or natural
    if len(text) < _SHORTEST or len(name) - len(text) < _SHORTEST or name.startswith(_PARTS_OF_PROVINCES, len(text)):
        return None
    basin = next((noun for noun in _BASINS if name.startswith(noun, len(text))), "")
    return known.region(text + basin)


def _is_province(letter: str) -> bool:
    """Whether a letter stands for a province: 皖, 豫."""
    return places.is_province(lexicon.mapping("place_letters").get(letter, ""))
