"""Undertakings side by side, of which a value counts only the last: 建设外贸优品库、服务企业5000家."""

from __future__ import annotations

from policygraph.extraction.facts import wording
from policygraph.extraction.language import words as language
from policygraph.ontology import wordclasses

# 重点整车项目陆续[投产]、生产新能源汽车30万辆: what came about ends the words before.
_CAME_ABOUT = wordclasses.pattern(r"(?<=[一-鿿”）]{3})(?:<shared_predicates>|<endings_of_events>)$")
# 实施育儿补贴制度、惠及3000万婴幼儿; 发放补贴66.7亿元，拉动消费785亿元: an effect is told of what stands before it.
EFFECT = wordclasses.pattern(r"<directly>*<helping>")
# [在京]生产新能源汽车, [并]完成投资
_WHERE = wordclasses.pattern(r"并?(?:在[一-鿿]{1,5}(?=<acting_somewhere>))?")
_GOES_ON = wordclasses.pattern(r"<joining_in_lists>")  # 新建[和加密建设]
# Parts of speech of things, and of what is done as a thing: 预算评审.
_NOUNS = ("n", "vn")
_LEAST = 2


def last(words: str, *, object_behind: bool) -> str:
    """Return the last of several undertakings where those before it are told in full, else all the words.

    Args:
        words: the words before a value.
        object_behind: whether what the last verb does something with stands behind the value.

    >>> last("建设云岭大桥、培训职工", object_behind=False), last("新建、改扩建机场", object_behind=False)
    ('培训职工', '新建、改扩建机场')
    """
    depths = language.depths(words)
    for at in range(len(words) - 1, 0, -1):
        if words[at] == "、" and not depths[at] and _acts(words[at + 1 :], object_behind=object_behind):
            return words[at + 1 :] if _is_told(words[:at]) else words
    return words


def _acts(said: str, *, object_behind: bool) -> bool:
    """Whether words are a verb with its object, which is no effect of what stands before them."""
    said = _WHERE.sub("", _opened(said), count=1)
    verb = wording.action_at_start().match(said)
    if verb is None or verb["verb"] in wordclasses.members("verbs_of_completion") or EFFECT.match(said):
        return False  # 项目全面达产、完成年产值1100亿元: what came of it is its own
    return object_behind or len(said) - verb.end() >= _LEAST


def _is_told(said: str) -> bool:
    """Whether words tell an undertaking in full: what came about, or a verb with its object."""
    if _CAME_ABOUT.search(said):
        return True
    said = _opened(said)
    verb = wording.action_at_start().match(said)
    rest = said[verb.end() :] if verb else ""
    return len(rest) >= _LEAST and not _GOES_ON.match(rest) and language.split(rest)[-1].tag.startswith(_NOUNS)


def _opened(said: str) -> str:
    """Return words without the adverbs that open them."""
    while (adverb := wording.opening_adverb().match(said)) and adverb.end() < len(said):
        if (verb := wording.action_at_start().match(said)) and len(verb["verb"]) >= len(adverb[0]):
            break
        said = said[adverb.end() :]
    return said
