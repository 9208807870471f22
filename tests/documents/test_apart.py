"""A PDF file that ends the process of its reader costs itself alone."""

from __future__ import annotations

import office
from policygraph.documents import gather

LINES = ("湖北省2025年政府工作报告", "各位代表：", "今年，新增就业70万人。")


def test_a_file_that_breaks_the_library_costs_itself_alone(tmp_path, monkeypatch):
    """It is told with the cure, and the others are read."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "pypdfium2.py").write_text("import os\nos.abort()\n", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(office.pdf(LINES))
    (folder / "b.txt").write_text("\n".join(LINES), encoding="utf-8")
    assert [document.name for document in gather([folder]).documents] == ["a", "b"]
    monkeypatch.syspath_prepend(str(library))
    read = gather([folder])
    assert [document.name for document in read.documents] == ["b"]
    (failure,) = read.failed
    assert failure.reason == "breaks the reader of PDF files (code -6); print it to .pdf again"


def test_no_file_of_the_working_folder_is_run(tmp_path, monkeypatch):
    """A folder of downloads may hold anything, also what is called as a module is."""
    (tmp_path / "json.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(office.pdf(LINES))
    monkeypatch.chdir(tmp_path)
    assert [document.name for document in gather(["a.pdf"]).documents] == ["a"]
