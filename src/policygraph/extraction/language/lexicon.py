"""The words that extraction goes by: ontology/lexicon/*.tsv and the lexicon in force over them, as plain values."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from policygraph.ontology import own, tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# The tables whose rows anybody can add; names.py has names.
_OWN: Final = ("terms", "units")


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of ``ontology/lexicon/<name>.tsv``, each by column, in the order of the file, then one's own.

    A row of the lexicon in force takes the place of one that begins with the same word.

    Raises:
        OntologyError: the table is missing, or a row has too few or too many cells.

    """
    rows = {next(iter(row.values())): row for row in _own(name)}
    kept = (row for row in given(name) if next(iter(row.values())) not in rows)
    return (*kept, *rows.values())


def _own(name: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the lexicon in force.

    A name that is to be found wherever it stands is a term too, and the name of an indicator says in full what is
    measured.
    """
    if name == "terms":
        for row in own.current().rows("names"):
            if row["find"]:
                yield from ({"term": term, "type": row["type"]} for term in (row["name"], *row.list("aliases")))
    if name == "measure_nouns":
        for row in own.current().rows("indicators"):
            yield from ({"word": noun} for noun in (row["label"], *row.list("synonyms")) if noun)
    yield from own.rows(name) if name in _OWN else ()


def given(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of ``ontology/lexicon/<name>.tsv`` alone.

    Raises:
        OntologyError: as of :func:`table`.

    """
    columns, rows = tables.read(name)
    return tuple(dict(zip(columns, cells, strict=True)) for cells in rows)


@cache
def words(name: str) -> frozenset[str]:
    """Return the first column of a table."""
    return frozenset(next(iter(row.values())) for row in table(name))


@cache
def mapping(name: str) -> Mapping[str, str]:
    """Return the first column of a table with its second."""
    return {key: value for key, value, *_ in (tuple(row.values()) for row in table(name))}


def any_of(strings: Iterable[str]) -> str:
    """Return a regular expression for any of the strings, the longest first; what they begin with is looked at once.

    >>> any_of(["建成", "建成投用", "新建"])
    '(?:建成(?:投用)?|新建)'
    """
    return _branches(sorted(set(strings)))


def _alike(first: str, last: str) -> int:
    """Return how many characters two strings have in common at their beginning."""
    pairs = enumerate(zip(first, last, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(last)))


def _branches(strings: Sequence[str]) -> str:
    """Return the expression of sorted strings, parted by their first characters."""
    parts: list[str] = []
    for _, group in groupby(filter(None, strings), key=itemgetter(0)):
        same = list(group)
        shared = same[0][: _alike(same[0], same[-1])]
        rests = [string[len(shared) :] for string in same]
        parts.append(re.escape(shared) + (_branches(rests) if len(rests) > 1 else ""))
    return f"(?:{'|'.join(parts)}){'?' if '' in strings else ''}"


@cache
def suffix_index(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words of a table by their last character, the longest first: for finding what a phrase ends with."""
    index: dict[str, list[str]] = {}
    for word in words(name):
        index.setdefault(word[-1], []).append(word)
    return {last: tuple(sorted(found, key=lambda w: (-len(w), w))) for last, found in index.items()}


@cache
def _lengths(name: str) -> Mapping[str, tuple[int, ...]]:
    """Return the lengths of the words of a table by their last character, the longest first."""
    return _by_letter((word[-1], len(word)) for word in words(name))


@cache
def _first_lengths(name: str) -> Mapping[str, tuple[int, ...]]:
    """Return the lengths of the words of a table by their first character, the longest first."""
    return _by_letter((word[0], len(word)) for word in words(name))


def _by_letter(lengths: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for letter, length in lengths:
        found.setdefault(letter, set()).add(length)
    return {letter: tuple(sorted(known, reverse=True)) for letter, known in found.items()}


def beginning(name: str, text: str) -> str:
    """Return the longest word of a table that a text begins with, or ``""``."""
    known = words(name)
    for length in _first_lengths(name).get(text[:1], ()):
        if (opening := text[:length]) in known:
            return opening
    return ""


def ending(name: str, text: str) -> str:
    """Return the longest word of a table that a text ends with, or ``""``."""
    known = words(name)
    for length in _lengths(name).get(text[-1:], ()):
        if (tail := text[-length:]) in known:
            return tail
    return ""
