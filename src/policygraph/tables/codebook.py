"""The codebook: what every column of every table means, in English and Chinese.

The words are data in ``tables.tsv`` and ``columns.tsv`` beside this module; the order of the columns and the closed lists of values are
those of the program. ``datapackage.json``, the sheets of ``tables.xlsx`` and docs/tables.md are made from it.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from policygraph.documents import register
from policygraph.errors import OntologyError
from policygraph.facets import Flow, Measure
from policygraph.ledger import table as ledger_table
from policygraph.ledger.agreement import Conflict
from policygraph.ledger.cascade import Ambition
from policygraph.ledger.gaps import Gap
from policygraph.ledger.panel import COLUMNS as PANEL
from policygraph.ledger.row import Grade, Relation
from policygraph.ledger.verdicts import Verdict
from policygraph.ledger.wording import Firmness
from policygraph.statements import (
    Attribute,
    Comparator,
    EntityType,
    Genre,
    Kind,
    Level,
    Mode,
    Period,
    Stage,
    Status,
    Strength,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FOLDER: Final = Path(__file__).parent

Type = Literal["string", "integer", "number"]

# The columns up to ``end`` (of links: up to ``quote``) are those that people join on; they never change.
FACTS: Final = (
    "document", "kind", "year", "theme", "area", "indicator", "comparator", "value", "value_max", "unit", "quote",
    "start", "end", "statement", "written", "status", "concept", "heading", "theme_id",
    "attribute", "rule", "subject", "action", "measure", "falls", "flow", "qualifiers", "period", "dimension", "page",
)  # fmt: skip
MENTIONS: Final = (
    "document", "entity", "type", "surface", "year", "mode", "stage", "theme", "quote", "start", "end", "statement",
    "surface_start", "surface_end", "heading", "theme_id", "rule", "page",
)  # fmt: skip
LINKS: Final = (
    "entity", "type", "strength", "year", "theme", "statement", "document", "quote", "start", "end", "mention",
    "theme_id", "rule", "page",
)  # fmt: skip
# What a program needs to compute with the two figures of a row, which else stand there as written.
LEDGER: Final = (
    *ledger_table.COLUMNS,
    *(f"{side}_{part}" for side in "ab" for part in ("comparator", "value", "value_max", "unit")),
    "a_page",
    "b_page",
)

DOCUMENTS: Final = (
    "document", "title", "area", "level", "genre", "issued", "publisher", "source", "format", "pages", "sha256", "inferred",
    "status", "why", "file", "copy_of",
)  # fmt: skip

# Every table with its columns in their order; panel.csv is written by ``export --format panel``.
TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "facts": FACTS,
    "mentions": MENTIONS,
    "links": LINKS,
    "ledger": LEDGER,
    "documents": DOCUMENTS,
    "panel": PANEL,
}

_VERDICTS: Final = tuple(map(str, (*Verdict, *Conflict, *Ambition)))
_COMPARATORS: Final = tuple(map(str, Comparator))
# The closed lists of values, by table and column; an empty cell means that there is none.
_VALUES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("facts", "kind"): tuple(map(str, Kind)),
    ("facts", "comparator"): _COMPARATORS,
    ("facts", "status"): tuple(str(status) for status in Status if status),
    ("facts", "attribute"): tuple(str(attribute) for attribute in Attribute if attribute),
    ("facts", "measure"): tuple(map(str, Measure)),
    ("facts", "falls"): ("falls",),
    ("facts", "flow"): tuple(str(flow) for flow in Flow if flow),
    ("facts", "period"): tuple(map(str, Period)),
    ("mentions", "type"): tuple(map(str, EntityType)),
    ("mentions", "mode"): tuple(map(str, Mode)),
    ("mentions", "stage"): tuple(map(str, Stage)),
    ("links", "type"): tuple(map(str, EntityType)),
    ("links", "strength"): tuple(map(str, Strength)),
    ("ledger", "relation"): tuple(map(str, Relation)),
    ("ledger", "verdict"): _VERDICTS,
    ("ledger", "grade"): tuple(map(str, Grade)),
    ("ledger", "level"): tuple(map(str, Level)),
    ("ledger", "a_comparator"): _COMPARATORS,
    ("ledger", "b_comparator"): _COMPARATORS,
    ("documents", "level"): tuple(map(str, Level)),
    ("documents", "genre"): tuple(map(str, Genre)),
    ("documents", "status"): tuple(map(str, register.Status)),
    ("panel", "comparator"): _COMPARATORS,
    ("panel", "verdict"): tuple(map(str, Verdict)),
    ("panel", "level"): tuple(map(str, Level)),
    ("panel", "firmness"): tuple(firm.name.lower() for firm in Firmness),
    ("panel", "grade"): tuple(map(str, Grade)),
    ("panel", "no_target"): tuple(map(str, Gap)),
    ("panel", "no_outcome"): tuple(map(str, Gap)),
}
_TYPES: Final[Mapping[str, Type]] = {"string": "string", "integer": "integer", "number": "number"}
_FILLED: Final = {"always": True, "sometimes": False}
_TITLES: Final = ("table", "title_en", "title_zh", "description_en", "description_zh")
_HEADER: Final = ("tables", "column", "type", "filled", *_TITLES[1:])


@dataclass(frozen=True, slots=True)
class Words:
    """What a table or a column is called, and what it says.

    Attributes:
        title: English title.
        title_zh: Chinese title.
        description: what a row or a cell says, in English.
        description_zh: the same in Chinese.

    """

    title: str
    title_zh: str
    description: str
    description_zh: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name in the header.
        type: string, integer or number (a decimal).
        filled: whether no cell is empty.
        words: what it is called, and what a cell says.
        values: all values that a cell can have besides empty, where that is a closed list; else empty.

    """

    name: str
    type: Type
    filled: bool
    words: Words
    values: tuple[str, ...]


def words(table: str) -> Words:
    """Return what a table is called, and what a row of it says.

    Raises:
        OntologyError: it is not described, or not as it should be.

    """
    path = _FOLDER / "tables.tsv"
    found = {row[0]: Words(*row[1:]) for _, row in _rows(path, _TITLES)}
    if table not in found:
        raise OntologyError(f"{path}: the table {table} is not described; write a line for it")
    return found[table]


def columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in their order.

    Raises:
        OntologyError: a column is not described, or not as it should be.

    """
    return described(table, TABLES[table], _FOLDER / "columns.tsv")


def described(table: str, names: tuple[str, ...], path: Path) -> tuple[Column, ...]:
    """Return columns of a table as a file describes them.

    Raises:
        OntologyError: one is not described, or a line is not as it should be.

    """
    known = _described(path)
    lost = [name for name in names if (table, name) not in known]
    if lost:
        raise OntologyError(f"{path}: {', '.join(lost)} of {table}: not described; write a line for each")
    return tuple(known[table, name] for name in names)


@functools.cache
def _described(path: Path) -> Mapping[tuple[str, str], Column]:
    """Return the columns by table and name."""
    found: dict[tuple[str, str], Column] = {}
    for line, (tables, name, type_, filled, *said) in _rows(path, _HEADER):
        if type_ not in _TYPES or filled not in _FILLED:
            raise OntologyError(f"{path}:{line}: a type is {', '.join(_TYPES)}, and filled is {' or '.join(_FILLED)}")
        for table in tables.split():
            if (table, name) in found or name not in TABLES.get(table, ()):
                raise OntologyError(f"{path}:{line}: {table} has no {name}, or it is described twice; keep one line")
            values = _VALUES.get((table, name), ())
            found[table, name] = Column(name, _TYPES[type_], _FILLED[filled], Words(*said), values)
    return found


def _rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells of each row of a file with tabs."""
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows[:1] != [list(header)]:
        raise OntologyError(f"{path}:1: the first line must be {', '.join(header)}, with tabs between")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(header) or "" in row:
            raise OntologyError(f"{path}:{line}: write {', '.join(header)}, with tabs between")
        yield line, row
