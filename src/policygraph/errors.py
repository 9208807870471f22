"""The errors a user can cause, each with what to do about it.

PolicygraphError
├── InputError            what was given to read cannot be read
│   ├── DocumentError     one file: missing, empty, binary, wrong encoding, bad metadata
│   ├── LexiconError      a folder of somebody's own words: unknown column, wrong value, twice
│   ├── UnreadableError   several files, of which not a single one can be read
│   └── CollectionError   a folder without documents, two files of one name
├── OutputError           where to write is taken, or cannot be written
├── GraphError            a graph that cannot be loaded: cut in half, wrong format
├── QueryError            a question that cannot be asked: syntax, unknown name
│   └── UnknownNameError  a question, entity or theme that is not there, with the nearest names
└── OntologyError         the ontology or lexicon that comes with the package is wrong

The command line catches the root once, prints one line and exits with ``exit_code``.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

# Unicode categories that draw nothing and steer the terminal, the direction of writing, or break the line.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class PolicygraphError(Exception):
    """Root of all errors that a user can mend; ``exit_code`` is what the command line returns.

    Args:
        message: what is wrong and what to do; what it cites of a file's name or content is put on one line.

    """

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message))


class InputError(PolicygraphError):
    """What was given to read cannot be read."""

    exit_code = 2


class DocumentError(InputError):
    """A document cannot be read: says file, line if known, and the cure.

    Args:
        path: the file.
        problem: what is wrong, and what to do, in one line.
        line: 1-based line of the file, if the problem has one.

    """

    def __init__(self, path: Path | str, problem: str, line: int | None = None) -> None:
        self.path = path
        self.problem = one_line(problem)
        self.line = line
        place = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{place}: {problem}")


class UndatedError(DocumentError):
    """A document names no year: it is passed over, since 今年 of it could be any."""


class StrangeError(DocumentError):
    """A file of an archive is of no kind that is read: it is passed over, as it is in a folder."""


class LexiconError(InputError):
    """A folder of somebody's own words is wrong: says file, line if known, and the cure.

    Args:
        path: the file or folder.
        problem: what is wrong, and what to do, in one line.
        line: 1-based line of the file, if the problem has one.

    """

    def __init__(self, path: Path | str, problem: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class UnreadableError(InputError):
    """Not a single document can be read.

    Args:
        reasons: why, a line each with its file.

    """

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(f"not a single document can be read; the first: {self.reasons[0]}")


class CollectionError(InputError):
    """A folder or a set of inputs cannot be read as documents."""


class OutputError(PolicygraphError):
    """The place to write to is taken by something else, or cannot be written."""

    exit_code = 2


class GraphError(PolicygraphError):
    """A graph cannot be loaded."""

    exit_code = 2


class QueryError(PolicygraphError):
    """A question cannot be asked.

    Args:
        problem: what is wrong, in one line.
        line: 1-based line of the query text, if known.
        column: 1-based column, if known.

    """

    exit_code = 2

    def __init__(self, problem: str, line: int | None = None, column: int | None = None) -> None:
        self.line = line
        self.column = column
        super().__init__(problem)


class UnknownNameError(QueryError):
    """A name that is not there; the message offers the nearest ones.

    Args:
        what: the sort of thing, such as ``"question"`` or ``"entity"``.
        name: the name asked for.
        known: all names of that sort.

    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.nearest = nearest(name, known)
        hint = f"did you mean {', '.join(self.nearest)}?" if self.nearest else f"no {what} has a name like it"
        super().__init__(f"unknown {what}: {name}; {hint}")


class OntologyError(PolicygraphError):
    """The ontology or lexicon that comes with the package is wrong."""


def one_line(text: str) -> str:
    r"""Return a text on one line; a character that breaks it or steers a terminal is written as its escape.

    >>> print(one_line("a\nb\x1b[31m.txt"))
    a\nb\x1b[31m.txt
    """
    return "".join(
        char.encode("unicode_escape").decode("ascii") if unicodedata.category(char) in _UNSEEN else char
        for char in text
    )


def nearest(name: str, known: Iterable[str], limit: int = 5) -> tuple[str, ...]:
    """Return up to ``limit`` known names that are like ``name``: those containing it first, then the similar ones.

    >>> nearest("科技城", ["中原科技城", "中原医学科学城", "综保区"])
    ('中原科技城', '中原医学科学城')
    """
    names = sorted(set(known))
    containing = [k for k in names if name and (name in k or k in name)]
    similar = get_close_matches(name, names, n=limit, cutoff=0.3)
    return tuple(dict.fromkeys([*sorted(containing, key=len), *similar]))[:limit]
