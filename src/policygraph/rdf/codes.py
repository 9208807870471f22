"""The codes of statements as concepts of the ontology (``pgc:``, SDMX) and classes, and back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from policygraph.errors import GraphError
from policygraph.facets import Flow, Measure
from policygraph.rdf import iris
from policygraph.rdf.vocab import PG, term
from policygraph.statements import (
    Attribute,
    By,
    Comparator,
    EntityType,
    Genre,
    Kind,
    Level,
    Mode,
    Period,
    Stage,
    Status,
    Strength,
    Tie,
)

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

Code = TypeVar("Code", bound=StrEnum)


class Codes(Generic[Code]):
    """A code list in both directions.

    Args:
        nodes: the node of each code.

    """

    def __init__(self, nodes: dict[Code, NamedNode]) -> None:
        self._nodes = nodes
        self._codes = {node: code for code, node in nodes.items()}

    def node(self, code: Code) -> NamedNode:
        """Return the node of a code."""
        return self._nodes[code]

    def code(self, node: NamedNode) -> Code:
        """Return the code of a node.

        Raises:
            GraphError: it is a node of no code.

        """
        try:
            return self._codes[node]
        except KeyError:
            known = ", ".join(sorted(known.value for known in self._codes))
            raise GraphError(f"{node.value}: is none of {known}") from None

    def pairs(self) -> list[tuple[Code, NamedNode]]:
        """Return all codes with their nodes."""
        return list(self._nodes.items())


# The signs of comparators are no slugs, so that their names stand in the IRI: at-least, more-than …
COMPARATORS: Final = Codes({c: iris.code("comparator", c.name.lower().replace("_", "-")) for c in Comparator})
STAGES: Final = Codes({stage: iris.code("stage", stage) for stage in Stage})
MODES: Final = Codes({mode: iris.code("mode", mode) for mode in Mode})
STRENGTHS: Final = Codes({strength: iris.code("strength", strength) for strength in Strength})
GENRES: Final = Codes({genre: iris.code("genre", genre) for genre in Genre})
LEVELS: Final = Codes({level: iris.code("level", level) for level in Level})
KINDS: Final = Codes({Kind.TARGET: PG.Target, Kind.OUTCOME: PG.Outcome})
# The properties that join two entities, and what says that they do.
TIES: Final = Codes({tie: term("pg", tie) for tie in Tie})
BY: Final = Codes({by: iris.code("by", by) for by in By})
ENTITY_TYPES: Final = Codes({type_: term("pg", type_.capitalize()) for type_ in EntityType})
# A target of which no table says so has no attribute.
ATTRIBUTES: Final = Codes({each: iris.code("attribute", each) for each in (Attribute.EXPECTED, Attribute.BINDING)})
MEASURES: Final = Codes({each: iris.code("measure", each) for each in Measure})
# What the words do not tell has no code.
FLOWS: Final = Codes({each: iris.code("flow", each) for each in (Flow.FLOW, Flow.STOCK)})
# A figure is one of its year unless the words say otherwise, as the great most are.
PERIODS: Final = Codes({each: iris.code("period", each.replace(" ", "-")) for each in (Period.MONTHS, Period.YEARS)})
# A normal value has no status: SDMX takes A, normal, for granted where none is said.
STATUSES: Final = Codes(
    {
        **{s: term("sdmx-code", f"obsStatus-{s}") for s in (Status.ESTIMATE, Status.PROVISIONAL)},
        Status.WORDS: iris.code("status", "in-words"),
    }
)
