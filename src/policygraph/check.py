"""What must hold in a graph: its shapes, its quotes, its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import resources
from policygraph.errors import GraphError, OntologyError
from policygraph.rdf import passages
from policygraph.rdf.nodes import Nodes
from policygraph.rdf.vocab import BASE, DCTERMS, OA, OWL, PG, PROV, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import rdflib

    from policygraph.store import Store

# Characters of a quote that a message shows.
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something that does not hold.

    Attributes:
        check: ``blank node``, ``definition``, ``quote``, ``shape`` or ``source``.
        node: the node concerned, as IRI.
        message: what is wrong with it.

    """

    check: str
    node: str
    message: str


def check(
    store: Store, texts: Mapping[str, str], digests: Mapping[str, str] | None = None, *, shapes: bool = True
) -> list[Violation]:
    """Check a graph and return what does not hold, sorted.

    Shapes (ontology/shapes.ttl), quotes against the texts, names without definition, blank nodes, and statements in the
    graph of a document that they do not quote.

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
        *(_shapes(quads) if shapes else ()),
        *_quotes(nodes, texts),
        *_digests(nodes, digests or {}),
        *_definitions(quads),
        *_blank_nodes(quads),
        *_sources(quads, nodes),
    }
    return sorted(found)


def _quotes(nodes: Nodes, texts: Mapping[str, str]) -> Iterator[Violation]:
    for node in nodes.instances(OA.SpecificResource):
        try:
            passage = passages.read(nodes, node)
        except GraphError as error:
            yield Violation("quote", node.value, str(error))
            continue
        text = texts.get(passage.document)
        if text is not None and text[passage.start : passage.end] != passage.quote:
            there, said = _short(text[passage.start : passage.end]), _short(passage.quote)
            message = f"{passage.document}, {passage.start}-{passage.end}: the text says {there}, the graph {said}"
            yield Violation("quote", node.value, message)


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
        if quad.predicate == RDF.type:
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
        quotes = quad.predicate in (PROV.was_quoted_from, PG.surface_passage)
        # The union in one Turtle file has no named graphs to check.
        if not quotes or not isinstance(graph, ox.NamedNode) or not isinstance(passage, ox.NamedNode):
            continue
        documents = nodes.nodes(graph, PROV.was_derived_from)
        for document in nodes.nodes(passage, OA.has_source):
            if document not in documents:
                message = f"stands in {graph.value}, but quotes {document.value}, from which that is not derived"
                yield Violation("source", _iri(quad.subject), message)


def _shapes(quads: Sequence[ox.Quad]) -> Iterator[Violation]:
    # pySHACL and rdflib take longer to import than a graph to build, and nothing else needs them.
    import pyshacl
    import rdflib

    path = resources.ontology() / "shapes.ttl"
    try:
        shapes = rdflib.Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: cannot be read ({' '.join(str(error).split())}); install again") from error
    _, report, _ = pyshacl.validate(_rdflib(quads), shacl_graph=shapes, inplace=True)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        value = report.value(result, shacl.value)
        message = " ".join(sorted(str(words) for words in report.objects(result, shacl.resultMessage)))
        shown = f" (found: {value if isinstance(value, rdflib.URIRef) else _short(str(value))})" if value else ""
        yield Violation("shape", str(report.value(result, shacl.focusNode)), f"{message}{shown}")


def _rdflib(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """Return the union as an rdflib graph in memory: pySHACL is many times slower over oxrdflib's view of the store."""
    import rdflib

    known: dict[object, rdflib.term.Node] = {}

    def convert(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
        if node not in known:
            known[node] = _node(node)
        return known[node]

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((convert(quad.subject), convert(quad.predicate), convert(quad.object)))
    return graph


def _node(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Node:
    import rdflib

    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    if isinstance(node, ox.Literal):
        datatype = None if node.language else rdflib.URIRef(node.datatype.value)
        return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)
    raise GraphError(f"{node}: a triple term (RDF 1.2), which SHACL 1.0 cannot check; leave it out")


def _iri(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown[:_SHOWN]}…”" if len(shown) > _SHOWN else f"“{shown}”"
