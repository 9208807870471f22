"""The sign of every type: a shape and a colour, so that nobody has to tell types by colour alone.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), darkened where they would stand out from white by
less than 3:1 (WCAG 2.2, 1.4.11). web/symbols.js draws the same signs; a test compares the two.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Symbol(NamedTuple):
    """How nodes of one type are drawn.

    Attributes:
        shape: a shape of vis-network.
        color: fill as ``#rrggbb``.

    """

    shape: str
    color: str


SYMBOLS: Final[dict[str, Symbol]] = {
    "theme": Symbol("hexagon", "#3d4654"),
    "project": Symbol("square", "#0072b2"),
    "platform": Symbol("diamond", "#b35900"),
    "industry": Symbol("hexagon", "#00795c"),
    "organization": Symbol("triangle", "#2f86bd"),
    "programme": Symbol("star", "#b0578d"),
    "place": Symbol("triangleDown", "#857900"),
    "event": Symbol("star", "#8a5a2b"),
    "target": Symbol("ring", "#d55e00"),
    "outcome": Symbol("dot", "#a83c00"),
    "indicator": Symbol("square", "#737b87"),
}
OTHER: Final = Symbol("dot", "#737b87")


def of(type_: str) -> Symbol:
    """Return the sign of a type; a dot for one that is not known here."""
    return SYMBOLS.get(type_, OTHER)
