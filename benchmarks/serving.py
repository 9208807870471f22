"""What bad clients cost the others of ``policygraph serve``: three figures, each with its bound.

    python benchmarks/serving.py [GRAPH]

GRAPH is what ``policygraph serve -g`` takes; the published graph if left out. The exit code is 1 where a bound is passed.
"""

from __future__ import annotations

import contextlib
import http.client
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDLESS = """SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i
    FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = "x") }"""
# Some 100 MB of rows on the published graph.
_LARGE = "SELECT ?s ?p ?o ?c { ?s ?p ?o . ?t a ?c } LIMIT 500000"
_CLIENTS = 30
_ASKED = 40
_HALF_OPEN = 200
_READERS = 8
# Seconds; answers; MB.
_BOUNDS = (0.5, 20, 100)


def main() -> int:
    """Start a server, measure, and print the figures."""
    with _server(sys.argv[1:]) as (process, address):
        while _asked(address, "ASK {}")[0] != 200:
            time.sleep(0.2)
        found = (_endless(address), _half_open(address), _readers(process, address))
    held = (found[0] < _BOUNDS[0], found[1] == _BOUNDS[1], found[2] < _BOUNDS[2])
    return 0 if all(held) else 1


@contextlib.contextmanager
def _server(graph: list[str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    chosen = ["-g", graph[0]] if graph else []
    process = subprocess.Popen(
        [sys.executable, "-m", "policygraph", "serve", "--port", "0", *chosen], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout  # noqa: S101 -- it is a pipe
        yield process, urlsplit(process.stdout.readline().split()[0]).netloc
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _endless(address: str) -> float:
    """Return the median of the seconds that ASK takes while others ask endless questions in a loop."""
    over = threading.Event()
    codes: list[int] = []

    def loop() -> None:
        while not over.is_set():
            codes.append(_asked(address, _ENDLESS)[0])

    threads = [threading.Thread(target=loop) for _ in range(_CLIENTS)]
    for thread in threads:
        thread.start()
    times = []
    for _ in range(_ASKED):
        begun = time.monotonic()
        code, _body = _asked(address, "ASK {}")
        times.append(time.monotonic() - begun if code == 200 else float("inf"))
        time.sleep(0.5)
    over.set()
    for thread in threads:
        thread.join()
    median = statistics.median(times)
    told = ", ".join(f"{codes.count(code)} × {code}" for code in sorted(set(codes)))
    print(f"{_CLIENTS} clients in a loop of endless questions ({told}):")
    print(f"  ASK {{}}: median {median:.3f} s (bound {_BOUNDS[0]}), slowest {max(times):.3f} s, of {_ASKED}")
    return median


def _half_open(address: str) -> int:
    """Return how many of twenty good requests are answered while connections with half a head are held."""
    with contextlib.ExitStack() as stack:
        for _ in range(_HALF_OPEN):
            half = stack.enter_context(_connected(address))
            half.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        good = 0
        for _ in range(_BOUNDS[1]):
            good += _asked(address, "ASK {}")[0] == 200
            time.sleep(0.1)
    print(f"{_HALF_OPEN} half-open connections: {good} good requests of {_BOUNDS[1]} answered")
    return good


def _readers(process: subprocess.Popen[str], address: str) -> float:
    """Return by how many MB the server and its processes have grown when clients do not read their large answers."""
    size = len(_asked(address, _LARGE)[1])
    before = _held(process.pid)
    highest = before
    path = f"/sparql?{urlencode({'query': _LARGE, 'format': 'csv'})}"
    with contextlib.ExitStack() as stack:
        for _ in range(_READERS):
            reader = stack.enter_context(_connected(address))
            reader.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        for _ in range(40):
            time.sleep(0.5)
            highest = max(highest, _held(process.pid))
        last = _held(process.pid)
    grown = last - before
    print(
        f"{_READERS} readers that never read {size / 1e6:.0f} MB each: {grown:.0f} MB more (bound {_BOUNDS[2]}); "
        f"while they were answered, {highest - before:.0f} MB"
    )
    return grown


def _asked(address: str, sparql: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(address, timeout=120)
    with contextlib.closing(connection):
        connection.request("GET", f"/sparql?{urlencode({'query': sparql, 'format': 'csv'})}")
        response = connection.getresponse()
        return response.status, response.read()


def _connected(address: str) -> socket.socket:
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)))


def _held(pid: int) -> float:
    """Return the memory of a process and of those that it has started, in MB; what they share is counted once."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        # It has just ended.
        return 0.0
    own = int(rollup.partition("Pss:")[2].split()[0]) / 1000
    return own + sum(_held(int(child)) for child in children)


if __name__ == "__main__":
    sys.exit(main())
