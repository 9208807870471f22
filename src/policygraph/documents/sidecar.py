"""The side-car ``documents.csv``: metadata of the files in a folder, one row each.

Columns: ``file`` (path from the folder of the side-car), and any of ``title``, ``publisher``, ``issued``, ``area``,
``level``, ``genre``, ``source``, ``license``. The encoding is UTF-8, with or without byte order mark.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.documents import fields
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "documents.csv"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A side-car that was read.

    Attributes:
        rows: metadata in normal form by the absolute path of the file.
        wrong: what is wrong with the row of a file, by its absolute path.
        astray: what is wrong with rows that belong to no file, by what they name.

    """

    rows: Mapping[str, Mapping[str, str]]
    wrong: Mapping[str, DocumentError]
    astray: Mapping[str, DocumentError]

    def of(self, file: Path) -> Mapping[str, str]:
        """Return the metadata given for a file; empty if it has no row.

        Raises:
            DocumentError: its row is wrong.

        """
        key = _key(file)
        if key in self.wrong:
            raise self.wrong[key]
        return self.rows.get(key, {})


def load(folder: Path) -> Sidecar:
    """Return the side-car of a folder; an empty one if the folder has none.

    Raises:
        DocumentError: it is not CSV in UTF-8, or has another header; names the line.

    """
    path = folder / NAME
    rows: dict[str, Mapping[str, str]] = {}
    wrong: dict[str, DocumentError] = {}
    astray: dict[str, DocumentError] = {}
    if path.is_file():
        for line, header, cells in _rows(path):
            name = _cell(header, cells)
            try:
                file = _file(path, line, name)
            except DocumentError as error:
                astray.setdefault(name, error)
                continue
            key = _key(file)
            try:
                if key in rows or key in wrong:
                    raise DocumentError(path, f"{file.name} has a second row; keep one of them", line)
                rows[key] = _values(path, line, header, cells)
            except DocumentError as error:
                wrong.setdefault(key, error)
    return Sidecar(rows, wrong, astray)


def _key(file: Path) -> str:
    """Return the path in one form: macOS writes the names of files decomposed."""
    return unicodedata.normalize("NFC", os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links


def _rows(path: Path) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield the first line, the header and the cells of each row."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8; save it as 'CSV UTF-8', or convert it: iconv -f GB18030 -t UTF-8 {NAME}"
        raise DocumentError(path, problem) from error
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check(path, header)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, header, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise DocumentError(path, f"is not CSV ({error}); check the quotes", reader.line_num) from error


def _check(path: Path, header: list[str]) -> None:
    wrong = [name for name in header if name != "file" and name not in fields.NAMES]
    if wrong or "file" not in header or len(set(header)) != len(header):
        problem = f"the header is {','.join(header) or 'empty'}; write file,{','.join(fields.NAMES)}"
        raise DocumentError(path, problem, 1)


def _cell(header: list[str], cells: list[str]) -> str:
    """Return what a row, which may be too short, gives as its file."""
    at = header.index("file")
    return cells[at] if at < len(cells) else ""


def _file(path: Path, line: int, name: str) -> Path:
    """Return the file that a row names: it must be there, in the side-car's folder or below."""
    relative = Path(name.strip().replace("\\", "/"))
    file = path.parent / relative
    if relative.is_absolute() or ".." in relative.parts:
        raise DocumentError(path, f"{name!r} is not in this folder; write its path from here", line)
    try:
        there = file.is_file()
    except (OSError, ValueError):  # Python 3.11: too long a name; a NUL character
        there = False
    if not there:
        raise DocumentError(path, f"there is no file {name!r}; mend the name or take the row out", line)
    return file


def _values(path: Path, line: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        problem = f"the row has {len(cells)} cells, the header {len(header)}; put a value with commas in quotes"
        raise DocumentError(path, problem, line)
    try:
        values = {name: fields.normal(name, value) for name, value in zip(header, cells, strict=True) if name != "file"}
    except ValueError as error:
        raise DocumentError(path, str(error), line) from error
    return {name: value for name, value in values.items() if value}
