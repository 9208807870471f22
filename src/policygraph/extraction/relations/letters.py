"""Places by single letters: 济郑 → 济南, 郑州, as the names of routes and of pairs of cities have them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.ontology import places
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygraph.ontology.places import Place

# Names of two ends at least, of a triangle, and of a route through four cities.
_FEWEST = 2
_MOST = 4


def expanded(text: str, chain: Sequence[Place]) -> tuple[str, ...]:
    """Return the places that letters stand for, or none where one of them is not known for sure.

    A letter stands for the one city of the province of the speaker that begins with it, else for the place that is known by it
    everywhere, else for the one city of the country that begins with it.

    Args:
        text: the letters.
        chain: the place that the document speaks for and all that it lies in, smallest first.

    """
    if not _FEWEST <= len(text) <= _MOST or places.get(text):
        return ()
    province = next((place.name for place in chain if place.level is Level.PROVINCE), "")
    found = tuple(_place(letter, province) for letter in text)
    return found if all(found) and len(set(found)) == len(found) else ()


def _place(letter: str, province: str) -> str:
    """Return the place of a letter, or ``""``."""
    near = [name for name, outer in _cities().get(letter, ()) if outer == province]
    if len(near) == 1:
        return near[0]
    known = lexicon.mapping("place_letters").get(letter, "")
    if near:
        return known if known in near else ""
    if known:
        return known
    everywhere = [name for name, _ in _cities().get(letter, ())]
    return everywhere[0] if len(everywhere) == 1 else ""


@cache
def _cities() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the cities with the places that they lie in, by the first character of their names."""
    found: dict[str, list[tuple[str, str]]] = {}
    for place in places.all():
        if place.level is Level.CITY:
            found.setdefault(place.name[0], []).append((place.name, place.within))
    return {letter: tuple(cities) for letter, cities in found.items()}
