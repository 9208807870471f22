"""Numbers in noun phrases: how many items a list has, how much of a thing, and what stands before a name.

Each pattern is made of named parts, and each shows the words it serves.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.extraction.language import lexicon

_ROUGHLY = r"(?:近|超|约|达到?|超过|突破|至)?"
# 5, 1.6万, 3000多; not the 2 of S2, nor 第12
_DIGITS = r"(?<![\d.A-Za-z第])\d[\d.]*[多余]?[万亿]?[多余]?"
# 三大产业, 两类; not the 三 of 二十三, nor 第三
_NUMERAL = r"(?<![一二三四五六七八九十第])[两三四五六七八九十](?=[个大类项条座处])"
_NUMBER = rf"{_ROUGHLY}(?:{_DIGITS}|{_NUMERAL})"
_ITEM_UNIT = lexicon.any_of([
    "个", "家", "条", "项", "座", "所", "处", "大类", "大", "类", "款", "只", "支", "批", "种", "名", "位", "片", "场", "届",
    "公里", "县市区", "市县区", "县市", "县区", "区县", "市县", "市州", "地市", "省市", "省区", "省份",
])  # fmt: skip
_PLACES = lexicon.any_of(
    ["县市区", "市县区", "县市", "县区", "区县", "市县", "市州", "地市", "省市", "省区", "省", "市", "县", "区", "国"]
)
_UNIT = lexicon.any_of([
    "个", "家", "条", "项", "座", "所", "处", "套", "户", "人次", "人", "亩", "公里", "平方米", "平方公里", "元", "亿元",
    "万元", "吨", "辆", "台", "名", "次", "件", "场", "张", "间", "米", "千瓦", "%", "公顷", "期", "轮", "种", "批", "万千瓦",
    "标箱", "场次", "款", "部", "首", "株", "册",
])  # fmt: skip
# 等4家郑州研究院, 等项目: but not 等级, 等次, 一等奖, nor 平等, 高等.
ET_CETERA = re.compile(rf"(?<![平高中初优同均])等(?![级次于待候奖])(?:{_NUMBER}{_ITEM_UNIT})?(?P<head>.*)$")
# 鄂州花湖机场、宜昌三峡机场2个国际机场; 汽车、钢铁、化工三大产业; 麻城龟峰山2家5A级景区; 凉州、陇西、康县3县区.
COUNTED_HEAD = re.compile(
    rf"(?<![第类\-—–~])共?{_NUMBER}(?:{_ITEM_UNIT}(?P<head>(?!以上|左右)(?:\dA级|\D)\D+)|{_PLACES})$"
)
# 建成小微企业园40个以上; 养老机构1万家; 停车场1-2个.
TRAILING = re.compile(rf"(?:各|共|累计|总数|新增)?(?:\d+[-—–~])?{_ROUGHLY}{_DIGITS}{_UNIT}(?:以上|左右|以内|及以上)?$")
# Amounts of money and people say how far a programme goes; other amounts count things of a class.
OF_A_CLASS = re.compile(r"(?<!人)[个家条项座所处套件支名辆台亩期轮种批场款部首]|公里|平方米|公顷|千瓦|吨")
# 等10大绿色转型工程, 等10条循环经济产业链: units of kinds, whose noun alone completes the names of the items.
UNITS_OF_KINDS = ("大", "条")


@cache
def leading() -> re.Pattern[str]:
    """Return the pattern of what stands before a name: 10个, 一批, 全国首个, 千亿级, 亿元以上, 全球领先的."""
    return re.compile(
        rf"\d*[万亿]元以上|\d[\d.]*[万亿]*元|\d+届|[千百十]?[百千万]亿级|(?:全球|国内|亚洲|世界|全国)[^、的]{{0,6}}的"
        rf"|{lexicon.any_of(lexicon.words('leading'))}"
        rf"|(?P<count>(?:\d+[-—–~])?{_NUMBER}[余多]?(?:[个家条项座所处批种场名件套亩回]|公里|平方米|公顷)(?:以上)?)"
    )
