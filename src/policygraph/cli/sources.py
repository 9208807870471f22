"""Where the words of rows stand, beside the figures or instead of the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.rows import Rows

# The statements that a row may rest on, as its columns begin, and what is left of the columns in which their words stand.
_SIDES: Final = ("", "first_", "second_", "candidate_", "target_", "outcome_")
WORDS: Final = ("document", "page", "start", "end", "quote")


def without_quotes(rows: Rows) -> Rows:
    """Return rows without the words themselves; where they stand is left."""
    from policygraph.rows import Rows

    return Rows((column for column in rows.columns if not column.endswith("quote")), rows, cut=rows.cut)


def cited(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row that has one column ``at`` instead of those of its words: ``report-2026 812-829; report-2025 …``."""
    evidence = {f"{side}{word}" for side in _SIDES for word in WORDS}
    places = (_place(row, side) for side in _SIDES if row.get(f"{side}document"))
    return {**{column: cell for column, cell in row.items() if column not in evidence}, "at": "; ".join(places)}


def _place(row: Mapping[str, Any], side: str) -> str:
    page = f" p. {row[f'{side}page']}," if row.get(f"{side}page") else ""
    return f"{row[f'{side}document']}{page} {row[f'{side}start']}-{row[f'{side}end']}"
