"""Values as a service gives them back, and as they were written.

Virtuoso 7 makes ``"50"^^xsd:decimal`` an ``xsd:integer``, as it is inserted and in answers. The datatype of a fact's value
is always ``xsd:decimal`` (ontology/shapes.ttl), so that it can be given back as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.rdf.vocab import SCHEMA, XSD, term

if TYPE_CHECKING:
    from policygraph.store.service import Service

_DECIMALS: Final = frozenset({SCHEMA.value, SCHEMA.min_value, SCHEMA.max_value, term("pg", "score")})
_PROBE: Final = f'SELECT ("1"^^{XSD.decimal} AS ?v) WHERE {{}}'


def narrows(service: Service) -> bool:
    """Return whether a service makes whole decimals integers."""
    (row,) = service.rows(_PROBE)
    return bool(row["v"].datatype == XSD.integer)


def widened(triple: ox.Triple) -> ox.Triple:
    """Return a triple of ours with the datatype that its value was written with."""
    value = triple.object
    if triple.predicate in _DECIMALS and isinstance(value, ox.Literal) and value.datatype == XSD.integer:
        return ox.Triple(triple.subject, triple.predicate, ox.Literal(value.value, datatype=XSD.decimal))
    return triple
