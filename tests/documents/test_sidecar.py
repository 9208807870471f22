"""documents.csv gives metadata for the files of a folder."""

from __future__ import annotations

import pytest

from policygraph.documents import sidecar
from policygraph.errors import DocumentError

HEADER = "file,title,publisher,issued,area,level,source\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two reports, one of them in a subfolder."""
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text("正文", encoding="utf-8")
    return tmp_path


def _write(folder, text, encoding="utf-8"):
    (folder / "documents.csv").write_bytes(text.encode(encoding))


def _whole(folder):
    """Read a side-car in which nothing may be wrong."""
    read = sidecar.load(folder)
    for error in (*read.wrong.values(), *read.astray.values()):
        raise error


def test_rows_give_fields_in_normal_form(folder):
    """Empty cells give nothing; a file in a subfolder is named by its path from the side-car."""
    _write(folder, HEADER + 'a.txt,"报告, 全文",,2025年1月16日,郑州市,市,\nsub/b.txt,,某报,,,,\n', "utf-8-sig")
    read = sidecar.load(folder)
    assert read.of(folder / "a.txt") == {"title": "报告, 全文", "issued": "2025-01-16", "area": "郑州", "level": "city"}
    assert read.of(folder / "sub" / "b.txt") == {"publisher": "某报"}
    assert read.of(folder / "other.txt") == {}


def test_columns_may_come_in_any_order(folder):
    """Only file is needed."""
    _write(folder, "area,file\n湖北省,a.txt\n")
    assert sidecar.load(folder).of(folder / "a.txt") == {"area": "湖北"}


def test_a_folder_without_one_gives_nothing(folder):
    """A side-car is optional."""
    assert sidecar.load(folder).of(folder / "a.txt") == {}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "header is empty"),
        ("name,title\na.txt,甲\n", 1, "header is name,title"),
        ("file,colour\na.txt,red\n", 1, "write file,title"),
        ("file,area,area\na.txt,甲,乙\n", 1, "header"),
        ("file,level\na.txt,省\nsub/b.txt,planet\n", 3, "level is 'planet'"),
        ("file,genre\na.txt,统计公报\nsub/b.txt,诗歌\n", 3, "genre is '诗歌'"),
        ("file,issued\na.txt,2025\n\nsub/b.txt,2025-02-30\n", 4, "there is no such day"),
        ('file,title,issued\na.txt,"甲\n乙",2025\nsub/b.txt,丙,x\n', 4, "issued is 'x'"),
        ("file\nmissing.txt\n", 2, "there is no file 'missing.txt'"),
        ("file\n../a.txt\n", 2, "not in this folder"),
        ("file\n/etc/hosts\n", 2, "not in this folder"),
        ("file\na\0b.txt\n", 2, "there is no file"),
        (f"file\n{'长' * 5000}.txt\n", 2, "there is no file"),
        ("file\na.txt\na.txt\n", 3, "second row"),
        ("file,title\na.txt\n", 2, "1 cells, the header 2"),
        ("file,title\na.txt,甲,乙\n", 2, "3 cells, the header 2"),
        ('file,title\na.txt,"甲\n', 2, "not CSV"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(folder, text, line, problem):
    """Each wrong row names the side-car and the line of the file where the row begins."""
    _write(folder, text)
    with pytest.raises(DocumentError, match=problem) as caught:
        _whole(folder)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{folder / 'documents.csv'}:{line}: ")


def test_a_wrong_row_is_the_matter_of_its_file_alone(folder):
    """The others have what theirs give; a row that belongs to no file is kept apart."""
    _write(folder, "file,title,level\na.txt,甲,planet\nsub/b.txt,乙,省\nc.txt,丙,省\n")
    read = sidecar.load(folder)
    assert read.of(folder / "sub" / "b.txt") == {"title": "乙", "level": "province"}
    with pytest.raises(DocumentError, match=r"documents\.csv:2: level is 'planet'"):
        read.of(folder / "a.txt")
    assert list(read.astray) == ["c.txt"]


def test_another_encoding_is_an_error_with_the_cure(folder):
    """Spreadsheets write GBK unless told otherwise."""
    _write(folder, "file,title\na.txt,政府工作报告\n", "gbk")
    with pytest.raises(DocumentError, match="CSV UTF-8"):
        sidecar.load(folder)
