"""A question to the graph, and its answer in the first format that can hold it."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.queries import ROWS, formats
from policygraph.queries.answers import collect
from policygraph.queries.mending import Mending
from policygraph.queries.triples import FORMATS as TRIPLES
from policygraph.queries.triples import write
from policygraph.rdf.vocab import PREFIXES
from policygraph.store.syntax import refuse, syntax_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Buffer

    from policygraph.queries.answers import Answer
    from policygraph.store import Oxigraph, Result

# Bytes of one answer; a graph of half a million quads fits.
MOST_BYTES: Final = 128 * 1024 * 1024
# Rows that a page shows.
SHOWN_ROWS: Final = 500

# The formats of rows and booleans, and of triples, by media type, best first; the names are those of ``format``.
ROW_MEDIA: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
ROW_TYPES: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
PAGE: Final = "html"

# Oxigraph writes these as it finds the rows, ten times as fast as they can be collected and written.
_STREAMED: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as SPARQL 1.1 Protocol puts it.

    Attributes:
        sparql: the query.
        forms: the formats that the client takes, best first: ``json``, ``xml``, ``csv``, ``tsv`` for rows and booleans,
            ``ttl``, ``nt``, ``jsonld``, ``rdf`` for triples, ``html`` for all.
        default_graphs: the IRIs of the graphs that make up the default graph; none: the union of all.
        named_graphs: the IRIs of the named graphs to ask; none: all, unless ``default_graphs`` has some.

    """

    sparql: str
    forms: tuple[str, ...]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of an answer.

    Attributes:
        form: its format, one of those of the question; ``""`` where none of them can hold it, and nothing was written.
            Of ``html`` the SPARQL JSON of the rows to show was written.
        cut: of ``html``, whether there are more rows than the page is to show.
        triples: of ``html``, whether the rows are triples.

    """

    form: str
    cut: bool = False
    triples: bool = False


def answer(store: Oxigraph, question: Question, into: IO[bytes]) -> Written:
    """Answer a question, and write the answer as it is found.

    Args:
        store: the graph.
        question: what is asked.
        into: takes the answer; where there is none after all, it has been given a part of it.

    Raises:
        QueryError: it is no SPARQL, changes something, asks another endpoint, is too large or names no graph by an IRI;
            or its answer is larger than :data:`MOST_BYTES`.
        OSError: there is no room for the answer.

    """
    result = _ask(store, question)
    known = TRIPLES if isinstance(result, ox.QueryTriples) else ROW_TYPES
    form = next((form for form in question.forms if form in known or form == PAGE), "")
    bounded = _Bounded(into)
    try:
        return _written(result, form, bounded)
    except _FullError as error:
        raise QueryError(
            f"the answer has more than {MOST_BYTES >> 20} MiB; ask for less, or with LIMIT and OFFSET"
        ) from error


def _written(result: Result, form: str, into: _Bounded) -> Written:
    if not form:
        return Written("")
    if form == PAGE:
        return _shown(result, into)
    if isinstance(result, ox.QueryTriples):
        into.write(_triples(result, form))
    elif isinstance(result, ox.QueryBoolean):
        into.write(formats.write(_whole(result), form).encode("utf-8"))
    else:
        taker = Mending(into) if form == "xml" else into
        result.serialize(cast("IO[bytes]", taker), format=_STREAMED[form])
    return Written(form)


def _ask(store: Oxigraph, question: Question) -> Result:
    if not question.default_graphs and not question.named_graphs:
        return store.query(question.sparql)
    refuse(question.sparql)
    try:
        # SPARQL 1.1 Protocol, 2.1.4: the dataset of the request is whole, and goes before that of the query.
        return store.inner.query(
            question.sparql,
            prefixes=PREFIXES,
            default_graph=[*_nodes(question.default_graphs)],
            named_graphs=[*_nodes(question.named_graphs)],
        )
    except SyntaxError as error:
        raise syntax_error(error) from error


def _nodes(names: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(name) for name in names]
    except ValueError as error:
        raise QueryError(f"a graph of the dataset has a name that is no IRI ({error})") from error


def _triples(result: ox.QueryTriples, form: str) -> bytes:
    return write((ox.Triple(*row) for row in _whole(result).rows), form)  # type: ignore[arg-type]


def _shown(result: Result, into: _Bounded) -> Written:
    answer = collect(result, SHOWN_ROWS)
    # The page shows triples as rows.
    triples = answer.kind == "triples"
    rows = replace(answer, kind="rows") if triples else answer
    into.write(formats.write(rows, "json").encode("utf-8"))
    return Written(PAGE, answer.cut, triples)


def _whole(result: Result) -> Answer:
    answer = collect(result, ROWS)
    if answer.cut:
        raise QueryError(f"the answer has more than {ROWS} rows; ask for less, or with LIMIT and OFFSET")
    return answer


class _FullError(Exception):
    """More than :data:`MOST_BYTES` were written."""


class _Bounded(io.RawIOBase):
    """Passes on what is written, up to :data:`MOST_BYTES`.

    Args:
        into: takes it.

    """

    def __init__(self, into: IO[bytes]) -> None:
        self._into = into
        self._size = 0

    def writable(self) -> bool:
        """It is written to only."""
        return True

    def write(self, data: Buffer, /) -> int:
        """Write all of the data, or none."""
        size = memoryview(data).nbytes
        self._size += size
        if self._size > MOST_BYTES:
            raise _FullError
        self._into.write(data)
        return size
