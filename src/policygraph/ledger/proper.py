"""Which things have a name of their own, so that one can ask after them: 平庆铁路, 19号线, “双百”工程, but not 智能电网."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from policygraph.facets import words
from policygraph.ontology import places, wordclasses
from policygraph.statements import Level

if TYPE_CHECKING:
    from policygraph.ontology.places import Place

# 19号线, 二期, S2线, 1号泵站: which of several it is.
_NUMBERED: Final = wordclasses.pattern(r"\d+号|[A-Z]\d+|(?:<list_numbers>|\d)+期")
_QUOTED: Final = re.compile(r"[“《][^”》]{2,}[”》]")
_PLAN: Final = wordclasses.pattern(r"[“《]<list_numbers>{1,2}五[”》]")
_MARKS: Final = re.compile(r"[“”‘’《》\s]|[（(][^（）()]*[）)]$")
# Two things are not one: 合肥国际港务区及通江一级航道.
_JOINED: Final = wordclasses.pattern(r"<joins>|、")
_SHORTEST: Final = 3
# 平庆, 兰张三四; and what a word is that tells only the sort: 城际铁路.
_JOINING: Final = range(2, 5)
_COMMON: Final = ("n", "v", "a", "d", "b", "m", "z")
_PLACED: Final = ("ns", "nr", "nz")
# What is left of a name without its noun has to be this long to be looked for alone.
_LEAST: Final = 2


@functools.lru_cache(maxsize=100_000)
def is_proper(name: str, area: str) -> bool:
    """Whether a name is one thing's own: it holds a place's, a quotation, a number or a word that is no common one.

    Args:
        name: the name.
        area: the short name of the area that speaks of the thing; a county of it is known by its bare name.

    """
    own = _unranked(plain(name))
    if len(own) < _SHORTEST or _JOINED.search(_QUOTED.sub("", name)) or own.endswith(tuple(words.of_kind("sort"))):
        return False
    if not head(name) and not _NUMBERED.search(name):
        return False
    if _NUMBERED.search(name) or any(not _is_term(quoted) for quoted in _QUOTED.findall(name)):
        return True
    named = [place for place in places.named(own) if place.name != places.NATION]
    if any(_is_known(place, area) for place in named):
        return True
    return not named and (_is_line(own) or _of_no_common_words(own))


def _unranked(name: str) -> str:
    """Return a name without whose it is and of what rank, which tells no thing from another: 国家公园, 全省水网."""
    found = words.pattern("rank").match(name)
    return name[found.end() :] if found else name


def _is_known(place: Place, area: str) -> bool:
    """Whether a place is meant and no common word: 滨海 is a county of 江苏, and the seaside in 广东."""
    around = {outer.name for outer in places.chain_of(place)}
    return place.level in {Level.PROVINCE, Level.CITY} or area in around


def plain(name: str) -> str:
    """Return a name without its marks and without a remark in brackets at its end."""
    return _MARKS.sub("", name)


def stems(name: str, area: str) -> tuple[str, ...]:
    """Return what is left of a name without its noun behind, and without the place in front: 济源逢石河, 逢石河."""
    own = plain(name)
    ended = head(own)
    left = own.removesuffix(ended) if ended else own
    known = places.get(area)
    front = [*((known.official, known.name) if known else (area,))]
    front += [form for place in places.named(left)[:1] for form in (place.official, place.name)]
    bare = next((left.removeprefix(place) for place in front if left.startswith(place)), "")
    return tuple(form for form in dict.fromkeys((left, bare)) if len(form) >= _LEAST)


# Whoever only asks a graph derives no ledger, and needs no words of the lexicon: they are imported when they are asked for.


def head(name: str) -> str:
    """Return the noun that a name ends with (铁路, 实验室), or ``""``."""
    from policygraph.extraction.entities import types

    return types.head(name)


def _of_no_common_words(name: str) -> bool:
    from policygraph.extraction.entities import types

    return types.proper(name) and types.term(name) is None


def _is_line(name: str) -> bool:
    """Whether a name is that of a railway, a road or the like, which are called by what they join: 平庆铁路."""
    from policygraph.extraction.language import words as segmenter

    ended = words.pattern("line").search(name)
    if not ended or ended.end() != len(name):
        return False
    before = segmenter.split(name[: ended.start()])
    return (
        len(before) == 1
        and len(before[0].text) in _JOINING
        and (before[0].tag in _PLACED or not before[0].tag.startswith(_COMMON))
    )


def _is_term(quoted: str) -> bool:
    """Whether a quotation is one of every report: “一带一路”, “十五五”."""
    from policygraph.extraction.entities import types
    from policygraph.extraction.language import lexicon

    return (
        types.term(quoted) is not None
        or plain(quoted) in lexicon.words("abbreviations")
        or _PLAN.match(quoted) is not None
    )
