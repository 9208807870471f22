"""The code lists of the ontology hold exactly the codes of the statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from policygraph import resources
from policygraph.ontology import concepts
from policygraph.ontology.concepts import PG, PGC, SKOS
from policygraph.statements import Attribute, Comparator, EntityType, Level, Mode, Stage, Strength

if TYPE_CHECKING:
    from enum import StrEnum

ODRL = "http://www.w3.org/ns/odrl/2/"


@pytest.mark.parametrize(
    ("scheme", "codes"),
    [("mode", Mode), ("stage", Stage), ("strength", Strength), ("level", Level), ("attribute", Attribute)],
)
def test_codes(scheme: str, codes: type[StrEnum]) -> None:
    """A code list has the codes of its enumeration."""
    found = concepts.read("policygraph.ttl", f"{PGC}{scheme}/")
    known = {str(code) for code in codes if code}
    assert {description.iri.removeprefix(f"{PGC}{scheme}/") for description in found} == known


def test_signs() -> None:
    """Comparators have the signs of the tables as their notation."""
    found = concepts.read("policygraph.ttl", f"{PGC}comparator/")
    signs = {d.iri.removeprefix(f"{PGC}comparator/"): d.text(f"{SKOS}notation") for d in found}
    assert signs == {code.name.lower().replace("_", "-"): code.value for code in Comparator}


def test_odrl() -> None:
    """Comparators that ODRL has are matched."""
    found = concepts.read("policygraph.ttl", f"{PGC}comparator/")
    matches = {d.text(f"{SKOS}notation"): d.names(f"{SKOS}exactMatch") for d in found}
    expected = {">=": "gteq", ">": "gt", "=": "eq", "<=": "lteq", "<": "lt"}
    assert matches == {sign: ((ODRL + expected[sign],) if sign in expected else ()) for sign in matches}


def test_entity_classes() -> None:
    """There is a class for every type of entity."""
    path = resources.ontology() / "policygraph.ttl"
    sub = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
    classes = {
        triple.subject.value.removeprefix(PG)
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        if isinstance(triple.subject, ox.NamedNode)
        and triple.predicate.value == sub
        and isinstance(triple.object, ox.NamedNode)
        and triple.object.value == f"{PG}Entity"
    }
    assert classes == {kind.capitalize() for kind in EntityType}
