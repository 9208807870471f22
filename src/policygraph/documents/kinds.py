"""The kinds of files: those that are read, those that hold documents which cannot be read, with the cure, and all others."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Files with one document, by suffix: the name of the format.
SINGLE: Final[Mapping[str, str]] = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
# Files with several: a row of a table each, or a file of an archive.
SEVERAL: Final[Mapping[str, str]] = {".csv": "csv", ".jsonl": "jsonl", ".zip": "zip"}
SUFFIXES: Final = frozenset((*SINGLE, *SEVERAL))

MEDIA_TYPES: Final[Mapping[str, str]] = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
}

# Pictures, whose words would have to be recognised.
_PICTURES: Final = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".heic"))

_AS_WORD: Final = "open it in Word or WPS and save it as .docx"
_AS_CSV: Final = "save the sheet with the texts as .csv"
_UNPACK: Final = "unpack it, and give the folder"
# What may hold a document and is not read, and how to make of it what is.
UNREAD: Final[Mapping[str, str]] = {
    ".doc": f"is an old Word file (.doc); {_AS_WORD}",
    ".wps": f"is a file of WPS; {_AS_WORD}",
    ".rtf": f"is an RTF file; {_AS_WORD}",
    ".odt": f"is an OpenDocument text; {_AS_WORD}",
    ".docm": f"is a Word file with macros; {_AS_WORD}",
    ".xls": f"is an old Excel file; {_AS_CSV}",
    ".xlsx": f"is an Excel file; {_AS_CSV}",
    ".et": f"is a spreadsheet of WPS; {_AS_CSV}",
    ".ppt": "are slides; save them as .pdf",
    ".pptx": "are slides; save them as .pdf",
    ".ofd": "is an OFD file; print it to .pdf",
    ".caj": "is a CAJ file; print it to .pdf",
    ".epub": "is an e-book; save its text as .html",
    ".mht": "is a web archive; save the page as .html",
    ".mhtml": "is a web archive; save the page as .html",
    ".rar": f"is a RAR archive; {_UNPACK}",
    ".7z": f"is a 7z archive; {_UNPACK}",
    ".gz": f"is a gzip archive; {_UNPACK}",
    ".tar": f"is a tar archive; {_UNPACK}",
    ".tgz": f"is a tar archive; {_UNPACK}",
}


def cure(suffix: str) -> str:
    """Return what to say of a file of a kind that is neither read nor known to hold a document.

    >>> cure(".png")
    'is a picture (.png); give the text of what it shows, if it is a document'
    """
    if suffix in _PICTURES:
        return f"is a picture ({suffix}); give the text of what it shows, if it is a document"
    known = ", ".join(sorted(SUFFIXES))
    return f"has the suffix {suffix or '(none)'}; save it as one of {known}, if it is a document"


def of(name: str) -> str:
    """Return the format of a file by its name, its suffix where that is not read, or ``""`` where it has none.

    >>> of("a/b.HTM"), of("b.doc"), of("README")
    ('html', 'doc', '')
    """
    suffix = PurePosixPath(name).suffix.lower()
    return SINGLE.get(suffix) or SEVERAL.get(suffix) or suffix[1:]
