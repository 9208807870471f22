"""What stands on every page and belongs to none: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from policygraph.documents.formats.pdf.pieces import Piece, gather, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.documents.formats.pdf.glyphs import Page

# Running heads and feet stand in this share of a page, at its top and its bottom, in at most so many lines …
_MARGIN: Final = 0.12
_LINES: Final = 2
# … and on at least this share of the pages, and so many of them.
_SHARE: Final = 0.4
_PAGES: Final = 3
_NUMBER: Final = re.compile(r"\d+")
# - 3 -, — 3 —, ·3·, 第 3 页, 第3页 共28页, 3/28, A05版 要闻 责任编辑
_PAGE: Final = re.compile(
    r"[-—–－─·•.\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/，,、]?\s*共?\s*\d{1,4}\s*页?)?|[ivxlIVXL]{1,6})[-—–－─·•.\s]*"
    r"|(?:\S*\d{4}年\S*\s+)?(?:第\s*)?[A-Z]?\d{1,3}\s*版[^。，；]{0,30}"
)


def without(pages: Sequence[tuple[Page, list[Piece]]]) -> Iterator[list[Piece]]:
    """Yield the pieces of each page without running heads, running feet and page numbers."""
    margins = [_margin(page, pieces) for page, pieces in pages]
    several = Counter(key for margin in margins for key in {_key(text) for text in margin.values()})
    needed = max(_PAGES, _SHARE * len(pages))
    for (page, pieces), margin in zip(pages, margins, strict=True):
        runs = {
            base for base, text in margin.items()
            if several[_key(text)] >= needed or (_PAGE.fullmatch(text) and _is_outmost(base, page, pieces))
        }  # fmt: skip
        yield [piece for piece in pieces if piece.table or not _is_near(piece, runs)]


def _margin(page: Page, pieces: Sequence[Piece]) -> Mapping[float, str]:
    """Return the outer lines in the margins of a page by the line that they stand on."""
    lines = [joined(line) for line in gather(piece for piece in pieces if not piece.table)]
    top = [line for line in lines[:_LINES] if line.base < _MARGIN * page.height]
    bottom = [line for line in lines[-_LINES:] if line.base > (1 - _MARGIN) * page.height]
    return {line.base: line.text for line in (*top, *bottom)}


def _key(text: str) -> str:
    """Return a line without what differs from page to page."""
    return _NUMBER.sub("0", "".join(text.split()))


def _is_outmost(base: float, page: Page, pieces: Sequence[Piece]) -> bool:
    """Whether a line is the first or the last of its page, and white parts it from the rest."""
    others = [piece.base for piece in pieces if abs(piece.base - base) > 1]
    if not others:
        return True
    white = 0.02 * page.height
    return base < min(others) - white or base > max(others) + white


def _is_near(piece: Piece, bases: set[float]) -> bool:
    return any(abs(piece.base - base) <= 0.5 * piece.size for base in bases)
