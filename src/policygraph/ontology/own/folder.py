"""Reading the folders of a lexicon, and telling what is wrong in them with file and line."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph.errors import LexiconError, nearest
from policygraph.ontology.own.lexicon import Lexicon, Row
from policygraph.ontology.own.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.ontology.own.tables import Column

# Bytes of a file: a hundred thousand names are about 10 MB.
_MOST: Final = 32 * 1024 * 1024


def read(folders: Iterable[Path | str]) -> Lexicon:
    """Return what folders say, a later one laid over those before.

    Raises:
        LexiconError: a folder is none or has no table, or a table is wrong: one line with file and line.

    """
    lexicon = Lexicon()
    for folder in folders:
        lexicon = _folder(Path(folder)).over(lexicon)
    return lexicon


def _folder(folder: Path) -> Lexicon:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".tsv")
    except OSError as error:
        raise LexiconError(folder, f"cannot be read ({error.strerror}); name a folder of a lexicon") from error
    for path in files:
        if path.stem not in TABLES:
            like = nearest(path.stem, TABLES)
            hint = f"did you mean {like[0]}.tsv?" if like else f"the tables are {', '.join(f'{t}.tsv' for t in TABLES)}"
            raise LexiconError(path, f"no table of a lexicon; {hint}")
    if not files:
        raise LexiconError(folder, f"no lexicon: it has none of {', '.join(f'{table}.tsv' for table in TABLES)}")
    return Lexicon(tuple((path.stem, _table(path)) for path in files))


def _table(path: Path) -> tuple[Row, ...]:
    columns = TABLES[path.stem]
    lines = [line.removesuffix("\r") for line in _text(path).split("\n")]
    head = [cell.strip() for cell in lines[0].split("\t")]
    _check_head(path, head, columns)
    rows = tuple(
        _row(path, number, line, head, columns) for number, line in enumerate(lines[1:], start=2) if line.strip()
    )
    _check_twice(path, rows)
    return rows


def _text(path: Path) -> str:
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST else None
    except OSError as error:
        raise LexiconError(path, f"cannot be read ({error.strerror})") from error
    if data is None:
        raise LexiconError(path, f"is larger than {_MOST // 1024**2} MB; split it into several folders")
    try:
        # Spreadsheets write a byte order mark.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LexiconError(path, "is not in UTF-8; save it as UTF-8", line) from error


def _check_head(path: Path, head: Sequence[str], columns: Sequence[Column]) -> None:
    known = [column.name for column in columns]
    for name in head:
        if name not in known:
            raise LexiconError(path, f"unknown column {name!r}; the columns are {', '.join(known)}, parted by tabs", 1)
        if head.count(name) > 1:
            raise LexiconError(path, f"the column {name} stands there twice; delete one", 1)
    for column in columns:
        if column.needed and column.name not in head:
            raise LexiconError(path, f"the column {column.name} is missing; the first line names the columns", 1)


def _row(path: Path, number: int, line: str, head: Sequence[str], columns: Sequence[Column]) -> Row:
    parts = [part.strip() for part in line.split("\t")]
    if len(parts) != len(head):
        raise LexiconError(path, f"{len(parts)} cells instead of {len(head)}; part them with tabs", number)
    given = dict(zip(head, parts, strict=True))
    cells = tuple((column.name, given.get(column.name, "")) for column in columns)
    for column, (_, cell) in zip(columns, cells, strict=True):
        if problem := _problem(column, cell):
            raise LexiconError(path, problem, number)
    return Row(path, number, cells)


def _problem(column: Column, cell: str) -> str:
    """Return what is wrong with a cell, or ``""``."""
    if not cell:
        return f"{column.name} is empty; fill it" if column.needed else ""
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") for char in cell):
        return f"{column.name} {cell!r} holds a character that cannot be seen; delete it"
    if column.values and cell not in column.values:
        allowed = f"one of {', '.join(column.values)}" if len(column.values) > 1 else column.values[0]
        return f"{column.name} {cell!r} must be {allowed}" + ("" if column.needed else ", or empty")
    return "" if column.form.fullmatch(cell) else f"{column.name} {cell!r} must be {column.hint}"


def _check_twice(path: Path, rows: Iterable[Row]) -> None:
    """Refuse what stands in a table twice, as a name or as another name of something else."""
    first: dict[object, Row] = {}
    for row in rows:
        for said in _said(path.stem, row):
            if first.setdefault(said, row) is not row:
                raise LexiconError(path, f"{said} stands in line {first[said].line} already; delete one", row.line)


def _said(table: str, row: Row) -> Iterator[object]:
    if table == "pairs":
        yield " and ".join(sorted((row["one"], row["other"])))
    elif table == "names":
        yield from {_bare(name): None for name in (row["name"], *row.list("aliases"))}
    elif table == "indicators":
        yield row["id"]
        yield from dict.fromkeys(filter(None, (row["label"], *row.list("synonyms"))))
    else:
        yield row.cells[0][1]


def _bare(name: str) -> str:
    """Return a name as names are compared, without marks and blanks; one of marks only as it is."""
    return "".join(char for char in name if char.isalnum() or char in "+＋×") or name
