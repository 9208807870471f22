"""From the bytes of a file to the text that is kept of it, whatever the file was written with.

``parts`` says which documents a file holds, and ``read`` makes the text of one. The text is
what every offset points into; a build keeps it in ``texts``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.documents import decode, kinds, signatures
from policygraph.documents.formats import archive
from policygraph.documents.formats.kept import Kept
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Kept", "read"]


def read(path: Path, data: bytes, encoding: str | None = None) -> Kept:
    """Return the text of a file with one document.

    Args:
        path: the file; its suffix says what it is.
        data: its bytes.
        encoding: the encoding of text that is not UTF-8; None for UTF-8 alone, or what a page declares.

    Raises:
        DocumentError: it cannot be read; says why and what to do.

    """
    form = kinds.SINGLE[path.suffix.lower()]
    if form == "docx":
        return _word(path, data)
    if form == "pdf":
        return _pdf(path, data)
    if form == "html":
        # Most documents are plain text, and the HTML library takes as long to import as they take to read.
        from policygraph.documents import markup

        named = encoding or decode.declared(data)
        page = markup.read(path, decode.text(path, data, named))
        return Kept(page.text, form, encoding=decode.used(data, named), title=page.title)
    return Kept(decode.text(path, data, encoding), form, encoding=decode.used(data, encoding))


def _word(path: Path, data: bytes) -> Kept:
    from policygraph.documents.formats import word

    if signatures.found(data) != signatures.WORD:
        raise DocumentError(path, signatures.mismatch(path, data))
    archive.check(path, data).close()
    return word.read(path, data)


def _pdf(path: Path, data: bytes) -> Kept:
    from policygraph.documents.formats import apart

    if signatures.found(data) != signatures.PDF:
        raise DocumentError(path, signatures.mismatch(path, data))
    return apart.read(path, data)
