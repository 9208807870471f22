"""The named policy entities of a sentence, each with the measure that a clause takes on it.

A clause is read for its measures (``measures``); what a measure acts on is parted into lists and names (``phrases``,
``expansion``); each name gets its type (``types``). What stands outside measures is named by its shape only (``scan``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.documents.layout import Role
from policygraph.extraction import expansion, lexicon, localnames, measures, phrases, scan, types, words
from policygraph.ontology import places
from policygraph.statements import EntityType, Kind, Mention, Mode, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.extraction.discourse import Frame
    from policygraph.extraction.measures import Measure
    from policygraph.extraction.names import Names
    from policygraph.extraction.phrases import Group
    from policygraph.extraction.segments import Clause, Sentence
    from policygraph.statements import Document

# Types that a list of names shares with the one of its items whose noun says none: 二七商圈、万象城.
_LISTED = (EntityType.PROJECT, EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PLACE)
# Verbs whose objects are mostly no names: 加强医疗健康服务保障, 优化新业态新领域要素保障.
_VAGUE = frozenset({"坚持", "形成", "加强", "优化", "改善", "保障", "提高", "增强", "扩大", "加大", "防范", "服务"})
# Verbs that take only programmes as their object, whatever its noun: 实施碳排放预算管理, 发放稳岗返岗补贴.
_CARRYING_OUT = frozenset({"实施", "开展", "推行", "试行", "实行", "发放"})
# “三区十片、两轴多带” is a title; “筑巢引凤、以才引才” is a slogan.
_COUNTING = "一二两三四五六七八九十双多"
# Programmes that only the noun behind their list tells have long names: …等政策 says nothing of 财政、金融.
_SHORTEST_TITLE = 4
# 异地就医直接结算率 is an indicator; 东部地区率先发展 is not.
_RATE = re.compile(r"率(?!先)|额")
# Things of which every place has some: 农机推广、疫病防控等公共服务机构.
_BODIES_OF_ALL = ("机构", "组织", "主体")
# What makes a time of a five-year plan: “十五五”时期, “十四五”以来.
_TIMES = ("时期", "期间", "以来", "良好开局", "开局")
# What lists of means and costs are made of is no entity: 运用经济、法律、环保等手段.
_ABSTRACT = ("手段", "成本", "因素", "环节", "方式", "权益")
# Arrangements of which a list only tells what they arrange: 健全信用奖惩、信用修复、异议申诉等机制.
_ARRANGEMENTS = ("机制", "制度", "规则", "办法", "体制", "体系")
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


def find(document: Document, sentence: Sentence, frames: Sequence[Frame], *, names: Names) -> list[Mention]:
    """Return the mentions of a sentence in reading order.

    Args:
        document: the document it stands in.
        sentence: the sentence.
        frames: one frame for each of its clauses.
        names: the list of known names, for canonical names of what the rules find.

    """
    found: list[Mention] = []
    for clause, frame in zip(sentence.clauses, frames, strict=True):
        for line in _lines(clause):
            found.extend(_Clause(document, line, frame, names).mentions())
    return found


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Return one mention for each entity, stage, year and mode of a document: the first."""
    kept: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        key = (mention.surface.document, mention.entity, mention.stage, mention.year, mention.mode)
        kept.setdefault(key, mention)
    return list(kept.values())


class _Clause:
    """Reads one clause, or one line of a heading."""

    def __init__(self, document: Document, clause: Clause, frame: Frame, names: Names) -> None:
        self._document = document
        self._clause = clause
        self._frame = frame
        self._names = names
        self._text = clause.text
        self._standing = scan.standing(self._text)
        self._taken: list[tuple[int, int]] = []

    def mentions(self) -> Iterator[Mention]:
        at = 0
        found = measures.find(self._text)
        for measure in found:
            for index, (start, end) in enumerate(measure.arguments):
                yield from self._named_in(at, start)
                title = measure.title and index == len(measure.arguments) - 1
                for group in phrases.groups(self._text, start, end):
                    yield from self._group(group, measure, title=title)
                at = max(at, end)
        yield from self._named_in(at, len(self._text))
        yield from self._standing_mentions(found)

    def _standing_mentions(self, found: Sequence[Measure]) -> Iterator[Mention]:
        for start, end, name, kind in self._standing:
            if any(a <= start and end <= b for a, b in self._taken):
                continue
            acting = (m for m in found if any(a <= start and end <= b for a, b in m.arguments))
            measure = next(acting, None) if kind is not EntityType.EVENT else None
            yield self._mention(name, kind, start, end, measure)

    def _group(self, group: Group, measure: Measure, *, title: bool) -> Iterator[Mention]:
        if group.several and group.head.endswith(_ABSTRACT):
            return
        items = [self._text[start:end] for start, end in group.items]
        full = expansion.names(items, group.head) if group.head or not group.several else items
        names = [expansion.spelled_out(name) for name in full]
        kinds = [self._kind(item, name, group, measure) for item, name in zip(items, names, strict=True)]
        shared = next((kind for kind in kinds if kind in _LISTED), None)
        for (start, end), item, name, own in zip(group.items, items, names, kinds, strict=True):
            kind = own or (None if group.counted else _by_list(item, shared))
            if self._is_cut(start, end, kind):
                continue
            if kind is None:
                found = self._named_in(start, end, measure)
                yield from (m for m in found if not group.counted or _is_beside(m))
                continue
            if item != name and end == group.items[-1][1]:
                end = group.end
            self._taken.append((start, end))
            yield self._mention(name, EntityType.PROGRAMME if title else kind, start, end, measure)
        if (kind := types.term(group.head)) and names == [expansion.spelled_out(item) for item in items]:
            yield self._mention(group.head, kind, group.end - len(group.head), group.end, measure)

    def _is_cut(self, start: int, end: int, kind: EntityType | None) -> bool:
        """Whether a stretch is part of a standing name, or holds one and is no name itself."""
        across = [found for found in self._standing if found[0] < end and start < found[1]]
        inside = kind is not None and all(
            start <= a and b <= end and sort is not EntityType.EVENT for a, b, _, sort in across
        )
        return bool(across) and not inside

    def _kind(self, item: str, name: str, group: Group, measure: Measure) -> EntityType | None:
        if (group.counted and not (item.endswith("”") or _is_carried_out(item, measure))) or (item[0] == "“" and types.plain(item) in lexicon.words("generic")):
            return None
        measured = (measure.stage is not None or measure.kind is not None) and measure.verb not in _VAGUE
        kind = types.of(name, measured or group.several)
        if item != name and group.several and name.endswith(_ARRANGEMENTS):
            return None
        if kind is None and measure.title and self._is_cluster(measure) and _is_name(item):
            return EntityType.INDUSTRY
        sort = _sort(group, measure)
        if sort is EntityType.ORGANIZATION and group.head.endswith(_BODIES_OF_ALL) and not types.proper(item):
            return kind
        if sort is EntityType.PROGRAMME and kind is None and item[0] != "“" and len(item) < _SHORTEST_TITLE:
            return None
        if sort is EntityType.PROJECT and item != name:
            return EntityType.PROGRAMME
        told = sort in (EntityType.PROJECT, EntityType.PLACE) and not group.head.endswith("设施")
        if sort and (kind is None or told) and not types.is_class(item):
            return sort if len(item) > 1 else None
        quoted = (item.startswith("“") or measure.kind) and (measure.title or not types.is_class(item))
        if kind is None and quoted and _is_titled(item):
            return measure.kind or EntityType.PROGRAMME
        if measure.kind is None:
            return kind
        if (
            kind is None
            and _is_name(item)
            and (measure.kind is not EntityType.PROGRAMME or measure.verb in _CARRYING_OUT)
        ):
            return measure.kind
        if kind is EntityType.PROJECT and name.endswith("工程") and measure.kind is EntityType.PROGRAMME:
            return EntityType.PROGRAMME
        return kind

    def _is_cluster(self, measure: Measure) -> bool:
        """Whether the title that a measure gives is one of clusters: 宝汉天工业母机入选国家先进制造业集群."""
        return self._text.endswith("集群", *measure.arguments[-1])

    def _named_in(self, start: int, end: int, measure: Measure | None = None) -> Iterator[Mention]:
        for first, last, name, kind in scan.find(self._text, start, end):
            if not self._is_cut(first, last, None) and not _RATE.match(self._text, last):
                yield self._mention(name, kind, first, last, measure)

    def _mention(self, name: str, kind: EntityType, start: int, end: int, measure: Measure | None) -> Mention:
        clause, block = self._clause, self._clause.block
        if self._is_only_time(start, end, kind):
            measure = None
        stage = measure.stage if measure else None
        if kind is EntityType.EVENT and stage is None and self._frame.kind is Kind.OUTCOME and not _is_meeting(name):
            stage = Stage.COMPLETED
        mode = Mode(self._frame.kind.value) if stage else Mode.NONE
        first, last = (measure.start, measure.end) if measure else (0, len(self._text))
        first, last = min(first, start), max(last, end)
        full = expansion.spelled_out(name)
        if kind is EntityType.PLACE and (place := places.get(full)):
            full = place.name
        full = localnames.full(full, self._document)
        known = self._names.get(full) or self._names.get(name)
        if known and not localnames.fits(known, full, self._document):
            known = None
        return Mention(
            entity=known.name if known else full,
            type=known.type if known else kind,
            surface=layout.passage(self._document, block, clause.start + start, clause.start + end),
            year=self._frame.year,
            mode=mode,
            stage=stage,
            theme="",
            heading=block.headings[-1] if block.headings else "",
            passage=layout.passage(self._document, block, clause.start + first, clause.start + last),
        )


    def _is_only_time(self, start: int, end: int, kind: EntityType) -> bool:
        """Whether a plan only says when (“十五五”时期), or a meeting only whose spirit is meant (落实中央经济工作会议精神)."""
        if kind is EntityType.EVENT:
            return self._text.startswith(("精神", "部署"), end)
        return kind is EntityType.PROGRAMME and self._text.startswith(_TIMES, end) and self._text[start] == "“"


def _is_beside(mention: Mention) -> bool:
    """Whether a mention stands beside the things that a number counts: 提请全国人大常委会审议法律议案13件."""
    return mention.type is EntityType.ORGANIZATION or types.term(mention.entity) is EntityType.PLACE


def _is_carried_out(item: str, measure: Measure) -> bool:
    """Whether an amount only says how far a programme goes: 实施粮食单产提升工程600万亩."""
    return measure.verb.endswith(tuple(_CARRYING_OUT)) and item.endswith(("工程", "行动", "计划"))


def _sort(group: Group, measure: Measure) -> EntityType | None:
    """Return the type that the noun behind a list gives its items; achievements are things where they win a title."""
    if not group.several or (group.head.endswith("成果") and not measure.title):
        return None
    return next((kind for noun, kind in _SORTS.items() if group.head.endswith(noun)), None)


def _is_titled(item: str) -> bool:
    """Whether a phrase is a quotation or ends with one: 锚定“四高四争先”, 假期公益“爱心托管班”."""
    if any(mark in item for mark in "，。") or ("、" in item and item[1] not in _COUNTING):
        return False
    if any(word.tag == "v" and len(word.text) > 1 for word in words.split(item)):
        return False
    return item.endswith(("”", "》")) and 3 < len(item) < 30


def _by_list(item: str, shared: EntityType | None) -> EntityType | None:
    """Return the type that an item takes over from another of its list: 万象城 beside 二七商圈, 罗田 beside 恩施."""
    if shared is EntityType.PLACE:
        return shared if types.known_to_segmenter(item) else None
    return shared if _is_name(item) else None


def _is_name(item: str) -> bool:
    """Whether a phrase without a typed noun can be a name: 三维五轴激光加工机床 (量产), 胖东来郑州店 (开业); not 设备, 一批成果."""
    if len(item) < 3 or types.is_class(item) or lexicon.ending("generic", item) or types.is_clause(item):
        return False
    if types.head(item) and types.says_nothing(types.plain(item)):
        return False
    return not any(word.tag in _FUNCTION_WORDS for word in words.split(item))


def _is_meeting(name: str) -> bool:
    """Whether an event is a meeting that sets policy, of which a report names the spirit, not the holding."""
    return name.endswith(("全会", "会议", "党代会", "大")) or "论坛" in name


def _lines(clause: Clause) -> Iterator[Clause]:
    """Yield the parts of a heading between its blanks: 筑牢安全防线 加快打造平安郑州; another clause is one line."""
    offsets = clause.block.offsets
    start = clause.start
    if clause.block.role is Role.HEADING:
        for at in range(clause.start + 1, clause.end):
            if offsets[at] != offsets[at - 1] + 1:
                yield replace(clause, start=start, end=at)
                start = at
    yield replace(clause, start=start)
