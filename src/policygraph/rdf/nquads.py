"""The graph as N-Quads: sorted, so that the same statements are the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad


def serialise(quads: Iterable[Quad]) -> bytes:
    """Return quads as N-Quads in UTF-8: one a line, each once, sorted by code point.

    Chinese stands as it is; what N-Quads must escape is escaped as in the canonical form of RDF 1.2 N-Quads.
    """
    return "".join(lines(quads)).encode("utf-8")


def lines(quads: Iterable[Quad]) -> list[str]:
    """Return the lines of :func:`serialise`."""
    # A quad's own text is what pyoxigraph's serializer writes for it, without the full stop.
    return sorted({f"{quad} .\n" for quad in quads})
