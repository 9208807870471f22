"""What a sentence speaks of where it says so without a number: names that say nothing alone take it up.

    高速公路，开工长深高速改扩建等2个项目                     开工高速公路项目数
    实施乡村振兴补短板工程，实施项目2113个，完成投资354亿元     实施乡村振兴补短板工程项目数, …完成投资额
    保障和改善民生方面，围绕…提出25项工程                     保障和改善民生方面工程数

Words of this kind: ontology/lexicon/matters.tsv; names that say nothing alone: ontology/lexicon/vague.tsv.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.naming import circumstances
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.language import words as language
from policygraph.extraction.language.lexicon import any_of, table, words
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.extraction.facts.naming.context import Topic

_ASPECT = wordclasses.word("aspect")
_ENTERPRISE = wordclasses.word("enterprise")

# A bare heading in front of its sentence has two to eight characters: 高速公路，….
_HEADING = wordclasses.pattern(r"[一-鿿A-Za-z]{2,8}")
# Parts of speech of which headings are made.
_NOMINAL = ("n", "vn", "j", "l", "b", "nz", "an", "s")
# Parts of speech with which a thing that is done something with ends: 育儿补贴制度, 消费品以旧换新.
_HANDLED = ("n", "vn", "l", "i", "j")
_LEAST, _LONGEST = 2, 26
# Of the word behind an undertaking that is told of: 改造[全面]提速, 改造[跑出]“加速度”; not of 改造资金.
_GOES_ON = ("v", "d", "ad", "l")
# 公路方面: so short a heading needs no 方面 to be told from what follows.
_SHORT = 6


# Nouns of what is done: whole undertakings, works, and verbs with their object.
_DONE = ("undertaking", "done", "doing")


def _of(name: str, role: str) -> list[str]:
    return [row["word"] for row in table(name) if row["role"] == role]


@cache
def _vague() -> re.Pattern[str]:
    modifiers, heads = any_of(_of("vague", "modifier")), any_of(_of("vague", "head"))
    return wordclasses.pattern(rf"(?:{modifiers})*{heads}")


@cache
def _siblings() -> frozenset[str]:
    """Return the nouns of one kind that share what stands before the first of them: 人大代表[议案], [建议]."""
    return frozenset(_of("vague", "sibling"))


@cache
def _vague_that_goes_on() -> re.Pattern[str]:
    return wordclasses.pattern(rf"(?P<vague><vague_undertakings>)(?={any_of(words('actions'))})")


@cache
def _side() -> re.Pattern[str]:
    return wordclasses.pattern(
        rf"^(?:在|从)?(?P<matter>[^，；、\d]{{2,20}}(?:、[^，；、\d]{{2,12}})*{any_of(_of('matters', 'side'))})$"
    )


@cache
def _undertaking() -> re.Pattern[str]:
    """Return the pattern of the nouns that an undertaking ends with; they may follow each other: 治理 + 攻坚战."""
    return wordclasses.pattern(any_of(_of("matters", "undertaking")))


@cache
def _verb() -> re.Pattern[str]:
    return wordclasses.pattern(
        rf"{any_of(words('measures') | words('actions'))}(?![<qualities_or_types>])"  # but not 保障性安居工程
    )


def is_vague(thing: str) -> bool:
    """Whether a thing counted says nothing alone.

    >>> is_vague("续建项目"), is_vague("突出困难问题"), is_vague("技改项目")
    (True, True, False)
    """
    return _vague().fullmatch(thing) is not None


@cache
def _done() -> re.Pattern[str]:
    return wordclasses.pattern(rf"[^，；、]*{any_of([w for role in _DONE for w in _of('matters', role)])}")


def is_done(words_behind: str) -> bool:
    """Whether words name what is done rather than what is reached: 完成 before them says something.

    >>> is_done("草原生态修复"), is_done("投资"), is_done("地区生产总值")
    (True, False, False)
    """
    return _done().fullmatch(words_behind) is not None


def is_doing(said: str) -> bool:
    """Whether words are a verb with its object in one, which no verb before them governs: 修复湿地、造林88万亩."""
    return said.endswith(tuple(_of("matters", "doing")))


def opens_with_noun(said: str) -> bool:
    """Whether words begin with a noun, so that a verb may govern them: 小流域, but not 恢复改善灌溉."""
    return bool(said) and not language.split(said)[0].tag.startswith("v")


def supplied(thing: str, topic: Topic) -> str:
    """Return a thing counted, with what the sentence speaks of where it says nothing alone."""
    if goes_on := _vague_that_goes_on().match(thing):
        told = topic.here and topic.thing.endswith(goes_on["vague"])
        known = topic.thing if told else goes_on["vague"]
        return known + thing[goes_on.end() :]  # 推动3900多个项目投产达效
    if thing in _siblings() and topic.here and topic.thing[-len(thing) :] in _siblings():
        return topic.thing[: -len(thing)] + thing  # 办理人大代表议案5项、建议877件
    if not is_vague(thing):
        return thing
    if topic.matter:
        return joined(topic.matter, thing)
    if topic.here and topic.thing.endswith(thing):
        return topic.thing  # 重大水利工程已开工的57个项目…，再开工27个项目
    owner = topic.industry if thing.endswith(_ENTERPRISE) else topic.owner
    return joined(owner, thing) if owner else thing


def joined(matter: str, thing: str) -> str:
    """Return a vague thing with what it belongs to.

    >>> joined("高速公路", "续建项目"), joined("城中村改造", "改造项目"), joined("补短板工程", "工程")
    ('高速公路续建项目', '城中村改造项目', '补短板工程')
    """
    shared = next((at for at in range(len(thing), 0, -1) if matter.endswith(thing[:at])), 0)
    return matter + thing[shared:]


def of(clause: str, *, opens: bool, counts: bool) -> str:
    """Return what a clause says that its sentence speaks of, or ``""``.

    Args:
        clause: the words of the clause.
        opens: whether it opens its sentence and a comma follows.
        counts: whether it has a value of its own.
    """
    said = clause.strip(EDGES)
    if side := _side().match(said):
        return side["matter"] if len(side["matter"]) > _SHORT else side["matter"].removesuffix(_ASPECT)
    if counts:
        return ""
    if opens and _is_heading(said):
        return said
    return _undertaken(said)


def handled(clause: str) -> str:
    """Return the thing that a clause without a value does something with, or ``""``.

    >>> handled("加力扩围实施消费品以旧换新"), handled("民生保障持续加强")
    ('消费品以旧换新', '')
    """
    said = clause.strip(EDGES)
    thing = _without_opening(said)
    found = language.split(thing)
    if thing == said or not _LEAST <= len(thing) <= _LONGEST or not found:
        return ""
    return thing if found[-1].tag.startswith(_HANDLED) else ""


def _is_heading(said: str) -> bool:
    if not _HEADING.fullmatch(said) or circumstances.only(said) or said in words("openers") | words("adverbs"):
        return False
    if wording.action_at_start().match(said) or wording.opening_adverb().match(said):
        return False
    found = language.split(said)
    return all(word.tag.startswith(_NOMINAL) for word in found) and found[-1].tag.startswith(("n", "l"))


def _undertaken(said: str) -> str:
    """实施乡村振兴补短板[工程], 持续打好科尔沁沙地[歼灭战], 城中村[改造]跑出“加速度”."""
    words_ = _without_opening(said)
    for noun in _undertaking().finditer(words_):
        if noun.start() < _LEAST or noun.end() > _LONGEST or re.search(r"[，；、\d]", words_[: noun.end()]):
            continue
        rest = language.split(words_[noun.end() :])
        if not rest or rest[0].tag.startswith(_GOES_ON) or rest[0].text in words("manner"):
            return _own(words_[: noun.end()])
    return ""


def _own(matter: str) -> str:
    """Return an undertaking without the verbs that lead up to it: 中央财政支持实施[城市更新]; ``""`` where marks are cut."""
    found = language.split(matter)
    for at in range(len(found) - 2, 0, -1):
        verb = found[at].tag == "v" and found[at].text in words("actions") - words("matters")
        if verb and len(matter) - found[at].end > _LEAST:
            matter = matter[found[at].end :]
            break
    return "" if language.depths(matter)[-1:] not in {(0,), (1,)} or matter.count("“") != matter.count("”") else matter


def _without_opening(said: str) -> str:
    before = None
    while before != said:
        before = said
        if adverb := wording.opening_adverb().match(said):
            rest = said[adverb.end() :]
            said = said if wording.needs_action(adverb[0]) and not wording.action_at_start().match(rest) else rest
        if (verb := _verb().match(said)) and len(said) - verb.end() > _LEAST:
            said = said[verb.end() :]
    return said
