"""The metadata fields that a user can give, and the form in which they are kept."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from policygraph.documents import areas, licences, tags
from policygraph.errors import InputError
from policygraph.ontology import genres, wordclasses
from policygraph.statements import Genre, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = ("title", "publisher", "issued", "area", "level", "genre", "source", "license")

# 2025, 2025-01, 2025-01-16, 2025/1/16, 2025年1月16日, with a time of day that is dropped.
_DATE = wordclasses.pattern(
    r"(?P<year>\d{4})年?(?:[-/.]?(?P<month>(?<=[-/.年])\d{1,2})月?(?:[-/.]?(?P<day>(?<=[-/.月])\d{1,2})日?)?)?"
    r"(?:[T ]\s*\d{1,2}:\d{2}.*)?"
)
# Work reports exist since 1954; a year outside of this span is a slip of the pen.
_YEARS = range(1949, 2100)
# What becomes a label in the graph, which has no markup.
_LABELS = ("publisher", "area")
_LEVELS: Mapping[str, Level] = {
    **{level.value: level for level in Level},
    **dict.fromkeys(wordclasses.of("names_of_national_level"), Level.NATION),
    **dict.fromkeys(wordclasses.of("names_of_provincial_level"), Level.PROVINCE),
    **dict.fromkeys(wordclasses.of("names_of_city_level"), Level.CITY),
    **dict.fromkeys(wordclasses.of("names_of_county_level"), Level.COUNTY),
    **dict.fromkeys(wordclasses.of("names_of_township_level"), Level.TOWNSHIP),
    wordclasses.word("level_not_known"): Level.UNKNOWN,
}


def normal(name: str, value: str) -> str:
    """Return the value of a field in the form in which documents keep it; ``""`` for a blank one.

    >>> normal("issued", "2025年1月16日"), normal("level", "省"), normal("area", "湖北省")
    ('2025-01-16', 'province', '湖北')

    Raises:
        ValueError: the value is not allowed; the message says what is.

    """
    value = " ".join(value.split())
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError(f"{name} holds a character that is none ({value!a}); write it in UTF-8")
    if name in _LABELS:
        value = " ".join(tags.label(tags.without(value)).split())
    if not value:
        return ""
    if name == "issued":
        return _issued(value)
    if name == "level":
        return _level(value)
    if name == "genre":
        return _genre(value)
    if name == "area":
        return areas.short(value)
    if name == "license":
        return licences.address(value)
    return value


def _issued(value: str) -> str:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", value))
    problem = f"issued is {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD"
    if not match:
        raise ValueError(problem)
    year, month, day = int(match["year"]), match["month"], match["day"]
    try:
        date(year, int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"{problem}; there is no such day") from error
    if year not in _YEARS:
        raise ValueError(f"{problem}; the year must be from {_YEARS[0]} to {_YEARS[-1]}")
    return f"{year}" + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")


def _level(value: str) -> str:
    level = _LEVELS.get(value.lower())
    if level is None:
        raise ValueError(f"level is {value!r}; write one of {', '.join(Level)}")
    return level.value


def _genre(value: str) -> str:
    genre = genres.called(value)
    if genre is None:
        raise ValueError(f"genre is {value!r}; write one of {', '.join(Genre)}")
    return genre.value


def chosen(overrides: Mapping[str, str | None]) -> dict[str, str]:
    """Return the overrides that give a value, in normal form.

    Raises:
        InputError: a field is unknown, or a value not allowed.

    """
    given: dict[str, str] = {}
    for name, value in sorted(overrides.items()):
        if name not in NAMES:
            raise InputError(f"{name} is no metadata field; give one of {', '.join(NAMES)}")
        try:
            normalized = normal(name, value or "")
        except ValueError as error:
            raise InputError(f"--{name}: {error}") from error
        if normalized:
            given[name] = normalized
    return given
