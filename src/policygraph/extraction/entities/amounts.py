"""Numbers in noun phrases: how many items a list has, how much of a thing, and what stands before a name.

Each pattern is made of named parts, and each shows the words it serves.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

_ROUGHLY = r"(?:<about_characters>|<coming_to>|<beyond>)?"
# 5, 1.6万, 3000多; not the 2 of S2, nor 第12
_DIGITS = r"(?<![\d.A-Za-z第])\d[\d.]*<over_characters>?<steps_of_money>?<over_characters>?"
# 三大产业, 两类; not the 三 of 二十三, nor 第三
_NUMERAL = r"(?<!<digits_or_ordinal>)<small_numbers>(?=<counted_sorts>)"
_NUMBER = rf"{_ROUGHLY}(?:{_DIGITS}|{_NUMERAL})"
_ITEM_UNIT = lexicon.any_of(wordclasses.of("units_of_items"))
_PLACES = lexicon.any_of(wordclasses.of("places_in_short"))
_UNIT = lexicon.any_of(wordclasses.of("units_of_amounts"))
# 等4家郑州研究院, 等项目: but not 等级, 等次, 一等奖, nor 平等, 高等.
ET_CETERA = wordclasses.pattern(
    rf"(?<!<not_a_size>)等(?!<not_behind_and_so_on>)(?:{_NUMBER}{_ITEM_UNIT})?(?P<head>.*)$"
)
# 鄂州花湖机场、宜昌三峡机场2个国际机场; 汽车、钢铁、化工三大产业; 麻城龟峰山2家5A级景区; 凉州、陇西、康县3县区.
COUNTED_HEAD = wordclasses.pattern(
    rf"(?<![<ordinal_marks>\-—–~])共?{_NUMBER}(?:{_ITEM_UNIT}(?P<head>(?!<more_or_less>)(?:\dA级|\D)\D+)|{_PLACES})$"
)
# 建成小微企业园40个以上; 养老机构1万家; 停车场1-2个.
TRAILING = wordclasses.pattern(rf"<adding_up>?(?:\d+[-—–~])?{_ROUGHLY}{_DIGITS}{_UNIT}<bounds>?$")
# Amounts of money and people say how far a programme goes; other amounts count things of a class.
OF_A_CLASS = wordclasses.pattern(r"(?<!人)<counted_things>|<sizes>")
# 等10大绿色转型工程, 等10条循环经济产业链: units of kinds, whose noun alone completes the names of the items.
UNITS_OF_KINDS = wordclasses.of("units_of_kinds")


@cache
def leading() -> re.Pattern[str]:
    """Return the pattern of what stands before a name: 10个, 一批, 全国首个, 千亿级, 亿元以上, 全球领先的."""
    return wordclasses.pattern(
        rf"\d*<steps_of_money><money_or_more>|\d[\d.]*<steps_of_money>*元|\d+届|<hundreds_and_tens>?<large_steps><hundred_million_grade>|<in_the_world>[^、的]{{0,6}}的"
        rf"|{lexicon.any_of(lexicon.words('leading'))}"
        rf"|(?P<count>(?:\d+[-—–~])?{_NUMBER}<over_characters>?(?:<countable_in_words>|<sizes_of_area>)(?:<or_more>)?)"
    )
