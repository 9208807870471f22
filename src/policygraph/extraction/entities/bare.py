"""Phrases without a typed noun: which of them can be names all the same."""

from __future__ import annotations

from functools import cache

from policygraph.extraction.entities import fragments, plainness, types
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

# “三区十片、两轴多带” is a title; “筑巢引凤、以才引才” is a slogan.
_COUNTING = wordclasses.of("counting_in_formulas")
# “双提升”, “三增长”: what is reached is no title.
_ACHIEVED = wordclasses.pattern(r"“<twin_numbers>.{0,3}<doing_without_object>”$")
# 新开工630万套: how much of something left unsaid.
_AMOUNT = wordclasses.pattern(r"\d[\d.]*<steps_of_money>?\D{1,2}")
# How long the word for a field is: 交通.
_FIELD = 2
# Undertakings are named even in plain words where they are carried out: 实施产业创新工程.
UNDERTAKINGS = wordclasses.of("undertakings")
# Pronouns, adverbs, prepositions, conjunctions and particles do not stand in the name of a thing.
_FUNCTION_WORDS = frozenset({"r", "d", "p", "c", "u", "uj", "ul", "x"})


def is_field(item: str) -> bool:
    """Whether an item is a plain word for a field, of whose projects a list speaks: 交通、能源、水利等重大项目."""
    found = words.split(item)
    return len(found) == 1 and len(item) <= _FIELD and found[0].tag in ("n", "vn")


def is_titled(item: str) -> bool:
    """Whether a phrase is a quotation or ends with one: 锚定“四高四争先”, 假期公益“爱心托管班”."""
    if any(mark in item for mark in "，。") or ("、" in item and not item.startswith(_COUNTING, 1)):
        return False
    if _ACHIEVED.search(item):
        return False
    if any(word.tag == "v" and len(word.text) > 1 for word in words.split(item)):
        return False
    return item.endswith(("”", "》")) and 3 < len(item) < 30


def by_list(item: str, shared: EntityType | None) -> EntityType | None:
    """Return the type that an item takes over from another of its list: 万象城 beside 二七商圈, 罗田 beside 恩施."""
    if shared is EntityType.PLACE:
        return shared if types.known_to_segmenter(item) else None
    return shared if is_name(item) else None


def is_name(item: str) -> bool:
    """Whether a phrase without a typed noun can be a name: 三维五轴激光加工机床 (量产), 胖东来郑州店 (开业); not 设备, 一批成果."""
    if len(item) < 3 or types.is_class(item) or lexicon.ending("generic", item) or fragments.is_clause(item):
        return False
    plain = types.head(item) and plainness.says_nothing(types.plain(item))
    if (plain and not item.endswith(UNDERTAKINGS)) or _AMOUNT.fullmatch(item):
        return False
    found = words.split(item)
    if found[0].tag == "v" and found[0].text in verbs.table("front"):
        return False
    if all(word.text in said_of_all() for word in found):
        return False
    return not any(word.tag in _FUNCTION_WORDS for word in found)


@cache
def said_of_all() -> frozenset[str]:
    """Words that name nothing, alone or together: 重大 + 科技 + 基础设施 + 统筹."""
    return frozenset().union(*(lexicon.words(table) for table in ("plain", "generic", "classes", "manner")))
