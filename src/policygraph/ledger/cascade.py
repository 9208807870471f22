"""One indicator and year from nation to province to city: who aims higher (层层加码)."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.ledger.figures import leading
from policygraph.ledger.row import Relation, between
from policygraph.ledger.verdicts import sign_of
from policygraph.ledger.wording import Firmness, firmness
from policygraph.ontology import places
from policygraph.statements import Comparator, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.names import Name
    from policygraph.ledger.row import Row


class Ambition(StrEnum):
    """How an area's figure stands to that of the area above, by the direction of the indicator."""

    HIGHER = "higher"
    LOWER = "lower"
    EQUAL = "equal"


# Only what does not grow with the size of a place can be compared between a province and its city.
_SIZELESS = frozenset({"%", "倍"})


def rows(figures: Sequence[Figure]) -> Iterator[Row]:
    """Yield each area's target or outcome with that of the nearest area above that has one.

    Args:
        figures: all figures, in order.

    """
    gathered: defaultdict[tuple[Name, int, Kind], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if figure.quantity.dimension in _SIZELESS and figure.area == figure.document.area:
            gathered[figure.name, figure.fact.year, figure.fact.kind][figure.area].append(figure)
    for by_area in gathered.values():
        if len(by_area) > 1:
            yield from _levels({area: leading(those) for area, those in by_area.items()})


def _levels(by_area: Mapping[str, Sequence[Figure]]) -> Iterator[Row]:
    for area, those in by_area.items():
        above = _above(area, by_area)
        if those and above:
            yield _row(above[-1], those[-1])


def _above(area: str, by_area: Mapping[str, Sequence[Figure]]) -> Sequence[Figure]:
    """Return the figures of the nearest area that holds this one and has some."""
    place = places.get(area)
    outer = places.chain_of(place)[1:] if place else ()
    return next((by_area[around.name] for around in outer if by_area.get(around.name)), ())


def _binding(figure: Figure) -> int:
    """Return how much a target of the same number asks for: 以上 more than 左右, and that more than 力争."""
    firm, _ = firmness(figure.fact.passage)
    if firm is Firmness.HOPED:
        return 0
    return 1 if figure.fact.comparator is Comparator.ABOUT else 2


def _how(verdict: Ambition, gap: Fraction, *, aims: bool) -> str:
    """Return how a figure stands to that above: a target aims high or low, an outcome is above or below, better or worse."""
    if verdict is Ambition.EQUAL:
        return "aims as high" if aims else "came out as high"
    if aims:
        return f"aims {verdict}"
    side = "above" if gap > 0 else "below"
    return f"came out {side}, which is {'better' if verdict is Ambition.HIGHER else 'worse'}"


def _row(above: Figure, below: Figure) -> Row:
    gap = below.quantity.anchor - above.quantity.anchor
    sign = sign_of(below.direction) or 1
    aims = below.fact.kind is Kind.TARGET
    better = gap * sign or (_binding(below) - _binding(above) if aims else 0)
    verdict = Ambition.EQUAL if not better else Ambition.HIGHER if better > 0 else Ambition.LOWER
    unit = "percentage points" if below.quantity.dimension == "%" else below.quantity.dimension
    said = f"{below.fact.written} against {above.fact.written} of {above.area} ({float(gap):+g} {unit})"
    note = f"{below.area} {_how(verdict, gap, aims=aims)}: {said}"
    return between(
        Relation.CASCADE,
        below,
        above,
        verdict=verdict,
        rule="the nearest area above with the same indicator and year",
        note=note,
    )
