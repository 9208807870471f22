"""What a query from outside may cost: its size, its brackets, its operators, and the graph it asks."""

from __future__ import annotations

import re
from typing import Final

from policygraph.errors import QueryError

# Bytes of UTF-8.
MOST_BYTES: Final = 64 * 1024
# Oxigraph parses and plans by recursion: some thousands of brackets or operators in one query overflow its stack,
# which ends the process. These marks are counted wherever they stand, so that no string or comment can hide one.
MOST_BRACKETS: Final = 300
MOST_OPERATORS: Final = 4000

_BRACKETS = re.compile(r"[({\[]|<<")
_OPERATORS = re.compile(r"[/|+\-*&!^.,;=<>]")

# SPARQL 1.1, 19.2: a codepoint escape may spell any part of a query.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})")

# SPARQL 1.1, grammar rule 59: SERVICE SILENT? (variable | IRI | prefixed name) { … }. It is looked for in the raw text:
# what is a string or a comment can be made to look different to two readers, this sequence cannot.
_WORD = re.compile("service", re.IGNORECASE)
_GAP = r"(?:\s|\#[^\n\r]*+[\n\r])*+"
_NAME = r"""(?:[?$]\w++|<[^<>{}]*+>|[^\s\#{}<>?$:"']*+:(?:\\.|[^\s\#{}<>\\])*+)"""
_SERVICE = re.compile(rf"service{_GAP}(?:silent{_GAP})?{_NAME}{_GAP}\{{", re.IGNORECASE)
# Each occurrence of the word may be followed to the end of the text, so that their number bounds the time.
_MOST_WORDS: Final = 50

_COUNTED: Final = (
    (_BRACKETS, MOST_BRACKETS, "brackets"),
    (_OPERATORS, MOST_OPERATORS, "operators"),
    (_WORD, _MOST_WORDS, "times the word SERVICE"),
)


def bound(text: str) -> None:
    """Let a query through only if it asks this graph alone and cannot exhaust the machine by its form.

    Raises:
        QueryError: it is too large, has too many brackets or operators, or asks another endpoint (SERVICE).

    """
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        place = _place(text, error.start)
        raise QueryError("the query has a character that is no Unicode text; save it as UTF-8", *place) from error
    if size > MOST_BYTES:
        raise QueryError(f"the query has {size} bytes; at most {MOST_BYTES} are read: ask it in parts")
    for reading in dict.fromkeys((text, _ESCAPE.sub(_unescape, text))):
        _examine(reading)


def _examine(text: str) -> None:
    for pattern, most, what in _COUNTED:
        number = sum(1 for _ in pattern.finditer(text))
        if number > most:
            raise QueryError(f"the query has {number} {what}; at most {most} are read: ask it in parts")
    match = _SERVICE.search(text)
    if match:
        place = _place(text, match.start())
        raise QueryError("SERVICE is refused: a question is put to this graph alone", *place)


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16))


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")
