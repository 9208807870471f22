"""Triples in the formats of RDF: Turtle, N-Triples, JSON-LD and RDF/XML."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.queries.mending import mend
from policygraph.rdf.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMATS: Final = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}

_PREFIXED: Final = frozenset({"ttl", "rdf"})
# Namespaces in XML 1.0, production 4 (NCName), by the ranges of XML 1.0, productions 4 and 4a.
_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL: Final = re.compile(f"[{_START}][{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]*\\Z")


def write(triples: Iterable[ox.Triple], form: str) -> bytes:
    """Return triples in one of :data:`FORMATS`, Turtle and RDF/XML with the prefixes that they use.

    Characters that XML cannot hold are replaced by U+FFFD in RDF/XML.

    Raises:
        QueryError: RDF/XML has no element for a predicate.

    """
    given = list(triples)
    if form == "rdf":
        _nameable(given)
    text = "\n".join(map(str, given)) if form in _PREFIXED else ""
    used = {prefix: iri for prefix, iri in sorted(PREFIXES.items()) if f"<{iri}" in text}
    buffer = io.BytesIO()
    try:
        ox.serialize(given, buffer, format=FORMATS[form], prefixes=used)
    except OSError as error:
        # Words of the syntax itself, such as rdf:about.
        raise QueryError(f"{error}; ask for turtle") from error
    return mend(buffer.getvalue()) if form == "rdf" else buffer.getvalue()


def _nameable(triples: Iterable[ox.Triple]) -> None:
    """Refuse predicates that are no name of an element: RDF/XML writes a predicate as one."""
    for predicate in sorted({triple.predicate.value for triple in triples}):
        if not _LOCAL.search(predicate):
            raise QueryError(f"RDF/XML has no name for the predicate <{predicate}>; ask for turtle")
