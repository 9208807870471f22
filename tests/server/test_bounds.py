"""No question and no request can stop the server, or keep it from others for long."""

from __future__ import annotations

import io
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from command import PATIENCE
from policygraph import rdf, store
from policygraph.errors import QueryError
from policygraph.server import answering, limits
from policygraph.server.children import SAID
from policygraph.server.protocol import MOST_BODY
from policygraph.server.spool import Spool
from policygraph.server.turns import QUICK
from policygraph.store.bounds import MOST_BYTES
from server.client import Answer, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygraph.statements import Corpus

_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"
_QUICK = "ASK { ?s a pg:Target }"
_PLAIN = {"Content-Type": "application/sparql-query"}


@pytest.fixture(scope="module")
def hurried(kept: Path) -> Iterator[Served]:
    """A server on which a question may take two seconds."""
    with served("-g", str(kept), "--timeout", "2") as running:
        assert _answers(running)
        yield running


def _answers(server: Served) -> bool:
    """Whether a quick question is answered, once the graph is open and the machine has time."""
    for _ in range(100):
        if server.ask(_QUICK).status == 200:
            return True
        time.sleep(0.2)
    return False


def _ended(server: Served) -> Answer:
    """Return the answer to a question without end, asked again while the machine has no time even to begin it (503)."""
    answers = (server.ask(_ENDLESS) for _ in range(20))
    return next(answer for answer in answers if answer.status != 503)


def test_a_question_that_takes_too_long_is_ended(hurried: Served) -> None:
    """After the time that the server was given, and the next one is answered."""
    answer = _ended(hurried)
    assert (answer.status, answer.media) == (504, "text/plain")
    assert answer.text == "the answer takes longer than 2 s; ask for less\n"
    assert answer.headers["retry-after"] == "5"
    assert _answers(hurried)


def test_a_question_that_takes_too_much_memory_is_ended(hurried: Served) -> None:
    """By memory or by time, whichever is short first; nothing else is touched."""
    answer = hurried.ask(_HUNGRY)
    assert (answer.status, "ask for less" in answer.text) in {(503, True), (504, True)}
    assert _answers(hurried)


def test_want_of_memory_is_told_as_such() -> None:
    """By Python as an error, by Rust with its last words."""
    folder = Spool()
    try:
        assert not folder.lacked(1)
        (folder.folder / f"1{SAID}").write_text("memory allocation of 8589934592 bytes failed\n", encoding="utf-8")
        assert folder.lacked(1)
        folder.drop(1)
        assert not any(folder.folder.iterdir())
    finally:
        folder.close()


def test_pages_are_served_while_a_question_runs(hurried: Served) -> None:
    """A question has a process of its own."""
    served_all = threading.Event()

    def keep_asking() -> None:
        while not served_all.is_set():
            hurried.ask(_ENDLESS)

    asking = threading.Thread(target=keep_asking)
    asking.start()
    try:
        assert [hurried.get("/entity/测试谷二期").status for _ in range(5)] == [200] * 5
    finally:
        served_all.set()
        asking.join()
    assert _answers(hurried)


def test_who_waits_too_long_for_a_turn_is_told_to_come_again(hurried: Served) -> None:
    """503 with Retry-After; no question waits without end."""
    found: list[Answer] = []
    number = 2 * limits.SLOW + QUICK
    threads = [threading.Thread(target=lambda: found.append(hurried.ask(_ENDLESS))) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert {503} <= {answer.status for answer in found} <= {503, 504}
    assert {answer.headers["retry-after"] for answer in found} == {"5"}
    assert "other questions are being answered; ask again in a moment\n" in {answer.text for answer in found}
    assert _answers(hurried)


@pytest.mark.parametrize(
    ("sparql", "problem"),
    [
        ("ASK " + "{" * 2000 + "}" * 2000, "brackets"),
        ("SELECT (" + "1+" * 9000 + "1 AS ?x) {}", "operators"),
        ("ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("ASK { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is refused"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
    ],
)
def test_what_costs_too_much_or_leaves_the_graph_is_refused(server: Served, sparql: str, problem: str) -> None:
    """Before it is parsed."""
    answer = server.send("POST", "/sparql", sparql.encode(), _PLAIN)
    assert (answer.status, problem in answer.text, answer.text.count("\n")) == (400, True, 1)
    assert server.ask(_QUICK).status == 200


@pytest.mark.parametrize("size", [MOST_BYTES + 1, MOST_BODY + 1, 20 * MOST_BODY])
def test_a_query_or_a_body_that_is_too_long_is_refused(server: Served, size: int) -> None:
    """413, and the rest of it is not read."""
    try:
        answer = server.send("POST", "/sparql", b"#" * size, _PLAIN)
    except ConnectionError:
        # The server has closed the connection while the client was still sending.
        assert size > MOST_BODY
    else:
        assert answer.status == 413
    assert server.ask(_QUICK).status == 200


def test_a_long_query_may_stand_in_the_address(server: Served) -> None:
    """As long as one in a body."""
    padded = f"{_QUICK} # {'目标' * 10_000}"
    assert len(padded.encode()) < MOST_BYTES
    assert server.get(f"/sparql?{urlencode({'query': padded})}", "application/json").status == 200


_PAIRS = "{ ?s pg:year ?y . ?t pg:year ?y }"


@pytest.mark.parametrize(
    ("sparql", "accept", "bound"),
    [
        (f"CONSTRUCT {{ ?s <a:b> ?t }} WHERE {_PAIRS}", "text/turtle", "100000 rows"),
        (f"SELECT * {_PAIRS}", "application/sparql-results+xml", "128 MiB"),
    ],
)
def test_an_answer_with_too_many_rows_is_refused_not_cut(
    published: Served, sparql: str, accept: str, bound: str
) -> None:
    """Nobody takes a part of the rows for all of them; only the page for people shows the first ones."""
    answer = published.ask(sparql, accept)
    assert (answer.status, answer.text) == (
        400,
        f"the answer has more than {bound}; ask for less, or with LIMIT and OFFSET\n",
    )
    assert published.ask(sparql, "text/html").text.count("<tr>") == 501


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_an_answer_with_too_many_bytes_is_refused(corpus: Corpus, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are no measure of what a query puts into them."""
    graph = store.hold(rdf.quads(corpus))
    question = answering.Question("SELECT * { ?s ?p ?o }", (form,))
    whole = io.BytesIO()
    assert answering.answer(graph, question, whole).form == form
    monkeypatch.setattr(answering, "MOST_BYTES", whole.tell() - 1)
    with pytest.raises(QueryError, match="MiB; ask for less"):
        answering.answer(graph, question, io.BytesIO())
