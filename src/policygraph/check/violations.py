"""What does not hold, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

# Characters of a quote that a message shows.
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something that does not hold.

    Attributes:
        check: ``blank node``, ``definition``, ``document``, ``graph``, ``quote``, ``shape``, ``source`` or ``statement``.
        node: the node concerned, as IRI.
        message: what is wrong with it.

    """

    check: str
    node: str
    message: str


def iri(node: ox.NamedNode | ox.BlankNode | ox.Triple | ox.DefaultGraph) -> str:
    """Return what names a node in a message."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def short(text: str) -> str:
    """Return a text in quotes, as far as a message shows it."""
    shown = " ".join(text.split())
    return f"“{shown[:_SHOWN]}…”" if len(shown) > _SHOWN else f"“{shown}”"
