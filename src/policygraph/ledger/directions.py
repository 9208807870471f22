"""Whether more or less of an indicator is better: as the ontology says, else as its name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.ledger import quantities
from policygraph.ontology import indicators

if TYPE_CHECKING:
    from policygraph.ledger.names import Name
    from policygraph.ontology.indicators import Direction
    from policygraph.statements import Fact

# A fall of something bad is good, so that 降幅 decides before the bad thing does.
_MORE = re.compile(r"降幅|压减|减少|治理|消除|化解|达标|优良|节约|回收|改造|整治|修复|筛查")
_LESS = re.compile(
    r"能耗|水耗|电耗|失业|死亡|事故|伤亡|涨幅|排放|浓度|成本|负债|债务|不良|发案|时限|时长|费用|贫困发生率|逃漏|劣[ⅤV五]类"
)


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
