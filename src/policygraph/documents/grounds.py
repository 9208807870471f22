"""The words of a document, or of its file's name, in which that stands which was inferred of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.documents import areas, dates, frontmatter, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policygraph.statements import Document

# How many characters are shown on either side of what is looked for.
_AROUND = 16


def of(document: Document, stem: str) -> Mapping[str, str]:
    """Return for each field that was inferred the words in which it stands; ``""`` where no word has it as it is.

    Looked through are the title, the text from its beginning, and the file's name.

    Args:
        document: the document, with its text.
        stem: the file's name without suffix.

    """
    lines = [line for line in (document.title, *document.text.splitlines(), stem) if line.strip()]
    return {field: _found(lines, _needles(field, document)) for field in document.inferred} | (
        {"title": document.title} if "title" in document.inferred else {}
    )


def _needles(field: str, document: Document) -> Iterator[str]:
    """Yield what to look for, the best first."""
    if field in ("area", "level"):
        place = areas.resolve(document.area)
        yield from dict.fromkeys((place.official, place.name))
    elif field == "publisher":
        yield document.publisher
    elif field == "issued":
        yield from dict.fromkeys(dates.written(document.issued))
    elif field == "genre" and (words := _of_genre(document)):
        yield words


def _of_genre(document: Document) -> str:
    body = document.text[frontmatter.length(document.text) :]
    return re.sub(r"\s+", "", metadata.genre_words(document.title, body))


def _found(lines: Iterable[str], needles: Iterable[str]) -> str:
    plain = [dates.numbered(re.sub(r"\s+", "", line)) for line in lines]
    return next((_around(line, needle) for needle in needles for line in plain if needle in line), "")


def _around(line: str, needle: str) -> str:
    """Return what is looked for with the words around it.

    >>> _around("一" * 40 + "2024年" + "二", "2024年")
    '…一一一一一一一一一一一一一一一一2024年二'
    """
    at = line.index(needle)
    start, end = max(0, at - _AROUND), at + len(needle) + _AROUND
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
