"""One file as a ``Document``."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.documents import fields, formats, frontmatter, kinds, metadata, sidecar, tags
from policygraph.documents.formats import parts
from policygraph.documents.formats.parts import Part
from policygraph.errors import DocumentError, UndatedError
from policygraph.statements import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygraph.documents.formats import Kept

# A government work report has about 60 kB; a text of this size is something else. Pictures and archives may be larger.
_LARGEST = 20 * 1024 * 1024
_LARGEST_OTHER = 100 * 1024 * 1024
_OTHER = frozenset((".docx", ".pdf", ".zip", ".csv", ".jsonl"))
# A file's name has at most 255 bytes on Linux and Windows file systems, and that of a text ends with ".txt".
_LONGEST_NAME = 251
_UNSAFE = re.compile(r"[^\w.-]")


def read(path: Path | str, *, encoding: str | None = None, **overrides: str | None) -> Document:
    r"""Return one file as a document.

    The text of .txt, .md and .markdown is the decoded file with ``\n`` as line end, front matter included; that of a page,
    a Word or a PDF file the visible text. Metadata come, field by field, from the overrides, the front matter, the side-car
    ``documents.csv`` in the file's folder, or by inference.

    Args:
        path: the file.
        encoding: its encoding; None for UTF-8.
        **overrides: title, publisher, issued, area, level, genre, source or license; None or blank for not given.

    Raises:
        DocumentError: the file cannot be read as a document; says why and what to do.
        InputError: an override is not allowed.

    """
    path = Path(path)
    check(path)
    if path.suffix.lower() in kinds.SEVERAL:
        raise DocumentError(path, "holds several documents; read it with policygraph.documents.collect")
    given = sidecar.load(path.parent).of(path)
    return of(Part(path, contents(path)), encoding, fields.chosen(overrides), given)


def check(path: Path) -> None:
    """Check that a path is a file that can be a document.

    Raises:
        DocumentError: it is not there, a folder, a device, or has another suffix.

    """
    try:
        is_file, is_folder, exists = path.is_file(), path.is_dir(), path.exists()
    except (OSError, ValueError) as error:  # no permission for the folder, or a NUL character in the name
        raise DocumentError(repr(str(path)), f"cannot be read ({_reason(error)}); check the path") from error
    if not exists:
        raise DocumentError(path, "there is no such file; check the path")
    if is_folder:
        raise DocumentError(path, "is a folder; give the file")
    if not is_file:
        raise DocumentError(path, "is no regular file; save its content as a .txt file")
    suffix = path.suffix.lower()
    if suffix in kinds.UNREAD:
        raise DocumentError(path, kinds.UNREAD[suffix])
    if suffix not in kinds.SUFFIXES:
        known = ", ".join(sorted(kinds.SUFFIXES))
        raise DocumentError(path, f"has the suffix {path.suffix or '(none)'}; save it as one of {known}")


def in_file(path: Path, encoding: str | None) -> Iterator[Part | DocumentError]:
    """Yield the documents that a checked file holds, or why one of them cannot be read.

    Raises:
        DocumentError: the file cannot be read.

    """
    yield from parts.of(path, contents(path), encoding)


def of(part: Part, encoding: str | None, overrides: Mapping[str, str], beside: Mapping[str, str]) -> Document:
    """Return a document of a file; metadata of ``overrides`` win over its own, and those over ``beside``.

    Raises:
        DocumentError: it cannot be read as a document.

    """
    path = part.path
    if not part.data:
        raise DocumentError(path, "is empty; give a file with the words of a report")
    kept = part.kept or formats.read(path, part.data, encoding)
    text = kept.text
    body = text[frontmatter.length(text) :]
    if not body.strip():
        raise DocumentError(path, "has no text; give a file with the words of a report", part.line)
    given = {**beside, **part.given, **frontmatter.read(path, text), **overrides}
    known = metadata.complete(given, tags.without(body), path.stem, kept.title)
    if not known.issued:
        problem = "names no year of publication; give --issued YYYY, or 'issued:' in its front matter or documents.csv"
        raise UndatedError(path, problem, part.line)
    return Document(
        name=safe(path.stem),
        text=text,
        title=known.title,
        publisher=known.publisher,
        issued=known.issued,
        area=known.area,
        level=known.level,
        source=known.source,
        sha256=hashlib.sha256(part.data).hexdigest(),
        inferred=known.inferred,
        licence=given.get("license", ""),
        genre=known.genre,
        pages=kept.pages,
        remarks=_remarks(kept),
    )


def _remarks(kept: Kept) -> tuple[str, ...]:
    """Return what somebody who relies on a text must know; that it is UTF-8 is nothing new."""
    encoding = (f"was read as {kept.encoding}",) if kept.encoding not in ("", "utf-8") else ()
    return (*encoding, *kept.remarks)


def safe(name: str) -> str:
    """Return a name that can stand in a file's name, an IRI and a table: letters, digits, ``-``, ``_`` and ``.``.

    A name that is too long for the file ``NAME.txt`` is cut, and ends with a digest of all of it.

    >>> safe("2025年 报告（终稿）"), safe("../x")
    ('2025年-报告-终稿-', '-x')
    """
    whole = _UNSAFE.sub("-", unicodedata.normalize("NFC", name)).lstrip(".") or "document"
    encoded = whole.encode("utf-8")
    if len(encoded) <= _LONGEST_NAME:
        return whole
    tail = f"-{hashlib.sha256(encoded).hexdigest()[:8]}"
    return encoded[: _LONGEST_NAME - len(tail)].decode("utf-8", errors="ignore") + tail


def contents(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        DocumentError: it cannot be read, is too large, or is empty.

    """
    most = _LARGEST_OTHER if path.suffix.lower() in _OTHER else _LARGEST
    try:
        size = path.stat().st_size
        if size > most:
            problem = f"has {size / 1024**2:.0f} MiB, more than {most // 1024**2}; split it into its reports"
            raise DocumentError(path, problem)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({_reason(error)}); check its permissions") from error
    if not data:
        raise DocumentError(path, "is empty; give a file with the words of a report")
    return data


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
