"""What stands where in a text: its names, and the places that the gazetteer knows beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.language import words
from policygraph.extraction.relations.ends import End
from policygraph.ontology import places
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.extraction.relations.ends import Known

_LONGEST_PLACE = 3


class Standing(NamedTuple):
    """An entity where it stands in a text.

    Attributes:
        start: its first character.
        end: one past its last.
        entity: its name and type.

    """

    start: int
    end: int
    entity: End


def with_places(text: str, named: Sequence[Standing], known: Known) -> tuple[Standing, ...]:
    """Return the names of a text, none of which lies within another, and the provinces and cities between them, in order."""
    outermost = tuple(_outermost(named))
    taken = {at for one in outermost for at in range(one.start, one.end)}
    found = (one for one in _places(text, known) if taken.isdisjoint(range(one.start, one.end)))
    return tuple(sorted((*outermost, *found)))


def _places(text: str, known: Known) -> Iterator[Standing]:
    """Yield the provinces, cities and counties of the speaker's own province that stand in a text as words."""
    for word in words.split(text):
        place = places.spoken(word.text) if len(word.text) <= _LONGEST_PLACE else None
        if place and place.name != places.NATION and known.may_mean(place):
            yield Standing(word.start, word.end, End(place.name, EntityType.PLACE))


def _outermost(named: Iterable[Standing]) -> Iterator[Standing]:
    """Yield the names that lie within no other, in order."""
    reached = 0
    for place in sorted(named, key=lambda place: (place.start, -place.end)):
        if place.start >= reached:
            yield place
            reached = place.end
