"""Answers on their way to a client: they wait in a file, not in memory, for as long as the client takes."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from starlette.responses import Response

from policygraph import files
from policygraph.errors import OutputError
from policygraph.server import frames
from policygraph.server.children import SAID

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import Receive, Scope, Send

# Bytes of an answer that are in memory for a client at once; the next ones are read when these have been sent.
PIECE: Final = 64 * 1024
# Bytes of all answers that wait to be read: sixteen of the largest.
MOST_WAITING: Final = 2 * 1024**3


class Spooled:
    """An answer in a file that has no name any more, and is gone when it is closed.

    Args:
        file: the file: the answer, then a message about it (see ``frames``).
        closed: called when it is closed.

    Attributes:
        about: the message.
        size: bytes of the answer.

    """

    def __init__(self, file: IO[bytes], closed: Callable[[Spooled], None]) -> None:
        self._file = file
        self._closed = closed
        self.about, self.size = frames.last(file)

    def read(self) -> bytes:
        """Return the whole answer, and close it."""
        try:
            return self._file.read(self.size)
        finally:
            self.close()

    async def piece(self) -> bytes:
        """Return the next bytes of the answer, :data:`PIECE` at most; ``b""`` at its end."""
        left = min(PIECE, self.size - self._file.tell())
        if self.size <= PIECE:
            return self._file.read(left)
        # A file may lie on a disk that takes its time.
        return await asyncio.to_thread(self._file.read, left)

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
        self._closed(self)


class Spool:
    """The folder of answers; nobody else can read it.

    Attributes:
        folder: where it is.

    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="policygraph-serve-", dir=_roomy()))
        self._waiting: set[Spooled] = set()
        self._lock = threading.Lock()

    def take(self, number: int) -> Spooled | None:
        """Return the answer to a question; None where too much waits to be read already."""
        path = self.folder / str(number)
        # Whoever is given it closes it.
        spooled = Spooled(path.open("rb"), self._waiting.discard)
        self.drop(number)
        waiting = sum(other.size for other in self._waiting)
        # What fits into one piece is out of the file at once.
        if spooled.size > PIECE and waiting + spooled.size > MOST_WAITING:
            spooled.close()
            return None
        self._waiting.add(spooled)
        return spooled

    def kept(self, name: str, make: Callable[[], bytes]) -> Spooled:
        """Return a body that is the same for all: it is made once, and kept as long as the server runs.

        Args:
            name: its name in the folder.
            make: makes it.

        Raises:
            OutputError: there is no room for it.

        """
        path = self.folder / name
        with self._lock:
            if not path.exists():
                body = make()
                try:
                    files.write(path, body + frames.end({}))
                except OutputError as error:
                    raise OutputError("there is no room for the graph where answers are kept (TMPDIR)") from error
        return Spooled(path.open("rb"), lambda _: None)

    def drop(self, number: int) -> None:
        """Forget what there is of the answer to a question."""
        for path in (self.folder / str(number), self._said(number)):
            with contextlib.suppress(OSError):
                path.unlink()

    def lacked(self, number: int) -> bool:
        """Whether the process of a question has ended for want of memory: Rust says so as it aborts."""
        try:
            with self._said(number).open("rb") as said:
                return b"memory allocation" in said.read(PIECE)
        except OSError:
            return False

    def _said(self, number: int) -> Path:
        return self.folder / f"{number}{SAID}"

    def close(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)


class SpooledResponse(Response):
    """A response whose body is read as fast as the client takes it, and no faster.

    Args:
        spooled: the body.
        media_type: its media type.
        headers: more headers.

    """

    def __init__(self, spooled: Spooled, media_type: str, headers: Mapping[str, str]) -> None:
        # With its length, a client can tell an answer that breaks off from a whole one.
        super().__init__(None, 200, {**headers, "Content-Length": str(spooled.size)}, media_type)
        self._spooled = spooled

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 -- as starlette calls it
        """Send the response."""
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            # The server of HTTP waits in send() for a client that has yet to read what it was sent before.
            while scope["method"] != "HEAD" and (piece := await self._spooled.piece()):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._spooled.close()


def _roomy() -> str | None:
    """Return the folder for large files: that of TMPDIR if it is set, else /var/tmp, as /tmp is often kept in memory."""
    large = "/var/tmp"  # noqa: S108 -- only a folder of our own is made in it
    return large if not os.environ.get("TMPDIR") and os.access(large, os.W_OK | os.X_OK) else None
