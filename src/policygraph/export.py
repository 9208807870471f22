"""A graph written for others: RDF in the format of a suffix, GraphML, or a folder of tables."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import files, rdf
from policygraph.errors import OutputError
from policygraph.ledger.table import write_ledger
from policygraph.rdf.vocab import PREFIXES
from policygraph.tables import write_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.store import Store

Writer = Callable[["Store"], bytes]

# What XML 1.0 (2.2) forbids even when escaped, but a document may hold.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(store: Store, target: Path) -> None:
    """Write a graph to a file in the format of its suffix, or, without a suffix, as tables into a folder.

    The same graph gives the same bytes. Formats without named graphs hold the union.

    Args:
        store: the graph.
        target: a file ending in one of :data:`WRITERS`, or a folder.

    Raises:
        OutputError: the suffix is unknown, or the place cannot be written.
        GraphError: the graph cannot be read as statements (tables, GraphML).

    """
    writer = WRITERS.get(target.suffix.lower())
    if target.is_dir() or not target.suffix:
        _tables(store, target)
    elif writer is None:
        known = ", ".join(WRITERS)
        raise OutputError(f"{target}: unknown format; end the name in {known}, or name a folder for tables")
    else:
        files.write(target, writer(store))


def _tables(store: Store, folder: Path) -> None:
    if folder.is_file():
        raise OutputError(f"{folder}: is a file; name a folder for tables")
    quads = list(store.quads())
    corpus = rdf.corpus(quads)
    write_tables(corpus, folder)
    write_ledger(rdf.ledger_of(quads, corpus), folder / "ledger.csv")


def _nquads(store: Store) -> bytes:
    return rdf.serialise(store.quads())


def _ntriples(store: Store) -> bytes:
    return _serialise(_union(store), ox.RdfFormat.N_TRIPLES)


def _turtle(store: Store) -> bytes:
    return _declare(_serialise(_union(store), ox.RdfFormat.TURTLE))


def _trig(store: Store) -> bytes:
    return _declare(_serialise(_by_graph(store), ox.RdfFormat.TRIG))


def _jsonld(store: Store) -> bytes:
    return _serialise(_by_graph(store), ox.RdfFormat.JSON_LD)


def _rdfxml(store: Store) -> bytes:
    text = _serialise(_union(store), ox.RdfFormat.RDF_XML).decode("utf-8")
    head, mark, body = text.partition(">\n\t<")
    start, *declarations = head.split(" xmlns:")
    return _xml(" xmlns:".join([start, *sorted(declarations)]) + mark + body)


def _graphml(store: Store) -> bytes:
    # networkx is needed for this one format only, and takes long to import.
    import networkx

    from policygraph.networks import network

    graph = network(store)
    flat: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in sorted(graph):
        flat.add_node(node, **_scalars(graph.nodes[node]))
    for source, target, key in sorted(graph.edges(keys=True)):
        data = graph.edges[source, target, key]
        # A statement makes several edges, and in GraphML each has an id of its own.
        flat.add_edge(source, target, f"{data['relation']}-{key}", **_scalars(data))
    file = io.BytesIO()
    networkx.write_graphml_xml(flat, file, named_key_ids=True)
    return _xml(file.getvalue().decode("utf-8"))


# The formats by suffix. Serializers write in the order of their input, so that sorted statements give the same bytes.
WRITERS: Final[dict[str, Writer]] = {
    ".ttl": _turtle,
    ".nt": _ntriples,
    ".nq": _nquads,
    ".trig": _trig,
    ".jsonld": _jsonld,
    ".rdf": _rdfxml,
    ".graphml": _graphml,
}


def _serialise(ordered: list[ox.Triple] | list[ox.Quad], form: ox.RdfFormat) -> bytes:
    file = io.BytesIO()
    ox.serialize(ordered, file, form, prefixes=PREFIXES)
    return file.getvalue()


def _union(store: Store) -> list[ox.Triple]:
    return sorted({quad.triple for quad in store.quads()}, key=str)


def _by_graph(store: Store) -> list[ox.Quad]:
    return sorted(set(store.quads()), key=lambda quad: (str(quad.graph_name), str(quad.triple)))


def _declare(turtle: bytes) -> bytes:
    # The prefixes come first, a line each, in an order that pyoxigraph does not promise.
    lines = turtle.splitlines(keepends=True)
    return b"".join([*sorted(lines[: len(PREFIXES)]), *lines[len(PREFIXES) :]])


def _xml(text: str) -> bytes:
    # A reader of XML takes a bare carriage return for a line feed (XML 1.0, 2.11), and the quote would be another.
    return _NO_XML.sub("\ufffd", text).replace("\r", "&#13;").encode("utf-8")


def _scalars(data: Mapping[str, object]) -> dict[str, object]:
    return {name: _scalar(value) for name, value in sorted(data.items()) if value is not None}


def _scalar(value: object) -> object:
    # GraphML knows numbers, booleans and strings; an enumeration's value is a string with a class of its own.
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
