"""Files and folders as documents with distinct names."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.documents import document, fields, sidecar
from policygraph.errors import CollectionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from policygraph.documents.sidecar import Sidecar
    from policygraph.statements import Document


def collect(
    inputs: Iterable[Path | str], *, encoding: str | None = None, overrides: Mapping[str, str | None] | None = None
) -> tuple[Document, ...]:
    """Return the documents of files and folders, by name; the order of the inputs makes no difference.

    Folders are searched with all their subfolders for .txt, .md, .markdown, .html and .htm; hidden files and other
    suffixes are passed over. Two files of one name and the same bytes are one document; of different bytes, they are
    named by their folders: ``a-report``, ``b-report``.

    Args:
        inputs: files and folders.
        encoding: the encoding of all files; None for UTF-8.
        overrides: title, publisher, issued, area, level, source or license, where one document results.

    Raises:
        DocumentError: a file cannot be read as a document.
        CollectionError: there is no document, or two of one name, or overrides for more than one.

    """
    chosen = fields.chosen(overrides or {})
    files = _files([Path(path) for path in inputs])
    if not files:
        raise CollectionError("nothing to read; give a file or a folder")
    sidecars = _Sidecars()
    loaded = [(path, document.load(path, encoding, chosen, sidecars.of(path, root))) for path, root in files]
    distinct = _distinct(loaded)
    if chosen and len(distinct) > 1:
        options = ", ".join(f"--{name}" for name in chosen)
        problem = f"{options} can be given for one document, and these are {len(distinct)}; write a {sidecar.NAME}"
        raise CollectionError(problem)
    return _named(distinct)


def _files(inputs: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Return each file once, with the outermost input folder that holds it (or its own folder), sorted."""
    roots: dict[str, tuple[Path, Path]] = {}
    for given in sorted(inputs):
        for path, root in _found(given):
            place = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
            known = roots.get(place)
            if known is None or len(root.absolute().parts) < len(known[1].absolute().parts):
                roots[place] = (path, root)
    return [roots[place] for place in sorted(roots)]


def _found(given: Path) -> Iterator[tuple[Path, Path]]:
    if not os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises for a NUL character in Python 3.11
        document.check(given)
        yield given, given.parent
        return
    paths = list(_walk(given))
    if not paths:
        suffixes = ", ".join(sorted(document.SUFFIXES))
        raise CollectionError(f"{given}: no document in this folder; give one with files of {suffixes}")
    for path in paths:
        yield path, given


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the documents of a folder and its subfolders; links to folders are not followed, so there is no circle."""

    def fail(error: OSError) -> None:
        raise CollectionError(f"{error.filename}: cannot be read ({error.strerror}); check its permissions") from error

    for here, folders, names in os.walk(folder, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(here, name)
            if not name.startswith(".") and path.suffix.lower() in document.SUFFIXES:
                document.check(path)
                yield path


class _Sidecars:
    """The side-cars between a file and the input folder that holds it, each read once."""

    def __init__(self) -> None:
        self._loaded: dict[Path, Sidecar] = {}

    def of(self, path: Path, root: Path) -> dict[str, str]:
        """Return the metadata that the side-cars give for a file; a nearer one wins."""
        given: dict[str, str] = {}
        for folder in path.parents:
            if folder not in self._loaded:
                self._loaded[folder] = sidecar.load(folder)
            given = {**self._loaded[folder].of(path), **given}
            if folder == root:
                break
        return given


def _distinct(loaded: Iterable[tuple[Path, Document]]) -> list[tuple[Path, Document]]:
    """Return the documents without those that have the name and the bytes of one before."""
    seen: dict[tuple[str, str], tuple[Path, Document]] = {}
    for path, read in loaded:
        seen.setdefault((read.name, read.sha256), (path, read))
    return list(seen.values())


def _named(loaded: Iterable[tuple[Path, Document]]) -> tuple[Document, ...]:
    """Return the documents by name, those of one name told apart by their folders."""
    by_name: defaultdict[str, list[tuple[Path, Document]]] = defaultdict(list)
    for path, read in loaded:
        by_name[read.name].append((path, read))
    named: dict[str, tuple[Path, Document]] = {}
    for name, group in by_name.items():
        for path, read in group:
            unique = name if len(group) == 1 else document.safe(f"{path.absolute().parent.name}-{path.stem}")
            if unique in named:
                other = named[unique][0]
                raise CollectionError(f"{other} and {path} would both have the name {unique}; rename one of them")
            named[unique] = (path, replace(read, name=unique))
    return tuple(read for _, (_, read) in sorted(named.items()))
