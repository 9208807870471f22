"""The place that a document speaks for, read from its name, its title and its first words.

A report names its place in set phrases: 湖北省政府工作报告, 我代表北京市人民政府, 在湖北省第十四届人民代表大会上.
Where none is there, it is the place that the text names most often.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policygraph.ontology import places, wordclasses
from policygraph.ontology.places import Place
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

# How many characters of a text, blanks left out, are its first words: the set phrases stand before the first figures.
_HEAD = 600

_SUFFIX = r"<area_suffixes>"
# What follows the official name of a place in the set phrases.
_AFTER = (
    r"(?=(?:人民)?政府|第?[<list_numbers>\d]{1,3}届人民代表大会|"
    r"(?:代理?)?<heads_of_government>)"
)
_UNIT = wordclasses.pattern(rf"([\u4e00-\u9fff]{{2,14}}?{_SUFFIX}){_AFTER}")
# Words before a name that the pattern takes in: 我代表|北京市, 会议上|河南省, 1月8日在|昆山市.
_BEFORE = wordclasses.pattern(r"<told_by>|<years_and_sessions>|日在|^<at_or_to>")
# 国务院 reports for the nation, and the nation's congress has no province before its name.
_NATION = wordclasses.pattern(r"代表国务院|第?[<list_numbers>\d]{1,3}届全国人民代表大会")
_NATION_TITLE = wordclasses.pattern(r"<state_council>")
# "我代表省人民政府": the level without the name.
_BARE = wordclasses.pattern(r"代表(<area_suffixes_short>)人民政府")
_BARE_SUFFIXES = wordclasses.members("suffixes_of_areas")
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
    """Return the place of a name; one that is not in the lexicon is a county, since all larger ones are in it."""
    return places.get(name) or Place(short(name), Level.COUNTY, "", "", name)


def infer(stem: str, title: str, body: str, wanted: Level | None = None) -> Place:
    """Return the place that a document speaks for.

    Args:
        stem: the file's name without suffix.
        title: the title, if the text has one.
        body: the text without front matter.
        wanted: the level of the place where it is known; names of places of other levels are passed over.

    Returns:
        A place of the lexicon; one that is not in it has the level county and no ``within``; 全国 where no word
        of the document names a place.

    """
    plain = re.sub(r"\s+", "", body)
    head = plain[:_HEAD]
    for found in (_of_name(stem), _of_title(title), _of_phrases(head)):
        if fitting := [place for place in found if wanted in (None, place.level)]:
            return _choose(fitting, plain)
    bare = _BARE.search(head)
    return _most_named(plain, wanted, bare[1] if bare else "")


def _of_name(stem: str) -> Sequence[Place]:
    """Return the places that a file's name may mean: Chinese, pinyin or English."""
    if found := _of_title(stem) or _nation(re.search("中国", stem)):
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
    return [place for place in candidates if place.level in levels] or candidates


def _of_title(title: str) -> Sequence[Place]:
    plain = re.sub(r"\s+", "", title)
    return _units(plain) or places.named(plain) or _nation(_NATION_TITLE.search(plain))


def _of_phrases(head: str) -> Sequence[Place]:
    return _nation(_NATION.search(head)) or _units(head)


def _nation(said: object) -> Sequence[Place]:
    nation = places.get(places.NATION)
    return (nation,) if said and nation else ()


def _units(text: str) -> Sequence[Place]:
    """Return the places whose official names stand in the set phrases of a text."""
    names = (_BEFORE.split(match[1])[-1] for match in _UNIT.finditer(text))
    return [_unit(name) for name in names if name and name not in _BARE_SUFFIXES]


def _unit(name: str) -> Place:
    """Return the last place of a name such as 河南省中牟县; what the lexicon does not have is a county."""
    for start in range(len(name) - 1):
        if place := places.get(name[start:]):
            return place
    last = name
    for outer in places.named(name):
        for prefix in (outer.official, outer.name):
            if last.startswith(prefix) and len(last) > len(prefix) + 1:
                last = last.removeprefix(prefix)
                break
    return resolve(last)


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

    我国 names the nation; 全国 does not, since it is what other places are compared with.
    """
    (nation,) = _nation(said=True)
    counted = Counter(place for place in places.named(text) if place != nation)
    counted[nation] = text.count("我国")
    said = [place for place in counted if counted[place] and wanted in (None, place.level)]
    fitting = [place for place in said if place.official.endswith(suffix)] or said
    return min(fitting, key=lambda place: (-counted[place], place.name), default=nation)
