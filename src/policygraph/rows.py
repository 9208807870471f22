"""Rows for people who program: plain dictionaries in a list, that pandas takes and a notebook shows."""

from __future__ import annotations

import html
from decimal import Decimal
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from policygraph.errors import OutputError, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What a notebook shows of many rows and of long words; it says how many there are.
_SHOWN_ROWS: Final = 50
_SHOWN_CHARACTERS: Final = 200


class Rows(list[dict[str, Any]]):
    """Rows with one set of columns, each a dictionary; a cell without value is None, or ``""`` where words stand.

    Years and offsets are ``int``, amounts exact ``Decimal``, everything else is ``str``.

    Args:
        columns: the columns in their order.
        rows: the rows; each gets all columns.
        cut: whether there is more than these rows.

    Attributes:
        columns: the columns in their order.
        cut: whether there is more than these rows.

    """

    def __init__(self, columns: Iterable[str], rows: Iterable[Mapping[str, Any]] = (), *, cut: bool = False) -> None:
        self.columns: Final = tuple(columns)
        self.cut: Final = cut
        super().__init__({column: _plain(row.get(column)) for column in self.columns} for row in rows)

    def where(self, holds: Callable[[dict[str, Any]], bool]) -> Rows:
        """Return the rows for which a condition holds, in their order."""
        return Rows(self.columns, (row for row in self if holds(row)), cut=self.cut)

    def frame(self) -> Any:
        """Return the rows as a ``pandas.DataFrame``: whole numbers as Int64, amounts as float64, a cell without value as NA.

        Raises:
            OutputError: pandas is not installed.

        """
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise OutputError("a data frame needs pandas; install it: pip install pandas") from error
        cells = {column: [row[column] for row in self] for column in self.columns}
        return pandas.DataFrame({column: pandas.Series(c, dtype=_dtype(c)) for column, c in cells.items()})

    def html(self) -> str:
        """Return the first rows as a table of HTML, and how many there are; what documents say is text, never markup."""
        head = "".join(f"<th>{_escaped(column)}</th>" for column in self.columns)
        body = "".join(f"<tr>{''.join(map(_cell, row.values()))}</tr>" for row in self[:_SHOWN_ROWS])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{self._count()}</p>"

    def _repr_html_(self) -> str:
        return self.html()

    def _count(self) -> str:
        more = "more than " if self.cut else ""
        total = f"{more}{len(self)} row{'' if len(self) == 1 else 's'}"
        return f"the first {_SHOWN_ROWS} of {total}" if len(self) > _SHOWN_ROWS else total


def _plain(cell: Any) -> Any:
    """Return a cell as it is, a member of a closed list as its text: who prints a row reads ``'target'``."""
    return cell.value if isinstance(cell, StrEnum) else cell


def _dtype(cells: Iterable[Any]) -> str:
    types = {type(cell) for cell in cells} - {type(None)}
    if not types or types - {int, float, Decimal}:
        return "object"
    return "Int64" if types == {int} else "float64"


def _cell(cell: object) -> str:
    return f"<td>{'' if cell is None else _escaped(str(cell))}</td>"


def _escaped(text: str) -> str:
    short = text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
    return html.escape(one_line(short))
