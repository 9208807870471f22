"""The fence around the reading of one document: whatever happens to it, the others are read."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from policygraph.errors import DocumentError, PolicygraphError, StrangeError, UndatedError, UnreadableError, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policygraph.errors import InputError

T = TypeVar("T")

# What a library says of a fault can be as long as the text that it failed on.
_LONGEST: Final = 120


class Sort(StrEnum):
    """Why a document was not read: something is wrong with it, it names no year, or it is of no kind that is read."""

    FAULT = "fault"
    UNDATED = "undated"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read.

    Attributes:
        document: its name in the build.
        path: the file that is at fault, as it was given: the document's own, or the side-car that describes it.
        line: 1-based line of that file, or None.
        reason: what is wrong and what to do, in one line.
        file: the path of that file from the folder that was given, which is the same on every machine.
        sort: what sort of failure it is.

    """

    document: str
    path: str
    line: int | None
    reason: str
    file: str = ""
    sort: Sort = Sort.FAULT

    @property
    def error(self) -> DocumentError:
        """The error that says so."""
        return DocumentError(self.path, self.reason, self.line)


def attempt(
    document: str, path: str, work: Callable[[], T], line: Callable[[Exception], int | None] = lambda _: None
) -> T | Failure:
    """Do a piece of work on one document, and return what comes out, or why nothing does.

    Args:
        document: the document's name.
        path: its file.
        work: the work.
        line: tells in which line of the document the work was when it raised what it should not.

    Raises:
        PolicygraphError: what is wrong has to do with no single document.

    """
    try:
        return work()
    except DocumentError as error:
        return Failure(document, str(error.path), error.line, error.problem, sort=_sort(error))
    except PolicygraphError:
        raise
    except MemoryError:
        return Failure(document, path, None, "takes more memory than there is; split it")
    # Whatever else is raised is a fault of ours, of which we do not know yet: it must not cost the other documents.
    except Exception as error:
        return Failure(document, path, line(error), _fault(error))


def _sort(error: DocumentError) -> Sort:
    if isinstance(error, UndatedError):
        return Sort.UNDATED
    return Sort.STRANGE if isinstance(error, StrangeError) else Sort.FAULT


def ordered(failed: Iterable[Failure]) -> tuple[Failure, ...]:
    """Return failures by file, line and document."""
    return tuple(sorted(failed, key=lambda failure: (failure.file, failure.line or 0, failure.document)))


def unreadable(failed: Iterable[Failure]) -> InputError:
    """Return the error that says why not a single document could be read."""
    by_reason = {str(failure.error): failure for failure in ordered(failed)}
    return next(iter(by_reason.values())).error if len(by_reason) == 1 else UnreadableError(tuple(by_reason))


def _fault(error: Exception) -> str:
    """Say what we did wrong, and where, in one line."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    what = one_line(f"{type(error).__name__}: {error}")
    said = what if len(what) <= _LONGEST else f"{what[:_LONGEST]}…"
    return f"cannot be read for a fault of Policygraph ({said}; {Path(where.filename).name}:{where.lineno}); please report it"
