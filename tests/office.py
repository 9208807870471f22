"""Word and PDF files and archives for tests, made on the spot."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

if TYPE_CHECKING:
    from collections.abc import Iterable


def pdf(*pages: Iterable[str]) -> bytes:
    """Return a PDF file with the lines of each page; one without lines is a picture, as a scan is."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    with io.BytesIO() as file:
        page = canvas.Canvas(file, invariant=1)
        for lines in pages:
            page.setFont("STSong-Light", 12)
            for at, line in enumerate(lines):
                page.drawString(80, 700 - 20 * at, line)
            page.rect(80, 80, 200, 200)
            page.showPage()
        page.save()
        return file.getvalue()


def word(*lines: str) -> bytes:
    """Return a Word file with a paragraph for each line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    with io.BytesIO() as file:
        document.save(file)
        return file.getvalue()


def packed(files: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of files by name."""
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return file.getvalue()
