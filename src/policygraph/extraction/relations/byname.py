"""What a name holds: where a thing lies, of what it is a part, whom it serves, who carries it, which places it joins.

大连英歌石科学城 lies in 大连, 中原量子谷二期 is part of 中原量子谷, 低空经济发展示范区 serves 低空经济, 济郑高铁 connects 济南 and 郑州.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations import letters
from policygraph.extraction.relations.ends import End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places
from policygraph.statements import EntityType, Level, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# 二期, 二期工程, 三期项目.
_PHASE = re.compile(r"第?[一二三四五六七八九十]期(?:工程|项目|建设)?$")
# 平远至武平高速公路, 郑州—卢森堡航线.
_FROM_TO = re.compile(r"^(?P<first>[\u4e00-\u9fff]{2,6}?)(?:至|到|—+|-|–|－|~)(?P<last>[\u4e00-\u9fff]{2,6}?)$")
# “人工智能+”, 数据要素×: what a thing is added to.
_PLUS = re.compile(r"^“?(?P<trade>[\u4e00-\u9fff]{2,6})[+＋×]”?")
# Words before the thing that a name serves, which say whose or how great it is.
_LEVELS = (
    "国家级", "国家", "全国", "世界级", "世界", "中国", "国际", "省级", "市级", "全省", "全市", "省", "市", "区域", "重要", "重点",
    "大型", "新一轮", "首个", "特色", "新", "核心", "综合", "中原", "先进",
)  # fmt: skip
# Rings around a city are not in it; nor is what bears its name as a brand.
_NOT_WITHIN = (
    "都市圈", "城市圈", "经济圈", "城市群", "经济带", "经济区", "生活圈", "流域", "模式", "精神", "经验", "品牌", "文化", "共识", "宣言", "倡议",
    "市", "省", "县", "区", "人民政府", "政府", "市委", "省委", "县委", "平原", "高原", "山脉",
)  # fmt: skip
# Names of rivers and of parts of the country are too broad to be where one thing lies.
_BROAD = (
    "长江", "黄河", "川渝", "中国", "东北", "西北", "西南", "华南", "华北", "长三角", "珠三角", "京津冀", "黄河流域", "长江流域", "长江经济带",
    "东部", "西部", "中部", "非洲", "欧洲", "东盟", "大运河", "长城", "淮河", "台湾", "国家", "粤港澳大湾区",
)  # fmt: skip
_LOCATED = frozenset(
    {EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.EVENT, EntityType.INDUSTRY, EntityType.PLACE}
)
# Industries that lie somewhere, not an industry's whole.
_GROUNDED = ("集群", "产业带", "基地", "产业园", "走廊", "产业群")
_CARRIED = frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.EVENT})
_SERVED = frozenset({EntityType.INDUSTRY, EntityType.PLACE, EntityType.PLATFORM, EntityType.PROGRAMME})
_WHOLES = frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.INDUSTRY, EntityType.PLACE})
_MOST_LETTERS = 4
_SHORTEST_REST = 2


def find(end: End, known: Known) -> Iterator[Made]:
    """Yield what the name of an entity says of others.

    Args:
        end: the entity.
        known: the names that stand for themselves.

    """
    if types.plain(end.name) != end.name and end.name.startswith("《"):
        return
    joined = tuple(_joins(end.name, known))
    yield from joined
    route = tuple(_connects(end, known))
    yield from route
    if not route:
        yield from _located(end, known)
    yield from _part(end, known)
    yield from _serves(end, known)
    yield from _carried(end, known)


def _joins(name: str, known: Known) -> Iterator[Made]:
    """Yield the pairs of places that the name of an undertaking joins: 郑开同城化."""
    head = lexicon.ending("relation_joining", name)
    for count in range(_MOST_LETTERS, 1, -1):
        if not head or len(name) < count + len(head):
            continue
        rest = name[count:]
        if rest != head and not rest.startswith(tuple(lexicon.words("relation_joining"))):
            continue
        for one, other in combinations(letters.expanded(name[:count], known.chain), 2):
            yield Made(_place(one), Tie.JOINS, _place(other), "relations/joined places")


def _connects(end: End, known: Known) -> Iterator[Made]:
    """Yield the places that the name of a route joins: 广清永高铁, 湛江至南宁高速公路."""
    for head in sorted(lexicon.words("relation_routes"), key=len, reverse=True):
        stem, found, _ = end.name.partition(head)
        if not found or not stem:
            continue
        joined = _FROM_TO.match(stem)
        ends = (joined["first"], joined["last"]) if joined else letters.expanded(stem.rstrip("东西南北"), known.chain)
        if joined or len(stem) <= _MOST_LETTERS:
            for place in ends:
                yield Made(end, Tie.CONNECTS, known.end(place) or _place(place), "relations/route")
        if ends:
            return


def _located(end: End, known: Known) -> Iterator[Made]:
    """Yield the place that a name begins with, if the thing lies in it."""
    if end.type not in _LOCATED or end.name.endswith(_NOT_WITHIN):
        return
    if end.type is EntityType.INDUSTRY and not end.name.endswith(_GROUNDED):
        return
    place = _leading_place(end.name, known)
    if place and not known.is_own(place.name) and place.name not in _BROAD:
        yield Made(end, Tie.LOCATED_IN, place, "relations/place in front")


def _leading_place(name: str, known: Known) -> End | None:
    """Return the place that a name begins with, the longest, or None."""
    for cut in reversed([word.end for word in words.split(name)][:-1]):
        text = name[:cut]
        if len(name) - cut < _SHORTEST_REST or len(text) < _SHORTEST_REST:
            continue
        found = known.end(text)
        if found and found.type is EntityType.PLACE:
            return found
    return None


def _part(end: End, known: Known) -> Iterator[Made]:
    """Yield the whole of which a name tells a part: 中原量子谷二期, 郑州国际陆港核心功能区."""
    phase = _PHASE.search(end.name)
    tail = phase[0] if phase else lexicon.ending("relation_parts", end.name)
    whole = end.name[: len(end.name) - len(tail)]
    if not tail or len(whole) <= _SHORTEST_REST or end.type is EntityType.ORGANIZATION:
        return
    found = known.end(whole)
    if found is None and (phase or tail in lexicon.words("relation_parts")) and (kind := types.of(whole, True)):
        found = End(whole, kind)
    if found is None and phase and types.proper(whole):
        found = End(whole, EntityType.PROJECT)
    if found and found.type in _WHOLES and found.name != end.name:
        yield Made(end, Tie.PART_OF, found, "relations/part of a name")


def _serves(end: End, known: Known) -> Iterator[Made]:
    """Yield what the name of a base, an action or a policy holds: 低空经济发展示范区, “人工智能+”行动."""
    head = lexicon.ending("relation_serving", end.name)
    if not head or end.type in (EntityType.ORGANIZATION, EntityType.PLACE):
        return
    body = end.name[: len(end.name) - len(head)]
    if plus := _PLUS.match(end.name):
        trade = known.end(plus["trade"])
        if trade is None or trade.type is EntityType.INDUSTRY:
            name = trade.name if trade else f"{plus['trade']}产业"
            yield Made(end, Tie.SERVES, End(name if name.endswith(("业", "经济")) else f"{name}产业", EntityType.INDUSTRY), "relations/served by a name")
        return
    found = _held(body, head, end, known)
    if found and found.name != end.name:
        yield Made(end, Tie.SERVES, found, "relations/served by a name")


def _held(body: str, head: str, end: End, known: Known) -> End | None:
    """Return the longest entity of a name before its head, behind nothing but places, levels and plain words."""
    tokens = words.split(body)
    starts = [0, *(word.end for word in tokens)]
    for start in _openings(body, starts, known):
        for stop in sorted((at for at in starts if at > start), reverse=True):
            found = known.end(body[start:stop])
            if found is None and stop == len(body) and head.startswith("产业"):
                found = known.end(f"{body[start:stop]}产业")
            if found and found.type in _SERVED and _may_serve(found, start, known):
                return found
    return None


def _may_serve(found: End, start: int, known: Known) -> bool:
    if found.type is EntityType.PLACE:
        return start == 0 and not known.is_own(found.name) and places.get(found.name) is None
    if found.type is EntityType.PROGRAMME:
        return start == 0 and known.named(found.name) is not None or types.term(found.name) is not None
    return True


def _openings(body: str, starts: list[int], known: Known) -> Iterator[int]:
    """Yield where the thing that a name serves may begin: at its front, or behind places and levels."""
    at = 0
    yield at
    while at < len(body):
        level = next((level for level in _LEVELS if body.startswith(level, at)), "")
        if not level:
            for stop in sorted((stop for stop in starts if stop > at), reverse=True):
                found = known.end(body[at:stop])
                if found and found.type in (EntityType.PLACE, EntityType.ORGANIZATION):
                    level = body[at:stop]
                    break
        if not level:
            return
        at += len(level)
        yield at


def _carried(end: End, known: Known) -> Iterator[Made]:
    """Yield the body that a name begins with: 华为中原区域总部, 清华大学智能绿色交通国家重点实验室."""
    if end.type not in _CARRIED:
        return
    for before, _ in reversed(list(pairwise(words.split(end.name)))):
        text = end.name[: before.end]
        found = known.end(text)
        kind = found.type if found else types.of(text, True)
        if kind is EntityType.ORGANIZATION and len(end.name) - before.end >= _SHORTEST_REST:
            yield Made(end, Tie.CARRIED_BY, found or End(text, kind), "relations/body in front")
            return


def _place(name: str) -> End:
    return End(name, EntityType.PLACE)
