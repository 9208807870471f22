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
    """An answer.

    Attributes:
        form: its format, one of those of the question; ``""`` where none of them can hold it.
        body: its bytes; of ``html`` the SPARQL JSON of the rows to show.
        cut: of ``html``, whether there are more rows than the page is to show.
        triples: of ``html``, whether the rows are triples.

    """

    form: str
    body: bytes
    cut: bool = False
    triples: bool = False


def answer(store: Oxigraph, question: Question) -> Written:
    """Answer a question.

    Raises:
        QueryError: it is no SPARQL, changes something, asks another endpoint, is too large or names no graph by an IRI;
            or its answer is larger than :data:`MOST_BYTES`.

    """
    result = _ask(store, question)
    known = TRIPLES if isinstance(result, ox.QueryTriples) else ROW_TYPES
    form = next((form for form in question.forms if form in known or form == PAGE), "")
    if not form:
        return Written("", b"")
    if form == PAGE:
        return _shown(result)
    body = _triples(result, form) if isinstance(result, ox.QueryTriples) else _rows(result, form)
    if len(body) > MOST_BYTES:
        raise _too_large()
    return Written(form, body)


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


def _rows(result: ox.QuerySolutions | ox.QueryBoolean, form: str) -> bytes:
    if isinstance(result, ox.QueryBoolean):
        return formats.write(_whole(result), form).encode("utf-8")
    buffer = _Bounded()
    try:
        into = cast("IO[bytes]", Mending(buffer)) if form == "xml" else buffer
        result.serialize(into, format=_STREAMED[form])
    except _FullError as error:
        raise _too_large() from error
    return buffer.getvalue()


def _triples(result: ox.QueryTriples, form: str) -> bytes:
    return write((ox.Triple(*row) for row in _whole(result).rows), form)  # type: ignore[arg-type]


def _shown(result: Result) -> Written:
    answer = collect(result, SHOWN_ROWS)
    # The page shows triples as rows.
    triples = answer.kind == "triples"
    rows = replace(answer, kind="rows") if triples else answer
    return Written(PAGE, formats.write(rows, "json").encode("utf-8"), answer.cut, triples)


def _whole(result: Result) -> Answer:
    answer = collect(result, ROWS)
    if answer.cut:
        raise QueryError(f"the answer has more than {ROWS} rows; ask for less, or with LIMIT and OFFSET")
    return answer


class _FullError(Exception):
    """More than :data:`MOST_BYTES` were written."""


class _Bounded(io.BytesIO):
    """Takes what is written up to :data:`MOST_BYTES`."""

    def write(self, data: Buffer, /) -> int:
        if self.tell() + len(memoryview(data)) > MOST_BYTES:
            raise _FullError
        return super().write(data)


def _too_large() -> QueryError:
    return QueryError(f"the answer has more than {MOST_BYTES >> 20} MiB; ask for less, or with LIMIT and OFFSET")
