"""The places that documents speak for: the nation, its provinces and prefectures, and some counties.

``ontology/lexicon/places.tsv`` holds the 34 divisions of province level and the 333 of prefecture level (行政区划 since
2019, when 莱芜 joined 济南), and the counties of 郑州. Names are short, as documents and tables use them: 湖北, 郑州.
Where two places share the short name, the smaller one keeps its suffix: 吉林 is the province and 吉林市 the city. The places
of the lexicon in force stand beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from policygraph import resources
from policygraph.errors import LexiconError, OntologyError
from policygraph.ontology import own, wordclasses
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.ontology.own import Row

NATION = "全国"

_COLUMNS = ("name", "level", "within", "pinyin", "official")
_SUFFIXES = ("特别行政区", "自治区", "自治州", "自治县", "省", "市", "州", "盟", "地区", "县", "区", "旗")
_NATION_NAMES = ("中国", "国家", "我国")
# English names that are not the pinyin.
_ENGLISH_NAMES = {
    NATION: "China",
    "香港": "Hong Kong",
    "内蒙古": "Inner Mongolia",
    "澳门": "Macao",
    "西藏": "Tibet",
}
# Hyphens, spaces and case make no difference.
_ENGLISH = {re.sub("[^a-z]", "", english.lower()): name for name, english in _ENGLISH_NAMES.items()} | {"macau": "澳门"}
# Common words that hold the name of a place by chance: 家和国的长治久安, 推广安全生产, 制定西部….
_NOT_PLACES = (
    "长治久安", "平安康", "出海口", "入海口", "海口岸", "创新乡", "美丽水", "确保山", "推广安", "制定西", "东北海",
    "朝阳产业", "朝阳行业", "河源头", "流通化", "阿里巴巴", "哈密瓜", "孙中山", "大同小异",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division.

    Attributes:
        name: the short name, unique: ``湖北``, ``郑州``, ``全国``.
        level: the level of its government; 北京, 天津, 上海 and 重庆 are of province level.
        within: name of the place that it lies in; ``""`` for 全国 only.
        pinyin: the short name in pinyin without tones, in one word: ``zhengzhou``.
        official: the official name: ``湖北省``, ``恩施土家族苗族自治州``.

    """

    name: str
    level: Level
    within: str
    pinyin: str
    official: str


def all() -> tuple[Place, ...]:  # noqa: A001 - read as places.all()
    """Return all places, by name.

    Raises:
        OntologyError: the table is wrong.
        LexiconError: a place of the lexicon in force lies nowhere.

    """
    return tuple(_table().values())


def get(name: str) -> Place | None:
    """Return the place of a short or official name, or None.

    >>> [get(name).name for name in ("湖北省", "郑州市", "恩施州", "广西壮族自治区", "中国")]
    ['湖北', '郑州', '恩施', '广西', '全国']
    """
    if name in _NATION_NAMES:
        name = NATION
    return _table().get(name) or _official().get(name)


def within(name: str) -> tuple[Place, ...]:
    """Return the places that lie directly in the place ``name``, by name; none for an unknown name."""
    outer = get(name)
    return tuple(place for place in all() if outer and place.within == outer.name)


def chain_of(place: Place) -> tuple[Place, ...]:
    """Return the place and all that it lies in, smallest first.

    >>> [place.name for place in chain_of(get("郑州"))]
    ['郑州', '河南', '全国']
    """
    found = [place]
    while outer := _table().get(found[-1].within):
        found.append(outer)
    return tuple(found)


def english(name: str) -> str:
    """Return the English name of a place; ``""`` for one that the table does not hold.

    >>> english("郑州"), english("内蒙古"), english("全国")
    ('Zhengzhou', 'Inner Mongolia', 'China')
    """
    place = _table().get(name)
    return _ENGLISH_NAMES.get(name, place.pinyin.capitalize()) if place else ""


def romanized(word: str) -> tuple[Place, ...]:
    """Return the places of a name in pinyin or English, by name; several may share one pinyin.

    >>> [place.name for place in romanized("Taizhou")]
    ['台州', '泰州']
    """
    plain = re.sub(r"[^a-z]", "", word.lower())
    if plain in _ENGLISH:
        return (_table()[_ENGLISH[plain]],)
    return _pinyin().get(plain, ())


def named(text: str) -> tuple[Place, ...]:
    """Return the places that a text names by their short names, in reading order and as often as it names them.

    >>> [place.name for place in named("河南省郑州市，长治久安，北京市朝阳区")]
    ['河南', '郑州', '北京']
    """
    table = _table()
    found = (match[0] for match in _pattern().finditer(text))
    return tuple(table[name] for name in found if name in table)


@cache
def _table() -> Mapping[str, Place]:
    path = resources.ontology() / "lexicon" / "places.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror}); install again") from error
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        raise OntologyError(f"{path}:1: the columns must be {', '.join(_COLUMNS)}, separated by tabs")
    places = [_place(path, number, line) for number, line in enumerate(lines[1:], 2)]
    return _with_own(_checked(path, places))


def _with_own(table: Mapping[str, Place]) -> Mapping[str, Place]:
    """Return the table with the places of the lexicon in force; one that has the name of another takes its place."""
    rows = own.current().rows("places")
    known = {row["name"]: _of_row(row) for row in rows}
    found = {**table, **known}
    for row in rows:
        if row["within"] not in found:
            raise LexiconError(
                row.path, f"{row['name']} lies within {row['within']}, which is no known place", row.line
            )
        if row["name"] in _outer(row["within"], found):
            raise LexiconError(row.path, f"{row['name']} lies within itself; mend the column within", row.line)
    return {name: found[name] for name in sorted(found)}


def _outer(name: str, table: Mapping[str, Place]) -> list[str]:
    """Return a place and all that it lies in; a ring ends where it began."""
    found: list[str] = []
    while name in table and name not in found:
        found.append(name)
        name = table[name].within
    return found


def _of_row(row: Row) -> Place:
    return Place(row["name"], Level(row["level"]), row["within"], row["pinyin"], row["official"] or row["name"])


def _checked(path: Path, places: list[Place]) -> Mapping[str, Place]:
    table = {place.name: place for place in sorted(places, key=lambda place: place.name)}
    for number, place in enumerate(places, 2):
        if table[place.name] is not place:
            raise OntologyError(f"{path}:{number}: {place.name} stands in the table twice")
        if place.name != NATION and place.within not in table:
            raise OntologyError(
                f"{path}:{number}: {place.name} lies within {place.within!r}, which is not in the table"
            )
    return table


def _place(path: Path, number: int, line: str) -> Place:
    try:
        name, level, outer, pinyin, official = line.split("\t")
        return Place(name, Level(level), outer, pinyin, official)
    except ValueError as error:
        raise OntologyError(f"{path}:{number}: not a place: {error}") from error


@cache
def _official() -> Mapping[str, Place]:
    """Official names, and short names with the suffix that fits: 恩施州, but not 恩施市, which is another place."""
    names: dict[str, Place] = {}
    for place in all():
        for suffix in _SUFFIXES:
            if place.official.endswith(suffix):
                names.setdefault(place.name + suffix, place)
        names[place.official] = place
    return names


@cache
def _pinyin() -> Mapping[str, tuple[Place, ...]]:
    """Places by pinyin; 陕西 is spelt Shaanxi to tell it from 山西, but not by everyone."""
    names: defaultdict[str, list[Place]] = defaultdict(list)
    for place in all():
        for spelling in sorted({place.pinyin, place.pinyin.replace("aa", "a")}):
            names[spelling].append(place)
    return {spelling: tuple(places) for spelling, places in names.items()}


@cache
def _pattern() -> re.Pattern[str]:
    """The longest name first; a bare name before 区, 县 or 旗 is that of a smaller place with the same name."""
    names = chain(_NOT_PLACES, (place.name for place in all() if place.level is Level.COUNTY))
    larger = (place.name for place in all() if place.level is not Level.COUNTY)
    parts = [(name, re.escape(name)) for name in names]
    parts += [(name, re.escape(name) + "(?!<county_levels>(?!<behind_that_no_county>))") for name in larger]
    ordered = sorted(parts, key=lambda part: (-len(part[0]), part[0]))
    return wordclasses.pattern("|".join(expression for _, expression in ordered))
