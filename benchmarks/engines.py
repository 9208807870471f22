"""What the remote dialect costs: a question over an endpoint, against the same server with one union graph.

The graph is put into a store folder, over which Oxigraph's server runs twice: as it is, and with
``--union-default-graph``. The question goes to both in turn, so that a loaded machine is unfair to neither. Oxigraph's
server is the package ``oxigraph`` of PyPI.

Usage: python benchmarks/engines.py [GRAPH] [--question NAME] [--rounds N] [--most RATIO]
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph import queries, resources, store

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> int:
    """Print the table and return 1 if the ratio is above the most that was given."""
    arguments = _arguments()
    question = queries.question(arguments.question).text
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        store.save(store.open_store(arguments.graph).quads(), place)
        with _server(place) as apart, _server(place, "--union-default-graph") as union:
            ours, own = _times(question, apart, union, arguments.rounds)
    ratio = statistics.median(ours) / statistics.median(own)
    print(f"{'':24}{'median s':>10}{'best s':>10}")
    for label, times in (("through policygraph", ours), ("the server's own", own)):
        print(f"{label:24}{statistics.median(times):>10.3f}{min(times):>10.3f}")
    print(f"ratio of the medians     {ratio:.2f} ({arguments.question}, {arguments.rounds} rounds)")
    return int(ratio > arguments.most)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", default=resources.graph() / "zhengzhou.nq", type=Path)
    parser.add_argument("--question", default="theme-links", help="a named question")
    parser.add_argument("--rounds", default=7, type=int)
    parser.add_argument("--most", default=1.3, type=float, help="the most that the ratio may be")
    return parser.parse_args()


def _times(question: str, apart: str, union: str, rounds: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each round: opened and asked by us, and asked of the union without us."""
    ours: list[float] = []
    own: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        rows = len(list(store.Endpoint(apart).query(question)))
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        lines = _ask(union, question).count(b"\n") - 1
        own.append(time.perf_counter() - start)
        if not 0 < rows <= lines:
            raise SystemExit(f"{rows} rows against {lines} lines: not the same answer")
    return ours, own


def _ask(url: str, question: str) -> bytes:
    data = urllib.parse.urlencode({"query": question}).encode("ascii")
    request = urllib.request.Request(url, data=data, headers={"Accept": "text/csv"})  # noqa: S310 -- our own server
    with urllib.request.urlopen(request) as answer:  # noqa: S310 -- as above
        return bytes(answer.read())


@contextlib.contextmanager
def _server(place: Path, *options: str) -> Iterator[str]:
    command = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if command is None:
        raise SystemExit("Oxigraph's server is not installed; get it with: pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    arguments = [command, "serve-read-only", *options, "--location", str(place), "--bind", where]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            while server.poll() is None:
                with contextlib.suppress(OSError):
                    _ask(f"http://{where}/query", "SELECT * { } LIMIT 1")
                    break
                time.sleep(0.05)
            yield f"http://{where}/query"
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
