"""The headings of a document by their marks: ## 2024年工作回顾, 一、, （一）, 关键词【创新发展】, and short lines without a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANNEX = wordclasses.word("annex")

# A line without a full stop that is at most this long can be a heading (the longest of 600 headings read has 43).
LONGEST = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        rank: how high it stands; the lower, the higher.
        title: its words without mark and number.
        first: whether its number begins a series: （一）, 1.
    """

    rank: int
    title: str
    first: bool = False


# The marks of headings, by rank. Each comment shows a real one.
_MARKDOWN = wordclasses.pattern(r"^(#{1,6})\s*(?=\S)")  # "### 1. 突出扩大内需"
_BRACKETED = wordclasses.pattern(
    r"^(?P<label>[^【】，。；]{0,6})【(?P<title>[^】]+)】(?:\s*【[^】]+】)*$"
)  # "关键词【创新发展】"
_NUMBERED = (
    (1, wordclasses.pattern(r"^<list_numbers>+、")),  # "一、2024年工作回顾"
    (2, wordclasses.pattern(r"^[（(]<list_numbers>+[）)]、?")),  # "（三）聚力实施创新驱动"
    (3, wordclasses.pattern(r"^\d{1,2}[.．、](?!\d)\s*")),  # "1. 突出扩大内需"
    (4, wordclasses.pattern(r"^[（(]\d{1,2}[）)]、?")),  # "（1）…"
)
# Headings with Markdown marks stand above those without: （一） below ## 2024年工作回顾.
_MARKDOWN_RANK = -10
_APPENDIX_RANK = -10
_PLAIN_RANK = 5
# What follows such a heading explains words of the report; it stays above the numbered entries below it.
_APPENDIX = wordclasses.pattern(
    r"^(?:<annex>\d*|附)?\s*[:：]?\s*(?:<explanations>|《?<government_work_report>》?.{0,4}<explanation_of_terms>).{0,6}$"
)
_DASHED = wordclasses.pattern(r"^[—–-]{2}(?=\S)")  # "——经济运行持续向好。地区生产总值…"
DASHED_RANK = 7
TERMINAL = wordclasses.pattern(r"[。！？：；…][”’」』）)】]*$")
SENTENCE_MARK = wordclasses.pattern(r"[，。；！？]")
_HAN = wordclasses.pattern(r"[\u4e00-\u9fff]")
# 新增养老床位800张, 服务业增加值增长7%左右: what counts something is no title, however short.
_COUNTS = wordclasses.pattern(
    r"\d<over_characters>?<steps>*<over_characters>?(?:[%‰<units_of_characters>]|个(?!月)|<units_of_words>)"
)
# The number of an item: 1、, 2., （3）.
_ITEM = wordclasses.pattern(r"^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)][、.]?)\s*")


def marked(text: str) -> Heading | None:
    """Return the heading that a line is by its mark, or None."""
    if mark := _MARKDOWN.match(text):
        title = text[mark.end() :]
        inner = marked(title)
        return Heading(len(mark[1]) + _MARKDOWN_RANK, inner.title if inner else title)
    if mark := _BRACKETED.match(text):
        return Heading(2 if mark["label"] else _PLAIN_RANK + 1, mark["title"])
    for rank, pattern in _NUMBERED:
        if rank > 2 and counts(text):
            continue
        if (mark := pattern.match(text)) and len(text) <= LONGEST and not SENTENCE_MARK.search(text[:-1]):
            return Heading(rank, text[mark.end() :].rstrip("。：:"), _is_first(mark[0]))
        if mark and rank < 3 and len(text) <= LONGEST and not re.search(r"[。；！？]", text[:-1]):
            return Heading(rank, text[mark.end() :].rstrip("。：:"), _is_first(mark[0]))
    return None


def _is_first(mark: str) -> bool:
    return mark.strip("（()）、.． ") in {"一", "1"}


def marks(text: str) -> int:
    """Return how many characters of a heading are Markdown marks."""
    mark = _MARKDOWN.match(text)
    return mark.end() if mark else 0


def counts(text: str) -> bool:
    """Whether a line counts or measures something."""
    return _COUNTS.search(text) is not None


def item(text: str) -> int:
    """Return how many characters of a paragraph are the number of an item."""
    mark = _ITEM.match(text)
    return mark.end() if mark and mark.end() < len(text) else 0


def run_in(text: str) -> Heading | None:
    """Return the heading that opens a paragraph: its first clause, where a number or a dash marks it."""
    if mark := _DASHED.match(text):
        return Heading(DASHED_RANK, _first_clause(text[mark.end() :]))
    for rank, pattern in _NUMBERED:
        if mark := pattern.match(text):
            return Heading(rank, _first_clause(text[mark.end() :]), _is_first(mark[0]))
    return None


def _first_clause(text: str) -> str:
    return re.split(r"[，。；：！？]", text, maxsplit=1)[0]


def is_plain(text: str) -> bool:
    """Whether a line that stands alone reads like a heading: short, and no sentence."""
    wordy = len(_HAN.findall(text)) > 1
    if not wordy or len(text) > LONGEST or counts(text):
        return False
    return not SENTENCE_MARK.search(text) and not TERMINAL.search(text)


def standing(text: str) -> Heading | None:
    """Return the heading that a line of its own is, by its mark or because it reads like one, or None."""
    heading = marked(text) or (Heading(_PLAIN_RANK, text) if is_plain(text) else None)
    if heading is not None and (heading.title.startswith(_ANNEX) or explains_words(heading.title)):
        return Heading(_APPENDIX_RANK, heading.title)
    return heading


def explains_words(title: str) -> bool:
    """Whether what stands below a heading explains words of the report: 名词解释."""
    return _APPENDIX.match(title) is not None


def above(stack: Sequence[Heading], heading: Heading) -> list[Heading]:
    """Return which of the headings so far stand above a new one.

    A heading without a number has no rank of its own: 2024年工作回顾 stands above the series （一）, （二） that begins below it,
    and closes with it; 科技创新 between （一） and （二） does not.
    """
    if not 0 < heading.rank < _PLAIN_RANK:
        return [h for h in stack if h.rank < heading.rank]
    plain = max((at for at, h in enumerate(stack) if h.rank == _PLAIN_RANK), default=-1)
    same = next((at for at, h in enumerate(stack) if h.rank == heading.rank), None)
    if same is not None and not (heading.first and plain > same):
        return list(stack[:same])
    return [h for at, h in enumerate(stack) if at == plain or h.rank < heading.rank]
