"""What the style of a paragraph says of it: its level in the outline, and the list that numbers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from policygraph.documents.formats.word.names import W, value
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator

# Styles are based on styles; a circle has no end.
_DEEPEST: Final = 20
_HEADING: Final = wordclasses.pattern(r"(?:heading|<heading_style>)\s*([1-9])", re.IGNORECASE)
_TITLE: Final = wordclasses.pattern(r"title|<heading_style>", re.IGNORECASE)
_LEVELS: Final = 9


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: Any | None) -> None:
        """Take the styles part of a document, as an element; None where it has none."""
        self._known = {} if part is None else {each.get(W.style_id): each for each in part.iterfind(W.a_style)}

    def outline(self, paragraph: Any) -> int:
        """Return 1 for a heading of the first level or a title, 2 for one of the second …; 0 for none."""
        for properties, style in self._properties(paragraph):
            level = value(properties.find(W.outline)) if properties is not None else None
            if level is not None:
                return int(level) + 1 if level.isdecimal() and int(level) < _LEVELS else 0
            name = value(style.find(W.style_name)) if style is not None else None
            if name and (heading := _HEADING.fullmatch(name)):
                return int(heading[1])
            if name and _TITLE.fullmatch(name):
                return 1
        return 0

    def numbered(self, paragraph: Any) -> tuple[str, int] | None:
        """Return the list that numbers a paragraph, and the level in it; None for none."""
        level: int | None = None
        for properties, _ in self._properties(paragraph):
            numbered = properties.find(W.numbered) if properties is not None else None
            if numbered is None:
                continue
            said = value(numbered.find(W.ilvl))
            level = int(said) if level is None and said is not None and said.isdecimal() else level
            number = value(numbered.find(W.num_id))
            if number is not None:
                # 0 takes a paragraph out of the list of its style.
                return (number, level or 0) if number != "0" else None
        return None

    def _properties(self, paragraph: Any) -> Iterator[tuple[Any | None, Any | None]]:
        """Yield properties of a paragraph from the nearest on, each with the style that gives them."""
        own = paragraph.find(W.paragraph_properties)
        yield own, None
        name = value(own.find(W.style)) if own is not None else None
        for _ in range(_DEEPEST):
            style = self._known.get(name)
            if style is None:
                return
            yield style.find(W.paragraph_properties), style
            name = value(style.find(W.based_on))
