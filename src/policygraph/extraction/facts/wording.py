"""The word lists of naming as regular expressions, longest word first."""

from __future__ import annotations

import re
from functools import cache

from policygraph.extraction.language.lexicon import any_of, mapping, table, words

_OPENS = re.compile(r"新|入库|引[进育]|招引|建成|培育|组建|形成|集聚|汇聚|获批|开通|累计")


# Words between a subject and its predicate: 地区生产总值[比上年实际]增长, 养老金标准[统一]提高到.
_HOW = (
    r"(?:去年|今年|全年|当年|同比|环比|实际|名义|年均|平均|累计|合计|共计|进一步|力争|预计|预期|争取|将|要|也|(?<!人)均|都|总共|共|已|就|再|又|分别|各|比上年|比去年|较上年|较去年|"
    r"首次|历史性|连续|大幅|逆势|快速|平稳|恢复性|继续|保持|稳步|仍|(?<![\d一二三四五六七八九十两])年|实现|可比|同口径|按可比价格|原则上|按可比价|按可比口径|按不变价格|按同口径|拟|只|至少|计划|完成|持续|总计|约|率先|可|连年|每年|左右|统一|全部)*"
)


@cache
def predicate_at_end() -> re.Pattern[str]:
    """Return the pattern of predicates at the end of a subject: 地区生产总值[同比增长]."""
    predicates = any_of(words("predicates"))
    return re.compile(rf"(?P<how>{_HOW})(?<!新)(?P<word>{predicates})$")


@cache
def manner_at_end() -> re.Pattern[str]:
    """Return the pattern of what may stand between a subject and a bare number: 汽车产量[历史性]突破百万辆."""
    return re.compile(
        r"(?:首次|历史性|连续|接连|相继|陆续|原则上|大幅|率先|均|都|统一|全部|已|将|要|还|再|也|实现|力争|争取|确保|再次|由此|有望|预计"
        r"|去年|今年|全年|当年)+$"
    )


@cache
def predicate_class(word: str) -> str:
    """Return ``up``, ``down`` or ``level``."""
    return next(row["class"] for row in table("predicates") if row["word"] == word)


@cache
def _manner() -> frozenset[str]:
    """Return the words that say only how a thing is done, so that what is counted is the same without them."""
    return frozenset(row["word"] for row in table("manner") if not row["counts"])


@cache
def opening_adverb() -> re.Pattern[str]:
    """Return the pattern of words that open a clause and say nothing of the thing counted: [力争全年]引进…."""
    return re.compile(any_of(words("adverbs") | _manner()))


@cache
def _only_before_action() -> frozenset[str]:
    said = {row["word"]: row["before"] for row in table("adverbs")}
    return frozenset(word for word in said.keys() | _manner() if said.get(word, "action") == "action")


def needs_action(adverb: str) -> bool:
    """Whether an opening word is an adverb only before an action: 高标准[建设], 基本[建成]."""
    return adverb in _only_before_action()


@cache
def action_at_start() -> re.Pattern[str]:
    """Return the pattern of the verbs that open an undertaking: [新增]省实验室, [改造新建]高标准农田; but not 制造业."""
    verbs = any_of(words("actions"))
    return re.compile(rf"(?P<verb>(?:{verbs})(?:[、和或并及](?:{verbs}))*)(?![性率额量面度型业])")


@cache
def action_at_end() -> re.Pattern[str]:
    """Return the pattern of such verbs at the end of a stretch: 国务院各部门全年[取消和下放]."""
    verbs = any_of(words("actions"))
    return re.compile(rf"(?P<verb>(?:{verbs})(?:[、和或并及](?:{verbs}))*)了?$")


@cache
def action_behind() -> re.Pattern[str]:
    """Return the pattern of a thing whose action stands behind it: 高新技术企业[新增]1000家, 科技型中小企业[入库]7000家.

    Only actions that open an undertaking by their nature are turned round: what is new, brought in, or added up.
    """
    verbs = any_of(word for word in words("actions") if _OPENS.match(word))
    return re.compile(rf"^(?P<thing>.{{2,}}?)(?:已经?|均|共|总共)?(?P<verb>{verbs})$")


@cache
def action_inside() -> re.Pattern[str]:
    """Return the pattern of the verbs of undertakings behind a subject of three characters or more."""
    return re.compile(r"(?<=.{3})(?:开通|开行|建成|完成|实现|获批|新增|累计|拥有|举办|举行|签约|发放|支持|服务)")


@cache
def measure_noun_at_end() -> re.Pattern[str]:
    """Return the pattern of the nouns that say what is measured of a thing: 电子信息产业[增加值]."""
    return re.compile(rf"(?P<noun>{any_of(words('measure_nouns'))})$")


@cache
def _shorthand() -> re.Pattern[str]:
    return re.compile(any_of(mapping("shorthand")))


def spelled_out(name: str) -> str:
    """Return the name with the short words of reports spelled out.

    >>> spelled_out("规上工业增加值")
    '规模以上工业增加值'
    """
    long = mapping("shorthand")
    return _shorthand().sub(lambda m: long[m[0]] if long[m[0]] not in name else m[0], name)
