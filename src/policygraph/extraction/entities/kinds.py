"""The type of an item of a measure's object, by its own noun, by the noun behind its list, and by the verb.

中原科技城 has a noun of its own; 曙光 in 曙光等项目 is told by 项目; 碳排放预算管理 in 实施碳排放预算管理 by the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.entities import bare, bearers, fragments, types
from policygraph.extraction.language import lexicon
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from policygraph.extraction.entities.measures import Measure
    from policygraph.extraction.entities.phrases import Group

_ACTIVITY = wordclasses.word("activity")
_FACILITIES = wordclasses.word("facilities")
_INFRASTRUCTURE = wordclasses.word("infrastructure")
_MAJOR = wordclasses.word("major")
_RESULTS = wordclasses.word("results")
_SPIRIT = wordclasses.word("spirit")
_ENGINEERING_WORKS = wordclasses.word("engineering_works")

# Types that a list of names shares with the one of its items whose noun says none: 二七商圈、万象城.
LISTED = (EntityType.PROJECT, EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PLACE)
# Verbs whose objects are mostly no names: 加强医疗健康服务保障, 优化新业态新领域要素保障.
_VAGUE = wordclasses.members("vague_verbs")
# Nouns behind a thing that is built, or of which the reach or standing is said.
_BUILDING = wordclasses.of("nouns_of_building")
# Types of which 一批 says some: 一批创新平台; ranks that make a class a name.
_OF_WHICH_SOME = (EntityType.PLATFORM, EntityType.PROJECT, EntityType.INDUSTRY)
_RANKS = wordclasses.of("ranks_of_names")
_LONGEST_CLASS = 10
# Verbs of what there is to be in many places.
_SPREADING = wordclasses.members("spreading_verbs")
_SPREAD = wordclasses.members("spread_things")
# Verbs that take only programmes as their object, whatever its noun: 实施碳排放预算管理, 发放稳岗返岗补贴.
_CARRYING_OUT = wordclasses.members("carrying_out")
# Programmes that only the noun behind their list tells have long names: …等政策 says nothing of 财政、金融.
_SHORTEST_TITLE = 6
# An activity that is carried out is named by five characters or more: 联合惩戒 is a way of doing.
_SHORTEST_ACTIVITY = 5
# 弘扬抗洪精神: a spirit is named where it is honoured.
_HONOURING = wordclasses.members("honouring")
_SHORTEST_SPIRIT = 4
# Things of which every place has some: 农机推广、疫病防控等公共服务机构.
_BODIES_OF_ALL = wordclasses.of("bodies_of_all")
# Arrangements of which a list only tells what they arrange: 健全信用奖惩、信用修复、异议申诉等机制.
_ARRANGEMENTS = wordclasses.of("arrangements")
# What the noun behind a list says of its items: …等重大项目, …等5个集群.
_SORTS = {noun: EntityType(kind) for noun, kind in wordclasses.features("sorts_behind_lists").items()}


def of(item: str, name: str, group: Group, measure: Measure, bearer: EntityType | None = None) -> EntityType | None:
    """Return the type of what an item names, or None where it names nothing.

    Args:
        item: the words of the item.
        name: its full name, with what the list shares.
        group: the list that it stands in.
        measure: the measure that acts on the list.
        bearer: the type of who bears the title that the measure gives (入选国家先进制造业集群), or None.

    """
    if _is_no_entity(item, name, group, measure):
        return None
    vague = measure.verb in _VAGUE and not name.endswith(wordclasses.of("mechanisms")) and not _is_built(group)
    measured = (measure.stage is not None or measure.kind is not None or measure.title) and not vague
    own = types.of(name, measured or group.several)
    if _is_some(name, group, measure, own) and not _is_one(name):
        return None
    if own is None and bearer and bearers.can_bear(item, bearer):
        return bearer
    sort = _sort(group, measure)
    if sort and _is_told(item, own, sort, group):
        return EntityType.PROGRAMME if sort is EntityType.PROJECT and item != name else sort
    return _by_verb(item, name, own, measure, group)


def _is_some(name: str, group: Group, measure: Measure, own: EntityType | None) -> bool:
    """Whether a list or its verb says that there are some of a class: 建设一批创新平台, 布局检验检测中心."""
    if group.some:
        return own in _OF_WHICH_SOME
    return own is EntityType.PLATFORM and measure.verb in _SPREADING and types.head(name) in _SPREAD


def _is_one(name: str) -> bool:
    """Whether a name is more than that of a class: it has a proper name or a rank (一批省级制造业创新中心), or is a term."""
    return len(name) > _LONGEST_CLASS or name.startswith(_RANKS) or types.proper(name) or types.term(name) is not None


def _is_built(group: Group) -> bool:
    """Whether a noun of building closes the object: 加强核心示范区[建设] is about a thing, 加强财政资源统筹[管理] is not."""
    return group.behind.endswith(_BUILDING)


def _is_no_entity(item: str, name: str, group: Group, measure: Measure) -> bool:
    """Whether an item is a class that a number counts, a slogan in quotation marks, or what an arrangement arranges."""
    if group.counted and not (item.endswith("”") or _is_carried_out(item, measure)):
        return True
    # “工作”, and 全市 in 全市20条重点产业链: a quotation or a noun behind makes no name of a generic word.
    if (item.startswith("“") or group.head) and _is_plain(types.plain(item)):
        return True
    arranged = group.several and group.head.endswith(_ARRANGEMENTS)
    return arranged and (item != name or types.is_process(item))


def _is_plain(word: str) -> bool:
    """Whether a word alone names nothing: 工作, 绿色."""
    return word in lexicon.words("generic") or word in lexicon.words("plain")


def _is_told(item: str, own: EntityType | None, sort: EntityType, group: Group) -> bool:
    """Whether the noun behind a list tells the type of an item, which has none of its own or a less certain one."""
    if sort is EntityType.ORGANIZATION and group.head.endswith(_BODIES_OF_ALL) and not types.proper(item):
        return False
    if group.head.endswith(_INFRASTRUCTURE) and _MAJOR not in group.head and not types.proper(item):
        return False
    if sort is EntityType.PROGRAMME and not item.startswith("“") and len(item) < _SHORTEST_TITLE:
        return False
    certain = sort in (EntityType.PROJECT, EntityType.PLACE) and not group.head.endswith(_FACILITIES)
    if types.is_class(item) and not types.proper(item):
        return False
    if sort is EntityType.PROJECT and own is None and bare.is_field(item):
        return False
    return (own is None or certain) and len(item) > 1 and not fragments.is_clause(item)


def _by_verb(item: str, name: str, own: EntityType | None, measure: Measure, group: Group) -> EntityType | None:
    """Return the type of an item by its own noun, and where that says none or 工程, by the verb: 实施“尖刀”工程."""
    if measure.verb in _HONOURING and item.endswith(_SPIRIT) and len(item) >= _SHORTEST_SPIRIT:
        return EntityType.PROGRAMME
    a_class = types.is_class(item) and not types.proper(types.plain(item))
    quoted = (item.startswith("“") or measure.kind) and (measure.title or not a_class)
    if own is None and quoted and bare.is_titled(item):
        return measure.kind or EntityType.PROGRAMME
    if measure.kind is None:
        return own
    if own is None:
        counted = group.behind[:1].isdigit()
        return measure.kind if not counted and _is_named_by_verb(item, measure) else None
    if own is EntityType.PROGRAMME and name.endswith(_ACTIVITY) and measure.kind is EntityType.EVENT:
        return EntityType.EVENT
    if own is EntityType.PROJECT and name.endswith(_ENGINEERING_WORKS) and measure.kind is EntityType.PROGRAMME:
        return EntityType.PROGRAMME
    return own


def _is_named_by_verb(item: str, measure: Measure) -> bool:
    """Whether a verb alone makes its object a thing: 实施碳排放预算管理, 投产三维五轴激光加工机床."""
    if measure.kind is EntityType.PROGRAMME:
        return measure.verb in _CARRYING_OUT and len(item) >= _SHORTEST_ACTIVITY and bare.is_name(item)
    return bare.is_name(item)


def _sort(group: Group, measure: Measure) -> EntityType | None:
    """Return the type that the noun behind a list gives its items; achievements are things where they win a title."""
    if not group.several or (group.head.endswith(_RESULTS) and not measure.title):
        return None
    return next((kind for noun, kind in _SORTS.items() if group.head.endswith(noun)), None)


def _is_carried_out(item: str, measure: Measure) -> bool:
    """Whether an amount only says how far a programme goes: 实施粮食单产提升工程600万亩."""
    return measure.verb.endswith(tuple(_CARRYING_OUT)) and item.endswith(bare.UNDERTAKINGS)
