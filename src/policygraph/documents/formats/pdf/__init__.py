"""A PDF file with a text layer as text: columns in reading order, tables as rows, each page's place in it.

Where a character stands tells all: pdfium gives its place, and from there on nothing depends on the order in which the file
was drawn. A file without a text layer is refused: what a machine reads off a picture is no quote.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any, Final

from policygraph.documents.formats.kept import Kept
from policygraph.documents.formats.pdf import columns, furniture, glyphs, grids, paragraphs, pieces
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from policygraph.documents.formats.pdf.glyphs import Page
    from policygraph.documents.formats.pdf.pieces import Piece

# A yearbook has 800 pages; a library of Chinese characters in all of them 2 million.
_MOST_PAGES: Final = 2_000
_MOST_CHARACTERS: Final = 5_000_000
# A page with a picture and fewer characters than this is the picture of a page.
_FEWEST: Final = 20
# Share of characters that fonts do not name; from there on the words are not to be read.
_UNKNOWN: Final = 0.05
_PASSWORD: Final = 4


def read(path: Path, data: bytes) -> Kept:
    """Return the text of a PDF file.

    Args:
        path: the file, for messages.
        data: its bytes.

    Raises:
        DocumentError: it is damaged, locked with a password, scanned, or its fonts do not say what their letters are.

    """
    pages = _pages(path, data)
    scanned = [page.number for page in pages if page.has_picture and len(page.glyphs) < _FEWEST]
    words = sum(len(page.glyphs) for page in pages)
    if not words or (scanned and words < _FEWEST * len(pages)):
        raise DocumentError(
            path,
            f"has no text, as of a scan ({len(pages)} pages); make it readable first: ocrmypdf -l chi_sim",
        )
    _check_letters(path, pages)
    text, starts = _text(pages)
    remarks = (f"pages {_named(scanned)} have no text: they are pictures",) if scanned else ()
    return Kept(text, "pdf", starts, remarks=remarks)


def _pages(path: Path, data: bytes) -> list[Page]:
    # The library takes a tenth of a second to load, and most documents are none of its.
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            problem = "is locked with a password; open it, and save it without (qpdf --decrypt)"
        else:
            problem = "is a damaged PDF file; fetch it again"
        raise DocumentError(path, problem) from error
    try:
        return list(_read(path, pdf))
    finally:
        pdf.close()


def _read(path: Path, pdf: Any) -> Iterator[Page]:
    import pypdfium2

    number = len(pdf)
    if not 0 < number <= _MOST_PAGES:
        raise DocumentError(path, f"has {number} pages, and 1 to {_MOST_PAGES} can be read; split it into its reports")
    words = 0
    for index in range(number):
        try:
            page = glyphs.page(pdf, index)
        except pypdfium2.PdfiumError as error:
            raise DocumentError(
                path, f"is a damaged PDF file: page {index + 1} cannot be read; fetch it again"
            ) from error
        except ValueError as error:
            raise DocumentError(path, f"has {error} on page {index + 1}; split it") from error
        words += len(page.glyphs)
        if words > _MOST_CHARACTERS:
            raise DocumentError(path, f"has more than {_MOST_CHARACTERS} characters; split it into its reports")
        yield page


def _check_letters(path: Path, pages: Sequence[Page]) -> None:
    letters = [glyph.text for page in pages for glyph in page.glyphs]
    unknown = sum("\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" or letter < " " for letter in letters)
    if unknown > _UNKNOWN * len(letters):
        problem = f"does not say what its letters are ({unknown} of {len(letters)}); make it readable first: ocrmypdf --force-ocr"
        raise DocumentError(path, problem)


def _text(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    bare = furniture.without([(page, _pieces(page)) for page in pages])
    blocks = [(page.number, block) for page, found in zip(pages, bare, strict=True) for block in columns.ordered(found)]
    sizes = [
        piece.size for _, block in blocks for line in block for piece in line if not piece.table for _ in piece.text
    ]
    usual = median(sizes) if sizes else 1.0
    composer = paragraphs.Composer(usual, indented=paragraphs.indented(block for _, block in blocks))
    for number, block in blocks:
        composer.add(number, block)
    return composer.result(len(pages))


def _pieces(page: Page) -> list[Piece]:
    """Return the pieces of a page, each table as one of them."""
    free = list(page.glyphs)
    tables: list[Piece] = []
    for grid in grids.find(page.strokes):
        held = [glyph for glyph in free if grid.holds(glyph)]
        if held:
            tables.append(grids.piece(grid, held))
            free = [glyph for glyph in free if not grid.holds(glyph)]
    return [*pieces.pieces(free), *tables]


def _named(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
