"""A Word document (.docx) as text: a line for each paragraph, with the numbers that Word gives it, and for each row of a table.

Marks of notes, notes, comments, deleted words, running heads and feet are left out. What a text box holds stands behind the
paragraph that it is anchored to.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from policygraph.documents.formats import rows
from policygraph.documents.formats.kept import Kept
from policygraph.documents.formats.word import tables
from policygraph.documents.formats.word.names import HIDDEN, W, is_on, value
from policygraph.documents.formats.word.numbering import Numbering
from policygraph.documents.formats.word.styles import Styles
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Headings are short; a paragraph that somebody gave a level in the outline is none.
_LONGEST_HEADING: Final = 60
_SENTENCE: Final = re.compile(r"[。；！？]")
# The mark of a note that was typed, not set: as in pages.
_NOTE: Final = re.compile(r"\s*[\[［(（〔]?\s*\d{1,3}\s*[\]］)）〕]?\s*")
_MAY_HAVE_NOTE: Final = re.compile(r"[\u4e00-\u9fff”》）。，；、]\s*$")
_CURE: Final = "open it in Word or WPS and save it again as .docx"


def read(path: Path, data: bytes) -> Kept:
    """Return the text of a .docx file, whose size unpacked has been looked at.

    Raises:
        DocumentError: it is damaged, or a ZIP archive of something else.

    """
    # Most documents are none of Word's, and the library takes as long to import as they take to read.
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        part = Document(BytesIO(data)).part
        body = part.element.find(W.body)
        styles = Styles(_element(part, RELATIONSHIP_TYPE.STYLES))
        numbering = Numbering(_element(part, RELATIONSHIP_TYPE.NUMBERING))
    except (
        OpcError,
        LxmlError,
        BadZipFile,
        zlib.error,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
    ) as error:
        raise DocumentError(path, f"is a damaged Word file, or none; {_CURE}") from error
    if body is None:
        raise DocumentError(path, f"is a Word file without a body; {_CURE}")
    writer = _Writer(styles, numbering)
    writer.walk(body)
    return Kept("".join(f"{line}\n" for line in writer.lines), "docx")


def _element(part: Any, relation: str) -> Any | None:
    try:
        return part.part_related_by(relation).element
    except KeyError:
        return None


class _Writer:
    """Writes lines on the way through the body. The way is a loop, so that no depth of nesting ends the program."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.lines: list[str] = []
        self._styles = styles
        self._numbering = numbering

    def walk(self, body: Any) -> None:
        """Write what stands in a body, a cell or a text box."""
        stack = list(reversed(body))
        while stack:
            element = stack.pop()
            if element.tag in HIDDEN:
                continue
            if element.tag == W.paragraph:
                self._paragraph(element)
                stack.extend(reversed(list(_boxes(element))))
            elif element.tag == W.table:
                stack.extend(reversed(self._table(element)))
            else:
                stack.extend(reversed(element))

    def _paragraph(self, paragraph: Any) -> None:
        text = _text(paragraph)
        numbered = self._styles.numbered(paragraph)
        mark = self._numbering.mark(*numbered) if numbered and text.strip() else ""
        level = self._styles.outline(paragraph)
        for number, line in enumerate(text.split("\n")):
            shown = (mark if number == 0 else "") + line.strip()
            if not shown:
                continue
            is_heading = 0 < level <= 6 and len(shown) <= _LONGEST_HEADING and not _SENTENCE.search(shown)
            self.lines.append(f"{'#' * level} {shown}" if is_heading else shown)

    def _table(self, table: Any) -> list[Any]:
        """Write a table, or return what stands in it, where it only frames text or holds other tables."""
        cells = [cell for row in tables.children(table, W.row) for cell in tables.children(row, W.cell)]
        nested = any(cell.find(f".//{W.table}") is not None for cell in cells)
        found = [] if nested else tables.rows(table, _cell)
        if nested or all(len(row) == 1 for row in found):
            return [child for cell in cells for child in cell]
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines += map(rows.line, found)
        self.lines.append("")
        return []


def _cell(cell: Any) -> str:
    return "\n".join(_text(paragraph) for paragraph in tables.children(cell, W.paragraph))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes that are anchored to a paragraph; a drawing has them in two forms, of which one is shown."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == W.box:
            yield element
        elif element.tag not in HIDDEN:
            stack.extend(reversed(element))


def _text(paragraph: Any) -> str:
    """Return the words of a paragraph that are shown."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in HIDDEN or tag == W.box or (tag == W.run and _is_left_out(element, pieces)):
            continue
        if tag == W.text:
            pieces.append(element.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == W.line_break:
            pieces.append("" if element.get(W.type) in ("page", "column") else "\n")
        elif tag == W.symbol:
            pieces.append(_symbol(element.get(W.char) or ""))
        else:
            stack.extend(reversed(element))
    return "".join(pieces)


_SIGNS: Final = {W.tab: "\t", W.carriage_return: "\n", W.hyphen: "-"}


def _is_left_out(run: Any, before: list[str]) -> bool:
    """Whether a run is hidden, or the mark of a note behind a word."""
    properties = run.find(W.run_properties)
    if properties is None:
        return False
    if is_on(properties.find(W.vanish)):
        return True
    if value(properties.find(W.vertical)) != "superscript":
        return False
    said = "".join(text.text or "" for text in run.iterfind(W.text))
    return bool(_NOTE.fullmatch(said) and _MAY_HAVE_NOTE.search("".join(before[-1:])))


def _symbol(code: str) -> str:
    """Return a character of a font of symbols; those of the private area have no meaning outside it."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= char <= "\uf8ff" or "\ud800" <= char <= "\udfff" else char
