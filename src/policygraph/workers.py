"""Reading documents in several processes: each reading is a pure function of its document."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Final

from policygraph import extraction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction import Names
    from policygraph.statements import Document, Reading

# Below this number of documents, starting a second process (about half a second) takes longer than it saves.
MANY: Final = 8


def read(documents: Sequence[Document], names: Names, jobs: int) -> Iterator[Reading]:
    """Yield the reading of each document, in the order given, whatever the number of processes.

    Args:
        documents: the documents.
        names: the list of known names, or an empty one.
        jobs: number of processes; 0 for one below :data:`MANY` documents, else as many as there are processors.

    """
    number = min(jobs or _fitting(len(documents)), len(documents))
    if number <= 1:
        for document in documents:
            yield extraction.read(document, names=names)
        return
    # A fresh process has no threads and locks of this one; every system has this way of starting one.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(number, mp_context=context, initializer=_start, initargs=(names.enabled,))
    try:
        yield from pool.map(_read, documents)
    finally:
        pool.shutdown(cancel_futures=True)


def _fitting(documents: int) -> int:
    return 1 if documents < MANY else os.cpu_count() or 1


# Set once by _start in each process of the pool, so that the list of names is not sent with every document.
_names: Names | None = None


def _start(enabled: bool) -> None:
    global _names
    # Ctrl-C goes to all processes of the terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _names = extraction.Names(enabled=enabled)


def _read(document: Document) -> Reading:
    if _names is None:
        raise RuntimeError("the process was not started by _start")
    return extraction.read(document, names=_names)
