"""Which names mean one entity: each rule maps a name to a fuller one that the documents also use.

No rule compares every name with every other: suffixes, stems and bigrams are looked up in an index.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygraph.resolution.evidence import Evidence

# Nouns that a name may have or not: 新龙路/新龙路工程, 电子信息/电子信息产业, “两重”/“两重”建设.
_OPTIONAL = {
    EntityType.PROJECT: wordclasses.of("nouns_of_projects"),
    EntityType.INDUSTRY: wordclasses.of("nouns_of_industries"),
    EntityType.PROGRAMME: wordclasses.of("nouns_of_programmes"),
    EntityType.PLATFORM: wordclasses.of("nouns_of_platforms"),
    EntityType.ORGANIZATION: wordclasses.of("nouns_of_organizations"),
    EntityType.PLACE: ("市", "省", "县", "区"),
    EntityType.EVENT: (),
}
# 先进制造业 and 制造业, 郑州 and 郑州新区, 建投集团 and 文旅建投集团 are different things.
_TOLD_BY_PREFIX = (EntityType.INDUSTRY, EntityType.PLACE, EntityType.ORGANIZATION)
# Things that documents of one area call by the end of their names.
_LOCAL = (EntityType.PLATFORM, EntityType.PROJECT)
# A short name must say this much to be looked up among longer ones: 核心示范区, S2线.
_SHORTEST = 3


def fuller(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """Yield pairs of a name and the fuller name that means the same entity."""
    yield from _optional_noun(found)
    yield from _short_nouns(found)
    yield from _unique_suffix(found)


def _optional_noun(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """新龙路 → 新龙路工程, where both occur; but 乡村振兴 is more than 乡村振兴战略."""
    for name, evidence in found.items():
        if evidence.type is EntityType.PROGRAMME and not evidence.name.startswith("“"):
            continue
        for noun in _OPTIONAL[evidence.type]:
            if name + noun in found and found[name + noun].type is evidence.type:
                yield name, name + noun


def _short_nouns(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """自贸区郑州片区 → 自贸试验区郑州片区, 新郑综保区 → 新郑综合保税区: the same name with its noun spelled out."""
    by_spelling: dict[str, str] = {}
    for name in sorted(found, key=lambda name: (-len(name), name)):
        by_spelling.setdefault(spelled_out(name), name)
    for name, evidence in found.items():
        full = by_spelling[spelled_out(name)]
        if full != name and found[full].type is evidence.type:
            yield name, full


def spelled_out(name: str) -> str:
    """Return a name with the short nouns of zones and bodies in full.

    >>> spelled_out("新郑综保区")
    '新郑综合保税区'
    """
    for short, full in lexicon.mapping("variants").items():
        if full not in name:
            name = name.replace(short, full)
    return name


def _unique_suffix(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """核心示范区 → 黄河流域生态保护和高质量发展核心示范区: the only longer name of its type in its area that ends so."""
    by_end: defaultdict[str, list[str]] = defaultdict(list)
    for name in found:
        by_end[name[-_SHORTEST:]].append(name)
    for name, evidence in found.items():
        if len(name) < _SHORTEST or types.term(name) or types.is_place(name) or types.head(name) == name:
            continue
        longer = [
            other
            for other in by_end[name[-_SHORTEST:]]
            if len(other) > len(name) and other.endswith(name) and _can_be(found[other], evidence, other[: -len(name)])
        ]
        if len(longer) == 1:
            yield name, longer[0]


def _can_be(longer: Evidence, shorter: Evidence, prefix: str) -> bool:
    """Whether a shorter name may mean a longer one: its area leaves a place unsaid, or both are of one area."""
    if longer.type is not shorter.type or longer.type in _TOLD_BY_PREFIX:
        return False
    if prefix in shorter.areas:
        return True
    return longer.type in _LOCAL and bool(longer.areas & shorter.areas - {places.NATION})
