"""Whether more or less of an indicator is better: as the ontology says, else as the head of its name says."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from policygraph.facets import words
from policygraph.ledger import quantities
from policygraph.ontology import indicators

if TYPE_CHECKING:
    from policygraph.facets import Facets
    from policygraph.ledger.names import Name
    from policygraph.ontology.indicators import Direction
    from policygraph.statements import Fact

# What may stand behind the head of a name, and says only how it is measured.
_MEASURED = r"(?:总量|总数|总额|数量|人数|起数|件数|水平|标准|强度|余额|规模|比重|占比|比例|平均|年均|量|数|率|额)*(?:增速|涨幅|增幅|降幅|下降幅度|提高幅度|减少幅度|占比)?$"


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
    burden = not parts.does and _burden().search(indicators.key(fact.indicator)) is not None
    return "less" if burden is not parts.falls else "more"


@functools.cache
def _burden() -> re.Pattern[str]:
    return re.compile(words.pattern("burden").pattern + _MEASURED)
