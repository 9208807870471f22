"""The rules of ontology/rules.ttl: by what a document is read, and which of them made a statement.

The name of a rule is that of its room in the code and its own: ``naming/thing behind``. A fact bears one of each room that
it went through: how its number was found (quantities), how it shares its words with others (coordination), and how it is
named (naming); a mention one of entities, a link one of links.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.errors import OntologyError
from policygraph.ontology import concepts
from policygraph.ontology.concepts import PGC, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.ontology.concepts import Description

# In the order in which a text goes through them.
ROOMS: Final = ("quantities", "coordination", "naming", "grids", "entities", "links", "relations")

_FILE: Final = "rules.ttl"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the reader.

    Attributes:
        name: its room and its name, such as ``naming/thing behind``.
        says: what it reads, in English.
        example: a sentence of a plan in which it makes a statement, below a heading where it needs one.

    """

    name: str
    says: str
    example: str


@functools.cache
def all() -> tuple[Rule, ...]:  # noqa: A001 -- read as rules.all()
    """Return all rules in the order of :func:`ordered`.

    Raises:
        OntologyError: ontology/rules.ttl is missing or wrong.

    """
    found = {rule.name: rule for rule in map(_rule, concepts.read(_FILE, f"{PGC}rule/"))}
    return tuple(found[name] for name in ordered(found))


def get(name: str) -> Rule:
    """Return the rule of a name.

    Raises:
        KeyError: there is none.

    """
    return _by_name()[name]


def ordered(names: Iterable[str]) -> tuple[str, ...]:
    """Return names of rules by room, in the order in which a text goes through the rooms, then by name.

    >>> ordered({"naming/subject", "coordination/single", "quantities/measured"})
    ('quantities/measured', 'coordination/single', 'naming/subject')
    """
    return tuple(sorted(names, key=_place))


def _place(name: str) -> tuple[int, str]:
    room = name.partition("/")[0]
    # A graph of a later version may name rooms that this one does not have.
    return (ROOMS.index(room) if room in ROOMS else len(ROOMS), name)


def _rule(description: Description) -> Rule:
    name = description.text(f"{SKOS}notation")
    if name.partition("/")[0] not in ROOMS:
        raise OntologyError(f"{_FILE}: {description.iri}: begin its skos:notation with one of {', '.join(ROOMS)}")
    return Rule(name, description.text(f"{SKOS}definition", "en"), description.text(f"{SKOS}example", "zh"))


@functools.cache
def _by_name() -> dict[str, Rule]:
    return {rule.name: rule for rule in all()}
