"""Results told in words: 超额完成, 如期完成, 未能实现, 持平."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygraph.facets import Measure
from policygraph.ledger.verdicts import Verdict

if TYPE_CHECKING:
    from policygraph.ledger.figures import Figure
    from policygraph.statements import Passage

# The share of a subject's weight that the words have to hold for being of it.
SURE: Final = 0.8
_WORDS: Final = (
    (Verdict.MISSED, re.compile(r"(?:未能|没有|未)(?:如期|全面)?(?:实现|完成|达到)|未达(?:到)?(?:预期|目标)|出现下降")),
    (Verdict.EXCEEDED, re.compile(r"超额(?:提前)?(?:完成|实现)|提前超额")),
    (
        Verdict.MET,
        re.compile(
            r"(?:全面|如期|圆满|按期|按时|提前|全部|胜利|顺利)(?:完成|实现|办结|达成|达标)|任务(?:完成|实现)|"
            r"完成(?:年度|全年|预期|既定)(?:目标|任务)|全覆盖"
        ),
    ),
)
_LEVEL: Final = re.compile(r"持平|零增长")


def told(target: Figure, passage: Passage, covered: float) -> tuple[Verdict, str] | None:
    """Return what a passage says in words of a target, and these words; None where it says a number or nothing.

    Args:
        target: the target.
        passage: a passage of a later document.
        covered: how much of the target's subject it holds.

    """
    if covered < SURE:
        return None
    for verdict, pattern in _WORDS:
        if found := pattern.search(passage.quote):
            return verdict, found[0]
    if target.facets.measure is Measure.GROWTH and (found := _LEVEL.search(passage.quote)):
        return _level(target), found[0]
    return None


def _level(target: Figure) -> Verdict:
    """Return the verdict on a growth that came to nothing."""
    reaches = target.quantity.interval[0]
    if target.direction == "more":
        return Verdict.MISSED if reaches is None or reaches > 0 else Verdict.MET
    return Verdict.MET
