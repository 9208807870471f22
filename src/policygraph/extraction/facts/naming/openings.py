"""Leaving out what opens a clause and says nothing of the thing counted: time, mood, manner, the document's own place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming.context import EDGES, trimmed
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context

_TIME = wordclasses.pattern(
    r"""
    ^(?: <to_until>?(?:19|20)\d\d年<end_of_a_month>?前?[，、]?                         # 到2027年底，
       | “?十<plan_numbers>五”?<periods_and_ends>?[，、]?             # “十四五”期间，
       | 前?\d{1,2}(?:[—–~～至\-]\d{1,2})?个?月<end_characters>?前?              # 前11个月
       | [\d<small_numbers>]+年(?=<happening_over_years>) )                                              # 3年累计, 两年新增
    """,
    re.VERBOSE,
)
_TIME_WITHIN = wordclasses.pattern(
    r"时隔\d+年|(?:19|20)\d\d年以来|<years_around>(?:前\d+个月|<whole_year>)?"
)  # 中欧班列[去年前11个月]开行…
_YEARS = r"<near_or_past>?[\d<small_numbers>]+年<coming_between>?"
_YEARS_ALONE = wordclasses.pattern(rf"^{_YEARS}$")
# 经济增速居全国第5位, 经济总量居全国第4位
_ECONOMY = wordclasses.members("whole_economy")
_YEARS_AT_END = wordclasses.pattern(rf"{_YEARS}$")
# The document's own place is left out before what is surely no name that begins with it: 郑州市新增…, but not 郑州机场….
_OF_PLACE = r"<city_province>?(?=<opening_words>|地区(?=生产)|<opening_attributes>|$)"
# What says how it is counted, another undertaking, what the value before leaves behind: [按一年计]意向成交金额,
# [打响“旅居”品牌、]力争旅居人数, 跨过两个万亿元[大关、]超过6万亿元, 1000人[）左右、]银龄技师1000人
_REST = wordclasses.pattern(
    r"""
    ^ (?: 按[^，；]{1,6}(?:计算?|价格)(?=[一-鿿]) | .*、(?=<opening_a_plan>) | <list_numbers>是(?!否)
        | (?:新?台阶|<left_behind_values>)[、，] | （(?=<remarking>) )
    """,
    re.VERBOSE,
)
# 我省健儿在巴黎奥运会上勇夺4金
_CONTEST = wordclasses.pattern(
    r"^(?:我<levels_with_nation>)?<contestants>在(?P<event>[^，]+?)<upper_middle><winning_verbs>$"
)
# 制定修订[食品安全法等]法律15件, 新增[康复大学等]高校14所
_EXAMPLE = wordclasses.pattern(r"^(?:“[^”]*”|[^、，“”]){4,18}?等(?!<no_and_so_on>)(?=[^，、]{2,6}$)")
# Words that begin like an adverb: 并购重组, 再制造产品, 约束性指标
_WORDS = wordclasses.pattern(r"并<bought_nets>|再<made_and_lent>|<common_words>")
_EXAMPLES = wordclasses.pattern(r"(?:(?<=[、，])|^)(?P<first>[^、，]{1,24})(?:、[^、，]{1,16})+等(?=[^，、]{2})")


def clean(words: str, context: Context) -> str:
    """Return the words without their opening, without examples before a class, and without years at the end."""
    words = _TIME_WITHIN.sub("", _REST.sub("", trimmed(words))).strip(EDGES)
    before = None
    while before != words:
        before = words
        words = _TIME.sub("", words).strip(EDGES)
        words = _YEARS_ALONE.sub("", words)
        for place in context.place:
            words = re.sub(wordclasses.expanded(f"^{re.escape(place)}{_OF_PLACE}"), "", words)
        words = _CONTEST.sub(r"\g<event>获", words)
        words = _without_adverb(words).strip(EDGES)
    words = _YEARS_AT_END.sub("", _without_examples(words.rstrip("了")))
    return context.gdp + words.removeprefix("经济").removeprefix("总量") if words in _ECONOMY else words


def _without_adverb(words: str) -> str:
    adverb = wording.opening_adverb().match(words)
    if adverb is None or _WORDS.match(words) or adverb.end() == len(words):
        return words
    rest = words[adverb.end() :]
    if wording.needs_action(adverb[0]) and not wording.action_at_start().match(_without_adverb(rest)):
        return words  # 高标准高水平建设自贸区, but 高标准农田
    action = wording.action_at_start().match(words)
    if action and len(action["verb"]) > len(adverb[0]):
        return words  # 加快 of 加快壮大
    return rest


def _without_examples(words: str) -> str:
    """Drop the examples before a class: 为经营主体降低[物流、融资、用能、用地等]成本."""
    match = _EXAMPLES.search(words)
    if match is None:
        action = wording.action_at_start().match(words)
        return action[0] + _EXAMPLE.sub("", words[action.end() :]) if action else words
    first = match["first"]
    if first.startswith(("为", "向", "对")):
        at = next((at for at in range(2, len(first)) if wording.action_at_start().match(first, at)), 0)
        verb = wording.action_at_start().match(first, at) if at else None
        return words[: match.start()] + (first[: verb.end()] if verb else "") + words[match.end() :]
    verb = wording.action_at_end().search(first) or wording.action_at_start().match(first)
    while verb and (more := wording.action_at_start().match(first, verb.end())):
        verb = more  # 累计免费筛查
    kept = first[: verb.end()] if verb else ""
    return words[: match.start()] + kept + words[match.end() :]
