"""Leaving out what opens a clause and says nothing of the thing counted: time, mood, manner, the document's own place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import matters, undertakings
from policygraph.extraction.facts.naming.context import EDGES, trimmed
from policygraph.extraction.language import words as language
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Context

_COMPLETION = wordclasses.word("completion")
_ECONOMY = wordclasses.word("economy")
_TOTAL_AMOUNT = wordclasses.word("total_amount")

# 到2027年底，; “十四五”期间，; 前11个月; 五年全国…; 为到2035年; 3年累计, 两年新增
_TIME = wordclasses.pattern(
    r"""
    ^(?: <to_until>?(?:19|20)\d\d年<end_of_a_month>?前?[，、]?
       | “?十<plan_numbers>五”?<periods_of_plans>?[，、]?
       | 前?\d{1,2}(?:[—–~～至\-]\d{1,2})?个?月<end_characters>?前?
       | [\d<small_numbers>]+年<coming_between>?(?=<whole_area>)
       | 为(?=<to_until>(?:19|20)\d\d年)
       | [\d<small_numbers>]+年(?=<happening_over_years>) )
    """,
    re.VERBOSE,
)
_TIME_WITHIN = wordclasses.pattern(
    r"<up_to_date>(?:(?:19|20)\d\d年|<years_around>|<at_present>)?(?:\d{1,2}月)?年?底?末?|<after_an_interval>\d+年|(?:19|20)\d\d<since_the_year>|<years_around>(?:前\d+<months_counted>|<whole_year>)?"
)  # 中欧班列[去年前11个月]开行…
_YEARS = r"<near_or_past>?[\d<small_numbers>]+年<coming_between>?"
# 工业总产值[连跨两个]千亿台阶
_STEPPED = wordclasses.pattern(
    r"(?:<in_a_row>)?<passing_steps>(?:[<one_to_six>\d]个)?(?:新?<step_up>|<thresholds_of_amounts>)?$"
)
_YEARS_ALONE = wordclasses.pattern(rf"^{_YEARS}$")
# 经济增速居全国第5位, 经济总量居全国第4位
_WHOLE_ECONOMY = wordclasses.members("whole_economy")
_YEARS_AT_END = wordclasses.pattern(rf"{_YEARS}$")
# The document's own place is left out before what is surely no name that begins with it: 郑州市新增…, but not 郑州机场….
_OF_PLACE = r"<city_province>?(?=<opening_words>|<region>(?=<production>)|<opening_attributes>|$)"
# What says how it is counted, another undertaking, what the value before leaves behind: [按一年计]意向成交金额,
# [打响“旅居”品牌、]力争旅居人数, 跨过两个万亿元[大关、]超过6万亿元, 1000人[）左右、]银龄技师1000人
_REST = wordclasses.pattern(
    r"""
    ^ (?: 按[^，；]{1,6}(?:<reckoned>|<prices>)(?=[一-鿿]) | .*、(?=<opening_a_plan>) | <list_numbers>是(?!否)
        | (?:新?<step_up>|<left_behind_values>)(?:[、，]|$) | （[一-鿿]）(?:[、，]|$) | （(?=<remarking>) )
    """,
    re.VERBOSE,
)
# 我省健儿在巴黎奥运会上勇夺4金
_CONTEST = wordclasses.pattern(
    r"^(?:[^，；、]{0,6}<teams>)?在(?P<event>[^，；]+?(?:赛|会))<upper_middle><winning_verbs>$"
)
# 会议提出, 围绕…提出5项指标, 提出到2025年: what is proposed is named by what follows; 《纲要》提出6方面109项重大工程
_PROPOSED = wordclasses.pattern(
    r"^(?:(?!<put_forward>)[^，；])*<put_forward>(?:的?\d+(?:个)?<aspect>)?(?=[一-鿿])|^(?:(?!<put_forward>)[^，；])*<put_forward>$"
)
# 制定修订[食品安全法等]法律15件, 新增[康复大学等]高校14所
_EXAMPLE = wordclasses.pattern(r"^(?:“[^”]*”|[^、，“”]){4,18}?等(?!<no_and_so_on>)(?=[^，、]{2,5}$)")
# Words that begin like an adverb: 并购重组, 再制造产品, 约束性指标
_WORDS = wordclasses.pattern(r"并<bought_nets>|再<made_and_lent>|<common_words>")
_CLASS_ALONE = wordclasses.pattern(r"<attributes_of_the_benefited>(?!链|化|园)")
_EXAMPLES = wordclasses.pattern(r"(?:(?<=[、，])|^)(?P<first>[^、，]{1,24})(?:、[^、，]{1,16})+等(?=[^，、]{2})")


# 地区生产总值（GDP）: the same in other letters; 省下达我市[的]粮食产量, 今年拟安排财政赤字: who set it is not what is measured.
_OTHER_LETTERS = wordclasses.pattern(r"（[A-Za-z]+）")
_SET = wordclasses.pattern(
    r"^<levels_that_assign>?<assigned>(?:我<levels_of_government>)?的?(?=[一-鿿]{2})|^拟?<arranging>(?=[^，；]*<deficit>)"
)
# 利用闲置资源[改造建设]乡镇综合养老服务中心: by what means.
_MEANS = wordclasses.pattern(r"^<by_means_of>")


def _without_means(words: str) -> str:
    """Drop by what means something is done, where what is done follows."""
    if not _MEANS.match(words):
        return words
    starts = (at for at in range(4, len(words)) if wording.action_at_start().match(words, at))
    at = next(starts, None)
    return words if at is None else words[at:]


def clean(words: str, context: Context) -> str:
    """Return the words without their opening, without examples before a class, and without years at the end."""
    words = undertakings.last(words, object_behind=bool(context.right))
    words = _TIME_WITHIN.sub("", _REST.sub("", _PROPOSED.sub("", _OTHER_LETTERS.sub("", trimmed(words))))).strip(EDGES)
    before = None
    while before != words:
        before = words
        words = _TIME.sub("", words).strip(EDGES)
        words = _YEARS_ALONE.sub("", words)
        for place in context.place:
            words = re.sub(wordclasses.expanded(f"^{re.escape(place)}{_OF_PLACE}"), "", words)
        words = _CONTEST.sub(r"\g<event>获", words)
        words = _without_means(_SET.sub("", _without_adverb(words))).strip(EDGES)
    words = _STEPPED.sub("", _YEARS_AT_END.sub("", _without_examples(words.rstrip("了"))))
    return context.gdp + words.removeprefix(_ECONOMY).removeprefix(_TOTAL_AMOUNT) if words in _WHOLE_ECONOMY else words


def _without_adverb(words: str) -> str:
    adverb = wording.opening_adverb().match(words)
    if adverb is None or _WORDS.match(words) or adverb.end() == len(words):
        return words
    rest = words[adverb.end() :]
    if adverb[0] == _COMPLETION and (matters.is_done(rest) or rest in wordclasses.members("investments_made")):
        return words  # 完成营造林560万亩, but 完成地区生产总值3300亿元
    acts = rest.startswith(_COMPLETION) or wording.action_at_start().match(_without_adverb(rest))
    if wording.needs_action(adverb[0]) and not acts:
        return words  # 高标准高水平建设自贸区, but 高标准农田
    action = wording.action_at_start().match(words)
    if action and len(action["verb"]) > len(adverb[0]):
        return words  # 加快 of 加快壮大
    return rest


def _are_measured(first: str, words: str) -> bool:
    """Whether examples are what is measured, and not part of what is done: 茶叶、咖啡等[种植面积], not 降低物流、融资等[成本]."""
    said = wording.predicate_at_end().sub("", words)
    return wording.measure_noun_at_end().fullmatch(said) is not None and len(language.split(first)) == 1


def _without_examples(words: str) -> str:
    """Drop the examples before a class: 为经营主体降低[物流、融资、用能、用地等]成本."""
    match = _EXAMPLES.search(words)
    if match and (_CLASS_ALONE.match(words, match.end()) or _are_measured(match["first"], words[match.end() :])):
        return words  # 出国（境）经费、公务接待费等支出, 茶叶、咖啡等种植面积: what follows says nothing without them
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
