"""Names that stand outside any measure, found by their shape: a proper name with a typed noun, a sector, a quotation, a meeting."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, types, words
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[int, int, str, EntityType]

_CN = "一二三四五六七八九十"
# 党的二十大, 党的二十届二中、三中全会
_CONGRESS = re.compile(rf"党的[{_CN}]{{1,3}}大(?!报)")
_PLENUMS = re.compile(rf"(?:党的)?(?P<term>[{_CN}]{{1,3}}届)(?P<list>[{_CN}]中(?:、[{_CN}]中)*)全会")
# 省委十一届八次全会, 中央经济工作会议, 省第十二次党代会, 省十四届人大二次会议
_MEETING = re.compile(
    rf"(?:中央|全国|国务院|省委|市委|区委|县委|[\u4e00-\u9fff]{{2}}省|省|市|自治区)(?:第?[{_CN}]{{1,3}}[届次])*"
    rf"(?:人大|人民代表大会|政协|经济|农村|城市|廉政|人才|民族|统战)?(?:第?[{_CN}]{{1,2}}次)?"
    rf"(?:全会|党代会|工作会议|工作会|会议)"
)
# “十四五”规划, “十五五”
_PLAN = re.compile(r"“十[一二三四五六]五”(?:规划)?")
# Parts of speech that end a noun phrase outside of measures.
_BREAKS = frozenset({"p", "u", "ul", "uj", "uv", "ud", "ug", "uz", "r", "c", "x", "y", "d", "m", "q", "f", "mq"})
_PREDICATES = frozenset({"v", "vd", "vq", "vi"})


def find(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the names in a stretch of a clause: start, end, name, type."""
    taken: list[tuple[int, int]] = []
    for found in _meetings(text, start, end):
        taken.append(found[:2])
        yield found
    for first, last in _chunks(text, start, end):
        if not any(a < last and first < b for a, b in taken):
            yield from _in_chunk(text, first, last)


def _meetings(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _CONGRESS.finditer(text, start, end):
        yield match.start(), match.end(), match[0], EntityType.EVENT
    for match in _PLENUMS.finditer(text, start, end):
        at = match.start("list")
        for session in match["list"].split("、"):
            last = match.end() if at + len(session) == match.end("list") else at + len(session)
            begin = match.start() if at == match.start("list") else at
            yield begin, last, f"党的{match['term']}{session}全会", EntityType.EVENT
            at += len(session) + 1
    for match in _MEETING.finditer(text, start, end):
        if "届" in match[0] and "中全会" in match[0]:
            continue
        yield match.start(), match.end(), match[0], EntityType.EVENT
    for match in _PLAN.finditer(text, start, end):
        name = match[0] if match[0].endswith("规划") else match[0] + "规划"
        yield match.start(), match.end(), name, EntityType.PROGRAMME


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between punctuation, particles, numbers and verbs."""
    first = start
    for word in words.split(text[start:end]):
        at = start + word.start
        opening = at == first and word.text in _openings()
        if opening or word.tag in _BREAKS or word.tag in _PREDICATES:
            if at - first > 1:
                yield first, at
            first = start + word.end
    if end - first > 1:
        yield first, end


@cache
def _openings() -> frozenset[str]:
    """Verbs, manner words and openers: at the beginning of a chunk they are no part of a name, whatever their tag."""
    verbs = {row["verb"] for row in lexicon.table("measures") if row["place"] == "front"}
    return frozenset(verbs | lexicon.words("manner") | lexicon.words("openers"))


def _in_chunk(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the longest name at the beginning of a chunk, then those in what is left."""
    found = words.split(text[start:end])
    ends = [start + word.end for word in found]
    for last in reversed(ends):
        name = text[start:last]
        kind = types.of(name, False)
        if kind is not None and (kind is not EntityType.PLACE or last == end):
            yield start, last, name, kind
            if last < end:
                yield from _in_chunk(text, last, end)
            return
    if len(ends) > 1:
        yield from _in_chunk(text, ends[0], end)
