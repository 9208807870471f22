"""What a figure of a table is about, spelled out so that it stands alone: from the heads of its row and of its column.

row               column            name
地区生产总值      2025年            地区生产总值
地区生产总值      年均增长          地区生产总值年均增速
其中：第一产业    2025年            第一产业增加值, below 地区生产总值
总量              2025年            地区生产总值, in the group 地区生产总值
高新区            新增企业          高新区新增企业
2024年            地区生产总值      地区生产总值
单位GDP能耗降低   2025年, [14.5]    单位GDP能耗五年累计降低
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.extraction.facts import wording
from policygraph.extraction.grids import figures, times, units
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.grids.figures import Figure
    from policygraph.extraction.grids.units import Unit

_ADDED_VALUE: Final = wordclasses.word("added_value")
_COMPLETION_RATE: Final = wordclasses.word("completion_rate")
_CUMULATIVE: Final = wordclasses.word("cumulative")
_EXTENT: Final = wordclasses.word("extent")
_EXTENT_OF_RISE: Final = wordclasses.word("extent_of_rise")
_FALL_RATE: Final = wordclasses.word("fall_rate")
_GROWTH_RATE: Final = wordclasses.word("growth_rate")
_INCREASE: Final = wordclasses.word("increase")
_INCREASE_ON_THE_YEAR_BEFORE: Final = wordclasses.word("increase_on_the_year_before")
_PERCENTAGE_POINTS: Final = wordclasses.word("percentage_points")
_YEARLY_GROWTH_RATE: Final = wordclasses.word("yearly_growth_rate")

# 1.地区生产总值, （1）…, 一、…
_NUMBER: Final = wordclasses.pattern(
    r"^(?:[（(](?:\d{1,3}|<list_numbers>{1,3})[）)]|(?:\d{1,3}(?!\d)|<list_numbers>{1,3})[.．、。])[、.]?(?=\D)"
)
_PART: Final = wordclasses.pattern(r"^(?:<of_which>[：:]?|[#＃]+|[—–\-]{1,2}(?=\D)|[·•]+)")
# 产业项目（12个）: how many there are is no part of the name.
_COUNT: Final = wordclasses.pattern(r"[（(](?:共)?\d+[<counters_of_items>][）)]$")
_MARKS: Final = wordclasses.pattern(r"[★▲△*＊☆●]+")
# 第一产业, 城镇, 出口: they say nothing without the whole whose part they are.
_CLASS: Final = wordclasses.pattern(
    r"^(?:第?[<one_to_three>]<industry_or_sector>|第[<one_to_three>]<industry>|城[<town_or_city>]|<country_parts>|<men>|<women>|<sorts_of_units_counted>|[<local_areas>]级|<provincial_grade>)$"
)
_SECTOR: Final = wordclasses.pattern(r"^(第?[<one_to_three>])产$")
_INDUSTRY: Final = wordclasses.word("industry")
_ECONOMY: Final = wordclasses.pattern(r"<gross_product>|GDP")
_TRADE: Final = wordclasses.pattern(r"^<trade_words>?<imports_and_exports>")
# What says only that the amount itself is meant, and what only that its growth is.
_AMOUNT: Final = wordclasses.pattern(
    r"^(?:<total_amount>|<absolute>[<endings_of_amounts>]|<quantities_named>|<indicator_value>|<names_of_the_amount>|<actual_result>)$"
)
_AMOUNT_BEHIND: Final = wordclasses.pattern(
    r"(?:(?<=[<before_a_total>])<total_amount>|<absolute>[<endings_of_amounts>])$"
)
_YEARLY: Final = wordclasses.pattern(r"(?:“?十.五”?<spans_of_a_plan>?)?年(?:平?均)<yearly_growths>?")
_COMPARED: Final = r"(?:<on_the_year>|<against><last_years><same_time_or_end>?|<against>(?:19|20)\d\d年)"
_GROWN: Final = r"(?:<growths_and_changes>|<rise_or_fall>|<ups_and_downs>|±)"
# 同比, 比上年增长, 地区生产总值增速; but not 新增就业, 经济增长贡献率.
_GROWTH: Final = wordclasses.pattern(
    rf"{_COMPARED}{_GROWN}?|^{_GROWN}$|(?<![<new_or_cumulative>])(?:<growths_at_an_end>|±)$"
)
# 项目个数, 企业户数: a number of things, though the caption may say 单位：万元.
_COUNTED: Final = wordclasses.pattern(r"(?:(?P<unit>[<counters_before_number>])数|<counts_named>)$")
_SUM: Final = wordclasses.pattern(r"[\[［（(/【]<cumulative>[<values_added_up>]?[\]］）)】]?")
_EDGES: Final = "、/（）()[]［］【】%±：: "
_RISE: Final = wordclasses.pattern(r"(?:<on_the_year>)?<rises_named>$")
# 国内生产总值（GDP）; but （PM2.5） is part of a name
_SHORT: Final = wordclasses.pattern(r"[（(][A-Za-z&]{2,6}[）)]")
_AT_THE_END: Final = wordclasses.pattern(r"^<times_at_an_end>(?=..)")
# 12月, 当月 beside 1-12月: the figure of one month.
_MONTH: Final = wordclasses.pattern(r"^(?:(?:19|20)\d\d年)?(?P<month>\d{1,2}月|<this_month>)<monthly_ends>?$")
_MOVES: Final = wordclasses.pattern(r"(?P<word><moves_at_an_end>)<rate_or_range>?$")
_CHANGE_ITSELF: Final = wordclasses.pattern(r"<changes_themselves>$")
_WITHOUT_UNIT: Final = wordclasses.pattern(r"<names_without_unit>$")
_SUFFIXES: Final = {**wordclasses.features("growths_and_their_names"), **dict.fromkeys(figures.FALLS, _FALL_RATE)}
# Totals of a plan are over its five years.
_TOTAL: Final = wordclasses.word("over_five_years")


@dataclass(frozen=True, slots=True)
class Said:
    """What the head of a row says.

    Attributes:
        name: what it names, spelled out; ``""`` where the row is a year or a place.
        units: the units of its amounts, perhaps none.
        rule: how it is named.
    """

    name: str
    units: tuple[Unit, ...]
    rule: str = "grids/row"


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a column says.

    Attributes:
        words: its words.
        own: what they say of what is measured (:func:`own`), without the place they name.
        units: the units that it names.
        caption: the units that the caption of the table names.
        before: what the columns to its left measured last, for a column that only says a change.
    """

    words: str
    own: str
    units: tuple[Unit, ...]
    caption: tuple[Unit, ...]
    before: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """What a figure is about.

    Attributes:
        name: the indicator.
        unit: its unit, or None where it has none.
        rule: how it is named.
        falls: whether a fall makes the value negative.
    """

    name: str
    unit: Unit | None
    rule: str
    falls: bool = False


def head(words: Sequence[str], groups: Sequence[str], whole: str) -> Said:
    """Return what the head of a row says.

    Args:
        words: the cells that name it, the last the nearest.
        groups: the titles of the groups in which it stands, the nearest last.
        whole: the name of the row whose part it may be, or ``""``.
    """
    said, is_part = _cleaned(words[-1])
    said, found = units.behind(said)
    name = wording.spelled_out(_AT_THE_END.sub("", _SHORT.sub("", _marked(said))))
    over = [wording.spelled_out(units.behind(_cleaned(group)[0])[0]) for group in (*groups, *words[:-1])]
    group = next((title for title in reversed(over) if title and title != name), "")
    if not group and _is_change(name):
        group = whole
    if _AMOUNT.match(name) or _is_change(name):
        found = found or units.behind(_cleaned(words[-2])[0])[1] if len(words) > 1 else found
        return (
            Said(group + ("" if _AMOUNT.match(name) else _changed(name)), found, "grids/group and row")
            if group
            else Said("", found)
        )
    holder = group if _measures(group) else whole if is_part or _CLASS.match(name) else ""
    if holder and holder != name and (not _measures(name)):
        return Said(_part(name, holder), found, "grids/part")
    return Said(_RISE.sub(_GROWTH_RATE, name), found)


def figure(said: Said, column: Head, found: Figure, *, levels: bool) -> Named | None:
    """Return what a figure is about, or None where nobody can tell.

    Args:
        said: the head of its row.
        column: the head of its column.
        found: the figure.
        levels: whether the row has a figure for a year beside those of changes.
    """
    about = _joined(said, column)
    if not about.name:
        return None
    level = _counted(column) if _COUNTED.search(column.own) else _level(about.units, column.units, column.caption)
    if found.total:
        return _total(about, level, change=grows(column.words), levels=levels)
    if _YEARLY.search(column.words):
        return _each_year(about, level, found, levels=levels)
    if grows(column.words):
        return _grown(about, level, column, found)
    return _amount(about, level, found)


def _joined(said: Said, column: Head) -> Said:
    """Return what the heads of row and column name together."""
    mine = column.own
    if (month := _MONTH.match(column.words)) and said.name:
        return Said(month["month"] + said.name, said.units, "grids/row and column")
    if not said.name:
        return Said(mine or column.before, (), "grids/column")
    if not mine and grows(column.words) and not _YEARLY.search(column.words):
        mine = column.before  # 产量, 比上年增长: the growth is that of the output
    if not mine or mine == said.name or (mine.endswith("量") and said.name.endswith("量")):
        return said
    if _CLASS.match(mine):
        return Said(mine + said.name, said.units, "grids/row and column")
    # A column that measures something of its own in a unit of its own, as 完成率（%）, has nothing from the unit of the row.
    return Said(said.name + mine, () if column.units else said.units, "grids/row and column")


def own(column: str) -> str:
    """Return what the head of a column says of what is measured, without times, changes and words for the amount itself.

    >>> [own(head) for head in ("2025年目标", "比上年增长", "2024年完成投资", "地区生产总值增速", "能源消费总量", "总量")]
    ['', '', '投资', '地区生产总值', '能源消费总量', '']
    """
    if measured_by := times.against(_bare(column)):
        return f"{measured_by}{_COMPLETION_RATE}"
    words = _GROWTH.sub("", _YEARLY.sub("", _bare(column)).strip(_EDGES))
    words = times.without(words.strip(_EDGES)).strip(_EDGES)
    if _AMOUNT.match(words):
        return ""
    without = _AMOUNT_BEHIND.sub("", words)
    return wording.spelled_out(without if _measures(without) else words)


def _cleaned(words: str) -> tuple[str, bool]:
    """Return the words of a head without numbers and marks, and whether a mark says that it is a part."""
    words = _MARKS.sub("", words)
    words = _COUNT.sub("", _NUMBER.sub("", words))
    part = _PART.match(words)
    return (_NUMBER.sub("", words[part.end() :]), True) if part else (words, False)


def _marked(name: str) -> str:
    return name.strip("，。：:；、 ")


def _measures(name: str) -> bool:
    return bool(name) and wording.measure_noun_at_end().search(name) is not None


def grows(column: str) -> bool:
    """Whether the head of a column says that its figures are changes: 同比增长, 地区生产总值增速."""
    return bool(_YEARLY.search(column) or _GROWTH.search(_bare(column)))


def _is_change(words: str) -> bool:
    """Whether words say a change and nothing else that is measured: 同比增长, but not 新增就业."""
    return bool(_GROWTH.search(_bare(words))) and not own(words)


def _bare(words: str) -> str:
    return _SUM.sub("", words).strip(_EDGES)


def _changed(words: str) -> str:
    return _YEARLY_GROWTH_RATE if _YEARLY.search(words) else _GROWTH_RATE


def _part(name: str, whole: str) -> str:
    """Return the name of a part of a whole: 第一产业 of 地区生产总值 is 第一产业增加值, 出口 of 进出口总额 出口总额."""
    name = _SECTOR.sub(rf"\1{_INDUSTRY}", name)
    if _ECONOMY.search(whole):
        return name if name.endswith(_ADDED_VALUE) else f"{name}{_ADDED_VALUE}"
    if whole in name:
        return name  # 新能源汽车 of 汽车
    trade = _TRADE.match(whole)
    if trade and name in wordclasses.members("sides_of_trade"):
        return name + whole[trade.end() :]
    return name + whole


def _level(*given: Sequence[Unit]) -> Unit | None:
    """Return the unit of an amount: that of its row, else the only one that its column, else that the caption names."""
    for found in given:
        plain = [each for each in found if not each.is_rate] or list(found)
        if plain:
            return plain[0] if len(plain) == 1 else None
    return None


def _counted(column: Head) -> Unit | None:
    """Return the unit of a column of numbers of things: its own, or that its name says; the caption's is that of amounts."""
    match = _COUNTED.search(column.own)
    named = units.parse(match["unit"]) if match and match["unit"] else None
    return _level(column.units, (named,) if named else ())


def _percent() -> Unit | None:
    return units.parse(units.PERCENT)


def _total(said: Said, level: Unit | None, *, change: bool, levels: bool) -> Named | None:
    """[14.5]: what comes together in the five years of a plan."""
    rule = "grids/total over years"
    if level is None:
        return None
    if moves := _MOVES.search(said.name):
        word = moves["word"].removeprefix(_CUMULATIVE)
        return Named(f"{said.name[: moves.start()]}{_TOTAL}{word}", level, rule)
    if change and levels:
        points = units.parse(_PERCENTAGE_POINTS) if level.is_rate else level
        return Named(f"{said.name}{_TOTAL}{_INCREASE}", points, rule)
    return Named(f"{_TOTAL}{said.name}", level, rule)


def _each_year(said: Said, level: Unit | None, found: Figure, *, levels: bool) -> Named | None:
    """Read 年均: growth by the year, but of a rate (城镇调查失业率 <5.5) what it is to be in each."""
    rule = "grids/yearly growth"
    rise = _RISE.search(said.name)
    if rise:
        return Named(f"{said.name[: rise.start()]}{_YEARLY_GROWTH_RATE}", _percent(), rule)
    if level is not None and level.is_rate and found.unit != _PERCENTAGE_POINTS:
        bounded = found.comparator is not Comparator.EQUAL or not levels
        return Named(said.name, level, said.rule) if bounded else None
    return Named(f"{said.name}{_YEARLY_GROWTH_RATE}", _percent(), rule, falls=True)


def _grown(said: Said, level: Unit | None, column: Head, found: Figure) -> Named | None:
    """Read 同比增长: of an amount a rate, of a rate the points by which it rises."""
    rule = "grids/growth"
    rates = [each.bare for each in column.units if each.is_rate]
    given = found.unit or next(iter(rates), "")
    if given == _PERCENTAGE_POINTS:
        return Named(f"{said.name}{_EXTENT_OF_RISE}", units.parse(_PERCENTAGE_POINTS), rule, falls=True)
    if _CHANGE_ITSELF.search(said.name):
        return Named(said.name, _percent(), said.rule)
    if said.units and level is not None and level.is_rate:
        return None
    if column.units and not rates and not found.unit:
        return Named(f"{said.name}{_INCREASE_ON_THE_YEAR_BEFORE}", level, rule, falls=True)
    return Named(f"{said.name}{_GROWTH_RATE}", _percent(), rule, falls=True)


def _amount(said: Said, level: Unit | None, found: Figure) -> Named | None:
    if found.action and found.action not in said.name:
        return Named(found.action + said.name, level, "grids/row")  # 农村公路, 新改建8000公里
    if found.word and found.unit in {"%", "‰", _PERCENTAGE_POINTS} and not _CHANGE_ITSELF.search(said.name):
        if found.unit == _PERCENTAGE_POINTS:
            return Named(f"{said.name}{found.word}{_EXTENT}", None, "grids/growth")
        suffix = _SUFFIXES.get(found.word)
        return Named(said.name + suffix, None, "grids/growth") if suffix else Named(said.name, None, said.rule)
    if level is None and not found.unit and not _WITHOUT_UNIT.search(said.name):
        return None
    return Named(said.name, level, said.rule)
