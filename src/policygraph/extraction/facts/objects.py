"""Amounts that a verb right before them has for its object: 提供10万个以上就业岗位, 盘活5万亩以上闲置土地.

A bounded amount in front of a noun may only say which things are meant (30户以上自然村通硬化路的比例, 支持5亿元以上项目). It is
what is done where a verb, or the mark of whom it is done for, stands right before it, and the noun is counted in its unit.
"""

from __future__ import annotations

from policygraph.extraction.facts import wording
from policygraph.extraction.language import words as language
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import wordclasses

# 发展起1个以上特色产业, 培育出10家以上企业: a word of result behind the verb.
_RESULT = wordclasses.pattern(r"(?<=..)(?:<coming_out>|了)$")
# 为2万名以上老人提供服务, 帮助5000名以上毕业生就业
_FOR = wordclasses.pattern(r"(?:^|[，；一-鿿])<marks_of_the_benefited>$")
# 20户以上自然村: how large a place is, in what no place is counted by.
_SIZED_PLACE = wordclasses.pattern(r"的?[^，；。、\d]{0,4}<places_with_people>")
# 20亿元以上[信贷支持], but not [投资项目]
_OF_MONEY = wordclasses.pattern(r"[^，；。、\d的]{0,8}?<sums_that_are_given>(?!<things_with_scale>)")
# 30万千瓦以下[机组], 10万平方米以上[商业综合体]: things, which have a size.
_SIZED_THING = wordclasses.pattern(r"[^，；。、\d]{0,10}<things_that_have_a_size>")
_COUNTS = {"count", "people", "visits"}
_MEASURES = {"area", "mass", "volume", "length", "power"}
_LARGE = ("万", "亿")


def is_object(before: str, number: str, after: str, unit: str) -> bool:
    """Whether a bounded amount is the object of what stands right before it.

    Args:
        before: the words of the clause before it, comparator and all.
        number: the amount as written.
        after: the words behind it.
        unit: its unit.
    """
    kind = unit_kind(unit)
    if after.startswith("的") or not _acts(before):
        return False
    if kind in _COUNTS:
        return not (unit == "户" and _SIZED_PLACE.match(after))
    if kind == "money":
        return _OF_MONEY.match(after) is not None
    return kind in _MEASURES and any(step in number for step in _LARGE) and not _SIZED_THING.match(after)


def _acts(before: str) -> bool:
    """Whether words end with a verb, or with the mark of whom something is done for."""
    said = _RESULT.sub("", before)
    if wording.action_at_end().search(before) or wording.action_at_end().search(said) or _FOR.search(said):
        return True
    found = language.split(said)
    if not found or found[-1].text in wordclasses.members("verbs_that_do_nothing"):
        return False
    alone = len(found) == 1 or all(word.tag.startswith(("d", "ad")) for word in found[:-1])
    return found[-1].tag == "v" or (found[-1].tag == "vn" and alone)
