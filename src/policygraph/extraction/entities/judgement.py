"""Which stretches of a clause are names: those for which the evidence, weighed, speaks.

Rules propose, and so does every stretch of words that may be a name; the weights decide. Where two stretches overlap, the
stronger one stays; one that lies within another stays beside it only where much speaks for it. What a rule spells out to a longer
name comes first: what it lacks stands elsewhere and was not weighed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from policygraph.extraction.entities import weights

if TYPE_CHECKING:
    from policygraph.extraction.entities.spans import Clause

# Thousandths of a log-odds from which a stretch is a name: a chance of one in five. From -1400 to -900 the F1 of unseen
# stretches is the same within a point, while the precision rises from .74 to .77.
THRESHOLD: Final = -1400
# From which it is one within another name, or around it: a chance of three in five.
NESTED: Final = 400
# What its two ends must weigh at least, so that the whole is looked at: of what the threshold lets through, less weighs one in 500.
_ENDS: Final = 400


class Name(NamedTuple):
    """A stretch of a clause that is a name.

    Attributes:
        start: its first character in the clause.
        end: one past its last.
        weight: what speaks for it, in thousandths of a log-odds.

    """

    start: int
    end: int
    weight: int


def names(clause: Clause) -> tuple[Name, ...]:
    """Return the names of a clause, in order of their places."""
    chosen: list[Name] = []
    spelt_out = clause.spelt_out()
    order = sorted(_weighed(clause), key=lambda name: (name[:2] not in spelt_out, -name.weight, name.start, -name.end))
    for name in order:
        others = [other for other in chosen if other.start < name.end and name.start < other.end]
        if not others or (
            name.weight >= NESTED and all(_is_nested(name, other) and other[:2] not in spelt_out for other in others)
        ):
            chosen.append(name)
    return tuple(sorted(chosen))


def _weighed(clause: Clause) -> list[Name]:
    """Return the stretches that may be names and for which the evidence speaks."""
    proposed, spelt_out = clause.proposed(), clause.spelt_out()
    bias = weights.of((weights.BIAS,))
    beginnings: dict[int, int] = {}
    endings: dict[int, int] = {}
    found = []
    for start, end in clause.stretches():
        if start not in beginnings:
            beginnings[start] = bias + weights.of(clause.beginning(start))
        if end not in endings:
            endings[end] = weights.of(clause.ending(end))
        weight = beginnings[start] + endings[end]
        if weight < _ENDS and (start, end) not in proposed:
            continue
        weight += weights.of(clause.whole(start, end))
        if (start, end) in spelt_out:
            weight = max(weight, THRESHOLD)
        if weight >= THRESHOLD:
            found.append(Name(start, end, weight))
    return found


def _is_nested(name: Name, other: Name) -> bool:
    return (other.start <= name.start and name.end <= other.end) or (
        name.start <= other.start and other.end <= name.end
    )
