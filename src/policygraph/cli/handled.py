"""What was done with each sort of file, in as few lines as there are sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.documents.register import Entry

# The first files of a sort are named.
_NAMED: Final = 3


def sorts(entries: Iterable[Entry]) -> list[tuple[str, str, int, str]]:
    """Return for each sort of file what was done, the format, how many there are, and the first of them with the cure.

    What was read comes first, then what was passed over, then what failed.
    """
    # Every verb loads this module, and only a build has read documents.
    from policygraph.documents.register import Status

    order = tuple(Status)
    grouped: dict[tuple[Status, str, str], list[Entry]] = {}
    for entry in entries:
        grouped.setdefault((entry.status, entry.format, entry.why), []).append(entry)
    ordered = sorted(grouped.items(), key=lambda item: (order.index(item[0][0]), item[0][1:]))
    return [(status, form or "-", len(found), _told(found, why)) for (status, form, why), found in ordered]


def _told(found: list[Entry], why: str) -> str:
    # The rows of a table are one file.
    names = list(dict.fromkeys(entry.file or entry.name for entry in found))
    shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
    return f"{shown}: {why}" if why else shown
