"""Starting and ending the server."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from command import COMMAND, PATIENCE, spawn
from policygraph import rdf, store
from policygraph.server import limits
from server.client import Served, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
        process.communicate(timeout=PATIENCE)


_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted as Linux tells them")


def _stat(pid: int) -> list[str]:
    """Return what Linux tells of a process from its state on; nothing of one that is gone."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _children(pid: int) -> list[int]:
    found = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
    return [child for child in found if _alive(child) and _stat(child)[1:2] == [str(pid)]]


def _alive(pid: int) -> bool:
    return _stat(pid)[:1] not in ([], ["Z"])


def _asking(server: Served) -> list[int]:
    """Return the processes of the questions that a server answers."""
    return [child for holder in _children(server.process.pid) for child in _children(holder)]


def _wait(holds: Callable[[], bool]) -> None:
    """Wait for something that has to happen, on a machine that has much to do."""
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it has not happened")


def _answer(connection: socket.socket) -> tuple[int, str | None, bytes]:
    """Return status, Retry-After and body of the answer that comes on a connection, however many pieces it comes in."""
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    return answer.status, answer.getheader("retry-after"), answer.read()


def _request(sparql: str) -> bytes:
    return f"GET /sparql?{urlencode({'query': sparql})} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


@pytest.fixture(scope="module")
def patient(kept: Path) -> Iterator[Served]:
    """A server on which a question may take so long that no test sees the end of it."""
    with served("-g", str(kept), "--timeout", "600") as running:
        yield running


@_LINUX
@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_the_server(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: signal.Signals
) -> None:
    """However it ends, its processes end too, those of questions that run or are halted included, and leave no file."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "-g", str(kept)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    server = Served(process.stdout.readline().split()[0].rstrip("/"), process)
    connections = [server.connect() for _ in range(limits.SLOW + 2)]
    for connection in connections:
        connection.sendall(_request(_ENDLESS))
    _wait(lambda: "T" in [_stat(child)[0] for child in _asking(server) if _alive(child)])
    children = [*_children(process.pid), *_asking(server)]
    process.send_signal(ended)
    _, errors = process.communicate(timeout=PATIENCE)
    assert errors == ""
    _wait(lambda: not any(_alive(child) for child in children))
    _wait(lambda: not any(tmp_path.iterdir()))
    for connection in connections:
        connection.close()


@_LINUX
@pytest.mark.parametrize("ahead", [b"", _request("ASK {}")])
def test_a_client_that_hangs_up_ends_its_question(patient: Served, ahead: bytes) -> None:
    """Also one that has sent the next request already."""
    with patient.connect() as connection:
        connection.sendall(_request(_ENDLESS))
        _wait(lambda: len(_asking(patient)) == 1)
        connection.sendall(ahead)
        assert patient.ask("ASK {}").status == 200
        assert len(_asking(patient)) == 1
    _wait(lambda: not _asking(patient))


@_LINUX
def test_who_waits_for_a_place_gets_it_when_another_one_goes(patient: Served) -> None:
    """What runs long is halted beyond the slow places, and goes on."""
    with contextlib.ExitStack() as stack:
        connections = [stack.enter_context(patient.connect()) for _ in range(limits.SLOW + 1)]
        for number, connection in enumerate(connections):
            connection.sendall(_request(_ENDLESS))
            _wait(lambda number=number: len(_asking(patient)) == number + 1)

        def halted() -> list[int]:
            return [child for child in _asking(patient) if _stat(child)[:1] == ["T"]]

        _wait(lambda: len(halted()) == 1)
        (last,) = halted()
        connections[0].close()
        _wait(lambda: _stat(last)[:1] == ["R"])
    _wait(lambda: not _asking(patient))


@_LINUX
def test_a_question_whose_process_dies_is_asked_once_more(patient: Served) -> None:
    """Then the client is told, with 503: it is the server's fault, and not for ever."""
    with patient.connect() as connection:
        connection.sendall(_request(_ENDLESS))
        killed: list[int] = []
        for _ in range(2):
            _wait(lambda: bool({*_asking(patient)} - {*killed}))  # noqa: B023 -- called before the next round
            killed += _asking(patient)
            os.kill(killed[-1], signal.SIGKILL)
        status, retry, body = _answer(connection)
    assert len(set(killed)) == 2
    assert (status, retry) == (503, "5")
    assert b"ended twice" in body


@_LINUX
def test_a_fault_of_oxigraph_is_not_taken_for_want_of_memory(patient: Served) -> None:
    """So it ends where it finds one in itself, at ORDER BY over values of different kinds for one: no time helps."""
    with patient.connect() as connection:
        connection.sendall(_request(_ENDLESS))
        _wait(lambda: len(_asking(patient)) == 1)
        os.kill(_asking(patient)[0], signal.SIGABRT)
        status, _, body = _answer(connection)
    assert status == 400
    assert b"Oxigraph fails at this query" in body
    assert patient.ask("ASK {}").status == 200


@_LINUX
def test_what_holds_the_graph_and_does_nothing_is_started_anew(kept: Path) -> None:
    """A process that is stopped, by somebody or by a debugger, does not stop the server for good."""
    with served("-g", str(kept), "--timeout", "1") as running:
        _wait(lambda: running.ask("ASK {}").status == 200)
        (holder,) = _children(running.process.pid)
        os.kill(holder, signal.SIGSTOP)
        assert running.ask("ASK {}").status in {503, 504}
        _wait(lambda: running.ask("ASK {}").status == 200)
        assert not _alive(holder)


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
