"""Tables with a text in each row, as CSV or as lines of JSON: each row is a document."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from policygraph.documents import fields
from policygraph.errors import DocumentError
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

# What columns are called, by what they hold, the likeliest first.
_TEXT: Final = wordclasses.of("columns_of_texts")
_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": wordclasses.of("columns_of_titles"),
    "publisher": wordclasses.of("columns_of_publishers"),
    "issued": wordclasses.of("columns_of_dates"),
    "area": wordclasses.of("columns_of_areas"),
    "level": wordclasses.of("columns_of_levels"),
    "genre": wordclasses.of("columns_of_genres"),
    "source": wordclasses.of("columns_of_sources"),
    "license": ("license",),
}
# A cell of a report has 60,000 characters; Python's own limit is 131,072.
_LONGEST_CELL: Final = 20 * 1024 * 1024
_MOST_ROWS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """A row with a text.

    Attributes:
        number: which row it is, counted from 1 without the header.
        line: the line of the file on which it begins.
        text: its text.
        given: metadata that other columns give, in normal form.

    """

    number: int
    line: int
    text: str
    given: Mapping[str, str]


def of_csv(path: Path, text: str) -> Iterator[Record | DocumentError]:
    """Yield the rows of a CSV file with a text; what is wrong with one is yielded in its place.

    Raises:
        DocumentError: it is no CSV, or has no column of texts.

    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from _of(path, list(_csv_rows(path, text)))
    finally:
        csv.field_size_limit(before)


def of_jsonl(path: Path, text: str) -> Iterator[Record | DocumentError]:
    """Yield the lines of a file of JSON lines with a text, as :func:`of_csv` does rows."""
    rows: list[tuple[int, Mapping[str, str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DocumentError(path, "is no line of JSON; write one object a line", number) from error
        if not isinstance(value, dict):
            raise DocumentError(path, "is no object of JSON; write one a line, with its text under 'text'", number)
        rows.append((number, {str(name): _said(each) for name, each in value.items()}))
    yield from _of(path, rows)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    # Semicolons and tabs, as spreadsheets write them; the first line tells.
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, dict(zip(header, cells, strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DocumentError(path, f"is not CSV ({error}); check the quotes", reader.line_num) from error


def _of(path: Path, rows: list[tuple[int, Mapping[str, str]]]) -> Iterator[Record | DocumentError]:
    if len(rows) > _MOST_ROWS:
        raise DocumentError(path, f"has {len(rows)} rows, more than {_MOST_ROWS}; split it")
    names = {name.lower(): name for _, row in rows[:1] for name in row}
    column = next((names[name] for name in _TEXT if name in names), None)
    if column is None:
        problem = f"has no column of texts; call it {_TEXT[0]} (or {_TEXT[1]}), one document a row"
        raise DocumentError(path, problem, 1)
    known = {field: names[name] for field, called in _META.items() for name in reversed(called) if name in names}
    for number, (line, row) in enumerate(rows, start=1):
        text = row.get(column, "").replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            yield DocumentError(path, f"row {number} has no text; fill it, or take the row out", line)
            continue
        try:
            given = {field: fields.normal(field, row.get(name, "")) for field, name in known.items()}
        except ValueError as error:
            yield DocumentError(path, str(error), line)
            continue
        yield Record(number, line, text, {field: value for field, value in given.items() if value})


def names(stem: str, records: Iterable[int]) -> Mapping[int, str]:
    """Return the names of the rows of a file: numbered, and as text in the order of the rows.

    >>> names("news", [1, 2, 10])
    {1: 'news-01', 2: 'news-02', 10: 'news-10'}
    """
    numbers = list(records)
    width = len(str(max(numbers, default=0)))
    return {number: f"{stem}-{number:0{width}}" for number in numbers}
