"""Names of plain words alone, which name nothing: 国家重点实验室 without a place, 创新平台."""

from __future__ import annotations

from policygraph.extraction.language import lexicon, words
from policygraph.ontology import wordclasses

# Things of which a province has one: 省实验室, 省博物馆.
_OF_PROVINCE = wordclasses.pattern(r"省<local_institutions>$")
# 创造型改革, 标志性工程: a quality is no name.
_QUALITIES = wordclasses.of("endings_of_qualities")
_QUALITY = 3
# 世界级科技创新策源地, 市场化法治化国际化营商环境: what a place aims to be is named by plain words.
_AIMS = wordclasses.of("aims")
_AIM = 6
# 国家创新体系: the nation has one.
_OF_THE_NATION = wordclasses.pattern(r"<state>(?!<weighty>)..+<orders_of_things>")


def says_nothing(name: str) -> bool:
    """Whether the words before the bare noun of a name are all plain ones: 国家 + 重点 + 实验室."""
    if _OF_PROVINCE.match(name) or not name:
        return not name
    last = name[-1]
    nouns = [noun for noun in lexicon.suffix_index("heads").get(last, ()) if name.endswith(noun) and len(noun) > 1]
    modifier = name[: -len(nouns[-1])] if nouns else name[:-1]
    if (name.endswith(_AIMS) and len(modifier) >= _AIM) or _OF_THE_NATION.fullmatch(name):
        return False
    known = lexicon.words("plain")
    if len(modifier) == _QUALITY and modifier.endswith(_QUALITIES):
        return True
    if modifier in known:
        return True
    # Words that are all plain ones begin and end with one, wherever they are parted.
    if modifier and not (lexicon.beginning("plain", modifier) and lexicon.ending("plain", modifier)):
        return False
    return all(word.text in known for word in words.split(modifier))
