"""The shapes accept every valid example and reject every invalid one for the reason it is named after."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, SH

from policygraph import resources, store
from policygraph.check import validation
from policygraph.check.validation import quiet

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = resources.ontology()
VALID = sorted((FOLDER / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((FOLDER / "examples" / "invalid").glob("*.ttl"))
PG = "https://w3id.org/policygraph/ontology#"
PGS = "https://w3id.org/policygraph/shapes#"


@functools.cache
def shapes() -> rdflib.Graph:
    """Return the shapes."""
    return rdflib.Graph().parse(FOLDER / "shapes.ttl")


def broken(*paths: Path) -> set[str]:
    """Return the local names of the shapes that the graph of the files breaks."""
    data = rdflib.Graph()
    with quiet():
        for path in paths:
            data.parse(path)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), inplace=True)
    assert isinstance(report, rdflib.Graph)
    return {str(shape).removeprefix(PGS) for shape in report.objects(None, SH.sourceShape)}


def shape(path: Path) -> str:
    """Return the local name of the shape that an invalid example is named after."""
    return path.stem.partition("-")[0]


def reporting() -> set[str]:
    """Return the local names of the shapes that have a message, so that they can report a result."""
    return {str(shape).removeprefix(PGS) for shape in shapes().subjects(SH.message)}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    """A valid example breaks no shape."""
    assert broken(path) == set()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    """An invalid example breaks the shape it is named after and no other; what follows a hyphen tells the case."""
    assert broken(path) == {shape(path)}


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_what_is_asked_in_sparql_finds_what_a_validator_finds(path: Path) -> None:
    """Where pySHACL sees only the shapes that a question doubts, the violations are those of all shapes."""
    graph = store.hold(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    quads = list(graph.quads())
    every = [shape.value for shape in validation.shapes().targeted()]
    everything = set(validation.told(quads, every))
    assert set(validation.violations(graph, quads)) == everything


def test_every_shape_is_asked_in_sparql() -> None:
    """No shape of ours needs a validator to be kept: an example that is valid is never shown to one."""
    for path in VALID:
        graph = store.hold(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
        assert [node for node in validation.shapes().targeted() if not validation.keeps(graph, node)] == []


def test_coverage() -> None:
    """Every shape that can report has an invalid example."""
    assert {shape(path) for path in INVALID} == reporting()


def test_classes() -> None:
    """Every class that shapes are for has a valid example."""
    types = {node for path in VALID for node in rdflib.Graph().parse(path).objects(None, RDF.type)}
    # The other classes of entities differ from Platform by their name only.
    others = {f"{PG}{kind}" for kind in ("Event", "Industry", "Organization", "Place", "Programme", "Project")}
    assert {target for target in shapes().objects(None, SH.targetClass) if str(target) not in others} <= types


def test_severity() -> None:
    """Every shape that can report says how severe it is."""
    assert [shape for shape in shapes().subjects(SH.message) if not shapes().value(shape, SH.severity)] == []


def test_own_concepts() -> None:
    """The concepts that come with the package keep the shapes."""
    assert (
        broken(*(FOLDER / name for name in ("policygraph.ttl", "themes.ttl", "indicators.ttl", "rules.ttl"))) == set()
    )
