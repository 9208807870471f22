"""Leaving out what opens a clause and says nothing of the thing counted: time, mood, manner, the document's own place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.naming.context import EDGES

if TYPE_CHECKING:
    from policygraph.extraction.naming.context import Context

_TIME = re.compile(
    r"""
    ^(?: [到至]?(?:19|20)\d\d年[底末]?前?[，、]?                         # 到2027年底，
       | “?十[一二三四五六]五”?(?:期间|时期|末|以来)?[，、]?             # “十四五”期间，
       | 前?\d{1,2}(?:[—–~～至\-]\d{1,2})?个?月[底末份]?前?              # 前11个月
       | \d+年(?=累计|来) )                                              # 3年累计
    """,
    re.VERBOSE,
)
_TIME_WITHIN = re.compile(r"(?:去年|今年|上年)(?:前\d+个月|全年|以来)?")  # 中欧班列[去年前11个月]开行…
_YEARS = r"(?:近|过去)?[\d两三四五六七八九十]+年(?:来|间)?"
_YEARS_ALONE = re.compile(rf"^{_YEARS}$")
_YEARS_AT_END = re.compile(rf"{_YEARS}$")
# The document's own place is left out before what is surely no name that begins with it: 郑州市新增…, but not 郑州机场….
_OF_PLACE = r"[市省]?(?=新|将|要|累计|规模以上|一般|地区|固定|社会|全|的|城镇|农村|$)"
_EXAMPLES = re.compile(r"(?P<first>[^、，]{1,16})(?:、[^、，]{1,16})+等(?=[^，、]{2})")


def clean(words: str, context: Context) -> str:
    """Return the words without their opening, without examples before a class, and without years at the end."""
    words = _TIME_WITHIN.sub("", words).strip(EDGES)
    before = None
    while before != words:
        before = words
        words = _TIME.sub("", words).strip(EDGES)
        words = _YEARS_ALONE.sub("", words)
        for place in context.place:
            words = re.sub(f"^{re.escape(place)}{_OF_PLACE}", "", words)
        words = _without_adverb(words).strip(EDGES)
    return _YEARS_AT_END.sub("", _without_examples(words.rstrip("了")))


def _without_adverb(words: str) -> str:
    adverb = wording.opening_adverb().match(words)
    if adverb is None or adverb.end() == len(words):
        return words
    rest = words[adverb.end() :]
    if wording.needs_action(adverb[0]) and not wording.action_at_start().match(rest):
        return words  # 高标准建设自贸区, but 高标准农田
    action = wording.action_at_start().match(words)
    if action and len(action["verb"]) > len(adverb[0]):
        return words  # 加快 of 加快壮大
    return rest


def _without_examples(words: str) -> str:
    """Drop the examples before a class: 为经营主体降低[物流、融资、用能、用地等]成本."""
    match = _EXAMPLES.search(words)
    if match is None:
        return words
    first = match["first"]
    verb = wording.action_at_end().search(first) or wording.action_at_start().match(first)
    kept = first[: verb.end()] if verb else ""
    return words[: match.start()] + kept + words[match.end() :]
