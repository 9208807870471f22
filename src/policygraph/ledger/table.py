"""The ledger as a table, whose first columns never change, since people join on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from policygraph.ledger.row import Row, Side

# The columns up to ``note`` are those that DESIGN.md promises, in its order.
COLUMNS: Final = (
    "relation", "indicator", "area", "verdict", "a_statement", "a_document", "a_year", "a_quote", "b_statement",
    "b_document", "b_year", "b_quote", "note", "rule", "entity", "concept", "level", "theme_id", "year", "a_written",
    "a_start", "a_end", "b_written", "b_start", "b_end", "id", "grade", "shared", "score", "candidate_document",
    "candidate_quote", "candidate_start", "candidate_end",
    "target",
)  # fmt: skip


def cells(row: Row) -> dict[str, str | int]:
    """Return a row by column; an empty cell means that there is none."""
    return {
        "relation": row.relation,
        "indicator": row.indicator,
        "area": row.area,
        "verdict": row.verdict,
        **_side("a", row.a),
        **_side("b", row.b),
        "note": row.note,
        "rule": row.rule,
        "entity": row.entity,
        "concept": row.concept,
        "level": row.level,
        "theme_id": row.theme,
        "year": row.year,
        "id": row.id,
        "grade": row.grade or "",
        "shared": row.shared,
        "score": "" if row.score is None else f"{row.score:.3f}",
        **_candidate(row.candidate),
        "target": row.target,
    }


def _candidate(side: Side | None) -> dict[str, str | int]:
    cells = _side("candidate", side)
    return {column: cells[column] for column in COLUMNS if column.startswith("candidate_")}


def _side(letter: str, side: Side | None) -> dict[str, str | int]:
    if side is None:
        return {column: "" for column in COLUMNS if column.startswith(f"{letter}_")}
    passage = side.passage
    return {
        f"{letter}_statement": side.statement,
        f"{letter}_document": passage.document,
        f"{letter}_year": side.year,
        f"{letter}_quote": passage.quote,
        f"{letter}_written": side.written,
        f"{letter}_start": passage.start,
        f"{letter}_end": passage.end,
    }
