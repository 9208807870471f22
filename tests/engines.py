"""Real SPARQL servers for tests: started on free ports of the loopback interface, and ended with the tests."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Where Debian's package virtuoso-opensource-7 puts its settings: those are the stock ones.
_STOCK = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
_HOME = "/var/lib/virtuoso-opensource-7"
# Seconds. A loaded machine may be slow; nothing waits longer than it must.
_PATIENCE = 120


@contextlib.contextmanager
def oxigraph(folder: Path, *options: str, verb: str = "serve") -> Iterator[str]:
    """Run Oxigraph's server over a store folder and yield its address for queries."""
    command = shutil.which("oxigraph", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if command is None:
        _missing("Oxigraph's server is not installed; get it with: pip install oxigraph")
    port = _free()
    arguments = [str(command), verb, *options, "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(arguments, folder.parent, lambda: _answers(f"http://127.0.0.1:{port}/")):
        yield f"http://127.0.0.1:{port}/query"


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Run Virtuoso with its stock settings over an empty folder, updates allowed, and yield its address."""
    command, client = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if command is None or client is None or not _STOCK.is_file():
        _missing("Virtuoso is not installed; get it with: apt-get install virtuoso-opensource-7")
    sql, web = f"127.0.0.1:{_free()}", f"127.0.0.1:{_free()}"
    settings = _settings(folder, {"Parameters": sql, "HTTPServer": web})
    log = folder / "db" / "virtuoso.log"
    arguments = [str(command), "+configfile", str(settings), "+foreground"]
    with _running(arguments, folder, lambda: "Server online" in log.read_text(encoding="utf-8", errors="replace")):
        grant = 'exec=GRANT SPARQL_UPDATE TO "SPARQL";'
        subprocess.run([str(client), sql, "dba", "dba", grant], check=True, capture_output=True, timeout=_PATIENCE)
        yield f"http://{web}/sparql"


def _settings(folder: Path, ports: dict[str, str]) -> Path:
    """Write the stock settings with folders and ports of our own, and nothing else changed."""
    (folder / "db").mkdir(parents=True)
    (folder / "vsp").mkdir()
    section, lines = "", []
    for line in _STOCK.read_text(encoding="utf-8").replace(_HOME, str(folder)).splitlines():
        head = re.match(r"\[(.*)\]", line)
        section = head[1] if head else section
        own = re.match(r"ServerPort\s*=", line) and section in ports
        lines.append(f"ServerPort = {ports[section]}" if own else line)
    settings = folder / "virtuoso.ini"
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return settings


@contextlib.contextmanager
def _running(arguments: list[str], folder: Path, ready: Callable[[], bool]) -> Iterator[None]:
    log = folder / "server.out"
    with log.open("wb") as output, subprocess.Popen(arguments, cwd=folder, stdout=output, stderr=output) as server:
        try:
            _await(server, ready, log)
            yield
        finally:
            server.terminate()
            try:
                server.wait(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


def _await(server: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError):
            if ready():
                return
        time.sleep(0.1)
    pytest.fail(f"the server did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _answers(url: str) -> bool:
    with urllib.request.urlopen(url, timeout=5) as response:  # noqa: S310 -- an address of ours
        return bool(response.status == 200)


def _free() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
