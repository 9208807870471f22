"""What a relation joins: an entity by its name, and what is known of the names that a document, or every report, uses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon
from policygraph.extraction.language.names import bare
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygraph.ontology.places import Place
    from policygraph.statements import Document, Mention

# Nouns behind the name of a trade that make no other industry of it.
_TRADES = wordclasses.of("nouns_of_trades")
# What is undertaken, so that somebody carries it and it serves something; and what can be served.
UNDERTAKEN = frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.EVENT})
SERVED = frozenset({EntityType.INDUSTRY, EntityType.PROGRAMME, EntityType.PLATFORM, EntityType.PLACE})
# A name of one character is none.
_SHORTEST = 2


class End(NamedTuple):
    """An entity at one end of a relation: its name and its type."""

    name: str
    type: EntityType


class Known:
    """The names that stand for themselves: those of a document, of the gazetteer and of the thesaurus.

    Args:
        document: the document.
        mentions: what it names, also what it names again.

    """

    def __init__(self, document: Document, mentions: Iterable[Mention]) -> None:
        self._named: dict[str, End] = {}
        for mention in mentions:
            self._named.setdefault(bare(mention.entity), End(mention.entity, mention.type))
        area = places.get(document.area)
        self.chain: tuple[Place, ...] = places.chain_of(area) if area else ()
        self._around = frozenset(place.name for place in self.chain if place.name != places.NATION)
        self._own = frozenset(name for place in self.chain for name in (place.name, place.official))

    def named(self, text: str) -> End | None:
        """Return the entity of the document that has this name, or None."""
        return self._named.get(bare(text))

    def end(self, text: str) -> End | None:
        """Return the entity that a part of a name stands for, or None where it is none."""
        if len(bare(text)) < _SHORTEST:
            return None
        if found := self._named.get(bare(text)):
            return found
        if text in wordclasses.members("plain_places"):
            return None
        if (place := _place(text)) and place.name != places.NATION:
            return End(place.name, EntityType.PLACE)
        kind = types.term(text) or _thesaurus().get(text)
        return End(text, kind) if kind else self._trade(text)

    def region(self, text: str) -> End:
        """Return the place of a name that no table holds; a part of a province by the name that the document gives it in full."""
        full = (self._named.get(bare(text + noun)) for noun in wordclasses.of("parts_of_provinces"))
        return next(filter(None, full), None) or End(text, EntityType.PLACE)

    def base(self, text: str) -> End | None:
        """Return what a whole phrase names: an entity of the document, or one by its noun; 建设 behind it is no part of it."""
        core = text.removesuffix(wordclasses.word("construction"))
        kind = types.of(core, False)
        return self.end(core) or (End(core, kind) if kind else None)

    def may_mean(self, place: Place) -> bool:
        """Whether a bare name may mean a place: a county only where the document speaks of its province."""
        return place.level is not Level.COUNTY or any(outer.name in self._around for outer in places.chain_of(place))

    def is_own(self, place: str) -> bool:
        """Whether a place is that for which the document speaks, or lies around it."""
        return place in self._own

    def _trade(self, text: str) -> End | None:
        for noun in _TRADES:
            core = text.removesuffix(noun)
            if core != text and len(core) >= _SHORTEST and _is_trade(core, self._named):
                return End(text, EntityType.INDUSTRY)
            if core == text and (found := self._named.get(bare(text + noun))):
                return found
        return None


def _place(text: str) -> Place | None:
    """Return the place that a part of a name stands for: a county whose name is a common word only by its name in full."""
    return places.spoken(text) or (places.get(text) if types.known_to_segmenter(text) else None)


def _is_trade(core: str, named: Mapping[str, End]) -> bool:
    """Whether a phrase is the name of a trade without its noun."""
    found = named.get(bare(core))
    kind = found.type if found else types.term(core) or _thesaurus().get(core) or _thesaurus().get(core + _TRADES[0])
    return kind is EntityType.INDUSTRY


@cache
def _thesaurus() -> Mapping[str, EntityType]:
    return {name: EntityType(kind) for name, kind in lexicon.mapping("thesaurus").items()}
