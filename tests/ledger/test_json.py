"""What the verbs of the ledger give to programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command import runner
from policygraph import documents, extraction, rdf
from policygraph.extraction import Names
from policygraph.rdf import iris
from policygraph.statements import Corpus, Fact

CASES = Path(__file__).parent / "cases"
NAMES = (
    "missed_met_exceeded", "in_step_with_another_indicator", "city_above_its_province", "contradiction",
    "compatible_bounds", "lower_unemployment_is_raised", "softened_wording",
)  # fmt: skip
SIDES = {
    ("ledger",): ("target", "outcome"),
    ("changes",): ("before", "after"),
    ("conflicts",): ("one", "other"),
    ("cascade", "GDP"): ("area", "above"),
}


@pytest.fixture(scope="module")
def said() -> Corpus:
    """What the documents of some cases say."""
    names = Names()
    read = documents.collect([CASES / name for name in NAMES])
    return Corpus(tuple(extraction.read(document, names=names) for document in read), ())


@pytest.fixture(scope="module")
def graph_file(said: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their graph as a file."""
    path = tmp_path_factory.mktemp("ledger") / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(said)))
    return path


@pytest.mark.parametrize(("args", "sides"), SIDES.items(), ids=[args[0] for args in SIDES])
def test_every_side_is_what_its_fact_states(
    args: tuple[str, ...], sides: tuple[str, str], said: Corpus, graph_file: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Values, years and offsets are numbers; rows that differ in nothing but their statements are one that lists them."""
    facts = {iris.statement(fact.id).value: fact for fact in said.facts}
    run = runner(capsys, monkeypatch)
    asked = (*args, "-g", str(graph_file), "-f", "json")
    bare, full = json.loads(run(*asked).out), json.loads(run(*asked, "--quotes").out)
    assert 0 < len(bare) <= len(full)
    for row in full:
        assert type(row["year"]) is int
        for name, order in zip(sides, ("first", "second"), strict=True):
            _check(row, name, order, facts)
    for name in sides:
        assert _listed(bare, name) == _listed(full, name)
    assert not any(key.startswith(("first_", "second_")) for row in bare for key in row)


def _check(row: dict[str, Any], name: str, order: str, facts: dict[str, Fact]) -> None:
    if not row[f"{name}_statements"]:
        assert not {f"{name}_{part}" for part in ("comparator", "value", "value_max", "unit")} & set(row)
        return
    (iri,) = row[f"{name}_statements"]
    fact = facts[iri]
    assert row[f"{name}_comparator"] == fact.comparator
    assert row[f"{name}_value"] == float(fact.value)
    assert row.get(f"{name}_value_max") == (None if fact.value_max is None else float(fact.value_max))
    assert row.get(f"{name}_unit", "") == fact.unit
    assert (row[f"{order}_start"], row[f"{order}_end"]) == (fact.passage.start, fact.passage.end)


def _listed(rows: list[dict[str, Any]], name: str) -> set[str]:
    return {iri for row in rows for iri in row[f"{name}_statements"]}
