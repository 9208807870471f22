"""The formats of answers and what each can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.queries import results, table, triples

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygraph.queries.answers import Answer

_ROWS: Final[dict[str, Callable[[Answer], str]]] = {
    "csv": results.csv,
    "tsv": results.tsv,
    "json": results.json,
    "xml": results.xml,
}
# SPARQL 1.1 has no CSV or TSV of a boolean; the bare word is what Oxigraph and Jena write.
_BOOLEANS: Final[dict[str, str]] = {
    "csv": "{}",
    "tsv": "{}",
    "json": '{{"head":{{}},"boolean":{}}}',
    "xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><boolean>{}</boolean></sparql>',
}

FORMATS: Final = ("table", *_ROWS, "turtle")


def write(answer: Answer, form: str, width: int | None = None) -> str:
    """Return an answer in one of :data:`FORMATS`; ``width`` is that of a table.

    Raises:
        QueryError: there is no such format, or it cannot hold this sort of answer.

    """
    if form not in FORMATS:
        raise QueryError(f"unknown format: {form}; there are: {', '.join(FORMATS)}")
    if answer.kind == "boolean":
        return _boolean(answer, form)
    if form == "turtle":
        if answer.kind == "rows":
            raise QueryError("SELECT gives rows, which Turtle cannot hold; ask with CONSTRUCT, or for csv")
        return _turtle(answer)
    if answer.kind == "triples" and form in {"json", "xml"}:
        raise QueryError(f"CONSTRUCT and DESCRIBE give triples, which SPARQL's {form} cannot hold; ask for turtle")
    return table.write(answer, width) if form == "table" else _ROWS[form](answer)


def _turtle(answer: Answer) -> str:
    # Rows of CONSTRUCT and DESCRIBE are triples.
    return triples.write((ox.Triple(*row) for row in answer.rows), "ttl").decode("utf-8")  # type: ignore[arg-type]


def _boolean(answer: Answer, form: str) -> str:
    if form == "turtle":
        raise QueryError("ASK gives yes or no, which Turtle cannot hold; ask for table or json")
    if form == "table":
        return "yes\n" if answer.truth else "no\n"
    return _BOOLEANS[form].format("true" if answer.truth else "false") + "\n"
