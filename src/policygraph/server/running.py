"""Running the server: a socket, the graph, and until it is stopped."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import uvicorn

from policygraph.errors import OutputError
from policygraph.server.app import LOOPBACK, application
from policygraph.server.graph import Graph, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# A query of the full length in the address, percent-encoded.
_MOST_HEAD: Final = 256 * 1024
# Requests at once; who comes later is told to wait (503).
_MOST_REQUESTS: Final = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve.

    Attributes:
        host: the address or name to listen on.
        port: the port; 0: any that is free.
        timeout: seconds that a question may take.
        shared: whether pages of other sites may read what is served (CORS).

    """

    host: str = "127.0.0.1"
    port: int = 8000
    timeout: float = 10.0
    shared: bool = False


def run(where: str, texts: Mapping[str, str], settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve a graph until Ctrl+C.

    Args:
        where: a graph file, a store folder, or the URL of a SPARQL endpoint.
        texts: texts of its documents by name, for the words around quotes.
        settings: how to serve.
        announce: called with the address when the server can be asked.

    Raises:
        OutputError: the address or the port cannot be used.
        GraphError: the graph cannot be loaded whole.

    """
    with contextlib.closing(_bound(settings.host, settings.port)) as listening:
        graph = Graph(opened(where))
        address, port = listening.getsockname()[:2]
        app = application(
            graph, where, texts, hosts=_hosts(settings.host, address), timeout=settings.timeout, shared=settings.shared
        )
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="on",
            # Faults of the server are told; who asks what is nobody's business.
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            limit_concurrency=_MOST_REQUESTS,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=_MOST_HEAD,
        )
        _listen(listening, settings)
        announce(f"http://{f'[{address}]' if ':' in address else address}:{port}/")
        # Ctrl+C is how a server is ended.
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, sort, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise OutputError(f"{host}: is no address of this machine ({error}); leave out --host") from error
    listening = socket.socket(family, sort, protocol)
    if os.name == "posix":
        # Connections of a server that has just ended do not hold the port.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
    except OSError as error:
        listening.close()
        raise _taken(host, port, error) from error
    return listening


def _listen(listening: socket.socket, settings: Settings) -> None:
    try:
        listening.listen(128)
    except OSError as error:
        raise _taken(settings.host, settings.port, error) from error


def _taken(host: str, port: int, error: OSError) -> OutputError:
    other = f"choose another one, such as --port {port + 1 if port < 65535 else 8000}, or --port 0 for any"
    if error.errno == errno.EADDRINUSE:
        return OutputError(f"port {port} of {host} is in use; {other}")
    if error.errno == errno.EACCES:
        return OutputError(f"port {port} of {host} is not yours to use; {other}")
    return OutputError(f"{host}: cannot be listened on ({error.strerror}); leave out --host")


def _hosts(host: str, address: str) -> tuple[str, ...]:
    """Return the names that requests may call the server by: where only this machine can reach it, its own."""
    return (*LOOPBACK, host, address) if ipaddress.ip_address(address).is_loopback else ("*",)
