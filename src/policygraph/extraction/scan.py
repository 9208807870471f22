"""Names found by their shape alone: meetings, five-year plans, standing terms, and proper names with a typed noun."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, phrases, types, words
from policygraph.ontology import places
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[int, int, str, EntityType]

_CN = "一二三四五六七八九十"
# 党的二十大
_CONGRESS = re.compile(rf"党的[{_CN}]{{1,3}}大(?!报)")
# 党的二十届二中、三中全会: one meeting for each session
_PLENUMS = re.compile(rf"(?:党的)?(?P<term>[{_CN}]{{1,3}}届)(?P<list>[{_CN}]中(?:、[{_CN}]中)*)全会")
# 省委十一届八次全会, 中央经济工作会议, 省第十二次党代会, 省十四届人大二次会议
_MEETING = re.compile(
    rf"(?:中央|全国|国务院|省委|市委|区委|县委|[\u4e00-\u9fff]{{2}}省|省|市|自治区)(?:第?[{_CN}]{{1,3}}[届次])*"
    rf"(?:人大|人民代表大会|政协|经济|农村|城市|廉政|人才|民族|统战)?(?:第?[{_CN}]{{1,2}}次)?"
    rf"(?:全会|党代会|工作会议|工作会|会议)"
)
# “十四五”规划, 谋划“十五五”
_PLAN = re.compile(r"“十[一二三四五六]五”(?:规划)?")
# What would cut a term up: a quotation, a joint, a number.
_CUT_UP = re.compile(r"[“、和一二三四五六七八九十]")
# “两新”政策, “双一流”建设: the noun behind a quotation belongs to the name.
_BEHIND_QUOTATION = ("政策", "建设", "战略", "行动", "活动", "项目", "机制", "倡议", "工程", "改革")
# Parts of speech that end a noun phrase outside of measures.
_BREAKS = frozenset(
    {"p", "u", "ul", "uj", "uv", "ud", "ug", "uz", "r", "c", "x", "y", "d", "m", "q", "f", "mq", "v", "vd", "vq", "vi"}
)
# What indicators do, whatever tag the segmenter gives it: 体育产业规模突破…, 水质稳定在….
_SAYING = frozenset(
    {"突破", "增长", "达到", "超过", "下降", "提高", "参保", "稳定", "销售", "加快", "推动", "推进", "建设", "入选"}
)
# Types whose proper names may have other nouns behind them: 中原科技城综合排名, 武汉港集装箱吞吐量.
_BODIES = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT)


def standing(text: str) -> list[Found]:
    """Return the meetings, five-year plans and quoted or joined terms of a clause, which no list or measure may cut up."""
    return sorted([*_meetings(text), *_plans(text), *_terms(text)])


def _terms(text: str) -> Iterator[Found]:
    """Yield the standing terms that a quotation mark or 和 would cut up: “一带一路”, 软件和信息技术服务业."""
    for match in _cut_up().finditer(text):
        if match[0].endswith("”") and text.startswith(_BEHIND_QUOTATION, match.end()):
            continue
        yield match.start(), match.end(), match[0], EntityType(lexicon.mapping("terms")[match[0]])


@cache
def _cut_up() -> re.Pattern[str]:
    return re.compile(lexicon.any_of(term for term in lexicon.words("terms") if _CUT_UP.search(term)))


def find(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the names in a stretch of a clause: start, end, name, type."""
    for first, last in _chunks(text, start, end):
        yield from _in_chunk(text, first, last)


def _meetings(text: str) -> Iterator[Found]:
    for match in _CONGRESS.finditer(text):
        yield match.start(), match.end(), match[0], EntityType.EVENT
    for match in _PLENUMS.finditer(text):
        sessions = match["list"].split("、")
        at = match.start()
        for index, session in enumerate(sessions):
            final = index == len(sessions) - 1
            last = (
                match.end()
                if final
                else match.start("list") + text[match.start("list") :].index(session) + len(session)
            )
            yield at, last, f"党的{match['term']}{session}全会", EntityType.EVENT
            at = last + 1
    for match in _MEETING.finditer(text):
        if match[0] not in ("全国会议", "省会议", "市会议"):
            yield match.start(), match.end(), match[0], EntityType.EVENT


def _plans(text: str) -> Iterator[Found]:
    for match in _PLAN.finditer(text):
        name = match[0] if match[0].endswith("规划") else match[0] + "规划"
        yield match.start(), match.end(), name, EntityType.PROGRAMME


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between punctuation, particles, numbers and verbs."""
    first = start
    for word in words.split(text[start:end]):
        at = start + word.start
        opening = at == first and word.text in _openings()
        if opening or word.tag in _BREAKS or word.text in _SAYING:
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
    """Yield the name at the end of a chunk, what is said of it aside (体育产业规模), or a body at its beginning."""
    core = _said_of(text[start:end])
    ended = bool(types.head(core))
    for word in words.split(core):
        name = core[word.start :]
        # Most chunks end with no typed noun; then only a term or a place can be a name.
        kind = types.of(name, False) if ended or types.term(name) or places.get(name) else None
        if kind is not None and (word.start == 0 or types.term(name) or kind is not EntityType.PLACE):
            yield start + word.start, start + len(core), name, kind
            core = core[: word.start]
            break
    for word in reversed(words.split(core)[:-1] if core else ()):
        name = core[: word.end]
        kind = types.of(name, False) if types.head(name) or types.term(name) else None
        if kind in _BODIES and (types.proper(name) or types.term(name)):
            yield start, start + word.end, name, kind
            return


def _said_of(chunk: str) -> str:
    """Return a chunk without the nouns that measure or follow a name: 体育产业规模 → 体育产业, 黄河干流水质 → 黄河干流."""
    while types.term(chunk) is None and not places.get(chunk):
        shorter = phrases.trim(chunk)
        tail = lexicon.ending("classes", shorter)
        if tail and len(shorter) - len(tail) > 1 and not types.head(shorter):
            shorter = shorter[: -len(tail)]
        if shorter == chunk:
            break
        chunk = shorter
    return chunk
