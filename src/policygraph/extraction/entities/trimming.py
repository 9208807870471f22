"""What is cut off the words of a noun phrase until its name is left: verbal nouns behind it, attributes before it."""

from __future__ import annotations

from functools import lru_cache

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

_PATTERN_OF_THINGS = wordclasses.word("pattern_of_things")
_POSSESSING = wordclasses.word("possessing")
_PROJECT = wordclasses.word("project")
_SPIRIT = wordclasses.word("spirit")

_PARTICLES = wordclasses.characters("particles_behind_names")
# 具有全国影响力的科技创新中心: what is to be stays part of the name of a standing that a place is given.
_STANDINGS = wordclasses.of("standings")
# 以创新能力、质量、实效为导向的人才评价体系: what a thing is guided by is part of its name, and no list of things.
_GUIDED = wordclasses.pattern(
    r"(?:以[^，；“以]{2,30}?为[^，；、<joint_or_by>]{1,6}、)*以[^，；“以]{2,30}?为[^，；、和]{1,6}的"
)
# Activities that are all there is of a name, and how long such a name is.
_ACTIVITIES = wordclasses.of("activities")
_SHORTEST_ACTIVITY = 5
# 全会精神 is what a meeting said; 抗洪精神 is a name.
_SAID = wordclasses.of("said_of_meetings")
# How something is to develop: 高端化、智能化、绿色化发展; what attributes say of a thing: 立体化、信息化社会治安防控体系.
_GROWING = wordclasses.of("developing")
_QUALITIES = wordclasses.pattern(
    r"(?:向)?(?:(?:高..?|..化)、)+(?:高..?|..化)(?:<direction>)?(?:<transformation>)?<developing>$"
)
_ATTRIBUTES = wordclasses.pattern(r"(?:..化、)+..化(?=[^、]{4,})")
# How many phrases are kept with what is left of them: those of some reports.
_KEPT = 1 << 16
# Attributes stand in lists of two or more.
_LISTED = 2


@lru_cache(maxsize=_KEPT)
def trim(phrase: str) -> str:
    """Return a phrase without the verbal noun that closes its measure: 中牟新区建设 → 中牟新区, …等项目建设 → 项目."""
    while types.term(phrase) is None:
        tail = lexicon.ending("tails", phrase)
        if not tail or len(phrase) - len(tail) < 2:
            break
        if not _is_tail(phrase, tail):
            break
        phrase = phrase[: -len(tail)].rstrip(_PARTICLES)
    return _without_process(phrase)


def _without_process(phrase: str) -> str:
    """Return the body that a process is said of: 中原科技城融合发展 → 中原科技城; 老旧小区改造 stays."""
    thing = phrase.removesuffix(types.head(phrase))
    if thing.startswith("第"):
        return phrase
    bodies = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.INDUSTRY)
    if types.is_process(phrase) and types.of(phrase, True) is EntityType.PROGRAMME and types.of(thing, True) in bodies:
        return thing
    return phrase


def _is_tail(phrase: str, tail: str) -> bool:
    """Whether a phrase ends with words that are no part of its name, though they may look like a typed noun."""
    shorter = phrase[: -len(tail)]
    if tail == _SPIRIT:
        return shorter.endswith(_SAID)
    if tail.endswith(_PATTERN_OF_THINGS) and shorter.endswith("”"):
        return True
    if not types.head(phrase) or phrase in lexicon.words("generic") or types.term(shorter):
        return True
    if types.of(shorter, True) is EntityType.INDUSTRY:
        return True
    return tail == _PROJECT and bool(types.head(shorter))


def activity(phrase: str) -> str:
    """Return a phrase trimmed, but for an activity that is all there is: 成品油智慧监管, 粮棉油糖高产创建."""
    trimmed = trim(phrase)
    kept = phrase.endswith(_ACTIVITIES) and not types.complete(trimmed) and len(phrase) > _SHORTEST_ACTIVITY
    return phrase if kept and trimmed == phrase[:-2] else trimmed


def past_attribute(text: str, start: int, stop: int) -> int:
    """Return where a name begins behind what is said of it: 全国领先的RCEP示范区; a quotation before 的 is the name itself."""
    at = last_particle(text, start, stop)
    if at < 0 or at + 2 >= stop or text[start] == "“" or types.term(trim(text[start:stop])):
        return start
    if _GUIDED.match(text, start, stop) and not types.term(trim(text[at + 1 : stop])):
        return start
    if text.startswith(_POSSESSING, start) and text.endswith(_STANDINGS, start, stop):
        return start
    return at + 1


def before_degree(text: str, start: int, stop: int) -> int:
    """Return where a name ends that only a noun of degree follows: 中部地区崛起战略的力度, 各项改革的步伐."""
    at = last_particle(text, start, stop)
    behind = text[at + 1 : stop]
    if at > start and (behind in lexicon.words("tails") | lexicon.words("classes") or behind in verbs.table("front")):
        return at if types.complete(trim(text[start:at])) else stop
    return stop


def before_qualities(text: str, start: int, stop: int) -> int:
    """Return where a name ends that only qualities follow, in which it develops: 生活性服务业高品质、多样化发展."""
    match = (
        _QUALITIES.search(text, start, stop)
        if "、" in text[start:stop] and text.endswith(_GROWING, start, stop)
        else None
    )
    return match.start() if match and match.start() > start and types.complete(text[start : match.start()]) else stop


def last_particle(text: str, start: int, stop: int) -> int:
    """Return the place of the last 的 outside quotations and brackets, or -1."""
    at = text.rfind("的", start, stop)
    depths = words.depths(text) if at >= 0 else ()
    while at >= 0 and depths[at]:
        at = text.rfind("的", start, at)
    return at


def behind_attributes(text: str, start: int, end: int) -> int:
    """Return where a name begins that a list of attributes without typed nouns goes before: 普遍备案、有限核准的管理制度."""
    if (said := _ATTRIBUTES.match(text, start, end)) and types.complete(trim(text[said.end() : end])):
        return said.end()
    at = last_particle(text, start, end)
    attributes = text[start:at].split("、") if at > 0 else []
    if len(attributes) < _LISTED or "“" in text[start:at] or any(types.complete(part) for part in attributes):
        return start
    return start if at + 2 >= end or _GUIDED.search(text, start, end) else at + 1


def depths(text: str) -> tuple[int, ...]:
    """Return the depths of quotations and brackets, what guides a thing (以…为导向的) counted as one."""
    if "以" not in text:
        return words.depths(text)
    depths = list(words.depths(text))
    for guided in _GUIDED.finditer(text):
        for at in range(*guided.span()):
            depths[at] += 1
    return tuple(depths)
