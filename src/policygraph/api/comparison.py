"""One indicator over places and years: the rows of the panel that can be set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policygraph.errors import UnknownNameError
from policygraph.ontology import indicators
from policygraph.rows import Rows
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LEVELS: Final = ("", *Level)


def compared(panel: Rows, indicator: str) -> Rows:
    """Return the rows of an indicator: the latest year first, then by level and unit, the highest value first.

    Args:
        panel: the rows of the panel.
        indicator: any name of the indicator, or words that only one name has.

    Raises:
        UnknownNameError: none has the name, or several have the words.

    """
    key = _meant(panel, indicator)
    return Rows(panel.columns, sorted((row for row in panel if _key(row) == key), key=_order))


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
    """Return the key of the indicator that words name: by its own name, by a synonym, by the rules of names, by a part."""
    wanted = words.strip().casefold()
    found = indicators.find(words)
    ways: tuple[Callable[[dict[str, Any]], bool], ...] = (
        lambda row: wanted in map(str.casefold, (row["indicator"], row["concept"], row["indicator_english"])),
        lambda row: wanted in map(str.casefold, _names(row)),
        lambda row: found is not None and row["concept"] == found.id,
        lambda row: any(wanted in name.casefold() for name in _names(row)),
    )
    for way in ways if wanted else ():
        keys = {_key(row) for row in panel if way(row)}
        if len(keys) == 1:
            return keys.pop()
    raise UnknownNameError("indicator", words, _offered(panel, wanted))


def _offered(panel: Rows, wanted: str) -> Iterator[str]:
    """Yield the names that are offered: in the script in which was asked."""
    for row in panel:
        yield row["indicator_english"] if wanted.isascii() and row["indicator_english"] else row["indicator"]


def _names(row: dict[str, Any]) -> tuple[str, ...]:
    concept = indicators.known(row["concept"])
    return (row["indicator"], row["indicator_english"], *(concept.synonyms if concept else ()))
