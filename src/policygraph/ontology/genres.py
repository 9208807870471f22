"""The sorts of documents of the ontology's code list, and what people call them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from policygraph.errors import OntologyError
from policygraph.ontology import concepts
from policygraph.ontology.concepts import PGC, SKOS
from policygraph.statements import Genre

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygraph.ontology.concepts import Description

_FILE: Final = "policygraph.ttl"


def called(name: str) -> Genre | None:
    """Return the genre of a code or of a name in Chinese or English, in any case; None if there is none.

    >>> called("bulletin"), called("统计公报"), called("诗歌")
    (<Genre.BULLETIN: 'bulletin'>, <Genre.BULLETIN: 'bulletin'>, None)

    Raises:
        OntologyError: ontology/policygraph.ttl is missing, or lists other genres.

    """
    return _names().get(name.casefold())


@functools.cache
def _names() -> Mapping[str, Genre]:
    listed = concepts.read(_FILE, f"{PGC}genre/")
    if {concept.text(f"{SKOS}notation") for concept in listed} != set(Genre):
        raise OntologyError(f"{_FILE}: list the genres {', '.join(Genre)} in pgc:genre; install again")
    return {name.casefold(): Genre(concept.text(f"{SKOS}notation")) for concept in listed for name in _of(concept)}


def _of(concept: Description) -> Iterator[str]:
    yield concept.text(f"{SKOS}notation")
    for language in ("en", "zh"):
        yield from (name for label in ("prefLabel", "altLabel") for name in concept.texts(f"{SKOS}{label}", language))
