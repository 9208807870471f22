"""The neck of the path of data: what documents say, as plain frozen values.

Text code ends here and graph code begins here; neither knows the other. Nothing in this module reads a file,
segments a sentence or knows a namespace.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decimal import Decimal

# What is written where no word tells: a place, a level.
UNKNOWN: Final = "unknown"
# Unit separator: it cannot occur in text, so ("ab", "c") and ("a", "bc") have different keys.
_SEPARATOR = "\x1f"
# 16 hex digits = 64 bits: a collision among a million statements has a chance of 3e-8.
_DIGITS = 16
# Characters of the text that a passage keeps on either side.
CONTEXT: Final = 16
# Characters of what is no date that a message shows.
_SHOWN: Final = 30
# The number in a value as written: of a table its unit may stand elsewhere in the words.
_DIGITS_WRITTEN: Final = re.compile(r"\d[\d.,]*")
_ISSUED: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class Kind(StrEnum):
    """Whether a fact is to be reached (target) or reported as reached (outcome)."""

    TARGET = "target"
    OUTCOME = "outcome"


class Comparator(StrEnum):
    """How a value bounds what is meant; the signs are those of the tables."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    ABOUT = "~"
    EQUAL = "="
    AT_MOST = "<="
    LESS_THAN = "<"
    RANGE = "range"


class EntityType(StrEnum):
    """What sort of thing an entity is; defined in ontology/policygraph.ttl."""

    PROJECT = "project"
    INDUSTRY = "industry"
    PLATFORM = "platform"
    ORGANIZATION = "organization"
    PLACE = "place"
    PROGRAMME = "programme"
    EVENT = "event"


class Mode(StrEnum):
    """Whether a clause plans something, reports it as done, or merely names it."""

    TARGET = "target"
    OUTCOME = "outcome"
    NONE = "none"


class Stage(StrEnum):
    """The stage in the life of a project, platform or programme that a measure brings it to."""

    PLANNED = "planned"
    STARTED = "started"
    UNDERWAY = "underway"
    COMPLETED = "completed"


class Strength(StrEnum):
    """How near an entity and a fact of the same policy measure stand, nearest first."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    THEME = "theme"


class Level(StrEnum):
    """The level of government that a document speaks for; unknown where no word of it tells."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    UNKNOWN = "unknown"


class Genre(StrEnum):
    """What sort of document it is: it says what a figure is about which the text says no more."""

    REPORT = "report"
    BULLETIN = "bulletin"
    PLAN = "plan"
    WORKPLAN = "workplan"
    NEWS = "news"
    NOTICE = "notice"


class Status(StrEnum):
    """How firm an outcome is: SDMX code list CL_OBS_STATUS; or that words tell its value, and no number."""

    NORMAL = ""
    ESTIMATE = "E"
    PROVISIONAL = "P"
    WORDS = "in words"

    @property
    def is_unsure(self) -> bool:
        """Whether another figure may follow: what words tell is as sure as a number."""
        return self in (Status.ESTIMATE, Status.PROVISIONAL)


class Attribute(StrEnum):
    """How far a target of a plan binds its government: 预期性 or 约束性."""

    NONE = ""
    EXPECTED = "expected"
    BINDING = "binding"


class Period(StrEnum):
    """The stretch of time of a figure."""

    YEAR = "the year"
    MONTHS = "part of the year"
    YEARS = "several years"


def key(*parts: object) -> str:
    """Return a name computed from what it names: 16 hex digits of SHA-256 over the joined parts.

    >>> key("ab", "c") == key("a", "bc")
    False
    """
    joined = _SEPARATOR.join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:_DIGITS]


def _canonical(value: Decimal | None) -> str | None:
    """Return a number so that equal numbers are equal strings: 2.50 and 2.5 are one."""
    return None if value is None else f"{value.normalize():f}"


def _is_date(issued: str) -> bool:
    if _ISSUED.fullmatch(issued) is None:
        return False
    try:
        # The first day of a month or year stands for it.
        date.fromisoformat(f"{issued}-01-01"[:10])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Document:
    """One source file.

    Attributes:
        name: the file's stem, unique in a build; the ``document`` of every table.
        text: the decoded text that all offsets refer to.
        title: its title.
        publisher: who published it, or ``""``.
        issued: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        area: the place it speaks for, such as ``郑州`` or ``全国``; ``unknown`` where no word tells.
        level: the level of government of that place.
        source: where it was taken from, as its metadata say, or ``""``.
        sha256: hex digest of the file's bytes.
        inferred: names of the fields above that no metadata gave, so that they were inferred.
        licence: the address of the licence that its metadata give, or ``""``.
        genre: what sort of document it is.
        pages: for each page the offset in the text at which it begins, in order; empty where its format has no pages.
        remarks: what somebody who relies on the text must know, a sentence each.
        copy_of: name of the document of the same build whose text it has, or ``""``.

    """

    name: str
    text: str = field(repr=False)
    title: str
    publisher: str
    issued: str
    area: str
    level: Level
    source: str
    sha256: str
    inferred: tuple[str, ...] = ()
    licence: str = ""
    genre: Genre = Genre.REPORT
    pages: tuple[int, ...] = field(default=(), repr=False)
    remarks: tuple[str, ...] = ()
    copy_of: str = ""

    def __post_init__(self) -> None:
        if not _is_date(self.issued):
            raise ValueError(f"{self.issued[:_SHOWN]!r} is no date of issue; it is YYYY, YYYY-MM or YYYY-MM-DD")

    @property
    def year(self) -> int:
        """The year of issue: 今年 of the text."""
        return int(self.issued[:4])

    def page(self, offset: int) -> int | None:
        """Return the page on which a character of the text stands, counted from 1; None where there are no pages."""
        return bisect_right(self.pages, offset) or 1 if self.pages else None

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of the characters ``start`` to ``end`` (excluded) of the text, with the words around it."""
        return Passage(self.name, start, end, self.text[start:end], page=self.page(start)).within(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document.

    Attributes:
        document: the document's name.
        start: first code point, 0-based.
        end: one past the last code point.
        quote: exactly ``text[start:end]``.
        prefix: the words before it in the text, for finding it again should the text have moved; ``""`` where the text
            is not at hand. They say nothing that the text does not, so that two passages are the same without them.
        suffix: the words after it.
        page: the page on which it begins, counted from 1; None where the document has no pages.

    """

    document: str
    start: int
    end: int
    quote: str
    prefix: str = field(default="", compare=False)
    suffix: str = field(default="", compare=False)
    page: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"offsets {self.start}..{self.end} do not fit a quote of {len(self.quote)} characters")

    def within(self, text: str) -> Passage:
        """Return the passage with the words around it, given the text that it stands in."""
        before = text[max(0, self.start - CONTEXT) : self.start]
        return replace(self, prefix=before, suffix=text[self.end : self.end + CONTEXT])


@dataclass(frozen=True, slots=True)
class Fact:
    """A target or an outcome: how much of something is set for a year, or reported as reached in it.

    Attributes:
        kind: target or outcome.
        indicator: the name that stands alone, such as ``新增高新技术企业数``.
        concept: the indicator's concept in ontology/indicators.ttl (its local name), or ``""`` where it has none.
        area: whose value it is.
        year: the year that the value is for.
        comparator: how the value bounds what is meant.
        value: the number with 万 and 亿 expanded; of a range the lower end.
        value_max: the upper end of a range, else None.
        unit: the bare unit: 元, 家, %, 亩 …
        written: number, unit and comparator as written, such as ``6%左右``.
        status: how firm an outcome is.
        theme: concept of ontology/themes.ttl (its local name), or ``""``.
        heading: the document's own heading above the statement, or ``""``.
        passage: the words that say it.
        rule: the rules of the reader that made it, as :mod:`policygraph.ontology.rules` names them; they say nothing of what
            the document says, so that two facts are the same whatever made them.
        attribute: whether a target of a plan is expected or binding, where its table says so.
        period: the stretch of time that its value covers, as the words around it say; what the ledger compares.

    """

    kind: Kind
    indicator: str
    concept: str
    area: str
    year: int
    comparator: Comparator
    value: Decimal
    value_max: Decimal | None
    unit: str
    written: str
    status: Status
    theme: str
    heading: str
    passage: Passage
    rule: tuple[str, ...] = field(default=(), compare=False)
    attribute: Attribute = Attribute.NONE
    period: Period = field(default=Period.YEAR, compare=False)

    @property
    def id(self) -> str:
        """The statement's name: a digest of what it says and where."""
        p = self.passage
        return key(
            "fact", p.document, p.start, p.end, self.kind, self.indicator, self.area, self.year,
            self.comparator, _canonical(self.value), _canonical(self.value_max), self.unit,
        )  # fmt: skip

    @property
    def place(self) -> tuple[int, int, int, int, str]:
        """Where it stands among the facts of its document: by its words, the number in them, its year, and its name."""
        quote = self.passage.quote
        number = _DIGITS_WRITTEN.search(self.written)
        at = quote.find(self.written)
        if at < 0 and number is not None:
            alone = re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![\d.])", quote)
            at = alone.start() if alone else -1
        return self.passage.start, self.passage.end, at, self.year, self.id


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing of policy: one across all documents that name it.

    Attributes:
        name: the canonical Chinese name.
        type: its type.
        english: an English label, or ``""``.
        aliases: other names under which documents speak of it, sorted.
        machine_english: whether rules made the English label, not a person.

    """

    name: str
    type: EntityType
    english: str = ""
    aliases: tuple[str, ...] = ()
    machine_english: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A clause that names an entity, with the measure it takes on it, if any.

    Attributes:
        entity: the entity's canonical name.
        type: its type, as far as this mention tells.
        surface: the words that name it.
        year: the year that the clause speaks of.
        mode: planned, reported or merely named.
        stage: the stage that the measure brings the entity to, or None where none is said.
        theme: concept of ontology/themes.ttl (its local name), or ``""``.
        heading: the document's own heading above the clause, or ``""``.
        passage: the clause.
        rule: the rules of the reader that made it, as for a fact.

    """

    entity: str
    type: EntityType
    surface: Passage
    year: int
    mode: Mode
    stage: Stage | None
    theme: str
    heading: str
    passage: Passage
    rule: tuple[str, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """The statement's name: a digest of what it says and where."""
        return key(
            "mention", self.passage.document, self.surface.start, self.surface.end, self.passage.start,
            self.passage.end, self.entity, self.year, self.mode, self.stage,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """An entity and a fact of the same policy measure.

    Attributes:
        entity: the entity's canonical name.
        mention: id of the mention that stands nearest.
        fact: id of the fact.
        strength: how near they stand.
        passage: the words that hold both.
        rule: the rule of the reader that made it, as for a fact.

    """

    entity: str
    mention: str
    fact: str
    strength: Strength
    passage: Passage
    rule: tuple[str, ...] = field(default=(), compare=False)


class Tie(StrEnum):
    """How one entity hangs together with another; the first is the one that is told about."""

    LOCATED_IN = "locatedIn"
    PART_OF = "partOf"
    CONNECTS = "connects"
    CARRIED_BY = "carriedBy"
    BUILDS_ON = "buildsOn"
    SERVES = "serves"
    JOINS = "joins"
    MEMBER_OF = "memberOf"


class By(StrEnum):
    """What says a relation: the words between two names, or a name that holds the other."""

    WORDS = "words"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Relation:
    """One entity and another that it hangs together with, as a sentence or a name says.

    Attributes:
        source: canonical name of the entity that is told about.
        source_type: its type.
        tie: how they hang together; ``joins`` is said once, in the order of reading.
        target: canonical name of the other.
        target_type: its type.
        by: whether words or a name say it.
        year: the year that the clause speaks of.
        theme: concept of ontology/themes.ttl (its local name), or ``""``.
        passage: the words that say it.
        rule: the rules of the reader that made it, as for a fact.

    """

    source: str
    source_type: EntityType
    tie: Tie
    target: str
    target_type: EntityType
    by: By
    year: int
    theme: str
    passage: Passage
    rule: tuple[str, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """The statement's name: a digest of what it says and where."""
        p = self.passage
        return key("relation", p.document, p.start, p.end, self.source, self.tie, self.target, self.by, self.year)


class Fate(StrEnum):
    """What became of a number in the text."""

    FACT = "fact"
    NAME = "name"
    DATE = "date"
    ORDINAL = "ordinal"
    OTHER = "not understood"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A digit group of a document and what became of it, so that coverage can be told honestly."""

    passage: Passage
    fate: Fate


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: the result of the first pass, a pure function of the document."""

    document: Document
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    numerals: tuple[Numeral, ...]
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a set of documents says, with entities and indicators resolved: the result of the second pass.

    Everything is sorted, so that the order of the input makes no difference.
    """

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all documents, by document and place."""
        return tuple(fact for reading in self.readings for fact in reading.facts)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of all documents, by document and place."""
        return tuple(mention for reading in self.readings for mention in reading.mentions)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of all documents, by document and place."""
        return tuple(link for reading in self.readings for link in reading.links)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations of all documents, by document and place."""
        return tuple(relation for reading in self.readings for relation in reading.relations)
