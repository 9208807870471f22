"""The forms of English words in names made by rule: one and many, and capitals of titles."""

from __future__ import annotations

import re

from policygraph.ontology import wordclasses

_LAST_WORD = re.compile(r'[A-Za-z]+(?=[")]*$)')
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['+.-])*")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "with",
    )
)
_NEVER_MANY = ("ss", "us", "is", "ics", "news", "ous")
# gas, bus, its.
_SHORTEST = 3
_HISSING = ("ches", "shes", "sses", "xes", "zes")
_NO_NOUN = ("ed", "ing", "ly", "ness", "ity", "tion", "ment", "ance", "ence", "ism", "ure", "ship", "ware", "age")
_IRREGULAR = {
    "people": "people",
    "person": "people",
    "child": "children",
    "woman": "women",
    "man": "men",
    "times": "times",
}


def one(words: str) -> str:
    """Return words of which the last noun is in the singular, as it stands before another noun.

    >>> one("geological disasters"), one("public services"), one("cities"), one("new logistics"), one("high-rise buildings")
    ('geological disaster', 'public services', 'city', 'new logistics', 'high-rise building')
    """
    found = _LAST_WORD.search(words)
    return words[: found.start()] + _singular(found[0]) + words[found.end() :] if found else words


def many(words: str) -> str:
    """Return words of which the last noun is in the plural, where it has one.

    >>> many("demonstration zone"), many('"beautiful city"'), many("new equipment"), many("branch")
    ('demonstration zones', '"beautiful cities"', 'new equipment', 'branches')
    """
    found = _LAST_WORD.search(words)
    return words[: found.start()] + _plural(found[0]) + words[found.end() :] if found else words


def title(words: str) -> str:
    """Return words as a proper name is written.

    >>> title("henan university of technology"), title("10th national games"), title("high-speed railway")
    ('Henan University of Technology', '10th National Games', 'High-speed Railway')
    """
    return _WORD.sub(lambda found: _capital(found[0]), words)


def _capital(word: str) -> str:
    return word if word in _SMALL or re.fullmatch(r"st|nd|rd|th", word) else word[:1].upper() + word[1:]


def _singular(word: str) -> str:
    if (
        len(word) <= _SHORTEST
        or not word.endswith("s")
        or word.endswith(_NEVER_MANY)
        or word in wordclasses.members("plurals_in_front")
    ):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word
    if word.endswith(_NO_NOUN) and word not in wordclasses.members("counted_nouns"):
        return word
    if word in wordclasses.members("nouns_without_plural") or not word.islower():
        return word
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
