"""The units of ontology/policygraph.ttl."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from policygraph.ontology import concepts
from policygraph.ontology.concepts import PG, PGC, SKOS

if TYPE_CHECKING:
    from policygraph.ontology.concepts import Description

NAMESPACE = f"{PGC}unit/"

_QUDT = "http://qudt.org/vocab/unit/"


@dataclass(frozen=True, slots=True)
class Unit:
    """A bare unit, as it stands in tables after 万 and 亿 are expanded.

    Attributes:
        id: last part of the IRI: the label, with what is neither letter nor digit percent-encoded.
        label: the unit as tables write it (``skos:notation``), such as ``亩`` or ``%``.
        english: English label.
        synonyms: other ways to write it, sorted.
        kind: the kind of unit: ``area``, ``money`` …
        qudt: IRI of the QUDT unit that it is the same as, or None.
        factor: how many of ``base`` it is, or None where it is not converted.
        base: label of the unit that it is converted to, or None.

    """

    id: str
    label: str
    english: str
    synonyms: tuple[str, ...]
    kind: str
    qudt: str | None
    factor: Fraction | None
    base: str | None


@functools.cache
def all() -> tuple[Unit, ...]:  # noqa: A001 -- read as units.all()
    """Return all units, sorted by id.

    Raises:
        OntologyError: ontology/policygraph.ttl is missing or wrong.

    """
    described = concepts.read("policygraph.ttl", NAMESPACE)
    labels = {description.iri: description.text(f"{SKOS}notation") for description in described}
    return tuple(_unit(description, labels) for description in described)


@functools.cache
def _by_name() -> dict[str, Unit]:
    return {name: unit for unit in all() for name in (unit.label, *unit.synonyms)}


def get(label: str) -> Unit | None:
    """Return the unit of a label or synonym, or None: documents count in units that no list has.

    >>> mu = get("亩")
    >>> mu and (mu.factor, mu.base)
    (Fraction(2000, 3), '平方米')
    """
    return _by_name().get(label)


def _unit(description: Description, labels: dict[str, str]) -> Unit:
    matches = description.names(f"{SKOS}exactMatch")
    bases = description.names(f"{PG}conversionUnit")
    return Unit(
        id=description.iri.removeprefix(NAMESPACE),
        label=labels[description.iri],
        english=description.text(f"{SKOS}prefLabel", "en"),
        synonyms=description.texts(f"{SKOS}altLabel", "zh"),
        kind=description.name(f"{PG}unitKind").removeprefix(f"{PGC}unit-kind/"),
        qudt=next((match for match in matches if match.startswith(_QUDT)), None),
        factor=_factor(description) if bases else None,
        base=labels[bases[0]] if bases else None,
    )


def _factor(description: Description) -> Fraction:
    numerator, denominator = (description.text(f"{PG}conversion{part}") for part in ("Numerator", "Denominator"))
    return Fraction(int(numerator), int(denominator))
