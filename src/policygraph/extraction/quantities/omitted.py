"""Quantities whose unit is left out, shared or no unit of measure: 3大产业, 高4.2和0.7个百分点, 6000万农村人口, Ⅱ类水质."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.language.numerals import HAN, NUMBER, SCALE
from policygraph.extraction.quantities import counts, implied, measured, units
from policygraph.extraction.quantities.comparators import bounded
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator


_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_CLASS = re.compile(r"(?P<low>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)(?:[—–\-~～至](?P<high>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V))?类")  # Ⅱ类以上
_SPAN = re.compile(rf"(?<=[至到])(?P<n>[{HAN}]+)(?P<unit>年|个月)(?=[，。；、]|以上)")  # 免学费政策扩大到三年
# 提前一年完成, 三年任务两年完成: how much sooner, and in what time
_AHEAD = re.compile(rf"(?<=提前)(?P<n>[{HAN}半])(?P<unit>年|个月)")
_IN_TIME = re.compile(
    rf"(?<=[{HAN}\d]年)(?:任务|目标|规划|计划|工程|项目)(?P<n>[{HAN}]|\d)(?P<unit>年)(?=基本|全面|完成|实现|建成|干)"
)
# 实现翻番, 比2020年翻番: once; 翻番至100亿元 says to what
_DOUBLED = re.compile(r"(?<!翻)翻番(?![至到])")
_HALF = Decimal("0.5")
# 10∶44∶46 and 9:30 are no fraction: a ratio is one number to one.
_RATIO = re.compile(r"(?<![\d.:：∶])(\d+(?:\.\d+)?)[:：∶]1(?![\d.:：∶])")  # 城乡居民收入比缩小至2.31:1
# 分别高4.2和0.7个百分点, 分别达1409万、1305万人次: numbers that others follow, the last one with its unit
_SHARED = re.compile(rf"(?P<low>{NUMBER})(?P<scale>{SCALE})?(?=[、和]{NUMBER})")
_OTHERS = re.compile(rf"(?:[、和]{NUMBER}(?:{SCALE})?)*[、和](?P<last>{NUMBER})")
# 经济总量连续迈上4万亿、5万亿两个台阶: steps are of money.
_STEPS = re.compile(rf"(?P<low>{NUMBER})(?P<scale>万亿|千亿|百亿|亿)(?=[^，；。]{{0,12}}(?:台阶|大关|关口))(?!元)")
_DEALT_OUT = re.compile(r"分别[^，；。]{0,30}$")
# How far before a number 分别 begins at most.
_REACH = 32
_ENDS = r"(?=[，。；、）]|以[上内下]|左右|关口|大关|$)"
# 交通指数下降至6.08, 城乡居民收入比值由3.27缩小至2.93
_UNITLESS = re.compile(
    rf"(?:(?<=[至到为])(?=[\d.,]+(?:{SCALE})?{_ENDS})|(?<=[由从])(?=[\d.]+[^，；。\d]{{0,4}}[到至][\d.]+{_ENDS}))"
    rf"(?P<low>{NUMBER})(?P<scale>{SCALE})?"
)
_NO_UNIT = re.compile(
    rf"(?P<low>{NUMBER})(?P<few>[多余])?(?P<scale>万|亿)(?P<few2>[多余])?{_ENDS}"
)  # 农村贫困人口减少1240万
# 完成1000万以上农村贫困人口脱贫任务
_BOUNDED = re.compile(r"以[上下][^，；。]{0,6}(?:人口|群众|劳动力|学生|农民|职工)")
_BARE = re.compile(
    rf"(?<![\d.+\-])(?P<low>(?!0\d){NUMBER})(?P<few>[多余])?(?P<scale>{SCALE})?(?P<few2>[多余])?(?P<big>大)?(?=“?(?P<next>[一-鿿]{{1,2}}))"
)
# 6亿农村人口, but 产值超1000亿优势特色产业集群
_PEOPLE = re.compile(r"[^，；。、]{0,14}?(?:人|民|者|儿童|婴幼儿|学生|劳动力|职工)")
# 完成662万农户延包
_HOUSEHOLDS = re.compile(r"“?[^，；。、\d”]{0,3}户(?![籍外口型])")
_PLACES = re.compile(r"[县市区省州镇乡村]|国家|省份|城市")
_NO_NOUN = ("左右", "以上", "以下", "以内", "关口", "大关")
# 解决6000万农村人口饮水安全: with 万 or 亿 the measure word may be left out, and it is people that are counted so.
_COUNTED_BY_SCALE = "人"


@cache
def _listed() -> re.Pattern[str]:
    """Return the pattern of how many a list with examples has: 行业协会商会等[四类]社会组织, 等[四组]企业."""
    return re.compile(rf"(?<=等)(?P<n>(?!一[^十百])[{HAN}]{{1,3}})大?(?P<unit>{units.counting()})(?=[一-鿿])")


@cache
def _great() -> re.Pattern[str]:
    """Return the pattern of how many great ones all came about: [五]大河流全线贯通; 十大战略全面实施 only names them."""
    return re.compile(
        rf"(?<![^，。；：！？])(?P<n>[{HAN}]{{1,2}})大(?=[^，。；：、\d]{{2,12}}?(?:全部|全线|均已|都已){counts.all_came_about()})"
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
