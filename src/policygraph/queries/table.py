"""Answers as tables for people."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.rdf.vocab import PREFIXES

if TYPE_CHECKING:
    from policygraph.queries.answers import Answer, Term

# Longest first, so that https://w3id.org/policygraph/ontology# is not taken for a shorter namespace.
_NAMESPACES: Final = tuple(sorted(PREFIXES.items(), key=lambda item: (-len(item[1]), item[0])))
# Wider than any terminal: nothing is wrapped where no width is given.
_ENDLESS: Final = 1_000_000
# Unicode categories that draw nothing and steer the terminal or the direction of writing.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def write(answer: Answer, width: int | None = None) -> str:
    """Return an answer as a table.

    Args:
        answer: rows or triples.
        width: columns of the terminal; None: as wide as the longest line.

    """
    # rich takes longer to import than a question to ask, and only tables need it.
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
    for column in answer.columns:
        table.add_column(Text(show_text(column)), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(show(term)) for term in row))
    buffer = io.StringIO()
    console = Console(
        file=buffer, width=width or _ENDLESS, color_system=None, force_terminal=False, legacy_windows=False
    )
    console.print(table)
    rows = f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"
    return "\n".join(line.rstrip() for line in [*buffer.getvalue().splitlines(), f"({rows})"]) + "\n"


def show(term: Term | None) -> str:
    """Return a term for people: an IRI by its prefix, a literal bare.

    >>> show(ox.NamedNode("https://w3id.org/policygraph/theme/innovation"))
    'theme:innovation'
    """
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in _NAMESPACES:
            if term.value.startswith(namespace):
                return show_text(f"{prefix}:{term.value.removeprefix(namespace)}")
    return show_text(term.value if isinstance(term, ox.Literal) else str(term))


def show_text(text: str) -> str:
    """Return a text on one line, without characters that steer a terminal."""
    line = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(character) in _UNSEEN else character for character in line)
