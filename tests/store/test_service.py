"""Who one is at a service, how long one waits, and what is said when it does not answer."""

import base64
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from policygraph.errors import GraphError
from policygraph.store import Endpoint
from policygraph.store.service import Service

Serve = Callable[[type[BaseHTTPRequestHandler]], str]


def _closed(inner: type[BaseHTTPRequestHandler]) -> type[BaseHTTPRequestHandler]:
    """A server that wants user and password."""
    expected = "Basic " + base64.b64encode("王:p@ss w".encode()).decode("ascii")

    class Closed(inner):  # type: ignore[misc, valid-type]
        def do_POST(self) -> None:  # noqa: N802 -- the name of the base class
            if self.headers["Authorization"] == expected:
                super().do_POST()
                return
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="graphs", charset="UTF-8"')
            self.send_header("Content-Length", "0")
            self.end_headers()

    return Closed


def test_a_password_stands_in_the_address_or_in_the_environment(
    serve: Serve, handler: Callable[..., type], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either is sent when the service asks for it, and to no other."""
    url = serve(_closed(handler([])))
    inside = url.replace("http://", "http://%E7%8E%8B:p%40ss%20w@")
    assert len(Endpoint(inside)) == 0
    monkeypatch.setenv("POLICYGRAPH_USER", "王")
    monkeypatch.setenv("POLICYGRAPH_PASSWORD", "p@ss w")
    assert len(Endpoint(url)) == 0


def test_a_password_is_never_shown(serve: Serve, handler: Callable[..., type]) -> None:
    """Neither in an address nor in an error."""
    url = serve(_closed(handler([]))).replace("http://", "http://eve:secret@")
    with pytest.raises(GraphError, match=r"answers 401 .*POLICYGRAPH_USER and POLICYGRAPH_PASSWORD$") as caught:
        Endpoint(url)
    assert "secret" not in str(caught.value)
    assert "secret" not in Service(url).url
    with pytest.raises(GraphError, match=r"^ftp://host/: is no http") as caught:
        Service("ftp://eve:secret@host/")


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan", "inf", "1e9"])
def test_the_time_limit_of_the_environment_is_a_number_of_seconds(
    seconds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is none is told with an example."""
    monkeypatch.setenv("POLICYGRAPH_TIMEOUT", seconds)
    with pytest.raises(GraphError, match=r"is no number of seconds; write such as POLICYGRAPH_TIMEOUT=600"):
        Service("http://127.0.0.1:9/")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http:///sparql", "sparql"])
def test_a_wrong_address_is_told(url: str) -> None:
    """One line, whatever is wrong with it."""
    with pytest.raises(GraphError, match=r"is no http or https address|the address is wrong"):
        Service(url)


def test_an_answer_that_breaks_off_is_no_answer(serve: Serve) -> None:
    """Fewer bytes than were announced."""

    class Short(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"head": {"vars": ["n"]}, "results": {"bindings": [')
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the base class
            pass

    with pytest.raises(GraphError, match=r"does not answer"):
        Endpoint(serve(Short))
