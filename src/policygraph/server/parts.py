"""What pages are made of, as plain values: references, quotes, figures, sayings, entries of the ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Something with a name, and its page.

    Attributes:
        label: its name.
        href: the path of its page, or an address elsewhere; ``""`` where there is none.
        code: the last part of its IRI, for colours of codes and types, and for places on a page.
        note: what it is, in a sentence, where the page tells it.

    """

    label: str
    href: str = ""
    code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document where they stand.

    Attributes:
        before: the words before them.
        pieces: the words in pieces, with whether a piece is the name that the statement is about.
        after: the words after them.
        document: the document.
        issued: its date, or ``""``.
        place: where in the document: first and one past the last code point, and the page of the passage.
        checked: whether the text of the document is at hand and has these words at this place.

    """

    before: str
    pieces: tuple[tuple[str, bool], ...]
    after: str
    document: Ref
    issued: str
    place: Ref
    checked: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What the ledger finds of a statement.

    Attributes:
        entry: the page of the ledger's entry.
        relation: how the two statements hang together.
        verdict: what it says of the first, or None.
        other: the other statement, or None.
        note: what else there is to know.

    """

    entry: Ref
    relation: Ref
    verdict: Ref | None
    other: Ref | None
    note: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A target or an outcome.

    Attributes:
        ref: the statement; its code is ``Target`` or ``Outcome``, its label says so in the language of the page.
        indicator: what is counted.
        area: whose value it is, or None.
        year: the year that it is for, or None.
        written: the value as written.
        strength: how near an entity stands to it, where the page is about one, or None.
        findings: what the ledger finds of it.
        quote: the words, or None where the graph has none.

    """

    ref: Ref
    indicator: Ref
    area: Ref | None
    year: Ref | None
    written: str
    strength: Ref | None
    findings: tuple[Finding, ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A clause that names an entity.

    Attributes:
        ref: the statement.
        entity: the entity.
        year: the year that it speaks of, or None.
        stage: the stage that the entity is brought to, or None.
        mode: planned, reported or merely named, or None.
        theme: the theme, or None.
        quote: the words, or None where the graph has none.

    """

    ref: Ref
    entity: Ref
    year: Ref | None
    stage: Ref | None
    mode: Ref | None
    theme: Ref | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger with its two sides.

    Attributes:
        ref: the entry.
        relation: how the two sides hang together.
        verdict: what it says of the first, or None.
        about: the indicator or the entity, or None.
        year: the year, or None.
        sides: the statements, each with its words; the first is the one that is judged.
        note: what else there is to know.
        rule: the rule that gave the verdict.

    """

    ref: Ref
    relation: Ref
    verdict: Ref | None
    about: Ref | None
    year: Ref | None
    sides: tuple[tuple[Ref, Quote | None], ...]
    note: str
    rule: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A year in the life of an entity, with the measures that bring it to a stage."""

    year: Ref
    measures: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """References under a heading: narrower themes, documents of a place, members of a list."""

    heading: str
    refs: tuple[Ref, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ResourcePage:
    """All that the page of a resource shows.

    Attributes:
        iri: the resource.
        title: its name.
        other: its name in the other language, or ``""``.
        kind: what it is, the most telling class first.
        names: its other names.
        properties: what else is said of it: predicate and values.
        life: of an entity, its stages by year.
        figures: targets and outcomes of this page of the list.
        sayings: clauses of this page of the list.
        entries: entries of the ledger of this page of the list.
        counts: how many figures, sayings and entries there are in all.
        groups: references under headings.
        quote: of a statement or a passage, its words.
        viewer: the address that shows it in the viewer, or ``""``.
        number: which page of the lists this is, from 1.
        pages: how many there are.

    """

    iri: str
    title: str
    other: str
    kind: tuple[Ref, ...]
    names: tuple[str, ...]
    properties: tuple[tuple[Ref, tuple[Ref, ...]], ...]
    life: tuple[Moment, ...] = ()
    figures: tuple[Figure, ...] = ()
    sayings: tuple[Saying, ...] = ()
    entries: tuple[Entry, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)
    groups: tuple[Group, ...] = ()
    quote: Quote | None = None
    viewer: str = ""
    number: int = 1
    pages: int = 1
