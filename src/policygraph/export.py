"""A graph written for others: RDF in the format of a suffix, GraphML, a workbook, or a folder of tables."""

from __future__ import annotations

import gzip
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
from policygraph.store import hold
from policygraph.tables import rows_of, workbook, write_panel, write_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from policygraph.ledger import Row
    from policygraph.statements import Corpus, Reading
    from policygraph.store import Store
    from policygraph.tables.rows import Cells

# The suffix of a workbook for Excel.
WORKBOOK: Final = ".xlsx"

Writer = Callable[["Store"], bytes]

# What XML 1.0 (2.2) forbids even when escaped, but a document may hold.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def export(store: Store, target: Path, annotations: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Write a graph to a file in the format of its suffix, or, without a suffix, as tables into a folder.

    The same graph gives the same bytes. Formats without named graphs hold the union. A file is written whole or not at
    all, and so is a folder of tables.

    Args:
        store: the graph.
        target: a file ending in one of :data:`WRITERS` or in .xlsx, or a folder.
        annotations: the texts of its documents by name, to write the selectors of W3C Web Annotation with the words around
            each quote; None to leave them out.

    Returns:
        In a sentence each, what the format could not hold.

    Raises:
        OutputError: annotations are asked for of tables, the suffix is unknown, the place cannot be written, or XlsxWriter
            is not installed.
        GraphError: the graph cannot be read as statements (tables, GraphML).

    """
    if annotations is not None:
        if target.is_dir() or target.suffix.lower() in ("", WORKBOOK, ".graphml"):
            raise OutputError(f"{target}: annotations are written as RDF; name a file such as graph.ttl")
        store = hold(rdf.annotated(list(store.quads()), annotations))
    if target.is_dir() or not target.suffix:
        _tables(store, target)
        return ()
    if target.suffix.lower() == WORKBOOK:
        return _workbook(rows_of(*rdf.read(store.quads())), target)
    writer = next((writer for suffix, writer in WRITERS.items() if target.name.lower().endswith(suffix)), None)
    if writer is None:
        known = ", ".join((*WRITERS, WORKBOOK))
        raise OutputError(f"{target}: unknown format; end the name in {known}, or name a folder for tables")
    files.write(target, writer(store))
    return ()


def export_panel(
    store: Store, texts: Mapping[str, str], target: Path, *, concepts_only: bool = False, wide: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write panel.csv and panel.parquet into a folder, or a workbook.

    Whether a figure is one of the whole year is told by the words around it, which the graph does not hold: of a
    document without text, only what the quote says of the time counts.

    Args:
        store: the graph.
        texts: the texts of its documents by name.
        target: a folder, or a file ending in .xlsx.
        concepts_only: whether to leave out indicators that only the documents' words name.
        wide: whether to write panel-wide.csv too, a row for each area and year.

    Returns:
        The documents whose text is not there, and in a sentence each, what the format could not hold.

    Raises:
        OutputError: the folder is another file or cannot be written; or pyarrow is not installed (panel.csv is then
            there), or XlsxWriter.
        GraphError: the graph cannot be read as statements.

    """
    book = target.suffix.lower() == WORKBOOK and not target.is_dir()
    if not book and (target.is_file() or target.suffix):
        raise OutputError(f"{target}: a panel is two files; name a folder, or a file ending in {WORKBOOK}")
    quads = list(store.quads())
    rows, without = panel_of(*rdf.read(quads), texts, concepts_only=concepts_only)
    notes: tuple[str, ...] = ()
    if book:
        notes = _workbook({"panel": rows}, target)
    else:
        write_panel(rows, target, rdf.licence_of(quads), wide=wide)
        panel.write_parquet(rows, target / "panel.parquet")
    return without, notes


def panel_of(
    corpus: Corpus, ledger: Iterable[Row], texts: Mapping[str, str], *, concepts_only: bool = False
) -> tuple[list[panel.Record], tuple[str, ...]]:
    """Return the rows of the panel, and the documents whose text is not there.

    Args:
        corpus: what the documents say.
        ledger: what became of it.
        texts: the texts of the documents by name.
        concepts_only: whether to leave out indicators that only the documents' words name.

    """
    without = (r.document.name for r in corpus.readings if not _fits(r, texts.get(r.document.name, "")))
    cells = cells_of(corpus, ledger, texts, concepts_only=concepts_only)
    return [cell.record for cell in cells], tuple(without)


def cells_of(
    corpus: Corpus, ledger: Iterable[Row], texts: Mapping[str, str], *, concepts_only: bool = False
) -> list[panel.Cell]:
    """Return the rows of the panel of a graph with the statements behind them; arguments as of :func:`panel_of`."""
    return panel.cells(_with_texts(corpus, texts), ledger, concepts_only=concepts_only)


def _workbook(tables: Mapping[str, Sequence[Cells]], target: Path) -> tuple[str, ...]:
    content, notes = workbook(tables, target)
    files.write(target, content)
    return notes


def _with_texts(corpus: Corpus, texts: Mapping[str, str]) -> Corpus:
    """Return a corpus whose documents have their texts, as far as these are the ones that they were read from."""
    readings = []
    for reading in corpus.readings:
        text = texts.get(reading.document.name, "")
        if not _fits(reading, text):
            # The words of its quotes where they stood, blanks between them.
            text = _quoted(reading)
        facts = tuple(replace(fact, passage=fact.passage.within(text)) for fact in reading.facts)
        readings.append(replace(reading, document=replace(reading.document, text=text), facts=facts))
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
    write_tables(*rdf.read(quads), folder, rdf.licence_of(quads))


def _nquads(store: Store) -> bytes:
    return rdf.serialise(store.quads())


def _packed(store: Store) -> bytes:
    file = io.BytesIO()
    # No name and no time in the head: the same graph is the same bytes.
    with (
        gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
        io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as lines,
    ):
        lines.writelines(rdf.lines(store.quads()))
    return file.getvalue()


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
    ".nq.gz": _packed,
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
