"""Files and folders as documents with distinct names."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.documents import document, fields, kinds, naming, sidecar
from policygraph.errors import CollectionError, DocumentError, one_line
from policygraph.fence import Failure, Sort, attempt, ordered, unreadable
from policygraph.folders import MANIFEST
from policygraph.statements import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from policygraph.documents.formats.parts import Part
    from policygraph.documents.sidecar import Sidecar


@dataclass(frozen=True, slots=True)
class Collected:
    """The documents of files and folders.

    Attributes:
        documents: those that can be read, by name.
        failed: those that cannot, and rows of side-cars that belong to no file.
        passed: other files of the folders, which are of no kind that is read.
        files: the file of each document by the document's name.

    """

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...]
    passed: tuple[Failure, ...]
    files: Mapping[str, File]

    def placed(self, failure: Failure) -> Failure:
        """Return what went wrong with a document that was collected, with its file."""
        file = self.files[failure.document]
        # The lines of a text that was taken out of its file are not those of the file.
        line = failure.line if kinds.SINGLE.get(file.path.suffix.lower()) in ("txt", "md") else None
        return replace(failure, path=str(file.path), file=file.within(file.path), line=line)


@dataclass(frozen=True, slots=True)
class File:
    """A file that may be a document.

    Attributes:
        path: where it is, as it was given.
        root: the outermost folder given that holds it, or the file's own.

    """

    path: Path
    root: Path

    def within(self, path: Path | str) -> str:
        """Return a path as seen from the root, which is the same on every machine."""
        return one_line(Path(os.path.relpath(path, self.root)).as_posix())


def collect(
    inputs: Iterable[Path | str], *, encoding: str | None = None, overrides: Mapping[str, str | None] | None = None
) -> tuple[Document, ...]:
    """Return the documents of files and folders, each of which can be read: see :func:`gather`.

    Raises:
        DocumentError: a file cannot be read as a document.
        CollectionError: there is no document, or overrides for more than one.

    """
    return gather(inputs, encoding=encoding, overrides=overrides, strict=True).documents


def gather(
    inputs: Iterable[Path | str], *, encoding: str | None = None, overrides: Mapping[str, str | None] | None = None,
    strict: bool = False,
) -> Collected:  # fmt: skip
    """Return the documents of files and folders, by name; the order of the inputs makes no difference.

    Folders are searched with all their subfolders for files of the kinds that :mod:`policygraph.documents.kinds` names;
    hidden files, other suffixes and the folders of builds are passed over. The rows of .csv and .jsonl and the files of a
    .zip are documents of their own. Two files of one name and the same bytes are one document; of
    different bytes, they are told apart as :func:`policygraph.documents.naming.names` says.

    Args:
        inputs: files and folders.
        encoding: the encoding of all files; None for UTF-8.
        overrides: title, publisher, issued, area, level, genre, source or license, where one document results.
        strict: stop at the first document that cannot be read.

    Raises:
        InputError: not a single document can be read; with ``strict``, one of them.
        CollectionError: there is no document, or overrides for more than one.

    """
    chosen = fields.chosen(overrides or {})
    files = _files([Path(path) for path in inputs])
    if not files:
        raise CollectionError("nothing to read; give a file or a folder with documents (not the folder of a build)")
    sidecars = _Sidecars()
    loaded = [each for file in files for each in _loaded(file, encoding, chosen, sidecars, strict)]
    distinct = _distinct(loaded)
    if chosen and len(distinct) > 1:
        options = ", ".join(f"--{name}" for name in chosen)
        problem = f"{options} can be given for one document, and these are {len(distinct)}; write a {sidecar.NAME}"
        raise CollectionError(problem)
    return _collected(distinct, sidecars.astray(), _passed([Path(path) for path in inputs]), strict)


def _files(inputs: Iterable[Path]) -> tuple[File, ...]:
    """Return each file once, with the outermost input folder that holds it (or its own folder), sorted."""
    files: dict[str, File] = {}
    for given in sorted(inputs):
        for file in _found(given):
            place = os.path.abspath(file.path)  # noqa: PTH100 - resolve() would follow links
            known = files.get(place)
            if known is None or len(file.root.absolute().parts) < len(known.root.absolute().parts):
                files[place] = file
    return tuple(files[place] for place in sorted(files))


def _passed(inputs: Iterable[Path]) -> tuple[Failure, ...]:
    """Return the files of folders that are of no kind that is read; a file that is given by itself is told as wrong."""
    found: dict[str, Failure] = {}
    for given in sorted(inputs):
        if _in_build(given) or not os.path.isdir(given):  # noqa: PTH112 - as below
            continue
        for path in _walk(given, lambda path: not _may_be_document(path) and path.name != sidecar.NAME):
            if os.path.isfile(path):  # noqa: PTH113 - as below
                reason = kinds.cure(path.suffix.lower())
                failure = Failure(
                    document.safe(path.name), str(path), None, reason, File(path, given).within(path), Sort.STRANGE
                )
                found.setdefault(os.path.abspath(path), failure)  # noqa: PTH100 - resolve() would follow links
    return ordered(found.values())


def _in_build(given: Path) -> bool:
    return any(_is_build(folder) for folder in (given, *given.absolute().parents))


def _found(given: Path) -> Iterator[File]:
    if _in_build(given):
        return
    if not os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises for a NUL character in Python 3.11
        yield File(given, given.parent)
        return
    paths = list(_walk(given, _may_be_document))
    if not paths:
        suffixes = ", ".join(sorted(kinds.SUFFIXES))
        raise CollectionError(f"{given}: no document in this folder; give one with files of {suffixes}")
    for path in paths:
        yield File(path, given)


def _walk(folder: Path, wanted: Callable[[Path], bool]) -> Iterator[Path]:
    """Yield the files of a folder and its subfolders that are wanted, and subfolders that cannot be read.

    Links to folders are not followed, so there is no circle; a build is no document of another.
    """
    closed: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_build(Path(here, name))]
        for name in names:
            path = Path(here, name)
            if not name.startswith(".") and wanted(path):
                yield path
    yield from closed


def _may_be_document(path: Path) -> bool:
    """Whether a file is of a kind that is read, or of one that would have to be saved as another."""
    suffix = path.suffix.lower()
    return path.name != sidecar.NAME and (suffix in kinds.SUFFIXES or suffix in kinds.UNREAD)


def _is_build(folder: Path) -> bool:
    return os.path.isfile(folder / MANIFEST)  # noqa: PTH113 - Path.is_file raises for a NUL character in Python 3.11


def _loaded(
    file: File, encoding: str | None, chosen: Mapping[str, str], sidecars: _Sidecars, strict: bool
) -> list[tuple[File, Document | Failure]]:
    """Return the documents of a file, each with the place where it is, or why one is none."""

    def parts() -> list[Part | DocumentError]:
        if os.path.isdir(file.path):  # noqa: PTH112 - as above; only a folder that cannot be searched comes here
            raise DocumentError(file.path, "is a folder that cannot be read; check its permissions")
        document.check(file.path)
        # A side-car that is wrong is told before what is wrong with the file.
        sidecars.of(file)
        return list(document.in_file(file.path, encoding))

    found = attempt(document.safe(file.path.stem), str(file.path), parts)
    if isinstance(found, Failure):
        return [(file, _told(found, file, strict))]
    return [_read(file, part, encoding, chosen, sidecars, strict) for part in found]


def _read(
    file: File, part: Part | DocumentError, encoding: str | None, chosen: Mapping[str, str], sidecars: _Sidecars,
    strict: bool,
) -> tuple[File, Document | Failure]:  # fmt: skip
    place = File(Path(part.path), file.root)

    def load() -> Document:
        if isinstance(part, DocumentError):
            raise part
        return document.of(part, encoding, chosen, sidecars.of(file))

    read = attempt(document.safe(place.path.stem), str(place.path), load)
    return place, _told(read, place, strict) if isinstance(read, Failure) else read


def _told(failure: Failure, file: File, strict: bool) -> Failure:
    if strict and failure.sort is not Sort.STRANGE:
        raise failure.error
    return replace(failure, file=file.within(failure.path))


class _Sidecars:
    """The side-cars between a file and the input folder that holds it, each read once."""

    def __init__(self) -> None:
        self._loaded: dict[Path, Sidecar | DocumentError] = {}
        self._astray: dict[str, Failure] = {}

    def of(self, file: File) -> dict[str, str]:
        """Return the metadata that the side-cars give for a file; a nearer one wins.

        Raises:
            DocumentError: one of them cannot be read, or has a wrong row for the file.

        """
        given: dict[str, str] = {}
        for folder in file.path.parents:
            given = {**self._of(folder, file).of(file.path), **given}
            if folder == file.root:
                break
        return given

    def astray(self) -> Sequence[Failure]:
        """Return the rows that belong to no file: there is a document that nobody has read."""
        return tuple(self._astray.values())

    def _of(self, folder: Path, file: File) -> Sidecar:
        if folder not in self._loaded:
            try:
                self._loaded[folder] = loaded = sidecar.load(folder)
                for name, error in loaded.astray.items():
                    missing = Failure(document.safe(Path(name).stem), str(error.path), error.line, error.problem)
                    self._astray[str(error)] = replace(missing, file=file.within(error.path))
            except DocumentError as error:
                self._loaded[folder] = error
        known = self._loaded[folder]
        if isinstance(known, DocumentError):
            raise known
        return known


def _distinct(loaded: Iterable[tuple[File, Document | Failure]]) -> list[tuple[File, Document | Failure]]:
    """Return what was read without documents that have the name and the bytes of one before."""
    seen: dict[tuple[str, str], tuple[File, Document | Failure]] = {}
    for file, read in loaded:
        key = (read.name, read.sha256) if isinstance(read, Document) else (str(file.path), str(read.line))
        seen.setdefault(key, (file, read))
    return list(seen.values())


def _collected(
    found: Sequence[tuple[File, Document | Failure]], astray: Sequence[Failure], passed: Sequence[Failure], strict: bool
) -> Collected:
    """Return what was read under distinct names."""
    # Several rows of one file may be wrong.
    paths = list(dict.fromkeys(file.path for file, _ in found))
    named = dict(zip(paths, naming.names(paths), strict=True))
    documents: dict[str, Document] = {}
    failed = list(astray)
    strange = list(passed)
    for file, read in found:
        name = named[file.path]
        if isinstance(read, Document):
            documents[name] = replace(read, name=name)
        else:
            (strange if read.sort is Sort.STRANGE else failed).append(replace(read, document=name))
    if failed and strict:
        raise failed[0].error
    if not documents:
        raise unreadable(failed or strange)
    return Collected(
        documents=tuple(document for _, document in sorted(documents.items())),
        failed=ordered(failed),
        passed=ordered(strange),
        files={named[file.path]: file for file, _ in found},
    )
