"""A lexicon: the rows of one or several folders, by table."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of a folder.

    Attributes:
        path: its file.
        line: 1-based line of it.
        cells: its cells by column, in the order of the format; what the file leaves out is ``""``.

    """

    path: Path
    line: int
    cells: tuple[tuple[str, str], ...]

    def __getitem__(self, column: str) -> str:
        return dict(self.cells)[column]

    def list(self, column: str) -> tuple[str, ...]:
        """Return what a cell lists with ``|``, sorted."""
        return tuple(sorted(filter(None, (part.strip() for part in self[column].split("|")))))

    @property
    def place(self) -> str:
        """Where it stands, for messages: ``names.tsv:7``, with the folder."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What folders add to the words of the ontology.

    Attributes:
        tables: name of a table, such as ``names``, and its rows: folder by folder, each in the order of its file.

    """

    tables: tuple[tuple[str, tuple[Row, ...]], ...] = ()

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; later ones go before earlier ones where both speak of one thing."""
        return next((rows for name, rows in self.tables if name == table), ())

    def over(self, other: Lexicon) -> Lexicon:
        """Return this lexicon laid over another one."""
        names = [name for name, _ in other.tables] + [name for name, _ in self.tables]
        return Lexicon(tuple((name, other.rows(name) + self.rows(name)) for name in dict.fromkeys(names)))

    @property
    def digest(self) -> str:
        """SHA-256 of what it says, wherever its files are; ``""`` for one that says nothing."""
        said = [(name, [row.cells for row in rows]) for name, rows in sorted(self.tables) if rows]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest() if said else ""
