"""Zones, townships and the corps of 新疆: places with a government of their own that GB/T 2260 does not list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.ontology import places
from policygraph.ontology.places import Place
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

_CORPS = re.compile(r"新疆(?:生产建设)?兵团")
_CORPS_NAME = "新疆生产建设兵团"
_KIND = (
    r"(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|工业园区|航空港经济综合实验区|综合实验区|示范区|管理区|"
    r"高新区|经开区|开发区|保税区|新区|园区)"
)
_YEAR = r"(?:(?:19|20)\d\d年?)?(?:上半年)?"
_AFTER = rf"(?=管委会|管理委员会|党工委|{_YEAR}(?:政府)?(?:工作报告|工作要点|工作总结|国民经济|经济|统计|政府))"
_ZONE = re.compile(rf"([\u4e00-\u9fff]{{2,8}}?{_KIND}){_AFTER}")
_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道)")


def named(title: str) -> Sequence[Place]:
    """Return the corps or the zone that a title names.

    >>> [place.name for place in named("新疆生产建设兵团2023年统计公报")], named("郑州经济技术开发区2024年工作报告")[0].within
    (['新疆生产建设兵团'], '郑州')
    """
    if _CORPS.search(title):
        return (Place(_CORPS_NAME, Level.CITY, "新疆", "", _CORPS_NAME),)
    match = _ZONE.search(title)
    if match is None or places.sharing(match[1]):
        return ()
    return (_zone(re.split(r"关于|印发|代表|年", match[1])[-1]),)


def of(name: str) -> Place | None:
    """Return the township or zone that a name tells by its kind, or None."""
    if _TOWNSHIP.fullmatch(name):
        return Place(name, Level.TOWNSHIP, "", "", name)
    return _zone(name) if re.search(f"{_KIND}$", name) else None


def _zone(name: str) -> Place:
    outer = next(iter(places.named(name)), None)
    return Place(name, Level.COUNTY, outer.name if outer else "", "", name)
