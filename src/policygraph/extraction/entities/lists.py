"""Lists that stand outside measures and say themselves what their items are: 人工智能、无人机等新兴产业增长20%以上."""

from __future__ import annotations

import re

from policygraph.extraction.entities import amounts
from policygraph.extraction.entities.measures import Measure
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.ontology import wordclasses

# What the items of a list can be said to be; 领域, 问题 and 工作 make no names of fields.
_HEADS = lexicon.any_of(wordclasses.of("heads_of_open_lists"))
_HEAD = re.compile(rf"(?:[^，、的]{{0,6}}的)?[^，、的]{{0,6}}?{_HEADS}")
# Words that no first item of a list holds: then the list begins inside a clause.
_INSIDE = frozenset({"p", "d", "r", "c", "u", "uj", "ul", "m", "x"})


def find(text: str, start: int, end: int) -> Measure | None:
    """Return the list that opens a stretch of a clause, as the argument of a measure without verb and stage; or None."""
    while (opener := verbs.opener().match(text, start, end)) and opener.end() > start:
        start = opener.end()
    depths = words.depths(text)
    closing = amounts.ET_CETERA.search(text, start, end)
    if closing is None or depths[closing.start()] or not closing["head"]:
        return None
    listed = text[start : closing.start()]
    head = _HEAD.match(text, closing.start("head"), end)
    if head is None or not ("、" in listed or "”“" in listed) or not _is_name(listed):
        return None
    return Measure(start, end, ((start, head.end()),), "", None, None, title=False)


def _is_name(listed: str) -> bool:
    """Whether the first item of a list can be a name, not the beginning of a clause: [突破]人形机器人换电、…等技术."""
    first = words.split(listed.partition("、")[0])
    if not first or first[0].text in lexicon.words("predicates"):
        return False
    return not verbs.pattern("front").match(listed) and _INSIDE.isdisjoint(word.tag for word in first)
