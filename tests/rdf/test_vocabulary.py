"""The ontology comes into the graph, unless it is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph import resources
from policygraph.errors import OntologyError
from policygraph.rdf import units, vocabulary
from policygraph.rdf.vocab import PREFIXES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An ontology folder of one's own."""
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    cached = (vocabulary.quads, vocabulary.nodes, units._known, units._names)
    for function in cached:
        function.cache_clear()
    yield tmp_path
    for function in cached:
        function.cache_clear()


def test_a_damaged_file_is_named_with_its_line(folder: Path) -> None:
    """The message says which file and line is no Turtle."""
    (folder / "themes.ttl").write_text("<a:b> <a:b> <a:b> .\n\n<a:b> <a:b\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"themes\.ttl:3: no Turtle"):
        vocabulary.quads()


def test_blank_nodes_of_the_ontology_are_refused(folder: Path) -> None:
    """A blank node would have another name in each build."""
    (folder / "policygraph.ttl").write_text("<a:b> <a:b> [] .", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"policygraph\.ttl: has a blank node"):
        vocabulary.quads()


def test_shapes_are_no_part_of_what_is_said(folder: Path) -> None:
    """shapes.ttl checks a graph and stays out of it."""
    (folder / "shapes.ttl").write_text("<a:b> <a:b> [] .", encoding="utf-8")
    assert vocabulary.quads() == ()


def test_a_unit_of_the_ontology_is_found_by_its_sign(folder: Path) -> None:
    """The ontology's concept is used, with the unit of QUDT that it matches exactly; other units are minted."""
    (folder / "codes.ttl").write_text(
        f"""@prefix skos: <{PREFIXES["skos"]}> . @prefix unit: <{PREFIXES["unit"]}> .
        <{PREFIXES["pgc"]}unit/percent> a skos:Concept ; skos:notation "%" ; skos:exactMatch unit:PERCENT .""",
        encoding="utf-8",
    )
    percent, seat = units.unit("%"), units.unit("座")
    assert percent and percent.node.value == f"{PREFIXES['pgc']}unit/percent"
    assert percent.qudt and percent.qudt.value == f"{PREFIXES['unit']}PERCENT"
    assert not percent.minted
    assert seat and seat.minted and seat.node.value == f"{PREFIXES['pgc']}unit/座"
    assert units.unit("") is None
