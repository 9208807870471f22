"""A graph written for others: RDF in the format of a suffix, GraphML, or a folder of tables."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph import files, rdf
from policygraph.errors import OutputError
from policygraph.ledger import panel
from policygraph.rdf.vocab import PREFIXES
from policygraph.tables import write_panel, write_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.statements import Corpus, Reading
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


def export_panel(store: Store, texts: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """Write panel.csv and panel.parquet into a folder and return the documents whose text is not there.

    Whether a figure is one of the whole year is told by the words around it, which the graph does not hold: of a
    document without text, only what the quote says of the time counts.

    Args:
        store: the graph.
        texts: the texts of its documents by name.
        folder: the folder.

    Raises:
        OutputError: the folder is a file or cannot be written; or pyarrow is not installed: panel.csv is then there.
        GraphError: the graph cannot be read as statements.

    """
    if folder.is_file() or folder.suffix:
        raise OutputError(f"{folder}: a panel is two files; name a folder")
    quads = list(store.quads())
    corpus = rdf.corpus(quads)
    rows = panel.records(_with_texts(corpus, texts), rdf.ledger_of(quads, corpus))
    write_panel(rows, folder, rdf.licence_of(quads))
    panel.write_parquet(rows, folder / "panel.parquet")
    return tuple(r.document.name for r in corpus.readings if not _fits(r, texts.get(r.document.name, "")))


def _with_texts(corpus: Corpus, texts: Mapping[str, str]) -> Corpus:
    """Return a corpus whose documents have their texts, as far as these are the ones that they were read from."""
    readings = []
    for reading in corpus.readings:
        text = texts.get(reading.document.name, "")
        if not _fits(reading, text):
            # The words of its quotes where they stood, blanks between them.
            text = _quoted(reading)
        readings.append(replace(reading, document=replace(reading.document, text=text)))
    return replace(corpus, readings=tuple(readings))


def _fits(reading: Reading, text: str) -> bool:
    passages = (fact.passage for fact in reading.facts)
    return bool(text) and all(text[passage.start : passage.end] == passage.quote for passage in passages)


def _quoted(reading: Reading) -> str:
    found = [" "] * max((fact.passage.end for fact in reading.facts), default=0)
    for fact in reading.facts:
        found[fact.passage.start : fact.passage.end] = fact.passage.quote
    return "".join(found)


def _tables(store: Store, folder: Path) -> None:
    if folder.is_file():
        raise OutputError(f"{folder}: is a file; name a folder for tables")
    quads = list(store.quads())
    corpus = rdf.corpus(quads)
    write_tables(corpus, rdf.ledger_of(quads, corpus), folder, rdf.licence_of(quads))


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

    from policygraph.networks import flat, network

    file = io.BytesIO()
    networkx.write_graphml_xml(flat(network(store)), file, named_key_ids=True)
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
