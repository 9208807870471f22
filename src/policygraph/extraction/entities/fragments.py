"""What no name is: a phrase that is a clause, or that begins with the verb of a measure."""

from __future__ import annotations

from functools import cache, lru_cache

from policygraph.extraction.language import lexicon, words
from policygraph.ontology import wordclasses

_PROJECT = wordclasses.word("project")
# Words that open or make a clause: 对民营经济…支持, 了收入, 也是改革, 甘肃能源借助资本市场.
_OPENING_CLAUSES = wordclasses.members("opening_clauses_of_names")
_OPENING_VERBS = wordclasses.members("opening_no_name")
_INSIDE_CLAUSES = wordclasses.members("inside_clauses")


# A phrase that holds none of these letters is no clause, however its words are parted.
_OPENINGS = tuple(sorted(_OPENING_VERBS))
_MAKES_CLAUSE = wordclasses.pattern(lexicon.any_of({*_INSIDE_CLAUSES, "为", "向"}))


@lru_cache(maxsize=1 << 16)
def is_clause(phrase: str) -> bool:
    """Whether a phrase begins as no name can, or holds a word that makes it a clause: 对民营经济, 消费要汇小溪成大河."""
    if phrase.startswith("“") and "、" in phrase and phrase.endswith("”" + _PROJECT):
        return True
    if not (phrase[:1] in _OPENING_CLAUSES or phrase.startswith(_OPENINGS) or _MAKES_CLAUSE.search(phrase)):
        return False
    texts = [word.text for word in words.split(phrase)]
    if not texts:
        return False
    if texts[0] in _OPENING_VERBS and len(texts) > 1:
        return True
    if "为" in texts and texts[0] != "以":
        return True
    if "向" in texts[1:]:
        return True
    return texts[0] in _OPENING_CLAUSES or not _INSIDE_CLAUSES.isdisjoint(texts)


def is_action(phrase: str) -> bool:
    """Whether a phrase begins with the verb of a measure: 支持科技创新和制造业."""
    first = next((word.text for word in words.split(phrase)), phrase)
    return first != phrase and first in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in lexicon.table("measures") if row["place"] == "front")
