"""The characters and the ruled lines of a page, where they stand; the only module that speaks to pdfium."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# A page of a newspaper has some 10,000 characters, a large table some 1,000 lines; of a map the first lines do.
MOST_CHARACTERS: Final = 200_000
MOST_LINES: Final = 3_000
# In points: a stroke that leans less is horizontal or vertical.
_LEAN: Final = 1.0
# A ruled line is longer than a character.
_SHORTEST: Final = 6.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character that is no blank.

    Attributes:
        text: the character; a ligature has several.
        x0: its left side in points from the left of the page.
        x1: its right side.
        base: the line that it stands on, in points from the top of the page.
        size: about the height of its font.
        blank: whether the page has a blank before it.

    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    blank: bool


@dataclass(frozen=True, slots=True)
class Stroke:
    """A ruled line, horizontal or vertical, in points from the left and the top of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_flat(self) -> bool:
        """Whether it is horizontal."""
        return self.x1 - self.x0 > self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is drawn on it."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    has_picture: bool


def page(pdf: Any, index: int) -> Page:
    """Return a page of a pdfium document by its index, counted from 0.

    Raises:
        pypdfium2.PdfiumError: the page is damaged.
        ValueError: it holds more than any page of a report.

    """
    found = pdf[index]
    try:
        width, height = found.get_size()
        text = found.get_textpage()
        try:
            glyphs = tuple(_glyphs(text, height))
        finally:
            text.close()
        strokes, has_picture = _drawn(found, height)
        return Page(index + 1, width, height, glyphs, strokes, has_picture)
    finally:
        found.close()


def _glyphs(text: Any, height: float) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium

    number = text.count_chars()
    if number > MOST_CHARACTERS:
        raise ValueError(f"{number} characters")
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    blank = False
    high = 0
    for index in range(number):
        code = pdfium.FPDFText_GetUnicode(text, index)
        # Windows' way of two halves for one character beyond the first 65,536.
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        char = chr(code)
        if char.isspace() or code == 0 or pdfium.FPDFText_IsGenerated(text, index) == 1:
            blank = blank or pdfium.FPDFText_IsGenerated(text, index) == 0
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        size = max(box.top - box.bottom, 1.0)
        yield Glyph(_usual(char), box.left, max(box.right, box.left), height - y.value, size, blank)
        blank = False


def _usual(char: str) -> str:
    """Return the usual character for a radical, a compatibility form or a ligature, which fonts put in its place."""
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff" or "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    # The hyphens that end a line and are not meant to be seen elsewhere.
    return "-" if char in "\u00ad\u0002\ufffe" else char


def _drawn(found: Any, height: float) -> tuple[tuple[Stroke, ...], bool]:
    import pypdfium2.raw as pdfium

    strokes: list[Stroke] = []
    has_picture = False
    for each in found.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=3):
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            has_picture = True
        elif len(strokes) < MOST_LINES:
            strokes.extend(_strokes(each, height))
    return tuple(strokes[:MOST_LINES]), has_picture


def _strokes(drawn: Any, height: float) -> Iterator[Stroke]:
    """Yield the straight lines of a path; a thin rectangle is one too."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn.raw, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(drawn.raw), MOST_LINES)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        at = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            height - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = at
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, at)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(at, start)
        last = at


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Stroke]:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if (y1 - y0 <= _LEAN and x1 - x0 >= _SHORTEST) or (x1 - x0 <= _LEAN and y1 - y0 >= _SHORTEST):
        yield Stroke(x0, y0, x1, y1)
