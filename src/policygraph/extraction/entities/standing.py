"""What stands in a clause whatever is done with it: meetings, five-year plans, titled documents, quoted and joined terms."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Level

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ABBREVIATED_AS = wordclasses.word("abbreviated_as")
_OF_THE_PARTY = wordclasses.word("of_the_party")
_PLANNED = wordclasses.word("planned")
_PLENUM = wordclasses.word("plenum")

Found = tuple[int, int, str, EntityType]

_CN = "<list_numbers>"
# 党的二十大
_CONGRESS = wordclasses.pattern(rf"<of_the_party>[{_CN}]{{1,3}}大(?!报)")
# 党的二十届二中、三中全会: one meeting for each session
_PLENUMS = wordclasses.pattern(
    rf"(?:<of_the_party>)?(?P<term>[{_CN}]{{1,3}}届)(?P<list>[{_CN}]中(?:、[{_CN}]中)*)<plenum>"
)
# 省委十三届七次、八次全会: one meeting for each session
_SESSIONS = wordclasses.pattern(
    rf"(?P<body><party_committees>)(?P<term>第?[{_CN}]{{1,3}}届)(?P<list>[{_CN}]{{1,3}}次(?:、[{_CN}]{{1,3}}次)*)<plenum>"
)
_SESSION = wordclasses.pattern(rf"[{_CN}]{{1,3}}次")
# “十四五”规划, 谋划“十五五”
_PLAN = wordclasses.pattern(r"“十<plan_numbers>五”(?:<planned>)?")
# 《民营经济促进法》, 舞剧《红旗》
_TITLE = wordclasses.pattern(r"(?P<work><works>)?《(?P<title>[^《》，。；]{2,40})》")
# What would cut a term up: a quotation, a joint, a number.
_CUT_UP = wordclasses.pattern(r"[“、<cut_up_characters>]")
# “两新”政策, “双一流”建设: the noun behind a quotation belongs to the name.
BEHIND_QUOTATION = wordclasses.of("nouns_behind_quotations")


def find(text: str) -> list[Found]:
    """Return the meetings, five-year plans and quoted or joined terms of a clause, which no list or measure may cut up."""
    found: list[Found] = []
    if "会" in text or "大" in text:
        found += _meetings(text)
    if "“" in text:
        found += _plans(text)
    if "《" in text:
        found += _titles(text)
    if _CUT_UP.search(text):
        found += _terms(text)
    return sorted(found)


def _titles(text: str) -> Iterator[Found]:
    """Yield the documents and works named by their titles: 《中国制造2025》, 纪录片《东北抗联》; not what one is called for short."""
    for match in _TITLE.finditer(text):
        if match["title"] not in lexicon.words("generic") and not text.endswith(_ABBREVIATED_AS, 0, match.start()):
            kind = EntityType.PROJECT if match["work"] else EntityType.PROGRAMME
            yield match.start(), match.end(), match[0], kind


def _terms(text: str) -> Iterator[Found]:
    """Yield the standing terms that a quotation mark or 和 would cut up: “一带一路”, 软件和信息技术服务业."""
    for match in _cut_up().finditer(text):
        if match[0].endswith("”") and text.startswith(BEHIND_QUOTATION, match.end()):
            continue
        yield match.start(), match.end(), match[0], EntityType(lexicon.mapping("terms")[match[0]])


@cache
def _cut_up() -> re.Pattern[str]:
    return wordclasses.pattern(lexicon.any_of(term for term in lexicon.words("terms") if _CUT_UP.search(term)))


@cache
def _meeting() -> re.Pattern[str]:
    """Return the pattern of 省委十一届八次全会, 十二届市委八次全会, 中央经济工作会议, 湖北省第十二次党代会, 省十四届人大二次会议."""
    province = lexicon.any_of(place.official for place in places.all() if place.level is Level.PROVINCE)
    return wordclasses.pattern(
        rf"(?:[{_CN}]{{1,3}}届)?(?:<conveners>|{province}|<levels_of_regions>)(?:第?[{_CN}]{{1,3}}<session_counters>)*"
        rf"<sorts_of_meetings>?(?:第?[{_CN}]{{1,2}}次)?"
        rf"<meetings>"
    )


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
            yield at, last, f"{_OF_THE_PARTY}{match['term']}{session}{_PLENUM}", EntityType.EVENT
            at = last + 1
    taken = [match.span() for match in _SESSIONS.finditer(text)]
    for match in _SESSIONS.finditer(text):
        at = match.start()
        for session in _SESSION.finditer(text, match.start("list"), match.end("list")):
            last = match.end() if session.end() == match.end("list") else session.end()
            yield at, last, f"{match['body']}{match['term']}{session[0]}{_PLENUM}", EntityType.EVENT
            at = session.end() + 1
    for match in _meeting().finditer(text):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
        if match[0] not in wordclasses.of("meetings_without_a_name"):
            yield match.start(), match.end(), match[0], EntityType.EVENT


def _plans(text: str) -> Iterator[Found]:
    for match in _PLAN.finditer(text):
        name = match[0] if match[0].endswith(_PLANNED) else match[0] + _PLANNED
        yield match.start(), match.end(), name, EntityType.PROGRAMME
