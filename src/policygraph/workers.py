"""Reading documents in several processes: each reading is a pure function of its document."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from policygraph import extraction
from policygraph.documents.layout import Block
from policygraph.errors import PolicygraphError
from policygraph.fence import Failure, attempt
from policygraph.ontology import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from policygraph.extraction import Names
    from policygraph.ontology.own import Lexicon
    from policygraph.statements import Document, Reading

# Below this number of documents, starting a second process (about half a second) takes longer than it saves.
MANY: Final = 8
# A process may also die of something that the document did not do. Two in a row are no accident.
_TRIES: Final = 2
# Seconds between the end of a pipe and that of its process, at most.
_PATIENCE: Final = 10


def read(documents: Sequence[Document], names: Names, jobs: int) -> Iterator[Reading | Failure]:
    """Yield the reading of each document, or why there is none, in the order given, whatever the number of processes.

    Args:
        documents: the documents.
        names: the list of known names, or an empty one.
        jobs: number of processes; 0 for one below :data:`MANY` documents, else as many as there are processors.

    Raises:
        PolicygraphError: the processes cannot be started, or what they need is wrong.

    """
    number = min(jobs or _fitting(len(documents)), len(documents))
    if number <= 1:
        for document in documents:
            yield _read(document, names)
        return
    crew = _Crew(documents, _Words(names, own.current()), number)
    try:
        yield from crew.outcomes()
    finally:
        crew.end()


def _fitting(documents: int) -> int:
    return 1 if documents < MANY else os.cpu_count() or 1


def _read(document: Document, names: Names) -> Reading | Failure:
    def line(error: Exception) -> int | None:
        return _line(document, error)

    return attempt(document.name, document.name, lambda: extraction.read(document, names=names), line)


def _line(document: Document, error: Exception) -> int | None:
    """Return the line of a document where its reading failed: that of the block at which the reader was."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        for value in frame.f_locals.values():
            if isinstance(value, Block) and value.offsets:
                return document.text.count("\n", 0, value.offsets[0]) + 1
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """What a process must know before it reads: the list of names, and the lexicon in force."""

    names: Names
    lexicon: Lexicon


class _Crew:
    """Processes that read one document after the other; one that dies costs only the document that it was reading.

    The pools of the standard library do not tell at which piece of work a process died, and theirs go on living when the
    first process is killed. Here each has a pipe of its own, whose end both sides see.
    """

    def __init__(self, documents: Sequence[Document], words: _Words, number: int) -> None:
        self._documents = documents
        self._words = words
        self._waiting = deque(range(len(documents)))
        self._tries = [0] * len(documents)
        self._done: dict[int, Reading | Failure] = {}
        self._workers = [_Worker(words) for _ in range(number)]

    def outcomes(self) -> Iterator[Reading | Failure]:
        """Yield what came out of each document, in order."""
        for index in range(len(self._documents)):
            while index not in self._done:
                heard = wait([worker.pipe for worker in self._workers])
                for worker in [worker for worker in self._workers if worker.pipe in heard]:
                    self._hear(worker)
            yield self._done.pop(index)

    def end(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.end()

    def _hear(self, worker: _Worker) -> None:
        """Take what a process has to say, and give it the next document."""
        try:
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        if isinstance(outcome, PolicygraphError):
            raise outcome
        if worker.index is not None:
            self._done[worker.index] = outcome
        worker.ready = True
        worker.index = self._waiting.popleft() if self._waiting else None
        if worker.index is not None:
            self._tries[worker.index] += 1
            worker.give(self._documents[worker.index])

    def _replace(self, worker: _Worker) -> None:
        """Put another process in the place of one that died, and tell the document that it died of."""
        code = worker.died()
        self._workers.remove(worker)
        if not worker.ready:
            raise PolicygraphError("a process that reads documents cannot be started; read them in one: --jobs 1")
        if worker.index is not None and self._tries[worker.index] < _TRIES:
            self._waiting.appendleft(worker.index)
        elif worker.index is not None:
            self._done[worker.index] = _death(self._documents[worker.index], code)
        self._workers.append(_Worker(self._words))


class _Worker:
    """A process that reads documents.

    Attributes:
        pipe: what it hears and says.
        ready: whether it has said that it can begin.
        index: which document it is reading.

    """

    def __init__(self, words: _Words) -> None:
        # A fresh process has no threads and locks of this one; every system has this way of starting one.
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other, words), daemon=True)
        self._process.start()
        other.close()
        self.ready = False
        self.index: int | None = None

    def give(self, document: Document) -> None:
        """Give it a document to read."""
        # If it is dead, its pipe says so when it is next listened to.
        with suppress(OSError):
            self.pipe.send(document)

    def died(self) -> int:
        """Return the exit code of a process whose pipe has ended; negative: the signal that ended it."""
        self._process.join(_PATIENCE)
        self.end()
        return self._process.exitcode or 0

    def end(self) -> None:
        """End it, whatever it is at: it holds nothing that would be lost."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


def _work(pipe: Connection[object, Document], words: _Words) -> None:
    """Be a process that reads documents, until nobody gives it one."""
    # Ctrl-C goes to all processes of the terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with own.using(words.lexicon):
            pipe.send(None)
            while True:
                pipe.send(_read(pipe.recv(), words.names))
    except (EOFError, ConnectionError):
        return
    except PolicygraphError as error:
        pipe.send(error)
    except MemoryError:
        sys.exit(1)


def _death(document: Document, code: int) -> Failure:
    how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
    problem = f"cannot be read: the process that read it {how}, as where memory runs out; split it, or use --jobs 1"
    return Failure(document.name, document.name, None, problem)
