"""Terms of an answer as plain values: numbers as numbers, everything else as its text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.rdf.vocab import XSD
from policygraph.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygraph.queries.answers import Answer, Term

Value = str | int | float | bool | Decimal | None

# Columns of whole numbers, which some questions give as text.
_WHOLE: Final = frozenset({"year", "start", "end", "first_start", "first_end", "second_start", "second_end"})
# What is longer is no number of a document, and Python refuses to read very long ones; it stays a text.
_INTEGER: Final = re.compile(r"[+-]?\d{1,100}", re.ASCII)
_DECIMAL: Final = re.compile(r"[+-]?(?:\d{1,100}(?:\.\d{0,100})?|\.\d{1,100})", re.ASCII)
_FLOAT: Final = re.compile(
    r"[+-]?(?:\d{1,100}(?:\.\d{0,100})?|\.\d{1,100})(?:[eE][+-]?\d{1,3})?|NaN|[+-]?INF", re.ASCII
)
_BOOLEAN: Final = re.compile(r"true|false|0|1")

# The datatypes of XML Schema that are read, each with what its texts look like.
_READERS: Final[dict[str, tuple[re.Pattern[str], Callable[[str], Value]]]] = {
    XSD.integer.value: (_INTEGER, int),
    XSD.g_year.value: (_INTEGER, int),
    XSD.decimal.value: (_DECIMAL, Decimal),
    "http://www.w3.org/2001/XMLSchema#double": (_FLOAT, float),
    "http://www.w3.org/2001/XMLSchema#float": (_FLOAT, float),
    "http://www.w3.org/2001/XMLSchema#boolean": (_BOOLEAN, lambda text: text in ("true", "1")),
}


def plain(answer: Answer, *, whole: bool = False) -> Rows:
    """Return the rows or triples of an answer with plain values.

    Args:
        answer: rows or triples.
        whole: whether columns that our own questions give as text, such as ``year``, are whole numbers.

    """
    rows = (
        {column: _value(column, term, whole) for column, term in zip(answer.columns, row, strict=True)}
        for row in answer.rows
    )
    return Rows(answer.columns, rows, cut=answer.cut)


def text(term: Term) -> str:
    """Return an IRI or a literal without its marks, anything else as SPARQL writes it."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _value(column: str, term: Term | None, whole: bool) -> Value:
    if term is None:
        return None
    written = text(term)
    if whole and column in _WHOLE and _INTEGER.fullmatch(written):
        return int(written)
    if isinstance(term, ox.Literal) and term.datatype.value in _READERS:
        pattern, read = _READERS[term.datatype.value]
        return read(written) if pattern.fullmatch(written) else written
    return written
