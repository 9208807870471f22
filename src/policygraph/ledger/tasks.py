"""What sort of target it is: an indicator that goes on, a task done once, or no target at all.

A task (除险7处, 建成122个驿站) cannot be dropped: in the next year it is done, underway, or nobody tells. A description of
what there is (拥有8个产业集群) and a forecast (高校毕业生将达727万人) promise nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from policygraph.facets import Flow, Measure, words
from policygraph.ledger.verdicts import Verdict
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.ledger.figures import Figure
    from policygraph.statements import Passage

_OF_WHICH: Final = wordclasses.word("of_which")

_CLAUSES: Final = re.compile(r"[，。；：！？\n]")
# What is set for more years or places than this goes on.
_ONCE: Final = 1
_COUNTED: Final = wordclasses.members("counted_once")


class Tasks:
    """Which targets of a corpus are tasks done once.

    Args:
        figures: all figures.

    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._set: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        for figure in figures:
            if figure.fact.kind is Kind.TARGET:
                self._set[figure.facets.subject].add((figure.area, figure.fact.year))

    def is_task(self, target: Figure) -> bool:
        """Whether a target is a task: a number of things to be made, which no other year or place sets."""
        parts = target.facets
        if target.name.concept or parts.measure is not Measure.LEVEL or parts.flow is Flow.FLOW:
            return False
        if target.quantity.dimension != "个" or len(self._set[parts.subject]) > _ONCE:
            return False
        return words.pattern("once").search(_clause(target)) is not None


def is_whole(target: Figure) -> bool:
    """Whether a target is to bring something to its end (全面完成43.7万亩复绿任务, 129个县全部达到): no next plan sets it again."""
    return words.pattern("whole").search(_clause(target)) is not None


def is_promise(target: Figure) -> bool:
    """Whether a target promises something: no forecast, no description of what there is, and no remark on a target.

    What has a bound or a verb (建设, 提供) is promised, and so is every indicator that is known.
    """
    clause = _clause(target)
    if words.pattern("forecast", "present").search(clause):
        return False
    if not target.name.concept and words.pattern("comment").search(clause):
        return False
    if target.facets.measure is Measure.RANK and words.pattern("strength").search(clause):
        return words.pattern("aim").search(clause) is not None
    counted = target.quantity.dimension in _COUNTED and target.facets.measure is Measure.LEVEL
    if target.name.concept or not counted or target.fact.comparator is not Comparator.EQUAL:
        return target.fact.comparator is not Comparator.EQUAL or not words.pattern("statistic").search(clause)
    if words.anywhere().search(clause) or words.pattern("aim").search(clause):
        return True
    # A member of a list (工业强县5个, 其中银龄教师150名) has its verb before it; who is not listed is only told of.
    listed = target.quantity.dimension != "人" or "、" in clause or _OF_WHICH in target.fact.passage.quote
    told = words.pattern("strength").search(clause) or not listed
    return not told and words.anywhere().search(target.context) is not None


def stage(passage: Passage | None) -> Verdict:
    """Return how far a task got by what a later document says of it."""
    if passage is None:
        return Verdict.NOT_TOLD
    if words.pattern("finished").search(passage.quote):
        return Verdict.DONE
    return Verdict.UNDERWAY if words.pattern("ongoing").search(passage.quote) else Verdict.NOT_TOLD


def _clause(target: Figure) -> str:
    return _CLAUSES.split(target.fact.passage.quote)[-1]
