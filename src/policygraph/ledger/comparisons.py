"""Targets that name no number but another figure: 居民收入增长与经济增长同步, 高于全国平均水平.

Each is assessed against the outcome of that other figure, or said to be not assessable.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.ledger import names
from policygraph.ledger.dates import year_of
from policygraph.ledger.figures import leading
from policygraph.ledger.row import Grade, Relation, Row, Side, side, target_key
from policygraph.ledger.verdicts import Verdict
from policygraph.ontology import indicators, wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.names import Name
    from policygraph.ledger.shelf import Shelf
    from policygraph.ledger.silence import Silence
    from policygraph.ontology.indicators import Indicator
    from policygraph.statements import Passage

_GROWTH_RATE: Final = wordclasses.word("growth_rate")

_TERM = r"[^，。；、！？：\n<linking>]{2,24}"
_PATTERN: Final = wordclasses.pattern(
    rf"(?P<own>{_TERM}?)<growth_words>?(?:"
    rf"<linking>(?P<same>{_TERM}?)<growth_or_development>?(?:<keeping>)?<nearly>?<in_step>|"
    rf"<faster>(?P<above>{_TERM}?)<growth_or_average>|"
    rf"<not_slower>(?P<least>{_TERM}?)<growth_words>)"
)
_RULES: Final = {
    "same": "同步: at least the other's value less {tolerance:g} % of it",
    "above": "快于, 高于: more than the other's value",
    "least": "不低于: at least the other's value",
}
_VERBS = wordclasses.pattern(r"^<aiming>+")
# 城乡居民收入, 常住居民收入: both are that of 居民.
_RESIDENTS = wordclasses.pattern(r"<town_and_country_as_one>?<permanently_living>?(?=<residents>)")


# How much each sort asks for: a promise to outrun is more than one to keep up.
_ASKS: Final = {"same": 1, "least": 1, "above": 2}


@dataclass(frozen=True, slots=True)
class _Promise:
    """What is said of two figures, and a target of its sentence, whose area and year it has."""

    own: Indicator
    other: Indicator | None
    named: str
    sort: str
    passage: Passage
    target: Figure

    @property
    def subject(self) -> tuple[str, str, str]:
        """Whose what is compared with what."""
        return self.own.id, self.other.id if self.other else self.named, self.target.area

    @property
    def digest(self) -> str:
        """The digest of the target that it is, the same for each document that sets it."""
        return target_key(*self.subject, self.sort, str(self.target.fact.year))


def rows(
    figures: Sequence[Figure], series: Mapping[tuple[Name, str], Series], silence: Silence, tolerance: Fraction
) -> Iterator[Row]:
    """Yield the assessments of targets that are relative to another indicator.

    A comparison is a target where the sentence that holds it sets targets; it is for their year and area.
    """
    promises = list(_all(figures))
    for promise in promises:
        yield _row(promise, series, silence, tolerance)
    yield from _revised(promises)


def _all(figures: Sequence[Figure]) -> Iterator[_Promise]:
    """Yield the promises of the sentences that set targets."""
    seen: set[tuple[str, int]] = set()
    for target in figures:
        if target.fact.kind is not Kind.TARGET:
            continue
        start, end = _sentence(target.document.text, target.fact.passage)
        if (target.document.name, start) in seen:
            continue
        seen.add((target.document.name, start))
        yield from _promises(target, start, end)


def _revised(promises: Sequence[_Promise]) -> Iterator[Row]:
    """Yield what became of each promise in the next year's plan of its area."""
    by_own: defaultdict[tuple[str, str, str, int], list[_Promise]] = defaultdict(list)
    for promise in promises:
        by_own[(*promise.subject, promise.target.fact.year)].append(promise)
    for (*subject, year), firsts in by_own.items():
        own, other, area = subject
        later = by_own.get((own, other, area, year + 1), ())
        first = firsts[0]
        second = next((p for p in later if year_of(p.target.document) > year_of(first.target.document)), None)
        if second:
            yield _compared(first, second)


def _compared(first: _Promise, second: _Promise) -> Row:
    more = _ASKS[second.sort] - _ASKS[first.sort]
    relation = Relation.REPEATED if not more else Relation.RAISED if more > 0 else Relation.LOWERED
    return Row(
        relation=relation,
        indicator=first.own.label,
        concept=first.own.id,
        entity="",
        area=first.target.area,
        level=first.target.document.level,
        theme=first.target.fact.theme,
        year=first.target.fact.year,
        verdict="",
        a=Side("", first.target.fact.year, "", first.passage),
        b=Side("", first.target.fact.year + 1, "", second.passage),
        rule="快于, 高于 ask for more than 同步, 不低于",
        note=f"{first.passage.quote} → {second.passage.quote}",
        grade=Grade.CONCEPT,
        target=first.digest,
    )


def _sentence(text: str, passage: Passage) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, passage.start) for mark in "。！？\n") + 1
    ends = [at for mark in "。！？\n" if (at := text.find(mark, passage.end)) >= 0]
    return start, min(ends, default=len(text))


def _promises(target: Figure, start: int, end: int) -> Iterator[_Promise]:
    document = target.document
    text = document.text
    for found in _PATTERN.finditer(text, start, end):
        sort = next(sort for sort in _RULES if found[sort] is not None)
        own = _growth(found["own"])
        if own is None:
            continue
        yield _Promise(own, _growth(found[sort]), found[sort], sort, document.passage(*found.span()), target)


def _growth(words: str) -> Indicator | None:
    """Return the growth of what the words name: 居民收入 is 居民人均可支配收入增速, 经济 is 地区生产总值增速."""
    name = _VERBS.sub("", words)
    for ending in wordclasses.of("endings_of_growth"):
        name = name.removesuffix(ending)
    name = _RESIDENTS.sub("", name)
    return indicators.find(f"{name}{_GROWTH_RATE}") or indicators.find(name)


def _row(promise: _Promise, series: Mapping[tuple[Name, str], Series], silence: Silence, tolerance: Fraction) -> Row:
    target = promise.target
    own = _outcome(promise.own, target, series)
    other = _outcome(promise.other, target, series)
    verdict, rule, note = _judged(promise, own, other, target, silence.read, tolerance)
    candidate = None
    if verdict is Verdict.NOT_REPORTED and own is None:
        subject = promise.own.label.removesuffix(_GROWTH_RATE)
        found = silence.search.words(subject, target.area, Kind.OUTCOME, target.fact.year)
        if found:
            verdict, note = Verdict.POSSIBLY, ""
            candidate = Side("", target.fact.year, "", found.passage)
    return Row(
        relation=Relation.ASSESSED_BY,
        indicator=promise.own.label,
        concept=promise.own.id,
        entity="",
        area=target.area,
        level=target.document.level,
        theme=target.fact.theme,
        year=target.fact.year,
        verdict=verdict,
        a=Side("", target.fact.year, "", promise.passage),
        b=side(own) if own else None,
        rule=rule,
        note=note,
        grade=Grade.CONCEPT if own else None,
        candidate=candidate,
        target=promise.digest,
    )


def _outcome(indicator: Indicator | None, target: Figure, series: Mapping[tuple[Name, str], Series]) -> Figure | None:
    if indicator is None:
        return None
    found = series.get((names.Name(indicator.id, "", False, "%"), target.area))
    outcomes = leading(found.outcomes.get(target.fact.year, ())) if found else ()
    return outcomes[-1] if outcomes else None


def _judged(
    promise: _Promise, own: Figure | None, other: Figure | None, target: Figure, read: Shelf, tolerance: Fraction
) -> tuple[Verdict, str, str]:
    rule = _RULES[promise.sort].format(tolerance=float(100 * tolerance))
    if promise.other is None:
        return Verdict.NOT_ASSESSABLE, rule, "what it is compared with is no indicator that is known"
    if own and other:
        met = _holds(promise.sort, own, other, tolerance)
        quote = other.fact.passage.quote
        note = f"{own.fact.written} against {other.fact.written} of {promise.other.label} ({other.document.name} “{quote}”)"
        return (Verdict.MET if met else Verdict.MISSED), rule, note
    year = target.fact.year
    if year >= read.newest:
        return Verdict.NOT_YET_DUE, rule, f"the newest document read is of {read.newest}"
    lacking = promise.own.label if own is None else promise.other.label
    if not read.asked(target.area, target.document.publisher, year):
        silent = read.silence(target.area, target.document.publisher, year)
        return Verdict.NOT_ASSESSABLE, rule, f"{lacking} of {year}: {silent}"
    return (
        Verdict.NOT_REPORTED,
        rule,
        f"{lacking} of {year}: {read.silence(target.area, target.document.publisher, year)}",
    )


def _holds(sort: str, own: Figure, other: Figure, tolerance: Fraction) -> bool:
    reached, bar = own.quantity.anchor, other.quantity.anchor
    if sort == "above":
        return reached > bar
    return reached >= bar - (abs(bar) * tolerance if sort == "same" else 0)
