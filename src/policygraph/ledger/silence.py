"""What is said of a target of which no outcome, or no successor, was found: only after its words were searched.

Not reported and dropped are accusations, so that they are made only where no passage of the later documents could speak of
the target; where one could, the row quotes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygraph.facets import Measure
from policygraph.ledger import tasks, wordings
from policygraph.ledger.dates import year_of
from policygraph.ledger.likeness import Likeness
from policygraph.ledger.row import Grade, Relation, Row, Side, between, side
from policygraph.ledger.verdicts import Verdict
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.passages import Found
    from policygraph.ledger.search import Search
    from policygraph.ledger.shelf import Shelf
    from policygraph.ledger.tasks import Tasks

_OTHER_PERIOD: Final = "a target of another stretch of time than the year, of which no later document tells"
_RATE: Final = "%"
_SEARCHED: Final = "no fact and no passage of a later document could be the outcome"


@dataclass(frozen=True, slots=True)
class Silence:
    """What is needed to tell a silence.

    Attributes:
        read: the documents read.
        search: a search of their words.
        tasks: which targets are done once.

    """

    read: Shelf
    search: Search
    tasks: Tasks

    def outcome(self, target: Figure, note: str = "") -> Row:
        """Return the row of a target without outcome.

        Args:
            target: the target.
            note: why an outcome of its name is not its own, or ``""``.

        """
        year = target.fact.year
        if year >= self.read.newest:
            rule = f"the newest document read is of {self.read.newest}; results of {year} come later"
            return between(Relation.ASSESSED_BY, target, None, verdict=Verdict.NOT_YET_DUE, rule=rule)
        if not tasks.is_promise(target):
            return _unassessable(target, "a forecast, or what there is already: nothing is promised")
        if not self.read.asked(target.area, target.document.publisher, year):
            silent = self.read.silence(target.area, target.document.publisher, year)
            return _unassessable(
                target, f"no document of {year + 1} was read, which would tell the results of {year}", silent
            )
        found = self._outcome(target)
        if found and (said := wordings.told(target, found.passage, found.covered)):
            return _in_words(target, found, *said)
        if found and wordings.valued(target, found.passage, found.covered):
            return _valued(target, found)
        if not found and not self.search.tells(target):
            return _unassessable(target, "its name tells no thing that later words could be searched for", note)
        if target.period is not Period.YEAR and year <= year_of(target.document):
            return _unassessable(target, _OTHER_PERIOD, note)
        if self.tasks.is_task(target):
            return _task(target, found)
        return self._unknown(target, found, note)

    def _outcome(self, target: Figure) -> Found | None:
        """Return the passage that could tell the outcome of a target, or of the whole that it is a part of."""
        found = self.search.passage(target, Kind.OUTCOME)
        if found:
            return found
        whole = self.search.whole(target)
        return self.search.passage(whole, Kind.OUTCOME) if whole else None

    def successor(self, target: Figure) -> Iterator[Row]:
        """Yield the row of a target that the next plan does not set again.

        None of a task, or of no promise; nor of what a name does not tell, or tells only against the year before
        (比上年增加60亿元), so that nobody can look for it.
        """
        if self.tasks.is_task(target) or tasks.is_whole(target) or not tasks.is_promise(target):
            return
        area, year = target.document.area, target.fact.year
        if not self.search.tells(target) or _is_change(target) or target.facets.measure is Measure.DURATION:
            return
        found = self.search.passage(target, Kind.TARGET)
        if not found and (self.search.near(target, Kind.TARGET) or self.search.related(target)):
            return
        relation = Relation.POSSIBLY_DROPPED if found else Relation.DROPPED
        rule = "set in one year's plan, gone from the next of the same area"
        note = f"no target of this indicator for {year + 1} in the documents of {area} of {year + 1}"
        if found:
            rule += ", which has words that could be it"
        yield between(relation, target, None, rule=rule, note=note, candidate=_side(found, year + 1))

    def _unknown(self, target: Figure, found: Found | None, note: str) -> Row:
        year = target.fact.year
        silent = self.read.silence(target.area, target.document.publisher, year)
        alike = None if found else self.search.alike(target)
        candidate = side(alike) if alike else _side(found, year)
        return between(
            Relation.ASSESSED_BY,
            target,
            None,
            verdict=Verdict.POSSIBLY if candidate else Verdict.NOT_REPORTED,
            rule="no fact is the outcome for sure, and words of a later document could be it"
            if candidate
            else _SEARCHED,
            note=note or ("" if candidate else silent),
            candidate=candidate,
        )


def _is_change(target: Figure) -> bool:
    """Whether an amount is told only against the year before: 补贴资金1335亿元，比上年增加60.4亿元."""
    return target.facets.measure is Measure.INCREMENT and target.quantity.dimension != _RATE


def _unassessable(target: Figure, rule: str, note: str = "") -> Row:
    return between(Relation.ASSESSED_BY, target, None, verdict=Verdict.NOT_ASSESSABLE, rule=rule, note=note)


def _side(found: Found | None, year: int) -> Side | None:
    return Side("", year, "", found.passage) if found else None


def _in_words(target: Figure, found: Found, verdict: Verdict, said: str) -> Row:
    """Return the row of a target whose outcome is told in words."""
    row = between(
        Relation.ASSESSED_BY,
        target,
        None,
        verdict=verdict,
        rule="told in words, without a number",
        note=f"{target.fact.written} set, {said} reported",
    )
    shared = Likeness(found.covered, target.facets.subject)
    side = Side("", target.fact.year, "", found.passage)
    return replace(row, b=side, grade=Grade.MATCHED, shared=shared.shared, score=round(shared.score, 3))


def _valued(target: Figure, found: Found) -> Row:
    """Return the row of a target of whose outcome words tell no more than how it went."""
    row = _in_words(target, found, Verdict.IN_WORDS, found.passage.quote)
    return replace(row, rule="told in words that say neither how much nor whether it was reached", note="")


def _task(target: Figure, found: Found | None) -> Row:
    verdict = tasks.stage(found.passage if found else None)
    return between(
        Relation.ASSESSED_BY,
        target,
        None,
        verdict=verdict,
        rule="a task done once: told by the words of a later document, which give no number of it",
        candidate=_side(found, target.fact.year),
    )
