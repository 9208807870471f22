"""Values as RDF literals, in canonical form."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from policygraph.rdf.vocab import XSD

# The lexical form of xsd:decimal (XML Schema 1.1 Part 2, 3.3.3.1); xsd:integer is a part of it.
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_WHOLE: Final = re.compile(r"-?\d{1,15}", re.ASCII)
# No document writes a number as long; what has more overflows the arithmetic of statements.
_LONGEST_NUMBER: Final = 100
_SHOWN: Final = 30

# Forms of Document.issued, and the datatypes of XML Schema Part 2 that have them.
_DATES: Final = (
    (re.compile(r"\d{4}"), XSD.g_year),
    (re.compile(r"\d{4}-\d\d"), XSD.g_year_month),
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
)


def chinese(text: str) -> Literal:
    """Return Chinese words."""
    return Literal(text, language="zh")


def english(text: str) -> Literal:
    """Return English words."""
    return Literal(text, language="en")


def integer(number: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(number), datatype=XSD.integer)


def gyear(number: int) -> Literal:
    """Return an ``xsd:gYear``: four digits at least."""
    return Literal(f"{number:04d}", datatype=XSD.g_year)


def plain(number: Decimal) -> str:
    """Return a number without exponent, trailing zeros or sign of zero.

    >>> plain(Decimal("5.3E+11")), plain(Decimal("2.50")), plain(Decimal("-0.0"))
    ('530000000000', '2.5', '0')
    """
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def decimal(number: Decimal) -> Literal:
    """Return an ``xsd:decimal`` in the canonical form of XML Schema 1.1 (Part 2, 3.3.3.2).

    Raises:
        ValueError: the number is infinite or not a number.

    """
    if not number.is_finite():
        raise ValueError(f"{number} has no xsd:decimal")
    return Literal(plain(number), datatype=XSD.decimal)


def number(text: str) -> Decimal:
    """Return the number that a literal's text is.

    Raises:
        ValueError: it is none.

    """
    if len(text) > _LONGEST_NUMBER or _NUMBER.fullmatch(text) is None:
        raise ValueError(f"{_short(text)} is no number")
    return Decimal(text)


def whole(text: str) -> int:
    """Return the whole number that a literal's text, or the last part of an IRI, is.

    Raises:
        ValueError: it is none, or has more than 15 digits.

    """
    if _WHOLE.fullmatch(text) is None:
        raise ValueError(f"{_short(text)} is no whole number")
    return int(text)


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def date(issued: str) -> Literal:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` with its datatype; any other form stays a string."""
    return Literal(issued, datatype=_datatype(issued))


def _datatype(issued: str) -> NamedNode | None:
    return next((datatype for form, datatype in _DATES if form.fullmatch(issued)), None)
