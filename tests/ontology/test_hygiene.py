"""The ontology keeps its own rules: every hygiene query returns nothing on it, and something on its toy.

A hygiene query is a pair in hygiene/: the query, whose first line says the cure, and the toy that breaks the rule.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph import resources

FOLDER = resources.ontology()
QUERIES = sorted((Path(__file__).parent / "hygiene").glob("*.rq"))
FILES = [*FOLDER.glob("*.ttl"), *(FOLDER / "examples" / "valid").glob("*.ttl")]
# The examples describe concepts only as far as they need them.
STRICT = [FOLDER / name for name in ("policygraph.ttl", "themes.ttl", "indicators.ttl", "rules.ttl")]
WHOLE = {"property-unused", "class-unused", "term-undefined"}


def graph(*paths: Path) -> ox.Store:
    """Return the graph of the files."""
    store = ox.Store()
    for path in paths:
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


@functools.cache
def whole() -> ox.Store:
    """Return the graph of ontology, shapes and valid examples."""
    return graph(*FILES)


@functools.cache
def strict() -> ox.Store:
    """Return the graph of ontology, themes, indicators and rules."""
    return graph(*STRICT)


def found(store: ox.Store, query: Path) -> list[str]:
    """Return the solutions of a query, one string each."""
    solutions = store.query(query.read_text("utf-8"))
    assert isinstance(solutions, ox.QuerySolutions)
    return [" ".join(str(value) for value in solution) for solution in solutions]


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_ontology(query: Path) -> None:
    """A hygiene query finds nothing in the ontology."""
    cure = query.read_text("utf-8").splitlines()[0]
    assert found(whole() if query.stem in WHOLE else strict(), query) == [], cure


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_toy(query: Path) -> None:
    """A hygiene query finds the fault of its toy."""
    assert found(graph(query.with_suffix(".ttl")), query)


def test_pairs() -> None:
    """No toy is left without its query."""
    toys = {path.stem for path in (Path(__file__).parent / "hygiene").glob("*.ttl")}
    assert toys == {query.stem for query in QUERIES}


@pytest.mark.parametrize("path", [*FILES, *(FOLDER / "examples" / "invalid").glob("*.ttl")], ids=lambda path: path.stem)
def test_prefixes(path: Path) -> None:
    """A prefix that a file declares is used in it."""
    lines = path.read_text("utf-8").splitlines()
    declared = {line.split()[1] for line in lines if line.startswith("@prefix")}
    body = "\n".join(line for line in lines if not line.startswith(("@prefix", "#")))
    assert {prefix for prefix in declared if prefix not in body} == set()
