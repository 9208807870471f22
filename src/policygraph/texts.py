"""The texts that the quotes of a graph are checked against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.documents import decode, document, markup
from policygraph.errors import CollectionError, DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of documents, without metadata.

    Attributes:
        texts: the decoded text by the document's name.
        digests: SHA-256 of the bytes of the document's file by name; empty where only its decoded text is kept.

    """

    texts: Mapping[str, str]
    digests: Mapping[str, str]


def read(paths: Iterable[Path], encoding: str | None = None) -> Texts:
    """Return the texts of the files that a graph was built from.

    Args:
        paths: the files, or folders with them.
        encoding: the encoding of all files; None for UTF-8.

    Raises:
        DocumentError: a file cannot be read as text.
        CollectionError: a folder has no document, or two different files have one name.

    """
    texts: dict[str, str] = {}
    digests: dict[str, str] = {}
    for path in sorted({file for given in paths for file in _files(given)}):
        name, data = document.safe(path.stem), _bytes(path)
        digest = hashlib.sha256(data).hexdigest()
        if digests.get(name, digest) != digest:
            raise CollectionError(f"{path}: another file has the name {name} too; give the texts of one build")
        text = decode.text(path, data, encoding)
        texts[name] = markup.text(path, text) if path.suffix.lower() in document.HTML else text
        digests[name] = digest
    return Texts(texts, digests)


def kept(folder: Path) -> Texts:
    """Return the decoded texts that a build keeps in its folder ``texts``; none where there is no such folder."""
    found = read([folder]) if folder.is_dir() else Texts({}, {})
    # A kept text has not the bytes of the file it was decoded from.
    return Texts(found.texts, {})


def _files(given: Path) -> Iterator[Path]:
    if not given.is_dir():
        document.check(given)
        yield given
        return
    found = [path for path in given.rglob("*") if path.suffix.lower() in document.SUFFIXES and path.is_file()]
    if not found:
        raise CollectionError(f"{given}: no document in this folder; give the texts that the graph was built from")
    yield from found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror}); check its permissions") from error
