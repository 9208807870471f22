"""Whether more or less of an indicator is better: as the ontology says, else as its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import quantities
from policygraph.ontology import indicators, wordclasses

if TYPE_CHECKING:
    from policygraph.ledger.names import Name
    from policygraph.ontology.indicators import Direction
    from policygraph.statements import Fact

# A fall of something bad is good, so that 降幅 decides before the bad thing does.
_MORE = wordclasses.pattern(r"<taking_away>")
_LESS = wordclasses.pattern(r"<burdens>|劣[ⅤV五]类")


def direction_of(name: Name, fact: Fact) -> Direction:
    """Return the direction of a fact's indicator.

    That of its concept in ontology/indicators.ttl or the lexicon in force. Names without such a concept:
    less on scales where the first is the best (ranks, classes of water) and of burdens; else more, for what reports set as
    targets is what governments want.
    """
    if known := indicators.known(name.concept):
        return known.direction
    if quantities.is_scale(fact.unit):
        return "less"
    if _MORE.search(fact.indicator):
        return "more"
    return "less" if _LESS.search(fact.indicator) else "more"
