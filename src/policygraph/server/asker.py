"""Asking the graph: every question ends in time, with its answer or with the reason why there is none."""

from __future__ import annotations

import asyncio
import ipaddress
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.server import crew, limits
from policygraph.server.answering import PAGE
from policygraph.server.spool import Spool
from policygraph.server.turns import End, State, Turn, Turns

if TYPE_CHECKING:
    from policygraph.server.answering import Question
    from policygraph.server.source import Source
    from policygraph.server.spool import Spooled

# How often a question is asked whose process has died: by kill, by the kernel for want of memory, by a fault in it.
_TIMES: Final = 2
# Bits of an IPv6 address that tell one customer of a provider from another (RFC 6177, BCP 157).
_IPV6_CLIENT: Final = 64

_BUSY: Final = "other questions are being answered; ask again in a moment"
_PROBLEMS: Final = {
    End.NO_MEMORY: f"the answer takes more than the {limits.memory() >> 20} MiB of memory that there are for it; ask for less",
    End.NO_ROOM: "there is no room for the answer where answers are kept (TMPDIR); ask for less",
    End.CROWDED: _BUSY,
}


# Oxigraph 0.5 fails at ORDER BY over values of different kinds.
_FAILED: Final = "Oxigraph fails at this query; ask in another way, such as with ORDER BY STR(?x)"
_TWICE: Final = "the process that answers has ended twice before it could; ask in another way, or again in a moment"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question.

    Attributes:
        status: as HTTP says it: 200; 400 it cannot be asked; 406 in no format that the client takes; 503 it cannot be
            answered now; 504 it takes too long.
        form: of 200, the format of the answer.
        answer: of 200, the answer; who takes it closes it. None of a page.
        body: of a page, the rows to show, as SPARQL JSON.
        cut: of a page, whether there are more rows than it is to show.
        triples: of a page, whether the rows are triples.
        problem: of all others, what is wrong and what to do, in one line.

    """

    status: int
    form: str = ""
    answer: Spooled | None = None
    body: bytes = b""
    cut: bool = False
    triples: bool = False
    problem: str = ""


class Asker:
    """Asks questions, several at once.

    Args:
        source: the graph.
        timeout: seconds that a question may wait and take together.
        forks: whether each question has a process of its own; else one is answered after the other.

    Attributes:
        spool: where answers are kept.

    """

    def __init__(self, source: Source, timeout: float, *, forks: bool = crew.FORKS) -> None:
        self._timeout = timeout
        self.spool = Spool()
        self._turns = Turns(source, self.spool, timeout, forks=forks)
        self._numbers = itertools.count()

    def start(self) -> None:
        """Start the process that holds the graph."""
        self._turns.start()

    async def stop(self) -> None:
        """Send everybody away, and end all processes."""
        await self._turns.stop()
        self.spool.close()

    async def ask(self, question: Question, client: str) -> Reply:
        """Return the answer to a question, or why there is none; cancelled, the question is ended.

        The time of a question begins when the graph is open, for which it waits as long as it may take.

        Args:
            question: what is asked.
            client: the address of who asks; between addresses, the places are shared fairly.

        """
        loop = asyncio.get_running_loop()
        for _ in range(_TIMES):
            turn = Turn(next(self._numbers), question, _client(client), loop.create_future())
            try:
                reply = await self._asked(turn)
            finally:
                # Of an answer that came just when nobody waited for it any more.
                self.spool.drop(turn.number)
            if reply is not None:
                return reply
        return Reply(503, problem=_TWICE)

    async def _asked(self, turn: Turn) -> Reply | None:
        """Return what came of a question; None if its process has died, so that it is worth while to ask again."""
        try:
            async with asyncio.timeout(self._timeout):
                await self._turns.opened()
        except TimeoutError:
            return Reply(503, problem="the graph is still being loaded; ask again in a moment")
        try:
            async with asyncio.timeout(self._timeout):
                self._turns.enter(turn)
                end = await turn.end
        except TimeoutError:
            return self._late(turn)
        finally:
            self._turns.leave(turn)
        return None if end is End.LOST else self._reply(turn, end)

    def _late(self, turn: Turn) -> Reply:
        """Say whether it was the question that took so long, or the others."""
        turn.move(State.HALTED)
        if turn.ran < self._timeout / 2:
            return Reply(503, problem=_BUSY)
        return Reply(504, problem=f"the answer takes longer than {self._timeout:g} s; ask for less")

    def _reply(self, turn: Turn, end: End) -> Reply:
        if end is End.NO_GRAPH:
            return Reply(503, problem=self._turns.problem)
        if end is End.FAILED:
            return Reply(400, problem=_FAILED)
        if end is not End.WRITTEN:
            return Reply(503, problem=_PROBLEMS[end])
        answer = self.spool.take(turn.number)
        return Reply(503, problem=_BUSY) if answer is None else _told(answer)


def _told(answer: Spooled) -> Reply:
    about = answer.about
    if about.get("form"):
        if about["form"] == PAGE:
            return Reply(200, PAGE, body=answer.read(), cut=about["cut"], triples=about["triples"])
        return Reply(200, about["form"], answer)
    answer.close()
    if "refused" in about:
        place = f"line {about['line']}" if about["line"] else ""
        place += f", column {about['column']}" if about["column"] else ""
        return Reply(400, problem=f"{place}: {about['refused']}" if place else about["refused"])
    return Reply(
        406,
        problem="the answer has no format that was asked for; SELECT and ASK give JSON, XML, CSV and TSV, "
        "CONSTRUCT and DESCRIBE Turtle, N-Triples, JSON-LD and RDF/XML",
    )


def _client(address: str) -> str:
    """Return who asks: of IPv6, one customer has more addresses than there are questions."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((known, _IPV6_CLIENT), strict=False)) if known.version == 6 else address
