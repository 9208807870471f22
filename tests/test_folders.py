"""A build's folder is written whole or not at all, and nothing of somebody else's is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import listing
from policygraph import files, folders
from policygraph.errors import OutputError


def _write(folder: Path, **content: str) -> None:
    with folders.staged(folder) as stage:
        for name, text in content.items():
            files.write(stage / f"{name}.txt", text)


def test_a_folder_lists_its_files_with_their_digests(tmp_path: Path) -> None:
    """Whoever gets a build can tell whether it is whole, with sha256sum alone."""
    _write(tmp_path / "out", a="one")
    manifest = json.loads((tmp_path / "out" / "policygraph.json").read_text(encoding="utf-8"))
    # printf one | sha256sum
    assert manifest == {"files": {"a.txt": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}}


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
    assert [path.name for path in tmp_path.iterdir()] == ["earlier"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda out: (out / "notes.txt").write_text("mine", encoding="utf-8"), "holds notes.txt"),
        (lambda out: (out / "a.txt").write_text("mine", encoding="utf-8"), "holds a changed a.txt"),
        (lambda out: (out / "policygraph.json").write_text("[]", encoding="utf-8"), "holds a.txt"),
        (lambda out: (out / "policygraph.json").write_text("[" * 100_000, encoding="utf-8"), "holds a.txt"),
        (lambda out: (out / "link").symlink_to("a.txt"), "holds link"),
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
