"""The type of an item of a measure's object, by its own noun, by the noun behind its list, and by the verb.

中原科技城 has a noun of its own; 曙光 in 曙光等项目 is told by 项目; 碳排放预算管理 in 实施碳排放预算管理 by the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, types, words
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from policygraph.extraction.measures import Measure
    from policygraph.extraction.phrases import Group

# Types that a list of names shares with the one of its items whose noun says none: 二七商圈、万象城.
LISTED = (EntityType.PROJECT, EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PLACE)
# Verbs whose objects are mostly no names: 加强医疗健康服务保障, 优化新业态新领域要素保障.
_VAGUE = frozenset({"坚持", "形成", "加强", "优化", "改善", "保障", "提高", "增强", "扩大", "加大", "防范", "服务"})
# Verbs that take only programmes as their object, whatever its noun: 实施碳排放预算管理, 发放稳岗返岗补贴.
_CARRYING_OUT = frozenset({"实施", "开展", "推行", "试行", "实行", "发放"})
# “三区十片、两轴多带” is a title; “筑巢引凤、以才引才” is a slogan.
_COUNTING = tuple("一二两三四五六七八九十双多")
# Programmes that only the noun behind their list tells have long names: …等政策 says nothing of 财政、金融.
_SHORTEST_TITLE = 6
# An activity that is carried out is named by five characters or more: 联合惩戒 is a way of doing.
_SHORTEST_ACTIVITY = 5
# Things of which every place has some: 农机推广、疫病防控等公共服务机构.
_BODIES_OF_ALL = ("机构", "组织", "主体")
# Arrangements of which a list only tells what they arrange: 健全信用奖惩、信用修复、异议申诉等机制.
_ARRANGEMENTS = ("机制", "制度", "规则", "办法", "体制", "体系")
# 新开工630万套: how much of something left unsaid.
_AMOUNT = re.compile(r"\d[\d.]*[万亿]?\D{1,2}")
# Undertakings are named even in plain words where they are carried out: 实施产业创新工程.
_UNDERTAKINGS = ("工程", "行动", "计划")
# Pronouns, adverbs, prepositions, conjunctions and particles do not stand in the name of a thing.
_FUNCTION_WORDS = frozenset({"r", "d", "p", "c", "u", "uj", "ul", "x"})
# What the noun behind a list says of its items: …等重大项目, …等5个集群.
_SORTS = {
    "项目": EntityType.PROJECT,
    "场馆": EntityType.PROJECT,
    "综合体": EntityType.PROJECT,
    "产业链": EntityType.INDUSTRY,
    "产业": EntityType.INDUSTRY,
    "集群": EntityType.INDUSTRY,
    "技术": EntityType.INDUSTRY,
    "产品": EntityType.INDUSTRY,
    "品牌": EntityType.PLATFORM,
    "平台": EntityType.PLATFORM,
    "企业": EntityType.ORGANIZATION,
    "国企": EntityType.ORGANIZATION,
    "县市": EntityType.PLACE,
    "城市": EntityType.PLACE,
    "景区": EntityType.PLACE,
    "地区": EntityType.PLACE,
    "活动": EntityType.EVENT,
    "会议": EntityType.EVENT,
    "论坛": EntityType.EVENT,
    "行动": EntityType.PROGRAMME,
    "工程": EntityType.PROJECT,
    "主体": EntityType.ORGANIZATION,
    "设施": EntityType.PROJECT,
    "遗址": EntityType.PLACE,
    "组织": EntityType.ORGANIZATION,
    "机构": EntityType.ORGANIZATION,
    "行业": EntityType.INDUSTRY,
    "专项": EntityType.PROGRAMME,
    "政策": EntityType.PROGRAMME,
    "成果": EntityType.PROJECT,
    "赛事": EntityType.EVENT,
    "水电站": EntityType.PROJECT,
}


def of(item: str, name: str, group: Group, measure: Measure, *, clusters: bool) -> EntityType | None:
    """Return the type of what an item names, or None where it names nothing.

    Args:
        item: the words of the item.
        name: its full name, with what the list shares.
        group: the list that it stands in.
        measure: the measure that acts on the list.
        clusters: whether the measure gives the title of a cluster (入选国家先进制造业集群).

    """
    if _is_no_entity(item, name, group, measure):
        return None
    vague = measure.verb in _VAGUE and not name.endswith(("机制", "制度")) and not _is_built(group, measure)
    measured = (measure.stage is not None or measure.kind is not None) and not vague
    own = types.of(name, measured or group.several)
    if own is None and clusters and _is_name(item):
        return EntityType.INDUSTRY
    sort = _sort(group, measure)
    if sort and _is_told(item, own, sort, group):
        return EntityType.PROGRAMME if sort is EntityType.PROJECT and item != name else sort
    return _by_verb(item, name, own, measure)


def _is_built(group: Group, measure: Measure) -> bool:
    """Whether a noun of doing closes the object: 加强核心示范区[建设] is about a thing, 加强服务保障 is not."""
    return any(start <= group.end < end for start, end in measure.arguments)


def _is_no_entity(item: str, name: str, group: Group, measure: Measure) -> bool:
    """Whether an item is a class that a number counts, a slogan in quotation marks, or what an arrangement arranges."""
    if group.counted and not (item.endswith("”") or _is_carried_out(item, measure)):
        return True
    # “工作”, and 全市 in 全市20条重点产业链: a quotation or a noun behind makes no name of a generic word.
    if (item.startswith("“") or group.head) and types.plain(item) in lexicon.words("generic"):
        return True
    arranged = group.several and group.head.endswith(_ARRANGEMENTS)
    return arranged and (item != name or types.is_process(item))


def _is_told(item: str, own: EntityType | None, sort: EntityType, group: Group) -> bool:
    """Whether the noun behind a list tells the type of an item, which has none of its own or a less certain one."""
    if sort is EntityType.ORGANIZATION and group.head.endswith(_BODIES_OF_ALL) and not types.proper(item):
        return False
    if group.head.endswith("基础设施") and "重大" not in group.head and not types.proper(item):
        return False
    if sort is EntityType.PROGRAMME and not item.startswith("“") and len(item) < _SHORTEST_TITLE:
        return False
    certain = sort in (EntityType.PROJECT, EntityType.PLACE) and not group.head.endswith("设施")
    return (own is None or certain) and len(item) > 1 and not types.is_class(item) and not types.is_clause(item)


def _by_verb(item: str, name: str, own: EntityType | None, measure: Measure) -> EntityType | None:
    """Return the type of an item by its own noun, and where that says none or 工程, by the verb: 实施“尖刀”工程."""
    quoted = (item.startswith("“") or measure.kind) and (measure.title or not types.is_class(item))
    if own is None and quoted and _is_titled(item):
        return measure.kind or EntityType.PROGRAMME
    if measure.kind is None:
        return own
    if own is None:
        return measure.kind if _is_named_by_verb(item, measure) else None
    if own is EntityType.PROGRAMME and name.endswith("活动") and measure.kind is EntityType.EVENT:
        return EntityType.EVENT
    if own is EntityType.PROJECT and name.endswith("工程") and measure.kind is EntityType.PROGRAMME:
        return EntityType.PROGRAMME
    return own


def _is_named_by_verb(item: str, measure: Measure) -> bool:
    """Whether a verb alone makes its object a thing: 实施碳排放预算管理, 投产三维五轴激光加工机床."""
    if measure.kind is EntityType.PROGRAMME:
        return measure.verb in _CARRYING_OUT and len(item) >= _SHORTEST_ACTIVITY and _is_name(item)
    return _is_name(item)


def _sort(group: Group, measure: Measure) -> EntityType | None:
    """Return the type that the noun behind a list gives its items; achievements are things where they win a title."""
    if not group.several or (group.head.endswith("成果") and not measure.title):
        return None
    return next((kind for noun, kind in _SORTS.items() if group.head.endswith(noun)), None)


def _is_carried_out(item: str, measure: Measure) -> bool:
    """Whether an amount only says how far a programme goes: 实施粮食单产提升工程600万亩."""
    return measure.verb.endswith(tuple(_CARRYING_OUT)) and item.endswith(_UNDERTAKINGS)


def _is_titled(item: str) -> bool:
    """Whether a phrase is a quotation or ends with one: 锚定“四高四争先”, 假期公益“爱心托管班”."""
    if any(mark in item for mark in "，。") or ("、" in item and not item.startswith(_COUNTING, 1)):
        return False
    if any(word.tag == "v" and len(word.text) > 1 for word in words.split(item)):
        return False
    return item.endswith(("”", "》")) and 3 < len(item) < 30


def by_list(item: str, shared: EntityType | None) -> EntityType | None:
    """Return the type that an item takes over from another of its list: 万象城 beside 二七商圈, 罗田 beside 恩施."""
    if shared is EntityType.PLACE:
        return shared if types.known_to_segmenter(item) else None
    return shared if _is_name(item) else None


def _is_name(item: str) -> bool:
    """Whether a phrase without a typed noun can be a name: 三维五轴激光加工机床 (量产), 胖东来郑州店 (开业); not 设备, 一批成果."""
    if len(item) < 3 or types.is_class(item) or lexicon.ending("generic", item) or types.is_clause(item):
        return False
    plain = types.head(item) and types.says_nothing(types.plain(item))
    if (plain and not item.endswith(_UNDERTAKINGS)) or _AMOUNT.fullmatch(item):
        return False
    return not any(word.tag in _FUNCTION_WORDS for word in words.split(item))
