"""English names made by rule out of the parts of Chinese ones: places, nouns, numbers, phases; pinyin in brackets for the rest.

``ontology/lexicon/english.tsv`` says what the parts mean, the gazetteer how places are called. A name that is made so is marked as
such wherever it goes; what a person wrote (``ontology/labels.tsv``, the indicators, everybody's own words) goes before it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.ontology import inflection, labels, phrases, places, tables, wordclasses
from policygraph.ontology.phrases import HAN, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_KEPT = 1 << 16
_LONGEST = 18
_PLAIN = re.compile(r"[A-Za-z0-9+＋×.%‰/#&*_]+")
_DIGITS = {digit: value for value, digit in enumerate(wordclasses.of("list_numbers"), 1)} | {"两": 2}
_NUMERAL = r"(?:\d+|<list_numbers>?十<list_numbers>?|<list_numbers>|两)"
# 第十四届, 第2轮; 二期; 6号线; 十大, 三年.
_ORDINAL = wordclasses.pattern(rf"第(?P<number>{_NUMERAL})(?P<noun><nouns_of_ordinals>)?")
# 十二届十一次全会.
_SESSION = wordclasses.pattern(rf"第?(?P<term>{_NUMERAL})届(?P<session>{_NUMERAL})(?:次|中)<plenary_sessions>")
_PHASE = wordclasses.pattern(rf"(?P<number>{_NUMERAL})期")
_LINE = wordclasses.pattern(rf"(?P<number>{_NUMERAL})<lines_of_the_underground>")
_COUNT = wordclasses.pattern(rf"(?P<number>{_NUMERAL})(?P<noun><nouns_of_counts>)")
# 一核两翼, 三区三线, 一心多点.
_PAIRS = wordclasses.pattern(
    r"(?:(?:<list_numbers>|两|多)(?!十|大|个|项|级|年)[\u4e00-\u9fff]){2,4}(?=$|[^\u4e00-\u9fff])"
)
_ANNIVERSARY = wordclasses.pattern(r"(?P<number>\d+|<list_numbers>?十<list_numbers>?)<anniversary>")
# 2035年远景目标, but neither 2020年代 nor 2025年底.
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?!度|代|来|内|间|前|后|底|末|初)")
_MANY = 11
# Zhongyuan and Belt and Road, but neither AI nor R&D.
_PROPER = re.compile(r"[A-Z][a-z]{2}")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Nouns that may stand alone at the end of a name of unknown words: 花湖, 龙湖镇.
_TAILS = wordclasses.of("nouns_alone_in_english")
_QUARTERS = {"东": "eastern", "西": "western", "南": "southern", "北": "northern", "中": "central"}
_LONGEST_FORMULA = 8
_PAIR = 2
_MOST_LETTERS = 4


class Label(NamedTuple):
    """An English name.

    Attributes:
        text: the name.
        made: whether rules made it, not a person.

    """

    text: str
    made: bool


def named(label: str, given: str = "") -> Label:
    """Return the English name of a thing: what a person gave it, else one that is made.

    Args:
        label: the Chinese name.
        given: the English name that a lexicon or gazetteer gives, or ``""``.

    >>> named("5G"), named("河南省低空经济发展示范区")
    (Label(text='5G', made=False), Label(text='Henan Low-altitude Economy Development Demonstration Zone', made=True))
    """
    text = given or labels.english(label)
    return Label(text, False) if text else Label(made(label), True)


@lru_cache(maxsize=_KEPT)
def made(label: str) -> str:
    """Return an English name for a Chinese one, made of its parts.

    >>> made("新增高新技术企业数"), made("英歌石科学城二期"), made("济郑高铁")
    ('Number of new high-tech enterprises', 'Yinggeshi Science City Phase II', 'Jinan–Zhengzhou High-speed Railway')
    """
    return phrases.written(label, _joined(tuple(_parts(label)))) or label


def _parts(label: str) -> Iterator[Part]:
    """Yield the parts of a name, at each place the longest that is known."""
    at = 0
    while at < len(label):
        part = (
            _pairs(label, at)
            or _figure(label, at)
            or _region(label, at)
            or _known(label, at)
            or Part(label[at], _sign(label[at]))
        )
        yield part
        at += len(part.chinese)


def _sign(char: str) -> str | None:
    return None if HAN.match(char) else char


def _figure(label: str, at: int) -> Part | None:
    """Return a number with its noun, or a stretch of Latin letters and digits."""
    if found := _SESSION.match(label, at):
        session, term = _nth(_value(found["session"])), _nth(_value(found["term"]))
        return Part(found[0], f"{session} plenary session of the {term} term", name=True)
    if found := _ORDINAL.match(label, at):
        nth = f"{_nth(_value(found['number']))} {_meanings().get(found['noun'] or '', '')}"
        return Part(found[0], nth.strip(), name=True)
    if found := _PHASE.match(label, at):
        return Part(found[0], f"Phase {_roman(_value(found['number']))}")
    if found := _LINE.match(label, at):
        return Part(found[0], f"line {_value(found['number'])}")
    if found := _ANNIVERSARY.match(label, at):
        return Part(found[0], f"{_nth(_value(found['number']))} anniversary")
    if found := _YEAR.match(label, at):
        return Part(found[0], found["year"])
    if found := _COUNT.match(label, at):
        noun = _meanings().get(found["noun"], "")
        counted = f"{_spelt(_value(found['number']))} {noun}".strip()
        return Part(found[0], _meanings().get(found[0], counted))
    found = _PLAIN.match(label, at)
    return Part(found[0], found[0]) if found else None


def _known(label: str, at: int) -> Part | None:
    """Return the longest word, label or place that begins at a place of a name."""
    for length in range(min(_LONGEST, len(label) - at), 0, -1):
        text = label[at : at + length]
        if (found := _meanings().get(text)) is not None:
            return Part(text, found, name=_PROPER.match(found) is not None)
        over = label[at + length - 1 : at + length + 1]
        ends_whole = text in _short_places() or len(over) < _PAIR or over not in _meanings()
        if length > 1 and ends_whole and (place := places.spoken(text)) and place.english:
            return Part(text, place.english.removesuffix(" County"), name=True)
        if length > 1 and ends_whole and (district := _district(text)):
            return Part(text, district, name=True)
        if 1 < length < len(label) and (written := labels.english(text)):
            return Part(text, written[:1].lower() + written[1:] if written[1:2].islower() else written, name=True)
    return None


def _district(text: str) -> str:
    """Return the short name of a county or district that a text says without its kind: 通州, 石屏."""
    place = None if text[0] in phrases.particles() else places.get(text) or places.get(f"{text}区")
    return re.sub(r" (?:County|District|City)\b.*$", "", place.english) if place else ""


def _region(label: str, at: int) -> Part | None:
    """Return a part of a province: 皖北."""
    text = label[at : at + 2]
    whole = _letters().get(text[:1], "")
    if text[1:] in _QUARTERS and places.is_province(whole):
        return Part(text, f"{_QUARTERS[text[1:]]} {places.english(whole)}", name=True)
    return None


def _joined(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return parts of which stretches that nobody knows are one each, with single characters beside them."""
    found: list[Part] = []
    for index, part in enumerate(parts):
        after = parts[index + 1] if index + 1 < len(parts) else None
        lone = (
            len(part.chinese) == 1 and HAN.match(part.chinese) is not None and part.chinese not in phrases.particles()
        )
        unknown = part.english is None or (lone and _leans(part, found, after))
        if unknown and found and found[-1].english is None:
            found[-1] = Part(found[-1].chinese + part.chinese, None)
        else:
            found.append(Part(part.chinese, None) if unknown else part)
    return tuple(_formula(_route(part, found[index + 1 : index + 2])) for index, part in enumerate(found))


def _formula(part: Part) -> Part:
    """Return a formula that begins with a number by its characters: 一主两副, 四域多点."""
    if part.english is not None or part.chinese[0] not in _DIGITS or len(part.chinese) > _LONGEST_FORMULA:
        return part
    each = [_meanings().get(char) for char in part.chinese]
    return Part(part.chinese, " ".join(filter(None, each))) if None not in each else part


def _pairs(label: str, at: int) -> Part | None:
    """Return a slogan of counted things, each of one character: 一核两翼, 三区三线."""
    found = _PAIRS.match(label, at)
    if not found or found[0] in _meanings():
        return None
    each = [
        (_DIGITS.get(number, _MANY), _meanings().get(noun)) for number, noun in zip(*[iter(found[0])] * 2, strict=True)
    ]
    said = [
        f"{_spelt(number) if number < _MANY else 'multiple'} {inflection.many(noun) if number > 1 else noun}"
        for number, noun in each
        if noun
    ]
    return Part(found[0], phrases.enumerated(said)) if len(said) == len(each) else None


def _leans(part: Part, before: Sequence[Part], after: Part | None) -> bool:
    """Whether a single character belongs to a word that nobody knows: 石 of 英歌石, 花 of 花湖."""
    if part.chinese in _TAILS and after is None:
        return False
    if before and before[-1].english is None:
        return True
    return after is not None and (
        after.english is None
        or (len(after.chinese) == 1 and bool(HAN.match(after.chinese)) and after.chinese not in phrases.particles())
    )


def _are_provinces(letters: str) -> bool:
    """Whether two characters are letters of two provinces: 川藏, 沪滇."""
    return len(letters) == _PAIR and all(places.is_province(_letters().get(letter, "")) for letter in letters)


def _route(part: Part, after: Sequence[Part]) -> Part:
    """Return the places of letters before the noun of a route, or of two provinces: 济郑 of 济郑高铁, 川藏."""
    if part.english is not None or not (_are_provinces(part.chinese) or (after and after[0].chinese in _route_nouns())):
        return part
    if not 1 < len(part.chinese) <= _MOST_LETTERS:
        return part
    joined = [_of_letter(letter) for letter in part.chinese]
    return Part(part.chinese, "–".join(joined), name=True) if all(joined) else part


def _of_letter(letter: str) -> str:
    """Return the English name of the place of a letter, or ``""`` where several begin with it."""
    if letter in wordclasses.members("letters_of_several_places"):
        return ""
    if place := places.get(_letters().get(letter, "")):
        return place.english
    found = _beginning().get(letter, ())
    return places.english(found[0]) if len(found) == 1 else ""


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS[numeral]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def _nth(number: int) -> str:
    if number % 100 not in (11, 12, 13) and number % 10 in (1, 2, 3):
        return f"{number}{('st', 'nd', 'rd')[number % 10 - 1]}"
    return f"{number}th"


def _roman(number: int) -> str:
    return _ROMAN[number] if number < len(_ROMAN) else str(number)


def _spelt(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)


@cache
def _meanings() -> Mapping[str, str]:
    """Return what the words of ontology/lexicon/english.tsv mean.

    Raises:
        OntologyError: the table is missing, or a row has too few or too many cells.

    """
    return _table("english", ("word", "english"))


@cache
def _letters() -> Mapping[str, str]:
    return _table("place_letters", ("letter", "place"))


@cache
def _route_nouns() -> frozenset[str]:
    return frozenset(noun for (noun,) in tables.read("relation_routes", ("head",))[1])


@cache
def _short_places() -> frozenset[str]:
    """Return the names of places without their kind: 河南 of 河南段, but not 辽宁省 of 辽宁省委."""
    return frozenset(place.name for place in places.all())


@cache
def _beginning() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the cities by their first character."""
    found: dict[str, list[str]] = {}
    for place in places.all():
        if place.level.value in ("city", "province"):
            found.setdefault(place.name[0], []).append(place.name)
    return {letter: tuple(names) for letter, names in found.items()}


def _table(name: str, columns: tuple[str, str]) -> Mapping[str, str]:
    return {row[0]: row[1] for row in tables.read(name, columns)[1]}
