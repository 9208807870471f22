"""A folder of downloads: every file in it is told, with what was done with it, and the others are built."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

import office
import policygraph
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command import Outcome

    Run = Callable[..., Outcome]

LINES = (
    "湖北省2025年政府工作报告",
    "各位代表：",
    "今年主要预期目标是：地区生产总值增长6%左右，新增就业{}万人。",
)
# The files of the folder, and what was done with each.
DONE = {
    "bulletin.html": "read",
    "county.pdf": "read",
    "digest.md": "read",
    "empty.txt": "failed",
    "news.csv": "read",
    "old.doc": "failed",
    "pack.zip/inside.txt": "read",
    "pack.zip/photo.jpg": "passed over",
    "photo.png": "passed over",
    "plan.docx": "read",
    "report.txt": "read",
    "scan.pdf": "failed",
    "undated.txt": "passed over",
}


def _lines(number: int) -> list[str]:
    return [line.format(number) for line in LINES]


@pytest.fixture(scope="module")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one of each."""
    folder = tmp_path_factory.mktemp("downloads")
    files = {
        "report.txt": "\n".join(_lines(11)).encode("gb18030"),
        "digest.md": "\n\n".join(_lines(12)).encode(),
        "bulletin.html": "<html><body>{}</body></html>".format(
            "".join(f"<p>{line}</p>" for line in _lines(13))
        ).encode(),
        "plan.docx": office.word(*_lines(14)),
        "county.pdf": office.pdf(_lines(15)),
        "news.csv": '标题,正文\n湖北省2025年政府工作报告,"{}"\n'.format("\n".join(_lines(16)[1:])).encode(),
        "pack.zip": office.packed({"inside.txt": "\n".join(_lines(17)).encode(), "photo.jpg": b"\xff\xd8\xff"}),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "scan.pdf": office.pdf(()),
        "empty.txt": b"",
        "undated.txt": "力争增长6%左右。\n".encode(),
        "photo.png": b"\x89PNG\r\n",
        ".hidden": b"x",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "tables" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["file"]: row for row in rows}


def test_every_file_has_a_row_that_says_what_was_done_with_it(downloads: Path, tmp_path: Path) -> None:
    """What is read has its metadata, with the words in which they stand; what is not has the reason and the cure."""
    summary = policygraph.build(downloads, tmp_path / "out", encoding="gb18030")
    rows = _rows(tmp_path / "out")
    assert {name.replace("news-1", "news"): row["status"] for name, row in rows.items()} == DONE
    assert [entry.file for entry in summary.entries] == list(rows)
    read = {name: row for name, row in rows.items() if row["status"] == "read"}
    assert {row["area"] for row in read.values()} == {"湖北"}
    assert {row["issued"] for row in read.values()} == {"2025"}
    assert sorted(row["format"] for row in read.values()) == ["csv", "docx", "html", "md", "pdf", "txt", "txt"]
    assert [row["pages"] for row in rows.values() if row["pages"]] == ["1"]
    assert rows["report.txt"]["why"] == "was read as gb18030"
    assert rows["digest.md"]["why"] == ""
    words = "湖北省2025年政府工作报告"
    assert rows["digest.md"]["inferred"] == f"area, genre, issued, level, title ({words})"
    for name, row in rows.items():
        if name not in read:
            assert "; " in row["why"]
            assert row["area"] == row["sha256"] == ""


def test_one_summary_says_what_was_done_with_each_sort(downloads: Path, tmp_path: Path, run: Run) -> None:
    """Counted, the first of each named, with the cure; what could have been a document makes the exit code 1."""
    done = run("build", str(downloads), "-o", str(tmp_path / "out"), "--encoding", "gb18030")
    assert done.code == 1
    table = done.out.partition("what was done")[2].partition("entities")[0]
    assert all(name.replace("news.csv", "news-1.csv") in table for name in DONE)
    assert table.index("read ") < table.index("passed over ") < table.index("failed ")
    assert "old.doc: is an old Word file (.doc); open it in Word or WPS and save it as .docx\n" in table
    assert "undated.txt: names no year of publication; give --issued" in table
    assert done.err.splitlines()[-1] == "policygraph: 4 documents could not be read and are left out"


def test_pictures_alone_do_not_make_a_build_fail(tmp_path: Path, run: Run) -> None:
    """They are no documents; but where nothing else is there, that is told."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "pack.zip").write_bytes(office.packed({"photo.jpg": b"\xff\xd8\xff"}))
    with pytest.raises(DocumentError, match="is a picture"):
        policygraph.build(folder, tmp_path / "out")
    (folder / "report.txt").write_text("\n".join(_lines(11)), encoding="utf-8")
    done = run("build", str(folder), "-o", str(tmp_path / "out"), "--strict")
    assert (done.code, done.err) == (0, "")
    assert "pack.zip/photo.jpg: is a picture" in done.out


def test_a_screen_is_enough_whatever_lies_in_the_folder(tmp_path: Path, run: Run) -> None:
    """Of many documents the first are listed, and of many that fail the first are told; the table has all of them."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"r{number:02}.txt").write_text("\n".join(_lines(number)), encoding="utf-8")
        (folder / f"old{number:02}.doc").write_bytes(b"x")
    done = run("build", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert done.code == 1
    assert "r19 " in done.out and "r20 " not in done.out
    assert "… and 10 more, all of them in" in done.out
    assert re.search(r"failed +doc +30 +old00\.doc, old01\.doc, old02\.doc, …: is an old Word file", done.out)
    told = [line for line in done.err.splitlines() if "old Word" in line]
    assert len(told) == 20
    assert "… and 10 more, all of them in" in done.err
    assert len(_rows(tmp_path / "out")) == 60
