"""The visible text of an HTML page, one line for each heading, paragraph, list item and table row."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, ParserRejectedMarkup, Tag, UnusualUsageWarning
from bs4.element import NavigableString

from policygraph.documents import tags, webtables
from policygraph.errors import DocumentError
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from pathlib import Path

# What a browser does not show, or what is not part of the document. ``head`` itself is not in the list, but all that
# may stand in it is: its end tag may be left out, and then the parser puts the body inside the head.
_HIDDEN = frozenset(
    (
        "script",
        "style",
        "nav",
        "footer",
        "aside",
        "template",
        "noscript",
        "title",
        "meta",
        "link",
        "base",
        "iframe",
        "object",
        "svg",
    )
)
# A title is a line; expressions must not run over one of megabytes.
_LONGEST_TITLE = 200
_HEADING = wordclasses.pattern(r"h([1-6])")
_INVISIBLE_STYLE = wordclasses.pattern(r"display\s*:\s*none", re.IGNORECASE)
# Pages of social media keep the article so until a script shows it.
_HIDDEN_FOR_NOW = wordclasses.pattern(r"visibility\s*:\s*hidden", re.IGNORECASE)
# The mark of a note at the foot: 企业<sup>2</sup>35家. After a letter or a digit it is a power or a unit: km<sup>2</sup>.
_NOTE = wordclasses.pattern(r"\s*[\[［(（〔]?\s*\d{1,3}\s*[\]］)）〕]?\s*")
_MAY_HAVE_NOTE = wordclasses.pattern(r"[\u4e00-\u9fff”》）。，；、]\s*$")

# An item that has a number or a mark of its own.
_NUMBERED = wordclasses.pattern(r"[（(]?[\d<list_numbers>]{1,3}[)）.．、]|[●○■□◆◇▲△★☆•▪▫※·①-⑳—-]")

_CJK = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
# A line break in the source between two Chinese characters is no blank: CSS Text Module Level 3, 4.1.3.
_BREAK_IN_CHINESE = wordclasses.pattern(rf"(?<={_CJK})[ \t]*\n[ \t\n]*(?={_CJK})")
_BLANKS = wordclasses.pattern(r"[ \t\n\f]+")


@dataclass(frozen=True, slots=True)
class Page:
    """What is read of an HTML page.

    Attributes:
        text: its visible text.
        title: its ``title``, as browsers show it above the page; ``""`` if it has none.
    """

    text: str
    title: str


def read(path: Path, html: str) -> Page:
    r"""Return the visible text and the title of an HTML page.

    Blocks end lines, ``h1`` to ``h6`` become Markdown headings (``#`` to ``######``), tables of figures the tables of
    Markdown (`pipes`), and the cells of another row stand in one line.
    Items of lists have the number or the bullet that a browser shows.
    Scripts, styles, navigation, comments and hidden elements are left out. The same page gives the same text.

    Args:
        path: the file, for messages.
        html: the page, with ``\n`` as line end.

    Raises:
        DocumentError: the page is so broken that no parser can read it.

    """
    with warnings.catch_warnings():
        # XHTML, or a page of few characters, is read all the same.
        warnings.simplefilter("ignore", UnusualUsageWarning)
        try:
            soup = BeautifulSoup(html, "lxml")
        except ParserRejectedMarkup as error:
            problem = "is no HTML that can be read; open it in a browser and save its text as .txt"
            raise DocumentError(path, problem) from error
    writer = _Writer()
    writer.walk(soup)
    title = soup.title.get_text() if soup.title else ""
    return Page(writer.result(), " ".join(title[:_LONGEST_TITLE].split()))


class _Writer:
    """Collects lines on the way through the tree. The way is a loop, so that no depth of nesting ends the program."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._mark = ""
        self._item = ""
        self._counted: dict[int, int] = {}
        self._preformatted = 0
        self._flat_rows = 0
        self._length = 0
        self._shown = False

    def result(self) -> str:
        self._end_line()
        return "".join(f"{line}\n" for line in self._lines)

    def walk(self, root: Tag) -> None:
        self._length = len(root.get_text())
        stack: list[tuple[Tag, bool] | NavigableString] = [(root, False)]
        while stack:
            node = stack.pop()
            if isinstance(node, NavigableString):
                self._pieces.append(node)
                self._break_preformatted()
                continue
            tag, seen = node
            if seen:
                self._leave(tag)
            elif _is_hidden(tag) or self._is_hidden_for_now(tag) or self._is_note(tag):
                continue
            elif tag.name == "table" and not self._mark and (rows := webtables.lines(tag, _words)) is not None:
                self._end_line()
                self._lines += rows
            else:
                self._enter(tag)
                stack.append((tag, True))
                for child in reversed(tag.contents):
                    if isinstance(child, Tag):
                        stack.append((child, False))
                    elif type(child) is NavigableString:  # subclasses are comments, declarations, scripts
                        stack.append(child)

    def _is_hidden_for_now(self, tag: Tag) -> bool:
        """Whether an element is kept from sight by its visibility, and is not the article itself: most of the page."""
        if self._shown or not _HIDDEN_FOR_NOW.search(str(tag.attrs.get("style") or "")):
            return False
        self._shown = 2 * len(tag.get_text()) > self._length
        return not self._shown

    def _is_note(self, tag: Tag) -> bool:
        """Whether an element is the mark of a note behind a word."""
        if tag.name != "sup" or not _NOTE.fullmatch(tag.get_text()):
            return False
        return bool(_MAY_HAVE_NOTE.search("".join(self._pieces[-1:])))

    def _enter(self, tag: Tag) -> None:
        if heading := _HEADING.fullmatch(tag.name):
            self._end_line()
            self._mark = "#" * int(heading[1]) + " "
        elif tag.name == "tr":
            self._end_line()
            self._flat_rows += _is_flat(tag)
        elif tag.name in tags.BLOCKS:
            self._end_block()
        elif tag.name in tags.CELLS:
            self._end_cell()
        if tag.name == "li":
            self._item = self._numbered(tag)
        self._preformatted += tag.name == "pre"

    def _numbered(self, item: Tag) -> str:
        """Return what a browser shows before an item: its number in an ordered list, else a bullet."""
        if item.parent is None or item.parent.name != "ol":
            return "• "
        number = self._counted[id(item.parent)] = self._counted.get(id(item.parent), 0) + 1
        return f"{number}. "

    def _leave(self, tag: Tag) -> None:
        self._preformatted -= tag.name == "pre"
        if _HEADING.fullmatch(tag.name):
            self._end_line()
            self._mark = ""
        elif tag.name == "tr":
            self._flat_rows -= _is_flat(tag)
            self._end_line()
        elif tag.name in tags.BLOCKS:
            self._end_block()
        elif tag.name in tags.CELLS:
            self._end_cell()

    def _end_cell(self) -> None:
        if self._flat_rows:
            self._pieces.append(" ")
        else:
            self._end_line()

    def _end_block(self) -> None:
        """End the line, but in a heading or a row of short cells only the word: those stay one line."""
        if self._mark or self._flat_rows:
            self._pieces.append(" ")
        else:
            self._end_line()

    def _break_preformatted(self) -> None:
        if self._preformatted and "\n" in self._pieces[-1]:
            *ended, last = self._pieces.pop().split("\n")
            for line in ended:
                self._pieces.append(line)
                self._end_line()
            self._pieces.append(last)

    def _end_line(self) -> None:
        line = _BLANKS.sub(" ", _BREAK_IN_CHINESE.sub("", "".join(self._pieces))).strip(" ")
        self._pieces.clear()
        if line:
            item = "" if self._mark or self._flat_rows or _NUMBERED.match(line) else self._item
            self._lines.append(self._mark + item + line)
            self._item = ""


def _words(element: Tag) -> str:
    """Return the visible words of an element in one line."""
    writer = _Writer()
    writer.walk(element)
    return _BLANKS.sub(" ", _BREAK_IN_CHINESE.sub("", writer.result())).strip(" ")


def _is_hidden(tag: Tag) -> bool:
    return (
        tag.name in _HIDDEN
        or tag.has_attr("hidden")
        or bool(_INVISIBLE_STYLE.search(str(tag.attrs.get("style") or "")))
    )


def _is_flat(row: Tag) -> bool:
    """Whether a row is one of figures, each cell at most one block, and not the frame of a page laid out as a table."""
    return all(_count_blocks(cell, 2) < 2 for cell in row.contents if isinstance(cell, Tag) and cell.name in tags.CELLS)


def _count_blocks(cell: Tag, limit: int) -> int:
    """Count the blocks in a cell up to a limit. ``find_all`` would first go down to the last leaf of the page."""
    found = 0
    stack = [cell]
    while stack and found < limit:
        for child in reversed(stack.pop().contents):
            if isinstance(child, Tag):
                found += child.name in tags.BLOCKS
                stack.append(child)
    return found
