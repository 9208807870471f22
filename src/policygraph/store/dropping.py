"""Taking a document out of a graph behind a SPARQL endpoint, with all that rests on it.

What remains is what the other documents say: their graphs are not touched. Of the graphs of all documents the entries
of the ledger that join a statement of the document go, then the entities, areas, years, indicators and units that
nothing else names. Whether the documents that remain answer each other's promises is not judged anew: that takes their
texts, and a build without the document.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import UnknownNameError
from policygraph.rdf import iris, literals
from policygraph.rdf.vocab import PREFIXES, RDF, VOID, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.store.writing import Writing

Triples = frozenset[ox.Triple]
Nodes = frozenset[ox.NamedNode]

_ENTRY: Final = term("pg", "LedgerEntry")
# Nodes of one question.
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Dropped:
    """What went.

    Attributes:
        triples: triples of the document's own graph.
        entries: entries of the ledger.
        named: entities, areas, years, indicators and units that nothing else names.

    """

    triples: int
    entries: int
    named: int


def drop_from(writing: Writing, name: str) -> Dropped:
    """Take a document out of the graph behind an endpoint.

    Until it is out, readers refuse the graph as not whole. A drop that was broken off is finished by another one.

    Args:
        writing: the endpoint.
        name: the document's stem.

    Raises:
        UnknownNameError: the graph has no such document.
        GraphError: the endpoint refuses a change.

    """
    parts = writing.parts()
    gone = iris.graph(name)
    documents = parts - {*iris.COMMON}
    if gone not in documents:
        raise UnknownNameError("document", name, [iris.local(graph, "graph") for graph in documents])
    said = frozenset(writing.triples(gone))
    ledger = frozenset(writing.triples(iris.LEDGER))
    kept = _ledger(ledger, name, said)
    named = _objects(said) | _objects(ledger - kept)
    changed = {iris.LEDGER: kept}
    lost: Nodes = frozenset()
    for graph in (iris.ENTITIES, iris.INDICATORS):
        triples = frozenset(writing.triples(graph))
        asked = _subjects(triples) & named
        unnamed = _unnamed(triples, asked - _objects(kept) - _named_elsewhere(writing, asked, gone))
        changed[graph] = _without(triples, unnamed)
        lost |= unnamed
    description = _without_document(frozenset(writing.triples(iris.DATASET)), name, changed[iris.ENTITIES])
    writing.close(parts)
    for graph, triples in changed.items():
        writing.put(graph, triples)
    writing.remove(gone)
    writing.put(iris.DATASET, _counted(writing, description, parts - {gone}))
    return Dropped(triples=len(said), entries=len(_entries(ledger)) - len(_entries(kept)), named=len(lost))


def _ledger(ledger: Triples, name: str, said: Triples) -> Triples:
    """Return the ledger without the entries that join a statement of a document, or words of it."""
    own = _subjects(said)
    passages = f"{PREFIXES['psg']}{iris.encode(name)}/"
    touched = {t.subject for t in ledger if t.object in own or _value(t.object).startswith(passages)}
    kept = _without(ledger, _entries(ledger) & touched)
    # The passages and indicators that only those entries named.
    return _without(kept, _unnamed(kept, _subjects(kept) - _entries(kept)))


def _entries(ledger: Triples) -> Nodes:
    return _subjects(frozenset(t for t in ledger if t.predicate == RDF.type and t.object == _ENTRY))


def _unnamed(triples: Triples, nodes: Nodes) -> Nodes:
    """Return those of some nodes that no other node of the same graph names."""
    while True:
        named = nodes & {t.object for t in triples if t.subject not in nodes}
        if not named:
            return nodes
        nodes -= named


def _named_elsewhere(writing: Writing, nodes: Nodes, gone: ox.NamedNode) -> Nodes:
    """Return those of some nodes that the graph of another document, or the vocabulary, names."""
    apart = ", ".join(map(str, (gone, iris.LEDGER, iris.ENTITIES, iris.INDICATORS, iris.DATASET)))
    ordered = sorted(nodes, key=str)
    found: set[ox.NamedNode] = set()
    for start in range(0, len(ordered), _AT_ONCE):
        some = " ".join(map(str, ordered[start : start + _AT_ONCE]))
        query = f"VALUES ?o {{ {some} }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({apart}))"
        found |= {row["o"] for row in writing.service.rows(f"SELECT DISTINCT ?o WHERE {{ {query} }}")}
    return frozenset(found)


def _without_document(description: Triples, name: str, entities: Triples) -> Triples:
    """Return the description of a dataset without a document, and without its number of triples."""
    gone = {iris.graph(name), iris.document(name)}
    number = sum(1 for node in _subjects(entities) if node.value.startswith(PREFIXES["entity"]))
    kept = set()
    for triple in description:
        if triple.predicate == VOID.entities:
            kept.add(ox.Triple(triple.subject, triple.predicate, literals.integer(number)))
        elif triple.predicate != VOID.triples and not gone & {triple.subject, triple.object}:
            kept.add(triple)
    return frozenset(kept)


def _counted(writing: Writing, description: Triples, parts: Nodes) -> Triples:
    """Return the description of a dataset with its number of triples: a triple that two graphs have is one."""
    own = len(description) + 1
    number = own + _distinct(writing, parts)
    return description | {ox.Triple(iris.DATASET, VOID.triples, literals.integer(number))}


def _distinct(writing: Writing, parts: Nodes) -> int:
    seen: set[bytes] = set()
    for part in sorted(parts, key=str):
        seen.update(hashlib.sha256(str(triple).encode("utf-8")).digest()[:16] for triple in writing.triples(part))
    return len(seen)


def _without(triples: Triples, nodes: Iterable[ox.NamedNode]) -> Triples:
    gone = frozenset(nodes)
    return frozenset(t for t in triples if t.subject not in gone)


def _subjects(triples: Triples) -> Nodes:
    return frozenset(t.subject for t in triples if isinstance(t.subject, ox.NamedNode))


def _objects(triples: Triples) -> Nodes:
    return frozenset(t.object for t in triples if isinstance(t.object, ox.NamedNode))


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
