"""What predicate and unit add to a name: 增速, 降幅, 占比, 数, 面积, 比上年增加额."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import matters
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.quantities import unit_kind, unit_noun
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context

_AGAINST_THE_YEAR_BEFORE = wordclasses.word("against_the_year_before")
_AMOUNT_COMPLETED = wordclasses.word("amount_completed")
_COMPLETION = wordclasses.word("completion")
_EXTENT = wordclasses.word("extent")
_FALL_RATE = wordclasses.word("fall_rate")
_FIXED_ASSET_INVESTMENT = wordclasses.word("fixed_asset_investment")
_FUNDS = wordclasses.word("funds")
_GROWTH_EXTENT = wordclasses.word("growth_extent")
_GROWTH_RATE = wordclasses.word("growth_rate")
_INCREASE = wordclasses.word("increase")
_INSTALLED = wordclasses.word("installed")
_INVESTMENT = wordclasses.word("investment")
_MILEAGE = wordclasses.word("mileage")
_MULTIPLE_OF_GROWTH = wordclasses.word("multiple_of_growth")
_PERCENTAGE_POINTS = wordclasses.word("percentage_points")
_PERCENTAGE_SHARE = wordclasses.word("percentage_share")
_PRICE_RISE = wordclasses.word("price_rise")
_SCALE_ITSELF = wordclasses.word("scale_itself")
_SHARE_OF_REDUCTION = wordclasses.word("share_of_reduction")

# What has a 里程 rather than a 长度, and what is a share or rate by its own name.
_WAYS = wordclasses.pattern(r"<traffic_nouns>|(?<!铺)路$")
_RATE_NOUN = wordclasses.pattern(r"(?:<abstract_ends>|CPI|PPI|M2)$")
_RATE_ITSELF = wordclasses.pattern(r"(?:<rises_as_rates>|(?<!<production>)率|<shares_as_words>)$")
# Measures by their name that are things where they are counted, and those whose area or sum is told.
_THINGS = wordclasses.pattern(r"<things_that_are_amounts>$")
_SAID_OF = wordclasses.features("measured_by_kind")
_SIZED = wordclasses.of("sized_by_money")
_PUT_INTO = wordclasses.pattern(r"<put_into>")
# Homes and sets are what is counted where only what is done with them is named.
_UNITS_SAID = {"户", "套", "栋", "台"}
_RATIO = wordclasses.pattern(r"<ratios_without_unit>$")
# 重大工程投资额, 完成投资额; of the whole economy 固定资产投资 is an amount by its own name, as is 总投资.
_INVESTED = wordclasses.pattern(r"(?<!<fixed_assets>)(?<!总)(?<!<investors>)(?<!^)<investment>$")
_SPENT = wordclasses.pattern(r"<expenses>$")
_EMISSION = wordclasses.pattern(r"<emissions>")
_RISES_IN_PRICE = wordclasses.members("rises_in_price")
_REACHES = wordclasses.members("reaching_people")
_CUTS = wordclasses.members("cutting_verbs")
_GROWS = wordclasses.members("growing_verbs")
_WITHOUT_NOUN = {"rate", "points", "index", "size", "times", "age"}
_ECONOMY = wordclasses.members("names_of_the_economy")
_OVER_LAST_YEAR = wordclasses.pattern(r"<against><last_years>(?:<same_period>)?$")
# Against what something is compared, but not 占比, 比例 nor 比重.
_BASE = wordclasses.pattern(
    r"<against>(?!<not_a_share>)(?:[^，；、<against>]{0,8}?(?:[<ends_of_times>]|<bases_of_comparison>))$"
)
_COMPARED = wordclasses.pattern(
    r"<against>(?:<year_before>|\d{4}年|[^，]{0,12}?(?:[<ends_of_times>]|<earlier_or_budget>))$"
)


def uncompared(subject: str) -> str:
    """Return a subject without the base of comparison at its end: 国内生产总值[比上年]."""
    return _COMPARED.sub("", subject)


def base(subject: str) -> str:
    """Return what a value is compared with where that is not the year before: 规模以上工业企业[比“九五”末].

    >>> base("规模以上工业企业比“九五”末"), base("财政收入比上年"), base("比去年预算")
    ('比“九五”末', '', '比去年预算')
    """
    found = _BASE.search(subject)
    return "" if found is None or _OVER_LAST_YEAR.search(found[0]) else found[0]


def named(whole: str, word: str, how: str, context: Context, base: str = "") -> str:
    """Return the whole name: the subject, what it means when it grows, and its suffix.

    Args:
        whole: the subject.
        word: the predicate's word, or ``""``.
        how: what stands between subject and word, such as 年均.
        context: the value with its words.
        base: what it is compared with, where that is not the year before.
    """
    suffix = _suffix(whole, word, how, context, base)
    grows = suffix.endswith(_GROWTH_RATE)
    if grows and whole in wordclasses.members("investments_of_all"):
        return f"{_FIXED_ASSET_INVESTMENT}{suffix}"
    if whole in _ECONOMY and (grows or whole not in wordclasses.members("economy_in_short")):
        return context.gdp + suffix
    if word in _REACHES:
        whole += word  # 长期护理保险制度覆盖3亿人
    if whole.endswith(suffix) or (grows and _RATE_ITSELF.search(whole)):
        return whole
    return whole + suffix


def of_unit(whole: str, unit: str) -> str:
    """Return the noun that the unit adds to a name, or ``""`` where the name has one."""
    kind, noun = unit_kind(unit), unit_noun(unit)
    if kind == "class":
        return "" if whole.endswith(noun) else noun
    if kind == "length" and _WAYS.search(whole):
        return "" if whole.endswith(wordclasses.of("endings_of_lengths")) else _MILEAGE
    if unit in _UNITS_SAID and matters.is_done(whole):
        return f"{unit}数"  # 农村危房改造户数
    if kind == "people":
        return "" if whole.endswith(("数", _SCALE_ITSELF)) else noun  # 发放育儿补贴181.2万人
    if kind == "count" and whole.endswith(wordclasses.of("levels_and_standards")):
        return noun  # 90家县级医院达到三级综合医院水平
    if kind == "money" and (sum_ := _of_money(whole)) is not None:
        return sum_
    if said := _of_measure(whole, kind, noun):
        return said
    if kind in _WITHOUT_NOUN or not noun or whole.endswith(noun) or wording.measure_noun_at_end().search(whole):
        return ""
    if kind == "count" and (whole.endswith("量") or (not unit and _RATIO.search(whole))):
        return ""  # 29.9万头肉牛饲养量, 城乡居民收入比值2.93
    return "" if kind == "mass" and whole.endswith(wordclasses.of("endings_of_masses")) else noun


def _of_measure(whole: str, kind: str, noun: str) -> str:
    """Return what is added to nouns that are measures elsewhere: 养老床位[数], 建设用地[面积], 签约订单[额], 光伏装机[容量]."""
    if (kind == "count" and _THINGS.search(whole)) or _SAID_OF.get(whole[-2:]) == kind:
        return noun
    installed = noun.startswith(_INSTALLED) and whole.endswith(_INSTALLED)
    return noun.removeprefix(_INSTALLED) if installed else ""


def _of_money(whole: str) -> str | None:
    """Return what an amount of money adds to a name, or None where it is as with other units."""
    if whole.endswith("金"):
        return "额" if whole.endswith(_FUNDS) else ""  # 专项资金额; but 基本养老金
    if whole.endswith(_SIZED) and not _PUT_INTO.search(whole):
        return _SCALE_ITSELF  # 汽车产业规模
    return "额" if _INVESTED.search(whole) else None


def _suffix(whole: str, word: str, how: str, context: Context, base: str) -> str:
    kind = unit_kind(context.unit)
    if context.unit == "番":
        return f"{base}{_GROWTH_EXTENT}"
    if kind == "times" and word in _GROWS:
        return f"{base}{_MULTIPLE_OF_GROWTH}" if base else _GROWTH_RATE  # 新能源装机增长2.4倍
    direction = wording.predicate_class(word) if word else "level"
    if word == _COMPLETION and kind == "money" and whole.endswith(_INVESTMENT):
        return _AMOUNT_COMPLETED
    if direction == "level":
        if kind == "rate" and not _RATE_NOUN.search(whole):
            return _PERCENTAGE_SHARE
        return of_unit(whole, context.unit)
    if kind == "rate":
        yearly = next((said for said in wordclasses.of("hows_of_growth") if said in how), "")
        return yearly + (_rise(word) if direction == "up" else _fall(word, whole))
    if kind == "points":
        return f"{word}{_EXTENT}" if context.unit == _PERCENTAGE_POINTS else f"{word}{context.unit}"
    return _change(word, how, context, base)


def _rise(word: str) -> str:
    if word in _RISES_IN_PRICE:
        return _PRICE_RISE
    if word.startswith("增") or word in wordclasses.members("driving_growth"):
        return _GROWTH_RATE
    return "" if word == "高" else f"{word}{_EXTENT}"


def _fall(word: str, whole: str) -> str:
    """能耗强度下降4.8% falls, 审批事项减少1/3 are fewer."""
    fewer = word in _CUTS and not (_EMISSION.search(whole) or _SPENT.search(whole))
    return _SHARE_OF_REDUCTION if fewer else _FALL_RATE


def _change(word: str, how: str, context: Context, base: str) -> str:
    """财政赤字…, 比去年增加2700亿元: an increment, over the year before where no other base is said."""
    kind, noun = unit_kind(context.unit), unit_noun(context.unit)
    changed = _INCREASE if word == "增" else word
    before = context.left.strip(EDGES).removesuffix(word)
    if base:
        changed = f"{base}{changed}"
    elif not before.removesuffix(how) or _OVER_LAST_YEAR.search(before):
        changed = f"{_AGAINST_THE_YEAR_BEFORE}{changed}"
    return changed + ("额" if kind == "money" else noun if kind in {"people", "visits"} else "量")
