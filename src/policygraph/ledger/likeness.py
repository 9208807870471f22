"""How alike two subjects are: their bigrams, weighted by how rare they are in the names of the corpus."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a common value adds; 3500所 in both is a hint, no proof.
_SAME_VALUE: Final = 0.1
# The weight from which a name that another holds tells something, against that of the rarest bigram.
_TELLING: Final = 1.25
# What is left of a likeness where the heads, which stand last, differ: 现代服务业集聚区, 现代服务业项目.
_OTHER_HEAD: Final = 0.85


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two subjects are.

    Attributes:
        score: 1 for the same subject, 0 for nothing in common.
        shared: the words that both have, in the order of the first.
        same_value: whether both state one amount, which speaks for one of two that are as alike.

    """

    score: float
    shared: str
    same_value: bool = False

    @property
    def rank(self) -> float:
        """How it stands to others."""
        return self.score + (_SAME_VALUE if self.same_value else 0)


class Weights:
    """The weight of each bigram: rare ones tell more.

    Args:
        subjects: the subjects of the corpus, each once for each name that has it.

    Attributes:
        telling: the weight from which a name that another holds tells something.

    """

    def __init__(self, subjects: Iterable[str]) -> None:
        counted: Counter[str] = Counter()
        number = 0
        for subject in subjects:
            number += 1
            counted.update(bigrams(subject))
        self._most = math.log(number + 2)
        self.telling = _TELLING * self._most
        self._weights = {pair: math.log((number + 2) / (times + 1)) for pair, times in counted.items()}

    def of(self, pairs: Iterable[str]) -> float:
        """Return the weight of some bigrams."""
        return sum(self._weights.get(pair, self._most) for pair in sorted(pairs))

    def likeness(self, one: str, other: str, *, same_value: bool = False) -> Likeness:
        """Return how alike two subjects are: the mean of what both share of all, and of the shorter one.

        The mean, since a longer name may only say more (新型公共文化空间 of 公共文化空间), or speak of something else.
        """
        first, second = bigrams(one), bigrams(other)
        shared = first & second
        common, least = self.of(shared), min(self.of(first), self.of(second))
        if not common:
            return Likeness(0.0, "")
        dice = 2 * common / (self.of(first) + self.of(second))
        # A short name of common words (项目) is held by too many others to tell anything.
        trust = min(1.0, least / self.telling) / 2
        score = (1 - trust) * dice + trust * common / least
        score *= 1 if one[-2:] == other[-2:] else _OTHER_HEAD
        return Likeness(round(score, 3), joined(one, shared), same_value=same_value)

    def covered(self, subject: str, text: str) -> float:
        """Return the share of a subject's weight that stands in a text, from 0 to 1."""
        pairs = bigrams(subject)
        whole = self.of(pairs)
        return self.of(pair for pair in pairs if pair in text) / whole if whole else 0.0


def bigrams(subject: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a subject, or the one character that it is."""
    return frozenset(a + b for a, b in itertools.pairwise(subject)) or frozenset({subject} - {""})


def joined(subject: str, pairs: frozenset[str]) -> str:
    """Return the stretches of a subject that some of its bigrams make up, joined by spaces."""
    kept = [False] * len(subject)
    for at in range(len(subject)):
        if subject[at : at + 2] in pairs:
            kept[at : at + 2] = [True] * len(subject[at : at + 2])
    return " ".join("".join(c if keep else " " for c, keep in zip(subject, kept, strict=True)).split())
