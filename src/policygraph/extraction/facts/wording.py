"""The word lists of naming as regular expressions, longest word first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language.lexicon import any_of, mapping, table, words
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

_OPENS = wordclasses.pattern(r"<new_words>|引<entering>|<gathering>")


# Words between a subject and its predicate: 地区生产总值[比上年实际]增长, 养老金标准[统一]提高到.
_HOW = (
    r"(?:<fillers_of_time>|(?<!人)均|<fillers_of_manner>|"
    r"<first_time>|<ways_of_growth>|(?<![\d<numbers_with_two>])年|<fillers_of_comparison>)*"
)


@cache
def predicate_at_end() -> re.Pattern[str]:
    """Return the pattern of predicates at the end of a subject: 地区生产总值[同比增长]."""
    predicates = any_of(words("predicates"))
    return wordclasses.pattern(rf"(?P<how>{_HOW})(?<!新)(?P<word>{predicates})$")


@cache
def manner_at_end() -> re.Pattern[str]:
    """Return the pattern of what may stand between a subject and a bare number: 汽车产量[历史性]突破百万辆."""
    return wordclasses.pattern(
        r"(?:<manner_before_verbs>|<estimated>"
        r"|<years_told>)+$"
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
    return wordclasses.pattern(any_of(words("adverbs") | _manner()))


@cache
def _only_before_action() -> frozenset[str]:
    said = {row["word"]: row["before"] for row in table("adverbs")}
    return frozenset(word for word in said.keys() | _manner() if said.get(word, "action") == "action")


def needs_action(adverb: str) -> bool:
    """Whether an opening word is an adverb only before an action: 高标准[建设], 基本[建成]."""
    return adverb in _only_before_action()


@cache
def action_at_start() -> re.Pattern[str]:
    """Return the pattern of the verbs that open an undertaking: [新增]省实验室, [改造新建]高标准农田; but not 制造业, 建议."""
    verbs = any_of(words("actions"))
    return wordclasses.pattern(
        rf"(?!建[<behind_no_building>])(?P<verb>(?:{verbs})(?:[、<joining_in_lists>](?:{verbs}))*)(?!<abstract_endings>)"
    )


@cache
def action_at_end() -> re.Pattern[str]:
    """Return the pattern of such verbs at the end of a stretch: 国务院各部门全年[取消和下放]."""
    verbs = any_of(words("actions"))
    return wordclasses.pattern(rf"(?P<verb>(?:{verbs})(?:[、<joining_in_lists>](?:{verbs}))*)了?$")


@cache
def action_behind() -> re.Pattern[str]:
    """Return the pattern of a thing whose action stands behind it: 高新技术企业[新增]1000家, 科技型中小企业[入库]7000家.

    Only actions that open an undertaking by their nature are turned round: what is new, brought in, or added up.
    """
    verbs = any_of(word for word in words("actions") if _OPENS.match(word))
    return wordclasses.pattern(rf"^(?P<thing>.{{2,}}?)<already_or_all>?(?P<verb>{verbs})$")


@cache
def action_inside() -> re.Pattern[str]:
    """Return the pattern of the verbs of undertakings behind a subject of three characters or more."""
    return wordclasses.pattern(r"(?<=.{3})<verbs_of_facts>")


@cache
def measure_noun_at_end() -> re.Pattern[str]:
    """Return the pattern of the nouns that say what is measured of a thing: 电子信息产业[增加值]."""
    return wordclasses.pattern(rf"(?P<noun>{any_of(words('measure_nouns'))})$")


@cache
def _shorthand() -> re.Pattern[str]:
    return wordclasses.pattern(any_of(mapping("shorthand")))


def spelled_out(name: str) -> str:
    """Return the name with the short words of reports spelled out.

    >>> spelled_out("规上工业增加值")
    '规模以上工业增加值'
    """
    long = mapping("shorthand")
    return _shorthand().sub(lambda m: long[m[0]] if long[m[0]] not in name else m[0], name)
