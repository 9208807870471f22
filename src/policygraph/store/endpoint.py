"""A graph behind a remote SPARQL endpoint: SPARQL 1.1 Protocol, reading only."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import GraphError, QueryError
from policygraph.rdf.vocab import PREFIXES
from policygraph.store import guards
from policygraph.store.syntax import keywords, prefixes, refuse, syntax_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.store.contract import Result

# Seconds. A public endpoint cuts its own queries off after about a minute.
TIMEOUT: Final = 60.0

_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_NAMED = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_DEFAULT = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
_COUNT_NAMED = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
_COUNT_DEFAULT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_MOST_WORDS = 300


class Endpoint:
    """A graph behind a SPARQL endpoint.

    Args:
        url: the endpoint, http or https.
        timeout: seconds to wait for an answer.

    Raises:
        GraphError: nothing answers there, or no SPARQL endpoint.

    """

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        guards.address(url)
        self.url = url
        self._timeout = timeout
        self._grammar = ox.Store()
        self._graphs = tuple(sorted(row[0].value for row in self._select(_GRAPHS)))

    def query(self, sparql: str) -> Result:
        """Answer a question (see :class:`policygraph.store.Store`)."""
        refuse(sparql)
        try:
            # The endpoint's own message would not tell the place, so the grammar is checked here.
            form = self._grammar.query(sparql, prefixes=PREFIXES)
        except SyntaxError as error:
            raise syntax_error(error) from error
        # A query with a dataset of its own (FROM) is asked over that one.
        graphs = () if "FROM" in keywords(sparql) else self._graphs
        if isinstance(form, ox.QueryTriples):
            return self._construct(_declare(sparql), graphs)
        return self._ask(_declare(sparql), graphs)

    def quads(self) -> Iterator[ox.Quad]:
        """Return all quads."""
        if self._graphs:
            for row in self._select(_NAMED):
                yield ox.Quad(row["s"], row["p"], row["o"], row["g"])
        else:
            for row in self._select(_DEFAULT):
                yield ox.Quad(row["s"], row["p"], row["o"])

    def __len__(self) -> int:
        (row,) = self._select(_COUNT_NAMED if self._graphs else _COUNT_DEFAULT)
        return int(row["n"].value)

    def _select(self, sparql: str) -> ox.QuerySolutions:
        result = self._ask(sparql, ())
        if not isinstance(result, ox.QuerySolutions):
            raise self._no_endpoint("a boolean for a SELECT")
        return result

    def _ask(self, sparql: str, graphs: tuple[str, ...]) -> ox.QuerySolutions | ox.QueryBoolean:
        answer = self._post(sparql, graphs, ox.QueryResultsFormat.JSON.media_type)
        guards.examine(self.url, ox.RdfFormat.JSON_LD, answer)
        try:
            return ox.parse_query_results(answer, ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self._no_endpoint(str(error)) from error

    def _construct(self, sparql: str, graphs: tuple[str, ...]) -> ox.QueryTriples:
        answer = self._post(sparql, graphs, ox.RdfFormat.N_TRIPLES.media_type)
        guards.examine(self.url, ox.RdfFormat.N_TRIPLES, answer)
        store = ox.Store()
        try:
            store.load(answer, format=ox.RdfFormat.N_TRIPLES)
        except SyntaxError as error:
            raise self._no_endpoint(str(error)) from error
        triples = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
        if not isinstance(triples, ox.QueryTriples):
            raise TypeError(f"unexpected answer to CONSTRUCT: {triples!r}")
        return triples

    def _post(self, sparql: str, graphs: tuple[str, ...], accept: str) -> bytes:
        # SPARQL 1.1 Protocol, 2.1.4: so the default graph is the union of the named ones, whatever the server's is.
        fields = [("query", sparql)]
        fields += [(key, graph) for key in ("default-graph-uri", "named-graph-uri") for graph in graphs]
        request = urllib.request.Request(  # noqa: S310 -- the scheme was checked above
            self.url,
            data=urllib.parse.urlencode(fields).encode("ascii"),
            headers={"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:  # noqa: S310 -- as above
                body = response.read()
        except urllib.error.HTTPError as error:
            raise self._refused(error) from error
        except (OSError, http.client.HTTPException) as error:
            raise GraphError(f"{self.url}: does not answer ({_one_line(error)}); check the address") from error
        return bytes(body)

    def _refused(self, error: urllib.error.HTTPError) -> GraphError | QueryError:
        # 400: SPARQL 1.1 Protocol, 2.1.6, the query is malformed; what else a server says is about itself.
        with error:
            words = " ".join(error.read().decode("utf-8", "replace").split())[:_MOST_WORDS]
        if error.code == 400:
            return QueryError(f"{self.url} refuses the query: {words}")
        return GraphError(f"{self.url}: answers {error.code} {error.reason}; check the address")

    def _no_endpoint(self, reason: str) -> GraphError:
        return GraphError(f"{self.url}: does not answer like a SPARQL endpoint ({reason}); check the address")


def _one_line(error: Exception) -> str:
    # Some say nothing but what they are.
    return " ".join(str(error).split()) or type(error).__name__


def _declare(sparql: str) -> str:
    used = sorted(prefixes(sparql) & PREFIXES.keys())
    # In the line of the query itself, so that a server's message about a line still fits; a later declaration wins.
    return " ".join([*(f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in used), sparql])
