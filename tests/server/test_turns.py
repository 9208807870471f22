"""Whose turn it is to be answered."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from policygraph.server.answering import Question
from policygraph.server.asker import Asker
from policygraph.server.source import Source
from policygraph.server.turns import Turn, fair

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

T = TypeVar("T")
_ENDLESS = Question("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", ("csv",))
_QUICK = Question("ASK {}", ("csv",))


def _run(work: Coroutine[None, None, T]) -> T:
    """Run something in a thread of its own: that of the tests has the loop of the browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def _order(clients: str) -> list[int]:
    async def ordered() -> list[int]:
        end = asyncio.get_running_loop().create_future()
        turns = [Turn(number, _QUICK, client, end) for number, client in enumerate(clients)]
        return [turn.number for turn in fair(reversed(turns))]

    return _run(ordered())


def test_clients_take_turns() -> None:
    """However many questions one of them asks; its own are answered as they come."""
    assert _order("aaaaba") == [0, 4, 1, 2, 3, 5]
    assert _order("aabbcc") == [0, 2, 4, 1, 3, 5]
    assert _order("") == []


async def _statuses(asker: Asker, questions: list[Question]) -> list[int]:
    """Ask all questions at the same time, and return the statuses of the replies."""
    replies = await asyncio.gather(*(asker.ask(question, "here") for question in questions))
    assert all(reply.answer.read() == b"true\n" for reply in replies if reply.answer)
    return [reply.status for reply in replies]


def _asked(kept: Path, *, forks: bool, timeout: float, questions: list[Question]) -> list[int]:
    """Return the statuses of questions that are asked when the graph is open; after them, another one is answered."""

    async def ask() -> list[int]:
        asker = Asker(Source(str(kept)), timeout, forks=forks)
        try:
            while await _statuses(asker, [_QUICK]) != [200]:
                pass
            found = await _statuses(asker, questions)
            while await _statuses(asker, [_QUICK]) != [200]:
                pass
            return found
        finally:
            await asker.stop()

    return _run(ask())


def test_where_no_process_can_be_copied_one_question_is_answered_after_the_other(kept: Path) -> None:
    """Windows: a question that takes too long is ended with the process, which is started anew."""
    assert _asked(kept, forks=False, timeout=60, questions=[_QUICK] * 5) == [200] * 5
    assert _asked(kept, forks=False, timeout=3, questions=[_ENDLESS]) == [504]


def test_quick_questions_are_answered_while_endless_ones_run(kept: Path) -> None:
    """All of one client: more endless ones than there are places, asked before."""
    found = _asked(kept, forks=True, timeout=30, questions=[_ENDLESS] * 12 + [_QUICK] * 5)
    assert {503} <= set(found[:12]) <= {503, 504}
    assert found[12:] == [200] * 5
