"""A row of the ledger: how two statements hang together, or what one lacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.ledger import pairs
from policygraph.statements import key

if TYPE_CHECKING:
    from policygraph.ledger.figures import Figure
    from policygraph.ledger.likeness import Likeness
    from policygraph.statements import Level, Mention, Passage


class Relation(StrEnum):
    """How the first statement of a row hangs together with the second."""

    ASSESSED_BY = "assessed_by"
    REPEATED = "repeated"
    RAISED = "raised"
    LOWERED = "lowered"
    SOFTENED = "softened"
    DROPPED = "dropped"
    POSSIBLY_DROPPED = "possibly_dropped"
    RESTATED = "restated"
    CONFLICT = "conflict"
    CASCADE = "cascade"
    STALLED = "stalled"
    VANISHED = "vanished"


class Grade(StrEnum):
    """By what two figures are of one indicator, the surest first."""

    SAID = "said"
    CONCEPT = "concept"
    NAME = "same name"
    MATCHED = "matched"


# The relations of which each row tells something of a target.
_OF_TARGETS = frozenset(Relation) - {
    Relation.RESTATED,
    Relation.CONFLICT,
    Relation.CASCADE,
    Relation.STALLED,
    Relation.VANISHED,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements of a row.

    Attributes:
        statement: id of the fact or mention; ``""`` for words that are none, such as 与经济增长同步.
        year: the year that it speaks of.
        written: the number as written, or the stage.
        passage: its words.

    """

    statement: str
    year: int
    written: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the ledger.

    Attributes:
        relation: how ``a`` hangs together with ``b``.
        indicator: the indicator's Chinese name; of lives ``""``.
        concept: its concept in ontology/indicators.ttl, or ``""``.
        entity: the entity whose life it is; of figures ``""``.
        area: whose value it is, or the area of the document that names the entity.
        level: the level of government for which the first document speaks.
        theme: concept of ontology/themes.ttl, or ``""``.
        year: the year that the row speaks of: that of ``a``.
        verdict: what the row says of ``a``: a verdict on a target, the sort of a conflict, who aims higher; or ``""``.
        a: the first statement.
        b: the second, or None where there is none.
        rule: the rule that gave the verdict.
        note: what else there is to know, in one sentence.
        grade: by what both are of one indicator; None where the row does not rest on that.
        shared: the words of both names by which they were matched, else ``""``.
        score: how alike these names are, from 0 to 1, where they were matched.
        candidate: what could be the second and is not sure to be, in later documents.
        target: a digest of the target that the row is about, the same for each document that sets it; ``""`` where the row
            is about none.

    """

    relation: Relation
    indicator: str
    concept: str
    entity: str
    area: str
    level: Level
    theme: str
    year: int
    verdict: str
    a: Side
    b: Side | None
    rule: str
    note: str = ""
    grade: Grade | None = None
    shared: str = ""
    score: float | None = None
    candidate: Side | None = None
    target: str = ""

    @property
    def id(self) -> str:
        """The row's name: a digest of what it joins, how, and what it finds."""
        other = (self.b.statement, self.b.passage.document, self.b.passage.start) if self.b else ()
        a = (self.a.statement, self.a.passage.document, self.a.passage.start)
        return key("ledger", self.relation, self.entity, self.area, self.year, self.verdict, *a, *other)

    @property
    def order(self) -> tuple[str, ...]:
        """By relation, area, indicator or entity, year and place."""
        return (
            self.relation,
            self.area,
            self.indicator,
            self.entity,
            f"{self.year:05d}",
            *_place(self.a),
            *_place(self.b),
        )


def side(figure: Figure) -> Side:
    """Return a figure as the side of a row."""
    fact = figure.fact
    return Side(fact.id, fact.year, fact.written, fact.passage)


def side_of(mention: Mention) -> Side:
    """Return a mention as the side of a row."""
    return Side(mention.id, mention.year, mention.stage or "", mention.passage)


def between(
    relation: Relation,
    a: Figure,
    b: Figure | None,
    *,
    verdict: str = "",
    rule: str = "",
    note: str = "",
    likeness: Likeness | None = None,
    candidate: Side | None = None,
) -> Row:
    """Return the row of two figures, or of one that lacks another.

    Args:
        relation: how they hang together.
        a: the first.
        b: the second, or None.
        verdict: what the row says of the first.
        rule: the rule that gave it.
        note: what else there is to know.
        likeness: how alike their names are, where they are no more than that.
        candidate: what could be the second.

    """
    return Row(
        relation=relation,
        indicator=a.fact.indicator,
        concept=a.name.concept,
        entity="",
        area=a.area,
        level=a.document.level,
        theme=a.fact.theme,
        year=a.fact.year,
        verdict=verdict,
        a=side(a),
        b=side(b) if b else None,
        rule=rule,
        note=note,
        grade=_grade(a, b, likeness),
        shared=likeness.shared if likeness else "",
        score=likeness.score if likeness else None,
        candidate=candidate,
        target=key_of(a) if relation in _OF_TARGETS else "",
    )


def key_of(figure: Figure) -> str:
    """Return the digest of a target, or of an outcome: two documents that set one value of one indicator, area and year set one target."""
    name, quantity = figure.name, figure.quantity
    of = (name.concept, name.words, name.new, name.dimension, figure.area, figure.fact.year, figure.period)
    return target_key(*map(str, of), str(quantity.low), str(quantity.high))


def target_key(*parts: str) -> str:
    """Return the digest of a target; it begins with a letter, so that no spreadsheet takes it for a number."""
    return f"t{key('target', *parts)}"


def _grade(a: Figure, b: Figure | None, likeness: Likeness | None) -> Grade | None:
    if b is None:
        return None
    if likeness:
        return Grade.MATCHED
    if _said(a, b):
        return Grade.SAID
    return Grade.CONCEPT if a.name.concept else Grade.NAME


def _said(a: Figure, b: Figure) -> bool:
    """Whether somebody's pairs say that two names are the same."""
    one, other = (pairs.form(figure.fact.indicator, figure.fact.area) for figure in (a, b))
    return one != other and any(one in names and other in names for names in pairs.same())


def _place(side: Side | None) -> tuple[str, str, str]:
    if side is None:
        return "", "", ""
    return side.passage.document, f"{side.passage.start:09d}", side.statement
