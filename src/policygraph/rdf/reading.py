"""Quads → statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from policygraph.errors import GraphError
from policygraph.rdf import documents, entities, facts, iris, ledger, links, mentions, relations
from policygraph.rdf.codes import ENTITY_TYPES, KINDS
from policygraph.rdf.nodes import SEE_CHECK, Nodes
from policygraph.rdf.vocab import PG, term
from policygraph.statements import Corpus, Entity, Fact, Link, Mention, Reading, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import NamedNode, Quad

    from policygraph.ledger import Row

Value = TypeVar("Value")
Statement = TypeVar("Statement", Fact, Mention, Link, Relation)


def corpus(quads: Iterable[Quad]) -> Corpus:
    """Return what a graph says.

    Everything comes back as it went into :func:`policygraph.rdf.quads`, by document and place, but the texts of
    documents and the numerals that are no facts: a graph does not hold them.

    Raises:
        GraphError: a description in the graph is not whole, or no description of ours; a statement quotes a document,
            or a link leads to a fact, that the graph does not hold.

    """
    return _corpus(Nodes(quads))


def read(quads: Iterable[Quad]) -> tuple[Corpus, tuple[Row, ...]]:
    """Return what a graph says and the ledger that it holds, with one look at its quads; errors as of both."""
    nodes = Nodes(quads)
    said = _corpus(nodes)
    return said, _ledger(nodes, said)


def _corpus(nodes: Nodes) -> Corpus:
    found_facts = _by_document(sorted(_facts(nodes), key=lambda fact: fact.place))
    found_mentions = _by_document(sorted(_mentions(nodes), key=_place_of_mention))
    found_links = _by_document(sorted(_each(nodes, PG.Link, links.read), key=_place_of_link))
    found_relations = _by_document(sorted(_each(nodes, PG.Relation, relations.read), key=_place_of_relation))
    read = sorted(_each(nodes, PG.Document, documents.read), key=lambda document: document.name)
    _whole({document.name for document in read}, found_facts, found_mentions, found_links, found_relations)
    return Corpus(
        readings=tuple(
            Reading(
                document=document,
                facts=tuple(found_facts.get(document.name, ())),
                mentions=tuple(found_mentions.get(document.name, ())),
                links=tuple(found_links.get(document.name, ())),
                numerals=(),
                relations=tuple(found_relations.get(document.name, ())),
            )
            for document in read
        ),
        entities=tuple(sorted(_entities(nodes), key=lambda entity: entity.name)),
    )


def ledger_of(quads: Iterable[Quad], corpus: Corpus) -> tuple[Row, ...]:
    """Return the ledger that a graph holds.

    Args:
        quads: the graph.
        corpus: what it says, by :func:`corpus`.

    Raises:
        GraphError: an entry is not whole, or joins statements that the graph does not hold.

    """
    return _ledger(Nodes(quads), corpus)


def _ledger(nodes: Nodes, corpus: Corpus) -> tuple[Row, ...]:
    said: dict[str, Fact | Mention] = {fact.id: fact for fact in corpus.facts}
    said |= {mention.id: mention for mention in corpus.mentions}
    levels = {reading.document.name: reading.document.level for reading in corpus.readings}
    rows = _each(nodes, term("pg", "LedgerEntry"), partial(ledger.read, said=said, levels=levels))
    return tuple(sorted(rows, key=lambda row: row.order))


def _whole(
    known: set[str],
    said: Mapping[str, list[Fact]],
    named: Mapping[str, list[Mention]],
    joined: Mapping[str, list[Link]],
    related: Mapping[str, list[Relation]],
) -> None:
    """Let through only what leads to something: statements of a document that is lost would be lost in silence."""
    lost = sorted((said.keys() | named.keys() | joined.keys() | related.keys()) - known)
    if lost:
        raise GraphError(f"{iris.document(lost[0]).value}: is quoted, but the graph does not hold it{SEE_CHECK}")
    ids = {fact.id for found in said.values() for fact in found}
    for link in (link for found in joined.values() for link in found if link.fact not in ids):
        node, fact = iris.statement(links.identify(link)).value, iris.statement(link.fact).value
        raise GraphError(f"{node}: leads to {fact}, which the graph does not hold{SEE_CHECK}")


def _facts(nodes: Nodes) -> Iterator[Fact]:
    for _, class_ in KINDS.pairs():
        yield from _each(nodes, class_, partial(facts.read, kind=class_))


def _mentions(nodes: Nodes) -> Iterator[Mention]:
    for class_ in (PG.Mention, PG.Measure):
        yield from _each(nodes, class_, mentions.read)


def _entities(nodes: Nodes) -> Iterator[Entity]:
    for type_, class_ in ENTITY_TYPES.pairs():
        yield from _each(nodes, class_, partial(entities.read, type_=type_))


def _each(nodes: Nodes, class_: NamedNode, read: Callable[[Nodes, NamedNode], Value]) -> Iterator[Value]:
    for node in nodes.instances(class_):
        try:
            yield read(nodes, node)
        except ValueError as error:
            raise GraphError(f"{node.value}: {error}{SEE_CHECK}") from error


# Several statements may share a passage. They come in the order of their own words in it, then of their digests, so
# that the order of the quads makes no difference.


def _place_of_mention(mention: Mention) -> tuple[int, int, int, str]:
    return mention.surface.start, mention.surface.end, mention.passage.start, mention.id


def _place_of_link(link: Link) -> tuple[int, int, str, str]:
    return link.passage.start, link.passage.end, link.fact, link.entity


def _place_of_relation(relation: Relation) -> tuple[int, int, str]:
    return relation.passage.start, relation.passage.end, relation.id


def _by_document(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.passage.document, []).append(statement)
    return found
