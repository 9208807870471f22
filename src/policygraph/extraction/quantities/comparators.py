"""Comparators: what the words before and behind a number say of it, ontology/lexicon/comparators.tsv."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import numerals
from policygraph.extraction.language.lexicon import table
from policygraph.extraction.quantities.quantity import Quantity
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from decimal import Decimal

_KILOWATTS = wordclasses.word("kilowatts")

# The longest comparator word in front of a number.
_LONGEST = 6
# 每个县至少办好1所优质高中: 至少 may stand before the verb.
_AT_LEAST = wordclasses.pattern(r"<at_least>[^，。；\d]{0,8}$")
# 签约1亿元 and 节约1亿元 hold no 约.
_NOT_ABOUT = wordclasses.members("before_that_no_about")
# 内 bounds a number only where the clause ends behind it: 3%内, but not 100米内公车站点.
_WITHIN_ENDS = re.compile(r"[，。；、）]|$")


@cache
def _words(side: str) -> tuple[tuple[str, Comparator], ...]:
    """Return the words of one side, longest first, with what they mean."""
    found = [(row["word"], Comparator(row["comparator"])) for row in table("comparators") if row["side"] == side]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


def before(text: str, start: int) -> tuple[int, Comparator | None]:
    """Return the comparator that ends at ``start`` and where its word begins."""
    head = text[max(0, start - _LONGEST) : start]
    for word, comparator in _words("before"):
        if head.endswith(word) and not (word == "约" and head[-2:-1] in _NOT_ABOUT and len(head) > 1):
            return start - len(word), comparator
    return start, None


def after(text: str, end: int) -> tuple[int, Comparator | None]:
    """Return the comparator that begins at ``end`` and where its word ends."""
    for word, comparator in _words("after"):
        if text.startswith(word, end) and (word != "内" or _WITHIN_ENDS.match(text, end + 1)):
            return end + len(word), comparator
    return end, None


def bounded(text: str, start: int, end: int, value: Decimal, unit: str, *, few: bool = False) -> Quantity:
    """Return the quantity at ``text[start:end]`` with the comparator that the words around it say.

    Args:
        text: the text.
        start: first character of the number.
        end: one past its unit.
        value: its value.
        unit: its unit.
        few: whether 多 or 余 stands in it (5800多家).
    """
    stop, behind = after(text, end)
    first, front = before(text, start)
    level = text[end : end + 1] == "级" and unit in {"元", "个", _KILOWATTS}
    comparator = _joined(front, behind) or (Comparator.MORE_THAN if few else Comparator.EQUAL)
    if comparator is Comparator.EQUAL and _AT_LEAST.search(text, max(0, start - 12), start):
        comparator = Comparator.AT_LEAST
    return Quantity(first, stop, start, numerals.plain(value), None, unit, comparator, level)


def _joined(front: Comparator | None, behind: Comparator | None) -> Comparator | None:
    """Return what two comparators say together: 突破…以上 is more than, 超…左右 about."""
    if front is Comparator.MORE_THAN and behind is Comparator.AT_LEAST:
        return front
    return behind or front
