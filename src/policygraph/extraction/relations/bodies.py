"""The body that a name begins with: 华为中原区域总部, 湛江巴斯夫一体化基地, 《中共山东省委关于…的建议》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations.ends import UNDERTAKEN, End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# 《中共山东省委关于制定…的建议》: who wrote it stands before what it is about.
_AUTHOR = wordclasses.pattern(r"^《(?P<body>[^《》]{4,20}?)<papers_about>")
# 洛阳石化, 武汉钢铁: a firm by its place and its trade.
_FIRMS = wordclasses.of("trades_of_firms")
_ENDS = wordclasses.of("nouns_of_bodies")
_SHORTEST = 3
_SHORTEST_REST = 2


def author(end: End, known: Known) -> Iterator[Made]:
    """Yield the body that the title of a paper begins with."""
    if (found := _AUTHOR.match(end.name)) and (body := named(found["body"], known)):
        yield Made(end, Tie.CARRIED_BY, body, "relations/body in front")


def founder(name: str, known: Known) -> End | None:
    """Return the university, academy or hospital that a name begins with, whose own place is not where the thing lies."""
    stops = (stop for stop in _stops(name, 0) if name[:stop].endswith(_ENDS))
    return next((body for stop in stops if (body := named(name[:stop], known))), None)


def carried(end: End, known: Known) -> Iterator[Made]:
    """Yield the body that a name begins with."""
    if end.type not in UNDERTAKEN:
        return
    starts = [0]
    if (place := places.named(end.name)[:1]) and end.name.startswith(place[0].name):
        starts.append(len(place[0].name))
    for start in starts:
        for stop in _stops(end.name, start):
            if body := named(end.name[start:stop], known):
                yield Made(end, Tie.CARRIED_BY, body, "relations/body in front")
                return


def _stops(name: str, start: int) -> list[int]:
    """Return where a body at the front of a name may end, the last place first: at the ends of words and of known names."""
    stops = {word.end for word in words.split(name)}
    stops |= {
        start + length
        for length in range(_SHORTEST_REST, len(name) - start)
        if _ends_known(name[start : start + length])
    }
    return sorted((stop for stop in stops if start < stop <= len(name) - _SHORTEST_REST), reverse=True)


def _ends_known(text: str) -> bool:
    return text in lexicon.words("relation_bodies") or text.endswith(_ENDS) or _is_firm(text)


def _is_firm(text: str) -> bool:
    """Whether a phrase is a firm by its place and its trade."""
    if not text.endswith(_FIRMS):
        return False
    found = places.named(text)
    return bool(found) and any(text == found[0].name + trade for trade in _FIRMS)


def named(text: str, known: Known) -> End | None:
    """Return the body that a phrase names, or None."""
    if text in lexicon.words("relation_bodies"):
        return known.named(text) or End(text, EntityType.ORGANIZATION)
    if len(text) < _SHORTEST:
        return None
    if _is_firm(text) or (text.endswith(_ENDS) and (types.proper(text) or places.named(text))):
        return End(text, EntityType.ORGANIZATION)
    if not types.proper(text):
        return None
    if found := known.end(text):
        return found if found.type is EntityType.ORGANIZATION else None
    kind = types.of(text, True) if types.head(text) else None
    return End(text, EntityType.ORGANIZATION) if kind is EntityType.ORGANIZATION else None
