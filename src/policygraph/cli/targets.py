"""Targets counted once: what several documents say of one target is one entry with the words of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = dict[str, str]

# The column by which one target of several documents is known.
KEY: Final = "target_key"
_FINDINGS: Final = ("relation", "verdict")


def grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """Return rows in groups that find the same of one target, in the order of the first of each.

    Args:
        rows: rows of an answer; one that is about no target is a group of its own.

    """
    found: dict[tuple[str, ...], list[Row]] = {}
    for number, row in enumerate(rows):
        finding = tuple(row.get(column, "") for column in _FINDINGS)
        key = (row[KEY], *finding) if row.get(KEY) else (str(number),)
        found.setdefault(key, []).append(row)
    return list(found.values())
