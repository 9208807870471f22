"""Writing the folder of a build whole or not at all.

A build is made in a folder of its own beside the place it is for (``stages``), and takes that place in one step
(``exchange``). What stood there before is deleted file by file, and only what the list of its files (``manifest``) knows
with its digest: a folder that holds anything else is not touched, and a file that comes into it meanwhile is kept.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.errors import OutputError
from policygraph.folders import manifest, mounts, stages
from policygraph.folders.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.folders.stages import Stage

__all__ = ["MANIFEST", "staged"]

_CURE = "choose another folder with -o"
# The folder of a stage is for its owner alone; a build is for all to read.
_FOLDER_MODE = 0o755


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Yield a new folder to write a build to; at the end it takes the place of ``folder``.

    ``folder`` is not there yet, is empty, or is an earlier build. If anything is raised, it stays as it was.

    Raises:
        OutputError: the folder holds something else than an earlier build, or cannot be written. Where something else
            came into it while the build was written, the new build is kept beside it.

    """
    place = _place(folder)
    # What a build left that was killed in the middle of its end belongs back to its place before that is looked at.
    stages.sweep(place.parent)
    _check(folder, place)
    stage = stages.Stage(place)
    try:
        with _told(folder):
            place.parent.mkdir(parents=True, exist_ok=True)
            new = stage.begin()
        yield new
        with _told(folder):
            _finish(folder, stage)
    finally:
        stage.clear()


def _place(folder: Path) -> Path:
    """Return where a folder really is."""
    try:
        if folder.is_symlink() and not folder.exists():
            raise OutputError(f"{folder}: is a link to nowhere; {_CURE}")
        return folder.resolve()
    except (OSError, ValueError) as error:
        raise OutputError(f"{folder}: cannot be read ({error}); {_CURE}") from error


def _check(folder: Path, place: Path) -> None:
    """Check that a build may be written to a place: it is not there yet, is empty, or is an earlier build."""
    try:
        if not place.exists():
            return
        if not place.is_dir():
            raise OutputError(f"{folder}: is a file, not a folder; {_CURE}")
        if Path.cwd().is_relative_to(place):
            raise OutputError(f"{folder}: is the folder you are in, and would be replaced; name a new one with -o")
        if mounts.is_mount(place):
            inside = folder / "policygraph-out"
            raise OutputError(f"{folder}: is a mount point, which cannot be replaced as a whole; use -o {inside}")
        foreign = manifest.foreign(place)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be read ({error}); {_CURE}") from error
    if foreign:
        raise OutputError(f"{folder}: holds {foreign}, which is no part of an earlier build; move it away, or {_CURE}")


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error}); {_CURE}") from error


def _finish(folder: Path, stage: Stage) -> None:
    """Put a build that is whole in its place, unless something that is not of a build has come there."""
    manifest.write(stage.build)
    for inner in (stage.build, *(path for path in stage.build.rglob("*") if path.is_dir())):
        inner.chmod(_FOLDER_MODE)
    if came := manifest.foreign(stage.place):
        kept = folder.parent / stage.keep().name
        raise OutputError(f"{folder}: holds {came}, which came while the build ran; it stays, and the build is {kept}")
    if rest := stage.swap():
        kept = folder.parent / rest.name
        raise OutputError(f"{folder}: is built, but something came into the earlier build meanwhile; it is in {kept}")
