"""The documents that a file holds: itself, the rows of a table, or the files of an archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policygraph.documents import decode, kinds
from policygraph.documents.formats import archive, records
from policygraph.documents.formats.kept import Kept
from policygraph.errors import DocumentError, StrangeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Part:
    """A document in a file, before it is read.

    Attributes:
        path: where it is; within an archive, the archive is a folder on the way.
        data: the bytes of its file.
        kept: its text, where its file has been read for it already.
        given: metadata that its file gives.
        line: the line of the file at which it begins, or None.

    """

    path: Path
    data: bytes = field(repr=False)
    kept: Kept | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None


def of(path: Path, data: bytes, encoding: str | None = None, *, packed: bool = False) -> Iterator[Part | DocumentError]:
    """Yield the documents that a file holds, or why one of them cannot be read.

    Args:
        path: the file.
        data: its bytes.
        encoding: the encoding of text that is not UTF-8; None for UTF-8 alone.
        packed: whether it stands in an archive itself.

    Raises:
        DocumentError: the file cannot be read.

    """
    suffix = path.suffix.lower()
    if packed and suffix in kinds.UNREAD:
        raise DocumentError(path, kinds.UNREAD[suffix])
    if packed and suffix not in kinds.SUFFIXES:
        raise StrangeError(path, kinds.cure(suffix))
    several = kinds.SEVERAL.get(suffix)
    if several is None:
        yield Part(path, data)
    elif several == "zip":
        if packed:
            raise DocumentError(path, "is an archive in an archive; unpack it, and give the folder")
        yield from _packed(path, data, encoding)
    else:
        text = decode.text(path, data, encoding)
        yield from _rows(path, data, several, text)


def _packed(path: Path, data: bytes, encoding: str | None) -> Iterator[Part | DocumentError]:
    for member in archive.members(path, data):
        if isinstance(member, DocumentError):
            yield member
            continue
        try:
            yield from of(path / member.name, member.data, encoding, packed=True)
        except DocumentError as error:
            yield error


def _rows(path: Path, data: bytes, form: str, text: str) -> Iterator[Part | DocumentError]:
    found = list((records.of_csv if form == "csv" else records.of_jsonl)(path, text))
    named = records.names(path.stem, (each.number for each in found if isinstance(each, records.Record)))
    for each in found:
        if isinstance(each, DocumentError):
            yield each
        else:
            place = path.with_name(f"{named[each.number]}{path.suffix}")
            yield Part(place, data, Kept(each.text, form), each.given, each.line)
