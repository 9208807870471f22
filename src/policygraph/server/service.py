"""What the endpoint says of itself: the description of the service, with the named questions as examples to ask.

The words for examples are those of SHACL, as the endpoints of the SIB publish theirs
(https://github.com/sib-swiss/sparql-examples).
"""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import queries
from policygraph.queries.triples import write
from policygraph.rdf.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterator

# A name that nothing has (RFC 2606), taken out of what is written: what is left is relative to where it was got, which
# the server does not know for sure (it may stand behind another one, under another name).
_NOWHERE: Final = "http://policygraph.invalid/"
_SERVICE: Final = f"{_NOWHERE}sparql"
_SHACL: Final = "http://www.w3.org/ns/shacl#"
_COMMENT: Final = term("rdfs", "comment")


@functools.cache
def described(form: str) -> bytes:
    """Return the description in a format of :data:`policygraph.queries.triples.FORMATS` that has relative IRIs."""
    text = (files("policygraph.server") / "service.ttl").read_text(encoding="utf-8")
    said = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=_SERVICE)]
    for name in queries.names():
        said += _example(queries.question(name))
    return write(said, form).replace(_NOWHERE.encode(), b"")


def _example(question: queries.Question) -> Iterator[ox.Triple]:
    node = ox.NamedNode(f"{_SERVICE}#{question.name}")
    for sort in ("SPARQLExecutable", "SPARQLSelectExecutable"):
        yield ox.Triple(node, term("rdf", "type"), ox.NamedNode(f"{_SHACL}{sort}"))
    yield ox.Triple(node, _COMMENT, ox.Literal(question.title, language="en"))
    yield ox.Triple(node, _COMMENT, ox.Literal(question.chinese, language="zh"))
    yield ox.Triple(node, ox.NamedNode(f"{_SHACL}select"), ox.Literal(question.text))
    yield ox.Triple(node, term("schema", "target"), ox.NamedNode(_SERVICE))
