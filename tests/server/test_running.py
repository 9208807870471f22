"""Starting and ending the server."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import COMMAND, spawn
from policygraph import rdf, store
from server.client import served

if TYPE_CHECKING:
    from policygraph.statements import Corpus


def test_a_port_in_use_is_named(kept: Path, tmp_path: Path) -> None:
    """In one line, with what to do."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        outcome = spawn("serve", "-g", str(kept), "--port", str(port), cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"policygraph: port {port} of 127.0.0.1 is in use; "
        f"choose another one, such as --port {port + 1 if port < 65535 else 8000}, or --port 0 for any\n"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-g", "no.nq"), "no.nq: no such file; make it with: policygraph build"),
        (("--host", "no host"), "no host: is no address of this machine"),
        (("--host", "192.0.2.1"), "192.0.2.1: cannot be listened on"),
        (("--port", "65536"), "65536 is not in the range"),
        (("--timeout", "0"), "0.0 is not in the range"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(args: tuple[str, ...], message: str, tmp_path: Path) -> None:
    """Exit code 2, nothing on standard output."""
    port = () if "--port" in args else ("--port", "0")
    outcome = spawn("serve", *port, *args, cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert message in outcome.err


def test_a_file_of_the_folder_is_not_taken_for_a_module(kept: Path, tmp_path: Path) -> None:
    """Somebody may have a ``json.py`` where the server is started; the process that answers does not run it."""
    (tmp_path / "pyoxigraph.py").write_text("raise SystemExit(3)", encoding="utf-8")
    process = subprocess.Popen(
        [COMMAND[0], "-P", *COMMAND[1:], "serve", "--port", "0", "-g", str(kept)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert process.stdout
    url = process.stdout.readline().split()[0]
    try:
        asked = spawn("query", "-g", f"{url}sparql", "ASK { ?s ?p ?o }", cwd=Path(__file__).parent)
        assert asked.out == "yes\n"
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == pid:
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted as Linux tells them")
@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_server(kept: Path, ended: signal.Signals) -> None:
    """However it ends, the process that answers questions ends too."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "-g", str(kept)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.readline()
    for _ in range(100):
        children = _children(process.pid)
        if children:
            break
        time.sleep(0.05)
    assert len(children) == 1
    process.send_signal(ended)
    _, errors = process.communicate(timeout=30)
    assert errors == b""
    for _ in range(200):
        if not any(_alive(child) for child in children):
            break
        time.sleep(0.05)
    assert not any(_alive(child) for child in children)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_process_that_is_gone_is_started_anew(kept: Path) -> None:
    """Whatever has ended it, no question is lost: it is asked once more."""
    with served("-g", str(kept), "--timeout", "60") as running:
        assert running.ask("ASK {}").status == 200
        for child in _children(running.process.pid):
            os.kill(child, signal.SIGKILL)
        assert running.ask("ASK {}").status == 200


def test_a_graph_file_that_is_replaced_is_not_read(kept: Path, tmp_path: Path) -> None:
    """Pages and answers tell of one graph, also when the process that answers is started anew."""
    path = tmp_path / "graph.nq"
    shutil.copy(kept, path)
    with served("-g", str(path), "--timeout", "60") as running:
        number = running.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body
        path.write_text("rubbish", encoding="utf-8")
        for child in _children(running.process.pid):
            os.kill(child, signal.SIGKILL)
        assert running.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body == number
        assert running.get("/entity/测试谷二期").status == 200


def test_a_store_that_is_replaced_is_told(corpus: Corpus, tmp_path: Path) -> None:
    """A store folder is too large to be handed over: rather no answer than one of another graph."""
    folder = tmp_path / "folder"
    store.save(rdf.quads(corpus), folder)
    with served("-g", str(folder), "--timeout", "60") as running:
        assert running.ask("ASK {}").status == 200
        shutil.rmtree(folder)
        store.save(list(rdf.quads(corpus))[:100], folder)
        for child in _children(running.process.pid):
            os.kill(child, signal.SIGKILL)
        answer = running.ask("ASK {}")
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert answer.text == f"{folder}: the store has changed; start the server again\n"


def test_the_address_that_is_told_is_the_one_that_answers(kept: Path) -> None:
    """Of IPv6 too, in brackets."""
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with served("-g", str(kept), "--host", "::1") as running:
        assert running.url.startswith("http://[::1]:")
        assert running.get("/search").status == 200
        assert running.get("/search", Host="evil.example").status == 400
