"""Statements → quads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ledger import derive
from policygraph.ontology import indicators, places
from policygraph.rdf import (
    dataset,
    documents,
    entities,
    facts,
    iris,
    ledger,
    links,
    mentions,
    passages,
    relations,
    shared,
    units,
    vocabulary,
)
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from policygraph.ledger.row import Row
    from policygraph.rdf.dataset import About
    from policygraph.statements import Corpus, Fact, Link, Mention, Passage, Reading, Relation


def quads(corpus: Corpus, rows: Iterable[Row] | None = None, about: About | None = None) -> Iterator[Quad]:
    """Yield the graph of a corpus: one named graph per document, and those of all documents.

    Args:
        corpus: what the documents say, resolved; every link leads to a fact of its document.
        rows: its ledger, for one who has it at hand; else it is derived.
        about: title and licence; None for the title that the documents give, and no licence.

    """
    found = [quad for part in _said(corpus, rows) for quad in part]
    yield from found
    yield from dataset.quads(corpus, found, _about(corpus, about))


def parts(corpus: Corpus, rows: Iterable[Row] | None = None, about: About | None = None) -> Iterator[Iterable[Quad]]:
    """Yield the same graph in parts, a document at a time, but for the number of its triples.

    Arguments are those of :func:`quads`.
    """
    yield from _said(corpus, rows)
    yield dataset.described(corpus, _about(corpus, about))


def _said(corpus: Corpus, rows: Iterable[Row] | None) -> Iterator[Iterable[Quad]]:
    types = {entity.name: entity.type for entity in corpus.entities}
    yield concepts(corpus)
    yield _entities(corpus)
    for reading in corpus.readings:
        yield _reading(reading, types)
    entries = derive(corpus) if rows is None else rows
    yield ledger.quads(entries, frozenset(fact.indicator for fact in corpus.facts if not fact.concept))


def _about(corpus: Corpus, about: About | None) -> About:
    return about or dataset.about([reading.document for reading in corpus.readings])


def concepts(corpus: Corpus) -> Iterator[Quad]:
    """Yield the part of the graph that describes themes, indicators and codes: the vocabulary and what is minted."""
    yield from vocabulary.quads()
    yield from _minted(corpus)


def _reading(reading: Reading, types: Mapping[str, EntityType]) -> Iterator[Quad]:
    by_id = {fact.id: fact for fact in reading.facts}
    graph = iris.graph(reading.document.name)
    yield from documents.quads(reading.document, graph)
    for fact in reading.facts:
        yield from facts.quads(fact, graph)
    for mention in reading.mentions:
        yield from mentions.quads(mention, graph, types.get(mention.entity))
    for link in reading.links:
        yield from links.quads(link, by_id[link.fact], graph)
    for relation in reading.relations:
        yield from relations.quads(relation, graph)
    for passage in _passages(reading):
        yield from passages.quads(passage, graph)


def _passages(reading: Reading) -> set[Passage]:
    statements: tuple[Fact | Mention | Link | Relation, ...] = (
        *reading.facts, *reading.mentions, *reading.links, *reading.relations,
    )  # fmt: skip
    return {statement.passage for statement in statements}


def _entities(corpus: Corpus) -> Iterator[Quad]:
    for entity in corpus.entities:
        yield from entities.quads(entity, iris.ENTITIES)
    yield from _areas(corpus)
    years = {fact.year for fact in corpus.facts} | {mention.year for mention in corpus.mentions}
    years |= {relation.year for relation in corpus.relations}
    for year in years:
        yield from shared.year(year, iris.ENTITIES)


def _areas(corpus: Corpus) -> Iterator[Quad]:
    """Yield the areas of documents and facts, the places that entities are, and all that they lie in."""
    areas = {(reading.document.area, reading.document.name) for reading in corpus.readings}
    areas |= {(fact.area, fact.passage.document) for fact in corpus.facts}
    for node, name in {(iris.area(name, document), name) for name, document in areas}:
        yield from shared.area(node, name, iris.ENTITIES)
    named = [places.get(entity.name) for entity in corpus.entities if entity.type is EntityType.PLACE]
    used = [places.get(name) for name, _ in areas] + named
    around = {outer for found in used if found for outer in places.chain_of(found)}
    for place in around:
        yield from shared.known(place, iris.ENTITIES)


def _minted(corpus: Corpus) -> Iterator[Quad]:
    for name in {fact.indicator for fact in corpus.facts if not fact.concept}:
        yield from shared.indicator(name, iris.INDICATORS)
    for indicator in indicators.added():
        yield from shared.own_indicator(indicator, iris.INDICATORS)
    for name in {fact.unit for fact in corpus.facts}:
        unit = units.unit(name)
        if unit and unit.minted:
            yield from units.quads(name, iris.INDICATORS)
