"""A build's folder is written whole or not at all, and nothing of somebody else's is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command import listing
from policygraph import files, folders
from policygraph.errors import OutputError
from policygraph.folders import exchange, locks, mounts, stages

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=["one step", "two renames"])
def _swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of taking the place of an earlier build: with a call that exchanges folders, and without one."""
    if request.param == "two renames":
        monkeypatch.setattr(stages, "exchange", lambda *_: False)


def _write(folder: Path, **content: str) -> None:
    with folders.staged(folder) as stage:
        for name, text in content.items():
            files.write(stage / f"{name}.txt", text)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_lists_its_files_with_their_digests(tmp_path: Path) -> None:
    """Whoever gets a build can tell whether it is whole, with sha256sum alone."""
    _write(tmp_path / "out", a="one")
    manifest = json.loads((tmp_path / "out" / "policygraph.json").read_text(encoding="utf-8"))
    # printf one | sha256sum
    assert manifest == {"files": {"a.txt": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}}


@pytest.mark.usefixtures("_swapping")
def test_an_earlier_build_is_replaced_by_the_later_one(tmp_path: Path) -> None:
    """Nothing of the earlier one stays, and nothing stays beside it."""
    _write(tmp_path / "out", a="one", b="two")
    _write(tmp_path / "out", a="three")
    assert sorted(listing(tmp_path)) == ["out/a.txt", "out/policygraph.json"]
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "three"


def test_an_empty_folder_can_be_written_to(tmp_path: Path) -> None:
    """A folder that somebody made for the build is theirs to fill."""
    (tmp_path / "out").mkdir()
    _write(tmp_path / "out", a="one")
    assert (tmp_path / "out" / "a.txt").is_file()


@pytest.mark.usefixtures("_swapping")
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_what_fails_in_between_leaves_everything_as_it_was(error: type[BaseException], tmp_path: Path) -> None:
    """Neither half a build nor a temporary folder stays, whether there was an earlier build or not."""
    _write(tmp_path / "earlier", a="one")
    before = listing(tmp_path)
    for name in ("earlier", "new"):
        with pytest.raises(error), folders.staged(tmp_path / name) as stage:
            files.write(stage / "a.txt", "half")
            raise error
    assert listing(tmp_path) == before
    assert _names(tmp_path) == ["earlier"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda out: (out / "notes.txt").write_text("mine", encoding="utf-8"), "holds notes.txt"),
        (lambda out: (out / "a.txt").write_text("mine", encoding="utf-8"), "holds a changed a.txt"),
        (lambda out: (out / "policygraph.json").write_text("[]", encoding="utf-8"), "holds a.txt"),
        (lambda out: (out / "policygraph.json").write_text("[" * 100_000, encoding="utf-8"), "holds a.txt"),
        (lambda out: (out / "link").symlink_to("a.txt"), "holds link"),
        (lambda out: (out / "plans" / "2026").mkdir(parents=True), "holds plans/"),
        (lambda out: ((out / "a.txt").unlink(), os.mkfifo(out / "a.txt")), "holds a changed a.txt"),
    ],
)
def test_what_the_user_put_into_a_build_is_not_lost(change, named: str, tmp_path: Path) -> None:
    """A file that is new or changed makes the folder the user's own; it is named and nothing is touched."""
    out = tmp_path / "out"
    _write(out, a="one")
    change(out)
    before = listing(tmp_path)
    with pytest.raises(OutputError, match=named):
        _write(out, a="two")
    assert listing(tmp_path) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file of the name is refused."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file, not a folder"):
        _write(tmp_path / "out", a="one")


def test_the_folder_one_stands_in_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell would go on in a folder that is no more."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="is the folder you are in"):
        _write(Path(), a="one")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file where a parent folder should be is an error of the user, told in one line."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="choose another folder with -o"):
        _write(tmp_path / "file" / "out", a="one")


def test_a_folder_of_empty_folders_is_somebodys(tmp_path: Path) -> None:
    """Whoever made them wants them."""
    (tmp_path / "out" / "2025").mkdir(parents=True)
    with pytest.raises(OutputError, match="holds 2025/, which is no part of an earlier build"):
        _write(tmp_path / "out", a="one")
    assert (tmp_path / "out" / "2025").is_dir()


def test_what_comes_while_a_build_is_written_stays_and_the_build_is_kept_beside_it(tmp_path: Path) -> None:
    """The folder is looked at again right before it is replaced; neither the work nor the notes are lost."""
    out = tmp_path / "out"
    _write(out, a="one")
    for kept in ("out.new", "out.new-2"):
        with pytest.raises(OutputError) as refused, folders.staged(out) as stage:
            files.write(stage / "a.txt", "two")
            (out / "notes.txt").write_text("mine", encoding="utf-8")
        told = f"{out}: holds notes.txt, which came while the build ran; it stays, and the build is {tmp_path / kept}"
        assert str(refused.value) == told
        assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"
        assert (out / "a.txt").read_text(encoding="utf-8") == "one"
        assert (tmp_path / kept / "a.txt").read_text(encoding="utf-8") == "two"
        (out / "notes.txt").unlink()
    _write(tmp_path / "out.new", a="three")
    assert _names(tmp_path) == ["out", "out.new", "out.new-2"]


@pytest.mark.usefixtures("_swapping")
@pytest.mark.parametrize("name", ["notes.txt", "a.txt", "sub/notes.txt"])
def test_what_comes_in_the_very_moment_of_the_swap_is_kept(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what the earlier build wrote is deleted, file by file; the rest goes beside the new build, and that is told."""
    out = tmp_path / "out"
    _write(out, a="one", b="one")
    swap = stages._swap

    def late(whole: Path, place: Path, old: Path) -> None:
        files.write(place / name, "mine")
        swap(whole, place, old)

    monkeypatch.setattr(stages, "_swap", late)
    with pytest.raises(
        OutputError, match=r"is built, but something came into the earlier build meanwhile; it is in .*out\.kept"
    ):
        _write(out, a="two")
    assert (out / "a.txt").read_text(encoding="utf-8") == "two"
    assert sorted(listing(tmp_path / "out.kept")) == sorted([name, "policygraph.json"])
    assert (tmp_path / "out.kept" / name).read_text(encoding="utf-8") == "mine"
    assert _names(tmp_path) == ["out", "out.kept"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    """Nothing that is made in between has a longer one; what is put beside has a shorter one."""
    out = tmp_path / ("长" * 85)
    for text in ("one", "two"):
        with folders.staged(out) as stage:
            files.write(stage / ("名" * 83 + ".txt"), text)
    with pytest.raises(OutputError), folders.staged(out):
        (out / "notes.txt").write_text("mine", encoding="utf-8")
    assert _names(tmp_path) == sorted(["长" * 80 + ".new", out.name])
    with pytest.raises(OutputError, match=r"File name too long\); choose a shorter name"):
        files.write(tmp_path / ("长" * 86), "")


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="there is no such call")
def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    """Each has what the other had; what cannot be exchanged is an error of the system."""
    for name in ("a", "b"):
        files.write(tmp_path / name / "name.txt", name)
    assert exchange.exchange(tmp_path / "a", tmp_path / "b")
    assert listing(tmp_path) == {"a/name.txt": b"b", "b/name.txt": b"a"}
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "a", tmp_path / "c")


_DYING = """
import os, signal, sys
from pathlib import Path
from policygraph import files, folders
from policygraph.folders import stages

moment, out = sys.argv[1], Path(sys.argv[2])
swap, rename = stages._swap, Path.rename

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def dying(whole, place, old):
    if moment == "before the swap":
        die()
    swap(whole, place, old)
    if moment == "late notes":
        files.write(whole / "notes.txt", "mine")
    die()

def half(path, target):
    if path.name == "whole" and not target.exists():
        die()
    return rename(path, target)

if moment == "half a swap":
    stages.exchange = lambda one, other: False
    Path.rename = half
else:
    stages._swap = dying
with folders.staged(out) as stage:
    files.write(stage / "a.txt", "two")
    if moment == "in the work":
        die()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(
    ("moment", "text", "beside"),
    [
        ("in the work", "one", []),
        ("before the swap", "one", []),
        ("half a swap", "one", []),
        ("after the swap", "two", []),
        ("late notes", "two", ["out.kept/notes.txt", "out.kept/policygraph.json"]),
    ],
)
def test_the_next_build_takes_away_what_a_killed_one_left(
    moment: str, text: str, beside: list[str], tmp_path: Path
) -> None:
    """The old or the new state is there, whole, in every moment of the end of a build; nothing else stays but notes."""
    out = tmp_path / "out"
    _write(out, a="one")
    killed = subprocess.run([sys.executable, "-c", _DYING, moment, str(out)], check=False, timeout=120)
    assert killed.returncode == -9
    assert len(list(tmp_path.glob(".policygraph-*"))) == 1
    with pytest.raises(KeyError), folders.staged(out):
        assert sorted(listing(out)) == ["a.txt", "policygraph.json"]
        assert (out / "a.txt").read_text(encoding="utf-8") == text
        raise KeyError
    assert sorted(listing(tmp_path)) == sorted(["out/a.txt", "out/policygraph.json", *beside])
    assert _names(tmp_path) == (["out", "out.kept"] if beside else ["out"])


def test_a_stage_that_had_not_begun_is_taken_away(tmp_path: Path) -> None:
    """Its build died before it held its lock, or before it had said for which place it was."""
    (tmp_path / ".policygraph-abcdefg0").mkdir()
    files.write(tmp_path / ".policygraph-abcdefg1" / "lock", "")
    _write(tmp_path / "out", a="one")
    assert _names(tmp_path) == ["out"]


@pytest.mark.skipif(sys.platform == "win32", reason="these signals are those of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_the_beginning_or_the_end_leaves_nothing_in_the_middle(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the beginning it comes when the stage is there to be cleared; at the end, what it would stop is done anyway."""

    def ended(number: int, _frame: object) -> None:
        raise KeyError(number)

    before = signal.signal(number, ended)
    made, swap = stages._made, stages._swap
    try:
        _write(tmp_path / "out", a="one")
        with monkeypatch.context() as patch:
            patch.setattr(stages, "_made", lambda place: (made(place), signal.raise_signal(number))[0])
            with pytest.raises(KeyError):
                _write(tmp_path / "out", a="two")
        assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "one"
        monkeypatch.setattr(stages, "_swap", lambda *places: (signal.raise_signal(number), swap(*places)))
        _write(tmp_path / "out", a="two")
        assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "two"
        assert signal.getsignal(number) is ended
    finally:
        signal.signal(number, before)
    assert _names(tmp_path) == ["out"]


def test_a_stage_of_a_living_build_is_not_taken_away(tmp_path: Path) -> None:
    """Two builds beside each other, and into each other's place, both end whole."""
    with folders.staged(tmp_path / "out") as first:
        files.write(first / "a.txt", "one")
        _write(tmp_path / "other", a="two")
        _write(tmp_path / "out", a="three")
    assert sorted(listing(tmp_path)) == ["other/a.txt", "other/policygraph.json", "out/a.txt", "out/policygraph.json"]
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "one"


def test_a_folder_that_only_looks_like_a_stage_is_left_alone(tmp_path: Path) -> None:
    """A name is no proof: without the lock of a build that is dead, a folder is somebody's."""
    looks = [".policygraph-mine", *(f".policygraph-abcdefg{number}" for number in range(5))]
    for name in looks:
        files.write(tmp_path / name / "build" / "notes.txt", "mine")
    files.write(tmp_path / looks[0] / "lock", '{"place": "out"}')
    (tmp_path / looks[2] / "lock").mkdir()
    os.mkfifo(tmp_path / looks[3] / "lock")
    files.write(tmp_path / looks[4] / "lock", "[]")
    files.write(tmp_path / looks[5] / "lock", "mine")
    looks.append(".policygraph-abcdefgh")
    (tmp_path / looks[-1]).symlink_to(tmp_path / looks[0], target_is_directory=True)
    before = listing(tmp_path)
    _write(tmp_path / "out", a="one")
    assert {name: data for name, data in listing(tmp_path).items() if not name.startswith("out/")} == before
    assert _names(tmp_path) == [*looks[1:], looks[0], "out"]


def test_a_lock_is_held_as_long_as_its_descriptor_is_open(tmp_path: Path) -> None:
    """It is taken by nobody else until then, and not made in a folder that was swept away."""
    assert locks.take(tmp_path / "lock") is None
    held = locks.make(tmp_path / "lock", b"mine")
    assert held is not None
    assert locks.take(tmp_path / "lock") is None
    os.close(held)
    taken = locks.take(tmp_path / "lock")
    assert taken is not None
    os.close(taken)
    assert (tmp_path / "lock").read_bytes() == b"mine"
    assert locks.make(tmp_path / "gone" / "lock", b"") is None


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Path]:
    """A folder that is a mount point, with a blank in its name."""
    place = tmp_path / "my mount"
    place.mkdir()
    done = subprocess.run(["mount", "--bind", str(place), str(place)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this user may not mount")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_mount_point_is_refused_before_the_work(mount: Path) -> None:
    """No rename can move it; a folder in it can be replaced, and is what the message names."""
    assert mounts.is_mount(mount)
    assert not mounts.is_mount(mount.parent)
    with pytest.raises(OutputError, match=f"cannot be replaced as a whole; use -o {mount}/policygraph-out"):
        _write(mount, a="one")
    for text in ("one", "two"):
        _write(mount / "policygraph-out", a=text)
    assert _names(mount) == ["policygraph-out"]
