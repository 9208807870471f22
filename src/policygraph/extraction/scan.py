"""Names found by their shape alone: meetings, five-year plans, standing terms, and proper names with a typed noun."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policygraph.extraction import expansion, lexicon, phrases, types, words
from policygraph.ontology import places
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Found = tuple[int, int, str, EntityType]

_CN = "一二三四五六七八九十"
# 党的二十大
_CONGRESS = re.compile(rf"党的[{_CN}]{{1,3}}大(?!报)")
# 党的二十届二中、三中全会: one meeting for each session
_PLENUMS = re.compile(rf"(?:党的)?(?P<term>[{_CN}]{{1,3}}届)(?P<list>[{_CN}]中(?:、[{_CN}]中)*)全会")
# 省委十一届八次全会, 十二届市委八次全会, 中央经济工作会议, 省第十二次党代会, 省十四届人大二次会议
_MEETING = re.compile(
    rf"(?:[{_CN}]{{1,3}}届)?(?:中央|全国|国务院|省委|市委|区委|县委|[\u4e00-\u9fff]{{2}}省|省|市|自治区)(?:第?[{_CN}]{{1,3}}[届次])*"
    rf"(?:人大|人民代表大会|政协|经济|农村|城市|廉政|人才|民族|统战)?(?:第?[{_CN}]{{1,2}}次)?"
    rf"(?:全会|党代会|工作会议|工作会|会议)"
)
# 省委十三届七次、八次全会: one meeting for each session
_SESSIONS = re.compile(
    rf"(?P<body>省委|市委|区委|县委)(?P<term>第?[{_CN}]{{1,3}}届)(?P<list>[{_CN}]{{1,3}}次(?:、[{_CN}]{{1,3}}次)*)全会"
)
_SESSION = re.compile(rf"[{_CN}]{{1,3}}次")
# “十四五”规划, 谋划“十五五”
_PLAN = re.compile(r"“十[一二三四五六]五”(?:规划)?")
# 《民营经济促进法》, 舞剧《红旗》
_TITLE = re.compile(r"(?P<work>纪录片|电影|电视剧|话剧|歌剧|舞剧|杂技剧|京剧|豫剧|音乐剧|图书)?《(?P<title>[^《》，。；]{2,40})》")
# “四个中心”, “一老一小”, “双碳”: a formula of numbered things.
_FORMULA = re.compile(r"“[一二两三四五六七八九十双][^“”，。、]{1,7}”")
# What would cut a term up: a quotation, a joint, a number.
_CUT_UP = re.compile(r"[“、和一二三四五六七八九十]")
# “两新”政策, “双一流”建设: the noun behind a quotation belongs to the name.
_BEHIND_QUOTATION = ("服务", "保障", "政策", "建设", "战略", "行动", "活动", "项目", "机制", "倡议", "工程", "改革")
# A class of things behind a formula that only qualifies them: “四上”单位.
_CLASSES = ("类", "单位", "企业", "人员", "群体", "家庭", "地区", "经费")
# Parts of speech that end a noun phrase outside of measures.
_BREAKS = frozenset(
    {"p", "u", "ul", "uj", "uv", "ud", "ug", "uz", "r", "c", "x", "y", "d", "m", "q", "f", "mq", "v", "vd", "vq", "vi"}
)
# What indicators do, whatever tag the segmenter gives it: 体育产业规模突破…, 水质稳定在….
_SAYING = frozenset(
    {"突破", "增长", "达到", "超过", "下降", "提高", "参保", "稳定", "销售", "加快", "推动", "推进", "建设", "入选"}
)
# The tags of words that make the name of a firm with the sector behind them: 弘润石化.
_NAMING = frozenset({"nr", "nz", "nrt", "nrfg"})
# How many characters before a formula can qualify it: 国有“三资”, 基层“三保”.
_QUALIFIED = 2
# “三个并重”, “四个翻番”: what is done or counted is no formula.
_DONE = ("并重”", "并举”", "翻番”", "增长”", "提升”", "同步”", "下降”")
# Types whose proper names may have other nouns behind them: 中原科技城综合排名, 武汉港集装箱吞吐量.
_BODIES = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PLACE)
# A place is one whose noun says which (沈阳都市圈), not a river that names a culture (黄河文化).
_AREA = 3


def standing(text: str) -> list[Found]:
    """Return the meetings, five-year plans and quoted or joined terms of a clause, which no list or measure may cut up."""
    return sorted([*_meetings(text), *_plans(text), *_terms(text), *_titles(text)])


def _titles(text: str) -> Iterator[Found]:
    """Yield the documents and works named by their titles: 《中国制造2025》, 纪录片《东北抗联》; not what one is called for short."""
    for match in _TITLE.finditer(text):
        if match["title"] not in lexicon.words("generic") and not text.endswith("简称", 0, match.start()):
            kind = EntityType.PROJECT if match["work"] else EntityType.PROGRAMME
            yield match.start(), match.end(), match[0], kind


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
    run: list[tuple[int, int]] = []
    for chunk in _chunks(text, start, end):
        if run and text[run[-1][1] : chunk[0]] != "、":
            yield from _in_list(text, run)
            run = []
        run.append(chunk)
    yield from _in_list(text, run)


def _in_list(text: str, run: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield the names in chunks that 、 parts; those before the last may share its noun: 兰州、天水跨境电商公共服务平台."""
    named = [list(_in_chunk(text, first, last)) for first, last in run]
    if len(run) > 1 and named[-1] and named[-1][0][0] == run[-1][0]:
        name = named[-1][0][2]
        items = [*(text[first:last] for first, last in run[:-1]), name]
        for index, (item, full) in enumerate(zip(items, expansion.names(items, ""), strict=True)):
            kind = types.of(full, True) if item != full and _shares(item, name) else None
            if kind:
                named[index] = [(*run[index], full, kind)]
    for found in named:
        yield from found


def _shares(item: str, name: str) -> bool:
    """Whether an item takes the noun of a name outside measures: a place before that of a platform, a trade that of a chain."""
    if types.is_place(item):
        return types.of(name, True) is EntityType.PLATFORM
    return types.head(name) in _CHAINS


_CHAINS = ("产业链", "产业链群", "产业集群", "集群")


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
    taken = [match.span() for match in _SESSIONS.finditer(text)]
    for match in _SESSIONS.finditer(text):
        at = match.start()
        for session in _SESSION.finditer(text, match.start("list"), match.end("list")):
            last = match.end() if session.end() == match.end("list") else session.end()
            yield at, last, f"{match['body']}{match['term']}{session[0]}全会", EntityType.EVENT
            at = session.end() + 1
    for match in _MEETING.finditer(text):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
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
        opening = at == first and (word.text in _openings() or (at > start and text[at - 1].isdigit()))
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
    """Yield the name at the end of a chunk, what is said of it aside (体育产业规模), or a body or a formula before it."""
    core = _said_of(text[start:end])
    ended = bool(types.head(core))
    for word in words.split(core):
        if _is_of_firm(core, word.start):
            break
        name = core[word.start :]
        # Most chunks end with no typed noun; then only a term or a place can be a name.
        kind = types.of(name, False) if ended or types.term(name) or places.get(name) else None
        if kind is not None and (word.start == 0 or types.term(name) or kind is not EntityType.PLACE):
            yield start + word.start, start + len(core), name, kind
            core = core[: word.start]
            break
    formulas = list(_formulas(text, start, start + len(core)))
    yield from formulas
    if formulas:
        return
    found = words.split(core)
    for word, after in reversed(list(pairwise(found))):
        name = core[: word.end]
        kind = types.of(name, False) if types.head(name) or types.term(name) else None
        if kind is None or len(core) - len(name) == 1:
            continue
        named = kind is EntityType.EVENT or not after.tag.startswith(("n", "v"))
        if (types.term(name) and named and kind is not EntityType.PLACE) or (kind in _BODIES and _is_body(name, kind)):
            yield start, start + word.end, name, kind
            return


def _is_body(name: str, kind: EntityType) -> bool:
    """Whether a name at the beginning of a chunk is that of one body or area, whatever is said of it."""
    if kind is EntityType.PLACE and (len(types.head(name)) < _AREA or "“" in name):
        return False
    return types.proper(name)


def _formulas(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the formulas in a chunk with the words that belong to them: 基层“三保”, “一老一小”服务."""
    for match in _FORMULA.finditer(text, start, end):
        first, last = match.span()
        if match[0].endswith(_DONE) or types.plain(match[0]) in lexicon.words("generic") or text.startswith(_CLASSES, last):
            continue
        if first - start <= _QUALIFIED and not types.head(text[start:first]) and "“" not in text[start:first]:
            first = start
        noun = next((noun for noun in _BEHIND_QUOTATION if text.startswith(noun, last)), "")
        yield first, last + len(noun), text[first : last + len(noun)], EntityType.PROGRAMME


def _is_of_firm(core: str, at: int) -> bool:
    """Whether what begins at a place is a sector that ends the name of a firm: 弘润石化."""
    if types.term(core[at:]) is not EntityType.INDUSTRY or types.term(core[:at]):
        return False
    return any(word.end == at and word.tag in _NAMING for word in words.split(core))


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
