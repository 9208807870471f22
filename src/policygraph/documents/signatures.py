"""What a file is by its first bytes, whatever it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Signature:
    """What bytes say of themselves.

    Attributes:
        kind: what it is, in words that stand behind "is".
        suffix: how its name would end, so that it is read, or is refused with its own cure; ``""`` for no such kind.

    """

    kind: str
    suffix: str = ""


_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = Signature("an RTF file", ".rtf")
PDF: Final = Signature("a PDF file", ".pdf")
WORD: Final = Signature("a Word file (.docx)", ".docx")
HTML: Final = Signature("an HTML page", ".html")
LOCKED: Final = Signature("an Office file locked with a password")
# The first bytes of files that are no text: https://www.iana.org/assignments/media-types and the formats' own
# specifications.
_PLAIN: Final = (
    (b"{\\rtf", _RTF),
    (b"\x89PNG\r\n", Signature("a PNG image")),
    (b"\xff\xd8\xff", Signature("a JPEG image")),
    (b"GIF8", Signature("a GIF image")),
    (b"\x1f\x8b\x08", Signature("a gzip archive", ".gz")),
    (b"Rar!\x1a\x07", Signature("a RAR archive", ".rar")),
    (b"7z\xbc\xaf\x27\x1c", Signature("a 7z archive", ".7z")),
)
# Names of files inside of ZIP archives, which stand in them as they are.
_INSIDE: Final = (
    (b"word/document.xml", WORD),
    (b"xl/workbook.xml", Signature("an Excel file", ".xlsx")),
    (b"ppt/presentation.xml", Signature("a file of slides", ".pptx")),
    (b"OFD.xml", Signature("an OFD file", ".ofd")),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", Signature("an OpenDocument text", ".odt")),
    (b"mimetypeapplication/epub+zip", Signature("an e-book", ".epub")),
)
# Names of streams of OLE compound files, in UTF-16: [MS-CFB], [MS-OFFCRYPTO] 2.3, [MS-DOC], [MS-XLS].
_STREAMS: Final = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", Signature("an old Word file (.doc)", ".doc")),
    ("Workbook", Signature("an old Excel file", ".xls")),
    ("PowerPoint", Signature("a file of slides", ".ppt")),
)
# PDF readers look for the mark in the first kilobyte: ISO 32000-1, annex H, note 13.
_PDF_BEGIN: Final = 1024
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head)\b", re.IGNORECASE
)


def found(data: bytes) -> Signature | None:
    """Return what a file is, or None where it may be text."""
    if b"%PDF-" in data[:_PDF_BEGIN] and (data.startswith(b"%PDF-") or b"\x00" in data[: 2 * _PDF_BEGIN]):
        return PDF
    if data.startswith(_ZIP):
        return next((kind for name, kind in _INSIDE if name in data), Signature("a ZIP archive", ".zip"))
    if data.startswith(_OLE):
        return next(
            (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data),
            Signature("an old Word or Office file", ".doc"),
        )
    return next((kind for begin, kind in _PLAIN if data.startswith(begin)), None)


def mismatch(path: Path, data: bytes) -> str:
    """Return what to say of a file that is not what its name says."""
    kind = found(data) or (HTML if _HTML.match(data) else None)
    if kind is LOCKED:
        return "is locked with a password; open it, and save it without"
    called = path.suffix.lower()
    if kind is None:
        return f"is no {called[1:].upper()} file, though it is called {called}; fetch it again"
    if kind.suffix == called:
        return f"is a damaged {called[1:].upper()} file; fetch it again"
    if not kind.suffix:
        return f"is {kind.kind}, though it is called {called}; give a file with the words of a report"
    return f"is {kind.kind}, though it is called {called}; rename it to {path.stem}{kind.suffix}"
