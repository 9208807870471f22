"""N-Quads packed with gzip (.nq.gz): read piece by piece, so that a graph needs no more memory packed than it does plain."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final

from policygraph.errors import GraphError
from policygraph.store import guards

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typing_extensions import Buffer

SUFFIX: Final = ".nq.gz"

# A graph of reports is packed to a twentieth. What unpacks to so many times its size, beyond what any memory holds, was
# made to fill a disk or a memory (gzip can reach 1,032 times).
_MOST_TIMES: Final = 200
_FREE: Final = 64 << 20
# Oxigraph holds no more than 16 MiB of what it reads piece by piece, so that no line can be longer.
_LONGEST_LINE: Final = 15 << 20
# Bytes that are unpacked at a time.
_PIECE: Final = 1 << 20


def unpacked(path: Path) -> BinaryIO:
    """Return the content of a packed file, for a parser to read.

    Reading it raises GraphError where the file cannot be read, is damaged or cut off, or unpacks to what no graph is.
    """
    return io.BufferedReader(_Unpacked(path), _PIECE)


class _Unpacked(io.RawIOBase):
    def __init__(self, path: Path) -> None:
        self._path = path
        self._pieces = self._unpack()
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        space = memoryview(buffer).cast("B")
        number = min(len(space), len(self._rest))
        space[:number] = self._rest[:number]
        self._rest = self._rest[number:]
        return number

    def _nested(self, piece: bytes, opened: int) -> int:
        """Return how many triple terms the last line of a piece opens, refusing a line that could nest too deep.

        Whether they nest, or stand in a string, is not looked at: who needs such a line can unpack the file.
        """
        if opened + piece.count(b"<<") <= guards.MOST_NESTED:
            return piece.count(b"<<", piece.rfind(b"\n") + 1) + (0 if b"\n" in piece else opened)
        for number, line in enumerate(piece.split(b"\n")):
            opened = line.count(b"<<") + (0 if number else opened)
            if opened > guards.MOST_NESTED:
                problem = f"nests perhaps deeper than {guards.MOST_NESTED} levels; unpack it, and give the .nq file"
                raise GraphError(f"{self._path}: {problem}")
        return opened

    def _unpack(self) -> Iterator[bytes]:
        try:
            most = max(_FREE, _MOST_TIMES * self._path.stat().st_size)
            with gzip.open(self._path) as file:
                total = line = opened = 0
                while piece := file.read(_PIECE):
                    total += len(piece)
                    opened = self._nested(piece, opened)
                    line = len(piece) - piece.rfind(b"\n") - 1 if b"\n" in piece else line + len(piece)
                    if total > most:
                        raise GraphError(
                            f"{self._path}: unpacks to more than {_MOST_TIMES} times its size, as no graph does"
                        )
                    if line > _LONGEST_LINE:
                        problem = (
                            f"holds a line of more than {_LONGEST_LINE >> 20} MiB; unpack it, and give the .nq file"
                        )
                        raise GraphError(f"{self._path}: {problem}")
                    yield piece
        except FileNotFoundError as error:
            raise GraphError(f"{self._path}: no such file; make it with: policygraph export") from error
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            problem = f"is damaged or cut off ({error}); nothing was loaded, pack the graph again"
            raise GraphError(f"{self._path}: {problem}") from error
        except OSError as error:
            raise GraphError(f"{self._path}: cannot be read ({error.strerror})") from error
