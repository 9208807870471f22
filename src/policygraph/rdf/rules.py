"""Names of rules ↔ concepts: ``naming/thing behind`` is ``pgc:rule/naming/thing-behind``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from policygraph.ontology import rules
from policygraph.rdf import iris
from policygraph.rdf.vocab import PG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import NamedNode

    from policygraph.rdf.nodes import Nodes

_SCHEME: Final = "rule/"


@functools.lru_cache(maxsize=1000)
def node(name: str) -> NamedNode:
    """Return the concept of a rule."""
    room, _, own = name.partition("/")
    return iris.code(f"{_SCHEME}{room}", own.replace(" ", "-"))


def pairs(names: Sequence[str]) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield property and object for each rule that made a statement."""
    for name in names:
        yield PG.made_by, node(name)


def names(nodes: Nodes, statement: NamedNode) -> tuple[str, ...]:
    """Return the rules that made a statement, in their order; none in a graph that does not tell them.

    Raises:
        ValueError: what made it is no rule.

    """
    return rules.ordered(_name(made) for made in nodes.nodes(statement, PG.made_by))


def _name(made: NamedNode) -> str:
    local = iris.local(made, "pgc")
    if not local.startswith(_SCHEME):
        raise ValueError(f"{made.value} is no rule")
    return local.removeprefix(_SCHEME).replace("-", " ")
