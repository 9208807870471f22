"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from policygraph.errors import OutputError


def write(path: Path, content: bytes | str) -> None:
    """Write ``content`` to ``path`` so that a reader sees the old file or the new one, never a part.

    Text is written as UTF-8 with the line ends it has.

    Raises:
        OutputError: the place cannot be written.

    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not named by the file: its name may be as long as a name can be.
        handle, name = tempfile.mkstemp(prefix=".policygraph-", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> OutputError:
    cure = "choose a shorter name" if error.errno == errno.ENAMETOOLONG else "choose another place with -o"
    return OutputError(f"{path}: cannot be written ({error.strerror}); {cure}")
