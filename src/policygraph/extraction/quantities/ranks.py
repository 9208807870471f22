"""Ranks: 晋升至第19位, 居全国首位, 增速全国第2."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANK = re.compile(
    r"第(?P<digits>\d{1,3})(?P<unit>[位名])?|第(?P<han>[一二三四五六七八九十]{1,3})(?P<unit2>[位名])?|首位|榜首"
)
# A rank is one among others: some word says where, or that something stands there.
_CONTEXT = re.compile(
    r"(?:居|列|排|位|升|进位|全国|全球|世界|全省|全区|亚洲|国内|[中西东]部|省会|行业|城市|港口|省份)[^，。；、]{0,16}$"
)
# How far before a rank such a word begins at most: 城市 and sixteen characters.
_REACH = 18
# 第一批, 第三届, 第一产业 rank nothing.
_ORDINAL = re.compile(
    r"批|次|个|届|时间|方阵|梯队|轮|季|产业|书记|人称|线|代|期|阶段|国|大|条|部|家|所|座|只|颗|台|艘|种|医院|中学|实验室|课|章|人民|产"
)
# 服务业成为第一大产业, 成为全球第一货物贸易大国: the rank says which of its kind something is.
_LARGEST = re.compile(
    r"(?<=[为是居列])(?:全国|全球|世界|全省|亚洲|[中西东]部|国内|[东西]北)?"
    r"(?P<rank>第(?P<n>[一二三四五六七八九十]|\d{1,2})(?:大(?=[一-鿿]{2})|(?=[^，；。、\d]{0,6}大[国省市县区])))"
)
# 进入全国前十, 居全国前30名: no lower than that. 全国前20货运枢纽机场 names airports, 前三季度 a time.
_TOP = re.compile(
    r"前(?P<n>\d{1,3}|[二三四五六七八九]?[十百][一二三四五六七八九]?|[三五六八])(?:位|名|强|(?=行列|[，。；、）]|$))"
)
_TOP_CONTEXT = re.compile(
    r"(?:居|列|排|位|进|进入|跻身|迈入|挺进|冲刺|保持|稳定在|升至|全国|全球|世界|全省|全区|全市|亚洲|国内|[中西东]部)[^，。；、]{0,12}$"
)
_ENDS = re.compile(r"[，。；、）的]|$")
# 分别居全国第2位、第7位
_JOINT = re.compile(r"[、和](?:全国|全球|世界|全省)?")


def find(text: str) -> Iterator[Quantity]:
    """Yield the ranks of a text, in 位."""
    before = 0
    for match in _RANK.finditer(text):
        follows = before > 0 and _JOINT.fullmatch(text, before, match.start())
        if _ORDINAL.match(text, match.end()) or not (follows or _is_placed(text, match.start())):
            continue
        named = match["unit"] or match["unit2"] or match["digits"] is match["han"] is None
        value = _value(match)
        if value is not None and (named or _ENDS.match(text, match.end())):
            before = match.end()
            yield Quantity(match.start(), match.end(), match.start(), value, None, "位", Comparator.EQUAL)
    for match in _LARGEST.finditer(text):
        if (value := numerals.whole(match["n"])) is not None:
            yield Quantity(*match.span("rank"), match.start("rank"), value, None, "位", Comparator.EQUAL)
    for match in _TOP.finditer(text):
        value = numerals.whole(match["n"])
        if value is not None and _TOP_CONTEXT.search(text, max(0, match.start() - 16), match.start()):
            yield Quantity(match.start(), match.end(), match.start("n"), value, None, "位", Comparator.AT_MOST)


def _is_placed(text: str, at: int) -> bool:
    """Whether the words before a place say that something stands there."""
    return _CONTEXT.search(text[max(0, at - _REACH) : at]) is not None


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        return Decimal(match["digits"])
    return numerals.whole(match["han"]) if match["han"] else Decimal(1)
