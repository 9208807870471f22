"""Figures of one indicator under different names, found by what they share and not by what they are called.

A match is a statement about two documents: of all figures of the one that nothing speaks against, and of all of the other,
each is the other's best, by a margin. No match leads to another, so that mistakes do not grow into chains.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.facets import Measure
from policygraph.ledger import vetoes
from policygraph.ledger.likeness import Likeness, Weights, bigrams, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygraph.ledger.figures import Figure

# Chosen by leaving one area or year out (docs/ledger.md): what a score has to reach, and by how much it is the best.
LEAST: Final = 0.55
MARGIN: Final = 0.04
# A rate of a part is called nearly as that of the whole, so that rates and shares of money need more.
LEAST_RATE: Final = 0.8
# A bigram of more figures of one document than this tells nothing.
_COMMON: Final = 40
_TRIED: Final = 12
# How much what stands around a name tells, against the name itself.
_AROUND: Final = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures of one indicator under different names."""

    first: Figure
    second: Figure
    likeness: Likeness


def weights(figures: Iterable[Figure]) -> Weights:
    """Return the weights of bigrams in the names of a corpus."""
    return Weights(sorted({figure.facets.subject for figure in figures}))


class Matcher:
    """Matches between figures of pairs of documents.

    Args:
        weighed: the weights of bigrams.

    """

    def __init__(self, weighed: Weights) -> None:
        self._weights = weighed

    def matches(self, firsts: Sequence[Figure], seconds: Sequence[Figure]) -> Iterator[Match]:
        """Yield the matches of the figures of one document with those of another, in the order of the first."""
        found = self._likenesses(firsts, seconds)
        by_second: defaultdict[int, dict[int, Likeness]] = defaultdict(dict)
        for one, others in found.items():
            for other, likeness in others.items():
                by_second[other][one] = likeness
        for one in sorted(found):
            best = _best(found[one], seconds)
            if best is not None and _best(by_second[best], firsts) == one:
                likeness = found[one][best]
                if likeness.rank >= least(firsts[one]):
                    yield Match(firsts[one], seconds[best], likeness)

    def _likenesses(self, firsts: Sequence[Figure], seconds: Sequence[Figure]) -> Mapping[int, Mapping[int, Likeness]]:
        """Return how alike the pairs are that nothing speaks against; only pairs that share a rare bigram are looked at."""
        index = _index(seconds)
        found: dict[int, dict[int, Likeness]] = {}
        for at, first in enumerate(firsts):
            tried = self._near(first, index)
            alike = {
                other: self._likeness(first, seconds[other])
                for other in tried
                if not vetoes.veto(first, seconds[other])
            }
            if alike:
                found[at] = alike
        return found

    def _near(self, figure: Figure, index: Mapping[str, Sequence[int]]) -> Sequence[int]:
        """Return the figures that share the most weight with one."""
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in sorted(_told(figure)):
            for other in index.get(pair, ()):
                shared[other] += self._weights.of((pair,))
        return sorted(shared, key=lambda other: (-shared[other], other))[:_TRIED]

    def _likeness(self, one: Figure, other: Figure) -> Likeness:
        same = one.quantity.anchor == other.quantity.anchor
        first, second = one.facets, other.facets
        if first.subject != second.subject and (first.elliptic or second.elliptic):
            return self._around(one, other)
        if first.elliptic and not first.sizes:
            return self._weights.likeness(first.core, second.core, same_value=same)
        return self._weights.likeness(first.subject, second.subject, same_value=same)

    def _around(self, one: Figure, other: Figure) -> Likeness:
        """Return how alike two are of which one names no thing: by what stands around it."""
        if one.facets.elliptic and other.facets.elliptic:
            return self._weights.likeness(one.context, other.context)
        named, short = (other, one) if one.facets.elliptic else (one, other)
        subject = named.facets.subject
        score = round(_AROUND * self._weights.covered(subject, short.context), 3)
        return Likeness(score, joined(subject, bigrams(subject) & bigrams(short.context)))


def least(figure: Figure) -> float:
    """Return the score that a match of a figure has to reach."""
    rated = figure.facets.measure in {Measure.GROWTH, Measure.SHARE, Measure.RATE} or figure.quantity.dimension == "元"
    return LEAST_RATE if rated else LEAST


def _told(figure: Figure) -> frozenset[str]:
    return bigrams(figure.context if figure.facets.elliptic else figure.facets.subject)


def _index(figures: Sequence[Figure]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, figure in enumerate(figures):
        for pair in _told(figure):
            found[pair].append(at)
    return {pair: those for pair, those in found.items() if len(those) <= _COMMON}


def _best(likenesses: Mapping[int, Likeness], figures: Sequence[Figure]) -> int | None:
    """Return the best of some, or None where another of another amount is nearly as good."""
    ranked = sorted(likenesses, key=lambda at: (-likenesses[at].rank, at))
    first = ranked[0]
    rivals = [at for at in ranked[1:] if likenesses[first].rank - likenesses[at].rank < MARGIN]
    same = all(figures[at].quantity.anchor == figures[first].quantity.anchor for at in rivals)
    return first if same else None
