"""What a name holds: where a thing lies, of what it is a part, whom it serves, who carries it, which places it joins.

大连英歌石科学城 lies in 大连, 中原量子谷二期 is part of 中原量子谷, 低空经济发展示范区 serves 低空经济, 济郑高铁 connects 济南 and 郑州.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations import letters
from policygraph.extraction.relations.ends import SERVED, UNDERTAKEN, End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Level, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# 二期, 二期工程, 三期项目.
_PHASE = wordclasses.pattern(r"第?<list_numbers>期<nouns_of_projects>?$")
# 水资源优化配置工程（含水库扩建）.
_IN_BRACKETS = wordclasses.pattern(r"^[^（(]+[（(](?:含|包括)(?P<part>[^、，）)]{4,20})[）)]$")
# 川气东送二线湖北段, 太行实验室辽宁基地: a part by the place that it is in.
_LOCAL_PART = ("段", "基地", "院区", "分院", "分中心", "片区", "校区", "分部")
# 上海与六安对口合作机制.
_PAIR = wordclasses.pattern(r"^(?P<one>[^、<and_with>]{2,12})[与和](?P<other>[^、<and_with>]{2,12}?)$")
# 皖北, 粤东, 京南: a part of a province or of its capital.
_QUARTERS = tuple("东西南北")
# 平远至武平高速公路, 郑州—卢森堡航线.
_FROM_TO = wordclasses.pattern(
    r"^(?P<first>[\u4e00-\u9fff]{2,6}?)(?:<range_words>|—+|-|–|－|~)(?P<last>[\u4e00-\u9fff]{2,6}?)$"
)
# “人工智能+”, 数据要素×: what a thing is added to.
_PLUS = wordclasses.pattern(r"^“?(?P<trade>[\u4e00-\u9fff]{2,6})[+＋×]”?")
# Words before the thing that a name serves, which say whose or how great it is.
_LEVELS = (
    "国家级", "国家", "全国", "世界级", "世界", "中国", "国际", "省级", "市级", "全省", "全市", "省", "市", "区域", "重要",
    "重点", "大型", "新一轮", "首个", "特色", "新", "核心", "综合", "中原", "先进",
)  # fmt: skip
# Rings around a city are not in it; nor is what bears its name as a brand.
_NOT_WITHIN = (
    "都市圈", "城市圈", "经济圈", "城市群", "经济带", "生活圈", "流域", "模式", "精神", "经验", "品牌", "文化", "共识", "宣言",
    "倡议", "人民政府", "政府", "市委", "省委", "县委", "平原", "高原", "山脉", "规划", "方案", "条例", "意见", "机制", "口味",
    "样板", "一体化", "一体化发展", "协同发展", "会议", "航线", "保护", "治理", "老区",
)  # fmt: skip
# What names of places end with that no division of the country has.
_NATURAL = ("半岛", "群岛", "湾", "湖", "江", "河", "山", "镇", "乡", "村", "岛")
_RINGS = ("都市圈", "城市圈", "经济圈", "城市群")
# What of a natural place a thing may only bear the name: 嵩山实验室.
_BRANDS = ("实验室", "大学", "论坛", "学院")
# Names of rivers and of parts of the country are too broad to be where one thing lies.
_BROAD = frozenset((
    "长江", "黄河", "川渝", "中国", "东北", "西北", "西南", "华南", "华北", "华东", "华中", "长三角", "珠三角", "京津冀",
    "黄河流域", "长江流域", "长江经济带", "东部", "西部", "中部", "非洲", "欧洲", "东盟", "大运河", "长城", "淮河", "台湾", "国家",
    "全球", "粤港澳大湾区", "粤港澳", "亚洲", "全国", "中原", "江南", "沪苏浙", "长江中游", "南亚", "东南亚", "中亚", "港澳",
))  # fmt: skip
_LOCATED = frozenset(
    {
        EntityType.PROJECT,
        EntityType.PLATFORM,
        EntityType.PROGRAMME,
        EntityType.EVENT,
        EntityType.INDUSTRY,
        EntityType.PLACE,
    }
)
# Industries that lie somewhere, not an industry's whole.
_GROUNDED = ("集群", "产业带", "基地", "产业园", "走廊", "产业群")
_WHOLES = frozenset(
    {EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.INDUSTRY, EntityType.PLACE}
)
_MOST_LETTERS = 4
_SHORTEST_REST = 2
_SHORTEST_BODY = 3
# A whole whose noun is not known has at least so many characters and one more.
_SHORTEST_WHOLE = 4
_QUOTED = wordclasses.pattern(r"“[^”]*”")
# 试点 of anything serves it; other heads serve what is known by itself.
_TRIALS = ("试点", "先行先试", "试点城市")
# 支持皖北发展政策, 面向南亚东南亚辐射中心: what a name says it is for.
_FOR = ("支持", "面向", "服务", "推动", "促进", "做好", "帮扶")
# What may follow the noun of a route: 广深高速公路扩容提质, but not 郑开大道快速化改造, which serves it.
_BEHIND_ROUTE = (
    "扩容", "改扩建", "复线", "二线", "公司", "东段", "西段", "南段", "北段", "一期", "二期", "项目", "繁忙路段", "建设",
    "工程", "（", "(",
)  # fmt: skip
_TRADE_ENDS = ("产业", "行业", "经济", "业")
# Trades of which every plan speaks; what serves them says nothing.
_WHOLE_TRADES = frozenset((
    "产业", "未来产业", "新兴产业", "服务业", "经济", "重点产业", "特色产业", "优势产业", "主导产业", "行业", "企业", "专业", "就业",
    "事业",
))  # fmt: skip
# 洛阳石化, 武汉钢铁: a firm by its place and its trade; and what other bodies end with.
_FIRMS = ("石化", "钢铁", "炼化", "铝业", "重工")
_BODY_ENDS = ("省委", "市委", "县委", "区委", "人民医院", "中医院", "大学", "科学院", "农科院")


def find(end: End, known: Known) -> Iterator[Made]:
    """Yield what the name of an entity says of others.

    Args:
        end: the entity.
        known: the names that stand for themselves.

    """
    if end.name.startswith("《") or len(end.name) < _SHORTEST_REST + 2:
        return
    joined = tuple(_joins(end.name, known))
    yield from joined
    route = tuple(_connects(end, known))
    yield from route
    if not route and not joined:
        yield from _located(end, known)
    yield from _part(end, known)
    for made in () if route else _serves(end, known):
        yield made
        if known.named(made.target.name) is None:
            yield from _connects(made.target, known)
    yield from _carried(end, known)


def _joins(name: str, known: Known) -> Iterator[Made]:
    """Yield the pairs of places that the name of an undertaking joins: 郑开同城化, 上海与六安对口合作机制."""
    cue = next((cue for cue in _longest_first("relation_joining") if cue in name), "")
    stem = name.partition(cue)[0] if cue else ""
    if pair := _PAIR.match(stem):
        one, other = known.end(pair["one"]), known.end(pair["other"])
        if one and other:
            yield Made(one, Tie.JOINS, other, "relations/joined places")
        return
    for one_place, other_place in combinations(letters.expanded(stem.removesuffix("深度"), known.chain), 2):
        yield Made(_place(one_place), Tie.JOINS, _place(other_place), "relations/joined places")


def _connects(end: End, known: Known) -> Iterator[Made]:
    """Yield the places that the name of a route joins: 广清永高铁, 湛江至南宁高速公路."""
    for head in _longest_first("relation_routes"):
        stem, found, behind = end.name.partition(head)
        if not found or not stem or (behind and not behind.startswith(_BEHIND_ROUTE)):
            continue
        joined = _FROM_TO.match(stem)
        ends = (joined["first"], joined["last"]) if joined else _route_letters(stem, known)
        for place in ends:
            yield Made(end, Tie.CONNECTS, known.end(place) or _place(place), "relations/route")
        if ends:
            return


def _route_letters(stem: str, known: Known) -> tuple[str, ...]:
    """Return the places of the letters of a route, without the sides of cities: 广韶北, 广佛东环."""
    return letters.expanded(re.sub(r"(?<=..)[东西南北](?:环)?$", "", stem), known.chain)


def _located(end: End, known: Known) -> Iterator[Made]:
    """Yield the place that a name begins with, if the thing lies in it."""
    if end.type not in _LOCATED or end.name.endswith(_NOT_WITHIN) or "与" in end.name:
        return
    if end.type is EntityType.INDUSTRY and not end.name.endswith(_GROUNDED):
        return
    place = _leading_place(end.name, known)
    if place is None or known.is_own(place.name) or place.name in _BROAD or place.name.endswith(_RINGS):
        return
    if end.name.endswith(_BRANDS) and places.get(place.name) is None and not place.name.endswith("湾"):
        return
    yield Made(end, Tie.LOCATED_IN, place, "relations/place in front")


def _leading_place(name: str, known: Known) -> End | None:
    """Return the place that a name begins with, the longest, or None."""
    found = words.split(name)
    for cut in reversed([word.end for word in found][:-1]):
        text = name[:cut]
        if len(name) - cut < _SHORTEST_REST or len(text) < _SHORTEST_REST:
            continue
        end = known.end(text)
        if end and end.type is EntityType.PLACE:
            return _whole_city(name, end)
    quarter = name[:2] if name[1] in _QUARTERS and _is_province(name[0]) else ""
    first = quarter or (found[0].text if found[0].tag == "ns" and found[0].text.endswith(_NATURAL) else "")
    if len(first) < _SHORTEST_REST or len(name) - len(first) < _SHORTEST_REST or name.startswith("地区", len(first)):
        return None
    return known.region(f"{first}流域" if name.startswith("流域", len(first)) else first)


def _is_province(letter: str) -> bool:
    place = places.get(lexicon.mapping("place_letters").get(letter, ""))
    return place is not None and place.level is Level.PROVINCE


def _whole_city(name: str, end: End) -> End:
    """Return the city whose name a longer place begins with: 广州 of 广州白云机场."""
    named = places.named(name)
    if (
        named
        and name.startswith(named[0].name)
        and end.name != named[0].name
        and len(end.name) > len(named[0].name) + 1
    ):
        return End(named[0].name, EntityType.PLACE)
    return end


def _part(end: End, known: Known) -> Iterator[Made]:
    """Yield the whole of which a name tells a part: 中原量子谷二期, 郑州国际陆港核心功能区."""
    if held := _IN_BRACKETS.match(end.name):
        yield Made(End(held["part"], EntityType.PROJECT), Tie.PART_OF, end, "relations/parts in brackets")
        return
    phase = _PHASE.search(end.name)
    tail = phase[0] if phase else lexicon.ending("relation_parts", end.name) or _local_tail(end.name)
    whole = end.name[: len(end.name) - len(tail)].rstrip("“”（(")
    if (
        not tail
        or len(whole) <= _SHORTEST_REST
        or end.type is EntityType.ORGANIZATION
        or "、" in whole
        or "及" in whole
    ):
        return
    found = known.end(whole)
    if found is None:
        kind = types.of(whole, True)
        found = End(whole, kind or EntityType.PROJECT)
        if kind is None and len(whole) <= _SHORTEST_WHOLE:
            return
    if found.type in _WHOLES and found.name != end.name and not _is_body(whole, found, known):
        yield Made(end, Tie.PART_OF, found, "relations/part of a name")


def _local_tail(name: str) -> str:
    """Return the end of a name that says in which place a part of the whole is: 湖北段, 辽宁基地."""
    for noun in _LOCAL_PART:
        stem = name.removesuffix(noun)
        place = next(reversed(places.named(stem)), None) if stem != name else None
        if place and stem.endswith(place.name) and len(stem) > len(place.name) + _SHORTEST_WHOLE:
            return f"{place.name}{noun}"
    return ""


def _serves(end: End, known: Known) -> Iterator[Made]:
    """Yield what the name of a base, an action or a policy holds: 低空经济发展示范区, “人工智能+”行动."""
    head = lexicon.ending("relation_serving", end.name)
    if not head or end.type in (EntityType.ORGANIZATION, EntityType.PLACE):
        return
    body = end.name[: len(end.name) - len(head)]
    plus = _PLUS.match(end.name)
    found = _added_to(plus["trade"], known) if plus else _held(body, head, known)
    if found and found.name != end.name and found.name not in _WHOLE_TRADES:
        yield Made(end, Tie.SERVES, found, "relations/served by a name")


def _added_to(trade: str, known: Known) -> End | None:
    """Return the industry of “人工智能+”, or None where it is none: “公园+”."""
    found = known.end(trade) or known.end(f"{trade}产业")
    if found is None or found.type is not EntityType.INDUSTRY:
        return None
    return End(found.name if found.name.endswith(_TRADE_ENDS) else f"{found.name}产业", EntityType.INDUSTRY)


def _held(body: str, head: str, known: Known) -> End | None:
    """Return the entity of a name before its head and the words that only qualify that."""
    starts = tuple(_openings(body, known))
    if head in _TRIALS:
        return _tried(body, known)
    for core in _cores(body):
        for start in reversed(starts):
            if found := _whole(core[start:], head, start, known):
                return found
    for start in starts:
        if found := _sector(body, start, known):
            return found
    return None


def _cores(body: str) -> Iterator[str]:
    """Yield a phrase, and what it is without one qualifying word at its end after the other."""
    while body:
        yield body
        shorter = body.removesuffix(lexicon.ending("relation_modifiers", body))
        if shorter == body:
            return
        body = shorter


def _tried(body: str, known: Known) -> End | None:
    """Return what a trial tries: 北斗规模应用 of 北斗规模应用城市试点."""
    core = re.sub(r"(?:国家|整省|城市|省级|全国|项目|区域|“[^”]*先[^”]*”|“[^”]*即[^”]*”|“自[^”]*”)+$", "", body)
    core = re.sub(r"^(?:国家级?|全国|省级)", "", core)
    if len(core) <= _SHORTEST_REST + 1:
        return None
    return known.end(core) or End(core, types.of(core, True) or EntityType.PROGRAMME)


def _whole(core: str, head: str, start: int, known: Known) -> End | None:
    """Return the entity that a phrase is as a whole, as what stands before the head of a name."""
    if len(core) < _SHORTEST_REST:
        return None
    if head.startswith("产业"):
        core, trade = f"{core}产业", True
    else:
        trade = core.endswith(_TRADE_ENDS)
    if trade and types.of(core, True) is EntityType.INDUSTRY and core not in _WHOLE_TRADES:
        return known.named(core) or End(core, EntityType.INDUSTRY)
    found = known.end(core)
    if found is None or found.type not in SERVED:
        return None
    if found.type is EntityType.PLACE:
        return (
            found
            if start == 0 and known.named(core) and not known.is_own(found.name) and not places.get(core)
            else None
        )
    if found.type is EntityType.PROGRAMME:
        return found if known.named(core) and len(core) > _SHORTEST_WHOLE - 1 else None
    return found


def _sector(body: str, start: int, known: Known) -> End | None:
    """Return the trade that a phrase begins with, whatever else stands before the head: 中医药传承创新(中心)."""
    for stop in sorted((word.end for word in words.split(body) if word.end > start), reverse=True):
        found = known.end(body[start:stop])
        if found and found.type is EntityType.INDUSTRY and found.name not in _WHOLE_TRADES:
            return found
    return None


def _openings(body: str, known: Known) -> Iterator[int]:
    """Yield where the thing that a name serves may begin: at its front, or behind places, bodies, levels and 支持."""
    at = 0
    yield at
    stops = tuple(word.end for word in words.split(body))
    while at < len(body):
        quoted = _QUOTED.match(body, at)
        step = len(quoted[0] if quoted else next((word for word in (*_LEVELS, *_FOR) if body.startswith(word, at)), ""))
        for stop in sorted((stop for stop in stops if stop > at), reverse=True) if not step else ():
            found = known.end(body[at:stop])
            if (found and found.type in (EntityType.PLACE, EntityType.ORGANIZATION)) or _body(body[at:stop], known):
                step = stop - at
                break
        if not step and at == 0 and (joint := _route_letters(body[: _prefix(body)], known)):
            step = len(joint)
        if not step:
            return
        at += step
        yield at


def _prefix(body: str) -> int:
    """Return how many letters of cities a phrase may begin with: those of its first word."""
    first = next(iter(words.split(body)))
    return min(len(first.text), _MOST_LETTERS)


def _carried(end: End, known: Known) -> Iterator[Made]:
    """Yield the body that a name begins with: 华为中原区域总部, 湛江巴斯夫一体化基地."""
    if end.type not in UNDERTAKEN:
        return
    found = words.split(end.name)
    starts = [0]
    if (place := places.named(end.name)[:1]) and end.name.startswith(place[0].name):
        starts.append(len(place[0].name))
    for start in starts:
        for stop in reversed([word.end for word in found if start < word.end < len(end.name)]):
            if len(end.name) - stop >= _SHORTEST_REST and (body := _body(end.name[start:stop], known)):
                yield Made(end, Tie.CARRIED_BY, body, "relations/body in front")
                return


def _body(text: str, known: Known) -> End | None:
    """Return the body that a phrase names, or None."""
    if text in lexicon.words("relation_bodies"):
        return known.named(text) or End(text, EntityType.ORGANIZATION)
    if len(text) < _SHORTEST_BODY or not types.proper(text):
        return None
    found = known.end(text)
    if found:
        return found if found.type is EntityType.ORGANIZATION else None
    if text.endswith(_FIRMS) and places.named(text) and text.startswith(places.named(text)[0].name):
        return End(text, EntityType.ORGANIZATION)
    ended = types.head(text)
    kind = types.of(text, True) if ended else None
    named = text.endswith(_BODY_ENDS) or kind is EntityType.ORGANIZATION
    return End(text, EntityType.ORGANIZATION) if named else None


def _is_body(whole: str, found: End, known: Known) -> bool:
    return found.type is not EntityType.PLATFORM and _body(whole, known) is not None


@cache
def _longest_first(table: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words(table), key=lambda word: (-len(word), word)))


def _place(name: str) -> End:
    return End(name, EntityType.PLACE)
