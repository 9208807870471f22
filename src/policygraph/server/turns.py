"""Whose turn it is: a quick answer waits for nobody, slow ones share what is left, and no client has more than its part.

A question that comes starts at once in one of a few quick places. One that is not answered in a moment gives its place
up: from then on it has little of a processor while others want it, in one of a few slow places, or is halted until there
is one. The longer a question has run, the less claim it has to a slow place: one that takes a second is not held up by
endless ones, as every system that shares its processors does it (multi-level feedback queue).
"""

from __future__ import annotations

import asyncio
import enum
import signal
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policygraph.server import limits
from policygraph.server.children import NO_MEMORY, NO_ROOM, WRITTEN
from policygraph.server.crew import Crew

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.server.answering import Question
    from policygraph.server.source import Source
    from policygraph.server.spool import Spool

# Questions that start at the same time. More would only take the processor from each other.
QUICK: Final = 4
# Seconds of a processor for which a question keeps a quick place, and for which it does while others wait for one: on
# the published graph ASK takes 0.001 s, 19 of the 20 named questions at most 0.1 s, the last one 0.7 s.
MOMENT: Final = 0.5
SHORT_MOMENT: Final = 0.03
# Seconds after which it gives the place up in any case: it waits for a disk, or the machine has much else to do.
_LONGEST: Final = 5.0
# Seconds between two looks at who has had how much, as long as somebody would be given more or less for it.
_LOOK: Final = 0.05
# Processes at once. Most of them are halted, with what memory they took in their moment.
MOST_ALIVE: Final = 32
# Questions at once, waiting ones included. Those beyond are sent away, of the client that has the most, the last first.
MOST: Final = 200
# Seconds within which a process that was ended is gone, even on a machine that has much to do. One that is not has
# nobody who would end it: what holds the graph has stopped, and is started anew.
_GRACE: Final = 10.0


class State(enum.Enum):
    """Where a question is: it has no process yet; it runs in a quick place, in a slow one; it is halted."""

    WAITING = enum.auto()
    QUICK = enum.auto()
    SLOW = enum.auto()
    HALTED = enum.auto()


class End(enum.Enum):
    """What came of a question.

    Its answer is written; memory or room was short; its process died; it was sent away for others; there is no graph;
    Oxigraph has a fault that the question has found.
    """

    WRITTEN = enum.auto()
    NO_MEMORY = enum.auto()
    NO_ROOM = enum.auto()
    LOST = enum.auto()
    CROWDED = enum.auto()
    NO_GRAPH = enum.auto()
    FAILED = enum.auto()


_ENDS: Final = {
    WRITTEN: End.WRITTEN,
    NO_MEMORY: End.NO_MEMORY,
    NO_ROOM: End.NO_ROOM,
    # So Rust ends a process that gets no memory, or finds a fault in itself.
    -signal.SIGABRT: End.FAILED,
}


@dataclass(eq=False, slots=True)
class Turn:
    """A question that waits or runs.

    Attributes:
        number: numbers grow in the order in which questions come.
        question: what is asked.
        client: who asks.
        end: what comes of it.
        state: where it is.
        since: when it came there, by the clock of the loop.
        ran: seconds that it ran before.
        pid: its process; 0 as long as it has none.
        used: seconds of a processor that it has had, or, where the system does not tell, that it ran.

    """

    number: int
    question: Question
    client: str
    end: asyncio.Future[End]
    state: State = State.WAITING
    since: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    ran: float = 0.0
    pid: int = 0
    used: float = 0.0

    @property
    def claim(self) -> tuple[int, int]:
        """What it has a claim by, the least first: it has had less than 0.1, 0.2, 0.4, … seconds, it came earlier."""
        return int(self.used * 10).bit_length(), self.number

    def look(self) -> None:
        """Note how much it has had."""
        known = limits.used(self.pid) if self.pid else 0.0
        running = asyncio.get_running_loop().time() - self.since if self.state in (State.QUICK, State.SLOW) else 0.0
        self.used = self.ran + running if known is None else max(known, self.used)

    def move(self, state: State) -> None:
        """Note that it is somewhere else from now on."""
        now = asyncio.get_running_loop().time()
        if self.state in (State.QUICK, State.SLOW):
            self.ran += now - self.since
        self.state, self.since = state, now

    def finish(self, end: End) -> None:
        """Note what came of it, if that is not known yet."""
        if not self.end.done():
            self.end.set_result(end)


def fair(turns: Iterable[Turn]) -> list[Turn]:
    """Return questions in the order in which they get a place: the first of each client, the second of each, …."""
    asked: Counter[str] = Counter()
    ranked = []
    for turn in sorted(turns, key=lambda turn: turn.claim):
        ranked.append((asked[turn.client], turn))
        asked[turn.client] += 1
    return [turn for _, turn in sorted(ranked, key=lambda pair: (pair[0], pair[1].claim))]


class Turns:
    """The questions that wait or run.

    Args:
        source: the graph.
        spool: where the answers are written.
        timeout: seconds that a question may take.
        forks: whether each has a process of its own; else one is answered after the other, and none can be halted.

    Attributes:
        problem: why there is no graph to ask, or ``""``.
        ready: whether the process that holds the graph can be asked now.

    """

    def __init__(self, source: Source, spool: Spool, timeout: float, *, forks: bool) -> None:
        self.problem = ""
        self.ready = False
        self._spool = spool
        self._forks = forks
        self._crew = Crew(source, spool.folder, timeout, forks=forks, listener=self)
        self._turns: dict[int, Turn] = {}
        # Those whose process was told to end, and has not ended yet.
        self._ending: set[int] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._known = asyncio.Event()
        self._stopped = False

    def start(self) -> None:
        """Start the process that holds the graph, unless it runs."""
        if not self._stopped and self._crew.start():
            self._known.clear()

    async def stop(self) -> None:
        """Send everybody away, and end the process."""
        self._stopped = True
        self._known.set()
        for turn in list(self._turns.values()):
            self._part(turn, End.CROWDED)
        await self._crew.stop()

    async def opened(self) -> None:
        """Wait until it is known whether there is a graph to ask."""
        self.start()
        await self._known.wait()

    def enter(self, turn: Turn) -> None:
        """Let a question wait for its turn."""
        if self._stopped or self.problem:
            turn.finish(End.CROWDED if self._stopped else End.NO_GRAPH)
            return
        self._turns[turn.number] = turn
        self._arrange()

    def leave(self, turn: Turn) -> None:
        """Take out a question whose answer nobody waits for any more, and end its process."""
        if turn.number in self._turns:
            self._part(turn, End.CROWDED)
            self._arrange()

    # What the process that holds the graph tells.

    def heard(self, problem: str) -> None:
        """Questions can be asked from now on, or not because of a problem."""
        self.problem, self.ready = problem, not problem
        self._known.set()
        if problem:
            self._dismiss(list(self._turns.values()), End.NO_GRAPH)
        else:
            self._arrange()

    def started(self, number: int, pid: int) -> None:
        """A question has a process."""
        if number in self._turns:
            self._turns[number].pid = pid

    def ended(self, number: int, code: int) -> None:
        """The process of a question has ended, with this code; negative: by this signal."""
        self._ending.discard(number)
        turn = self._turns.pop(number, None)
        end = _ENDS.get(code, End.LOST)
        if end is End.FAILED and self._spool.lacked(number):
            end = End.NO_MEMORY
        if turn is None or end is not End.WRITTEN:
            self._spool.drop(number)
        if turn is not None:
            turn.finish(end)
        self._arrange()

    def lost(self) -> None:
        """The process that holds the graph has ended, and with it those of all questions."""
        if not self.ready:
            # It would be no better the next time; it is tried again with the next question.
            self.heard("the process that holds the graph ends before it can be asked; ask again in a moment")
            return
        self.ready = False
        self._dismiss([turn for turn in self._turns.values() if turn.state is not State.WAITING], End.LOST)
        self._ending.clear()
        self.start()

    def _dismiss(self, turns: Iterable[Turn], end: End) -> None:
        for turn in turns:
            del self._turns[turn.number]
            self._spool.drop(turn.number)
            turn.finish(end)

    # How the places are given.

    def _arrange(self) -> None:
        """Give every place to who has a claim to it."""
        for turn in fair(self._turns.values())[MOST:]:
            self._part(turn, End.CROWDED)
        if self.ready:
            if self._forks:
                self._demote()
            self._begin()
            self._share()
            self._wake()

    def _in(self, *states: State) -> list[Turn]:
        return fair(turn for turn in self._turns.values() if turn.state in states)

    def _demote(self) -> None:
        """Take the quick places of those that had their moment."""
        moment = SHORT_MOMENT if self._in(State.WAITING) else MOMENT
        now = asyncio.get_running_loop().time()
        for turn in self._in(State.QUICK, State.SLOW):
            turn.look()
            if turn.state is State.QUICK and (turn.used >= moment or now - turn.since >= _LONGEST):
                self._crew.lower(turn.number)
                turn.move(State.SLOW)

    def _begin(self) -> None:
        """Start those that wait, as long as there are quick places."""
        free = (QUICK if self._forks else 1) - len(self._in(State.QUICK))
        for turn in self._in(State.WAITING)[: max(0, free)]:
            if len(self._turns) - len(self._in(State.WAITING)) >= MOST_ALIVE:
                self._part(self._in(State.SLOW, State.HALTED)[-1], End.CROWDED)
            turn.move(State.QUICK)
            self._crew.ask(turn.number, turn.question)

    def _share(self) -> None:
        """Let those run that have a claim to a slow place, and halt the others."""
        for place, turn in enumerate(self._in(State.SLOW, State.HALTED)):
            if place < limits.SLOW and turn.state is State.HALTED:
                self._crew.signal(turn.number, signal.SIGCONT)
                turn.move(State.SLOW)
            elif place >= limits.SLOW and turn.state is State.SLOW:
                self._crew.signal(turn.number, signal.SIGSTOP)
                turn.move(State.HALTED)

    def _wake(self) -> None:
        """See to it that the places are given anew when somebody has had enough."""
        if self._timer is not None:
            self._timer.cancel()
        if self._forks and self._in(State.QUICK, State.HALTED):
            self._timer = asyncio.get_running_loop().call_later(_LOOK, self._arrange)

    def _part(self, turn: Turn, end: End) -> None:
        """Take a question out, and end its process if it has one."""
        del self._turns[turn.number]
        turn.finish(end)
        if turn.state is State.WAITING:
            return
        self._ending.add(turn.number)
        if self._forks:
            self._crew.signal(turn.number, signal.SIGKILL)
            asyncio.get_running_loop().call_later(_GRACE, self._gone, turn.number)
        else:
            self._crew.kill()

    def _gone(self, number: int) -> None:
        if number in self._ending:
            self._crew.kill()
