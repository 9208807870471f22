"""Results told in words: 超额完成, 如期完成, 未能实现, 持平."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.facets import Measure
from policygraph.ledger.verdicts import Verdict
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.ledger.figures import Figure
    from policygraph.statements import Passage

# The share of a subject's weight that the words have to hold for being of it.
SURE: Final = 0.8
_WORDS: Final = (
    (
        Verdict.MISSED,
        wordclasses.pattern(
            r"<not_done><on_schedule_or_fully>?(?:<realising>|<completion>|<reaching>)|<not_reached>(?:到)?<expected_or_aim>|<came_to_fall>"
        ),
    ),
    (Verdict.EXCEEDED, wordclasses.pattern(r"<surpassing>(?:<ahead>)?<done_or_realised>|<early_and_more>")),
    (
        Verdict.MET,
        wordclasses.pattern(
            r"<fully_and_on_time><done_in_words>|<task><done_or_realised>|"
            r"<completion><set_before><aim_or_task>|<full_coverage>"
        ),
    ),
)
_VALUED: Final = wordclasses.pattern(r"^[^\d]*<valued_in_words>[^\d]*$")
_LEVEL: Final = wordclasses.pattern(r"<unchanged>")


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


def valued(target: Figure, passage: Passage, covered: float) -> bool:
    """Whether a passage values a target's subject in words that tell neither a number nor whether it was reached.

    总体平稳, 控制在预算范围内, 逐月回落.

    Args:
        target: the target.
        passage: a passage of a later document.
        covered: how much of the target's subject it holds.

    """
    known = target.name.concept != "" or target.facets.measure is Measure.GROWTH
    return known and covered >= SURE and _VALUED.search(passage.quote) is not None


def _level(target: Figure) -> Verdict:
    """Return the verdict on a growth that came to nothing."""
    if target.direction == "band":
        return Verdict.BELOW if target.quantity.anchor > 0 else Verdict.INSIDE
    reaches = target.quantity.interval[0]
    if target.direction == "more":
        return Verdict.MISSED if reaches is None or reaches > 0 else Verdict.MET
    return Verdict.MET
