"""The shares of a ratio, each with its subject: 三次产业比重为4.0∶37.7∶58.3 says those of 第一产业, 第二产业 and 第三产业."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from policygraph.extraction.quantities.ratios import MARKS
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.quantities import Quantity

_WEIGHT_SHARE = wordclasses.word("weight_share")

_SECTORS = wordclasses.pattern(
    r"(?:<sectors_in_short>|<three_sectors_in_one>|一、二、三(?:次)?<industry>|<industry>)(?P<of><added_value>)?<structures>"
)
_NAMES = wordclasses.of("three_sectors")


def group(text: str, quantities: Sequence[Quantity], index: int) -> list[Quantity]:
    """Return the three shares of the ratio that begins with a value, or none."""
    found = list(quantities[index : index + 3])
    if len(found) == 3 and all(one.end + 1 == two.start and text[one.end] in MARKS for one, two in pairwise(found)):
        return found
    return []


def subjects(words: str) -> list[str]:
    """Return the subjects of three shares by the words before the ratio; none where they tell none."""
    match = _SECTORS.search(words)
    return [f"{name}{match['of'] or ''}{_WEIGHT_SHARE}" for name in _NAMES] if match else []
