"""Distinct names for files: the stem, and as much of the path as it takes to tell files of one stem apart."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.documents import document
from policygraph.errors import CollectionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def names(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return a name for each file, whatever their order.

    - A stem that only one file has is its name: ``report``.
    - Files of one stem in different folders have the names of these folders before it, the nearest last, as many as it
      takes, joined with ``-``: ``henan-report`` and ``hubei-report``; ``2025-henan-report`` and ``2026-henan-report``.
    - Files of one stem in one folder have their suffix behind it: ``report-md`` and ``report-txt``. Where that is the
      same too, since a name cannot hold what tells them apart (``a b.txt`` and ``a-b.txt``), a digest of the file's name
      stands there.

    >>> names([Path("2025/henan/a.txt"), Path("2026/henan/a.txt"), Path("2026/henan/b.txt")])
    ('2025-henan-a', '2026-henan-a', 'b')

    Raises:
        CollectionError: a file is called just as another one would be.

    """
    options = _options([Path(os.path.abspath(path)) for path in paths])  # noqa: PTH100 - resolve() would follow links
    at = [0] * len(paths)
    while True:
        named = [choices[index] for choices, index in zip(options, at, strict=True)]
        several = Counter(named)
        clashing = [index for index, name in enumerate(named) if several[name] > 1]
        if not clashing:
            return tuple(named)
        longer = [index for index in clashing if at[index] + 1 < len(options[index])]
        if not longer:
            same = named[clashing[0]]
            one, other = [path for path, name in zip(paths, named, strict=True) if name == same][:2]
            raise CollectionError(f"{one} and {other} would both have the name {same}; rename one of them")
        for index in longer:
            at[index] += 1


def _options(paths: Sequence[Path]) -> list[list[str]]:
    """Return the names that each file may have, the shortest first."""
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        alike[document.safe(path.stem)].append(path)
    return [list(_choices(path, alike[document.safe(path.stem)])) for path in paths]


def _choices(path: Path, alike: Sequence[Path]) -> Iterator[str]:
    if len(alike) == 1:
        yield document.safe(path.stem)
        return
    folders = path.parent.parts[1:]
    leaf = _leaf(path, [other for other in alike if other.parent == path.parent])
    first = 0 if all(other.parent == path.parent for other in alike) else 1
    for depth in range(first, len(folders) + 1):
        yield document.safe("-".join([*folders[len(folders) - depth :], leaf]))
    yield document.safe("-".join([*folders, f"{path.stem}-{_digest(path)}"]))


def _leaf(path: Path, beside: Sequence[Path]) -> str:
    """Return what tells a file apart from those of its stem in its folder."""
    if len(beside) == 1:
        return path.stem
    suffixes = Counter(other.suffix.lower() for other in beside)
    if suffixes[path.suffix.lower()] == 1:
        return f"{path.stem}-{path.suffix.lower()[1:]}"
    return f"{path.stem}-{_digest(path)}"


def _digest(path: Path) -> str:
    # macOS writes the names of files decomposed.
    name = unicodedata.normalize("NFC", path.name)
    return hashlib.sha256(name.encode("utf-8", errors="surrogateescape")).hexdigest()[:8]
