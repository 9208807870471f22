"""What the words between names say: 依托A建设B, A、B等X, A入选X, 支持A打造B, 由A牵头, A与B融合发展.

A cue of relation_words.tsv says which relation it makes and in which frame: ``lead`` stands before what a thing builds on or
serves (依托A建设B), ``as`` behind it (以A为载体建设B), ``between`` parts the two (A入选B), ``actor`` stands behind a body that 由
opens (B由A牵头), ``act`` between a body and what it does (A印发B), ``behind`` after two that are joined (A与B融合发展), ``build``
between a place and what is built there (支持A打造B).
"""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.language import lexicon, verbs
from policygraph.extraction.relations.ends import SERVED, UNDERTAKEN
from policygraph.extraction.relations.lists import MEMBERS
from policygraph.extraction.relations.made import Made, Said
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Tie

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.relations.ends import End, Known
    from policygraph.extraction.relations.standing import Standing

# What may stand between a name and its list's end, or a name and the cue of a frame.
_AND = wordclasses.pattern(r"[、<joins>]|<and_also>|”“")
_TWO = wordclasses.pattern(r"<between_two>")
_ET_CETERA = wordclasses.pattern(r"等(?:\d+|<numbers_with_two>+)?<counters_of_kinds>?")
_INCLUDING = wordclasses.pattern(r"[（(]<including_parts>")
# How many are built: 建设一批, 建设3个.
_SOME = wordclasses.pattern(r"\d+个?|<some_of_a_kind>|<numbers_to_five>个")
_LED = wordclasses.pattern(r"以(?P<base>[^，。；以]{3,20})为<importance>?$")
_VERBS_BEFORE = wordclasses.pattern(r"<verbs_for_a_place>$")
_SUPPORT = wordclasses.pattern(r"<verbs_of_support>$")
_MANNER = wordclasses.pattern(r"<manner_between_names>*")
# 编制了: a verb with what says that it is done.
_DONE = wordclasses.pattern(r"<done_or_more>$")
# 为建筑业转型和城市更新提供支撑.
_GIVEN = wordclasses.pattern(r"为(?P<whom>[^，。；为]{2,60}?)<verbs_of_giving>[^，。；、]{0,8}?<what_is_given>")
# What the names of divisions and of zones end with.
_DIVISIONS = ("区", "县", "市", "镇", "乡")
# Characters at most from one name to another within a frame.
_NEAR = 12
_FEW = 4
_BASES = frozenset({EntityType.PLATFORM, EntityType.PROJECT, EntityType.ORGANIZATION, EntityType.PROGRAMME})
# The types of the two ends of each relation that words make.
_SOURCES = {
    Tie.BUILDS_ON: frozenset({EntityType.PROJECT, EntityType.PLATFORM, EntityType.PROGRAMME, EntityType.INDUSTRY}),
    Tie.SERVES: UNDERTAKEN,
    Tie.LOCATED_IN: UNDERTAKEN,
    Tie.CARRIED_BY: UNDERTAKEN,
    Tie.CONNECTS: frozenset({EntityType.PROJECT, EntityType.PLATFORM}),
    Tie.MEMBER_OF: frozenset(EntityType) - {EntityType.PLACE},
}
_TARGETS = {
    Tie.BUILDS_ON: _BASES,
    Tie.SERVES: SERVED,
    Tie.LOCATED_IN: frozenset({EntityType.PLACE}),
    Tie.CARRIED_BY: frozenset({EntityType.ORGANIZATION}),
    Tie.CONNECTS: frozenset({EntityType.PLACE}),
    Tie.MEMBER_OF: frozenset({EntityType.PROGRAMME, EntityType.INDUSTRY, EntityType.PLATFORM}),
}
_FEWEST = 2
# As many as merge with each other are joined each with each.
_MOST_JOINED = 4


class _Group(NamedTuple):
    """Names that stand side by side in a list, or one alone."""

    start: int
    end: int
    members: tuple[End, ...]


def find(text: str, named: Sequence[Standing], known: Known) -> Iterator[Said]:
    """Yield the relations that the words of a clause say.

    Args:
        text: the clause.
        named: the entities in it, none of which lies within another, in order.
        known: the names that stand for themselves.

    """
    groups = tuple(_groups(text, named, _AND))
    yield from _listed(text, groups)
    yield from _bracketed(text, groups)
    yield from _given(text, groups)
    for start, end, tie, frame in _cues(text):
        if any(one.start <= start < one.end or one.start < end <= one.end for one in named):
            continue
        before = next((group for group in reversed(groups) if group.end <= start), None)
        after = next((group for group in groups if group.start >= end), None)
        for source, target, rule in _FRAMES[frame](_Cue(text, start, end, before, after, groups, known)):
            yield from _pairs(source, tie, target, rule)


class _Cue(NamedTuple):
    """A cue in its clause with the groups before and after it."""

    text: str
    start: int
    end: int
    before: _Group | None
    after: _Group | None
    groups: tuple[_Group, ...]
    known: Known


def _pairs(source: _Group, tie: Tie, target: _Group, rule: str) -> Iterator[Said]:
    """Yield the relation of every member of one side with every one of the other; of sides as long, each with its own."""
    start, end = min(source.start, target.start), max(source.end, target.end)
    respective = len(source.members) == len(target.members)
    for index, one in enumerate(source.members):
        for other in target.members[index : index + 1] if respective else target.members:
            if one.name == other.name or one.type not in _SOURCES[tie] or other.type not in _TARGETS[tie]:
                continue
            yield Said(start, end, Made(one, tie, other, rule))


def _groups(text: str, named: Sequence[Standing], joint: re.Pattern[str]) -> Iterator[_Group]:
    """Yield the lists of names that nothing but a joint parts."""
    run: list[Standing] = []
    for one in named:
        if run and not joint.fullmatch(text, run[-1].end, one.start):
            yield _Group(run[0].start, run[-1].end, tuple(item.entity for item in run))
            run = []
        run.append(one)
    if run:
        yield _Group(run[0].start, run[-1].end, tuple(item.entity for item in run))


def _listed(text: str, groups: Sequence[_Group]) -> Iterator[Said]:
    """Yield who is a member of the named whole that ends a list: A、B等X."""
    for items, whole in pairwise(groups):
        gap = text[items.end : whole.start]
        if _ET_CETERA.fullmatch(gap) and len(whole.members) == 1:
            for member in _alike(items):
                yield Said(items.start, whole.end, Made(member, Tie.MEMBER_OF, whole.members[0], MEMBERS))


def _alike(items: _Group) -> tuple[End, ...]:
    return tuple(end for end in items.members if end.type is not EntityType.PLACE)


def _bracketed(text: str, groups: Sequence[_Group]) -> Iterator[Said]:
    """Yield the parts of a thing that a remark in brackets tells: 水资源优化配置工程（含水库扩建）."""
    for whole, parts in pairwise(groups):
        if _INCLUDING.fullmatch(text, whole.end, parts.start) and len(whole.members) == 1:
            for part in parts.members:
                yield Said(
                    whole.start, parts.end, Made(part, Tie.PART_OF, whole.members[0], "relations/parts in brackets")
                )


def _given(text: str, groups: Sequence[_Group]) -> Iterator[Said]:
    """Yield whom a thing serves by what it gives: B为A转型、C提供支撑."""
    for found in _GIVEN.finditer(text):
        near = (group for group in groups if group.end <= found.start() < group.end + 2 * _NEAR)
        source = next((group for group in near if "。" not in text[group.end : found.start()]), None)
        for target in groups if source else ():
            things = any(end.type is not EntityType.PLACE for end in target.members)
            if source and things and found.start() < target.start and target.end <= found.end("whom"):
                yield from _pairs(source, Tie.SERVES, target, "relations/given")


def _lead(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """依托A建设B: what stands right behind the cue is built on, what follows it is built."""
    if cue.after is None or cue.after.start - cue.end > _FEW or (cue.start and cue.text[cue.start - 1] not in "，、；"):
        return
    acting = (group for group in cue.groups if group.start > cue.after.end)
    later = [group for group in acting if any(end.type is not EntityType.ORGANIZATION for end in group.members)]
    if later and _acts(cue.text[cue.after.end : later[0].start]):
        yield later[0], cue.after, "relations/lead"


def _acts(gap: str) -> bool:
    """Whether the words between what is built on and what follows end with a verb: ，建设; but not a list that goes on."""
    plain = _DONE.sub("", _SOME.sub("", gap))
    if gap.startswith(("、", "和", "与")) or len(gap) > 2 * _NEAR or any(mark in gap for mark in "；。"):
        return False
    return plain.endswith(_building())


@cache
def _building() -> tuple[str, ...]:
    return tuple(verbs.table("front"))


def _as(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """以A为载体建设B; what stands between 以 and 为 is named by its place, whether or not a measure acts on it."""
    led = _LED.search(cue.text, 0, cue.start)
    if (
        led is None
        or cue.after is None
        or cue.text.startswith("的", cue.end)
        or not _acts(cue.text[cue.end : cue.after.start])
    ):
        return
    base = cue.known.base(led["base"])
    if base:
        yield cue.after, _Group(led.start("base"), led.end("base"), (base,)), "relations/as"


def _between(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """A入选B: the thing, the cue and the other stand close together."""
    if cue.before is None or cue.after is None or cue.after.start - cue.end > _FEW:
        return
    gap = cue.text[cue.before.end : cue.start]
    if _MANNER.fullmatch(gap) or _ET_CETERA.match(gap):
        yield cue.before, cue.after, "relations/between"


def _actor(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """B由A牵头."""
    if (
        cue.before is None
        or not cue.text.endswith("由", 0, cue.before.start)
        or not _MANNER.fullmatch(cue.text[cue.before.end : cue.start])
    ):
        return
    earlier = [group for group in cue.groups if group.end < cue.before.start]
    if earlier:
        yield earlier[-1], cue.before, "relations/actor"


def _act(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """A印发B."""
    if cue.before is None or cue.after is None or cue.after.start - cue.end > _FEW:
        return
    if _MANNER.fullmatch(cue.text[cue.before.end : cue.start]):
        yield cue.after, cue.before, "relations/act"


def _build(cue: _Cue) -> Iterator[tuple[_Group, _Group, str]]:
    """支持A打造B: what is built lies in the place that builds it, unless it is the speaker's own."""
    if cue.before is None or cue.after is None or cue.after.start - cue.end > _NEAR:
        return
    if not _MANNER.fullmatch(cue.text[cue.before.end : cue.start]):
        return
    first = cue.before.start
    if first and not _VERBS_BEFORE.search(cue.text[:first]) and cue.text[first - 1] not in "，、；":
        return
    if any(cue.end <= start and end <= cue.after.start for start, end, _, _ in _cues(cue.text)):
        return
    there = tuple(end for end in cue.before.members if _is_division(end) and not cue.known.is_own(end.name))
    yield cue.after, cue.before._replace(members=there), "relations/built in a place"


def _is_division(end: End) -> bool:
    """Whether a name is that of a place where things are built, not of a sight that seeks a title: 黄帝故里."""
    return end.type is EntityType.PLACE and bool(places.get(end.name) or end.name.endswith(_DIVISIONS))


_FRAMES = {"lead": _lead, "as": _as, "between": _between, "actor": _actor, "act": _act, "build": _build}


def joined(text: str, named: Sequence[Standing]) -> Iterator[Said]:
    """Yield who is joined with whom: A与B融合发展, A、B、C联动."""
    cue = _joining()
    for group in _groups(text, named, _TWO):
        found = cue.match(text, group.end)
        more = found is not None and found[0].startswith("等") and len(group.members) > _FEWEST
        if found is None or more or not _FEWEST <= len(group.members) <= _MOST_JOINED:
            continue
        for one, other in _couples(text[group.start : group.end], group.members):
            if one.name != other.name:
                yield Said(group.start, found.end(), Made(one, Tie.JOINS, other, "relations/joined"))


def _couples(text: str, members: tuple[End, ...]) -> Iterator[tuple[End, End]]:
    """Yield who merges with whom: each with each, but of A与B、C、D the first with each of the others."""
    if "与" in text.partition("、")[0]:
        yield from ((members[0], other) for other in members[1:])
    else:
        yield from combinations(members, 2)


@cache
def _joining() -> re.Pattern[str]:
    cues = [row["cue"] for row in lexicon.table("relation_words") if row["frame"] == "behind"]
    return wordclasses.pattern(rf"<manner_of_joining>{{0,2}}{lexicon.any_of(cues)}")


def _cues(text: str) -> Iterator[tuple[int, int, Tie, str]]:
    """Yield the cues in a text; where two begin at one place the longer one."""
    pattern, frames = _pattern()
    for match in pattern.finditer(text):
        for tie, frame in frames[match[0]]:
            yield match.start(), match.end(), tie, frame


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[tuple[Tie, str], ...]]]:
    frames: dict[str, list[tuple[Tie, str]]] = {}
    for row in lexicon.table("relation_words"):
        if row["frame"] != "behind":
            frames.setdefault(row["cue"], []).append((Tie(row["relation"]), row["frame"]))
    return wordclasses.pattern(lexicon.any_of(frames)), {cue: tuple(found) for cue, found in frames.items()}
