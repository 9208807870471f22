"""The places that figures and documents are of, by all their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import names as short
from policygraph.ontology import places
from policygraph.viewer import names

if TYPE_CHECKING:
    from collections.abc import Iterable


def rows(found: Iterable[str]) -> list[list[str]]:
    """Return for every name of a place: the name, the short one, English, pinyin, code, level, what it lies in, and the official name.

    A place that no table knows has its own name for all, and no code, level or place around it.
    """
    return [_row(name) for name in sorted(found)]


def _row(name: str) -> list[str]:
    known = places.get(name)
    if known is None:
        return [name, short.area(name), "", names.syllables(name), "", "", "", ""]
    return [
        name,
        known.name,
        known.english,
        names.syllables(known.name),
        known.code,
        str(known.level),
        known.within,
        known.official,
    ]
