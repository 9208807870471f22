"""From characters to pieces of lines: words that stand beside each other without a gap."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.documents.formats.pdf.glyphs import Glyph

# All shares are of the size of the characters. A gap so wide parts two pieces of a line …
_GAP: Final = 1.0
# … one so wide two Latin words, …
_LATIN_GAP: Final = 0.25
# … and characters whose lines are so near stand on one.
_SAME_LINE: Final = 0.4
# A note's mark is so much smaller than the words, and raised.
_SMALL: Final = 0.8
_NOTE: Final = re.compile(r"[\d①-⑳\[\]［］〔〕()（）*]+")
_HAN: Final = re.compile(r"[\u3400-\u9fff”》）。，；、]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line without a wide gap, or a table, which is one piece of its page.

    Attributes:
        text: its characters; ``""`` of a table.
        x0: left side in points.
        x1: right side.
        base: the line that it stands on; of a table its top.
        size: about the height of its characters.
        table: the rows of a table with their cells.

    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    table: tuple[tuple[str, ...], ...] = ()


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Return the pieces of lines that characters make, from top to bottom and left to right."""
    return [piece for row in _rows(glyphs) for piece in _split(_without_notes(row))]


def gather(found: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces as lines: those on one line together, from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: (piece.base, piece.x0)):
        near = _SAME_LINE * min(piece.size, lines[-1][0].size) if lines else 0
        if lines and not piece.table and not lines[-1][0].table and piece.base - lines[-1][0].base <= near:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.x0) for line in lines]


def joined(line: Sequence[Piece]) -> Piece:
    """Return the pieces of a line as one."""
    if len(line) == 1:
        return line[0]
    text = " ".join(piece.text for piece in line)
    return Piece(text, line[0].x0, line[-1].x1, line[0].base, max(piece.size for piece in line))


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return characters by the line that they stand on. A small one may stand a little off it."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.x0)):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def _without_notes(row: list[Glyph]) -> list[Glyph]:
    """Leave out the marks of notes behind Chinese words: 企业²35家."""
    usual = median(glyph.size for glyph in row)
    base = median(glyph.base for glyph in row)
    kept: list[Glyph] = []
    behind_word = False
    for glyph in row:
        raised = glyph.size < _SMALL * usual and glyph.base < base - 0.1 * usual
        if raised and behind_word and _NOTE.fullmatch(glyph.text):
            continue
        behind_word = bool(_HAN.fullmatch(glyph.text))
        kept.append(glyph)
    return kept


def _split(row: Sequence[Glyph]) -> list[Piece]:
    parts: list[list[Glyph]] = []
    for glyph in row:
        if parts and glyph.x0 - parts[-1][-1].x1 <= _GAP * max(glyph.size, parts[-1][-1].size):
            # Bold letters are sometimes the same letter twice.
            if not _is_shadow(parts[-1][-1], glyph):
                parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return [_piece(part) for part in parts]


def _is_shadow(one: Glyph, other: Glyph) -> bool:
    same = one.text == other.text and one.text.isalnum()
    return same and other.x0 - one.x0 < 0.2 * one.size and abs(one.base - other.base) < 0.2 * one.size


def _piece(part: Sequence[Glyph]) -> Piece:
    text = part[0].text
    for before, glyph in itertools.pairwise(part):
        apart = glyph.x0 - before.x1 > _LATIN_GAP * glyph.size and before.text.isascii() and glyph.text.isascii()
        text += f" {glyph.text}" if glyph.blank or apart else glyph.text
    bases = median(glyph.base for glyph in part)
    return Piece(text, part[0].x0, max(glyph.x1 for glyph in part), bases, median(glyph.size for glyph in part))
