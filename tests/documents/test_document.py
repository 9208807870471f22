"""One file becomes one document."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from policygraph.documents import document, frontmatter, read
from policygraph.errors import DocumentError, InputError
from policygraph.statements import Document, Level

BODY = "2025年湖北省政府工作报告\n——2025年1月16日在会议上\n各位代表：\n新增高新技术企业1000家以上。\n"

# What Linux calls the user who owns nothing.
_NOBODY = 65534


def _write(folder, name: str, content: str | bytes = BODY) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def _problem(path: Path, **options: str) -> str:
    with pytest.raises(DocumentError) as caught:
        read(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_document_holds_text_metadata_and_digest(tmp_path):
    """The digest is that of the file's bytes."""
    file = _write(tmp_path, "report.txt")
    assert read(str(file)) == Document(
        name="report",
        text=BODY,
        title="2025年湖北省政府工作报告",
        publisher="",
        issued="2025-01-16",
        area="湖北",
        level=Level.PROVINCE,
        source="",
        sha256=hashlib.sha256(BODY.encode()).hexdigest(),
        inferred=("area", "genre", "issued", "level", "title"),
    )


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "A.TXT"])
def test_text_and_markdown_are_the_decoded_file(tmp_path, name):
    """Offsets count from the first character of the file, front matter included."""
    text = "---\ntitle: 甲\n---\n" + BODY
    known = read(_write(tmp_path, name, text))
    assert known.text == text
    assert known.title == "甲"
    assert known.text[frontmatter.length(known.text) :] == BODY


@pytest.mark.parametrize("name", ["a.html", "a.HTM"])
def test_html_is_its_visible_text(tmp_path, name):
    """Its first heading is the title; the digest is still that of the file."""
    html = "<html><head><title>站</title></head><body><h1>2025年湖北省政府工作报告</h1><p>增长6%。</p></body></html>"
    known = read(_write(tmp_path, name, html))
    assert known.text == "# 2025年湖北省政府工作报告\n增长6%。\n"
    assert known.title == "2025年湖北省政府工作报告"
    assert known.sha256 == hashlib.sha256(html.encode()).hexdigest()


def test_overrides_win_over_front_matter_over_sidecar_over_inference(tmp_path):
    """Field by field."""
    file = _write(tmp_path, "a.md", "---\ntitle: 题二\npublisher: 社二\n---\n" + BODY)
    _write(tmp_path, "documents.csv", "file,title,publisher,source\na.md,题三,社三,源三\n")
    known = read(file, title="题一", area=None)
    assert (known.title, known.publisher, known.source, known.area) == ("题一", "社二", "源三", "湖北")
    assert known.inferred == ("area", "genre", "issued", "level")


def test_a_named_encoding_gives_the_same_text(tmp_path):
    """Only the digest tells the two files apart."""
    known = read(_write(tmp_path, "a.txt", BODY.encode("gb18030")), encoding="gb18030")
    assert known.text == BODY
    assert "gb18030" in _problem(tmp_path / "a.txt")


@pytest.mark.parametrize("content", ["", " \n\t　\n", "\ufeff", "---\ntitle: 甲\n---\n \n"])
def test_a_file_without_words_is_refused(tmp_path, content):
    """Empty, white space only, front matter only."""
    assert "give a file with the words of a report" in _problem(_write(tmp_path, "a.md", content))


def test_a_page_without_words_is_refused(tmp_path):
    """A page that shows nothing has no text."""
    assert "has no text" in _problem(_write(tmp_path, "a.html", "<html><script>1</script></html>"))


def test_a_text_without_a_year_is_refused_with_the_cure(tmp_path):
    """今年 would mean nothing; one option mends it."""
    file = _write(tmp_path, "a.txt", "力争增长6%左右。")
    assert "--issued YYYY" in _problem(file)
    assert read(file, issued="2025").year == 2025


def test_missing_files_folders_and_other_suffixes_are_told_apart(tmp_path):
    """Each error says what to do."""
    assert "no such file" in _problem(tmp_path / "missing.txt")
    assert "is a folder" in _problem(tmp_path)
    assert "save it as one of .csv, .docx, .htm, .html" in _problem(_write(tmp_path, "a.png"))
    assert "suffix (none)" in _problem(_write(tmp_path, "README"))
    assert "check the path" in _problem(Path("a\0b.txt"))


def test_a_pipe_is_not_waited_for(tmp_path):
    """Something that is no regular file is refused before it is read."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no regular file" in _problem(tmp_path / "pipe.txt")


@pytest.fixture
def locked():
    """A file that may not be read; root, who may read everything, is nobody in particular for as long."""
    before = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        file = _write(Path(name), "a.txt")
        file.chmod(0)
        if before == 0:
            os.seteuid(_NOBODY)
        yield file
        os.seteuid(before)


def test_a_file_without_permission_is_refused(locked):
    """The message says what to check."""
    assert "check its permissions" in _problem(locked)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    """A sparse file of 21 MiB."""
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(21 * 1024**2)
    assert "21 MiB, more than 20" in _problem(file)


def test_wrong_overrides_are_input_errors(tmp_path):
    """Before anything is read."""
    with pytest.raises(InputError, match="colour"):
        read(_write(tmp_path, "a.txt"), colour="red")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("2025年报告", "2025年报告"),
        ("a b(终稿)&c", "a-b-终稿--c"),
        ("..", "document"),
        ("a.b_c-d", "a.b_c-d"),
        ("<script>", "-script-"),
    ],
)
def test_names_are_safe_in_files_and_iris(stem, name):
    """Letters and digits of any script, hyphen, underscore and full stop stand as they are."""
    assert document.safe(stem) == name


def test_a_name_fits_into_a_file_name_whatever_the_stem(tmp_path):
    """What is cut ends with a digest, so that two long names stay two; the longest that a file may have is kept."""
    assert document.safe("长" * 82) == "长" * 82
    one, other = document.safe("长" * 100), document.safe("长" * 101)
    assert one != other
    for name in (one, other, document.safe("x" * 252)):
        (tmp_path / f"{name}.txt").touch()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_a_name_that_no_terminal_should_see_becomes_a_plain_title(tmp_path):
    """Line breaks, escapes and bytes that are no text stand as their escapes; messages stay on one line."""
    name = "甲\n\x1b[31m" + os.fsdecode(b"\xff")
    known = read(_write(tmp_path, f"{name}.txt", "力争增长6%左右。\n"), issued="2025")
    assert (known.title, known.name) == ("甲\\n\\x1b[31m\\udcff", "甲---31m-")
    assert _problem(tmp_path / f"{name}.md") == (
        f"{tmp_path}/甲\\n\\x1b[31m\\udcff.md: there is no such file; check the path"
    )


def test_byte_order_marks_are_no_text(tmp_path):
    """Files that were put together have several, before the text and in it."""
    known = read(
        _write(
            tmp_path,
            "a.md",
            "\ufeff\ufeff\ufeff---\nissued: 2024\n---\n\ufeff2025年湖北省政府\u200b工作报告\n增长6%。\n",
        )
    )
    assert (known.title, known.issued) == ("2025年湖北省政府工作报告", "2024")


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_any_text_survives_with_exact_offsets(tmp_path, text):
    """Each character of the document is that of the same offset in what Python reads from the file."""
    assume(text.strip() and not text.startswith("\ufeff") and "\0" not in text and not frontmatter.length(text))
    file = _write(tmp_path, "a.txt", "报告" + text)
    known = read(file, issued="2025")
    assert known.text == file.read_text(encoding="utf-8")


@given(st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_any_bytes_are_a_document_or_a_document_error(tmp_path, data):
    """Nothing else comes out."""
    for name in ("a.md", "a.html"):
        try:
            assert read(_write(tmp_path, name, data), issued="2025").text
        except DocumentError as error:
            assert "\n" not in str(error)
