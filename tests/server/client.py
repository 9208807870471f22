"""A server as a process of its own, as users start it, and requests to it."""

from __future__ import annotations

import contextlib
import http.client
import signal
import socket
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from command import COMMAND, PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SAFE = "/%?#=&+:,;~!$'()*@-._"


@dataclass(frozen=True)
class Answer:
    """What a server answers."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body."""
        return self.body.decode("utf-8")

    @property
    def media(self) -> str:
        """Its media type without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    url: str
    process: subprocess.Popen[str]

    def get(self, path: str, accept: str = "text/html", **headers: str) -> Answer:
        """GET a path; Chinese in it is encoded as a browser does."""
        return self.send("GET", path, headers={"Accept": accept, **headers})

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send any request."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, quote(path, safe=_SAFE), body, dict(headers or {}))
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, names, response.read())

    def connect(self) -> socket.socket:
        """Open a connection, over which anything can be sent."""
        parts = urlsplit(self.url)
        return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=PATIENCE)

    def raw(self, sent: bytes) -> tuple[int, bytes]:
        """Send bytes, and return the status and all that is answered until the server closes the connection."""
        with self.connect() as connection:
            connection.sendall(sent)
            found = b"".join(iter(lambda: connection.recv(65536), b""))
        return int(found.split(maxsplit=2)[1]), found

    def ask(self, sparql: str, accept: str = "application/sparql-results+json", **more: str) -> Answer:
        """Ask the endpoint by GET."""
        return self.get(f"/sparql?{urlencode({'query': sparql, **more})}", accept)


@contextlib.contextmanager
def served(*args: str) -> Iterator[Served]:
    """Run ``policygraph serve`` on a free port; end it with Ctrl+C, after which it must have said nothing more."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    line = process.stdout.readline()
    if not line.startswith("http://"):
        _, errors = process.communicate(timeout=PATIENCE)
        raise AssertionError(f"the server does not start: {line} {errors}")
    try:
        yield Served(line.split()[0].rstrip("/"), process)
    finally:
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=PATIENCE)
    if (process.returncode, out, errors) != (0, "", ""):
        raise AssertionError(f"the server ends with {process.returncode} and says: {out}{errors}")
