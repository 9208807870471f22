"""The texts that the quotes of a graph are checked against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.documents import document, formats, kinds, sidecar
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
        for part in document.in_file(path, encoding):
            if isinstance(part, DocumentError):
                raise part
            name, digest = document.safe(part.path.stem), hashlib.sha256(part.data).hexdigest()
            text = (part.kept or formats.read(part.path, part.data, encoding)).text
            if texts.get(name, text) != text or digests.get(name, digest) != digest:
                raise CollectionError(f"{part.path}: another file has the name {name} too; give the texts of one build")
            texts[name], digests[name] = text, digest
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
    found = [path for path in given.rglob("*") if _is_document(path)]
    if not found:
        raise CollectionError(f"{given}: no document in this folder; give the texts that the graph was built from")
    yield from found


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in kinds.SUFFIXES and path.name != sidecar.NAME and path.is_file()
