"""A graph written as sorted N-Quads without being held: part by part, in sorted runs on the disk that are merged.

The bytes are those of :func:`policygraph.rdf.nquads.serialise`, whatever the size of the runs.
"""

from __future__ import annotations

import gzip
import heapq
import io
import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from policygraph import files
from policygraph.rdf import dataset, iris
from policygraph.rdf.vocab import VOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from pyoxigraph import Quad

# Bytes of N-Quads above which a graph is packed.
PACKED_ABOVE: Final = 50_000_000
# Characters of lines that are held before they are put on the disk.
_RUN: Final = 16_000_000
_NAME: Final = "graph.nq"
# The line that counts the triples stands behind all that are less than this.
_COUNT: Final = f"{iris.DATASET} {VOID.triples} "


@dataclass(frozen=True, slots=True)
class Written:
    """A graph on the disk.

    Attributes:
        path: its file, graph.nq or graph.nq.gz.
        quads: how many quads it has.

    """

    path: Path
    quads: int


def write(
    parts: Iterable[Iterable[Quad]], folder: Path, *, run: int = _RUN, packed_above: int | None = None
) -> Written:
    """Write a graph into a folder: sorted, each quad once, and the number of its triples counted.

    Args:
        parts: the graph without the number of its triples; a part at a time is held.
        folder: the folder.
        run: characters of lines that are held before they are put on the disk.
        packed_above: bytes above which the file is packed with gzip; None for :data:`PACKED_ABOVE`.

    Raises:
        OutputError: the folder cannot be written.

    """
    with files.told(folder / _NAME), ExitStack() as stack:
        runs = _Runs(stack, folder, run)
        for part in parts:
            runs.add({f"{quad} .\n" for quad in part})
        head, tail = runs.file(), runs.file()
        counted = _Counted(runs.merged())
        for line in counted:
            (head if line < _COUNT else tail).write(line)
        head.write(f"{dataset.count(counted.triples + 1)} .\n")
        return Written(
            _joined((head, tail), folder, PACKED_ABOVE if packed_above is None else packed_above), counted.quads + 1
        )


class _Runs:
    """Lines in sorted runs, all but the last one on the disk."""

    def __init__(self, stack: ExitStack, folder: Path, most: int) -> None:
        self._stack = stack
        self._folder = folder
        self._most = most
        self._lines: set[str] = set()
        self._held = 0
        self._runs: list[TextIO] = []

    def file(self) -> TextIO:
        """Return an empty file that is gone when the graph is written."""
        # Line ends stand as they are: what a quote holds of them is escaped.
        made = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 -- the stack closes it
        return self._stack.enter_context(made)

    def add(self, lines: set[str]) -> None:
        """Add the lines of a part."""
        self._lines |= lines
        self._held += sum(map(len, lines))
        if self._held > self._most:
            self._runs.append(self.file())
            self._runs[-1].writelines(sorted(self._lines))
            self._lines, self._held = set(), 0

    def merged(self) -> Iterator[str]:
        """Yield all lines in order, those of two runs twice."""
        for run in self._runs:
            run.seek(0)
        return heapq.merge(*self._runs, sorted(self._lines))


class _Counted:
    """Lines in order, each once, counted as they go by.

    Attributes:
        quads: how many they were.
        triples: how many of them differ in more than the named graph: what two graphs say stands in lines side by side.

    """

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.quads = 0
        self.triples = 0

    def __iter__(self) -> Iterator[str]:
        before = said = ""
        for line in self._lines:
            if line == before:
                continue
            before = line
            self.quads += 1
            # The name of the graph comes last, and no name holds a blank.
            triple = line[: line.rindex(" <")]
            self.triples += triple != said
            said = triple
            yield line


def _joined(parts: tuple[TextIO, ...], folder: Path, packed_above: int) -> Path:
    """Write parts one after the other into a file, packed where they are large, and return it."""
    raw = []
    for part in parts:
        part.flush()
        raw.append(part.buffer)
    size = sum(part.seek(0, io.SEEK_END) for part in raw)
    path = folder / (f"{_NAME}.gz" if size > packed_above else _NAME)
    with path.open("wb") as file:
        if size > packed_above:
            # No name and no time in the head: the same graph is the same bytes.
            with gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0) as packed:
                _copy(raw, packed)
        else:
            _copy(raw, file)
        file.flush()
        os.fsync(file.fileno())
    return path


def _copy(parts: list[BinaryIO], target: BinaryIO | gzip.GzipFile) -> None:
    for part in parts:
        part.seek(0)
        shutil.copyfileobj(part, target, 1 << 20)
