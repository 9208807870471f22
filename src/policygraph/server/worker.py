"""The process that holds the graph for questions: each is answered by a copy of it, which can be ended.

A running query of Oxigraph cannot be ended, a process can. The server starts this one as
``python -m policygraph.server.worker`` and speaks to it through its standard input and output, in messages of ``frames``.
The first one says which graph it is to open. This process never answers a question itself, and has no thread of its own,
so that there is nothing in it that a copy could find half done; where the system makes no copies of processes (Windows),
it answers one question after the other.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import shutil
import signal
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from policygraph.errors import PolicygraphError
from policygraph.server import frames
from policygraph.server.children import Children, write
from policygraph.server.graph import opened

if TYPE_CHECKING:
    from policygraph.store import Oxigraph


def main(folder: Path) -> None:
    """Answer questions until the server has no more.

    Args:
        folder: where the answers are written; it is taken away when the server is gone, by kill -9 perhaps.

    """
    # Unbuffered: what has been read of the next message would not be there for select.
    asked, told = open(0, "rb", buffering=0), open(1, "wb", buffering=0)  # noqa: SIM115 -- streams, no files
    settings = frames.read(asked)
    if settings is not None:
        try:
            store = opened(settings["graph"])
        except PolicygraphError as error:
            _tell(told, {"error": str(error)})
            return
        _tell(told, {"ready": True})
        with contextlib.suppress(BrokenPipeError):
            if settings["forks"]:
                with contextlib.closing(Children(store, folder, settings["timeout"])) as children:
                    _serve(children, asked, told)
            else:
                _answer(store, folder, asked, told)
    shutil.rmtree(folder, ignore_errors=True)


def _serve(children: Children, asked: IO[bytes], told: IO[bytes]) -> None:
    """Start a process for each question, do to it what the server says, and tell when it has ended."""
    # The garbage collector writes into every object that it looks at, of which each process would then have its own.
    gc.freeze()
    woken, waker = os.pipe()
    for end in (woken, waker):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    with selectors.DefaultSelector() as selector:
        selector.register(asked, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in selector.select()}
            if woken in ready:
                os.read(woken, 4096)
                for number, code in children.ended():
                    _tell(told, {"number": number, "code": code})
            if asked in ready:
                message = frames.read(asked)
                if message is None:
                    return
                try:
                    _obey(children, message, told)
                except BrokenPipeError:
                    raise
                except OSError:
                    # The system has no room for another process; the server asks again, or says so.
                    _tell(told, {"number": message["number"], "code": 1})


def _obey(children: Children, message: dict[str, Any], told: IO[bytes]) -> None:
    number = message["number"]
    if "question" in message:
        _tell(told, {"number": number, "pid": children.start(number, message["question"])})
    elif "signal" in message:
        children.signal(number, message["signal"])
    else:
        children.lower(number)


def _answer(store: Oxigraph, folder: Path, asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer one question after the other in this process; the server ends it to end one."""
    while (message := frames.read(asked)) is not None:
        if "question" in message:
            code = write(store, folder / str(message["number"]), message["question"])
            _tell(told, {"number": message["number"], "code": code})


def _tell(stream: IO[bytes], message: dict[str, Any]) -> None:
    rest = memoryview(frames.pack(message))
    while rest:
        rest = rest[stream.write(rest) :]


if __name__ == "__main__":
    if sys.platform != "win32":
        # Those of the terminal are meant for the server; and a group of processes of which some are halted gets SIGHUP
        # when the server is gone, before this one could take its folder away.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    main(Path(sys.argv[1]))
