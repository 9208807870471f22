"""Who bears a title: the type of a subject without typed noun, told by what it becomes (新晋独角兽企业: a firm)."""

from __future__ import annotations

from policygraph.extraction.entities import bare, types
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

# Who bears a title, by the noun of it: 新晋独角兽企业, 入选国家5A级景区, 上榜全国百强县.
_BEARERS = {noun: EntityType(kind) for noun, kind in wordclasses.features("nouns_of_titles").items()}
_LONGEST_COUNTY = 3
_LONGEST_FIRM = 8


def bearer(title: str) -> EntityType | None:
    """Return the type of who bears a title, by its noun: an organization that of 企业, a place that of 县; else None."""
    return next((kind for noun, kind in _BEARERS.items() if title.endswith(noun)), None)


def can_bear(item: str, kind: EntityType) -> bool:
    """Whether a phrase without typed noun can be the name of a bearer: 云岭海亮 (a firm), 景泰 (a county)."""
    if kind is EntityType.PLACE:
        return len(item) <= _LONGEST_COUNTY and not types.is_class(item) and item not in bare.said_of_all()
    return bare.is_name(item) and (kind is not EntityType.ORGANIZATION or len(item) <= _LONGEST_FIRM)
