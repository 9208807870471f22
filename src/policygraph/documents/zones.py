"""Zones, townships and the corps of 新疆: places with a government of their own that GB/T 2260 does not list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ontology import places, wordclasses
from policygraph.ontology.places import Place
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

_XINJIANG = wordclasses.word("xinjiang")
_CORPS_NAME = wordclasses.word("xinjiang_corps")

_CORPS = wordclasses.pattern(r"<xinjiang>(?:<production_and_construction>)?<corps>")
_KIND = r"<zones_in_full_or_short>"
_YEAR = r"(?:(?:19|20)\d\d年?)?(?:<first_half_year>)?"
_AFTER = rf"(?=<committees_of_zones>|{_YEAR}(?:<government>)?<documents_of_zones>)"
_ZONE = wordclasses.pattern(rf"([\u4e00-\u9fff]{{2,8}}?{_KIND}){_AFTER}")
_IS_ZONE = wordclasses.pattern(f"{_KIND}$")
_BEFORE = wordclasses.pattern("<no_zone_before>")
_TOWNSHIP = wordclasses.pattern(r"[\u4e00-\u9fff]{1,8}<towns>")


def named(title: str) -> Sequence[Place]:
    """Return the corps or the zone that a title names.

    >>> [place.name for place in named("新疆生产建设兵团2023年统计公报")], named("郑州经济技术开发区2024年工作报告")[0].within
    (['新疆生产建设兵团'], '郑州')
    """
    if _CORPS.search(title):
        return (Place(_CORPS_NAME, Level.CITY, _XINJIANG, "", _CORPS_NAME),)
    match = _ZONE.search(title)
    if match is None or places.sharing(match[1]):
        return ()
    return (_zone(_BEFORE.split(match[1])[-1]),)


def of(name: str) -> Place | None:
    """Return the township or zone that a name tells by its kind, or None."""
    if _TOWNSHIP.fullmatch(name):
        return Place(name, Level.TOWNSHIP, "", "", name)
    return _zone(name) if _IS_ZONE.search(name) else None


def _zone(name: str) -> Place:
    outer = next(iter(places.named(name)), None)
    return Place(name, Level.COUNTY, outer.name if outer else "", "", name)
