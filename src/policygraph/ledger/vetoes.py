"""Why two figures cannot be of one indicator, however alike their names are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.facets import Flow, Measure
from policygraph.ledger import pairs
from policygraph.ledger.likeness import bigrams

if TYPE_CHECKING:
    from policygraph.facets import Facets
    from policygraph.ledger.figures import Figure

# Things counted in pieces, and people, are told apart by writers' taste: 招生计划1万名, 招生计划1万个.
_COUNTED: Final = frozenset({"个", "人"})
_UNSURE: Final = frozenset({Measure.RATE, Measure.GROWTH, Measure.SHARE})
# How much of a listed item has to stand in the other name for it to be the item of that name.
_ITEM: Final = 0.6


def veto(one: Figure, other: Figure) -> str:
    """Return why the two are not of one indicator, or ``""`` where nothing speaks against it."""
    a, b = one.facets, other.facets
    if pairs.form(other.fact.indicator, other.fact.area) in pairs.different(
        pairs.form(one.fact.indicator, one.fact.area)
    ):
        return "somebody says that they are different"
    if one.name.concept and other.name.concept and one.name.concept != other.name.concept:
        return "concept"
    if one.quantity.dimension != other.quantity.dimension and not (
        {one.quantity.dimension, other.quantity.dimension} <= _COUNTED
    ):
        return "dimension"
    if one.period is not other.period and not _standing(a, b):
        return "period"
    if a.basis != b.basis:
        return "basis"
    return (
        _measures(a, b)
        or _actions(a, b)
        or _contrasts(a, b)
        or _parts(a, b, one.quantity.dimension)
        or ("size" if a.sizes != b.sizes else "")
        or _listed(a, b)
    )


def _standing(a: Facets, b: Facets) -> bool:
    """Whether both are what there is at the end, however long it took: 智能算力规模, 建成智能算力."""
    level = a.measure is Measure.LEVEL and b.measure is Measure.LEVEL
    return level and Flow.STOCK in {a.flow, b.flow} and Flow.FLOW not in {a.flow, b.flow}


def _measures(a: Facets, b: Facets) -> str:
    if a.measure is not b.measure and not (
        Measure.RATE in {a.measure, b.measure} and {a.measure, b.measure} <= _UNSURE
    ):
        return "measure"
    if a.falls is not b.falls:
        return "fall"
    return "flow" if {a.flow, b.flow} == {Flow.FLOW, Flow.STOCK} else ""


def _actions(a: Facets, b: Facets) -> str:
    """开工 against 建成: what only one of the two says does not part them."""
    one, other = a.actions - {"new"}, b.actions - {"new"}
    return "action" if one and other and not one & other else ""


def _contrasts(a: Facets, b: Facets) -> str:
    for group in {group for group, _ in a.contrasts} & {group for group, _ in b.contrasts}:
        one = {word for set_, word in a.contrasts if set_ == group}
        other = {word for set_, word in b.contrasts if set_ == group}
        if one != other and not (one & other and group not in _WHOLE):
            return f"contrast {min(one)}, {min(other)}"
    return ""


# Sets of which a word joined by another is another thing: 城乡 is not 农村.
_WHOLE: Final = frozenset({"where", "trade", "emission"})


def _parts(a: Facets, b: Facets, dimension: str) -> str:
    """Return whether one is of a part: of rates and money the whole is another thing, of counts only another part."""
    if a.parts == b.parts and _where(a) == _where(b):
        return ""
    if dimension in {"%", "元"}:
        return "part of the whole"
    return "part" if a.parts and b.parts and not a.parts & b.parts else ""


def _where(facets: Facets) -> frozenset[str]:
    return frozenset(word for group, word in facets.contrasts if group in _WHOLE)


def _listed(a: Facets, b: Facets) -> str:
    """Return whether one names a single thing out of the list of the other."""
    if len(a.items) == len(b.items):
        return ""
    fewer, more = sorted((a.items, b.items), key=len)
    told = sum(any(_alike(item, other) for other in fewer) for item in more)
    return "" if told == len(more) else "list against member"


def _alike(one: str, other: str) -> bool:
    first, second = bigrams(one), bigrams(other)
    least = min(len(first), len(second))
    return bool(least) and len(first & second) >= _ITEM * least
