"""What the name of a base, an action or a policy holds: 低空经济发展示范区, “人工智能+”行动, 长江航道整治."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.entities import fragments, types
from policygraph.extraction.language import lexicon, words
from policygraph.extraction.relations import bodies, routes
from policygraph.extraction.relations.ends import SERVED, End
from policygraph.extraction.relations.made import Made
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import Known

# “人工智能+”, 数据要素×: what a thing is added to.
_PLUS = wordclasses.pattern(r"^“?(?P<trade>[\u4e00-\u9fff]{2,6})[+＋×]”?")
_QUOTED = wordclasses.pattern(r"“[^”]*”")
# Words before the thing that a name serves: whose or how great it is, or that it is for something.
_LEVELS = wordclasses.of("levels_before_the_served")
_FOR = wordclasses.of("words_of_purpose")
# 试点 of anything serves it; other heads serve what is known by itself.
_TRIALS = wordclasses.of("trials")
_TRIED_TAIL = wordclasses.pattern(r"(?:<scopes_of_trials>|“[^”]*<first_or_instant>[^”]*”|“自[^”]*”)+$")
_TRIED_FRONT = wordclasses.pattern(r"^<levels_before_trials>")
# 澜湄合作第十次外长会 serves 澜湄合作.
_MEETING = wordclasses.pattern(r"^(?P<core>[\u4e00-\u9fff]{2,16}<cooperation>)第<numbers_with_two><session_counters>")
# 面向南亚东南亚辐射中心: the parts of the world that a thing faces.
_FACING = wordclasses.pattern(
    r"^(?:<facing>(?P<places><parts_of_the_world>+)|(?P<front><parts_of_the_world>+)<centres_that_reach>)"
)
_PART_OF_THE_WORLD = wordclasses.pattern(r"<parts_of_the_world>")
# 长江航道整治, 郑东高速扩宽工程, 郑开大道快速化改造: works on what is there serve it.
_WORKS = wordclasses.pattern(r"^(?P<thing>[\u4e00-\u9fff]{1,12}<nouns_of_ways>)<works_on_ways><nouns_of_projects>?$")
# 7大产业, 20条产业链: so many trades are no one.
_COUNTED = wordclasses.pattern(r"^(?:\d+|<numbers_with_two>)<counters_of_trades>")
_TRADE_ENDS = wordclasses.of("ends_of_trades")
_TRADES = wordclasses.of("nouns_of_trades")
_TRADE = _TRADES[0]
_CONSTRUCTION = wordclasses.word("construction")
# Heads of which all that stands before them is a trade: 高端能源装备集群.
_CLUSTERS = wordclasses.of("clusters")
# 校园 is no 园 of anything.
_NO_BASES = wordclasses.of("grounds_of_nothing")
_AT_MOST = 10
_MOST_LETTERS = 4
_SHORTEST = 2
_SHORTEST_PROGRAMME = 4
# 开源 of 开源生态基地 is too little to be what the base is for.
_SHORTEST_SECTOR = 3
_SHORTEST_TRIED = 4


def served(end: End, known: Known) -> Iterator[Made]:
    """Yield what a name says that its thing serves."""
    for found in _served(end, known):
        if found.name != end.name and found.name not in _whole_trades():
            yield Made(end, Tie.SERVES, found, "relations/served by a name")


def _served(end: End, known: Known) -> Iterator[End]:
    if works := _WORKS.match(end.name):
        yield known.named(works["thing"]) or End(works["thing"], types.of(works["thing"], True) or EntityType.PROJECT)
        return
    if facing := _FACING.match(end.name):
        for place in _PART_OF_THE_WORLD.findall(facing["places"] or facing["front"]):
            yield End(place, EntityType.PLACE)
        return
    if meeting := _MEETING.match(end.name):
        yield known.end(meeting["core"]) or End(meeting["core"], EntityType.PROGRAMME)
        return
    if (
        end.name.endswith(_NO_BASES)
        or end.type in (EntityType.ORGANIZATION, EntityType.PLACE)
        or routes.is_lettered(end.name)
    ):
        return
    plus = _PLUS.match(end.name)
    for head in _heads(end.name):
        found = _added_to(plus["trade"], known) if plus else _held(end.name[: len(end.name) - len(head)], head, known)
        if found:
            yield found
            return


def _heads(name: str) -> Iterator[str]:
    """Yield the nouns that a name ends with, the longest first: 先进制造业集群, 集群."""
    tail = name[1:]
    while head := lexicon.ending("relation_serving", tail):
        yield head
        tail = head[1:]


def _added_to(trade: str, known: Known) -> End | None:
    """Return the industry of “人工智能+”, or None where it is none: “公园+”."""
    found = known.end(trade) or known.end(trade + _TRADE)
    if found is None or found.type is not EntityType.INDUSTRY:
        return None
    return End(found.name if found.name.endswith(_TRADE_ENDS) else found.name + _TRADE, EntityType.INDUSTRY)


def _held(body: str, head: str, known: Known) -> End | None:
    """Return the entity of a name before its head and the words that only qualify that."""
    if head in _TRIALS:
        return _tried(body, known)
    starts = tuple(_openings(body, known))
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
    core = _TRIED_FRONT.sub("", _TRIED_TAIL.sub("", body))
    if (first := next(iter(places.named(core)), None)) and core.startswith(first.name):
        core = core.removeprefix(first.official).removeprefix(first.name)
    if found := known.end(core):
        return found
    core = core.removesuffix(_CONSTRUCTION)
    if len(core) < _SHORTEST_TRIED or fragments.is_clause(core) or core.count("“") != core.count("”"):
        return None
    return known.end(core) or End(core, types.of(core, True) or EntityType.PROGRAMME)


def _whole(core: str, head: str, start: int, known: Known) -> End | None:
    """Return the entity that a phrase is as a whole, as what stands before the head of a name."""
    if len(core) < _SHORTEST or _COUNTED.match(core):
        return None
    if head.startswith(_TRADE):
        core += _TRADE
    trade = core.endswith(_TRADE_ENDS) or (head.endswith(_CLUSTERS) and len(core) <= _AT_MOST)
    if core.endswith(_TRADES) and len(core) >= _SHORTEST_PROGRAMME and core not in _whole_trades():
        return known.named(core) or End(core, EntityType.INDUSTRY)
    if core.endswith(_TRADE_ENDS) and types.of(core, True) is EntityType.INDUSTRY and core not in _whole_trades():
        return known.named(core) or End(core, EntityType.INDUSTRY)
    found = known.end(core)
    if found is None and core.startswith("“") | core.endswith("”") and (kind := types.of(core, True)) in SERVED:
        return End(core, kind)
    if found is None and trade and not core.endswith(_TRADE_ENDS) and types.of(core + _TRADE, True):
        return End(core, EntityType.INDUSTRY)
    if found is None or found.type not in SERVED:
        return None
    return found if _is_fit(found, core, start, known) else None


def _is_fit(found: End, core: str, start: int, known: Known) -> bool:
    """Whether a name may be what a base or an action serves."""
    if found.type is EntityType.PLACE:
        return start == 0 and bool(known.named(core)) and not known.is_own(found.name) and not places.get(core)
    if found.type is EntityType.PROGRAMME:
        return len(core) >= _SHORTEST_PROGRAMME and bool(known.named(core) or types.term(core))
    return found.type is not EntityType.PLATFORM or types.of(found.name, True) is not None


def _sector(body: str, start: int, known: Known) -> End | None:
    """Return the trade that a phrase begins with, whatever else stands before the head: 中医药传承创新(中心)."""
    for stop in sorted((word.end for word in words.split(body) if word.end > start), reverse=True):
        found = known.end(body[start:stop])
        if found and found.type is EntityType.INDUSTRY and len(found.name) >= _SHORTEST_SECTOR:
            return found
    return None


def _openings(body: str, known: Known) -> Iterator[int]:
    """Yield where the thing that a name serves may begin: at its front, or behind places, bodies, levels and 支持."""
    at = 0
    yield at
    while at < len(body):
        step = _step(body, at, known)
        if not step:
            return
        at += step
        yield at


def _step(body: str, at: int, known: Known) -> int:
    """Return how long the qualification is that stands at a place of a phrase; zero where none does."""
    if at == 0 and (letters := _letters(body, known)):
        return letters
    if quoted := _QUOTED.match(body, at):
        return len(quoted[0])
    if word := next((word for word in (*_LEVELS, *_FOR) if body.startswith(word, at)), ""):
        return len(word)
    for stop in sorted((word.end for word in words.split(body) if word.end > at), reverse=True):
        found = known.end(body[at:stop])
        if (found and found.type in (EntityType.PLACE, EntityType.ORGANIZATION)) or bodies.named(body[at:stop], known):
            return stop - at
    return 0


def _letters(body: str, known: Known) -> int:
    """Return how many letters of cities a phrase begins with: 成德(高端能源装备), 郑南商许(超硬材料)."""
    return next((length for length in range(_MOST_LETTERS, 1, -1) if routes.lettered(body[:length], known)), 0)


def _whole_trades() -> frozenset[str]:
    """Return the trades of which every plan speaks; what serves them says nothing."""
    return wordclasses.members("trades_of_every_plan")
