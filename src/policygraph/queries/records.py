"""Answers as records: rows by column whose numbers are numbers, with what each side states taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from policygraph.queries.answers import collect
from policygraph.queries.plain import plain, text
from policygraph.rdf.vocab import PREFIXES
from policygraph.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.queries.answers import Answer
    from policygraph.store import Store

# What a fact states, in the columns of facts.csv.
_PARTS: Final = ("comparator", "value", "value_max", "unit")
_STATEMENTS: Final = PREFIXES["st"]
# Statements that are asked for at a time: a query of some kilobytes, which every service takes.
_AT_A_TIME: Final = 200
_QUANTITIES: Final = """
SELECT ?statement ?comparator ?unit ?exact ?least ?most WHERE {
  VALUES ?statement { %s }
  ?statement pg:comparator/skos:notation ?comparator ; pg:value ?quantity .
  OPTIONAL { ?quantity schema:value ?exact }
  OPTIONAL { ?quantity schema:minValue ?least }
  OPTIONAL { ?quantity schema:maxValue ?most }
  OPTIONAL { ?quantity pg:unit/skos:notation ?unit }
}
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements that a row joins.

    Attributes:
        column: the column of its IRI in the answer; an IRI that is no statement stands for words that are none.
        name: what its fields are called: ``target`` gives ``target_value``, ``target_unit`` …

    """

    column: str
    name: str


def rows(answer: Answer, sides: Sequence[Side], store: Store) -> Rows:
    """Return the rows of an answer; those that differ in nothing but their statements are one, which lists these.

    Args:
        answer: rows.
        sides: the statements that each joins.
        store: the graph that gave them, which is asked what the statements state.

    Raises:
        QueryError, GraphError: the store cannot answer.

    """
    found = plain(answer, whole=True)
    named = {row[side.column] for row in found for side in sides if (row[side.column] or "").startswith(_STATEMENTS)}
    quantities = _quantities(store, sorted(named))
    merged: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in found:
        said = {side: row.pop(side.column, None) for side in sides}
        for side, iri in said.items():
            stated = quantities.get(iri, {})
            row |= {f"{side.name}_{part}": stated.get(part) for part in _PARTS}
        one = merged.setdefault(tuple(row.values()), row)
        for side, iri in said.items():
            listed = one.setdefault(f"{side.name}_statements", [])
            if iri in named and iri not in listed:
                listed.append(iri)
    return Rows(_columns(answer, sides), merged.values(), cut=answer.cut)


def _columns(answer: Answer, sides: Sequence[Side]) -> tuple[str, ...]:
    own = [column for column in answer.columns if column not in {side.column for side in sides}]
    stated = [f"{side.name}_{part}" for side in sides for part in _PARTS]
    return (*own, *stated, *(f"{side.name}_statements" for side in sides))


def _quantities(store: Store, statements: Sequence[str]) -> dict[str, dict[str, str | Decimal]]:
    """Return what the facts among statements state, by IRI: comparator, value, value_max and unit, as in facts.csv."""
    found: dict[str, dict[str, str | Decimal]] = {}
    for start in range(0, len(statements), _AT_A_TIME):
        names = " ".join(f"st:{iri.removeprefix(_STATEMENTS)}" for iri in statements[start : start + _AT_A_TIME])
        answer = collect(store.query(_QUANTITIES % names), _AT_A_TIME)
        for row in answer.rows:
            cells = {column: text(term) for column, term in zip(answer.columns, row, strict=True) if term is not None}
            found[cells["statement"]] = dict(_quantity(cells))
    return found


def _quantity(cells: Mapping[str, str]) -> Iterator[tuple[str, str | Decimal]]:
    # A bound has one of the three, a range the least and the most.
    numbers = [cells[name] for name in ("exact", "least", "most") if name in cells]
    yield "comparator", cells["comparator"]
    yield from ((name, Decimal(number)) for name, number in zip(("value", "value_max"), numbers, strict=False))
    if "unit" in cells:
        yield "unit", cells["unit"]
