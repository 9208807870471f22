"""Which numerals in Chinese characters are amounts: 新增上市公司两家 and 二十多家, but not 一批, 两岸 and 三农.

A number in digits before a unit is an amount. In Chinese numerals one is when it has 万 or 亿 or several steps, when its
unit measures (三公里, 两个百分点), or when it stands where a count stands: behind the thing that is counted.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language.lexicon import any_of, table
from policygraph.extraction.quantities import units
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

    from policygraph.extraction.language.numerals import Numeral

# In these even one is an amount: 一个百分点, 一倍, 一番. Elsewhere it is an example or an article: 一亩, 一家.
_SHARES = {"rate", "points", "times"}
# These say how large a thing is or where it stands in an order, not how many there are: 两万亿级, 三级, 四类.
_ORDERS = {"class", "size"}
# A numeral may be the end of a word: 统一, 第三, 之一, 每两年, 近三年.
_PART_OF_A_WORD = wordclasses.pattern(r"[<before_that_no_count>“]$")
# How far before a number such an action may stand: two items of a list.
_REACH = 48
# What makes or brings things is followed by how many; 抓好三项工作 and 推进五个新城建设 only name them.
_MAKES = "<verbs_before_counts>"
# …also the next item of its list: 建成三个省级实验室、五个中试基地
_BRINGS = wordclasses.pattern(rf"(?:{_MAKES})(?:<numbers_with_two>+<counters_of_places>[^，。；、]{{1,16}}、)*$")
_AMONG = wordclasses.pattern(
    rf"(?:{_MAKES})[^，。；\d]{{2,20}}<numbers_with_two>+<counters_of_places>、[^，。；、]{{2,16}}$"
)
# How far before a number the quotation mark may stand that makes it a name.
_NEAR = 13
# Inside quotation marks stand names: “三区十片”.
_QUOTED = wordclasses.pattern(r"“[^”，。；]{0,12}$")
# What is counted stands before its number: 上市公司两家. Behind it the clause ends, or goes on with another count.
_ENDS = wordclasses.pattern(r"(?:[（(]含[）)])?(?:以<within_bounds>|<or_so>)?(?:[，。；、！：）)]|<joins>|$)")
_COUNTED = wordclasses.pattern(r"[一-鿿”）)][一-鿿”）)]$")
_BOUNDS = wordclasses.pattern(r"<comparing_words>*$")
# 十件民生实事 is what a government undertakes each year, by their number.
_UNDERTAKINGS = wordclasses.pattern(r"[^，。；、]{0,8}<practical_matters>")


# 六条高速建成通车: a clause that its number opens says of how many what became of them.
_OPENS = wordclasses.pattern(r"(?:^|[，。；：！？\n])$")


@cache
def came_about() -> re.Pattern[str]:
    """Return the pattern of a thing of which a verb behind it says that it came about: [水库全部下闸蓄水], [高速建成通车]."""
    return wordclasses.pattern(rf"[^，。；：、\d]{{2,20}}?{all_came_about()}[一-鿿]{{0,4}}(?=[，。；、]|$)")


def all_came_about() -> str:
    """Return the verbs that say behind a thing that it came about, as a regular expression."""
    return any_of(
        {row["verb"] for row in table("measures") if row["place"] == "behind" and row["stage"] in _CAME_ABOUT}
    )


_CAME_ABOUT = {"started", "completed"}


def is_amount(text: str, numeral: Numeral, unit: re.Match[str]) -> bool:
    """Whether a numeral with a unit behind it says how much.

    Args:
        text: the text.
        numeral: a numeral in it that has a value.
        unit: the match of the unit behind it, with the group ``unit``.
    """
    if not numeral.han:
        return True
    if numeral.value is None or _is_step(text, numeral) or _is_in_a_name(text, numeral):
        return False
    kind = units.unit_kind(units.spelled(unit["unit"]))
    if kind in _SHARES:
        return True
    if kind in _ORDERS or (numeral.value <= 1 and not _is_one_of(text, numeral.start)):
        return False
    if numeral.scaled > 1:
        return True
    if kind == "count" and _UNDERTAKINGS.match(text, unit.end()):
        return True  # 十方面民生实事
    return units.is_counted_in_words(unit["unit"]) and _stands_for_a_count(text, numeral, unit)


def _is_one_of(text: str, start: int) -> bool:
    """Whether a single thing stands among what was made or brought: 新增上市公司两家、独角兽企业[一家]."""
    return _AMONG.search(text, max(0, start - _REACH), start) is not None


def _is_step(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is a step alone, 百, 千亿: how many of them is not said (`magnitudes`)."""
    return all(char in wordclasses.members("steps") for char in text[numeral.start : numeral.end])


def _is_in_a_name(text: str, numeral: Numeral) -> bool:
    before = max(0, numeral.start - _NEAR)
    return bool(_PART_OF_A_WORD.search(text, before, numeral.start) or _QUOTED.search(text, before, numeral.start))


def _is_object(text: str, start: int) -> bool:
    """Whether an action that makes or brings things stands right before a number: 建成三个省级实验室."""
    return _BRINGS.search(text, max(0, start - _REACH), start) is not None


def _stands_for_a_count(text: str, numeral: Numeral, unit: re.Match[str]) -> bool:
    """Whether a small number stands as a count does: it is one of many, or ends its clause behind what is counted."""
    value = numeral.value or 0
    if numeral.more or value > 10:
        return True
    if _UNDERTAKINGS.match(text, unit.end()) or (value > 1 and _is_object(text, numeral.start)):
        return True
    if (
        value > 1
        and _OPENS.search(text, max(0, numeral.start - 1), numeral.start)
        and came_about().match(text, unit.end())
    ):
        return True
    before = _BOUNDS.search(text, max(0, numeral.start - 8), numeral.start)
    start = before.start() if before else numeral.start
    return _ENDS.match(text, unit.end()) is not None and _COUNTED.search(text, max(0, start - 2), start) is not None
