"""The named questions of the ledger: asked with names that the graph has, answered as rows with or without their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policygraph.queries import records
from policygraph.queries.answers import collect
from policygraph.queries.ask import ROWS
from policygraph.queries.known import checked
from policygraph.queries.named import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygraph.queries.answers import Answer
    from policygraph.queries.records import Side
    from policygraph.rows import Rows
    from policygraph.store import Store

# The columns that hold the words of the documents, where they stand, and whose words they are.
_EVIDENCE: Final = ("first_", "second_", "candidate_")
_IRIS: Final = ("first_iri", "second_iri")
# What the two statements of a row are called, by question; those of a cascade are of one area and of that above it.
_SIDES: Final = {
    "ledger": ("target", "outcome"),
    "changes": ("before", "after"),
    "conflicts": ("one", "other"),
    "cascade": ("area", "above"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A named question that was asked.

    Attributes:
        store: the graph that answered.
        answer: its rows, with their words.
        sides: the two statements that each row joins, none where it joins none.

    """

    store: Store
    answer: Answer
    sides: tuple[Side, ...]

    def shown(self, *, quotes: bool, spared: Sequence[str] = ()) -> Answer:
        """Return the answer with its words, or without them but for the columns that are spared."""
        if quotes:
            return self.answer
        columns = self.answer.columns
        kept = [n for n, column in enumerate(columns) if column in spared or not column.startswith(_EVIDENCE)]
        return replace(
            self.answer,
            columns=tuple(columns[number] for number in kept),
            rows=tuple(dict.fromkeys(tuple(row[number] for number in kept) for row in self.answer.rows)),
        )

    def rows(self, *, quotes: bool = True) -> Rows:
        """Return plain rows: numbers as numbers, and what each of the two statements states in columns of its own.

        Args:
            quotes: whether with the words of the documents; without, rows that differ in nothing else are one.

        Raises:
            QueryError, GraphError: the store cannot answer what the statements state.

        """
        shown = self.shown(quotes=quotes, spared=[side.column for side in self.sides])
        return records.rows(shown, self.sides, self.store)


def asked(store: Store, question: str, params: Mapping[str, str]) -> Asked:
    """Ask a named question.

    Args:
        store: the graph.
        question: the question's name in graph/queries.
        params: its parameters; ``""`` asks for all.

    Raises:
        QueryError: the graph has no such name or year, or the store cannot answer.

    """
    answer = collect(store.query(load(question, store, checked(store, params))), ROWS)
    sides = zip(_IRIS, _SIDES.get(question, ()), strict=False)
    return Asked(store, answer, tuple(records.Side(column, name) for column, name in sides))
