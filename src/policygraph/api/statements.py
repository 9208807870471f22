"""The statements of a graph that meet conditions, as rows of the tables facts and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.errors import UnknownNameError
from policygraph.ledger import names
from policygraph.ontology import indicators, themes
from policygraph.rows import Rows
from policygraph.tables.codebook import FACTS, MENTIONS
from policygraph.tables.rows import fact_cells, mention_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.statements import Corpus, Entity, Fact


def facts(corpus: Corpus, asked: Mapping[str, str], words: str = "") -> Rows:
    """Return facts, by document and place.

    Args:
        corpus: what the documents say.
        asked: kind, year, area (short) and theme, as :func:`policygraph.queries.known.checked` gives them; ``""`` asks
            for all.
        words: words of the indicator's name, or of a name of its concept, in any case; ``""`` asks for all.

    Raises:
        UnknownNameError: no indicator has the words in a name.

    """
    found = corpus.facts
    if words:
        found = tuple(fact for fact in found if any(words.casefold() in name.casefold() for name in _names(fact)))
        if not found:
            raise UnknownNameError("indicator", words, {name for fact in corpus.facts for name in _names(fact)})
    under = themes.named(asked["theme"]) if asked["theme"] else None
    return Rows(
        FACTS,
        (
            fact_cells(fact)
            for fact in found
            if asked["kind"] in ("", fact.kind)
            and asked["year"] in ("", str(fact.year))
            and asked["area"] in ("", names.area_of(fact))
            and (under is None or fact.theme in under)
        ),
    )


def mentions(corpus: Corpus, year: str = "", entity: str = "") -> Rows:
    """Return mentions, by document and place; a year and a name of an entity in any case, ``""`` asks for all."""
    types = {known.name: known.type for known in corpus.entities}
    wanted = {known.name for known in corpus.entities if entity.casefold() in _called(known)}
    return Rows(
        MENTIONS,
        (
            mention_cells(mention, types)
            for mention in corpus.mentions
            if year in ("", str(mention.year)) and (not entity or mention.entity in wanted)
        ),
    )


def _names(fact: Fact) -> tuple[str, ...]:
    if not fact.concept:
        return (fact.indicator,)
    concept = indicators.get(fact.concept)
    return (fact.indicator, concept.label, concept.english, *concept.synonyms)


def _called(entity: Entity) -> frozenset[str]:
    return frozenset(map(str.casefold, (entity.name, entity.english, *entity.aliases)))
