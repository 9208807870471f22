"""The lexicon in force: one in a process at a time, so that no word of one build is heard in another.

What reads words keeps what it made of them (``functools.cache``). Where another lexicon comes into force, all that was
kept is forgotten; names alone are never kept, so that a lexicon of names costs no reading anew.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from policygraph.ontology.own.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The packages whose functions keep what they made of words.
_READERS: Final = tuple(
    f"policygraph.{package}" for package in ("ontology", "documents", "extraction", "resolution", "ledger")
)
_NOTHING: Final = Lexicon()

_in_force: Lexicon = _NOTHING
# A build asks for words from its first document to its last row; another thread waits for its turn.
_turn = threading.RLock()


def current() -> Lexicon:
    """Return the lexicon in force; an empty one outside :func:`using`."""
    return _in_force


def rows(table: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table of the lexicon in force, each by column."""
    return tuple(dict(row.cells) for row in _in_force.rows(table))


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Bring a lexicon into force, and the one before back at the end."""
    with _turn:
        before = _in_force
        _bring(lexicon)
        try:
            yield
        finally:
            _bring(before)


def _bring(lexicon: Lexicon) -> None:
    global _in_force
    kept = _kept(_in_force) == _kept(lexicon)
    _in_force = lexicon
    if not kept:
        _forget()


def _kept(lexicon: Lexicon) -> tuple[object, ...]:
    """Return what the kept results depend on."""
    return tuple((name, rows) for name, rows in lexicon.tables if rows and name != "names")


def _forget() -> None:
    """Empty what the functions of the readers have kept."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith(_READERS):
            for value in tuple(vars(module).values()):
                forget = getattr(value, "cache_clear", None)
                if callable(forget):
                    forget()
