"""From the text of a document to its blocks: headings, paragraphs and page furniture, with offsets.

Newspapers break lines and columns in the middle of sentences and space out letters; reports on the web keep a paragraph
on one line. Both come out as blocks whose ``text`` has no such breaks, and whose ``offsets`` say for each character where
it stands in the document's text.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from policygraph.documents import frontmatter, pipes, plain, tags, titles
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.statements import Document, Passage

# A line shorter than this share of the next one breaks off before its column ends.
_SHORT = 0.6
# So many characters at the end of a paragraph tell whether it has ended: a mark, and the brackets and quotations behind it.
_TAIL = 16
# Furniture is short.
_LONGEST_FURNITURE = 60
# A column of newspaper text is at most this wide; web paragraphs are on average five times as long.
_COLUMN = 40


class Role(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a row of a table or a piece of page furniture.

    Attributes:
        role: what it is.
        text: its characters as they are read (`plain`): without markup, line breaks, blanks inside words and the number
            of an item; full-width digits, letters and ％ made plain. Of a row also the marks between its cells (`pipes`).
        offsets: for each character of ``text`` its offset in the document's text.
        headings: the headings above it, outermost first, without their numbers.
        article: 0 for the first article of the file, 1 for the second …
    """

    role: Role
    text: str
    offsets: tuple[int, ...]
    headings: tuple[str, ...]
    article: int

    @property
    def heading(self) -> str:
        """The innermost heading above it, or ``""``."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    offsets: tuple[int, ...]
    after_blank: bool
    is_row: bool = False
    opens_item: bool = False


_FURNITURE = (
    wordclasses.pattern(r"^[（(]?<news_houses>?<reporters>\s*\S"),  # "本报记者 王红"
    wordclasses.pattern(r"^<this_newspaper><press_marks>"),  # "本版图片由本报记者 … 摄"
    wordclasses.pattern(r"<reporters_of_ours>.{0,30}<press_credits>$"),  # "… 本报记者 李新华 摄"
    wordclasses.pattern(r"^<press_roles>\s*[:：]"),  # "来源：湖北日报"
    wordclasses.pattern(r"^[（(]<page_turns>.{0,12}[）)]$"),  # "（上接一版）"
    wordclasses.pattern(r"^第?\s*[0-9A-Z]{1,4}\s*<page_marks>$"),  # "第3版"
    wordclasses.pattern(r"^[-—\s]*\d{1,3}[-—\s]*$"),  # a page number
)
# What stands at the head and foot of a page of a government: counters of visits, registrations, where one is in the site.
_FRAME = wordclasses.pattern(
    r"<counted_since><visits>(?:总?量|<visits_counted>)?[:：]\d|<page_visits>(?:<number_of_times>|总?量|<number_of_people>)[:：]\d"
    r"|<site_code>[:：]?\w|ICP[<filing_marks>]\d|<security_filing>\d|<all_rights_reserved>[:：©]|^(?:您(?:<now>)?(?:的|<where_one_is>)|<currently>)<position_on_a_page>[:：]|^<numbers_of_papers>[:：]"
)
_SECOND_ARTICLE = wordclasses.pattern(r"^[（(]<page_turns_in>.{0,12}[）)]$")
# White space and what has no width.
_GAP = wordclasses.pattern("[\\s\ufeff\u200b\u200c\u200d\u2060]+")
_WHITE = wordclasses.pattern(r"\s")
# Full-width digits, letters, ％, ．, ＋ and － are read as plain ones; other punctuation stays Chinese.
_FULL_WIDTH = wordclasses.pattern("[０-９Ａ-Ｚａ-ｚ％．＋－]")
_WORDY = wordclasses.pattern(r"[A-Za-z]")
# A number behind an English word is no part of a name: around 5 percent, but S2 and PM 2.5.
_ENGLISH = wordclasses.pattern(r"[a-z]{2}$")


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in reading order.

    Front matter and markup are left out. A paragraph that a column or a page breaks in mid-sentence is one block.
    """
    lines = list(_lines(document.text, frontmatter.length(document.text)))
    wrapped = _is_wrapped(lines)
    groups = _join(lines, wrapped)
    return tuple(_with_headings(groups))


def explains_words(block: Block) -> bool:
    """Whether a block stands in the glossary behind a report, which explains its words and says nothing new."""
    return any(titles.explains_words(title) for title in block.headings)


def passage(document: Document, block: Block, start: int, end: int) -> Passage:
    """Return the passage of the document for the characters ``start`` to ``end`` (excluded) of a block's text."""
    return document.passage(block.offsets[start], block.offsets[end - 1] + 1)


def _lines(text: str, start: int) -> Iterator[_Line]:
    after_blank = True
    at = start
    rows = pipes.rows(text[start:])
    read = pipes.unbroken(plain.simplified(tags.read_away(text[start:])), rows)
    for raw in read.splitlines(keepends=True):
        squeezed, places = _squeeze(raw, at)
        is_row = at - start in rows
        kept, offsets = plain.row(squeezed, places) if is_row else plain.line(squeezed, places)
        at += len(raw)
        if kept:
            opens = plain.opens_item(squeezed) or titles.item(kept) > 0
            yield _Line(kept, offsets, after_blank or opens, is_row, opens)
        after_blank = not kept


def _squeeze(raw: str, at: int) -> tuple[str, tuple[int, ...]]:
    """Return a line without white space, but for one blank between two Latin words, and invisible characters.

    With it comes for each character that is kept its offset; ``at`` is that of the line.
    """
    pieces: list[str] = []
    offsets: list[Iterable[int]] = []
    begin, end = 0, ""  # where the next piece begins, and the last two characters that were kept
    for gap in chain(_GAP.finditer(raw), (None,)):
        stop = gap.start() if gap else len(raw)
        if stop > begin:
            pieces.append(_FULL_WIDTH.sub(_plain, raw[begin:stop]))
            offsets.append(range(at + begin, at + stop))
            end = (end + pieces[-1][-2:])[-2:]
        if gap is None:
            break
        begin = gap.end()
        blank = _WHITE.search(gap[0])
        if blank and _parts(end, raw[begin : begin + 1]):
            pieces.append(" ")
            offsets.append((at + stop + blank.start(),))
            end = f"{end[-1]} "
    return "".join(pieces), tuple(chain.from_iterable(offsets))


def _parts(end: str, char: str) -> bool:
    """Whether a blank parts the end of what stands before it from a character: two Latin words, an English word and a number."""
    if not _WORDY.match(end[-1:]):
        return False
    return bool(_WORDY.match(char) or (char.isdigit() and _ENGLISH.search(end)))


def _plain(char: re.Match[str]) -> str:
    """Return the plain form of a full-width character."""
    return chr(ord(char[0]) - 0xFEE0)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether the lines are those of a narrow column: short on the median, and few end where a sentence ends."""
    body = [line for line in lines if not (line.is_row or titles.marked(line.text) or _FRAME.search(line.text))]
    if len(body) < 3:
        return False
    ended = sum(bool(titles.TERMINAL.search(line.text)) for line in body)
    return statistics.median(len(line.text) for line in body) <= _COLUMN and ended * 2 < len(body)


def _is_furniture(text: str) -> bool:
    if len(text) > _LONGEST_FURNITURE:
        return False
    return bool(_FRAME.search(text)) or (not titles.counts(text) and any(p.search(text) for p in _FURNITURE))


def _join(lines: Sequence[_Line], wrapped: bool) -> list[_Line]:
    """Join the lines that the page broke in mid-sentence."""
    joined: list[_Broken] = []
    opened: _Broken | None = None  # the paragraph that still lacks its end
    for index, line in enumerate(lines):
        if line.is_row or _is_furniture(line.text):
            joined.append(_Broken(line))
            opened = None if line.is_row else opened
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        marked = titles.marked(line.text) is not None
        if opened is not None and not marked and opened.continues(line, wrapped):
            opened.add(line)
        else:
            opened = _Broken(line)
            joined.append(opened)
        if marked or _breaks_off(line, following, wrapped):
            opened = None
    return [broken.whole() for broken in joined]


class _Broken:
    """A paragraph that lines break, and what of it tells whether another line goes on with it."""

    def __init__(self, line: _Line) -> None:
        self._lines = [line]
        self._length = len(line.text)
        self._end = line.text[-_TAIL:]
        self._marked = bool(titles.SENTENCE_MARK.search(line.text))

    def add(self, line: _Line) -> None:
        """Take in a line."""
        self._lines.append(line)
        self._length += len(line.text)
        self._end = (self._end + line.text[-_TAIL:])[-_TAIL:]
        self._marked = self._marked or bool(titles.SENTENCE_MARK.search(line.text))

    def continues(self, line: _Line, wrapped: bool) -> bool:
        """Whether a line goes on with the paragraph."""
        if line.opens_item and not wrapped:
            return False
        if (wrapped and not line.after_blank) or self._end.endswith(("（", "(", "“", "《")):
            return True
        return not titles.TERMINAL.search(self._end) and (self._marked or self._length > titles.LONGEST)

    def whole(self) -> _Line:
        """Return the paragraph in one line."""
        if len(self._lines) == 1:
            return self._lines[0]
        text = "".join(line.text for line in self._lines)
        return _Line(text, tuple(chain.from_iterable(line.offsets for line in self._lines)), self._lines[0].after_blank)


def _breaks_off(line: _Line, following: _Line | None, wrapped: bool) -> bool:
    """Whether a line ends before its column does and yet is no sentence: the title above a text."""
    return (
        wrapped
        and following is not None
        and not following.after_blank
        and titles.is_plain(line.text)
        and line.after_blank
        and len(line.text) < _SHORT * len(following.text)
    )


def _with_headings(lines: Sequence[_Line]) -> Iterator[Block]:
    """Give each block its role and the headings above it."""
    repeated = _repeated_titles(lines)
    stack: list[titles.Heading] = []
    article = 0
    for line in lines:
        over = tuple(h.title for h in stack if h.title not in repeated)
        if line.is_row:
            yield Block(Role.ROW, line.text, line.offsets, over, article)
            continue
        if _is_furniture(line.text):
            article += bool(_SECOND_ARTICLE.match(line.text))
            stack = [] if _SECOND_ARTICLE.match(line.text) else stack
            yield Block(Role.FURNITURE, line.text, line.offsets, over, article)
            continue
        heading = titles.standing(line.text)
        if heading is None:
            run_in = titles.run_in(line.text)
            if run_in is not None or (stack and stack[-1].rank == titles.DASHED_RANK):
                stack = (
                    [*titles.above(stack, run_in), run_in]
                    if run_in
                    else [h for h in stack if h.rank < titles.DASHED_RANK]
                )
                over = tuple(h.title for h in stack if h.title not in repeated)
            at = titles.item(line.text)
            yield Block(Role.PARAGRAPH, line.text[at:], line.offsets[at:], over, article)
            continue
        stack = [*titles.above(stack, heading), heading]
        over = tuple(h.title for h in stack[:-1] if h.title not in repeated)
        at = titles.marks(line.text)
        yield Block(Role.HEADING, line.text[at:], line.offsets[at:], over, article)


def _repeated_titles(lines: Sequence[_Line]) -> frozenset[str]:
    """Titles that stand more than once name a part of the layout (【郑州实践】), not a theme."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for line in lines:
        heading = None if line.is_row else titles.marked(line.text)
        if heading is not None:
            (repeated if heading.title in seen else seen).add(heading.title)
    return frozenset(repeated)
