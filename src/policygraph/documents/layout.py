"""From the text of a document to its blocks: headings, paragraphs and page furniture, with offsets.

Newspapers break lines and columns in the middle of sentences and space out letters; reports on the web keep a paragraph
on one line. Both come out as blocks whose ``text`` has no such breaks, and whose ``offsets`` say for each character where
it stands in the document's text.
"""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.documents import frontmatter
from policygraph.statements import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.statements import Document

# How many characters before and after a quote go into its passage: enough to be unique in a page of text.
_CONTEXT = 16
# A line without a full stop that is at most this long can be a heading (the longest of 600 headings read has 43).
_HEADING = 45
# A line shorter than this share of the next one breaks off before its column ends.
_SHORT = 0.6
# A column of newspaper text is at most this wide; web paragraphs are on average five times as long.
_COLUMN = 40


class Role(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a piece of page furniture.

    Attributes:
        role: what it is.
        text: its characters without line breaks and blanks inside words; full-width digits, letters and ％ made plain.
        offsets: for each character of ``text`` its offset in the document's text.
        headings: the headings above it, outermost first, without their numbers.
        article: 0 for the first article of the file, 1 for the second …
    """

    role: Role
    text: str
    offsets: tuple[int, ...]
    headings: tuple[str, ...]
    article: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    offsets: tuple[int, ...]
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading; ``first`` where its number begins a series: （一）, 1."""

    rank: int
    title: str
    first: bool = False


# The marks of headings, by rank. Each comment shows a real one.
_MARKDOWN = re.compile(r"^(#{1,6})\s*(?=\S)")  # "### 1. 突出扩大内需"
_BRACKETED = re.compile(
    r"^(?P<label>[^【】，。；]{0,6})【(?P<title>[^】]+)】(?:\s*【[^】]+】)*$"
)  # "关键词【创新发展】"
_NUMBERED = (
    (1, re.compile(r"^[一二三四五六七八九十]+、")),  # "一、2024年工作回顾"
    (2, re.compile(r"^[（(][一二三四五六七八九十]+[）)]、?")),  # "（三）聚力实施创新驱动"
    (3, re.compile(r"^\d{1,2}[.．、](?!\d)\s*")),  # "1. 突出扩大内需"
    (4, re.compile(r"^[（(]\d{1,2}[）)]、?")),  # "（1）…"
)
_PLAIN_RANK = 5
# What follows such a heading explains words of the report; it stays above the numbered entries below it.
_APPENDIX = re.compile(
    r"^(?:附件\d*|附)?\s*[:：]?\s*(?:名词解释|有关名词解释|名词注释|注释|部分名词解释|相关名词解释|《?政府工作报告》?.{0,4}名词解释).{0,6}$"
)
_DASHED = re.compile(r"^[—–-]{2}(?=\S)")  # "——经济运行持续向好。地区生产总值…"
_DASHED_RANK = 7
_TERMINAL = re.compile(r"[。！？：；…][”’」』）)】]*$")
_SENTENCE_MARK = re.compile(r"[，。；！？]")
_FURNITURE = (
    re.compile(r"^[（(]?(?:本报|新华社|全媒体)?(?:记者|通讯员|实习生)\s*\S"),  # "本报记者 王红"
    re.compile(r"^本报(?:记者|讯|评论员|版)"),  # "本版图片由本报记者 … 摄"
    re.compile(r"(?:记者|本报).{0,30}(?:摄|摘编|整理|文|图)$"),  # "… 本报记者 李新华 摄"
    re.compile(r"^(?:来源|编辑|责任编辑|责编|审核|校对|作者)\s*[:：]"),  # "来源：湖北日报"
    re.compile(r"^[（(](?:上接|下转|紧接).{0,12}[）)]$"),  # "（上接一版）"
    re.compile(r"^第?\s*[0-9A-Z]{1,4}\s*[版页]$"),  # "第3版"
    re.compile(r"^[-—\s]*\d{1,3}[-—\s]*$"),  # a page number
)
_SECOND_ARTICLE = re.compile(r"^[（(](?:上接|紧接).{0,12}[）)]$")
_WORDY = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[一-鿿]")


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in reading order.

    Front matter is left out. A paragraph that a column or a page breaks in mid-sentence is one block.
    """
    lines = list(_lines(document.text, frontmatter.length(document.text)))
    wrapped = _is_wrapped(lines)
    groups = _join(lines, wrapped)
    return tuple(_with_headings(groups))


def explains_words(block: Block) -> bool:
    """Whether a block stands in the glossary behind a report, which explains its words and says nothing new."""
    return any(_APPENDIX.match(title) for title in block.headings)


def passage(document: Document, block: Block, start: int, end: int) -> Passage:
    """Return the passage of the document for the characters ``start`` to ``end`` (excluded) of a block's text."""
    text = document.text
    first, last = block.offsets[start], block.offsets[end - 1] + 1
    return Passage(
        document=document.name,
        start=first,
        end=last,
        quote=text[first:last],
        prefix=text[max(0, first - _CONTEXT) : first],
        suffix=text[last : last + _CONTEXT],
    )


def _lines(text: str, start: int) -> Iterator[_Line]:
    after_blank = True
    at = start
    for raw in text[start:].splitlines(keepends=True):
        kept = _squeeze(raw, at)
        at += len(raw)
        if kept:
            yield _Line("".join(c for c, _ in kept), tuple(o for _, o in kept), after_blank)
        after_blank = not kept


def _squeeze(raw: str, at: int) -> list[tuple[str, int]]:
    """Drop white space, but for one blank between two Latin words, and invisible characters."""
    kept: list[tuple[str, int]] = []
    gap: int | None = None
    for offset, char in enumerate(raw, at):
        if char.isspace() or char in "\ufeff\u200b\u200c\u200d\u2060":
            gap = offset if gap is None and char.isspace() else gap
            continue
        if gap is not None and kept and _WORDY.match(kept[-1][0]) and _WORDY.match(char):
            kept.append((" ", gap))
        gap = None
        kept.append((_plain(char), offset))
    return kept


def _plain(char: str) -> str:
    """Return a full-width digit, letter, ％ or ． as its plain form; other punctuation stays Chinese."""
    if "０" <= char <= "９" or "Ａ" <= char <= "Ｚ" or "ａ" <= char <= "ｚ" or char in "％．＋－":
        return chr(ord(char) - 0xFEE0)
    return char


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether the lines are those of a narrow column: short on the median, and few end where a sentence ends."""
    body = [line for line in lines if not _heading(line.text)]
    if len(body) < 3:
        return False
    ended = sum(bool(_TERMINAL.search(line.text)) for line in body)
    return statistics.median(len(line.text) for line in body) <= _COLUMN and ended * 2 < len(body)


def _heading(text: str) -> _Heading | None:
    """Return the heading that a line is by its mark, or None."""
    if mark := _MARKDOWN.match(text):
        title = text[mark.end() :]
        inner = _heading(title)
        return _Heading(len(mark[1]), inner.title if inner else title)
    if mark := _BRACKETED.match(text):
        return _Heading(2 if mark["label"] else _PLAIN_RANK + 1, mark["title"])
    for rank, pattern in _NUMBERED:
        if (mark := pattern.match(text)) and len(text) <= _HEADING and not _SENTENCE_MARK.search(text[:-1]):
            return _Heading(rank, text[mark.end() :].rstrip("。：:"), _is_first(mark[0]))
        if mark and rank < 3 and len(text) <= _HEADING and not re.search(r"[。；！？]", text[:-1]):
            return _Heading(rank, text[mark.end() :].rstrip("。：:"), _is_first(mark[0]))
    return None


def _is_first(mark: str) -> bool:
    return mark.strip("（()）、.． ") in {"一", "1"}


def _marks(text: str) -> int:
    """Return how many characters of a heading are Markdown marks."""
    mark = _MARKDOWN.match(text)
    return mark.end() if mark else 0


def _run_in_heading(text: str) -> _Heading | None:
    """Return the heading that opens a paragraph: its first clause, where a number or a dash marks it."""
    if mark := _DASHED.match(text):
        return _Heading(_DASHED_RANK, _first_clause(text[mark.end() :]))
    for rank, pattern in _NUMBERED:
        if mark := pattern.match(text):
            return _Heading(rank, _first_clause(text[mark.end() :]), _is_first(mark[0]))
    return None


def _first_clause(text: str) -> str:
    return re.split(r"[，。；：！？]", text, maxsplit=1)[0]


def _is_furniture(text: str) -> bool:
    return len(text) <= 60 and any(pattern.search(text) for pattern in _FURNITURE)


def _is_plain_heading(text: str) -> bool:
    """Whether a line that stands alone reads like a heading: short, and no sentence."""
    wordy = len(_HAN.findall(text)) > 1
    return wordy and len(text) <= _HEADING and not _SENTENCE_MARK.search(text) and not _TERMINAL.search(text)


def _join(lines: Sequence[_Line], wrapped: bool) -> list[_Line]:
    """Join the lines that the page broke in mid-sentence."""
    joined: list[_Line] = []
    open_at: int | None = None  # index in joined of the paragraph that still lacks its end
    for index, line in enumerate(lines):
        if _is_furniture(line.text):
            joined.append(line)
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        if open_at is not None and not _heading(line.text) and _continues(joined[open_at], line, wrapped):
            before = joined[open_at]
            joined[open_at] = _Line(before.text + line.text, before.offsets + line.offsets, before.after_blank)
        else:
            joined.append(line)
            open_at = len(joined) - 1
        if _heading(line.text) or _breaks_off(line, following, wrapped):
            open_at = None
    return joined


def _continues(before: _Line, line: _Line, wrapped: bool) -> bool:
    """Whether ``line`` goes on with the paragraph ``before``."""
    if (wrapped and not line.after_blank) or before.text.endswith(("（", "(", "“", "《")):
        return True
    return not _TERMINAL.search(before.text) and (
        bool(_SENTENCE_MARK.search(before.text)) or len(before.text) > _HEADING
    )


def _breaks_off(line: _Line, following: _Line | None, wrapped: bool) -> bool:
    """Whether a line ends before its column does and yet is no sentence: the title above a text."""
    return (
        wrapped
        and following is not None
        and not following.after_blank
        and _is_plain_heading(line.text)
        and line.after_blank
        and len(line.text) < _SHORT * len(following.text)
    )


def _with_headings(lines: Sequence[_Line]) -> Iterator[Block]:
    """Give each block its role and the headings above it."""
    repeated = _repeated_titles(lines)
    stack: list[_Heading] = []
    article = 0
    for line in lines:
        titles = tuple(h.title for h in stack if h.title not in repeated)
        if _is_furniture(line.text):
            article += bool(_SECOND_ARTICLE.match(line.text))
            stack = [] if _SECOND_ARTICLE.match(line.text) else stack
            yield Block(Role.FURNITURE, line.text, line.offsets, titles, article)
            continue
        heading = _heading(line.text)
        if heading is None and _is_plain_heading(line.text):
            heading = _Heading(_PLAIN_RANK, line.text)
        if heading is not None and (heading.title.startswith("附件") or _APPENDIX.match(heading.title)):
            heading = _Heading(0, heading.title)
        if heading is None:
            run_in = _run_in_heading(line.text)
            if run_in is not None or (stack and stack[-1].rank == _DASHED_RANK):
                stack = [*_above(stack, run_in), run_in] if run_in else [h for h in stack if h.rank < _DASHED_RANK]
                titles = tuple(h.title for h in stack if h.title not in repeated)
            yield Block(Role.PARAGRAPH, line.text, line.offsets, titles, article)
            continue
        stack = [*_above(stack, heading), heading]
        titles = tuple(h.title for h in stack[:-1] if h.title not in repeated)
        at = _marks(line.text)
        yield Block(Role.HEADING, line.text[at:], line.offsets[at:], titles, article)


def _above(stack: list[_Heading], heading: _Heading) -> list[_Heading]:
    """Return which of the headings so far stand above a new one.

    A heading without a number has no rank of its own: 2024年工作回顾 stands above the series （一）, （二） that begins below it,
    and closes with it; 科技创新 between （一） and （二） does not.
    """
    above = [h for h in stack if h.rank < heading.rank]
    if not 0 < heading.rank < _PLAIN_RANK:
        return above
    plain = max((at for at, h in enumerate(stack) if h.rank == _PLAIN_RANK), default=-1)
    same = next((at for at, h in enumerate(stack) if h.rank == heading.rank), None)
    if same is not None and not (heading.first and plain > same):
        return stack[:same]
    return [h for at, h in enumerate(stack) if at == plain or h.rank < heading.rank]


def _repeated_titles(lines: Sequence[_Line]) -> frozenset[str]:
    """Titles that stand more than once name a part of the layout (【郑州实践】), not a theme."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for line in lines:
        heading = _heading(line.text)
        if heading is not None:
            (repeated if heading.title in seen else seen).add(heading.title)
    return frozenset(repeated)
