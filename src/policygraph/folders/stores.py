"""The store that a build keeps beside its graph: made anew at any time, so that no list of files names what is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "store"
# What a store is called while it is made.
UNDONE: Final = ".store-"
# The file that says what a store was made from.
MARK: Final = "made-from.json"

# What RocksDB writes: https://github.com/facebook/rocksdb/wiki/RocksDB-Overview
_FILES: Final = re.compile(
    r"CURRENT|IDENTITY|LOCK|LOG(?:\.old\.\d+)?|MANIFEST-\d+|OPTIONS-\d+(?:\.dbtmp)?|\d+\.(?:sst|log|blob|dbtmp)|"
    + re.escape(MARK)
)


def is_own(folder: Path) -> bool:
    """Return whether a folder is a store that Policygraph made, or began to make, and nothing else is in it."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    names = [path.name for path in folder.iterdir() if path.is_file() and not path.is_symlink()]
    whole = MARK in names if folder.name == FOLDER else folder.name.startswith(UNDONE)
    return whole and len(names) == sum(1 for _ in folder.iterdir()) and all(map(_FILES.fullmatch, names))


def own(folder: Path) -> list[Path]:
    """Return the stores in the folder of a build."""
    return sorted(path for path in [folder / FOLDER, *folder.glob(f"{UNDONE}*")] if is_own(path))
