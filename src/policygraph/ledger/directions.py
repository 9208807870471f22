"""Whether more or less of an indicator is better: as the ontology says, else as the head of its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import quantities
from policygraph.ledger.burdens import is_burden
from policygraph.ontology import indicators

if TYPE_CHECKING:
    from policygraph.facets import Facets
    from policygraph.ledger.names import Name
    from policygraph.ontology.indicators import Direction
    from policygraph.statements import Fact


def direction_of(name: Name, fact: Fact, parts: Facets) -> Direction:
    """Return the direction of a fact's indicator.

    That of its concept in ontology/indicators.ttl or the lexicon in force. Names without such a concept:
    less on scales where the first is the best (ranks, classes of water), of burdens, and of how far something good fell;
    else more, for what reports set as targets is what governments want. A burden is told by the head of the name, which
    stands last: 失业率 is one, 失业人员再就业人数 is none. What is done to one (减少农村贫困人口) is wanted.
    """
    if known := indicators.known(name.concept):
        return known.direction
    if quantities.is_scale(fact.unit):
        return "less"
    burden = not parts.does and is_burden(fact.indicator)
    return "less" if burden is not parts.falls else "more"
