"""A file is UTF-8 or in the encoding that is named; anything else is an error that says what it looks like."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.documents import decode
from policygraph.errors import DocumentError

PATH = Path("report.txt")
SENTENCE = "力争新培育高新技术企业1000家以上，地区生产总值增长6%左右。\n"
LINES = "政府工作报告\n" + SENTENCE * 3


def _problem(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        decode.text(PATH, data, encoding)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_utf8_is_read_as_it_is():
    """Without a word about encoding, a file is UTF-8."""
    assert decode.text(PATH, LINES.encode()) == LINES


def test_a_byte_order_mark_is_taken_off_at_the_start_only():
    """Offset 0 is the first character; the same character inside the text stays."""
    assert decode.text(PATH, "\ufeff一\ufeff二".encode()) == "一\ufeff二"


def test_line_ends_are_those_of_read_text(tmp_path):
    """CR LF and CR are one newline, so that offsets fit what Path.read_text returns."""
    file = tmp_path / "report.txt"
    file.write_bytes("一\r\n二\r三\n\r\n四".encode())
    assert decode.text(file, file.read_bytes()) == file.read_text(encoding="utf-8") == "一\n二\n三\n\n四"


@pytest.mark.parametrize(
    ("encoding", "name"), [("gb18030", "GB18030"), ("gbk", "GB18030"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16")]
)
def test_another_encoding_is_named_not_guessed(encoding, name):
    """The error says what the bytes look like and gives both cures."""
    problem = _problem(LINES.encode(encoding))
    assert name in problem
    assert "policygraph build --encoding" in problem
    assert "report.txt" in problem
    assert "iconv -f" in problem


def test_big5_is_told_from_gb18030():
    """Traditional characters in Big5 are no sensible GB18030."""
    assert "Big5" in _problem("政府工作報告，經濟發展與產業創新。".encode("big5"))


def test_the_first_broken_byte_is_named_with_its_line():
    """Broken UTF-8 is told from another encoding, and the place of the damage is given."""
    data = "一、工作回顾\n增长".encode() + b"\xff" + "六个百分点\n".encode()
    problem = _problem(data)
    assert problem.startswith("report.txt:2: ")
    assert f"byte {data.index(0xFF) + 1} is broken" in problem
    assert "1 broken place)" in problem


def test_a_file_cut_off_in_a_character_is_broken_utf8():
    """A download that stops in the middle of a character is not taken for GB18030."""
    assert "looks like UTF-8" in _problem(LINES.encode()[:-2])


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_for_every_line_end(line_end):
    """The line of the message is that of an editor."""
    data = line_end.join(["政府工作报告"] * 3).encode() + line_end.encode() + b"\xff"
    assert _problem(data).startswith("report.txt:4: ")


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "big5hkscs", "utf-16", "utf-16-le", "utf-8"])
def test_a_named_encoding_is_used(encoding):
    """With an encoding given, the text is the same whatever bytes carry it."""
    assert decode.text(PATH, LINES.encode(encoding, "ignore"), encoding).startswith("政府工作")


def test_a_named_encoding_is_strict():
    """A byte that the named encoding does not have is an error with its line."""
    assert _problem("一\n二".encode("gb18030") + b"\xff", "gb18030").startswith("report.txt:2: is not gb18030: byte 6")


@pytest.mark.parametrize("encoding", ["klingon", "hex", "a\0b", ""])
def test_an_encoding_that_is_none_is_an_error(encoding):
    """Unknown names, and codecs that do not make text, are refused."""
    _problem(b"abc", encoding)


def test_lone_surrogates_are_refused():
    """UTF-7 can carry half characters, which could not be written to the graph."""
    assert "cannot be read as" in _problem(b"+2AA-", "utf-7")


def _docx() -> bytes:
    with BytesIO() as file:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("word/document.xml", "<document/>")
        return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (_docx(), ".docx"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "Word"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\x00\x01\x02\x03abc\xff", "binary"),
        ("报告".encode() + b"\x00", "NUL"),
    ],
)
def test_binary_files_are_said_to_be_binary(data, kind):
    """The cure is to save the words as text or HTML, not another encoding."""
    problem = _problem(data)
    assert kind in problem
    assert "save it as text" in problem


@given(st.binary(max_size=200), st.sampled_from([None, "gb18030", "utf-16", "big5", "utf-7", "punycode", "latin-1"]))
def test_no_bytes_raise_anything_but_a_document_error(data, encoding):
    """Whatever the bytes are, there is a text or an error that a user can read."""
    try:
        text = decode.text(PATH, data, encoding)
    except DocumentError as error:
        assert "\n" not in str(error)
    else:
        assert "\r" not in text
        text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"), max_size=200))
def test_any_text_survives_in_utf8(text):
    """What is written as UTF-8 is read again to the character, but for a mark at the start and signatures."""
    data = text.encode()
    if not data.startswith((b"%PDF-", b"{\\rtf", b"GIF8", b"PK\x03\x04")):
        assert decode.text(PATH, data) == text.removeprefix("\ufeff")
