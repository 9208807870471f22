"""A process for each question: a copy of the one that holds the graph, which costs neither time nor memory to make."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn

from policygraph.errors import QueryError
from policygraph.server import frames, limits
from policygraph.server.answering import Question, answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policygraph.store import Oxigraph

# What a process ends with: its answer or the reason why there is none is written, memory or room for it was short.
WRITTEN: Final = 0
NO_MEMORY: Final = 3
NO_ROOM: Final = 4

# The end of the name of the file with what a process has said on standard error.
SAID: Final = ".err"

# Seconds beyond its time after which a question ends itself, should the server have forgotten it.
_GRACE: Final = 5.0
# How nice a process is that has had its moment (sched(7)): it has a tenth of what others have who want the processor.
_LOW: Final = 10


class Children:
    """The questions that are being answered.

    Args:
        store: the graph.
        folder: where the answers are written, each in a file of the number of its question.
        timeout: seconds that a question may take.

    """

    def __init__(self, store: Oxigraph, folder: Path, timeout: float) -> None:
        self._store = store
        self._folder = folder
        self._timeout = timeout
        self._pids: dict[int, int] = {}

    def start(self, number: int, asked: dict[str, Any]) -> int:
        """Answer a question in a process of its own, and return its id."""
        if sys.platform == "win32":
            raise RuntimeError("this system makes no copies of processes")
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._run(number, asked, parent)
        self._pids[number] = pid
        return pid

    def signal(self, number: int, sort: int) -> None:
        """Send a signal to the process of a question, if it is still there."""
        if number in self._pids:
            # It is nobody else's number: a process that has ended keeps it until ended() has seen it.
            os.kill(self._pids[number], sort)

    def lower(self, number: int) -> None:
        """Let the process of a question have little of a processor while others want it."""
        if number in self._pids and sys.platform != "win32":
            os.setpriority(os.PRIO_PROCESS, self._pids[number], _LOW)

    def ended(self) -> Iterator[tuple[int, int]]:
        """Yield the questions whose process has ended since, with its exit code; negative: the signal that ended it."""
        for number, pid in list(self._pids.items()):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                del self._pids[number]
                yield number, os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """End all processes."""
        for number in self._pids:
            self.signal(number, signal.SIGKILL)

    def _run(self, number: int, asked: dict[str, Any], parent: int) -> NoReturn:
        code = 1
        try:
            _hush(self._folder / f"{number}{SAID}")
            limits.bound(self._timeout + _GRACE, parent)
            code = write(self._store, self._folder / str(number), asked)
        finally:
            # Without a word to anybody, and without giving back the graph.
            os._exit(code)


def _hush(said: Path) -> None:
    """Close the streams of this process, which are its parent's; what it says when it dies of a fault is kept."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)


def write(store: Oxigraph, path: Path, asked: dict[str, Any]) -> int:
    """Write the answer to a question, and what there is to say about it, into a file; return :data:`WRITTEN` or why not."""
    question = Question(
        asked["sparql"], tuple(asked["forms"]), tuple(asked["default_graphs"]), tuple(asked["named_graphs"])
    )
    try:
        with path.open("wb") as file:
            try:
                written = answer(store, question, file)
            except QueryError as error:
                file.seek(0)
                file.truncate()
                file.write(frames.end({"refused": str(error), "line": error.line, "column": error.column}))
            else:
                file.write(frames.end({"form": written.form, "cut": written.cut, "triples": written.triples}))
    except MemoryError:
        return NO_MEMORY
    except OSError:
        return NO_ROOM
    return WRITTEN
