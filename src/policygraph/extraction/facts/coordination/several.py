"""One value that several subjects have: 结算率、决算率均提高20个百分点, 襄阳、宜昌经济总量突破6000亿元, 水电、风电装机居世界第一."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.coordination import lists
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

    from policygraph.extraction.quantities import Quantity

# 玉米、小麦、马铃薯等主栽品种良种覆盖率 is one rate, that of the class; but 优良等级.
_CLASS = wordclasses.pattern(r"等(?![<behind_no_others>])")
_RATE = wordclasses.pattern(r".{3}率$")
_EACH = wordclasses.pattern(
    r"(?:(?<!<per_characters>)均|<each_or_both>(?!<kinds_after_each>))(?P<predicate>[^，；。]{0,6})$"
)
# 水电、风电装机[位居世界]第一, 汽车、新能源汽车产量[历史性跃居全国]首位
_STANDS = wordclasses.pattern(r"<steady_manner>?<steady_ranks>[^，；、]*$")
# 茶叶、咖啡、橡胶等[种植面积]和[产量]: what is measured of all of a class.
_MEASURES_OF_CLASS = wordclasses.pattern(
    r"^(?P<owner>[^，；]{2,}?等)(?P<first>[^，；、和]{2,8})<and_with>(?P<second>[^，；、和]{2,8})$"
)
_QUANTITY = wordclasses.pattern(r".{3}量$")  # PCT国际专利申请量
# 研发经费支出与国内生产总值之比: one measure of two.
_OF_TWO = wordclasses.pattern(r"<measures_of_two>$")
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
    words = _AFTER.sub("", left.removesuffix(predicate))
    if quantity.unit == "位" and (two := _of_class(words) or _with_examples(words)):
        return tuple(part + predicate for part in two)
    found = lists.subjects(words)
    if found and _CLASS.search(found[-1]):
        return ()
    kind = unit_kind(quantity.unit)
    if kind == "count" and lists.are_only_places(found):
        return ()
    each_has = kind == "class" or quantity.unit == "番" or lists.are_places(found) or _are_ranked(quantity, left, found)
    if not (each_has or _are_rates(quantity, words, found) or _change_alike(quantity, match, words)):
        return ()
    return tuple(part + predicate for part in found)


def _of_class(words: str) -> list[str]:
    """Return two measures of one class, each with the class, or none: 茶叶、咖啡等[种植面积]和[产量]."""
    match = _MEASURES_OF_CLASS.match(words)
    if match is None or not all(wording.measure_noun_at_end().search(match[name]) for name in ("first", "second")):
        return []
    return [match["owner"] + match[name] for name in ("first", "second")]


def _with_examples(words: str) -> list[str]:
    """Return measures in full that are examples of what is ranked, or none: 专利拥有量、专利申请量等[稳居首位]."""
    found = lists.parts(words.removesuffix("等")) if words.endswith("等") else []
    return found if len(found) > 1 and all(_is_measure(part) for part in found) else []


def _is_measure(part: str) -> bool:
    """Whether words are a measure with what it is measured of: 农村居民人均可支配收入."""
    measured = wording.measure_noun_at_end().search(part)
    return (measured is not None and measured.start() > 1) or _QUANTITY.search(part) is not None


def _change_alike(quantity: Quantity, predicate: re.Match[str] | None, words: str) -> bool:
    """Whether measures, each in full, rise or fall by one rate: 城镇居民人均可支配收入和农村居民人均纯收入增长7%."""
    if predicate is None or unit_kind(quantity.unit) != "rate" or wording.predicate_class(predicate["word"]) == "level":
        return False
    found = lists.parts(words)
    return len(found) > 1 and all(_is_measure(part) for part in found) and not _OF_TWO.search(words)


def _are_rates(quantity: Quantity, words: str, found: list[str]) -> bool:
    """Whether the subjects are rates in their own right: 学前教育毛入园率、高中毛入学率超过93%."""
    if quantity.unit != "%" or not found or not all(_RATE.search(part) for part in found):
        return False
    return "和" not in words or all(_RATE.search(part) for part in lists.parts(words))


def _are_ranked(quantity: Quantity, left: str, found: list[str]) -> bool:
    """Whether a rank is that of several things measured; 和 may join two things that are ranked as one."""
    if quantity.unit != "位" or not found or "和" in left or wording.action_at_start().match(found[0]):
        return False
    return wording.measure_noun_at_end().search(found[-1]) is not None
