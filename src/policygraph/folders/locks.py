"""Files that a living process holds: the system lets go of them when it dies, however it dies."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path


def make(path: Path, content: bytes) -> int | None:
    """Make a new file with a content, and hold it as long as the descriptor returned is open.

    Returns:
        The descriptor; None where another process took the file or its folder away before it was held.

    Raises:
        OSError: it cannot be written.

    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileNotFoundError:
        return None
    try:
        _hold(descriptor)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        pass  # a file system without locks: nobody else can take the file either
    if not _is_there(path, descriptor):
        os.close(descriptor)
        return None
    os.write(descriptor, content)
    return descriptor


def take(path: Path) -> int | None:
    """Hold the file of a process that is dead; return a descriptor, or None where it lives or there is no such file."""
    if sys.platform == "win32":
        return None
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        _hold(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    return None


def _hold(descriptor: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_there(path: Path, descriptor: int) -> bool:
    """Whether a path is still that of an open file."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
