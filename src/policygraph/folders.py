"""Writing the folder of a build whole or not at all.

A build's folder holds ``policygraph.json``, which lists its files with their digests. So a later build knows what it
may replace: a folder that holds anything else, or a file that somebody has changed, is not touched.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph import files
from policygraph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST: Final = "policygraph.json"

# mkdtemp makes a folder for its owner alone.
_FOLDER_MODE = 0o755


def check(folder: Path) -> None:
    """Check that a build may be written to ``folder``: it is not there yet, is empty, or is an earlier build.

    Raises:
        OutputError: it holds something else.

    """
    cure = "choose another folder with -o"
    try:
        if folder.is_symlink() and not folder.exists():
            raise OutputError(f"{folder}: is a link to nowhere; {cure}")
        if not folder.exists():
            return
        if not folder.is_dir():
            raise OutputError(f"{folder}: is a file, not a folder; {cure}")
        if Path.cwd().is_relative_to(folder.resolve()):
            raise OutputError(f"{folder}: is the folder you are in, and would be replaced; name a new one with -o")
        foreign = _foreign(folder)
    except (OSError, ValueError) as error:
        raise OutputError(f"{folder}: cannot be read ({error}); {cure}") from error
    if foreign:
        raise OutputError(f"{folder}: holds {foreign}, which is no part of an earlier build; move it away, or {cure}")


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Yield a new folder beside ``folder`` to write a build to; at the end it takes the place of an earlier build.

    If anything is raised, ``folder`` stays as it was.

    Raises:
        OutputError: the folder holds something else than an earlier build, or cannot be written.

    """
    check(folder)
    place = folder.resolve()
    with _told(folder):
        place.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
    try:
        yield new
        with _told(folder):
            files.write(new / MANIFEST, _manifest(new))
            for inner in (new, *(path for path in new.rglob("*") if path.is_dir())):
                inner.chmod(_FOLDER_MODE)
            _swap(new, place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"{folder}: cannot be written ({reason}); choose another folder with -o") from error


def _manifest(folder: Path) -> str:
    digests = {path.relative_to(folder).as_posix(): _digest(path) for path in folder.rglob("*") if path.is_file()}
    return json.dumps({"files": digests}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _swap(new: Path, place: Path) -> None:
    """Put a folder in the place of another. Two renames: no portable call exchanges two folders that are not empty."""
    if not place.exists():
        new.rename(place)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent)) / "old"
    try:
        place.rename(old)
        try:
            new.rename(place)
        except BaseException:
            old.rename(place)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _foreign(folder: Path) -> str:
    """Return the first path in a folder that an earlier build did not write as it is now, or ``""``."""
    known = _known(folder)
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        name = path.relative_to(folder).as_posix()
        if name == MANIFEST and known:
            continue
        if path.is_symlink() or known.get(name) != _digest(path):
            return f"a changed {name}" if name in known else name
    return ""


def _known(folder: Path) -> dict[str, str]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    files = manifest.get("files") if isinstance(manifest, dict) else None
    return files if isinstance(files, dict) else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
