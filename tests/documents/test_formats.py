"""Word and PDF files, archives and tables of texts give the text that a reader sees, or one line that says the cure."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from policygraph.documents import collect, formats, gather
from policygraph.documents.formats import parts
from policygraph.errors import CollectionError, DocumentError, PolicygraphError

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "湖北省2025年政府工作报告\n各位代表：\n新增企业1000家以上。\n"


def _word(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return _saved(document)


def _saved(document) -> bytes:
    with io.BytesIO() as file:
        document.save(file)
        return file.getvalue()


def _pdf(draw, **options) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    with io.BytesIO() as file:
        page = canvas.Canvas(file, pagesize=A4, invariant=1, **options)
        draw(page)
        page.save()
        return file.getvalue()


def _lines(page, x: float, y: float, lines, size: float = 12) -> None:
    page.setFont("STSong-Light", size)
    for number, line in enumerate(lines):
        page.drawString(x, y - number * size * 1.5, line)


def _zip(**members: bytes | str) -> bytes:
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
        return file.getvalue()


def _text(name: str, data: bytes) -> str:
    return formats.read(Path(name), data).text


def _problem(name: str, data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        for part in parts.of(Path(name), data):
            if isinstance(part, DocumentError):
                raise part
            if part.kept is None:
                formats.read(part.path, part.data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_table_of_word_gives_a_line_for_each_row_with_merged_cells_repeated():
    """Cells are trimmed, their line breaks taken out, and a blank line stands before and after."""
    document = docx.Document()
    document.add_paragraph("主要指标")
    table = document.add_table(3, 3)
    for row, cells in zip(
        table.rows, [["指标", "2025年", ""], ["地区生产总值", "亿元", "17000 "], ["", "%", "6"]], strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    document.add_paragraph("以上。")
    assert _text("a.docx", _saved(document)) == (
        "主要指标\n\n| 指标 | 2025年 | 2025年 |\n| 地区生产总值 | 亿元 | 17000 |\n| 地区生产总值 | % | 6 |\n\n以上。\n"
    )


def test_marks_of_notes_and_deleted_words_are_no_text_of_word():
    """企业²35家 is never 235 of them; what was struck out is not there, what was put in is."""
    document = docx.Document()
    paragraph = document.add_paragraph("“小巨人”企业")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("35家")
    for inner in (
        '<w:r {w}><w:footnoteReference w:id="2"/></w:r>',
        '<w:del {w} w:id="1"><w:r><w:delText>约</w:delText></w:r></w:del>',
        '<w:ins {w} w:id="2"><w:r><w:t>以上</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(inner.format(w=_W)))
    assert _text("a.docx", _saved(document)) == "“小巨人”企业35家以上\n"


@pytest.mark.parametrize(
    ("form", "pattern", "marks"),
    [
        ("japaneseCounting", "%1、", ["一、甲", "二、乙"]),
        ("chineseCountingThousand", "（%1）", ["（一）甲", "（二）乙"]),
        ("decimal", "%1.", ["1. 甲", "2. 乙"]),
        ("bullet", "", ["甲", "乙"]),
    ],
)
def test_the_items_of_a_list_have_the_numbers_that_word_shows(form, pattern, marks):
    """They stand in no paragraph; a figure behind a number with a point stays apart from it."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {_W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(f'<w:num {_W} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for text in ("甲", "乙"):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {_W}><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr>'))
    assert _text("a.docx", _saved(document)).splitlines() == marks


def test_columns_of_a_pdf_are_read_one_after_the_other_and_broken_lines_joined():
    """A title over both columns comes first; a sentence goes on from the foot of one column to the head of the next."""

    def draw(page) -> None:
        _lines(page, 60, 780, ["测试市政府工作报告在人民代表大会上"], 20)
        _lines(
            page,
            60,
            720,
            [
                "今年新增高新技术企业一百家以上并",
                "且继续推进重点项目建设力争达到五",
                "六个百分点左右的增长速度持续稳步",
                "向好的发展态势得到进一步巩固并且",
            ],
        )
        _lines(page, 310, 720, ["保持稳定。这一年我们要做的工作很", "多，都要做好。", "第二条", "是创新。"])

    lines = _text("a.pdf", _pdf(draw)).splitlines()
    assert lines[0] == "测试市政府工作报告在人民代表大会上"
    assert "".join(lines).index("并且保持稳定。这一年我们要做的工作很多，都要做好。") > 0


def test_running_heads_and_page_numbers_are_left_out_and_each_page_has_its_place():
    """What stands on every page is no text of the report; the offsets say which page a word stands on."""

    def draw(page) -> None:
        for number in range(1, 5):
            _lines(page, 200, 815, [f"测试市人民政府公报 2025年第{number}期"], 9)
            _lines(page, 60, 700, [f"第{'一二三四'[number - 1]}页的内容在这里。"])
            _lines(page, 290, 30, [f"— {number} —"], 9)
            page.showPage()

    kept = formats.read(Path("a.pdf"), _pdf(draw))
    assert kept.text == "第一页的内容在这里。\n第二页的内容在这里。\n第三页的内容在这里。\n第四页的内容在这里。\n"
    assert [kept.text[start:][:3] for start in kept.pages] == ["第一页", "第二页", "第三页", "第四页"]


def test_a_ruled_table_of_a_pdf_gives_a_line_for_each_row():
    """A cell that spans rows stands in each of them."""

    def draw(page) -> None:
        _lines(page, 60, 780, ["主要指标"])
        page.grid([60, 160, 240, 320], [640, 670, 700])
        page.line(60, 730, 320, 730)
        for x in (60, 160, 240, 320):
            page.line(x, 700, x, 730)
        for y, cells in (
            (710, ("指标", "单位", "2025年")),
            (680, ("生产总值", "亿元", "17000")),
            (650, ("就业", "万人", "12")),
        ):
            for x, cell in zip((65, 165, 245), cells, strict=True):
                _lines(page, x, y, [cell])

    assert _text("a.pdf", _pdf(draw)) == (
        "主要指标\n\n| 指标 | 单位 | 2025年 |\n| 生产总值 | 亿元 | 17000 |\n| 就业 | 万人 | 12 |\n\n"
    )


def test_a_file_that_cannot_be_read_is_told_with_its_cure():
    """A scanned or locked PDF, another file under this name, an archive in an archive, a file of WPS."""
    scanned = _pdf(lambda page: page.rect(10, 10, 100, 100))
    assert "ocrmypdf" in _problem("a.pdf", scanned)
    locked = _pdf(lambda page: _lines(page, 60, 700, ["甲"]), encrypt="geheim")
    assert "locked with a password" in _problem("a.pdf", locked)
    assert "rename it to a.docx" in _problem("a.pdf", _word("甲"))
    assert "rename it to a.pdf" in _problem("a.docx", scanned)
    assert "rename it to a.html" in _problem("a.docx", b"<!DOCTYPE html><p>1")
    assert "is an archive in an archive" in _problem("a.zip", _zip(b_dot_zip=_zip(c_dot_txt=BODY)))
    assert "has no column of texts" in _problem("a.csv", b"a,b\n1,2\n")


def test_an_archive_that_unpacks_to_more_than_memory_is_refused():
    """By what it says of itself, before anything is unpacked."""
    bomb = _zip(**{f"{number}_dot_txt": b"0" * (99 * 1024**2) for number in range(6)})
    assert len(bomb) < 1024**2
    assert "ZIP bomb" in _problem("a.zip", bomb)
    assert "ZIP bomb" in _problem("a.docx", _zip(word__document_dot_xml=b"0" * (101 * 1024**2)))


def test_the_files_of_an_archive_are_documents_also_under_chinese_names(tmp_path):
    """Names of Chinese Windows are in GBK; what would lead out of the archive stays within it."""
    packed = _zip(aaaa__bbbb_dot_txt=BODY, **{"..__..__c_dot_docx": _word(*BODY.splitlines())})
    (tmp_path / "a.zip").write_bytes(packed.replace(b"aaaa/bbbb", "郑州/报告".encode("gb18030")))
    read = gather([tmp_path])
    assert [document.name for document in read.documents] == ["c", "报告"]
    assert not read.failed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "标题,正文,发布日期\n甲,力争新增企业10家。,2025-01-02\n乙,,\n丙,力争增长6%。,昨天\n"),
        (
            "a.jsonl",
            (
                '{"title": "甲", "text": "力争新增企业10家。", "date": "2025-01-02"}\n{"title": "乙", "text": ""}\n'
                '{"title": "丙", "text": "力争增长6%。", "date": "昨天"}\n'
            ),
        ),
    ],
)
def test_each_row_with_a_text_is_a_document(tmp_path, name, data):
    """Its other columns are its metadata; a row that is wrong is told with its line, and the others are read."""
    (tmp_path / name).write_text(data, encoding="utf-8")
    read = gather([tmp_path])
    assert [(each.name, each.title, each.issued, each.text) for each in read.documents] == [
        ("a-1", "甲", "2025-01-02", "力争新增企业10家。")
    ]
    assert [failure.line for failure in read.failed] == ([3, 4] if name == "a.csv" else [2, 3])


def test_kinds_that_are_not_read_are_told_in_a_folder_and_the_others_are_built(tmp_path):
    """An old Word file is a document that somebody misses; a picture is none."""
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    read = gather([tmp_path])
    assert [document.name for document in read.documents] == ["a"]
    assert [(failure.file, failure.reason) for failure in read.failed] == [
        ("b.doc", "is an old Word file (.doc); open it in Word or WPS and save it as .docx")
    ]


def test_a_folder_in_two_encodings_is_read_with_the_one_that_is_not_utf8(tmp_path):
    """The named encoding is for the files that are not UTF-8; one in UTF-8 is not read in another."""
    (tmp_path / "a.txt").write_bytes(BODY.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(BODY.replace("1000", "2000").encode())
    assert [document.text[:3] for document in collect([tmp_path], encoding="gb18030")] == ["湖北省", "湖北省"]


def test_a_folder_without_a_document_is_refused(tmp_path):
    """A picture is no document."""
    (tmp_path / "c.png").write_bytes(b"x")
    with pytest.raises(CollectionError, match="no document in this folder"):
        collect([tmp_path])


_WHOLE = {
    "a.docx": _word("甲", "乙", table=[["一", "二"], ["三", "四"]]),
    "a.pdf": _pdf(lambda page: (_lines(page, 60, 700, ["甲乙丙"]), page.grid([60, 100, 140], [600, 620, 640]))),
    "a.zip": _zip(a_dot_txt=BODY, b_dot_csv="text\n甲\n"),
    "a.csv": "text,date\n甲,2025\n".encode(),
    "a.jsonl": b'{"text": "a"}\n',
}


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(_WHOLE)), st.floats(0, 1), st.binary(max_size=40), st.integers(0, 40), st.booleans())
def test_no_bytes_raise_anything_but_an_error_of_ours(name, place, put, cut, short):
    """A file that is damaged anywhere gives a text, or an error that a user can read."""
    whole = _WHOLE[name]
    at = int(place * len(whole))
    damaged = whole[:at] + put + (b"" if short else whole[at + cut :])
    try:
        for part in parts.of(Path(name), damaged):
            if not isinstance(part, DocumentError) and part.kept is None:
                formats.read(part.path, part.data)
    except PolicygraphError as error:
        assert "\n" not in str(error)
