"""Mount points: folders that no rename can move, such as those that ``docker run -v`` puts into a container."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

# https://www.kernel.org/doc/html/latest/filesystems/proc.html: the fifth field is the mount point; blanks and
# backslashes in it are written as three octal digits.
_TABLE: Final = Path("/proc/self/mountinfo")
_POINT: Final = 4
_OCTAL: Final = re.compile(rb"\\([0-7]{3})")


def is_mount(folder: Path) -> bool:
    """Whether a folder is a mount point; also one that shows another folder of the same file system."""
    return folder.is_mount() or os.fsencode(folder) in _points()


def _points() -> frozenset[bytes]:
    try:
        table = _TABLE.read_bytes()
    except OSError:  # not Linux
        return frozenset()
    return frozenset(
        _OCTAL.sub(lambda match: bytes([int(match[1], 8)]), line.split(b" ")[_POINT]) for line in table.splitlines()
    )
