"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The byte order mark of UTF-8. Without it, Excel takes a CSV for one in the encoding of the system, and in China shows
# 北京 as 鍖椾含. Python ("utf-8-sig"), pandas, DuckDB, R and LibreOffice pass over it.
MARK: Final = "\ufeff"


def write(path: Path, content: bytes | str) -> None:
    """Write ``content`` to ``path`` so that a reader sees the old file or the new one, never a part.

    Text is written as UTF-8 with the line ends it has.

    Raises:
        OutputError: the place cannot be written.

    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes | str]) -> None:
    """Write several files as :func:`write` does, and none of them before all have found their place on the disk.

    Raises:
        OutputError: a place cannot be written; the message names it.

    """
    written: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            written[path] = _temporary(path, content)
        for path, temporary in written.items():
            with told(path):
                temporary.replace(path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _temporary(path: Path, content: bytes | str) -> Path:
    """Return a file beside ``path`` that holds the content."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not named by the file: its name may be as long as a name can be.
        handle, name = tempfile.mkstemp(prefix=".policygraph-", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return temporary


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what cannot be written as an error of the user.

    Raises:
        OutputError: the system refuses to write.

    """
    try:
        yield
    except OSError as error:
        cure = "choose a shorter name" if error.errno == errno.ENAMETOOLONG else "choose another place with -o"
        raise OutputError(f"{path}: cannot be written ({error.strerror}); {cure}") from error
