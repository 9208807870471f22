"""What a remote endpoint may do wrong."""

import contextlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pyoxigraph as ox
import pytest

from policygraph.errors import GraphError, QueryError
from policygraph.store import Endpoint

Serve = Callable[[type[BaseHTTPRequestHandler]], str]


def _handler(status: int, body: bytes, leave: threading.Event | None = None) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            if leave:
                leave.wait()
            # A client that has not waited is gone.
            with contextlib.suppress(ConnectionError):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the base class
            pass

    return Handler


_EMPTY = b'{"head": {"vars": ["g"]}, "results": {"bindings": []}}'


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (200, b"<html>hello</html>", "does not answer like a SPARQL endpoint"),
        (200, b'{"head": {}, "boolean": true}', "a boolean for a SELECT"),
        (404, b"", "answers 404 Not Found; check the address"),
        (500, b"out of memory", "answers 500"),
    ],
)
def test_what_is_no_endpoint_is_refused_at_once(serve: Serve, status: int, body: bytes, message: str) -> None:
    """Opening an endpoint asks it something."""
    with pytest.raises(GraphError, match=message):
        Endpoint(serve(_handler(status, body)))


def test_a_query_that_the_server_refuses_is_a_query_error(serve: Serve) -> None:
    """400 is the protocol's word for a malformed query; the server's reason is kept, on one line."""
    with pytest.raises(QueryError, match=r"refuses the query: no such function here$"):
        Endpoint(serve(_handler(400, b"no such\nfunction here")))


def test_a_server_that_does_not_answer_is_not_waited_for(serve: Serve) -> None:
    """After the time is up the limit is named and how it is raised; the address is not doubted."""
    leave = threading.Event()
    url = serve(_handler(200, _EMPTY, leave))
    with pytest.raises(GraphError, match=r"took longer than 0\.05 s to answer; .*POLICYGRAPH_TIMEOUT") as caught:
        Endpoint(url, timeout=0.05)
    leave.set()
    assert "check the address" not in str(caught.value)


def test_nobody_listens() -> None:
    """A closed port is named."""
    with pytest.raises(GraphError, match=r"http://127\.0\.0\.1:9/: does not answer"):
        Endpoint("http://127.0.0.1:9/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/graph"])
def test_only_http_is_asked(url: str) -> None:
    """A file is no endpoint."""
    with pytest.raises(GraphError, match="no http or https address"):
        Endpoint(url)


def test_a_graph_without_named_graphs_is_its_default_graph(sparql: Callable[[list[ox.Quad]], str]) -> None:
    """A server that keeps everything in the default graph can be asked too."""
    node = ox.NamedNode("https://example.org/a")
    endpoint = Endpoint(sparql([ox.Quad(node, node, node)]))
    assert list(endpoint.quads()) == [ox.Quad(node, node, node)]
    assert len(endpoint) == 1
    assert bool(endpoint.query("ASK { ?s ?p ?o }"))
