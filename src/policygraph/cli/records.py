"""Answers for programs: JSON objects whose numbers are numbers, with what each side states taken apart."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from policygraph.rdf.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygraph.queries.answers import Answer
    from policygraph.store import Store

# Columns of whole numbers, which some questions give as text.
_WHOLE: Final = ("year", "start", "end", "first_start", "first_end", "second_start", "second_end")
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


def write(answer: Answer, sides: Sequence[Side], store: Store) -> str:
    """Return rows as JSON; rows that differ in nothing but their statements are one, which lists these.

    Args:
        answer: rows.
        sides: the statements that each joins.
        store: the graph that gave them, which is asked what the statements state.

    Raises:
        QueryError, GraphError: the store cannot answer.

    """
    rows = [dict(_typed(answer.columns, row)) for row in answer.rows]
    named = {row[side.column] for row in rows for side in sides if row.get(side.column, "").startswith(_STATEMENTS)}
    quantities = _quantities(store, sorted(named))
    merged: dict[str, dict[str, Any]] = {}
    for row in rows:
        said = {side: row.pop(side.column, "") for side in sides}
        for side, iri in said.items():
            row |= {f"{side.name}_{part}": value for part, value in quantities.get(iri, {}).items()}
        one = merged.setdefault(json.dumps(row, sort_keys=True), row)
        for side, iri in said.items():
            listed = one.setdefault(f"{side.name}_statements", [])
            if iri in named and iri not in listed:
                listed.append(iri)
    return json.dumps(list(merged.values()), ensure_ascii=False, indent=1) + "\n"


def _typed(columns: Iterable[str], row: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the cells of a row by name; a variable that is not bound is left out."""
    for column, term in zip(columns, row, strict=True):
        if term is not None:
            text = getattr(term, "value", str(term))
            yield column, int(text) if column in _WHOLE and text.isdecimal() else text


def _quantities(store: Store, statements: Sequence[str]) -> dict[str, dict[str, str | int | float]]:
    """Return what the facts among statements state, by IRI: comparator, value, value_max and unit, as in facts.csv."""
    from policygraph.queries.answers import collect

    found: dict[str, dict[str, str | int | float]] = {}
    for start in range(0, len(statements), _AT_A_TIME):
        names = " ".join(f"st:{iri.removeprefix(_STATEMENTS)}" for iri in statements[start : start + _AT_A_TIME])
        answer = collect(store.query(_QUANTITIES % names), _AT_A_TIME)
        for row in answer.rows:
            cells = {name: str(text) for name, text in _typed(answer.columns, row)}
            found[cells["statement"]] = dict(_quantity(cells))
    return found


def _quantity(cells: Mapping[str, str]) -> Iterator[tuple[str, str | int | float]]:
    # A bound has one of the three, a range the least and the most.
    numbers = [cells[name] for name in ("exact", "least", "most") if name in cells]
    yield "comparator", cells["comparator"]
    yield from ((name, _number(number)) for name, number in zip(("value", "value_max"), numbers, strict=False))
    if "unit" in cells:
        yield "unit", cells["unit"]


def _number(text: str) -> int | float:
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)
