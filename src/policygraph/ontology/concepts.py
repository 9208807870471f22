"""Reading a Turtle file of SKOS concepts into plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from policygraph import resources
from policygraph.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterable

PG = "https://w3id.org/policygraph/ontology#"
PGC = "https://w3id.org/policygraph/code/"
SKOS = "http://www.w3.org/2004/02/skos/core#"

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Description:
    """What a Turtle file says of one concept.

    Args:
        iri: the concept.
        file: name of the file, for messages.

    """

    __slots__ = ("_file", "_values", "iri")

    def __init__(self, iri: str, file: str) -> None:
        self.iri = iri
        self._file = file
        self._values: dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]] = {}

    def add(self, predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> None:
        """Take in one more statement."""
        self._values.setdefault(predicate, []).append(value)

    def texts(self, predicate: str, language: str | None = None) -> tuple[str, ...]:
        """Return the literals of a predicate in one language, sorted."""
        values = self._values.get(predicate, ())
        return tuple(sorted(v.value for v in values if isinstance(v, ox.Literal) and v.language == language))

    def names(self, predicate: str) -> tuple[str, ...]:
        """Return the IRIs of a predicate, sorted."""
        return tuple(sorted(v.value for v in self._values.get(predicate, ()) if isinstance(v, ox.NamedNode)))

    def text(self, predicate: str, language: str | None = None) -> str:
        """Return the one literal of a predicate in one language.

        Raises:
            OntologyError: there is none, or more than one.

        """
        return self._one(predicate, self.texts(predicate, language))

    def name(self, predicate: str) -> str:
        """Return the one IRI of a predicate.

        Raises:
            OntologyError: there is none, or more than one.

        """
        return self._one(predicate, self.names(predicate))

    def is_a(self, iri: str) -> bool:
        """Whether the concept has the class ``iri``."""
        return iri in self.names(_TYPE)

    def _one(self, predicate: str, found: Iterable[str]) -> str:
        values = tuple(found)
        if len(values) != 1:
            raise OntologyError(f"{self._file}: {self.iri} has {len(values)} values of {predicate} instead of one")
        return values[0]


def read(file: str, namespace: str) -> tuple[Description, ...]:
    """Return what a file of ontology/ says of each ``skos:Concept`` of a namespace, sorted by IRI.

    Raises:
        OntologyError: the file is missing or no Turtle.

    """
    path = resources.ontology() / file
    found: dict[str, Description] = {}
    try:
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject = triple.subject
            if isinstance(subject, ox.NamedNode) and (iri := subject.value).startswith(namespace):
                if iri not in found:
                    found[iri] = Description(iri, file)
                found[iri].add(triple.predicate.value, triple.object)
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read; install again") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}:{error.lineno}: no Turtle ({error.msg}); mend it or install again") from error
    return tuple(found[iri] for iri in sorted(found) if found[iri].is_a(f"{SKOS}Concept"))
