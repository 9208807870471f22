"""What must hold in a graph: its shapes, its quotes, its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import rdf
from policygraph.check import validation
from policygraph.check.violations import Violation, iri, short
from policygraph.errors import GraphError
from policygraph.rdf import iris, literals, mentions, passages
from policygraph.rdf.nodes import SEE_CHECK, Nodes
from policygraph.rdf.vocab import BASE, DCTERMS, OA, OWL, PG, PROV, RDF, SCHEMA, VOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from policygraph.statements import Passage
    from policygraph.store import Store

    _Reads = Callable[[Nodes, ox.NamedNode], Passage]

__all__ = ["Violation", "check"]

_BUILD: Final = "build the graph again"
# What describes a node: its class, or where there is but one thing that it can be, the words or the number that it holds.
_DESCRIBE: Final = frozenset({RDF.type, OA.exact, SCHEMA.value, SCHEMA.min_value, SCHEMA.max_value})


def check(
    store: Store, texts: Mapping[str, str], digests: Mapping[str, str] | None = None, *, shapes: bool = True
) -> list[Violation]:
    """Check a graph and return what does not hold, sorted.

    Documents that it does not hold, though it counts them, and triples that are missing; shapes (ontology/shapes.ttl),
    quotes against the texts, names without definition, blank nodes, and statements in the graph of a document that they
    do not quote. A graph of no document at all is none of Policygraph's.

    Args:
        store: the graph.
        texts: the decoded text of each document by name. Quotes of a document without a text are only checked for
            fitting their own offsets.
        digests: SHA-256 of the bytes of each document's file by name, to be compared with the graph's.
        shapes: whether to check the shapes: they take ten times as long as all else together.

    Raises:
        OntologyError: ontology/shapes.ttl is missing or damaged.
        GraphError: the graph cannot be reached any more.

    """
    quads = list(store.quads())
    nodes = Nodes(quads)
    found = {
        *_documents(quads, nodes),
        *_count(quads, nodes),
        *(validation.violations(store, quads) if shapes else ()),
        *_quotes(nodes, texts),
        *_digests(nodes, digests or {}),
        *_definitions(quads),
        *_blank_nodes(quads),
        *_sources(quads, nodes),
    }
    # What is wrong with one node may hide what is wrong with another from a reader, so that it is asked last.
    return sorted(found or _readable(quads))


def _documents(quads: Sequence[ox.Quad], nodes: Nodes) -> Iterator[Violation]:
    """Yield the documents that the description of the graph counts and that are not there, and the other way round."""
    held = set(nodes.instances(PG.Document))
    if not held:
        yield Violation("document", iris.DATASET.value, f"holds no document of Policygraph; {_BUILD}")
        return
    listed = set(nodes.nodes(iris.DATASET, DCTERMS.source))
    for document in listed - held:
        yield Violation("document", document.value, f"is listed as a source of the graph, but not held; {_BUILD}")
    for document in held - listed:
        yield Violation("document", document.value, f"is not listed as a source of {iris.DATASET.value}; {_BUILD}")
    yield from _graphs(quads, nodes)


def _graphs(quads: Sequence[ox.Quad], nodes: Nodes) -> Iterator[Violation]:
    named = {quad.graph_name for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    # The union in one Turtle file has no named graphs to check.
    if not named:
        return
    counted = set(nodes.nodes(iris.DATASET, VOID.subset))
    for graph in counted - named - set(iris.COMMON):
        yield Violation("document", graph.value, f"is counted as a part of the graph, but holds nothing; {_BUILD}")
    for graph in counted - set(iris.COMMON):
        if not nodes.nodes(graph, PROV.was_derived_from):
            yield Violation("document", graph.value, f"is not said to be derived from a document; {_BUILD}")
    described = {quad.graph_name for quad in quads if quad.predicate == RDF.type and quad.object == PG.Document}
    for other in described - counted:
        yield Violation("document", iri(other), f"holds a document, but is no part of {iris.DATASET.value}; {_BUILD}")


def _count(quads: Sequence[ox.Quad], nodes: Nodes) -> Iterator[Violation]:
    held = len({quad.triple for quad in quads})
    for text in nodes.texts(iris.DATASET, VOID.triples):
        try:
            counted = literals.whole(text)
        except ValueError:
            # Its shape tells it.
            continue
        # A graph may hold more than it counts: somebody has added to it.
        if counted > held:
            yield Violation("graph", iris.DATASET.value, f"counts {counted} triples, but holds {held}; {_BUILD}")


def _readable(quads: Sequence[ox.Quad]) -> set[Violation]:
    """Return what keeps the graph from being read, such as a name of ours in a form that we never give."""
    try:
        rdf.read(quads)
    except GraphError as error:
        node, _, message = _bare(error).partition(": ")
        return {Violation("statement", node, message)}
    return set()


def _quotes(nodes: Nodes, texts: Mapping[str, str]) -> Iterator[Violation]:
    for node, read in (*_each(nodes, OA.has_source, passages.read), *_each(nodes, PG.surface_start, _surface)):
        try:
            passage = read(nodes, node)
        except (GraphError, ValueError) as error:
            yield Violation("quote", node.value, _bare(error).removeprefix(f"{node.value}: "))
            continue
        text = texts.get(passage.document)
        if text is not None and text[passage.start : passage.end] != passage.quote:
            there, said = short(text[passage.start : passage.end]), short(passage.quote)
            message = f"{passage.document}, {passage.start}-{passage.end}: the text says {there}, the graph {said}"
            yield Violation("quote", node.value, message)


def _each(nodes: Nodes, predicate: ox.NamedNode, read: _Reads) -> Iterator[tuple[ox.NamedNode, _Reads]]:
    """Yield what has a property, and how its words are read."""
    for node in nodes.subjects(predicate):
        yield node, read


def _surface(nodes: Nodes, node: ox.NamedNode) -> Passage:
    """Return the words by which a mention names its entity."""
    return mentions.surface(nodes, node, passages.read(nodes, nodes.node(node, PROV.was_quoted_from)))


def _digests(nodes: Nodes, digests: Mapping[str, str]) -> Iterator[Violation]:
    for node in nodes.instances(PG.Document):
        name = nodes.text(node, DCTERMS.identifier)
        said = nodes.text(node, PG.sha256)
        if digests.get(name, said) != said:
            yield Violation("quote", node.value, f"{name}: the file has SHA-256 {digests[name]}, the graph {said}")


def _definitions(quads: Iterable[ox.Quad]) -> Iterator[Violation]:
    used: set[object] = set()
    defined: set[object] = set()
    for quad in quads:
        if quad.predicate in _DESCRIBE:
            defined.add(quad.subject)
        used |= {quad.subject, quad.predicate, quad.graph_name}
        # A version of the ontology is a file, told apart from others by its name alone.
        if quad.predicate != OWL.version_iri:
            used.add(quad.object)
    for node in used - defined:
        if isinstance(node, ox.NamedNode) and node.value.startswith(BASE):
            yield Violation("definition", node.value, "is used, but has no rdf:type")


def _blank_nodes(quads: Iterable[ox.Quad]) -> Iterator[Violation]:
    for quad in quads:
        for node in (quad.subject, quad.object, quad.graph_name):
            if isinstance(node, ox.BlankNode):
                # Its own label differs from run to run, so that what it is said with names it.
                yield Violation("blank node", quad.predicate.value, "has a blank node at one end; give it an IRI")


def _sources(quads: Iterable[ox.Quad], nodes: Nodes) -> Iterator[Violation]:
    for quad in quads:
        graph, passage = quad.graph_name, quad.object
        # The union in one Turtle file has no named graphs to check.
        if (
            quad.predicate != PROV.was_quoted_from
            or not isinstance(graph, ox.NamedNode)
            or not isinstance(passage, ox.NamedNode)
        ):
            continue
        documents = nodes.nodes(graph, PROV.was_derived_from)
        for document in nodes.nodes(passage, OA.has_source):
            if document not in documents:
                message = f"stands in {graph.value}, but quotes {document.value}, from which that is not derived"
                yield Violation("source", iri(quad.subject), message)


def _bare(error: Exception) -> str:
    # One who reads this is checking already.
    return str(error).removesuffix(SEE_CHECK)
