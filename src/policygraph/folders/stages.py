"""Stages: where a build is made, beside the place it is for, so that it can take that place in one step.

A stage is a folder ``.policygraph-XXXXXXXX`` that holds ``lock``, which the build holds as long as it lives (``locks``),
and names the place; and one of

- ``build``: what is being written; nobody else's;
- ``whole``: a build that is whole and about to take the place; once it has, what stood there before;
- ``old``: what stood there before, on systems that cannot exchange two folders in one step.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph.folders import locks, manifest
from policygraph.folders.calm import postponed, undisturbed
from policygraph.folders.exchange import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = ".policygraph-"
_NAME: Final = re.compile(re.escape(_PREFIX) + r"[a-z0-9_]{8}")
_LOCK, _BUILD, _WHOLE, _OLD = "lock", "build", "whole", "old"
# What is put aside has the name of its place and an ending, within the 255 bytes that a name may have.
_LONGEST: Final = 240


class Stage:
    """The stage of a build that runs, once it has begun.

    Attributes:
        place: where the build goes.

    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._held: tuple[Path, int] | None = None

    def begin(self) -> Path:
        """Make the stage, and return the folder in which the build is written.

        Raises:
            OSError: it cannot be made.

        """
        with postponed():
            self._held = _made(self.place)
            self.build.mkdir()
        return self.build

    @property
    def build(self) -> Path:
        """The folder in which the build is written."""
        return self._folder / _BUILD

    @property
    def _folder(self) -> Path:
        if self._held is None:
            raise RuntimeError("the stage has not begun")
        return self._held[0]

    def keep(self) -> Path:
        """Put the build beside its place, and return where it is."""
        return _aside(self.build, self.place, "new")

    def swap(self) -> Path | None:
        """Put the build in its place and delete what was there; return where something is that must not be deleted."""
        _settle(self.build)
        whole = self._folder / _WHOLE
        with undisturbed():
            self.build.rename(whole)
            _swap(whole, self.place, self._folder / _OLD)
            _sync(self.place.parent)
            return _cleared(self._folder, self.place)

    def clear(self) -> None:
        """Take the stage away, if it has begun."""
        if self._held is None:
            return
        folder, lock = self._held
        with undisturbed():
            with suppress(OSError):
                _cleared(folder, self.place)
            os.close(lock)


def sweep(folder: Path) -> None:
    """Take away the stages in a folder whose builds are dead; what only looks like one of ours is left alone."""
    for found in sorted(folder.glob(f"{_PREFIX}*")):
        with suppress(OSError):
            if _NAME.fullmatch(found.name) and _is_own(found):
                _sweep(found)


def _made(place: Path) -> tuple[Path, int]:
    content = json.dumps({"place": place.name}).encode("ascii")
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place.parent))
        lock = locks.make(folder / _LOCK, content)
        # Another build may sweep a stage between the moments in which it is made and held.
        if lock is not None:
            return folder, lock


def _is_own(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and (os.name != "posix" or folder.stat().st_uid == os.geteuid())


def _sweep(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()  # its build died before it had begun
        return
    lock = locks.take(folder / _LOCK)
    if lock is None:
        return
    try:
        if name := _named(folder):
            _cleared(folder, folder.parent / name)
        elif not any(path.name != _LOCK or path.stat().st_size for path in folder.iterdir()):
            _cleared(folder, folder)  # its build died before it had said what it is for
    finally:
        os.close(lock)


def _named(folder: Path) -> str:
    """Return the name of the place that a stage is for; ``""`` where a folder is no stage."""
    try:
        return Path(json.loads((folder / _LOCK).read_bytes())["place"]).name
    except (ValueError, KeyError, TypeError):
        return ""


def _swap(whole: Path, place: Path, old: Path) -> None:
    try:
        whole.rename(place)  # where there is nothing, or an empty folder
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
    else:
        return
    if not exchange(whole, place):
        place.rename(old)
        whole.rename(place)


def _cleared(folder: Path, place: Path) -> Path | None:
    """Take a stage away; return where something is that came into an earlier build and must not be deleted."""
    old = folder / _OLD
    if old.exists() and not os.path.lexists(place):
        old.rename(place)  # the build ended between the two steps of its swap
    shutil.rmtree(folder / _BUILD, ignore_errors=True)
    kept = None
    for left in (folder / _WHOLE, old):
        if left.exists() and not manifest.discard(left):
            kept = _aside(left, place, "kept")
    (folder / _LOCK).unlink(missing_ok=True)
    folder.rmdir()
    return kept


def _aside(folder: Path, place: Path, ending: str) -> Path:
    """Move a folder beside a place, under a name that says what it is, and return its path."""
    other = next(path for path in _asides(place, ending) if not os.path.lexists(path))
    folder.rename(other)
    return other


def _asides(place: Path, ending: str) -> Iterator[Path]:
    name = os.fsencode(place.name)[:_LONGEST].decode("utf-8", errors="ignore")
    yield place.with_name(f"{name}.{ending}")
    for number in count(2):
        yield place.with_name(f"{name}.{ending}-{number}")


def _settle(folder: Path) -> None:
    """Have the entries of folders on the disk before they are moved, as those of files are."""
    for inner in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        _sync(inner)


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
