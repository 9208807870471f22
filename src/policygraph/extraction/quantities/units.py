"""The units that reports count in: ontology/lexicon/units.tsv."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language.lexicon import table
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Mapping

# Units that the text writes with 个 or short, and the word that stands for them here.
_SPELLINGS = wordclasses.features("spellings_of_units")
# What the tables have: ranks are in 位, medals in 枚, people in 人.
_TABLE = wordclasses.features("units_in_tables")

# One thing by another: 58万元/人, 0.6人/百亿元, 30.5微克/立方米.
_QUOTIENT = "<counters_at_an_end>/(?:<large_steps>*<hundred_millions_of_money>|<large_steps>?元|<units_of_words_long>)"
# Things counted by either of two measure words: 1万台（套）, 500户（次）.
_EITHER = "[<counters_before_another>]（[<counters_in_brackets>]）"
# 四类社会组织, 五大类产品 count classes; 三级医院 says of which class one is.
_CLASSES = wordclasses.members("counters_of_classes")
# Characters that begin another word than the unit: 千亿台阶, 3.0方案.
_OTHER_WORDS = {
    "台": "(?!阶)",
    "方": "(?!<behind_that_no_quarter>)",
    "面": "(?!<behind_that_no_volume>)",
    "路": "(?!径)",
    "支": "(?!<behind_that_no_hold>)",
    "点": "(?!位)",
    "部": "(?![<behind_that_no_part>])",
}


@cache
def alternatives() -> str:
    """Return the units as a regular expression, longest first."""
    names = sorted((row["unit"] for row in table("units")), key=lambda unit: (-len(unit), unit))
    known = (re.escape(name) + _OTHER_WORDS.get(name, "") for name in names)
    return wordclasses.expanded("|".join([_QUOTIENT, _EITHER, *known]))


@cache
def counting() -> str:
    """Return the units that count things, classes included, as a regular expression, longest first."""
    names = [row["unit"] for row in table("units") if _is_counting(row)]
    return "|".join(re.escape(name) for name in sorted(names, key=lambda unit: (-len(unit), unit)))


def _is_counting(row: Mapping[str, str]) -> bool:
    return row["unit"] in _CLASSES or (row["words"] == "yes" and row["kind"] == "count")


@cache
def _table() -> dict[str, Mapping[str, str]]:
    return {row["unit"]: row for row in table("units")}


def unit_kind(unit: str) -> str:
    """Return the kind of a unit (``rate``, ``money``, ``count`` …), ``index`` or ``count`` where it is unknown."""
    return _table()[unit]["kind"] if unit in _table() else "index" if "/" in unit else "count"


def unit_noun(unit: str) -> str:
    """Return the noun that a unit adds to an indicator's name (公里: 长度, 家: 数), or ``""``."""
    return _table()[unit]["noun"] if unit in _table() else "" if "/" in unit else "数"


def is_counted_in_words(unit: str) -> bool:
    """Whether a small number in Chinese numerals before a unit is a count (两家), and no word of another sense (三级, 两手)."""
    return unit in _table() and _table()[unit]["words"] == "yes"


def spelled(unit: str) -> str:
    """Return the one spelling of a unit that the text writes in several ways."""
    return _SPELLINGS.get(unit, unit)


def table_unit(unit: str) -> str:
    """Return the unit as the tables have it.

    >>> table_unit("位次"), table_unit("家")
    ('位', '家')
    """
    return _TABLE.get(unit, unit)
