"""The row of a table in a kept text: one line in Markdown's form, as :mod:`policygraph.documents.markup` writes those of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# A line break in a cell, and the blanks around it, part nothing between Chinese characters.
_CJK = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BREAK = re.compile(rf"(?<={_CJK})\s*\n\s*|\s*\n\s*(?={_CJK})")
_BLANKS = re.compile(r"\s+")


def line(cells: Sequence[str]) -> str:
    r"""Return a row as a line; a bar in a cell becomes a full-width one, since the bar parts cells.

    >>> line(["地区生产\n总值", " 亿元 ", "", "6|7"])
    '| 地区生产总值 | 亿元 |  | 6｜7 |'
    """
    return f"| {' | '.join(map(cell, cells))} |"


def cell(text: str) -> str:
    """Return what stands in a cell on one line."""
    return _BLANKS.sub(" ", _BREAK.sub("", text.strip())).replace("|", "｜")
