"""The type of a named thing, by the noun that it ends with, and whether its words name one thing at all.

中原科技城 ends with 科技城 and is a platform; 中原量子谷二期 ends with 二期 and is a project. A noun alone, or with plain words
before it, names nothing: 项目, 重大项目, 特色产业.
"""

from __future__ import annotations

from functools import cache

from policygraph.extraction import lexicon, words
from policygraph.ontology import places
from policygraph.statements import EntityType

# Parts of speech that make a name: place, organization, other proper noun, person, Latin letters, abbreviation.
_PROPER = frozenset({"ns", "nt", "nz", "nr", "eng", "nrt"})
_QUOTES = "“”‘’《》"
# Whole names that are longer than this are sentences.
_LONGEST = 40


def plain(name: str) -> str:
    """Return a name without its quotation marks."""
    return "".join(char for char in name if char not in _QUOTES)


def head(name: str) -> str:
    """Return the typed noun that a name ends with, or ``""``."""
    return lexicon.ending("heads", plain(name))


def sector(name: str) -> bool:
    """Whether a name is that of an economic sector: 人工智能, 新能源汽车."""
    return plain(name) in lexicon.words("sectors")


def complete(name: str) -> bool:
    """Whether a phrase ends as a name can: with a typed noun, a quotation mark or a sector, or is a place."""
    return bool(head(name)) or name.endswith(("”", "》", "）", ")")) or sector(name) or is_place(name)


@cache
def is_place(name: str) -> bool:
    """Whether a phrase is the bare name of an administrative division, or a word that the segmenter knows as a place."""
    if places.get(name):
        return True
    found = words.split(name)
    return len(found) == 1 and found[0].tag == "ns" and len(name) > 1


def is_class(name: str) -> bool:
    """Whether a phrase names a class of things that reports count (高新技术企业), not one thing."""
    ended = lexicon.ending("classes", plain(name))
    return bool(ended) and len(ended) >= len(head(name))


@cache
def proper(name: str) -> bool:
    """Whether a phrase holds a proper name, a quotation or Latin letters and digits."""
    if any(char in "“《" for char in name):
        return True
    return any(word.tag in _PROPER and len(word.text) > 1 for word in words.split(name))


@cache
def of(name: str, measured: bool) -> EntityType | None:
    """Return the type of the thing that a phrase names, or None where it names none.

    Args:
        name: the phrase.
        measured: whether a measure acts on it, so that a name of common nouns will do (设备更新行动).

    """
    core = plain(name)
    if len(core) < 2 or len(core) > _LONGEST or core in lexicon.words("generic"):
        return None
    if is_place(core):
        return EntityType.PLACE
    if sector(core):
        return EntityType.INDUSTRY
    ended = head(name)
    if not ended:
        return EntityType.PROGRAMME if measured and name.startswith("“") and name.endswith("”") else None
    if is_class(name):
        return None
    modifier = core[: -len(ended)]
    if not modifier:
        return EntityType(lexicon.mapping("heads")[ended]) if len(ended) > 4 else None
    if _says_nothing(modifier) and "“" not in name:
        return None
    kind = EntityType(lexicon.mapping("heads")[ended])
    if not measured and kind not in (EntityType.INDUSTRY, EntityType.EVENT) and not proper(name):
        return None
    return kind


def _says_nothing(modifier: str) -> bool:
    """Whether the words before a noun are all plain ones."""
    known = lexicon.words("plain")
    return modifier in known or all(word.text in known for word in words.split(modifier))
