"""English phrases put together out of the parts of a Chinese name: their order, their forms, capitals and marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policygraph.ontology import inflection, wordclasses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = str.maketrans(
    {"“": ' "', "”": '" ', "‘": " '", "’": "' ", "《": ' "', "》": '" ', "（": " (", "）": ") ", "、": ", ", "，": ", "}
    | {"；": "; ", "：": ": ", "—": "–", "－": "-", "～": "–", "·": " ", "　": " ", "。": ". "}
)
# A word before these stays as it is: "enterprises and …", "number of …".
_CLOSED = re.compile(
    r"(?:of|and|or|to|in|for|from|with|by|on|at|per|as|over|under|above|than|into|etc|number|amount|days|total)\b"
)
_PERSONS = re.compile(r"(?:ers|ors|ists|ees|ants|ents|people|women|children|persons|staff|personnel)\Z")
_SEVERAL = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "several"))
_NAME_LENGTHS = range(2, 5)
_PHASE_AT_END = wordclasses.pattern(r"<list_numbers>期$")


class Part(NamedTuple):
    """A stretch of a Chinese name and what it means.

    Attributes:
        chinese: the stretch.
        english: what it means; None where nobody knows.
        name: whether it is the name of one thing: a place, an ordinal.

    """

    chinese: str
    english: str | None
    name: bool = False


def written(label: str, parts: Sequence[Part]) -> str:
    """Return the English name of a thing out of its parts, or ``""``."""
    after = [*parts[1:], None]
    told = _routes([_told(part, follower) for part, follower in zip(parts, after, strict=True)])
    proper = _is_proper(label, told)
    words: list[str] = []
    titled = 0
    for before, part, follower in zip([None, *told[:-1]], told, after, strict=True):
        titled += {"《": 1, "》": -1}.get(part.chinese, 0)
        counted = before is not None and before.english in _SEVERAL
        words.append(_form(part, follower, counted=counted, titled=proper or titled > 0))
    text = tidy(" ".join(_ordered([word for word in words if word])))
    return text[:1].upper() + text[1:]


def enumerated(words: Sequence[str]) -> str:
    """Return words as a list.

    >>> enumerated(["one core", "two wings"]), enumerated(["one", "two", "three"])
    ('one core and two wings', 'one, two and three')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def tidy(text: str) -> str:
    """Return a text with English marks and single spaces."""
    text = re.sub(r"\s+", " ", text.translate(_MARKS)).strip()
    text = re.sub(r'"\s*([^"]*?)\s*"', r'"\1"', text)
    text = re.sub(r"(?<=[a-z])- (?=[a-z])|(?<=\w) -(?=[a-z])", "-", text)
    text = re.sub(r"\(\s*", "(", re.sub(r"\s+([,.;:)])", r"\1", text))
    return re.sub(r"\s*([–])\s*", r"\1", re.sub(r"(?:,\s*)+(?!\d{3}\b)", ", ", text)).strip(" ,;")


def _told(part: Part, after: Part | None) -> Part:
    """Return a part with what it means, or its sound: a name before the noun of a place, else in brackets."""
    if part.english is not None:
        return part
    named = len(part.chinese) in _NAME_LENGTHS and after is not None and _names_before(after.chinese)
    sound = _sound(part.chinese)
    return Part(part.chinese, sound if named else f"[{sound}]", name=named)


def _routes(parts: Sequence[Part]) -> list[Part]:
    """Return parts with a dash between the names of the two ends of a route."""
    around = zip([None, *parts[:-1]], parts, [*parts[1:], None], strict=True)
    return [
        Part(part.chinese, "–")
        if part.chinese in ("至", "到") and before and after and before.name and after.name
        else part
        for before, part, after in around
    ]


def _names_before(chinese: str) -> bool:
    return chinese in wordclasses.members("nouns_after_names")


def _sound(chinese: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(chinese)).capitalize()


def _is_proper(label: str, parts: Sequence[Part]) -> bool:
    """Whether a name is that of one thing: it ends with the noun of such, and a place or an ordinal stands before."""
    kinds = wordclasses.features("heads_of_proper_names")
    whole = _PHASE_AT_END.sub("", label)
    found = [kinds[whole[-length:]] for length in range(1, len(whole)) if whole[-length:] in kinds]
    return "always" in found or (bool(found) and any(part.name for part in parts[:-1]))


def _form(part: Part, after: Part | None, *, counted: bool, titled: bool) -> str:
    words = part.english or ""
    if after is None or not HAN.match(after.chinese) or after.chinese in particles():
        words = _at_the_end().get(part.chinese, words)
        words = inflection.many(words) if counted else words
    elif _is_attribute(part, after):
        words = inflection.one(_in_front().get(part.chinese, words))
    return inflection.title(words) if titled else words


def _in_front() -> Mapping[str, str]:
    """Return what words mean before the noun that they belong to, where it is not what they mean elsewhere: economic."""
    return wordclasses.features("english_in_front")


def _at_the_end() -> Mapping[str, str]:
    """Return what words mean as the noun of a name, where it is not what they mean elsewhere: the economy."""
    return wordclasses.features("english_at_the_end")


def particles() -> frozenset[str]:
    """Return the single characters that are words wherever they stand: 和, 的, 数."""
    return wordclasses.members("particles_in_english")


def _is_attribute(part: Part, after: Part) -> bool:
    """Whether a part stands before a noun that it belongs to: disasters of disaster prevention."""
    if part.name or part.chinese in particles() or after.chinese in particles() or after.english is None:
        return False
    return HAN.match(after.chinese) is not None and _CLOSED.match(after.english) is None


def _ordered(words: Sequence[str]) -> list[str]:
    """Return the words of a name with the count at its end in front: enterprises + number → number of enterprises."""
    *front, last = words or [""]
    front = [word.removesuffix(" of") if word == "amount of" else word for word in front]
    if last == "share" and "as a share of" in front:
        return front
    if last == "number" and front:
        return ["number of", *front[:-1], inflection.many(front[-1])]
    if last == "amount of":
        return [last, *front]
    if last == "number of people" and front:
        return _of_people(front)
    if front and last.startswith(("number of", "days", "total number")):
        return [*front[:-1], f"{front[-1]},", last]
    return [*front, last]


def _of_people(front: Sequence[str]) -> list[str]:
    """Return the words of a number of people: of caregivers, of people insured."""
    if _PERSONS.search(front[-1]):
        return ["number of", *front]
    if front[-1].endswith(("ed", "ing")) and len(front) == 1:
        return ["number of people", *front]
    return [*front[:-1], f"{front[-1]},", "number of people"]
