"""The quantities of a text: number, unit and comparator, and those numbers that are none.

A quantity is found by its unit; the table of units is ontology/lexicon/units.tsv. A number that stands in a name, a date or
an ordinal is told apart here, so that what is left can be counted as not understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction import numerals
from policygraph.extraction.wordlists import rows
from policygraph.statements import Comparator, Fate

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "一二三四五六七八九十两百千"
_NUMBER = r"\d+(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克伏])|百(?![货强])"
_DASH = r"[—–\-－~～至到]+"

# What a comparator word in front of the number means: "突破1000亿元", "不低于8000万亩", "近90架次".
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (r"(?:不低于|不少于|不小于|至少|最低|高于或等于|力争达到|确保达到)", Comparator.AT_LEAST),
    (r"(?:不超过|不高于|不多于|不大于|不超|最多)", Comparator.AT_MOST),
    (r"(?:大约|约为|(?<![签预节制])约|近|接近|将近|达到近|达近)", Comparator.ABOUT),
    (r"(?:超过了?|突破了?|超出|超|逾|破|高于|大于|多于|跨过|跨越|迈上|跨上|站上|越过|过)", Comparator.MORE_THAN),
    (r"(?:低于|少于|小于|不到|不足)", Comparator.LESS_THAN),
)
# … and behind it: "10%以上", "4%以内", "6%左右", "17万多家".
_AFTER: tuple[tuple[str, Comparator], ...] = (
    (r"(?:及?以上|起)", Comparator.AT_LEAST),
    (r"(?:以内|之内|以下|及以下|内(?=[，。；、）]|$))", Comparator.AT_MOST),
    (r"(?:左右|上下)", Comparator.ABOUT),
)
_AT_LEAST_BEFORE = re.compile(r"至少[^，。；\d]{0,8}$")  # 每个县至少办好1所优质高中
_BEFORE_RE = tuple((re.compile(f"{words}$"), comparator) for words, comparator in _BEFORE)
_AFTER_RE = tuple((re.compile(words), comparator) for words, comparator in _AFTER)

# Numbers that are parts of names or times, with a real phrase each.
_NOT_QUANTITIES: tuple[tuple[re.Pattern[str], Fate], ...] = (
    (re.compile(r"^[（(]?\d{1,2}[.．、）)](?!\d)"), Fate.ORDINAL),  # "3. 聚焦转型升级"
    (re.compile(r"附件\d|附表\d"), Fate.ORDINAL),
    (re.compile(r"[“《][^”》，。；]{0,12}?\d[\d.+×/—–\-NnXx]*(?:个\d+)?(?=[^”》\d]{0,14}[”》])(?![^”》]{0,6}[%元亩吨])"), Fate.NAME),  # “1131”专项行动
    (re.compile(r"\d{2}世纪(?:\d0年代)?"), Fate.DATE),  # 21世纪
    (re.compile(r"从[\dN]到[\dN]"), Fate.NAME),  # 从0到1
    (re.compile(r"(?:19|20)\d\d年(?:底|末|初|前|度|代)?(?:\d{1,2}[—–~～至\-]?(?:\d{1,2})?月(?:份|底|末|初)?(?:\d{1,2}日)?)?"), Fate.DATE),
    (re.compile(r"(?:19|20)\d\d(?:[—–~～至\-](?:19|20)?\d\d)年"), Fate.DATE),  # 2021—2025年
    (re.compile(r"(?:19|20)\d\d(?=[一-鿿“])(?!年|[万亿多余个家户项条所座处套张台辆人名公平亩吨元件])"), Fate.NAME),  # 2025全球工业互联网大会
    (re.compile(r"前?\d{1,2}(?:[—–~～至、\-]\d{1,2})?(?:个)?月(?:份|底|末|初|中旬)?(?:前)?(?:\d{1,2}日)?"), Fate.DATE),  # 1～11月
    (re.compile(r"\d{1,2}[日号](?=[至，。在起前上下]|\d)"), Fate.DATE),
    (re.compile(r"\d+周年"), Fate.DATE),  # 75周年
    (re.compile(r"第\d+(?![%\d.])(?:位|名)?"), Fate.ORDINAL),  # 第6次; ranks are taken before
    (re.compile(r"\d{1,2}(?:号线|号机组|号楼|号地块|号工程)"), Fate.NAME),  # 17号线
    (re.compile(r"\d[AaBb](?:级)?"), Fate.NAME),  # 5A级景区
    (re.compile(r"[A-Za-z]+[-－]?\d+(?:\.\d+)?(?:[A-Za-z]+)?(?:线)?"), Fate.NAME),  # S2线, PM2.5, G310
    (re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:G|T|D|K|N)(?![A-Za-z])"), Fate.NAME),  # 5G, 5.5G, 3D
    (re.compile(r"(?:国道|省道|高速)\d+"), Fate.NAME),  # 国道107
    (re.compile(r"\d{4,5}(?=[^，。；]{0,6}(?:热线|服务台|平台))"), Fate.NAME),  # 12345热线
    (re.compile(r"\d(?:\.\d)+(?:版|时代)?(?=版|时代|[，。；])(?=版|时代)"), Fate.NAME),  # 2.0版
    (re.compile(r"\d+(?:\+[\dNnXx]+)+"), Fate.NAME),  # 7+28+N
    (re.compile(r"\d+·\d+"), Fate.NAME),  # “4·11”
    (re.compile(r"\d+(?:英寸|纳米|微米|毫米)"), Fate.NAME),  # 12英寸大硅片
    (re.compile(r"\d+(?:小时|分钟|天)(?=[^，。；、]{0,10}(?:圈|免签|政策|不打烊|办结|到达|通达|响应|值守|直达|可达|服务|制))"), Fate.NAME),
    (re.compile(r"7[×xX*]24"), Fate.NAME),
    (re.compile(r"前\d+"), Fate.ORDINAL),  # 全球前20货运枢纽机场
    (re.compile(r"\d+强"), Fate.NAME),  # 世界500强
    (re.compile(r"\d+[后点](?=[，。、]|青年|入)"), Fate.NAME),
)
# Ranks: "晋升至第19位", "居全国首位", "全国第2", "排名第一".
_RANK = re.compile(
    r"(?:第(?P<digits>\d{1,3})(?P<unit>[位名])?|第(?P<han>[一二三四五六七八九十]{1,3})(?P<unit2>[位名])?|(?P<first>首位|榜首|第一位))"
)
_RANK_CONTEXT = re.compile(
    r"(?:居|列|排名|排|位|全国|全球|世界|全省|亚洲|国内|中部|西部|东部|省会|跃升|晋升|上升|进位|提升|升|全区|行业|城市|港口|省份)[^，。；、]{0,16}$"
)
_NOT_RANK = re.compile(r"^(?:批|次|个|届|时间|方阵|梯队|轮|季|产业|书记|人称|线|代|期|阶段|国|大|条|部|家|所|座|只|颗|台|艘|种|医院|中学|实验室|课|章|人民|产)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    Attributes:
        start: first character, a comparator word in front included.
        end: one past the last, a comparator word behind included.
        number: first character of the number itself.
        value: the number, 万 and 亿 expanded; of a range the lower end.
        value_max: the upper end of a range, else None.
        unit: the bare unit.
        comparator: how the value bounds what is meant.
        level: whether it is an order of magnitude that qualifies a noun (千亿级, 亿元以上), not a count.
    """

    start: int
    end: int
    number: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: Comparator
    level: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """A digit group that is no quantity, and what it is."""

    start: int
    end: int
    fate: Fate


@cache
def _units() -> str:
    names = sorted((row["unit"] for row in rows("units")), key=lambda u: (-len(u), u))
    return "|".join(re.escape(name) + ("(?!阶)" if name == "台" else "") for name in names)


@cache
def unit_kind(unit: str) -> str:
    """Return the kind of a unit (``rate``, ``money``, ``count`` …), ``count`` where it is unknown."""
    return next((row["kind"] for row in rows("units") if row["unit"] == unit), "count")


@cache
def unit_noun(unit: str) -> str:
    """Return the noun that a unit adds to an indicator's name (公里: 长度, 家: 数), or ``""``."""
    return next((row["noun"] for row in rows("units") if row["unit"] == unit), "数")


@cache
def _quantity() -> re.Pattern[str]:
    unit = _units()
    return re.compile(
        rf"(?P<low>{_NUMBER})(?P<few>[多余])?(?P<scale>{_SCALE})?(?P<few2>[多余])?"
        rf"(?:(?P<unit1>{unit})?(?P<dash>{_DASH})(?P<high>{_NUMBER})(?P<scale2>{_SCALE})?)?(?P<few3>[多余])?(?P<unit>{unit})"
    )


_SLASH = re.compile(r"(?<!\d)(\d)/(\d{1,2})(?!\d)")  # 1/3
_SHARE = re.compile(r"(?:(?P<half>一半)|(?P<tenths>[一二三四五六七八九两\d](?:\.\d)?)成(?P<five>半)?(?![立果效就长为都交本员熟千]))")  # 缩减一半, 四成
_PERCENT_HAN = re.compile(rf"百分之([{_HAN}]+)")  # 百分之七十
_ROUND = re.compile(rf"(?P<scale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万)(?:(?P<level>级)|(?P<unit>元|美元|大关|千瓦|辆|吨|户|人次|人|台(?!阶)|家)?)(?P<level2>级|(?=台阶|大关|产业|关口|规模|城市))?")
_RUN = re.compile(rf"连续(?P<n>\d+|[{_HAN}]+)(?:多)?(?P<unit>年|个月|个季度)")  # 连续14个月, 连续四年
_RISES = re.compile(rf"(?P<n>[{_HAN}]+)连(?P<what>[增冠快丰降升涨])")  # 十一连增
_ZERO = re.compile(r"零(?=增长)")  # 煤炭消费零增长
_BARE = re.compile(rf"(?P<low>{_NUMBER})(?P<few>[多余])?(?P<scale>{_SCALE})?(?P<few2>[多余])?(?=(?P<big>大)?[一-鿿])")
_WATER_CLASS = re.compile(r"(?P<low>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)(?:[—–\-~～至](?P<high>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V))?类")  # Ⅱ类以上
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_SPAN_HAN = re.compile(rf"(?<=[至到])(?P<n>[{_HAN}]+)(?P<unit>年|个月)(?=[，。；、]|以上)")  # 免学费政策扩大到三年
_LISTED = re.compile(rf"(?<=等)(?P<n>[{_HAN}]{{1,3}})大?(?P<unit>大类|类|项|个|家|所|条|座|种)(?=[一-鿿])")  # 行业协会商会等四类社会组织
_SHARED_UNIT = re.compile(rf"(?P<low>{_NUMBER})(?=(?P<more>(?:[、和](?:{_NUMBER}))*[、和](?:{_NUMBER}))(?P<tail>(?:{_SCALE})?))")  # 分别高4.2和0.7个百分点
_UNIT_LEFT_OUT = re.compile(rf"(?P<low>{_NUMBER})(?P<few>[多余])?(?P<scale>万|亿)(?P<few2>[多余])?(?=[，。；、）]|以[上内下]|左右|$)")  # 农村贫困人口减少1240万
_OF_PEOPLE = re.compile(r"(?:人口|人才|就业|人数|群众|劳动力|农民|学生|教师|大学生|毕业生|青年)[^，；。]{0,10}$")
_RATIO = re.compile(r"(\d+(?:\.\d+)?)[:：∶](\d+)(?![\d.])")  # 城乡居民收入比缩小至2.31:1
# A value without unit, behind a verb of reaching: 交通指数下降至6.08.
_UNITLESS = re.compile(rf"(?<=[至到为])(?P<low>{_NUMBER})(?P<scale>{_SCALE})?(?=[，。；、]|左右|以[上内下]|$)")
_COUNTED_BY_SCALE = "人"  # 解决6000万农村人口饮水安全: with 万 or 亿 the measure word may be left out, mostly for people


def find(text: str) -> tuple[tuple[Quantity, ...], tuple[Other, ...]]:
    """Return the quantities of a text in order, and the other digit groups with what they are."""
    taken = bytearray(len(text))
    quantities: list[Quantity] = []
    others: list[Other] = []
    for found in _ranks(text):
        _take(taken, found.number, found.end)
        quantities.append(found)
    for pattern, fate in _NOT_QUANTITIES:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]) and not _is_counted(text, match, fate):
                _take(taken, *match.span())
                others.append(Other(*match.span(), fate))
    for quantity in _measured(text, taken):
        if not any(taken[quantity.number : quantity.end]):
            _take(taken, quantity.number, quantity.end)
            quantities.append(quantity)
    others.extend(Other(m.start(), m.end(), Fate.OTHER) for m in re.finditer(r"\d+(?:\.\d+)?", text) if not any(taken[m.start() : m.end()]))
    return tuple(sorted(quantities, key=lambda q: q.start)), tuple(sorted(others, key=lambda o: o.start))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _is_counted(text: str, match: re.Match[str], fate: Fate) -> bool:
    """Whether what looks like a date or name is counted after all: 连续14个月, 新增5个月."""
    before = text[max(0, match.start() - 2) : match.start()]
    return fate is Fate.DATE and "个月" in match[0] and before.endswith("连续")


def _ranks(text: str) -> Iterator[Quantity]:
    for match in _RANK.finditer(text):
        if _NOT_RANK.match(text[match.end() :]) or not _RANK_CONTEXT.search(text[: match.start()]):
            continue
        if match["han"] and not match["unit2"] and not re.match(r"[，。；、）]|$|的", text[match.end() :]):
            continue
        if match["digits"] and not match["unit"] and not re.match(r"[，。；、）]|$|的", text[match.end() :]):
            continue
        value = Decimal(match["digits"]) if match["digits"] else Decimal(numerals.chinese(match["han"]) if match["han"] else 1)
        yield Quantity(match.start(), match.end(), match.start(), value, None, "位", Comparator.EQUAL)


def _measured(text: str, taken: bytearray) -> Iterator[Quantity]:
    for match in _RUN.finditer(text):
        n = match["n"]
        value = Decimal(n) if n.isdigit() else Decimal(numerals.chinese(n))
        yield Quantity(match.start(), match.end(), match.start("n"), value, None, match["unit"].replace("个季度", "季度"), Comparator.EQUAL)
    for match in _RISES.finditer(text):
        value = Decimal(numerals.chinese(match["n"]))
        yield Quantity(match.start(), match.end(), match.start(), value, None, "年", Comparator.EQUAL)
    for match in _SLASH.finditer(text):
        yield _bounded(text, match.start(), match.end(), numerals.fraction(int(match[1]), int(match[2])), "%")
    for match in _quantity().finditer(text):
        if not any(taken[match.start() : match.end()]):
            yield _from_match(text, match)
    for match in _SHARE.finditer(text):
        yield _share(text, match)
    for match in _PERCENT_HAN.finditer(text):
        yield _bounded(text, match.start(), match.end(), Decimal(numerals.chinese(match[1])), "%")
    for match in _ZERO.finditer(text):
        yield Quantity(match.start(), match.end(), match.start(), Decimal(0), None, "%", Comparator.EQUAL)
    for match in _WATER_CLASS.finditer(text):
        high = Decimal(_ROMAN[match["high"]]) if match["high"] else None
        found = _bounded(text, match.start(), match.end(), Decimal(_ROMAN[match["low"]]), "类")
        yield replace(found, value_max=high, comparator=Comparator.RANGE) if high else found
    for pattern in (_SPAN_HAN, _LISTED):
        for match in pattern.finditer(text):
            yield _bounded(text, match.start(), match.end(), Decimal(numerals.chinese(match["n"])), _bare_unit(match["unit"]))
    yield from _sharing_unit(text)
    for match in _RATIO.finditer(text):
        yield _bounded(text, match.start(), match.end(), numerals.arabic(match[1]) / Decimal(match[2]), "")
    for match in _UNITLESS.finditer(text):
        value = numerals.arabic(match["low"]) * numerals.scale(match["scale"] or "")
        yield _bounded(text, match.start(), match.end(), value, "")
    for match in _UNIT_LEFT_OUT.finditer(text):
        unit = "人" if _OF_PEOPLE.search(text[: match.start()]) else ""
        value = numerals.arabic(match["low"]) * numerals.scale(match["scale"])
        yield _bounded(text, match.start(), match.end(), value, unit, few=bool(match["few"] or match["few2"]))
    yield from _round_numbers(text)
    yield from _bare_numbers(text)


def _from_match(text: str, match: re.Match[str]) -> Quantity:
    scale = match["scale"] or ""
    scale2 = match["scale2"] or ""
    low = numerals.plain(numerals.arabic(match["low"]) * numerals.scale(scale or (scale2 if match["high"] else "")))
    unit = _bare_unit(match["unit"])
    if match["high"] is not None and match["unit1"] in (None, match["unit"]):
        high = numerals.plain(numerals.arabic(match["high"]) * numerals.scale(scale2 or scale))
        if high > low:
            return Quantity(match.start(), _after(text, match.end())[0], match.start(), low, high, unit, Comparator.RANGE)
    few = bool(match["few"] or match["few2"] or match["few3"])
    if match["high"] is not None:
        # Two quantities with a dash between them, such as 由46.9%到48.2%: this is the first.
        end = match.end("unit1") if match["unit1"] else match.end("scale") if scale else match.end("low")
        low = numerals.plain(numerals.arabic(match["low"]) * numerals.scale(scale))
        return _bounded(text, match.start(), end, low, _bare_unit(match["unit1"] or match["unit"]), few=few)
    return _bounded(text, match.start(), match.end(), low, unit, few=few)


def _bare_unit(unit: str) -> str:
    """Return the unit without 个; what it is in the tables is said by `table_unit`."""
    return {"个百分点": "百分点", "个位次": "位次", "个季度": "季度", "个工作日": "工作日", "月": "个月"}.get(unit, unit)


def table_unit(unit: str) -> str:
    """Return the unit as the tables have it: ranks in 位, medals in 枚, people in 人."""
    return {"位次": "位", "金": "枚", "银": "枚", "铜": "枚", "大类": "类", "人口": "人"}.get(unit, unit)


def _bounded(text: str, start: int, end: int, value: Decimal, unit: str, *, few: bool = False) -> Quantity:
    """Return a quantity with the comparator that the words around it say."""
    level = bool(re.match(r"(?:元)?(?:级)", text[end : end + 2])) and unit in {"元", "个", "千瓦"}
    stop, after = _after(text, end)
    first, before = _before(text, start)
    if after is Comparator.ABOUT:
        comparator = after
    elif before is Comparator.MORE_THAN and after is Comparator.AT_LEAST:
        comparator = before  # "突破…以上"
    else:
        comparator = after or before or (Comparator.MORE_THAN if few else Comparator.EQUAL)
    if comparator is Comparator.EQUAL and _AT_LEAST_BEFORE.search(text[max(0, start - 10) : start]):
        comparator = Comparator.AT_LEAST
    return Quantity(first, stop, start, numerals.plain(value), None, unit, comparator, level)


def _after(text: str, end: int) -> tuple[int, Comparator | None]:
    for pattern, comparator in _AFTER_RE:
        if match := pattern.match(text, end):
            return match.end(), comparator
    return end, None


def _before(text: str, start: int) -> tuple[int, Comparator | None]:
    head = text[max(0, start - 6) : start]
    for pattern, comparator in _BEFORE_RE:
        if match := pattern.search(head):
            return start - (len(head) - match.start()), comparator
    return start, None


def _share(text: str, match: re.Match[str]) -> Quantity:
    if match["half"]:
        value = Decimal(50)
    else:
        tenths = match["tenths"]
        number = Decimal(tenths) if tenths[0].isdigit() else Decimal(numerals.chinese(tenths))
        value = number * 10 + (5 if match["five"] else 0)
    return _bounded(text, match.start(), match.end(), value, "%")


def _sharing_unit(text: str) -> Iterator[Quantity]:
    """Yield the numbers that 分别 deals out and that leave the unit to the last of them: 分别高4.2和0.7个百分点."""
    for match in _SHARED_UNIT.finditer(text):
        last = _quantity().match(text, _last_number(text, match))
        if last is not None and "分别" in text[max(0, match.start() - 30) : match.start()]:
            value = numerals.arabic(match["low"]) * numerals.scale(last["scale"] or "")
            yield _bounded(text, match.start(), match.end("low"), value, _bare_unit(last["unit"]))


def _last_number(text: str, match: re.Match[str]) -> int:
    """Return where the last of the numbers begins that share a unit."""
    at = match.end("more")
    while text[at - 1] not in "、和":
        at -= 1
    return at


def _round_numbers(text: str) -> Iterator[Quantity]:
    """Yield the round numbers without a digit: 突破百亿元, 百万大关, 千亿级."""
    for match in _ROUND.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        level = bool(match["level"] or match["level2"] == "级")
        if before.isdigit() or (before and before in "多余几数十百千万") or not (match["unit"] or level or match["level2"] is not None):
            continue
        if not level and not _before(text, match.start())[1] and match["unit"] != "元" and not before.endswith(("增", "一", "个")):
            continue
        unit = match["unit"] if match["unit"] not in (None, "大关") else "元" if level or "台阶" in text[match.end() : match.end() + 2] else "个"
        found = _bounded(text, match.start(), match.end(), Decimal(numerals.chinese(match["scale"])), unit)
        comparator = found.comparator if found.comparator is not Comparator.EQUAL or not level else Comparator.AT_LEAST
        yield Quantity(found.start, found.end, found.number, found.value, None, unit, comparator, level)


def _bare_numbers(text: str) -> Iterator[Quantity]:
    """Yield numbers whose measure word is left out: 3大产业, 6000万农村人口, 4县."""
    for match in _BARE.finditer(text):
        if match.start() and text[match.start() - 1] in "0123456789.+-":
            continue
        if match["low"].startswith("0") and "." not in match["low"]:
            continue
        scale = match["scale"] or ""
        following = text[match.end() : match.end() + 2]
        few = bool(match["few"] or match["few2"])
        if match["big"] or following[:1] in "县市区省州镇乡村" or following in {"国家", "省份", "城市"}:
            unit = "个"
        elif scale and re.match(r"[一-鿿]", following) and not following.startswith(("左右", "以上", "关口", "大关")):
            unit = _COUNTED_BY_SCALE
        else:
            continue
        value = numerals.arabic(match["low"]) * numerals.scale(scale)
        yield _bounded(text, match.start(), match.end(), value, unit, few=few)
