"""Connections whose client keeps the server waiting, over a server in this process with short limits."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from typing import TYPE_CHECKING

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from command import PATIENCE
from policygraph.server import connections
from policygraph.server.connections import Connection, Phase
from policygraph.server.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request


_GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
_POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n"
_LARGE = 64 * 1024 * 1024


async def _read(request: Request) -> Response:
    return PlainTextResponse(f"{len(await request.body())}")


def _large(request: Request) -> Response:
    return Response(bytes(_LARGE))


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    """A server whose limits are a second, and which has ten connections at most."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "LIMITS", dict.fromkeys(connections.LIMITS, 1.0))
        patch.setattr(connections, "MOST", 10)
        app = Pieces(Starlette(routes=[Route("/", _read, methods=["GET", "POST"]), Route("/large", _large)]))
        with socket.create_server(("127.0.0.1", 0)) as listening:
            config = uvicorn.Config(app, http=Connection, log_config=None, log_level="critical", timeout_keep_alive=60)
            server = uvicorn.Server(config)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            yield listening.getsockname()
            server.should_exit = True
            thread.join()


def _answered(connection: socket.socket) -> bytes:
    """Return all that a server sends until it closes the connection; an error if it never does."""
    found = bytearray()
    try:
        while data := connection.recv(65536):
            found += data
    except ConnectionResetError:
        pass
    return bytes(found)


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", b""),
        (_GET, b"HTTP/1.1 408 Request Timeout"),
        (_GET + b"\r\n" + _GET, b"HTTP/1.1 200 OK"),
        (_GET + b"\r\n", b"HTTP/1.1 200 OK"),
        (_POST + b"12345", b"HTTP/1.1 408 Request Timeout"),
        (_POST.replace(b"50", b"99999999999999"), b"HTTP/1.1 408 Request Timeout"),
    ],
)
def test_a_client_that_does_not_go_on_is_left(address: tuple[str, int], sent: bytes, answer: bytes) -> None:
    """With half a head, half a body, or nothing to ask; one that has asked for something is told."""
    with socket.create_connection(address, timeout=PATIENCE) as connection:
        connection.sendall(sent)
        assert _answered(connection).partition(b"\r\n")[0] == answer


def test_a_client_that_does_not_read_is_left(address: tuple[str, int]) -> None:
    """What was not sent is gone, and the client sees that the answer is not whole."""
    with socket.create_connection(address, timeout=PATIENCE) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        closed = select.poll()
        closed.register(connection, 0)
        assert closed.poll(1000 * PATIENCE)
        assert len(_answered(connection)) < _LARGE


def test_a_client_that_reads_gets_all(address: tuple[str, int]) -> None:
    """However large it is."""
    with socket.create_connection(address, timeout=PATIENCE) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert len(_answered(connection).partition(b"\r\n\r\n")[2]) == _LARGE


def test_there_is_room_for_a_client_that_asks(address: tuple[str, int]) -> None:
    """More connections than there may be: the one that has kept the server waiting longest makes room."""
    with contextlib.ExitStack() as stack:
        held = []
        for _ in range(30):
            held.append(stack.enter_context(socket.create_connection(address, timeout=PATIENCE)))
            held[-1].sendall(_GET)
        with socket.create_connection(address, timeout=PATIENCE) as asking:
            asking.sendall(_GET + b"Connection: close\r\n\r\n")
            assert _answered(asking).startswith(b"HTTP/1.1 200 OK")
        assert _answered(held[0]) == b""


def test_every_phase_that_waits_for_the_client_has_a_limit() -> None:
    """Only what the server itself works at has none here."""
    assert {*Phase} - {*connections.LIMITS} == {Phase.WORK}
