"""Ranks: 晋升至第19位, 居全国首位, 增速全国第2."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_RANK = wordclasses.pattern(
    r"第(?P<digits>\d{1,3})(?P<unit><ranks_of_place>)?|第(?P<han><list_numbers>{1,3})(?P<unit2><ranks_of_place>)?|<first_places>"
)
# A rank is one among others: some word says where, or that something stands there.
_CONTEXT = wordclasses.pattern(r"(?:<before_ranks>|<middle_west_east>部|<among_what>)[^，。；、]{0,16}$")
# How far before a rank such a word begins at most: 城市 and sixteen characters.
_REACH = 18
# 第一批, 第三届, 第一产业 rank nothing.
_ORDINAL = wordclasses.pattern(r"<no_rank_nouns>")
# 服务业成为第一大产业, 成为全球第一货物贸易大国: the rank says which of its kind something is.
_LARGEST = wordclasses.pattern(
    r"(?<=[<standing_as>])(?:<world_and_nation>|<middle_west_east>部|<domestic>|[<east_west>]北)?"
    r"(?P<rank>第(?P<n><list_numbers>|\d{1,2})(?:大(?=[一-鿿]{2})|(?=[^，；。、\d]{0,6}大[<states_and_areas>])))"
)
# 进入全国前十, 居全国前30名: no lower than that. 全国前20货运枢纽机场 names airports, 前三季度 a time.
_TOP = wordclasses.pattern(
    r"前(?P<n>\d{1,3}|<digits_from_two>?<ten_hundred><digits>?|<famous_numbers>)(?:<ranks_and_strong>|(?=<row>|[，。；、）]|$))"
)
_TOP_CONTEXT = wordclasses.pattern(r"(?:<rank_verbs>|<middle_west_east>部)[^，。；、]{0,12}$")
_ENDS = wordclasses.pattern(r"[，。；、）的]|$")
# 分别居全国第2位、第7位
_JOINT = wordclasses.pattern(r"[、和]<rank_fields>?")


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
