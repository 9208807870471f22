"""Answers as plain rows, whatever form the question had."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from policygraph.store.guards import sound

if TYPE_CHECKING:
    from policygraph.store import Result

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gave.

    Attributes:
        kind: rows of SELECT, triples of CONSTRUCT and DESCRIBE, the boolean of ASK.
        columns: the variables of the rows, without question mark.
        rows: the terms, None where a variable is not bound.
        truth: the boolean.
        cut: whether there was more than the rows given here.

    """

    kind: Literal["rows", "triples", "boolean"]
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool = False
    cut: bool = False


def collect(result: Result, most: int) -> Answer:
    """Return at most ``most`` rows or triples of a result, triples sorted.

    Raises:
        GraphError: the store is damaged where the answer lies.

    """
    with sound():
        return _collect(result, most)


def _collect(result: Result, most: int) -> Answer:
    if isinstance(result, ox.QueryBoolean):
        return Answer("boolean", truth=bool(result))
    if isinstance(result, ox.QueryTriples):
        found = list(islice(result, most + 1))
        triples = sorted(((t.subject, t.predicate, t.object) for t in found[:most]), key=lambda row: [*map(str, row)])
        return Answer("triples", ("subject", "predicate", "object"), tuple(triples), cut=len(found) > most)
    columns = tuple(variable.value for variable in result.variables)
    rows = [tuple(solution) for solution in islice(result, most + 1)]
    return Answer("rows", columns, tuple(rows[:most]), cut=len(rows) > most)
