"""The process that holds the graph for questions, seen from the server: it is started, told, and heard."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Protocol

from policygraph.errors import GraphError
from policygraph.server import frames

if TYPE_CHECKING:
    import signal
    from asyncio.subprocess import Process
    from pathlib import Path

    from policygraph.server.answering import Question
    from policygraph.server.source import Source

# -P: a file json.py in the folder where somebody starts the server is none of ours.
_COMMAND: Final = (sys.executable, "-P", "-m", "policygraph.server.worker")

# Whether this system makes copies of processes: Windows does not.
FORKS: Final = hasattr(os, "fork")


class Listener(Protocol):
    """Who is told what becomes of the questions."""

    def heard(self, problem: str) -> None:
        """Questions can be asked, or not because of a problem."""

    def started(self, number: int, pid: int) -> None:
        """A question has a process."""

    def ended(self, number: int, code: int) -> None:
        """The process of a question has ended, with this code (see ``children``); negative: by this signal."""

    def lost(self) -> None:
        """The process that holds the graph has ended, with all questions."""


class Crew:
    """The process, and what is said to it.

    Args:
        source: the graph.
        folder: where the answers are written, each in a file of the number of its question.
        timeout: seconds that a question may take.
        forks: whether each question has a process of its own; else one is answered after the other.
        listener: who is told.

    """

    def __init__(self, source: Source, folder: Path, timeout: float, *, forks: bool, listener: Listener) -> None:
        self._source = source
        self._settings = {"timeout": timeout, "forks": forks}
        self._folder = folder
        self._listener = listener
        self._process: Process | None = None
        self._running: asyncio.Task[None] | None = None

    def start(self) -> bool:
        """Start the process, unless it runs, and return whether it had to be; it opens the graph by itself."""
        if self._running is not None:
            return False
        self._running = asyncio.create_task(self._run())
        return True

    async def stop(self) -> None:
        """End the process, and all questions with it."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running

    def kill(self) -> None:
        """End a process that does not do what it is told; its end is told as any other."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    def ask(self, number: int, question: Question) -> None:
        """Have a question answered."""
        self._tell({"number": number, "question": asdict(question)})

    def signal(self, number: int, sort: signal.Signals) -> None:
        """Send a signal to the process of a question."""
        self._tell({"number": number, "signal": int(sort)})

    def lower(self, number: int) -> None:
        """Let the process of a question have little of a processor while others want it."""
        self._tell({"number": number})

    def _tell(self, message: dict[str, Any]) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(frames.pack(message))

    async def _run(self) -> None:
        """Start the process and listen to it until it ends."""
        problem = ""
        try:
            await self._begin()
            self._tell({"graph": str(await self._handed()), **self._settings})
            await self._listen()
        except GraphError as error:
            problem = str(error)
        finally:
            await self._bury()
        # Who is told may start it again.
        self._running = None
        self._listener.heard(problem) if problem else self._listener.lost()

    async def _begin(self) -> None:
        # In a group of its own: Ctrl+C in the terminal is meant for the server, which ends the process.
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND,
            str(self._folder),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            process_group=0,
        )

    async def _handed(self) -> Path:
        """Return what the process is to open; also when the server is to end, nothing is being written any more then."""
        handing = asyncio.ensure_future(asyncio.to_thread(self._source.handed, self._folder))
        try:
            return await asyncio.shield(handing)
        except asyncio.CancelledError:
            await asyncio.wait({handing})
            raise

    async def _listen(self) -> None:
        assert self._process is not None  # noqa: S101 -- it was started
        assert self._process.stdout is not None  # noqa: S101 -- it is a pipe
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                self._hear(await frames.receive(self._process.stdout))

    def _hear(self, message: dict[str, Any]) -> None:
        if "pid" in message:
            self._listener.started(message["number"], message["pid"])
            return
        if "number" in message:
            self._listener.ended(message["number"], message["code"])
            return
        if "error" in message:
            raise GraphError(message["error"])
        # The copy of the graph that was handed over has been read.
        (self._folder / "graph.nq").unlink(missing_ok=True)
        self._source.check()
        self._listener.heard("")

    async def _bury(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None  # noqa: S101 -- it is a pipe
        assert process.stdout is not None  # noqa: S101 -- it is a pipe
        # One that has ended by itself is waited for only: kill() would race asyncio for its exit code.
        if not process.stdout.at_eof():
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        # Not before: it takes the end of what it is told for the end of the server.
        process.stdin.close()
        await process.wait()
