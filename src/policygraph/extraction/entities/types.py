"""The type of a named thing, by the noun that it ends with, and whether its words name one thing at all.

中原科技城 ends with 科技城 and is a platform; 中原量子谷二期 ends with 二期 and is a project. A noun alone, or with plain words
before it, names nothing: 项目, 重大项目, 特色产业.
"""

from __future__ import annotations

from functools import cache, lru_cache

from policygraph.extraction.entities import fragments, plainness
from policygraph.extraction.language import lexicon, words
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType

_MECHANISM = wordclasses.word("mechanism")

# Parts of speech that make a name: place, organization, other proper noun, Latin letters.
_PROPER = frozenset({"ns", "nt", "nz", "eng"})
_QUOTES = str.maketrans("", "", "“”‘’《》")
# 离岸科创园（中心）, 中欧班列(郑州): a remark in brackets at the end of a name.
_REMARK = wordclasses.pattern(r"[（(][^（）()]*[）)]$")
# How many phrases are kept with what is known of them: those of some reports.
_KEPT = 1 << 16
_PLACE_ENDS = wordclasses.of("endings_of_places")
# 省会郑州 is the place itself.
_CAPITALS = wordclasses.of("before_capitals")
# Projects of which every report has many: 跨区域文旅融合重大项目.
_SORTS_OF_PROJECTS = wordclasses.of("sorts_of_projects")
# Names of the economy as a whole, whatever is said before them: 金融服务实体经济.
_WHOLE_ECONOMIES = wordclasses.of("whole_economies")
# “四个中心”: a formula is a programme, whatever its noun.
_FORMULA = wordclasses.pattern(r"“<numbers_with_two>[^“”]{1,5}”")
# 国际航运中心: what a whole city is to be is a programme; 国际会展中心 is a building.
_RANK_OF_A_CITY = wordclasses.pattern(r"<circles_of_places><importance>?<sorts_of_centres><centre>")
# 银都路越江隧道, 北横通道东段: what is long has a name before its noun, longer than a plain word (城市隧道).
_STRETCHES = wordclasses.of("stretches")
_PLAIN_WORD = 2
# What is paid is named for what it is paid for: 良种补贴.
_PAYMENTS = wordclasses.of("payments")
# 数据要素市场化配置改革: what is undertaken under so long a name is one thing, wherever it stands.
_UNDERTAKINGS = wordclasses.members("undertakings_by_type")
_SHORTEST_UNDERTAKING = 4
# 全国碳排放权注册登记结算系统 is one thing; 全国经济 is not.
_LONG = 8
# 二期 alone is a part of what nobody names.
_BARE_PHASE = wordclasses.pattern(r"第?<list_numbers>期<nouns_of_projects>?")
_LONGEST_DIVISION = 7
# Whole names that are longer than this are sentences.
_LONGEST = 40


@lru_cache(maxsize=_KEPT)
def plain(name: str) -> str:
    """Return a name without its quotation marks and without a remark in brackets at its end."""
    unremarked = _REMARK.sub("", name) if name.endswith(("）", ")")) else name
    return unremarked.translate(_QUOTES)


@lru_cache(maxsize=_KEPT)
def head(name: str) -> str:
    """Return the typed noun that a name ends with, or ``""``."""
    return lexicon.ending("heads", plain(name))


@lru_cache(maxsize=_KEPT)
def term(name: str) -> EntityType | None:
    """Return the type of a name that stands for itself in every report: 乡村振兴, 数字经济, 长江; else None."""
    kind = lexicon.mapping("terms").get(name) or lexicon.mapping("terms").get(plain(name))
    if kind is None and plain(name) in lexicon.words("sectors"):
        return EntityType.INDUSTRY
    return EntityType(kind) if kind else None


@lru_cache(maxsize=_KEPT)
def complete(name: str) -> bool:
    """Whether a phrase ends as a name can: with a typed noun, a quotation mark or a bracket, or is a term or place."""
    if head(name) or name.endswith(("”", "》", "）", ")")) or term(name) or is_place(name):
        return True
    return name in lexicon.words("abbreviations")


def is_process(name: str) -> bool:
    """Whether a name ends with a process (技术改造), which 和 can join to the name of a thing (技术改造和设备更新行动)."""
    return head(name) in _flagged("process")


@cache
def _flagged(column: str) -> frozenset[str]:
    return frozenset(row["head"] for row in lexicon.table("heads") if row[column])


def is_bare_phase(name: str) -> bool:
    """Whether a phrase is a phase of what it does not name: 二期."""
    return _BARE_PHASE.fullmatch(name) is not None


@lru_cache(maxsize=_KEPT)
def is_place(name: str) -> bool:
    """Whether a phrase is the bare name of an administrative division, or of a place that its last character tells."""
    if name in lexicon.words("generic"):
        return False
    if places.spoken(name):
        return True
    return name.endswith(_PLACE_ENDS) and known_to_segmenter(name)


def _is_division(name: str) -> bool:
    """Whether a name is a known place with the division of it that is meant: 盘锦大洼区."""
    if len(name) > _LONGEST_DIVISION or not name.endswith(("区", "县", "市", "镇", "乡", "村")):
        return False
    return any(name.startswith(place.name) and place.name != name for place in places.named(name))


def known_to_segmenter(name: str) -> bool:
    """Whether the segmenter's dictionary has a name as that of a place: 罗田, 松滋."""
    found = words.split(name)
    return len(found) == 1 and found[0].tag == "ns" and len(name) > 1 and name not in lexicon.words("generic")


@lru_cache(maxsize=_KEPT)
def is_class(name: str) -> bool:
    """Whether a phrase names a class of things that reports count (高新技术企业), not one thing."""
    ended = lexicon.ending("classes", plain(name))
    return bool(ended) and len(ended) >= len(head(name))


@lru_cache(maxsize=_KEPT)
def proper(name: str) -> bool:
    """Whether a phrase holds a proper name, a quotation or Latin letters."""
    if any(char in "“《" for char in name):
        return True
    return any(
        w.tag in _PROPER and len(w.text) > 1 and w.text not in lexicon.words("generic") for w in words.split(name)
    )


@lru_cache(maxsize=_KEPT)
def of(name: str, measured: bool) -> EntityType | None:
    """Return the type of the thing that a phrase names, or None where it names none.

    Args:
        name: the phrase.
        measured: whether a measure acts on it, so that a name of common nouns will do (设备更新行动).

    """
    core = plain(name)
    if kind := term(name):
        return kind
    if (
        len(core) < 2
        or len(core) > _LONGEST
        or core in lexicon.words("generic")
        or is_class(name)
        or fragments.is_clause(name)
        or is_bare_phase(core)
    ):
        return None
    if is_slogan(core):
        return EntityType.PROGRAMME
    if is_place(core):
        return EntityType.PLACE if measured or places.spoken(core) else None
    ended = head(name)
    if not ended:
        return EntityType.PLACE if measured and _is_division(core) else None
    if plainness.says_nothing(core) or _of_a_place(core) or (ended in _flagged("weak") and not _distinct(name, ended)):
        return None
    kind = EntityType(lexicon.mapping("heads")[ended])
    if kind is EntityType.PLATFORM and (_FORMULA.fullmatch(name) or _RANK_OF_A_CITY.fullmatch(core)):
        kind = EntityType.PROGRAMME
    return kind if _is_one(name, ended, kind) and (measured or _is_named(name, ended, kind)) else None


def _is_named(name: str, ended: str, kind: EntityType) -> bool:
    """Whether a phrase is a name where no measure acts on it: an industry, an event, a proper name, a term and its noun."""
    if kind in (EntityType.INDUSTRY, EntityType.EVENT) or proper(name):
        return True
    if name.startswith(wordclasses.of("nation_in_front")) and len(name) >= _LONG:
        return True
    if ended in _UNDERTAKINGS and len(plain(name)) - len(ended) >= _SHORTEST_UNDERTAKING:
        return True
    return term(plain(name).removesuffix(ended)) is EntityType.PROGRAMME


def is_economy(name: str) -> bool:
    """Whether a name is that of the economy as a whole, whatever is said before it: 金融服务实体经济."""
    return name.endswith(_WHOLE_ECONOMIES)


def _is_one(name: str, ended: str, kind: EntityType) -> bool:
    """Whether a phrase with a typed noun names one thing, not an action, the whole economy, or projects of all sorts."""
    core = plain(name)
    if core.endswith(_SORTS_OF_PROJECTS) and not proper(name):
        return False
    if kind in (EntityType.INDUSTRY, EntityType.ORGANIZATION) and fragments.is_action(name):
        return False
    first, joint, last = core.rpartition("和")
    if joint and (last in lexicon.words("generic") or kind is EntityType.ORGANIZATION) and not proper(first):
        return False
    if kind is not EntityType.INDUSTRY:
        return True
    return not (is_economy(core) or len(core) - len(ended) == 1)


def _of_a_place(name: str) -> bool:
    """Whether a name is a place with a noun that every place has: 郑州经济, 湖北产业, 郑州消费市场."""
    if not lexicon.ending("generic", name):
        return False
    named = next(iter(places.named(name)), None)
    rest = name.removeprefix(named.official).removeprefix(named.name) if named else name
    bodies = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PLATFORM)
    return rest != name and rest in lexicon.words("generic") and lexicon.mapping("heads").get(rest) not in bodies


def _distinct(name: str, ended: str) -> bool:
    """Whether a name with a weak noun (机制, 活动, 线) is still one thing's: it has a proper name, a number or many words."""
    if proper(name) or any(char.isdigit() for char in name) or name.startswith(wordclasses.of("world_in_front")):
        return True
    if ended in _PAYMENTS:
        return len(name) - len(ended) > 1
    if ended in _STRETCHES:
        return len(name) - len(ended) > _PLAIN_WORD
    return ended.endswith(_MECHANISM) and len(name) > 7


@lru_cache(maxsize=_KEPT)
def is_slogan(name: str) -> bool:
    """Whether a name is the title of an undertaking of a whole place: 美丽郑州, 健康湖北."""
    place = next((place for at in (2, 4) if (place := places.spoken(name[at:]))), None)
    if place is None or place.name == places.NATION or places.spoken(name):
        return False
    prefix = name.removesuffix(place.official).removesuffix(place.name)
    found = words.split(prefix)
    return prefix not in _CAPITALS and len(found) == 1 and found[0].tag[0] in "an" and not places.named(prefix)
