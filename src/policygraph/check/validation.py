"""The shapes of ontology/shapes.ttl: asked in SPARQL, and told by pySHACL where a graph breaks one.

pySHACL takes thirty times as long as the questions, so that it sees only shapes that are broken, or that no question
can stand for.
"""

from __future__ import annotations

import functools
import logging
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import resources
from policygraph.check.sparql import Shapes, UntranslatableError
from policygraph.check.violations import Violation, iri, short
from policygraph.errors import OntologyError
from policygraph.rdf import literals
from policygraph.rdf.vocab import OA, SCHEMA, XSD
from policygraph.store import Oxigraph, hold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import rdflib

    from policygraph.store import Store

# Properties that shapes compare with one another.
_COMPARED: Final = (OA.start, OA.end, SCHEMA.min_value, SCHEMA.max_value)


def violations(store: Store, quads: Sequence[ox.Quad]) -> Iterator[Violation]:
    """Yield what breaks the shapes.

    Args:
        store: the graph.
        quads: its quads.

    Raises:
        OntologyError: ontology/shapes.ttl is missing or damaged.

    """
    ours = shapes()
    for quad in quads:
        if isinstance(quad.object, ox.Triple):
            message = f"{quad.object}: a triple term (RDF 1.2), which SHACL 1.0 cannot check; leave it out"
            yield Violation("shape", iri(quad.subject), message)
    # Some two hundred questions are many for a service.
    local = store if isinstance(store, Oxigraph) else hold(quads)
    doubtful = [shape for shape in ours.targeted() if not keeps(local, shape)]
    if doubtful:
        yield from told(quads, [shape.value for shape in doubtful])


def keeps(store: Oxigraph, shape: ox.NamedNode) -> bool:
    """Return whether it is sure that a graph keeps a shape that has targets."""
    try:
        return not any(bool(store.query(question)) for question in shapes().questions(shape))
    except UntranslatableError:
        return False


def shapes() -> Shapes:
    """Return the shapes of ontology/shapes.ttl.

    Raises:
        OntologyError: the file is missing or damaged.

    """
    return _read(_path())


def _path() -> Path:
    return resources.ontology() / "shapes.ttl"


@functools.lru_cache(maxsize=1)
def _read(path: Path) -> Shapes:
    try:
        return Shapes(quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: cannot be read ({' '.join(str(error).split())}); install again") from error


def told(quads: Sequence[ox.Quad], kept: Sequence[str]) -> Iterator[Violation]:
    """Yield what pySHACL finds of some shapes, which are given by IRI."""
    # pySHACL and rdflib take longer to import than a graph to build, and nothing else needs them.
    import pyshacl
    import rdflib

    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    shapes = rdflib.Graph().parse(_path(), format="turtle")
    for target in (shacl.targetClass, shacl.targetObjectsOf, shacl.targetSubjectsOf, shacl.targetNode):
        for shape in set(shapes.subjects(target)) - {rdflib.URIRef(node) for node in kept}:
            shapes.remove((shape, target, None))
    with quiet():
        _, report, _ = pyshacl.validate(_rdflib(quads), shacl_graph=shapes, inplace=True)
    for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult):
        value = report.value(result, shacl.value)
        message = " ".join(sorted(str(words) for words in report.objects(result, shacl.resultMessage)))
        shown = f" (found: {value if isinstance(value, rdflib.URIRef) else short(str(value))})" if value else ""
        yield Violation("shape", str(report.value(result, shacl.focusNode)), f"{message}{shown}")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from telling, with a traceback, each literal that is none of its datatype: the shapes tell it."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=UserWarning, module=r"rdflib\.")
            yield
    finally:
        logger.disabled = before


def _rdflib(quads: Iterable[ox.Quad]) -> rdflib.Graph:
    """Return the union as an rdflib graph in memory: pySHACL is many times slower over oxrdflib's view of the store."""
    import rdflib

    convert = functools.cache(_node)
    graph = rdflib.Graph()
    for quad in quads:
        # pyoxigraph lets triple terms stand as objects only.
        if isinstance(quad.object, ox.Triple):
            continue
        # pySHACL cannot compare numbers with what is none; as a string, it is told by the shape of the number.
        sound = quad.predicate not in _COMPARED or _is_number(quad.object)
        value = convert(quad.object) if sound else rdflib.Literal(quad.object.value)
        graph.add((convert(quad.subject), convert(quad.predicate), value))
    return graph


def _is_number(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> bool:
    if not isinstance(node, ox.Literal) or node.datatype not in (XSD.integer, XSD.decimal):
        return False
    try:
        literals.number(node.value)
    except ValueError:
        return False
    return True


def _node(node: ox.NamedNode | ox.BlankNode | ox.Literal) -> rdflib.term.Node:
    import rdflib

    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    datatype = None if node.language else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, lang=node.language, datatype=datatype, normalize=False)
