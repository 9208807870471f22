"""The places that documents speak for: the nation, its provinces, prefectures and counties.

``ontology/lexicon/places.tsv`` holds the divisions of GB/T 2260 with their codes, and those of former times; it is written
by ``benchmarks/places.py``. Names are short, as documents and tables use them: 湖北, 郑州, 昆山. Where two places share the
short name, the smaller one keeps its suffix: 吉林 is the province and 吉林市 the city; two districts of one name are told
apart by what they lie in: 北京朝阳区. The places of the lexicon in force stand beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from policygraph import resources
from policygraph.errors import LexiconError, OntologyError
from policygraph.ontology import own, wordclasses
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.ontology.own import Row

NATION = wordclasses.word("nationwide")

# Of ontology/lexicon/places.tsv, which benchmarks/places.py writes.
COLUMNS = ("name", "level", "within", "pinyin", "official", "code", "english", "former", "bare", "now")
_SUFFIXES = wordclasses.of("suffixes_of_areas")
_NATION_NAMES = wordclasses.of("names_of_the_nation")
# English names of places by which files are called. Hyphens, spaces and case make no difference.
_ENGLISH = {
    "china": NATION,
    **{
        said: name
        for name, english in wordclasses.features("places_with_english_names").items()
        for said in english.split()
    },
}
_SMALLER = wordclasses.pattern("<county_levels>(?!<behind_that_no_county>)")
# Common words that hold the name of a place by chance: 家和国的长治久安, 推广安全生产, 制定西部….
_NOT_PLACES = wordclasses.of("no_places")


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division.

    Attributes:
        name: the short name, unique: ``湖北``, ``郑州``, ``全国``.
        level: the level of its government; 北京, 天津, 上海 and 重庆 are of province level.
        within: name of the place that it lies in; ``""`` for 全国 only.
        pinyin: the short name in pinyin without tones, in one word: ``zhengzhou``.
        official: the official name: ``湖北省``, ``恩施土家族苗族自治州``.
        code: of GB/T 2260, six digits; ``""`` for a place that it does not have.
        english: the English name: ``Zhengzhou``, ``Yunyang County``.
        former: official names that it had before.
        bare: whether its short name alone is read as a place: 昆山 is, 资源 is not, though 资源县 is.
        now: ``""`` for a place of today; the name of the place that has its code now, or ``-`` where none has.

    """

    name: str
    level: Level
    within: str
    pinyin: str
    official: str
    code: str = ""
    english: str = ""
    former: tuple[str, ...] = ()
    bare: bool = True
    now: str = ""


def all() -> tuple[Place, ...]:  # noqa: A001 - read as places.all()
    """Return all places of today, by name.

    Raises:
        OntologyError: the table is wrong.
        LexiconError: a place of the lexicon in force lies nowhere.

    """
    return tuple(place for place in _table().values() if not place.now)


def get(name: str) -> Place | None:
    """Return the place of a short, official or former name, or None; also where several places have that name.

    >>> [get(name).name for name in ("湖北省", "郑州市", "恩施州", "广西壮族自治区", "中国", "昆山市", "祁阳县")]
    ['湖北', '郑州', '恩施', '广西', '全国', '昆山', '祁阳']
    """
    if name in _NATION_NAMES:
        name = NATION
    if place := _table().get(name):
        return place
    found = sharing(name)
    return found[0] if len(found) == 1 else None


def spoken(words: str) -> Place | None:
    """Return the place that words of a text name, or None: a county whose short name is a common word needs its kind.

    >>> spoken("资源"), spoken("资源县").name, spoken("昆山").name
    (None, '资源', '昆山')
    """
    place = get(words)
    return place if place and (place.bare or words != place.name or place.name == place.official) else None


def is_province(name: str) -> bool:
    """Whether a name is that of a province.

    >>> is_province("河南"), is_province("郑州"), is_province("全国")
    (True, False, False)
    """
    place = get(name)
    return place is not None and place.level is Level.PROVINCE


def sharing(name: str) -> tuple[Place, ...]:
    """Return the places of an official or former name, those of today before others; 朝阳区 is one of 北京 and one of 长春."""
    return _official().get(name, ())


def ends(text: str) -> bool:
    """Whether a text ends with the short or official name of a place.

    >>> ends("创新湖北"), ends("湖北创新")
    (True, False)
    """
    return any(get(text[-length:]) for length in _lengths().get(text[-1:], ()))


@cache
def _lengths() -> Mapping[str, frozenset[int]]:
    """Return the lengths of the names of places by their last character."""
    found: dict[str, frozenset[int]] = {}
    for name in (*_table(), *_official(), *_NATION_NAMES):
        found[name[-1]] = found.get(name[-1], frozenset()) | {len(name)}
    return found


def within(name: str) -> tuple[Place, ...]:
    """Return the places that lie directly in the place ``name``, by name; none for an unknown name."""
    outer = get(name)
    return _inside().get(outer.name, ()) if outer else ()


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

    >>> english("郑州"), english("内蒙古"), english("全国"), english("云阳")
    ('Zhengzhou', 'Inner Mongolia', 'China', 'Yunyang County')
    """
    place = _table().get(name)
    return place.english if place else ""


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
    """Return the places that a text names, in reading order and as often as it names them.

    A county is named by its official name. Where several have it, it is the one that lies in a place named before.

    >>> [place.name for place in named("河南省郑州市，长治久安，北京市朝阳区，云阳县")]
    ['河南', '郑州', '北京', '北京朝阳区', '云阳']
    """
    found: list[Place] = []
    near: set[str] = set()
    at = 0
    while at < len(text):
        name = next((name for name in _beginning().get(text[at : at + 2], ()) if _is_at(text, at, name)), "")
        if name and (place := _meant(name, near)):
            found.append(place)
            near.update(outer.name for outer in chain_of(place) if outer.name != NATION)
        at += len(name) or 1
    return tuple(found)


def _is_at(text: str, at: int, name: str) -> bool:
    """Whether a name stands in a text; a bare name before 区, 县 or 旗 is that of a smaller place with the same name."""
    if not text.startswith(name, at):
        return False
    place = _table().get(name)
    smaller = place and place.level is not Level.COUNTY and _SMALLER.match(text, at + len(name))
    return not smaller


def _meant(name: str, near: set[str]) -> Place | None:
    """Return the place of a name that a text names near others; None where several are as near."""
    options = sharing(name)
    if (place := _table().get(name)) and (place in options or not options):
        return place
    fitting = options if len(options) == 1 else [o for o in options if {p.name for p in chain_of(o)[1:]} & near]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _table() -> Mapping[str, Place]:
    path = resources.ontology() / "lexicon" / "places.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror}); install again") from error
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise OntologyError(f"{path}:1: the columns must be {', '.join(COLUMNS)}, separated by tabs")
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
    english = row["pinyin"].capitalize()
    official = row["official"] or row["name"]
    return Place(row["name"], Level(row["level"]), row["within"], row["pinyin"], official, english=english)


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
        name, level, outer, pinyin, official, code, english, former, bare, now = line.split("\t")
        earlier = tuple(former.split("|")) if former else ()
        return Place(name, Level(level), outer, pinyin, official, code, english, earlier, bool(bare), now)
    except ValueError as error:
        raise OntologyError(f"{path}:{number}: not a place: {error}") from error


@cache
def _official() -> Mapping[str, tuple[Place, ...]]:
    """Official and former names, and short names with the suffix that fits: 恩施州, but not 恩施市, which is another place."""
    names: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    for place in sorted(_table().values(), key=lambda place: (place.now != "", place.name)):
        names[place.official][place.name] = place
        for suffix in _SUFFIXES:
            if place.official.endswith(suffix) and place.now == "" and not place.name.endswith(suffix):
                names[place.name + suffix].setdefault(place.name, place)
    for place in all():
        for official in place.former:
            if official not in names:
                names[official][place.name] = place
    return {name: _of_today(tuple(found.values())) for name, found in names.items()}


def _of_today(found: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(place for place in found if not place.now) or found


@cache
def _inside() -> Mapping[str, tuple[Place, ...]]:
    """Places by the name of what they lie in."""
    inside: defaultdict[str, list[Place]] = defaultdict(list)
    for place in all():
        inside[place.within].append(place)
    return {name: tuple(found) for name, found in inside.items()}


@cache
def _pinyin() -> Mapping[str, tuple[Place, ...]]:
    """Places by pinyin; 陕西 is spelt Shaanxi to tell it from 山西, but not by everyone."""
    names: defaultdict[str, list[Place]] = defaultdict(list)
    for place in all():
        for spelling in sorted({place.pinyin, place.pinyin.replace("aa", "a")}):
            names[spelling].append(place)
    return {spelling: tuple(places) for spelling, places in names.items()}


@cache
def _beginning() -> Mapping[str, tuple[str, ...]]:
    """The names by which a text names places, and words that hold one by chance, by their first two characters, longest first."""
    names = {*_NOT_PLACES, *(name for name in _official() if len(name) > 2)}
    names |= {place.name for place in all() if place.level is not Level.COUNTY or not place.code}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        found[name[:2]].append(name)
    return {start: tuple(found) for start, found in found.items()}
