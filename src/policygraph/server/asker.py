"""Asking the process that holds the graph, and ending it when it takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from policygraph.server import frames

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from policygraph.server.answering import Question

# -P: a file json.py in the folder where somebody starts the server is none of ours.
_COMMAND: Final = (sys.executable, "-P", "-m", "policygraph.server.worker")


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question.

    Attributes:
        status: as HTTP says it: 200; 400 it cannot be asked; 406 in no format that the client takes; 500 it has ended
            the process that answers; 503 others are being answered; 504 it takes too long.
        form: of 200, the format of the body.
        body: of 200, the answer.
        cut: of a page, whether there are more rows than it is to show.
        triples: of a page, whether the rows are triples.
        problem: of all others, what is wrong and what to do, in one line.

    """

    status: int
    form: str = ""
    body: bytes = b""
    cut: bool = False
    triples: bool = False
    problem: str = ""


class Asker:
    """Asks questions one after the other.

    Args:
        graph: what :func:`policygraph.server.graph.opened` takes.
        timeout: seconds that a question may wait, and that it may take.

    """

    def __init__(self, graph: str, timeout: float) -> None:
        self._graph = graph
        self._timeout = timeout
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._ready = False

    async def start(self) -> None:
        """Start the process; it opens the graph by itself."""
        # In a session of its own: Ctrl+C in the terminal is meant for the server, which ends the process.
        self._process = await asyncio.create_subprocess_exec(
            *_COMMAND,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        self._ready = False
        self._write({"graph": self._graph, "timeout": self._timeout})

    async def stop(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None  # noqa: S101 -- it is a pipe
        assert process.stdout is not None  # noqa: S101 -- it is a pipe
        process.stdin.close()
        # One that has ended by itself is waited for only: kill() would race asyncio for its exit code.
        if not process.stdout.at_eof():
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        await process.wait()

    async def ask(self, question: Question) -> Reply:
        """Return the answer to a question, or why there is none; never later than three times the timeout."""
        try:
            async with asyncio.timeout(self._timeout):
                await self._turn.acquire()
        except TimeoutError:
            return Reply(503, problem="other questions are being answered; ask again in a moment")
        try:
            return await self._asked(question)
        finally:
            self._turn.release()

    async def _asked(self, question: Question) -> Reply:
        done = False
        try:
            if self._process is None:
                await self.start()
            problem = await self._opened()
            if problem:
                done = True
                return Reply(503, problem=problem)
            async with asyncio.timeout(self._timeout):
                self._write(asdict(question))
                header, body = await self._read()
            done = True
            return _reply(header, body)
        except TimeoutError:
            return Reply(504, problem=f"the answer takes longer than {self._timeout:g} s; ask for less")
        except (asyncio.IncompleteReadError, ConnectionError):
            return Reply(500, problem="the answer takes more memory than there is for it; ask for less")
        finally:
            # Whatever else has happened, a cancelled request too: an answer to come would be taken for the next one.
            if not done:
                await self.stop()
                await self.start()

    async def _opened(self) -> str:
        """Wait for the graph to be open; return why it is not, or ``""``."""
        if self._ready:
            return ""
        try:
            async with asyncio.timeout(self._timeout):
                header, _ = await self._read()
        except TimeoutError:
            return "the graph is still being loaded; ask again in a moment"
        if "error" in header:
            await self.stop()
            return str(header["error"])
        self._ready = True
        return ""

    def _write(self, header: dict[str, Any]) -> None:
        assert self._process is not None  # noqa: S101 -- start() was called
        assert self._process.stdin is not None  # noqa: S101 -- it is a pipe
        self._process.stdin.write(frames.pack(header))

    async def _read(self) -> frames.Message:
        assert self._process is not None  # noqa: S101 -- start() was called
        assert self._process.stdout is not None  # noqa: S101 -- it is a pipe
        return await frames.receive(self._process.stdout)


def _reply(header: dict[str, Any], body: bytes) -> Reply:
    if "refused" in header:
        place = f"line {header['line']}" if header["line"] else ""
        place += f", column {header['column']}" if header["column"] else ""
        return Reply(400, problem=f"{place}: {header['refused']}" if place else header["refused"])
    if not header["form"]:
        return Reply(
            406,
            problem="the answer has no format that was asked for; SELECT and ASK give JSON, XML, CSV and TSV, "
            "CONSTRUCT and DESCRIBE Turtle, N-Triples, JSON-LD and RDF/XML",
        )
    return Reply(200, header["form"], body, header["cut"], header["triples"])
