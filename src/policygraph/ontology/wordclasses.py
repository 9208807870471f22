"""The words of patterns, by class: ``ontology/lexicon/wordclasses.tsv``; and the patterns that are written with them.

A pattern says what stands where, the table says which words may stand there: ``<expecting>完成`` reads 预计完成, 有望完成.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from policygraph.errors import OntologyError
from policygraph.ontology import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

# The name of a class in a pattern; (?P<name> is the name of a group.
_CLASS = re.compile(r"(?<!\(\?P)<(?P<name>[a-z_]+)>")
_COLUMNS = ("word", "class", "features", "example", "source")


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """Return the words of every class in the order of the table, which is the order in which a pattern tries them."""
    return {name: tuple(said) for name, said in _features().items()}


@cache
def _features() -> Mapping[str, Mapping[str, str]]:
    """Return what the table says of each word, by class.

    Raises:
        OntologyError: the table is missing, or a row has too few or too many cells.

    """
    found: dict[str, dict[str, str]] = {}
    for word, name, said, *_ in tables.read("wordclasses", _COLUMNS)[1]:
        found.setdefault(name, {})[word] = said
    return found


def features(name: str) -> Mapping[str, str]:
    """Return what the table says of each word of a class: its type, its value."""
    of(name)
    return _features()[name]


def of(name: str) -> tuple[str, ...]:
    """Return the words of a class.

    Raises:
        OntologyError: there is no such class.

    """
    try:
        return classes()[name]
    except KeyError:
        raise OntologyError(f"ontology/lexicon/wordclasses.tsv: it has no class {name}; install again") from None


def word(name: str) -> str:
    """Return the word of a class that has one: a word that stands alone in the code, and in names that are made."""
    (only,) = of(name)
    return only


def characters(name: str) -> str:
    """Return the words of a class in one: characters to strip, to look for, or to count with."""
    return "".join(of(name))


@cache
def members(name: str) -> frozenset[str]:
    """Return the words of a class as a set: for asking whether a word is one of many."""
    return frozenset(of(name))


def pattern(template: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern in which ``<name>`` stands for any word of a class; it is compiled where it is first asked.

    >>> pattern("<expecting>完成").match("预计完成") is not None
    True
    """
    return cast("re.Pattern[str]", _Lazy(template, flags))


@cache
def expanded(template: str) -> str:
    """Return a pattern with the words of its classes: in square brackets their characters, else alternatives.

    >>> expanded("<fulfilling>")
    '(?:完成|超额|实现|兑现|落实)'
    >>> expanded("[<copulas>，]")
    '[为是，]'
    """
    return _CLASS.sub(lambda match: _spelt(of(match["name"]), _in_set(template[: match.start()])), template)


def _in_set(before: str) -> bool:
    """Whether what follows stands in square brackets."""
    bare = re.sub(r"\\.", "", before)
    return bare.rfind("[") > bare.rfind("]")


def _spelt(words: tuple[str, ...], in_set: bool) -> str:
    if in_set:
        return "".join(words)
    if all(len(word) == 1 for word in words):
        return f"[{''.join(words)}]"
    return f"(?:{'|'.join(map(re.escape, words))})"


class _Lazy:
    """A pattern that is compiled where one of its methods is first asked for, which it then keeps."""

    def __init__(self, template: str, flags: int) -> None:
        self._template = template
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(expanded(self._template), self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
