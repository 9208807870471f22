"""What something is the first of: 成为全国首个经济总量突破5万亿元的城市 says how large its economy is, 成为第一大产业 its rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.quantities import Quantity

_RANKING_AMONG = wordclasses.word("ranking_among")

_ORDER = r"(?:<first_ones>|<the_only>(?:<one_of_them>)?|(?:继[^，；。]{2,12}(?:之)?后)?第[<list_numbers>\d]+[<counters_of_firsts>])"
_AMONG = r"(?:<areas_compared>|<middle_west_east>部(?:<region>)?|<members_of_areas>)"
# 苏州[成为全国首个]外贸总额突破2.5万亿元[的地级市]
_FIRST = wordclasses.pattern(
    rf"(?:<in_a_row>[^，；。]{{1,3}}年)?<becoming_members>{_AMONG}*(?:{_ORDER}(?:、{_AMONG}*{_ORDER})*)?的?(?P<what>[^，；。]*)$"
)
_KIND = wordclasses.pattern(
    r"的?[^，；。、\d]{0,5}?(?:<areas_that_are_members>|[<suffixes_and_ports>]|<ports>)<among_the_ranks>?(?=[，；。、]|$)"
)
# 服务业[成为]第一大[产业], 我国[成为世界]第一货物贸易[大国]
_BECOMES = wordclasses.pattern(rf"(?P<subject>.*?)<moving_up>?<becoming_or_standing>(?P<among>{_AMONG}?)$")
_LARGEST = wordclasses.pattern(r"(?P<of>[^，；。、<and_of>]{0,8}?)大[<states_and_areas>](?![一-鿿]{3})")
_OF_KIND = wordclasses.pattern(r"[^，；。、<and_of>]{2,8}")


def words(text: str, quantity: Quantity, left: str, end: int) -> str | None:
    """Return the words that a value has by what its bearer is the first of, in the order of a subject; else None.

    Args:
        text: the text.
        quantity: the value.
        left: the words before it that are its own.
        end: one past the clause.
    """
    if quantity.unit == "位":
        return _rank(text, quantity, left, end)
    first = _FIRST.search(left)
    if first is None or quantity.start == quantity.number or not _KIND.match(text, quantity.end, end):
        return None
    return left[: first.start()] + first["what"]


def _rank(text: str, quantity: Quantity, left: str, end: int) -> str | None:
    """Return the words of a rank that says which of its kind something is: 服务业在产业中排, 货物贸易全球排."""
    becomes = _BECOMES.fullmatch(left)
    if becomes is None or not text.startswith("第", quantity.start):
        return None
    largest = _LARGEST.match(text, quantity.end, end)
    if largest and largest["of"]:
        return f"{largest['of']}{becomes['among']}排"
    kind = _OF_KIND.match(text, quantity.end, end)
    if kind is None or not text.startswith("大", quantity.end - 1):
        return None
    return f"{becomes['subject']}在{becomes['among']}{kind[0]}{_RANKING_AMONG}"
