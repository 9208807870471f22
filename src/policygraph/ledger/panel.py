"""A panel for researchers: one row per area, indicator and year, with its target, its outcome and the verdict."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from policygraph import files
from policygraph.errors import OutputError
from policygraph.ledger import figures as figures_
from policygraph.ledger import gaps
from policygraph.ledger.figures import leading
from policygraph.ledger.row import Relation
from policygraph.ledger.wording import Firmness, firmness
from policygraph.ontology import english, indicators, places, wordclasses
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction
    from pathlib import Path

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.names import Name
    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus

COLUMNS: Final = (
    "area", "indicator", "concept", "year", "unit", "target_low", "target_high", "comparator", "wording", "outcome",
    "outcome_written", "verdict", "target_document", "target_start", "target_end", "target_quote", "outcome_document",
    "outcome_start", "outcome_end", "outcome_quote", "level", "division_code", "area_english", "indicator_english", "firmness",
    "hoped", "hoped_wording", "qualifiers", "grade", "no_target", "no_outcome",
)  # fmt: skip

# What is hoped for without a number: 5%以上，力争更好.
_BETTER: Final = wordclasses.pattern(r"[，、]?(?P<said><hoping>[^，。；、]{0,12}<still_better>)")

Record = dict[str, str | int | float | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of the panel and the two statements that it is made of.

    Attributes:
        record: the row.
        target: id of the fact that sets the target; ``""`` where there is none.
        outcome: id of the fact that reports the result; ``""`` where there is none.

    """

    record: Record
    target: str
    outcome: str


class _Known:
    """What all documents together tell of a cell.

    Args:
        corpus: what the documents say.
        rows: its ledger.

    """

    def __init__(self, corpus: Corpus, rows: Iterable[Row]) -> None:
        self.documents = tuple(reading.document for reading in corpus.readings)
        self.figures = figures_.of(corpus)
        self._by_id = {figure.fact.id: figure for figure in self.figures}
        self._assessed = {
            _promise(self._by_id[row.a.statement]): row
            for row in rows
            if row.relation is Relation.ASSESSED_BY and row.a.statement in self._by_id
        }
        self._targets: defaultdict[tuple[Name, str, int], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.fact.kind is Kind.TARGET:
                self._targets[*figure.subject, figure.fact.year].append(figure)

    def row(self, target: Figure) -> Row | None:
        """Return what the ledger says of a target: of one that a document sets twice it speaks once."""
        return self._assessed.get(_promise(target))

    def outcome(self, row: Row | None) -> Figure | None:
        """Return the figure by which the ledger assesses a target: one of its own period, under whatever name.

        Args:
            row: what the ledger says of the target.

        """
        if row is None or row.b is None:
            return None
        found = self._by_id.get(row.b.statement)
        return found if found and found.period is Period.YEAR else None

    def other_targets(self, figure: Figure) -> Sequence[Figure]:
        """Return all targets of the same indicator, area and year, of whatever period."""
        return self._targets.get((*figure.subject, figure.fact.year), ())

    def hoped(self, target: Figure) -> Figure | None:
        """Return the second value that a document only hopes for, beside its target."""
        for other in self.other_targets(target):
            same = other.document == target.document and other.period is target.period
            if same and other.quantity.anchor != target.quantity.anchor and _is_hoped(other):
                return None if _is_hoped(target) else other
        return None


def _promise(figure: Figure) -> tuple[object, ...]:
    """Return what makes one promise of a document's several statements of it."""
    quantity = figure.quantity
    return figure.document.name, figure.subject, figure.fact.year, figure.period, quantity.low, quantity.high


def _is_hoped(figure: Figure) -> bool:
    return firmness(figure.fact.passage)[0] is Firmness.HOPED


def records(corpus: Corpus, rows: Iterable[Row], *, concepts_only: bool = False) -> list[Record]:
    """Return the panel, by area, indicator and year; amounts in the base unit, None where there is none.

    Args:
        corpus: what the documents say.
        rows: its ledger, which has the verdicts.
        concepts_only: whether to leave out indicators that only the documents' words name.

    """
    return [cell.record for cell in cells(corpus, rows, concepts_only=concepts_only)]


def cells(corpus: Corpus, rows: Iterable[Row], *, concepts_only: bool = False) -> list[Cell]:
    """Return the panel with the statements behind each row; arguments and order as of :func:`records`."""
    known = _Known(corpus, rows)
    found: list[Cell] = []
    for (name, _), those in figures_.series(known.figures).items():
        if concepts_only and not name.concept:
            continue
        called = _called(name, those)
        concept = indicators.known(name.concept)
        in_english = concept.english if concept else english.named(called).text
        for year in sorted({*those.targets, *those.outcomes}):
            targets, outcomes = leading(those.targets.get(year, ())), leading(those.outcomes.get(year, ()))
            if targets or outcomes:
                found.append(_cell(targets, outcomes, known, {"indicator": called, "indicator_english": in_english}))
    return sorted(found, key=lambda cell: _order(cell.record))


def _order(record: Record) -> tuple[str, ...]:
    return str(record["area"]), str(record["indicator"]), str(record["unit"]), str(record["year"])


def write_parquet(panel: Sequence[Record], path: Path) -> None:
    """Write a panel as Parquet.

    Raises:
        OutputError: pyarrow is not installed, or the file cannot be written.

    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        problem = f"{path}: not written, since Parquet needs pyarrow; install it: pip install 'policygraph[panel]'"
        raise OutputError(problem) from error
    columns: dict[str, list[Any]] = defaultdict(list)
    for record in panel:
        for column in COLUMNS:
            columns[column].append(record[column])
    buffer = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(dict(columns), schema=_schema(pyarrow)), buffer)
    files.write(path, buffer.getvalue())


def _schema(pyarrow: Any) -> Any:
    kinds = {
        "year": pyarrow.int32(),
        **dict.fromkeys(("target_low", "target_high", "outcome", "hoped"), pyarrow.float64()),
        **dict.fromkeys(("target_start", "target_end", "outcome_start", "outcome_end"), pyarrow.int64()),
    }
    return pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in COLUMNS])


def _called(name: Name, those: Series) -> str:
    """Return one name for an indicator in all years: the ontology's, else that of its first statement."""
    if known := indicators.known(name.concept):
        return known.label
    every = (
        figure for by_year in (those.targets, those.outcomes) for figures in by_year.values() for figure in figures
    )
    return min(every, key=lambda figure: figure.order).fact.indicator


def _cell(targets: Sequence[Figure], outcomes: Sequence[Figure], known: _Known, called: Record) -> Cell:
    """Return the row of one year: the newest target and the outcome that assesses it, else the newest outcome."""
    target = targets[-1] if targets else None
    row = known.row(target) if target else None
    outcome = known.outcome(row) if target else outcomes[-1]
    first = target or outcome
    assert first is not None  # noqa: S101 -- a year has a target or an outcome
    low, high = target.quantity.interval if target else (None, None)
    record: Record = {
        "area": first.area,
        "concept": first.name.concept,
        "year": first.fact.year,
        "unit": first.quantity.dimension,
        "target_low": _number(low),
        "target_high": _number(high),
        "comparator": target.fact.comparator.value if target else "",
        "wording": target.fact.written if target else "",
        "outcome": _number(outcome.quantity.anchor) if outcome else None,
        "outcome_written": outcome.fact.written if outcome else "",
        "verdict": row.verdict if row else "",
        **_source("target", target),
        **_source("outcome", outcome),
        **_place(first.area),
        **_hoped(target, known),
        "qualifiers": first.facets.qualifiers,
        "grade": (row.grade or "") if row else "",
        "no_target": "" if target else gaps.of_target(first, known.documents, known.other_targets(first)),
        "no_outcome": "" if outcome or row is None else gaps.of_outcome(row, known.documents),
        **called,
    }
    return Cell(record, target.fact.id if target else "", outcome.fact.id if outcome else "")


def _place(area: str) -> Record:
    known = places.get(area)
    return {
        "level": known.level if known else "",
        "division_code": known.code if known else "",
        "area_english": known.english if known else "",
    }


def _hoped(target: Figure | None, known: _Known) -> Record:
    """Return how firmly a target is promised, and what is hoped for beyond it: 5%以上，力争5.5%."""
    if target is None:
        return {"firmness": "", "hoped": None, "hoped_wording": ""}
    second = known.hoped(target)
    passage = target.fact.passage
    words = _BETTER.search(passage.quote) or _BETTER.match(passage.suffix)
    return {
        "firmness": firmness(passage)[0].name.lower(),
        "hoped": _number(second.quantity.anchor) if second else None,
        "hoped_wording": second.fact.written if second else words["said"] if words else "",
    }


def _source(kind: str, figure: Figure | None) -> Record:
    if figure is None:
        return {f"{kind}_document": "", f"{kind}_start": None, f"{kind}_end": None, f"{kind}_quote": ""}
    passage = figure.fact.passage
    return {
        f"{kind}_document": passage.document,
        f"{kind}_start": passage.start,
        f"{kind}_end": passage.end,
        f"{kind}_quote": passage.quote,
    }


def _number(amount: Fraction | None) -> float | None:
    return None if amount is None else float(amount)
