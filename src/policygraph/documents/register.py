"""The register of a build: every file that was there, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from policygraph.documents import grounds, kinds
from policygraph.fence import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygraph.documents.collection import Collected
    from policygraph.fence import Failure
    from policygraph.statements import Document


class Status(StrEnum):
    """What was done with a document."""

    READ = "read"
    PASSED = "passed over"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document, or a file that is none.

    Attributes:
        name: the document's name.
        status: what was done with it.
        why: why it was not read, and the cure; of one that was read what somebody who relies on it must know.
        document: the document, where it was read.
        file: its file, as seen from the folder that was given; ``""`` where that is not known.
        format: what its file is by its name; ``""`` where that is not known.
        grounds: for each field that was inferred the words in which it stands.

    """

    name: str
    status: Status
    why: str = ""
    document: Document | None = None
    file: str = ""
    format: str = ""
    grounds: Mapping[str, str] = field(default_factory=dict)


def of(collected: Collected, read: Iterable[Document], failed: Iterable[Failure]) -> tuple[Entry, ...]:
    """Return an entry for every file, by file and name.

    Args:
        collected: the files.
        read: the documents that were read.
        failed: those that were not, at either pass.

    """
    entries = [_read(document, collected) for document in read]
    entries += [_unread(failure) for failure in (*failed, *collected.passed)]
    return tuple(sorted(entries, key=lambda entry: (entry.file, entry.name, entry.why)))


def bare(documents: Iterable[Document]) -> tuple[Entry, ...]:
    """Return entries of documents of which no more is known than a graph holds."""
    return tuple(Entry(document.name, Status.READ, document=document) for document in documents)


def _read(document: Document, collected: Collected) -> Entry:
    file = collected.files[document.name]
    copied = (f"has the text of {document.copy_of}",) if document.copy_of else ()
    return Entry(
        name=document.name,
        status=Status.READ,
        why="; ".join((*copied, *document.remarks)),
        document=document,
        file=file.within(file.path),
        format=kinds.of(file.path.name),
        grounds=grounds.of(document, file.path.stem),
    )


def _unread(failure: Failure) -> Entry:
    status = Status.FAILED if failure.sort is Sort.FAULT else Status.PASSED
    why = f"line {failure.line}: {failure.reason}" if failure.line else failure.reason
    return Entry(failure.document, status, why, file=failure.file, format=kinds.of(PurePosixPath(failure.file).name))
