"""The place that a document speaks for, read from its own words: title, set phrases, and how it calls itself.

A report names its place in set phrases: 湖北省政府工作报告, 我代表北京市人民政府, 在湖北省第十四届人民代表大会上, 云阳县统计局.
Where none is there, it is the place that the text names most often, of the level of which the text says 我市 or 全县. What
no word tells is unknown: the nation, too, is named or it is not meant.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policygraph import statements
from policygraph.documents import zones
from policygraph.ontology import places, wordclasses
from policygraph.ontology.places import Place
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many characters of a text, blanks left out, are its first words: the set phrases stand before the first figures.
_HEAD = 600
# What no word tells.
UNKNOWN = Place(statements.UNKNOWN, Level.UNKNOWN, "", "", statements.UNKNOWN)

_YEAR = r"(?:(?:19|20)\d\d年?|<one_two>[<digits_and_circle>○]{3}年)?(?:<parts_of_a_reported_year>|<numbers_to_four><quarter_of_a_year>)?"
_SUFFIX = r"<suffixes_of_governments>"
# What follows the name of a place in the set phrases.
_AFTER = (
    rf"(?={_YEAR}《?(?:(?:<the_people>)?<government>(?!<procurement>)|第?[<list_numbers>\d]{{1,3}}<local_congress_session>|第?[<list_numbers>\d]{{1,3}}<congress_session>|"
    r"(?:<acting>|<executive>)?副?<governors>|<statistics_or_economy>|<economy><heads_of_bulletins>|<plans_or_sessions>|"
    r"<work_report>|[\u4e00-\u9fff]{1,9}<bureaus>(?:<papers_about>|[<one_two>\d]|<work>|$)|<bodies_and_matters_behind_places>))"
)
_UNIT = wordclasses.pattern(rf"([\u4e00-\u9fff]{{1,14}}?{_SUFFIX}){_AFTER}")
# Words before a name that the pattern takes in: 我代表|北京市, 会议上|河南省, 1月8日在|昆山市.
_BEFORE = wordclasses.pattern(
    r"<told_by>|<years_and_sessions>|<edicts>|(?<!^)[<words_inside_sentences>]|<verbs_no_place_has>|[<from_according_to>]|<verbs_of_policy>"
)
# 西宁（国家级）经济技术开发区
_REMARK = wordclasses.pattern(r"（[^）\d]{1,4}级）")
# No name: 某市, 全县, 我区, 各乡镇, 县委县, 市县, 本县.
_NO_NAME = wordclasses.pattern(
    r"^[<words_of_reference>]|委|<levels_of_government>+[<local_areas>]$|^[<suffixes_standing_alone>]|[X×*]|<areas_of_another_kind>$"
)
# 国务院 reports for the nation, and the nation's congress has no province before its name.
_NATION = wordclasses.pattern(r"<for_the_state_council>|第?[<list_numbers>\d]{1,3}<national_congress_session>")
_NATION_TITLE = wordclasses.pattern(
    r"<national_bodies>|^(?:19|20)?\d*年?<china>(?!<communist_party>)"
    r"|^(?:(?:19|20)\d\d年?)?<nationwide>[^，。]{0,12}<documents_of_the_state>"
)
# "我代表省人民政府": the level without the name.
_BARE = wordclasses.pattern(r"<on_behalf_of>(<area_suffixes_short>)<peoples_government>")
# How a text calls what it speaks for.
_SELF = wordclasses.pattern(r"[<ours_and_whole>](<levels_a_name_has>)(?![<behind_no_self>])")
_SELF_NATION = wordclasses.pattern(r"<our_country>")
# Whose name stands behind those of the places that they lie in.
_SMALL = (Level.COUNTY, Level.TOWNSHIP)
_LEVELS: dict[str, tuple[Level, ...]] = {
    suffix: tuple(map(Level, levels.split())) for suffix, levels in wordclasses.features("levels_a_name_has").items()
}
_NAME_LEVELS = {
    "nation": Level.NATION,
    "national": Level.NATION,
    "province": Level.PROVINCE,
    "provincial": Level.PROVINCE,
    "municipality": Level.PROVINCE,
    "city": Level.CITY,
    "county": Level.COUNTY,
    "district": Level.COUNTY,
}
_WORD = wordclasses.pattern(r"[A-Za-z]+")
_PINYIN_SUFFIX = wordclasses.pattern(r"(?:sheng|shi|xian|zhou|qu)$")
_LONGEST_NAME = 3
_SHORTENED = wordclasses.pattern(r"(?P<stem>[\u4e00-\u9fff]{2,6})<levels_of_areas>")
_VAGUE = wordclasses.pattern(r"<not_a_city>")
# 宿州：夯基础: a title that begins with the name of a place, its kind left out.
_LEADING = wordclasses.pattern(r"(?:[【\[]?)([\u4e00-\u9fff]{2,6}?)(?=[:：】\]]|(?:19|20)\d\d年?)")


def short(name: str) -> str:
    """Return the short form of a place's name; a name that is not in the lexicon loses 市 or 县, but not 区.

    >>> [short(name) for name in ("湖北省", "郑州", "昆山市", "泾县", "浦东新区", "湖北各县")]
    ['湖北', '郑州', '昆山', '泾县', '浦东新区', '湖北各县']
    """
    if place := places.get(name):
        return place.name
    match = _SHORTENED.fullmatch(name)
    return match["stem"] if match and not _VAGUE.search(name) else name


def resolve(name: str) -> Place:
    """Return the place of a name; one that is not in the lexicon is a township or a zone by its kind, else a county."""
    if name == statements.UNKNOWN:
        return UNKNOWN
    return places.get(name) or zones.of(name) or Place(short(name), Level.COUNTY, "", "", name)


def infer(stem: str, title: str, body: str, wanted: Level | None = None, lines: Sequence[str] = ()) -> Place:
    """Return the place that a document speaks for.

    Args:
        stem: the file's name without suffix.
        title: the title, if the text has one.
        body: the text without front matter.
        wanted: the level of the place where it is known; names of places of other levels are passed over.
        lines: the lines above the text proper, in which a place may be named too.

    Returns:
        A place of the lexicon; one that is not in it has no ``within``; :data:`UNKNOWN` where no word tells.

    """
    plain = re.sub(r"\s+", "", body)
    head = plain[:_HEAD]
    above = "\n".join(re.sub(r"\s+", "", line) for line in lines)
    for found in (_of_title(title, plain), _of_phrases(above, plain), _of_phrases(head, plain), _of_name(stem)):
        if fitting := [place for place in found if wanted in (None, place.level)]:
            return _choose(fitting, plain)
    bare = _BARE.search(head)
    return _most_named(plain, wanted, bare[1] if bare else "")


def _of_name(stem: str) -> Sequence[Place]:
    """Return the places that a file's name may mean: Chinese, pinyin or English."""
    if found := _of_title(stem, ""):
        return found
    words = [word.lower() for word in _WORD.findall(stem)]
    levels = {_NAME_LEVELS[word] for word in words if word in _NAME_LEVELS}
    if levels == {Level.NATION}:
        return _nation(words)
    candidates: list[Place] = []
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            word = "".join(words[start:end])
            candidates += places.romanized(word) or places.romanized(_PINYIN_SUFFIX.sub("", word))
            if Level.CITY in levels:  # jilin-city is 吉林市, which has the province's name
                candidates += [*places.romanized(f"{word}shi"), *places.romanized(f"{word}zhou")]
    return [place for place in candidates if place.level in levels] or _larger(candidates)


def _larger(candidates: Sequence[Place]) -> Sequence[Place]:
    """Return the places of provinces and cities among those of one pinyin; a county's only where nothing else has it."""
    return [place for place in candidates if place.level is not Level.COUNTY] or candidates


def _of_title(title: str, body: str) -> Sequence[Place]:
    plain = _REMARK.sub("", re.sub(r"\s+", "", title))
    if found := zones.named(plain):
        return found
    named = [place for place in places.named(plain) if place.name != places.NATION]
    units = _units(plain, body)
    if any(place.level in _SMALL for place in units) or not named:
        return units or _leading(plain) or _nation(_NATION_TITLE.search(plain))
    return [*units, *named]


def _leading(title: str) -> Sequence[Place]:
    """Return the county with whose short name a title begins."""
    match = _LEADING.match(title)
    place = places.spoken(match[1]) if match else None
    return (place,) if place else ()


def _of_phrases(head: str, body: str) -> Sequence[Place]:
    if found := _nation(_NATION.search(head)) or _units(head, body):
        return found
    return ()


def _nation(said: object) -> Sequence[Place]:
    nation = places.get(places.NATION)
    return (nation,) if said and nation else ()


def _units(text: str, body: str) -> Sequence[Place]:
    """Return the places whose official names stand in the set phrases of a text, which a document begins with or is called."""
    found = (_unit(match[1], text, body) for match in _UNIT.finditer(text))
    return [place for place in found if place]


def _unit(name: str, text: str, body: str) -> Place | None:
    """Return the last place of words such as 我代表河南省中牟县; what the lexicon does not have is a county or a township."""
    for start in range(len(name) - 1):
        if options := places.sharing(name[start:]):
            return options[0] if len(options) == 1 else _nearest(options, text, body)
        if place := places.get(name[start:]):
            return place
    last = _last_part(_BEFORE.split(name)[-1])
    return None if len(last) < 2 or _NO_NAME.search(last) else resolve(last)


def _last_part(name: str) -> str:
    """Return a name without the larger places that it begins with: 西湖区 of 杭州西湖区."""
    last = name
    for outer in places.named(name):
        for prefix in (outer.official, outer.name):
            if last.startswith(prefix) and len(last) > len(prefix) + 1:
                last = last.removeprefix(prefix)
                break
    return last


def _nearest(options: Sequence[Place], text: str, body: str) -> Place:
    """Return which of the places of one name lies in what a text names besides; unknown where that tells nothing.

    Where the text names none of them, the document tells by the one place right before the name: 上海市普陀区.
    """
    around = {place.name for place in places.named(text)} - {places.NATION}
    fitting = [place for place in options if {outer.name for outer in places.chain_of(place)[1:]} & around]
    fitting = fitting or [place for place in options if any(name in body for name in _in_full(place))]
    return fitting[0] if len(fitting) == 1 else UNKNOWN


def _in_full(place: Place) -> Iterator[str]:
    """Yield the name of a place behind the names of those that it lies in.

    >>> places.sharing("普陀区")[0].name, list(_in_full(places.sharing("普陀区")[0]))
    ('上海普陀区', ['上海市普陀区', '上海普陀区'])
    """
    for outer in places.chain_of(place)[1:]:
        if outer.name != places.NATION:
            yield from (f"{name}{place.official}" for name in dict.fromkeys((outer.official, outer.name)))


def _choose(found: Sequence[Place], text: str) -> Place:
    """Return the smallest place that lies in all the others, else the one that the text names most often."""
    distinct = list(dict.fromkeys(found))
    for place in distinct:
        around = places.chain_of(place)
        if all(other in around for other in distinct):
            return place
    counted = Counter(places.named(text))
    return max(distinct, key=lambda place: counted[place])


def _most_named(text: str, wanted: Level | None, suffix: str) -> Place:
    """Return the place of a level, and of an official name with this end, that a text names most often.

    我国 names the nation; 全国 does not, since it is what other places are compared with. A text that calls itself 我市 or
    全县 speaks for no place of another level.
    """
    nation = places.get(places.NATION)
    counted = Counter(place for place in places.named(text) if place != nation)
    itself = Counter(_SELF.findall(text))
    if nation and not itself:
        counted[nation] = len(_SELF_NATION.findall(text))
    called = max(itself, key=lambda word: (itself[word], word), default="")
    levels = _LEVELS[called] if called else tuple(Level)
    said = [place for place in counted if counted[place] and place.level in levels and wanted in (None, place.level)]
    fitting = [place for place in said if place.official.endswith(suffix)] or said
    return min(fitting, key=lambda place: (-counted[place], place.name), default=UNKNOWN)
