"""A name before what is said of its thing: [怀柔科学城]科技设施开放共享, [国际金融中心]服务能级, [航贸平台]重点应用场景."""

from __future__ import annotations

from functools import cache

from policygraph.extraction.entities import bare, types
from policygraph.extraction.language import lexicon, verbs, words
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

# Things of which aspects are spoken of; industries and places are found by their terms.
_THINGS = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PROGRAMME)
_WIDE = wordclasses.of("wide_areas")
# “云岭粮仓”建设成效; but “专精特新”企业 is a class.
_OF_A_TITLE = wordclasses.of("nouns_behind_titles")
# 年内建成智慧口岸物流系统 is a clause.
_DOING = verbs.CAUSATIVE | wordclasses.members("making")
# “一老一小”服务 is a name itself.
_NOUN = 2
_JOINT = wordclasses.pattern(r"[<joins>、]")
# 氢能 is also an adjective.
_SHORT_SECTOR = 2
_SHORTEST = 4
_SHORTEST_PHRASE = 5
# 资源配置能力: no aspect has a longer name.
_LONGEST_ASPECT = 8
# Parts of speech that an aspect is named with.
_NOUNS_AND_VERBS = ("n", "v", "a", "b", "j", "l", "i")


def thing(phrase: str, *, of_a_class: bool, sectors: bool) -> tuple[str, EntityType] | None:
    """Return the name and type of the thing that a phrase without type begins with, or None: the longest such name.

    Args:
        phrase: the words of an item.
        of_a_class: whether the item is one of a class, of which no thing is spoken of.
        sectors: whether it stands in a list of industries: …、[数字贸易]领军企业.

    """
    if len(phrase) < _SHORTEST_PHRASE:
        return None
    found = words.split(phrase)
    if not _DOING.isdisjoint(word.text for word in found):
        return None
    for index in range(len(found) - 1, 0, -1):
        name, aspect = phrase[: found[index].start], phrase[found[index].start :]
        if sectors and len(name) > _SHORT_SECTOR and types.term(name) is EntityType.INDUSTRY:
            return name, EntityType.INDUSTRY
        if of_a_class or len(aspect) > _LONGEST_ASPECT or not found[index].tag.startswith(_NOUNS_AND_VERBS):
            continue
        if kind := _of_thing(name, aspect, found[-1].text):
            return name, kind
    return None


def _of_thing(name: str, aspect: str, last: str) -> EntityType | None:
    """Return the type of the thing that a name before an aspect names, or None; ``last`` is the last word of the aspect."""
    if len(name) < _SHORTEST or not (lexicon.ending("tails", aspect) or last in _aspects()):
        return None
    if name.startswith("“") and bare.is_titled(name) and aspect.startswith(_OF_A_TITLE) and len(aspect) > _NOUN:
        return EntityType.PROGRAMME
    kind = types.of(name, measured=True)
    if kind not in _THINGS or _JOINT.search(name):
        return None
    return kind if kind is not EntityType.PROGRAMME or _stands(name) else None


def _stands(name: str) -> bool:
    """Whether a programme is one of all reports, or what a whole place is to be: 全面从严治党, 国际金融中心."""
    return types.term(name) is not None or name.startswith(_WIDE)


@cache
def _aspects() -> frozenset[str]:
    """Nouns of what every thing has: 能力, 水平, 影响力, 功能."""
    return lexicon.words("classes") | lexicon.words("generic")
