"""Running the server: a socket, the graph, and until it is stopped."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import uvicorn

from policygraph.errors import OutputError
from policygraph.server import connections
from policygraph.server.app import LOOPBACK, application
from policygraph.server.asker import Asker
from policygraph.server.connections import Connection
from policygraph.server.guard import MOST_ADDRESS, MOST_HEAD
from policygraph.server.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Bytes of a head that are read before it is looked at.
_MOST_HEAD: Final = MOST_ADDRESS + MOST_HEAD
# Seconds after which a connection that asks nothing more is closed.
_KEPT: Final = 5
# Files that may be open at once: connections, an answer for each, and the graph.
_MOST_FILES: Final = 3 * connections.MOST


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
        source = Source(where)
        address, port = listening.getsockname()[:2]
        asker = Asker(source, settings.timeout)
        app = application(source, asker, texts, hosts=_hosts(settings.host, address), shared=settings.shared)
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http=Connection,
            ws="none",
            lifespan="on",
            # Faults of the server are told; who asks what is nobody's business.
            log_config=None,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=_KEPT,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=_MOST_HEAD,
        )
        _listen(listening, settings)
        _allow_files()
        announce(f"http://{f'[{address}]' if ':' in address else address}:{port}/")
        # Ctrl+C is how a server is ended.
        with contextlib.suppress(KeyboardInterrupt):
            _Server(config, asker).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that lets nobody keep it from ending."""

    def __init__(self, config: uvicorn.Config, asker: Asker) -> None:
        super().__init__(config)
        self._asker = asker

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End questions and the connections that wait for their client, then what is left."""
        await self._asker.stop()
        for connection in list(self.server_state.connections):
            if isinstance(connection, Connection) and connection.waits():
                connection.leave()
        await super().shutdown(sockets)


def _allow_files() -> None:
    """Use what the system allows of open files, where it gives less unless it is asked."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = _MOST_FILES if hard == resource.RLIM_INFINITY else min(_MOST_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


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
