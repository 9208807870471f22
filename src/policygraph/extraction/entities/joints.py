"""Where a list is parted: at 、, between quotations, and at 和, 与 and 及 where both sides are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.entities import amounts, plainness, trimming, types
from policygraph.extraction.language import words
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_AND_ALSO = wordclasses.word("and_also")
_CAUSE = wordclasses.word("cause")

Span = tuple[int, int]

# 先进制造业和现代服务业融合发展试点: what two things do together is one.
_TOGETHER = wordclasses.pattern(r"(?<=.)(?:<depths_of_joining>)?<bringing_together>(?:<development>)?(?=.)")
# A list and the quotation that sums it up: 好房子、好小区、好社区、好城区“四好”建设.
_COUNTING = wordclasses.of("counting_what_is_listed")
# 文化强省, 平安广东: titles of places, and how long the latter are.
_STRONG = wordclasses.of("strong_areas")
_STRONG_ENDS = frozenset(word[-1] for word in _STRONG)
_TITLE = 4
# 和, 与, 及 and 以及 between names; not the syllables of 和平, 共和, 参与, 普及 …
_JOINT = wordclasses.pattern(
    r"<and_also>|(?<!<before_that_no_and_he>)和(?!<behind_that_no_and_he>)|(?<!<before_that_no_and_yu>)与(?!<behind_that_no_and_yu>)|(?<!<before_that_no_and_ji>)及(?!<behind_that_no_and_ji>)"
)
# What is longer than this is no list of names: the longest clause of 70 reports has 181 characters.
_LONGEST = 200
# Joints inside the last name of a list that 、 parts and 等 closes: 动力电池及储能等项目.
_INNER = ("与", "及")


def search_outside(pattern: re.Pattern[str], part: str) -> re.Match[str] | None:
    """Search a pattern that begins outside quotations and brackets."""
    match = pattern.search(part)
    depths = words.depths(part) if match else ()
    while match and depths[match.start()]:
        match = pattern.search(part, match.start() + 1)
    return match


def parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the parts between 、, between ”“, and between 和 where both its sides are names."""
    depths = trimming.depths(text)
    first = start
    listed = False
    closed = _closing(text, start, end)
    for at in range(start, end):
        if text[at] == "、" and not depths[at]:
            if at < closed and _AND_ALSO not in text[first:at]:
                yield first, at
            else:
                yield from _joined(text, depths, first, at, listed, more=True)
            first, listed = at + 1, True
        elif (
            (text[at - 1] in _STRONG_ENDS or at - first == _TITLE)
            and not depths[at]
            and _side_by_side(text, first, at, end)
        ):
            yield first, at
            first, listed = at, True
        elif (
            text[at] == "“" and at > first and (text[at - 1] == "”" or (listed and text.startswith(_COUNTING, at + 1)))
        ):
            yield from _joined(text, depths, first, at, listed)
            first, listed = at, True
    yield from _joined(text, depths, first, end, listed, closed=closed)


def _side_by_side(text: str, first: int, at: int, end: int) -> bool:
    """Whether two titles of places stand side by side without a mark: 文化强省旅游强省, 法治广东平安广东."""
    strong = text.endswith(_STRONG, first, at)
    if not strong and at - first != _TITLE:
        return False
    behind = text[at:end].partition("、")[0]
    if strong:
        return behind.endswith(_STRONG)
    return len(behind) == _TITLE and types.is_slogan(text[first:at]) and types.is_slogan(behind)


def _closing(text: str, start: int, end: int) -> int:
    """Return where 等 closes a list, which 、 alone parts but before its last item (碳捕集与利用、极低频探地二期等); or ``start``."""
    closing = search_outside(amounts.ET_CETERA, text[start:end])
    return start + closing.start() if closing else start


def _joined(
    text: str, depths: tuple[int, ...], start: int, end: int, listed: bool, more: bool = False, closed: int = 0
) -> Iterator[Span]:
    """Split a part at 和, 与, 及 and 以及 where the words before it can stand alone; before 等 at 和 and 以及 only."""
    at = start + 1 if end - start <= _LONGEST else end
    while joint := _JOINT.search(text, at, end - 1):
        at = joint.end()
        if depths[joint.start()] or (listed and joint[0] in _INNER and joint.start() < closed):
            continue
        left, right = trimming.trim(text[start : joint.start()]), trimming.trim(text[joint.end() : end])
        if _parts(left, right, listed, more):
            yield start, joint.start()
            start, more, at = joint.end(), False, joint.end() + 1
    if start < end:
        yield start, end


def _parts(left: str, right: str, listed: bool, more: bool) -> bool:
    """Whether a joint between these words parts two names."""
    if not types.complete(left) and plainness.says_nothing(types.plain(right)) and "等" not in right:
        return False
    if _stands_alone(left, right) or left.endswith(_CAUSE):
        return True
    return more if types.complete(left) else listed


def _stands_alone(left: str, right: str) -> bool:
    """Whether 和 parts two names; 技术改造和设备更新行动, 生态保护和高质量发展核心示范区 are one."""
    if not types.complete(left) or not (types.complete(right) or "等" in right):
        return False
    if types.term(left) and types.term(right):
        return True
    if _TOGETHER.search(right) and types.head(right) and not types.is_process(right):
        return False
    return not (types.is_process(left) and types.head(right) and not types.is_process(right))
