"""The parts of what is told of a place beside its statements: promises, headlines, changes, who answers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from policygraph.ledger import names
from policygraph.ledger.row import Relation
from policygraph.ledger.verdicts import Verdict
from policygraph.ontology import themes
from policygraph.rows import Rows
from policygraph.statements import Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.ledger.row import Row, Side
    from policygraph.statements import Corpus, Passage

_WORDS: Final = ("document", "page", "start", "end", "quote")
_PLACE: Final = ("document", "start", "end")


def _evidence(*sides: str) -> tuple[str, ...]:
    return tuple(f"{side}_{word}" for side in sides for word in _WORDS)


PROMISES: Final = (
    "theme", "indicator", "year", "target", "outcome", "verdict", "note", "target_key",
    *_evidence("first", "second", "candidate"),
)  # fmt: skip
HEADLINES: Final = ("indicator", "year", "unit", "target", "outcome", "verdict", *_evidence("first", "second"))
CHANGES: Final = (
    "relation", "indicator", "year", "before", "after", "note", "target_key",
    *_evidence("first", "second", "candidate"),
)  # fmt: skip
DUTIES: Final = ("name", "who", "year", *_evidence("first"))

# What is told of the targets of one year in the next; one that is repeated is no change.
_CHANGES: Final = (
    Relation.LOWERED, Relation.DROPPED, Relation.SOFTENED, Relation.RAISED, Relation.POSSIBLY_DROPPED,
)  # fmt: skip
# Those first that a result has told of, what went badly before what went well; then those of which less and less is known.
_VERDICTS: Final = (
    Verdict.WORSE, Verdict.MISSED, Verdict.BELOW, Verdict.ABOVE, Verdict.INSIDE, Verdict.BETTER, Verdict.EXCEEDED,
    Verdict.MET, Verdict.DONE, Verdict.UNDERWAY, Verdict.NOT_TOLD, Verdict.NOT_REPORTED, Verdict.POSSIBLY,
    Verdict.IN_WORDS, Verdict.NOT_YET_DUE, Verdict.NOT_ASSESSABLE,
)  # fmt: skip


def promises(entries: Iterable[Row], area: str) -> Rows:
    """Return the targets of a place and what became of them, the theme with most of them first.

    A target that several documents set is a row for each; ``target_key`` tells that it is one.
    """
    own = [row for row in entries if row.area == area and row.relation is Relation.ASSESSED_BY]
    sizes = defaultdict[str, set[str]](set)
    for row in own:
        sizes[_theme(row.theme)].add(row.target)

    def order(row: Row) -> tuple[Any, ...]:
        theme = _theme(row.theme)
        return -len(sizes[theme]), theme, rank(row.verdict), -row.year, row.order

    return Rows(PROMISES, ({**_line(row), **_sides(row, "target", "outcome")} for row in sorted(own, key=order)))


def rank(verdict: str) -> int:
    """Return where a verdict stands among all: what went badly first, of what nothing is known last."""
    return _VERDICTS.index(Verdict(verdict))


def changes(entries: Iterable[Row], area: str) -> Rows:
    """Return which targets of a place were lowered, dropped, softened or raised in the next year."""
    own = [row for row in entries if row.area == area and row.relation in _CHANGES]
    own.sort(key=lambda row: (_CHANGES.index(row.relation), row.year, row.order))
    return Rows(CHANGES, ({**_line(row), "relation": row.relation, **_sides(row, "before", "after")} for row in own))


def headlines(panel: Iterable[dict[str, Any]], corpus: Corpus) -> Rows:
    """Return the indicators of the ontology for which a place sets targets, by year; those with most years first.

    Args:
        panel: the rows of the panel of the place.
        corpus: what the documents say, for the pages, which a panel does not tell.

    """
    pages = {(p.document, p.start, p.end): p.page for p in (fact.passage for fact in corpus.facts)}
    series = defaultdict[tuple[str, str], list[dict[str, Any]]](list)
    for row in panel:
        if row["concept"]:
            series[row["concept"], row["unit"]].append(row)

    def order(key: tuple[str, str]) -> tuple[Any, ...]:
        those = series[key]
        set_ = [row for row in those if row["wording"]]
        both = [row for row in set_ if row["outcome_written"]]
        return -len(both), -len(set_), -len(those), key

    asked = (key for key in sorted(series, key=order) if any(row["wording"] for row in series[key]))
    return Rows(HEADLINES, (_headline(row, pages) for key in asked for row in series[key]))


def duties(corpus: Corpus, documents: frozenset[str]) -> Rows:
    """Return who answers for what, as far as the documents of a place say it."""
    return Rows(
        DUTIES,
        (
            {"name": each.source, "who": each.target, "year": each.year, **_words("first", each.passage)}
            for each in corpus.relations
            if each.tie is Tie.CARRIED_BY and each.passage.document in documents
        ),
    )


def own(corpus: Corpus, area: str) -> tuple[str, ...]:
    """Return the names of the documents that speak for a place."""
    return tuple(r.document.name for r in corpus.readings if names.area(r.document.area) == area)


def _theme(theme: str) -> str:
    """Return the top theme under which a theme is told; ``""`` for none."""
    return themes.get(theme).top if theme else ""


def _line(row: Row) -> dict[str, Any]:
    theme = _theme(row.theme)
    return {
        "theme": themes.get(theme).label if theme else "",
        "indicator": row.indicator or row.entity,
        "year": row.year,
        "verdict": row.verdict,
        "note": row.note,
        "target_key": row.target,
    }


def _sides(row: Row, first: str, second: str) -> dict[str, Any]:
    return {
        first: _written(row.a),
        second: _written(row.b),
        **_words("first", row.a.passage),
        **_words("second", row.b.passage if row.b else None),
        **_words("candidate", row.candidate.passage if row.candidate else None),
    }


def _written(side: Side | None) -> str:
    """Return what a statement sets or reports: its number, or its words where it has none."""
    return (side.written or side.passage.quote) if side else ""


def _words(side: str, passage: Passage | None) -> dict[str, Any]:
    empty = {"document": "", "page": None, "start": None, "end": None, "quote": ""}
    return {f"{side}_{word}": getattr(passage, word) if passage else empty[word] for word in _WORDS}


def _headline(row: dict[str, Any], pages: Mapping[tuple[str, int, int], int | None]) -> dict[str, Any]:
    told = {"indicator": row["indicator"], "year": row["year"], "unit": row["unit"], "verdict": row["verdict"]}
    sides = (("first", "target"), ("second", "outcome"))
    words = {f"{side}_{word}": row[f"{kind}_{word}"] for side, kind in sides for word in _WORDS if word != "page"}
    paged = {f"{side}_page": pages.get(tuple(row[f"{kind}_{word}"] for word in _PLACE)) for side, kind in sides}
    return {**told, "target": row["wording"], "outcome": row["outcome_written"], **words, **paged}


def counted(rows: Sequence[dict[str, Any]], finding: str) -> list[dict[str, Any]]:
    """Return the first row of each target and finding: what several documents set is one target.

    Args:
        rows: promises or changes.
        finding: the column that says what became of it.

    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in enumerate(rows):
        found.setdefault((row["target_key"] or str(number), row[finding]), row)
    return list(found.values())
