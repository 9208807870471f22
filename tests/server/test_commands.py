"""Our own commands ask our own server: the same answers as from the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from command import runner

if TYPE_CHECKING:
    from server.client import Served


@pytest.mark.parametrize(
    "args",
    [
        ("query", "targets", "-p", "year=2025", "-f", "csv"),
        ("query", "SELECT ?t { ?t a pg:Theme } ORDER BY ?t", "-f", "json"),
        ("query", "ASK { ?s a pg:Target }"),
        ("query", "CONSTRUCT { ?e a pg:Event } WHERE { ?e a pg:Event }", "-f", "turtle"),
        ("trace", "中原科技城"),
        ("path", "中原科技城", "创新 2025 targets"),
        ("ledger", "--year", "2025"),
    ],
    ids=lambda args: " ".join(args[:2]),
)
def test_a_served_graph_is_asked_like_a_file(
    published: Served, args: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``-g http://…/sparql``."""
    run = runner(capsys, monkeypatch)
    local = run(*args)
    remote = run(*args, "-g", f"{published.url}/sparql")
    assert local.code == 0
    assert (remote.code, remote.out) == (local.code, local.out)


def test_a_question_that_the_server_refuses_is_asked_of_a_copy(
    published: Served, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too large for one answer of the server is answered here, up to the bound of a file; what is cut is told."""
    run = runner(capsys, monkeypatch)
    pairs = "CONSTRUCT { ?s <a:b> ?t } WHERE { ?s pg:year ?y . ?t pg:year ?y }"
    remote = run("query", "-g", f"{published.url}/sparql", pairs, "-f", "turtle")
    local = run("query", pairs, "-f", "turtle")
    assert (remote.code, remote.err) == (local.code, local.err)
    assert remote.err == "policygraph: answer cut, it has more than 100000 rows; ask for less, or with LIMIT\n"
    assert remote.out.startswith("@prefix st:")
