"""Answers of the ledger for people: a table where it fits, else an entry for each row; signs and colours besides words.

Nothing is told by a sign or a colour alone: the word always stands with it. Colours are for terminals only, and for
none where NO_COLOR is set (https://no-color.org) or the terminal is a dumb one.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from policygraph.cli import targets
from policygraph.cli.sources import WORDS
from policygraph.queries.table import show, show_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from policygraph.queries.answers import Answer

# Signs that every terminal draws one column wide (Unicode East Asian Width: neutral or narrow), and their colours.
_SIGNS: Final = {
    "met": ("✓", "green"),
    "exceeded": ("+", "green"),
    "missed": ("✗", "red"),
    "better": ("+", "green"),
    "worse": ("✗", "red"),
    "inside": ("✓", "green"),
    "above": ("+", "yellow"),
    "below": ("-", "yellow"),
    "not reported": ("?", "yellow"),
    "possibly reported": ("?", "dim"),
    "reported in words": ("~", "dim"),
    "done": ("✓", "green"),
    "underway": ("-", "dim"),
    "not told": ("?", "yellow"),
    "not yet due": ("-", "dim"),
    "not assessable": ("~", "dim"),
    "raised": ("+", "green"),
    "lowered": ("-", "red"),
    "softened": ("~", "yellow"),
    "dropped": ("✗", "red"),
    "possibly_dropped": ("?", "dim"),
    "repeated": ("=", "dim"),
    "contradiction": ("✗", "red"),
    "different period": ("~", "dim"),
    "different scope": ("~", "dim"),
    "compatible bounds": ("~", "dim"),
    "provisional figure": ("~", "dim"),
    "different reports": ("?", "dim"),
    "higher": ("+", "green"),
    "lower": ("-", "yellow"),
    "equal": ("=", "dim"),
    "stalled": ("?", "yellow"),
    "vanished": ("?", "yellow"),
}
# The columns that say what an answer finds, and those that head an entry.
_FINDINGS: Final = ("verdict", "relation", "sort")
_HEADS: Final = ("year", "area", "indicator", "about", "name", "kind", "stage")
_EVIDENCE: Final = ("", "first_", "second_", "candidate_")
# What only programs need: the digest by which one target of several documents is known.
_UNSEEN: Final = frozenset({targets.KEY})
_PAGE: Final = "page"
_INDENT: Final = 4
# Blanks at the end of a line, with the colours that end there.
_BLANKS: Final = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$")
# Wider than any terminal: nothing is wrapped where the output is no terminal.
_ENDLESS: Final = 1_000_000


def write(answer: Answer, *, quotes: bool) -> str:
    """Return an answer as people read it, for the terminal that standard output is, if it is one.

    Args:
        answer: rows, with the columns of the evidence or without.
        quotes: whether to show the words of the documents, so that each row is an entry of some lines.

    """
    return told(
        answer.columns, [dict(zip(answer.columns, map(show, row), strict=True)) for row in answer.rows], quotes=quotes
    )


def told(columns: Sequence[str], shown: Sequence[targets.Row], *, quotes: bool) -> str:
    """Return rows as people read them: arguments as of :func:`write`, the rows with their cells as text."""
    console = _console()
    groups = targets.grouped(shown)
    rows = [group[0] for group in groups]
    columns = [column for column in columns if column not in _UNSEEN and _is_told(column, rows)]
    table = _table(columns, rows)
    if quotes or not _fits(console, table):
        for group in groups:
            console.print(_entry(group, console.width), soft_wrap=False)
    else:
        console.print(table)
    console.print(_plain(_count(columns, rows)))
    assert isinstance(console.file, io.StringIO)  # noqa: S101 -- as _console() makes it
    return "".join(_BLANKS.sub(r"\1", line) + "\n" for line in console.file.getvalue().splitlines())


def _is_told(column: str, rows: Sequence[Mapping[str, str]]) -> bool:
    """Whether a column says something: one of pages does not where no document has any."""
    return not column.endswith(_PAGE) or any(row[column] for row in rows)


def _console() -> Console:
    from rich.console import Console

    terminal = sys.stdout.isatty()
    coloured = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Console(
        file=io.StringIO(),
        width=shutil.get_terminal_size().columns if terminal else _ENDLESS,
        color_system="standard" if coloured else None,
        force_terminal=coloured,
        legacy_windows=False,
        highlight=False,
    )


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(_plain(column), overflow="fold")
    for row in rows:
        table.add_row(*(_marked(row[column]) if column in _FINDINGS else _plain(row[column]) for column in columns))
    return table


def _fits(console: Console, table: Table) -> bool:
    from rich.measure import Measurement

    wide = console.options.update(width=_ENDLESS)
    return Measurement.get(console, wide, table).maximum <= console.width


def _entry(group: Sequence[targets.Row], width: int) -> Text:
    """Return the rows of one target as lines: what it is about and what is found, then the rest by name, then all words."""
    from rich.text import Text

    row = group[0]
    heads = [_plain(row[column]) for column in _HEADS if row.get(column)]
    heads += [_marked(row[column]) for column in _FINDINGS if row.get(column)]
    lines = [Text("  ").join(heads)]
    evidence = {f"{side}{part}" for side in _EVIDENCE for part in WORDS}
    rest = {name: row[name] for name in row if row[name] and name not in {*_HEADS, *_FINDINGS, *_UNSEEN, *evidence}}
    stub = max((len(name) for name in rest), default=0) + 2
    for name, value in rest.items():
        lines += _hung(_plain(f"{name:<{stub}}"), _plain(value), width)
    for place, quote in dict.fromkeys(quote for each in group for quote in _quotes(each)):
        lines += _hung(_plain(f"{place}  "), _plain(f"“{quote}”"), width)
    return Text("\n").join([*lines, Text()])


def _quotes(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the document, the page where there are pages, and the offsets of each quote of a row, and its words."""
    for side in _EVIDENCE:
        if row.get(f"{side}quote"):
            end = row.get(f"{side}end")
            page = f"p. {row[f'{side}page']}, " if row.get(f"{side}page") else ""
            stretch = f"{row[f'{side}start']}{f'-{end}' if end else ''}"
            yield f"{row[f'{side}document']} {page}{stretch}", row[f"{side}quote"]


def _hung(lead: Text, text: Text, width: int) -> Iterator[Text]:
    """Yield the lines of a text that hangs from its lead; a Chinese character takes two columns."""
    from rich.console import Console
    from rich.text import Text

    margin = _INDENT + lead.cell_len
    # On a terminal too narrow for both, the text stands below its lead.
    if width - margin < margin:
        yield Text(" " * _INDENT) + lead
        lead, margin = Text(" " * _INDENT), 2 * _INDENT
    for line in text.wrap(Console(width=width), max(width - margin, _INDENT), overflow="fold"):
        yield Text(" " * _INDENT) + lead + line
        lead = Text(" " * (margin - _INDENT))


def _marked(word: str) -> Text:
    """Return what an answer finds with its sign, in its colour."""
    from rich.text import Text

    sign, colour = _SIGNS.get(word, ("", ""))
    return Text(f"{sign} {word}".strip(), style=colour)


def _plain(text: str) -> Text:
    from rich.text import Text

    # show_text() would take away blanks at the end, which set columns.
    return Text(show_text(text) + " " * (len(text) - len(text.rstrip(" "))))


def _count(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """Return how many rows there are, and how many of each finding."""
    total = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    finding = next((column for column in _FINDINGS if column in columns), "")
    found = Counter(row[finding] for row in rows if row[finding]) if finding else Counter[str]()
    if len(found) < 2:
        return f"({total})"
    return f"({total}: {', '.join(f'{number} {word}' for word, number in sorted(found.items()))})"
