"""The list of known names: canonical names, English labels and aliases.

Those of ontology/lexicon/names.tsv and, over them, those of the lexicon in force. The list gives labels and joins aliases
of what the rules find; it finds nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.ontology import own
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the list.

    Attributes:
        name: its canonical name.
        type: its type.
        english: its English label.
        aliases: its other names, sorted.

    """

    name: str
    type: EntityType
    english: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The list of names, or an empty one.

    Args:
        enabled: False leaves the list out, so that only the rules speak.

    """

    enabled: bool = True
    _known: Mapping[str, Known] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", _by_name() if self.enabled else {})

    def get(self, name: str) -> Known | None:
        """Return the entity that has this name or alias, quotation marks aside, or None."""
        return self._known.get(bare(name))


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """Return a name without punctuation and blanks, as names are compared; + and × mean something: “文旅+”.

    >>> bare("“微短剧＋”行动计划")
    '微短剧+行动计划'
    """
    return "".join(char for char in name.replace("＋", "+") if char.isalnum() or char in "+×")


def _by_name() -> Mapping[str, Known]:
    """Return who is meant by each name: what a later row says goes before what an earlier one says."""
    found: dict[str, Known] = {}
    for known in (*map(_known, lexicon.given("names")), *map(_known, own.rows("names"))):
        found |= {bare(name): known for name in (known.name, *known.aliases)}
    return found


def _known(row: Mapping[str, str]) -> Known:
    aliases = tuple(sorted(filter(None, (alias.strip() for alias in row["aliases"].split("|")))))
    return Known(row["name"], EntityType(row["type"]), row["english"], aliases)
