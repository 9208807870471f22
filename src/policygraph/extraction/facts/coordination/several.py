"""One value that several subjects have: 结算率、决算率均提高20个百分点, 襄阳、宜昌经济总量突破6000亿元, 水电、风电装机居世界第一."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.coordination import lists
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.quantities import Quantity

# 玉米、小麦、马铃薯等主栽品种良种覆盖率 is one rate, that of the class; but 优良等级.
_CLASS = wordclasses.pattern(r"等(?![<behind_no_others>])")
_RATE = wordclasses.pattern(r".{3}率$")
_EACH = wordclasses.pattern(r"(?:(?<!<per_characters>)均|<each_or_both>)(?P<predicate>[^，；。]{0,6})$")
# 水电、风电装机[位居世界]第一, 汽车、新能源汽车产量[历史性跃居全国]首位
_STANDS = wordclasses.pattern(r"<steady_manner>?<steady_ranks>[^，；、]*$")
# 孝感、黄冈[继荆州后]跨越3000亿元规模
_AFTER = wordclasses.pattern(r"继[^，；、]{2,6}(?:之)?后$")


def subjects(quantity: Quantity, left: str) -> tuple[str, ...]:
    """Return the subjects that a value holds for, each with its predicate, where the words say that each has it."""
    if each := _EACH.search(left):
        sectors = lists.industries(left[: each.start()]) if unit_kind(quantity.unit) == "money" else ()
        return tuple(part + each["predicate"] for part in sectors or lists.subjects(left[: each.start()]))
    match = wording.predicate_at_end().search(left)
    predicate = match[0] if match else ""
    if quantity.unit == "位" and (standing := _STANDS.search(left)):
        predicate = standing[0]
    found = lists.subjects(_AFTER.sub("", left.removesuffix(predicate)))
    if found and _CLASS.search(found[-1]):
        return ()
    kind = unit_kind(quantity.unit)
    if kind == "count" and lists.are_only_places(found):
        return ()
    each_has = kind == "class" or quantity.unit == "番" or lists.are_places(found) or _are_ranked(quantity, left, found)
    if not (each_has or _are_rates(quantity, left, found)):
        return ()
    return tuple(part + predicate for part in found)


def _are_rates(quantity: Quantity, left: str, found: list[str]) -> bool:
    """Whether the subjects are rates in their own right: 学前教育毛入园率、高中毛入学率超过93%."""
    return quantity.unit == "%" and "和" not in left and bool(found) and all(_RATE.search(part) for part in found)


def _are_ranked(quantity: Quantity, left: str, found: list[str]) -> bool:
    """Whether a rank is that of several things measured; 和 may join two things that are ranked as one."""
    if quantity.unit != "位" or not found or "和" in left or wording.action_at_start().match(found[0]):
        return False
    return wording.measure_noun_at_end().search(found[-1]) is not None
