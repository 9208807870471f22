"""One indicator over places and years: the rows of the panel that can be set side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from policygraph.errors import QueryError, UnknownNameError
from policygraph.ontology import indicators
from policygraph.rows import Rows
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LEVELS: Final = ("", *Level)
# Letters of the shortest abbreviation, and English words that make no name another one.
_INITIALS: Final = 3
_SMALL: Final = frozenset({"and", "in", "of", "the"})


def compared(panel: Rows, indicator: str, year: str = "", level: str = "") -> Rows:
    """Return the rows of an indicator: the latest year first, then by level and unit, the highest value first.

    Args:
        panel: the rows of the panel.
        indicator: any name of the indicator, or words that only one name has.
        year: of which year; ``""`` for all.
        level: of places of which level; ``""`` for all.

    Raises:
        UnknownNameError: none has the name, or several have the words.
        QueryError: the indicator has no figure of that year and level; the message lists what there is.

    """
    key = _meant(panel, indicator)
    every = [row for row in panel if _key(row) == key]
    found = [row for row in every if year in ("", str(row["year"])) and level in ("", row["level"])]
    if not found:
        there = sorted({f"{row['year']} {row['level']}".strip() for row in every})
        asked = f"{year} {level}".strip()
        raise QueryError(f"{every[0]['indicator']} has no figure of {asked}; there are: {', '.join(there)}")
    return Rows(panel.columns, sorted(found, key=_order))


def value(row: Mapping[str, Any]) -> float | None:
    """Return the number by which places are ordered: what was reached, else what was set, of a range its middle."""
    if row["outcome"] is not None:
        return float(row["outcome"])
    bounds = [bound for bound in (row["target_low"], row["target_high"]) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    number = value(row)
    level = _LEVELS.index(row["level"])
    return (
        -row["year"],
        level,
        row["unit"],
        row["qualifiers"],
        -number if number is not None else float("inf"),
        row["area"],
    )


def _key(row: dict[str, Any]) -> str:
    """Return what is compared: a concept, or the words of an indicator that has none."""
    return str(row["concept"] or row["indicator"])


def _meant(panel: Rows, words: str) -> str:
    """Return the key of the indicator that words name; words of many names name none."""
    # By its own name, by a synonym, by the rules of names, by its English words in any order, by a part.
    wanted = words.strip().casefold()
    found = indicators.find(words)
    ways: tuple[Callable[[dict[str, Any]], bool], ...] = (
        lambda row: wanted in map(str.casefold, (row["indicator"], row["concept"], row["indicator_english"])),
        lambda row: wanted in map(str.casefold, _names(row)),
        lambda row: found is not None and row["concept"] == found.id,
        lambda row: _same_words(wanted, row["indicator_english"].casefold()),
        lambda row: any(wanted in name.casefold() for name in _names(row)),
    )
    for way in ways if wanted else ():
        keys = {_key(row) for row in panel if way(row)}
        if len(keys) == 1:
            return keys.pop()
    raise UnknownNameError("indicator", words, _offered(panel, wanted))


def _same_words(wanted: str, name: str) -> bool:
    """Whether two English names are of the same words in any order; initials stand for what they abbreviate.

    >>> _same_words("gdp growth", "growth of gross domestic product"), _same_words("gdp", "growth of exports")
    (True, False)
    """
    asked, words = _words(wanted), _words(name)
    initials = "".join(word[0] for word in words)
    spelled: list[str] = []
    for word in asked:
        at = initials.find(word) if len(word) >= _INITIALS and word not in words else -1
        spelled += words[at : at + len(word)] if at >= 0 else [word]
    return bool(words) and sorted(spelled) == sorted(words)


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", name) if word not in _SMALL]


def _offered(panel: Rows, wanted: str) -> Iterator[str]:
    """Yield the names that are offered: in the script in which was asked."""
    for row in panel:
        yield row["indicator_english"] if wanted.isascii() and row["indicator_english"] else row["indicator"]


def _names(row: dict[str, Any]) -> tuple[str, ...]:
    concept = indicators.known(row["concept"])
    return (row["indicator"], row["indicator_english"], *(concept.synonyms if concept else ()))
