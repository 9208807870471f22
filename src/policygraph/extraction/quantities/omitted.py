"""Quantities whose unit is left out, shared or no unit of measure: 3大产业, 高4.2和0.7个百分点, 6000万农村人口, Ⅱ类水质."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.language.numerals import HAN, NUMBER, SCALE
from policygraph.extraction.quantities import counts, implied, measured, units
from policygraph.extraction.quantities.comparators import bounded
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_CLASS = wordclasses.pattern(r"(?P<low>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)(?:[—–\-~～至](?P<high>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V))?类")  # Ⅱ类以上
_SPAN = wordclasses.pattern(
    rf"(?<=<range_words>)(?P<n>[{HAN}]+)(?P<unit><years_or_months>)(?=[，。；、]|<or_more>)"
)  # 免学费政策扩大到三年
# 提前一年完成, 三年任务两年完成: how much sooner, and in what time
_AHEAD = wordclasses.pattern(rf"(?<=<ahead>)(?P<n>[{HAN}半])(?P<unit><years_or_months>)")
_IN_TIME = wordclasses.pattern(
    rf"(?<=[{HAN}\d]年)<tasks_and_projects>(?P<n>[{HAN}]|\d)(?P<unit>年)(?=<building_in_full>)"
)
# 实现翻番, 比2020年翻番: once; 翻番至100亿元 says to what
_DOUBLED = wordclasses.pattern(r"(?<!翻)<doubling>(?!<range_words>)")
_HALF = Decimal("0.5")
# 10∶44∶46 and 9:30 are no fraction: a ratio is one number to one.
_RATIO = wordclasses.pattern(r"(?<![\d.:：∶])(\d+(?:\.\d+)?)[:：∶]1(?![\d.:：∶])")  # 城乡居民收入比缩小至2.31:1
# 分别高4.2和0.7个百分点, 分别达1409万、1305万人次: numbers that others follow, the last one with its unit
_SHARED = wordclasses.pattern(rf"(?P<low>{NUMBER})(?P<scale>{SCALE})?(?=[、和]{NUMBER})")
_OTHERS = wordclasses.pattern(rf"(?:[、和]{NUMBER}(?:{SCALE})?)*[、和](?P<last>{NUMBER})")
# 经济总量连续迈上4万亿、5万亿两个台阶: steps are of money.
_STEPS = wordclasses.pattern(
    rf"(?P<low>{NUMBER})(?P<scale><steps_of_hundred_million>)(?=[^，；。]{{0,12}}<thresholds_first>)(?!元)"
)
_DEALT_OUT = wordclasses.pattern(r"<respectively>[^，；。]{0,30}$")
# How far before a number 分别 begins at most.
_REACH = 32
_ENDS = r"(?=[，。；、）]|以<within_bounds>|<no_noun_left>|$)"
# 交通指数下降至6.08, 城乡居民收入比值由3.27缩小至2.93
_UNITLESS = wordclasses.pattern(
    rf"(?:(?<=<reaching_copulas>)(?=[\d.,]+(?:{SCALE})?{_ENDS})|(?<=<from_characters>)(?=[\d.]+[^，；。\d]{{0,4}}<to_until>[\d.]+{_ENDS}))"
    rf"(?P<low>{NUMBER})(?P<scale>{SCALE})?"
)
_NO_UNIT = wordclasses.pattern(
    rf"(?P<low>{NUMBER})(?P<few><over_characters>)?(?P<scale><steps_of_money>)(?P<few2><over_characters>)?{_ENDS}"
)  # 农村贫困人口减少1240万
# 完成1000万以上农村贫困人口脱贫任务
_BOUNDED = wordclasses.pattern(r"以<above_below>[^，；。]{0,6}<people_groups>")
_BARE = wordclasses.pattern(
    rf"(?<![\d.+\-])(?P<low>(?!0\d){NUMBER})(?P<few><over_characters>)?(?P<scale>{SCALE})?(?P<few2><over_characters>)?(?P<big>大)?(?=“?(?P<next>[一-鿿]{{1,2}}))"
)
# 6亿农村人口, but 产值超1000亿优势特色产业集群
_PEOPLE = wordclasses.pattern(r"[^，；。、]{0,14}?<people_nouns>")
# 完成662万农户延包
_HOUSEHOLDS = wordclasses.pattern(r"“?[^，；。、\d”]{0,3}户(?![<behind_no_household>])")
_PLACES = wordclasses.pattern(r"<area_nouns>|<nations_and_towns>")
_NO_NOUN = wordclasses.of("no_nouns")
# 解决6000万农村人口饮水安全: with 万 or 亿 the measure word may be left out, and it is people that are counted so.
_COUNTED_BY_SCALE = "人"


@cache
def _listed() -> re.Pattern[str]:
    """Return the pattern of how many a list with examples has: 行业协会商会等[四类]社会组织, 等[四组]企业."""
    return wordclasses.pattern(
        rf"(?<=等)(?P<n>(?!一[^<ten_hundred>])[{HAN}]{{1,3}})大?(?P<unit>{units.counting()})(?=[一-鿿])"
    )


@cache
def _great() -> re.Pattern[str]:
    """Return the pattern of how many great ones all came about: [五]大河流全线贯通; 十大战略全面实施 only names them."""
    return wordclasses.pattern(
        rf"(?<![^，。；：！？])(?P<n>[{HAN}]{{1,2}})大(?=[^，。；：、\d]{{2,12}}?<all_of_it>{counts.all_came_about()})"
    )


def find_classes(text: str) -> Iterator[Quantity]:
    """Yield the classes of a text (water of class Ⅱ), in 类."""
    for match in _CLASS.finditer(text):
        found = bounded(text, *match.span(), Decimal(_ROMAN[match["low"]]), "类")
        if match["high"]:
            found = replace(found, value_max=Decimal(_ROMAN[match["high"]]), comparator=Comparator.RANGE)
        yield found


def find(text: str) -> Iterator[Quantity]:
    """Yield numbers in Chinese numerals, ratios, and numbers that share or lack a unit at the end of their clause."""
    for pattern in (_SPAN, _listed(), _AHEAD, _IN_TIME):
        for match in pattern.finditer(text):
            value = _HALF if match["n"] == "半" else numerals.whole(match["n"])
            if value is not None:
                yield bounded(text, match.start("n"), match.end(), value, units.spelled(match["unit"]))
    for match in _DOUBLED.finditer(text):
        yield Quantity(match.start(), match.end(), match.start(), Decimal(1), None, "番", Comparator.EQUAL)
    yield from _sharing(text)
    for match in _STEPS.finditer(text):
        yield bounded(text, *match.span(), numerals.scaled(match["low"], match["scale"]), "元")
    for match in _RATIO.finditer(text):
        yield bounded(text, *match.span(), numerals.arabic(match[1]), "")
    for match in _UNITLESS.finditer(text):
        yield bounded(text, *match.span(), numerals.scaled(match["low"], match["scale"]), "")
    for match in _NO_UNIT.finditer(text):
        unit = implied.unit(text, match.start()) or (_COUNTED_BY_SCALE if _BOUNDED.match(text, match.end()) else "")
        few = bool(match["few"] or match["few2"])
        yield bounded(text, *match.span(), numerals.scaled(match["low"], match["scale"]), unit, few=few)


def _sharing(text: str) -> Iterator[Quantity]:
    """Yield the numbers that 分别 deals out and that leave the unit to the last of them."""
    for match in _SHARED.finditer(text):
        dealt_out = _DEALT_OUT.search(text[max(0, match.start() - _REACH) : match.start()])
        others = _OTHERS.match(text, match.end()) if dealt_out else None
        if others and (last := measured.single(text, others.start("last"))):
            numeral, unit = last
            value = numerals.scaled(match["low"], match["scale"])
            value = value if match["scale"] else value * numeral.scaled
            yield bounded(text, *match.span(), value, units.spelled(unit))


def find_bare(text: str) -> Iterator[Quantity]:
    """Yield numbers that stand right before what they count: 3大产业, 6000万农村人口, 4县."""
    for match in _great().finditer(text):
        if (value := numerals.whole(match["n"])) is not None:
            yield Quantity(*match.span("n"), match.start("n"), value, None, "个", Comparator.EQUAL)
    for match in _BARE.finditer(text):
        following = match["next"]
        if match["big"] or _PLACES.match(following):
            unit = "个"
        elif (
            match["scale"]
            and following not in _NO_NOUN
            and ("亿" not in match["scale"] or _PEOPLE.match(text, match.end()))
        ):
            unit = "户" if _HOUSEHOLDS.match(text, match.end()) else _COUNTED_BY_SCALE
        else:
            continue
        end = match.start("big") if match["big"] else match.end()
        few = bool(match["few"] or match["few2"])
        yield bounded(text, match.start(), end, numerals.scaled(match["low"], match["scale"]), unit, few=few)
