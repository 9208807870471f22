"""A panel for researchers: one row per area, indicator and year, with its target, its outcome and the verdict."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from policygraph import files
from policygraph.errors import OutputError
from policygraph.ledger import figures as figures_
from policygraph.ledger.figures import leading
from policygraph.ledger.row import Relation
from policygraph.ontology import indicators

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction
    from pathlib import Path

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.names import Name
    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus

COLUMNS: Final = (
    "area", "indicator", "concept", "year", "unit", "target_low", "target_high", "comparator", "wording", "outcome",
    "outcome_written", "verdict", "target_document", "target_start", "target_end", "target_quote", "outcome_document",
    "outcome_start", "outcome_end", "outcome_quote",
)  # fmt: skip

Record = dict[str, str | int | float | None]


def records(corpus: Corpus, rows: Iterable[Row]) -> list[Record]:
    """Return the panel, by area, indicator and year; amounts in the base unit, None where there is none.

    Args:
        corpus: what the documents say.
        rows: its ledger, which has the verdicts.

    """
    assessed = {row.a.statement: row for row in rows if row.relation is Relation.ASSESSED_BY and row.a.statement}
    found: list[Record] = []
    for (name, _), those in figures_.series(figures_.of(corpus)).items():
        called = _called(name, those)
        for year in sorted({*those.targets, *those.outcomes}):
            targets, outcomes = leading(those.targets.get(year, ())), leading(those.outcomes.get(year, ()))
            if targets or outcomes:
                found.append({**_record(targets, outcomes, assessed), "indicator": called})
    return sorted(
        found,
        key=lambda record: (str(record["area"]), str(record["indicator"]), str(record["unit"]), str(record["year"])),
    )


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
        **dict.fromkeys(("target_low", "target_high", "outcome"), pyarrow.float64()),
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


def _record(targets: Sequence[Figure], outcomes: Sequence[Figure], assessed: Mapping[str, Row]) -> Record:
    """Return the row of one year: the newest target and the outcome that assesses it, else the newest outcome."""
    target = targets[-1] if targets else None
    row = assessed.get(target.fact.id) if target else None
    used = row.b.statement if row and row.b else ""
    outcome = next((figure for figure in outcomes if figure.fact.id == used), outcomes[-1] if outcomes else None)
    first = target or outcome
    assert first is not None  # noqa: S101 -- a year has a target or an outcome
    low, high = target.quantity.interval if target else (None, None)
    return {
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
