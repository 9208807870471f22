"""Questions and addresses with slips of the pen, sent to a server that runs: each is answered, and it lives on."""

from __future__ import annotations

import contextlib
import http.client
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode, urlsplit

from injection import mutation
from injection.record import Result
from policygraph import queries

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from injection.record import Record

# Seconds that a question may take, and that an answer is waited for.
_TIMEOUT: Final = "2"
_PATIENCE: Final = 60
# More would leave no question that the parser lets through.
_MOST_CHANGES: Final = 3
# That a server says of itself that it is busy or that a question took too long.
_HONEST: Final = (503, 504)
_ACCEPTS: Final = (
    "*/*", "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/turtle", "text/html",
    "application/ld+json", "application/n-triples", "image/png", "text/html;q=0.5, */*;q=0", "", "a/b;q=x, ,;",
)  # fmt: skip
_PATHS: Final = (
    "/", "/search?q=中原科技城", "/search?q=a&lang=en", "/entity/中原科技城", "/entity/中原科技城?format=ttl", "/theme/innovation?page=2",
    "/year/2025", "/place/郑州", "/document/001?lang=zh", "/graph/entities", "/ontology", "/ontology?format=jsonld",
    "/view?theme=innovation&year=2025", "/view?entity=中原科技城", "/sparql", "/sparql?query=ASK%20%7B%7D&format=csv",
    "/indicator/research-intensity", "/code/stage/started", "/statement/0000000000000000", "/passage/001/0-9",
)  # fmt: skip


def ask(record: Record) -> None:
    """Send questions: the named ones, with slips of the pen, by GET and by POST."""
    texts = [queries.question(name).text for name in queries.names()]

    def request(random: random.Random) -> bytes:
        sparql = (
            mutation.text(random, random.choice(texts), _MOST_CHANGES)
            if random.random() < 0.95
            else random.choice(texts)
        )
        body = sparql.encode("utf-8", "surrogatepass")
        how = random.randrange(3)
        if how == 0:
            return _head(random, f"GET /sparql?{urlencode({'query': body})}")
        kind = "application/sparql-query" if how == 1 else "application/x-www-form-urlencoded"
        sent = body if how == 1 else urlencode({"query": body}).encode("ascii")
        return _head(random, "POST /sparql", f"Content-Type: {kind}", f"Content-Length: {len(sent)}") + sent

    _send(record, request)


def walk(record: Record) -> None:
    """Send addresses of pages and data, with slips of the pen, encoded as browsers do or not at all."""

    def request(random: random.Random) -> bytes:
        path = "/" + mutation.text(random, random.choice(_PATHS)[1:], _MOST_CHANGES)
        data = path.encode("utf-8", "surrogatepass")
        # The line ends there: what would follow is another request, or none.
        raw = b"".join(bytes([byte]) for byte in data if byte not in b"\r\n")
        return _head(random, "GET ").replace(b"GET ", b"GET " + (raw if random.random() < 0.3 else _quoted(data)), 1)

    _send(record, request)


def _quoted(data: bytes) -> bytes:
    return quote(data, safe="/?=&%#+:;,@").encode("ascii")


def _head(random: random.Random, *lines: str) -> bytes:
    first, *rest = lines
    head = [f"{first} HTTP/1.1", "Host: localhost", "Connection: close", f"Accept: {random.choice(_ACCEPTS)}", *rest]
    if random.random() < 0.2:
        head.append(f"Accept-Language: {random.choice(('zh', 'en', 'de, *;q=0.1', 'zh-Hans-CN;q=0', '-'))}")
    return "\r\n".join([*head, "", ""]).encode("ascii")


def _send(record: Record, make: Callable[[random.Random], bytes]) -> None:
    if not list(record.left()):
        return
    log = record.folder / f"{record.kind}-{record.seed}.stderr"
    with _server(log) as (process, address):
        for case in record.left():
            sent = make(record.random(case))
            before = log.stat().st_size
            answer, faults, seen = _answered(address, sent)
            told = log.read_bytes()[before:]
            if b"Traceback" in told or process.poll() is not None:
                faults, seen = (*faults, "traceback"), f"{seen} {told.decode('utf-8', 'replace')}"
            record.add(Result(case, answer, faults, seen if faults else ""), sent)
            if process.poll() is not None:
                raise RuntimeError(f"the server has ended; see {log}")
        if (
            _answered(address, b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")[
                0
            ]
            != "200"
        ):
            raise RuntimeError(f"the server does not answer any more; see {log}")


def _answered(address: tuple[str, int], sent: bytes) -> tuple[str, tuple[str, ...], str]:
    """Return the status of the answer, which faults it shows, and what was seen."""
    try:
        with socket.create_connection(address, timeout=_PATIENCE) as connection:
            # A server may answer, and close, before it has read all of a request that it refuses.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(sent)
            response = http.client.HTTPResponse(connection)
            response.begin()
            body = response.read()
    except TimeoutError:
        return "none", ("hang",), f"no answer in {_PATIENCE} s"
    except (OSError, http.client.HTTPException) as error:
        return "none", ("lost",), repr(error)
    wrong = response.status >= 500 and response.status not in _HONEST
    faults = [*(["wrong answer"] if wrong else []), *(["traceback"] if b"Traceback (most" in body else [])]
    return str(response.status), tuple(faults), body[:500].decode("utf-8", "replace")


@contextlib.contextmanager
def _server(log: Path) -> Iterator[tuple[subprocess.Popen[str], tuple[str, int]]]:
    command = [sys.executable, "-m", "policygraph", "serve", "--port", "0", "--timeout", _TIMEOUT]
    with log.open("ab") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout  # noqa: S101 -- it is a pipe
        parts = urlsplit(process.stdout.readline().split()[0])
        yield process, (parts.hostname or "", parts.port or 0)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_PATIENCE)
