"""Tables in a text: rows in the pipe form of Markdown, one to a line, ``| 指标 | 单位 | 2025年 |``.

Markdown has them so, and tables of pages are written so into the text that is kept of them (`markup`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Between the cells of a row; \| is a character of a cell.
_BETWEEN: Final = re.compile(r"(?<!\\)\|")
# A row with marks at both ends, of two cells at least.
_ROW: Final = re.compile(r"[ \t\u3000]*\|.*\|[ \t\u3000]*$")
# |---|:---:|, which parts the head of a table from its body, with or without marks at its ends.
_RULE: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
_ONE_COLUMN: Final = re.compile(r"\s*\|\s*:?-+:?\s*\|\s*$")
# Layout leaves it out.
_NOTHING: Final = "\u200b"


def rows(text: str) -> dict[int, int]:
    """Return the lines of a text that are rows of tables: where each begins and where it ends.

    A table without marks at the ends of its rows is known by the rule below its head.
    """
    lines = list(_lines(text))
    found = {start: end for start, end in lines if _is_row(text[start:end])}
    for at, (start, end) in enumerate(lines):
        if at and is_rule(text[start:end]) and lines[at - 1][0] not in found and "|" in text[slice(*lines[at - 1])]:
            found.update(lines[at - 1 : at + 1])
            for below in lines[at + 1 :]:
                if "|" not in text[slice(*below)]:
                    break
                found.update((below,))
    return found


def unbroken(text: str, rows: dict[int, int]) -> str:
    """Return a text of the same length in which no row is broken: <br> in a cell has become the end of a line."""
    pieces, at = [], 0
    for start, end in sorted(rows.items()):
        pieces += [text[at:start], text[start:end].replace("\n", _NOTHING)]
        at = end
    return "".join((*pieces, text[at:]))


def is_rule(row: str) -> bool:
    """Whether a row is the rule below the head of a table."""
    return bool(_RULE.match(row) or _ONE_COLUMN.match(row))


def cells(row: str) -> Iterator[tuple[int, int]]:
    r"""Yield where the cells of a row begin and end, without the blanks around their words.

    >>> [r"| 甲 | 1\|2 |  |"[start:end] for start, end in cells(r"| 甲 | 1\|2 |  |")]
    ['甲', '1\\|2', '']
    """
    at = len(row) - len(row.lstrip()) + row.lstrip().startswith("|")
    stop = len(row.rstrip())
    ends = [mark.start() for mark in _BETWEEN.finditer(row, at)]
    for end in ends if ends and ends[-1] == stop - 1 else [*ends, stop]:
        words = row[at:end]
        start = at + len(words) - len(words.lstrip())
        yield start, max(start, at + len(words.rstrip()))
        at = end + 1


def written(cells: Iterable[str]) -> str:
    r"""Return cells as a row: trimmed, each in one line.

    >>> written(["地区生产总值", " 亿元", "a|b"])
    '| 地区生产总值 | 亿元 | a\\|b |'
    """
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"


def same(words: Sequence[str]) -> bool:
    """Whether a row says one thing: in all its cells, as a cell over the whole width does, or in its first cell alone."""
    return len(words) > 1 and bool(words[0]) and (len(set(words)) == 1 or not any(words[1:]))


def _is_row(line: str) -> bool:
    return bool(_ROW.match(line)) and (len(list(cells(line))) > 1 or bool(_ONE_COLUMN.match(line)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for raw in text.splitlines(keepends=True):
        yield at, at + len(raw.rstrip("\r\n"))
        at += len(raw)
