"""Units that the words before a number imply: 经济总量突破千亿 is in 元, 旅客吞吐量破亿 in 人次, 旅居人数达600万 in 人."""

from __future__ import annotations

from policygraph.ontology import wordclasses

_VISITS_IN_PERSONS = wordclasses.word("visits_in_persons")

# Tried in this order: what is measured last, nearest the number, tells.
_MEASURED = (
    (
        _VISITS_IN_PERSONS,
        wordclasses.pattern(r"(?:<counts_of_travellers>|<passenger_flow>|<travellers>)[^，；。]{0,10}$"),
    ),
    (
        "元",
        wordclasses.pattern(r"(?:<gross_product>|GDP|<sums_of_money>)[^，；。]{0,10}$"),
    ),
    ("人", wordclasses.pattern(r"<population_nouns>[^，；。]{0,10}$")),
)


# How far before a number such a word begins at most: 旅客吞吐量 and ten characters.
_REACH = 15


def unit(text: str, at: int) -> str:
    """Return the unit that the words before a number without one imply, or ``""``.

    Args:
        text: the text.
        at: where the number begins.

    >>> [unit(words, len(words)) for words in ("庆阳经济总量突破", "旅居人数达", "交通指数下降至")]
    ['元', '人', '']
    """
    before = text[max(0, at - _REACH) : at]
    found = [(match.start(), name) for name, pattern in _MEASURED if (match := pattern.search(before))]
    return max(found)[1] if found else ""
