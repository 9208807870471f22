"""A graph behind a remote SPARQL endpoint: SPARQL 1.1 Protocol, reading only, whole or not at all."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import GraphError, QueryError
from policygraph.rdf.vocab import PREFIXES
from policygraph.store import guards
from policygraph.store.oxigraph import Oxigraph, hold
from policygraph.store.pages import Pages
from policygraph.store.service import FailedError, Service
from policygraph.store.survey import default_size, size, survey
from policygraph.store.syntax import keywords, prefixes, refuse, syntax_error
from policygraph.store.values import narrows, widened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.store.contract import Result
    from policygraph.store.service import Field, Reply

# Quads. What a service cannot answer whole is asked here, over a copy of the graph, as long as that fits a laptop.
MOST_HERE: Final = 3_000_000
# Rows. No service that people use keeps back rows of so few.
_FEW: Final = 1_000
# Rows to ask for when looking for a cap that the service does not tell: any graph can give that many.
_MANY: Final = 100_000
_ROWS: Final = "SELECT (1 AS ?row) WHERE {{ {} }}".format(
    " ".join(f"VALUES ?{place} {{ 0 1 2 3 4 5 6 7 8 9 }}" for place in "abcde")
)

_LISTED: Final = ("default-graph-uri", "named-graph-uri")
_TRUTH: Final = {True: b'{"head": {}, "boolean": true}', False: b'{"head": {}, "boolean": false}'}


class Endpoint:
    """A graph behind a SPARQL endpoint.

    Of a service that holds a graph of ours nothing but that is read. A question that the service refuses, fails on or
    answers in part is answered here, over a copy of the graph; so is each one to a service that loses rows.

    Args:
        url: the endpoint, http or https; a user and a password may stand in it.
        timeout: seconds to wait for an answer; None for the environment's POLICYGRAPH_TIMEOUT, or 60.

    Raises:
        GraphError: nothing answers there, or no SPARQL endpoint, or the graph there is not whole.

    """

    def __init__(self, url: str, timeout: float | None = None) -> None:
        self._service = Service(url, timeout=timeout)
        self.url = self._service.url
        self._grammar = ox.Store()
        self._pages = Pages(self._service)
        self._holds = survey(self._service, self._pages)
        self._here: Oxigraph | None = None

    def query(self, sparql: str) -> Result:
        """Answer a question (see :class:`policygraph.store.Store`)."""
        refuse(sparql)
        try:
            # The endpoint's own message would not tell the place, so the grammar is checked here. Only the form is kept: an
            # answer of pyoxigraph belongs to its thread, and the frames of an error may be freed by another one.
            form = type(self._grammar.query(sparql, prefixes=PREFIXES))
        except SyntaxError as error:
            raise syntax_error(error) from error
        if self._here is not None:
            return self._here.query(sparql)
        if self._narrows:
            # Virtuoso 7 loses rows where alternatives meet a path (innovation-targets), as its plans happen to fall.
            told = (
                "a question is not sure to have its whole answer there (Virtuoso 7), and the graph is large for a copy"
            )
            cure = "write it once with: policygraph export graph.nq -g URL, and ask the file"
            return self._copy(GraphError(f"{self.url}: {told}; {cure}")).query(sparql)
        try:
            answer = self._answer(form, sparql)
        except (QueryError, FailedError) as error:
            return self._copy(error).query(sparql)
        if answer is None:
            told = "does not give the whole answer, as it has a row cap or a time limit"
            cure = "ask for less, or raise it (Virtuoso: ResultSetMaxRows in virtuoso.ini)"
            return self._copy(GraphError(f"{self.url}: {told}; {cure}")).query(sparql)
        return answer

    def quads(self) -> Iterator[ox.Quad]:
        """Return all quads.

        Raises:
            GraphError: the service does not give them all.

        """
        if self._here is not None:
            yield from self._here.quads()
            return
        mend = self._holds.own and self._narrows
        for graph in self._holds.graphs or (None,):
            for triple in self._pages.triples(graph):
                whole = widened(triple) if mend else triple
                yield ox.Quad(*whole, *(() if graph is None else (ox.NamedNode(graph),)))

    def __len__(self) -> int:
        return size(self._service, own=self._holds.own) if self._holds.graphs else default_size(self._service)

    def _answer(self, form: type[Result], sparql: str) -> Result | None:
        """Return the answer of the service; None if it is not sure to be whole."""
        text, fields = _declare(sparql), self._fields(sparql)
        if form is ox.QueryTriples:
            return self._triples(text, fields)
        reply = self._service.ask(text, ox.QueryResultsFormat.JSON.media_type, fields)
        if form is ox.QueryBoolean:
            return self._truth(reply)
        return self._solutions(reply)

    def _fields(self, sparql: str) -> list[Field]:
        """Return what a request says so that a question is put to the union of all graphs that are read."""
        words = keywords(sparql)
        # A query with a dataset of its own (FROM) is asked over that one.
        if "FROM" in words:
            return []
        if self._holds.fields is not None:
            return list(self._holds.fields)
        # SPARQL 1.1 Protocol, 2.1.4. The named graphs are asked for only by a query with GRAPH.
        named = "GRAPH" in words
        return [(key, graph) for key in _LISTED[: 1 + named] for graph in self._holds.graphs]

    def _solutions(self, reply: Reply) -> Result | None:
        rows = self._service.parsed(reply)
        if not isinstance(rows, ox.QuerySolutions):
            raise self._service.no_endpoint("a boolean for a SELECT")
        try:
            number = sum(1 for _ in rows)
        except (SyntaxError, ValueError) as error:
            raise self._service.no_endpoint(str(error)) from error
        cut = reply.partial or number >= (reply.cap or sys.maxsize) or (number >= _FEW and number >= self._cap)
        return None if cut else self._service.parsed(reply)

    def _truth(self, reply: Reply) -> ox.QueryBoolean:
        answer = self._service.parsed(reply)
        if isinstance(answer, ox.QuerySolutions):
            # Virtuoso may answer ASK by a table of one cell, named __ASK_RETVAL.
            values = [getattr(term, "value", "") for row in answer for term in row]
            if len(values) > 1 or not set(values) <= {"0", "1", "false", "true"}:
                raise self._service.no_endpoint("rows for an ASK")
            answer = ox.parse_query_results(_TRUTH[values in (["1"], ["true"])], ox.QueryResultsFormat.JSON)
        if not isinstance(answer, ox.QueryBoolean):
            raise TypeError(f"unexpected answer to ASK: {answer!r}")
        return answer

    def _triples(self, sparql: str, fields: list[Field]) -> ox.QueryTriples | None:
        # No service tells how many rows it kept back of those that a CONSTRUCT is made from.
        if self._cap < sys.maxsize:
            return None
        reply = self._service.ask(sparql, ox.RdfFormat.N_TRIPLES.media_type, fields)
        if reply.partial:
            return None
        store = ox.Store()
        try:
            guards.examine(self.url, ox.RdfFormat.N_TRIPLES, reply.body)
            store.load(reply.body, format=ox.RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            raise self._service.no_endpoint(str(error)) from error
        triples = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
        if not isinstance(triples, ox.QueryTriples):
            raise TypeError(f"unexpected answer to CONSTRUCT: {triples!r}")
        return triples

    @cached_property
    def _narrows(self) -> bool:
        """Whether whole decimals come back as integers: the mark of Virtuoso 7."""
        return narrows(self._service)

    @cached_property
    def _cap(self) -> int:
        """The most rows that the service gives of an answer; endless, if it gives as many as anybody asks for."""
        found = len(self._service.rows(_ROWS))
        return found if found < _MANY else sys.maxsize

    def _copy(self, reason: QueryError | GraphError) -> Oxigraph:
        """Return the graph held here.

        Raises:
            QueryError, GraphError: the reason for which it is wanted, if it is too large.

        """
        if len(self) > MOST_HERE:
            raise reason
        self._here = hold(self.quads())
        return self._here


def _declare(sparql: str) -> str:
    used = sorted(prefixes(sparql) & PREFIXES.keys())
    # In the line of the query itself, so that a server's message about a line still fits; a later declaration wins.
    return " ".join([*(f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in used), sparql])
