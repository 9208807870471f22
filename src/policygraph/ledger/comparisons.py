"""Targets that name no number but another figure: 居民收入增长与经济增长同步, 高于全国平均水平.

Each is assessed against the outcome of that other figure, or said to be not assessable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.ledger import names
from policygraph.ledger.figures import leading
from policygraph.ledger.row import Relation, Row, Side, side
from policygraph.ledger.verdicts import TOLERANCE, Verdict
from policygraph.ontology import indicators, wordclasses
from policygraph.statements import Kind, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.names import Name
    from policygraph.ledger.shelf import Shelf
    from policygraph.ontology.indicators import Indicator
    from policygraph.statements import Document

_TERM = r"[^，。；、！？：\n<linking>]{2,24}"
_PATTERN: Final = wordclasses.pattern(
    rf"(?P<own>{_TERM}?)<growth_words>?(?:"
    rf"<linking>(?P<same>{_TERM}?)<growth_words>?(?:保持)?<nearly>?同步|"
    rf"<faster>(?P<above>{_TERM}?)<growth_words>|"
    rf"<not_slower>(?P<least>{_TERM}?)<growth_words>)"
)
_RULES: Final = {
    "same": "同步: at least the other's value less 5 % of it",
    "above": "快于, 高于: more than the other's value",
    "least": "不低于: at least the other's value",
}
_VERBS = wordclasses.pattern(r"^<aiming>+")
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class _Promise:
    """What is said of two figures."""

    own: Indicator
    other: Indicator | None
    sort: str
    passage: Passage


def rows(figures: Sequence[Figure], series: Mapping[tuple[Name, str], Series], read: Shelf) -> Iterator[Row]:
    """Yield the assessments of targets that are relative to another indicator.

    A comparison is a target where the sentence that holds it sets targets; it is for their year and area.
    """
    seen: set[tuple[str, int]] = set()
    for target in figures:
        if target.fact.kind is not Kind.TARGET:
            continue
        start, end = _sentence(target.document.text, target.fact.passage)
        if (target.document.name, start) in seen:
            continue
        seen.add((target.document.name, start))
        for promise in _promises(target.document, start, end):
            yield _row(promise, target, series, read)


def _sentence(text: str, passage: Passage) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, passage.start) for mark in "。！？\n") + 1
    ends = [at for mark in "。！？\n" if (at := text.find(mark, passage.end)) >= 0]
    return start, min(ends, default=len(text))


def _promises(document: Document, start: int, end: int) -> Iterator[_Promise]:
    text = document.text
    for found in _PATTERN.finditer(text, start, end):
        sort = next(sort for sort in _RULES if found[sort] is not None)
        own = _growth(found["own"])
        if own is None:
            continue
        a, b = found.span()
        passage = Passage(document.name, a, b, found[0], text[max(0, a - _CONTEXT) : a], text[b : b + _CONTEXT])
        yield _Promise(own, _growth(found[sort]), sort, passage)


def _growth(words: str) -> Indicator | None:
    """Return the growth of what the words name: 居民收入 is 居民人均可支配收入增速, 经济 is 地区生产总值增速."""
    name = _VERBS.sub("", words).removesuffix("增长").removesuffix("增速")
    return indicators.find(f"{name}增速") or indicators.find(name)


def _row(promise: _Promise, target: Figure, series: Mapping[tuple[Name, str], Series], read: Shelf) -> Row:
    own = _outcome(promise.own, target, series)
    other = _outcome(promise.other, target, series)
    verdict, rule, note = _judged(promise, own, other, target, read)
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
    )


def _outcome(indicator: Indicator | None, target: Figure, series: Mapping[tuple[Name, str], Series]) -> Figure | None:
    if indicator is None:
        return None
    found = series.get((names.Name(indicator.id, "", False, "%"), target.area))
    outcomes = leading(found.outcomes.get(target.fact.year, ())) if found else ()
    return outcomes[-1] if outcomes else None


def _judged(
    promise: _Promise, own: Figure | None, other: Figure | None, target: Figure, read: Shelf
) -> tuple[Verdict, str, str]:
    rule = _RULES[promise.sort]
    if promise.other is None:
        return Verdict.NOT_ASSESSABLE, rule, "what it is compared with is no indicator that is known"
    if own and other:
        met = _holds(promise.sort, own, other)
        quote = other.fact.passage.quote
        note = f"{own.fact.written} against {other.fact.written} of {promise.other.label} ({other.document.name} “{quote}”)"
        return (Verdict.MET if met else Verdict.MISSED), rule, note
    year = target.fact.year
    if year >= read.newest:
        return Verdict.NOT_YET_DUE, rule, f"the newest document read is of {read.newest}"
    lacking = promise.own.label if own is None else promise.other.label
    return (
        Verdict.NOT_REPORTED,
        rule,
        f"{lacking} of {year}: {read.silence(target.area, target.document.publisher, year)}",
    )


def _holds(sort: str, own: Figure, other: Figure) -> bool:
    reached, bar = own.quantity.anchor, other.quantity.anchor
    if sort == "above":
        return reached > bar
    return reached >= bar - (abs(bar) * TOLERANCE if sort == "same" else 0)
