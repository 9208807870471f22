"""The process that holds the graph and answers questions: it can be ended, a running query of Oxigraph cannot.

The server starts it as ``python -m policygraph.server.worker`` and speaks to it through its standard input and output,
in the messages of ``frames``. The first message says which graph it is to open and how long a question may take.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from policygraph.errors import PolicygraphError, QueryError
from policygraph.server import frames
from policygraph.server.answering import Question, answer
from policygraph.server.graph import opened

if TYPE_CHECKING:
    from policygraph.store import Oxigraph

# Bytes that answering may take beyond what the graph itself takes.
MOST_MEMORY: Final = 2 * 1024**3
# Seconds after which the process ends itself; the server ends it sooner, unless the server itself is gone.
_GRACE: Final = 5.0
# Virtual memory of this process in pages is the first number (proc_pid_statm(5)); Linux alone has it.
_STATM: Final = Path("/proc/self/statm")


def main() -> None:
    """Answer questions until the server has no more."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    first = frames.read(asked)
    if first is None:
        return
    settings = first[0]
    try:
        store = opened(settings["graph"])
    except PolicygraphError as error:
        _tell(told, {"error": str(error)})
        return
    _bound_memory()
    _tell(told, {})
    while (message := frames.read(asked)) is not None:
        _alarm(settings["timeout"] + _GRACE)
        header, body = _answered(store, message[0])
        _tell(told, header, body)
        _alarm(0)


def _answered(store: Oxigraph, asked: dict[str, Any]) -> frames.Message:
    question = Question(
        asked["sparql"], tuple(asked["forms"]), tuple(asked["default_graphs"]), tuple(asked["named_graphs"])
    )
    try:
        written = answer(store, question)
    except QueryError as error:
        return {"refused": str(error), "line": error.line, "column": error.column}, b""
    return {"form": written.form, "cut": written.cut, "triples": written.triples}, written.body


def _tell(stream: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    stream.write(frames.pack(header, body))
    stream.flush()


def _alarm(seconds: float) -> None:
    """End this process after so many seconds, whatever it does; 0: let it live."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory() -> None:
    """Let the process end rather than exhaust the machine: Oxigraph sorts and groups in memory."""
    if sys.platform == "linux" and _STATM.exists():
        import resource

        held = int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, held + MOST_MEMORY))


if __name__ == "__main__":
    main()
