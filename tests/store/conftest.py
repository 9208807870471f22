"""Graphs of the sample corpus in every place that can hold one, a real SPARQL server included."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest

import engines
from policygraph import rdf

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.statements import Corpus


class SparqlHandler(BaseHTTPRequestHandler):
    """SPARQL 1.1 Protocol over an Oxigraph store: query by POST, with the dataset of the request."""

    store: ClassVar[ox.Store]
    # The most rows of an answer, whether they are told in Virtuoso's header, and the most that are sorted.
    cap: ClassVar[int] = 0
    tells: ClassVar[bool] = True
    sorts: ClassVar[int] = 0
    # What the service refuses with 500, by a word in the query.
    fails: ClassVar[str] = ""
    # The requests so far.
    asked: ClassVar[list[dict[str, list[str]]]]

    def do_POST(self) -> None:
        """Answer a query in the format of the Accept header."""
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("ascii"))
        self.asked.append(fields)
        if "query" not in fields:
            return self._send(400, "text/plain", b"no query")
        limit = re.search(r"ORDER BY .* LIMIT (\d+)", fields["query"][0])
        if (self.sorts and limit and int(limit[1]) > self.sorts) or (self.fails and self.fails in fields["query"][0]):
            return self._send(500, "text/plain", b"Virtuoso 22023 Error SR353: too much\n\nSPARQL query: as it was")
        dataset = {
            name: [ox.NamedNode(iri) for iri in fields[key]]
            for name, key in (("default_graph", "default-graph-uri"), ("named_graphs", "named-graph-uri"))
            if key in fields
        }
        try:
            result = self.store.query(fields["query"][0], **dataset)
        except SyntaxError as error:
            return self._send(400, "text/plain", str(error).encode())
        wanted = self.headers["Accept"]
        if isinstance(result, ox.QueryTriples):
            return self._send(200, wanted, result.serialize(format=ox.RdfFormat.from_media_type(wanted)))
        body = result.serialize(format=ox.QueryResultsFormat.from_media_type(wanted))
        if self.cap and isinstance(result, ox.QuerySolutions):
            return self._send_capped(body)
        return self._send(200, wanted, body)

    def _send_capped(self, body: bytes) -> None:
        answer = json.loads(body)
        rows = answer["results"]["bindings"]
        cut = len(rows) > self.cap
        answer["results"]["bindings"] = rows[: self.cap]
        told = {"X-SPARQL-MaxRows": str(self.cap)} if cut and self.tells else {}
        self._send(200, self.headers["Accept"], json.dumps(answer).encode(), told)

    def _send(self, status: int, sort: str, body: bytes, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the base class
        """Say nothing."""


Serve = Callable[[type[BaseHTTPRequestHandler]], str]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Start a server on the loopback interface and return its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(handler: type[BaseHTTPRequestHandler]) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/sparql"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def quads(corpus: Corpus) -> list[ox.Quad]:
    """The graph of the sample corpus."""
    return list(rdf.quads(corpus))


@pytest.fixture(scope="session")
def nquads(quads: list[ox.Quad], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a file."""
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    path.write_bytes(rdf.serialise(quads))
    return path


Handler = type[SparqlHandler]


@pytest.fixture(scope="session")
def handler() -> Callable[..., Handler]:
    """Make the handler of a SPARQL endpoint over quads, with the limits given."""

    def make(quads: list[ox.Quad], **limits: object) -> Handler:
        store = ox.Store()
        store.extend(quads)
        return type("Handler", (SparqlHandler,), {"store": store, "asked": [], **limits})

    return make


@pytest.fixture(scope="session")
def sparql(serve: Serve, handler: Callable[..., Handler]) -> Callable[..., str]:
    """Put quads behind a SPARQL endpoint with the limits given, and return its address."""

    def put(quads: list[ox.Quad], **limits: object) -> str:
        return serve(handler(quads, **limits))

    return put


@pytest.fixture(scope="session")
def endpoint(quads: list[ox.Quad], sparql: Callable[[list[ox.Quad]], str]) -> str:
    """The same behind a SPARQL endpoint whose own default graph is empty."""
    return sparql(quads)


@pytest.fixture(scope="session")
def empty_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Oxigraph's own server, with nothing in it; its default graph is not the union."""
    with engines.oxigraph(tmp_path_factory.mktemp("oxigraph") / "store") as url:
        yield url


@pytest.fixture(scope="session")
def empty_virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Virtuoso with its stock settings, with nothing in it but its own graphs."""
    with engines.virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url
