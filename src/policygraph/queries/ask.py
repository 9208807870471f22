"""Asking: a question in, its answer as text out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from policygraph.errors import QueryError
from policygraph.queries import formats, named
from policygraph.queries.answers import collect
from policygraph.store.bounds import bound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.queries.answers import Answer
    from policygraph.store import Store

# Rows or triples of one answer.
ROWS: Final = 100_000


def ask(
    store: Store, text_or_name: str, form: str = "table", params: Mapping[str, str | int] | None = None, *,
    rows: int = ROWS, width: int | None = None,
) -> str:  # fmt: skip
    """Return the answer to a question.

    An answer of more than ``rows`` rows is cut, and standard error says so.

    Args:
        store: the graph.
        text_or_name: SPARQL, or the name of a question of graph/queries.
        form: one of :data:`policygraph.queries.FORMATS`.
        params: parameters of a named question.
        rows: the most rows or triples to give.
        width: columns of the terminal that a table has to fit; None: as wide as its longest line.

    Raises:
        UnknownNameError: there is no question of that name.
        QueryError: it is no SPARQL, changes something, asks another endpoint, is too large, has no such parameter,
            or its answer has no such format.

    """
    if form not in formats.FORMATS:
        raise QueryError(f"unknown format: {form}; there are: {', '.join(formats.FORMATS)}")
    answer = answered(store, text_or_name, params, rows=rows)
    written = formats.write(answer, form, width)
    if answer.cut:
        sys.stderr.write(f"policygraph: answer cut, it has more than {rows} rows; ask for less, or with LIMIT\n")
    return written


def answered(
    store: Store, text_or_name: str, params: Mapping[str, str | int] | None = None, *, rows: int = ROWS
) -> Answer:
    """Return the answer to a question as its terms; arguments and errors as of :func:`ask`, ``cut`` says what it is."""
    return collect(store.query(_text(store, text_or_name.strip("\ufeff"), params or {})), rows)


def _text(store: Store, text_or_name: str, params: Mapping[str, str | int]) -> str:
    name = text_or_name.strip()
    if named.is_name(name):
        return named.load(name, store, params)
    if params:
        raise QueryError(f"only a named question has parameters; take {', '.join(sorted(params))} into the query")
    bound(text_or_name)
    return text_or_name
