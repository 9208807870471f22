"""The list of the files of a build with their digests: what a later build may replace."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from policygraph import files
from policygraph.folders import stores

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST: Final = "policygraph.json"


def write(folder: Path) -> None:
    """Write the list of all files of a folder into it, without those of the store beside its graph.

    Raises:
        OutputError: it cannot be written.
        OSError: a file cannot be read.

    """
    kept = stores.own(folder)
    digests = {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in folder.rglob("*")
        if path.is_file() and path.parent not in kept
    }
    files.write(folder / MANIFEST, json.dumps({"files": digests}, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def foreign(folder: Path) -> str:
    """Return the first thing in a folder that no build wrote as it is now, or ``""``; a folder ends with ``/``.

    A folder that holds no file of the build is foreign too, even an empty one: somebody made it.

    Raises:
        OSError: a file cannot be read.

    """
    known = _known(folder)
    above = {parent.as_posix() for name in known for parent in PurePosixPath(name).parents}
    kept = stores.own(folder) if known else []
    for path in sorted(folder.rglob("*")):
        if path in kept or path.parent in kept:
            continue
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if name not in above:
                return f"{name}/"
        elif not _ours(path, name, known):
            return f"a changed {name}" if name in known else name
    return ""


def discard(folder: Path) -> bool:
    """Delete what the list of a folder knows, each file looked at right before; return whether nothing else was there.

    Where something else is there it stays, with the list, by which the folder is known as one of a build.
    """
    known = _known(folder)
    for store in stores.own(folder):
        shutil.rmtree(store, ignore_errors=True)
    # Sorted backwards, what is in a folder comes before it.
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            elif name != MANIFEST and _ours(path, name, known):
                path.unlink()
    if any(path.name != MANIFEST for path in folder.iterdir()):
        return False
    (folder / MANIFEST).unlink(missing_ok=True)
    folder.rmdir()
    return True


def _ours(path: Path, name: str, known: dict[str, str]) -> bool:
    """Whether a build wrote a file as it is now."""
    if path.is_symlink() or not path.is_file():
        return False
    return bool(known) if name == MANIFEST else known.get(name) == _digest(path)


def _known(folder: Path) -> dict[str, str]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    listed = manifest.get("files") if isinstance(manifest, dict) else None
    return listed if isinstance(listed, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
