"""One entity under all its names, over several documents."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

import zhengzhou
from policygraph.documents import layout
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.entities import mentions
from policygraph.extraction.language.names import Names
from policygraph.resolution import resolve
from policygraph.statements import Corpus, Document, EntityType, Level, Link, Reading, Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.statements import Mention

RULES = Names(enabled=False)


def reading(name: str, text: str, area: str = "郑州") -> Reading:
    """Return what a city's report of 2025 says, by the rules alone."""
    document = Document(name, text, name, "", "2025", area, Level.CITY, "", "0" * 64)
    discourse = Discourse(2025)
    found: list[Mention] = []
    for block in layout.blocks(document):
        discourse.enter(block)
        for sentence in sentences(block):
            found += mentions.find(document, sentence, discourse.frames(sentence), names=RULES)
    return Reading(document, (), tuple(mentions.distinct(found)), (), ())


def corpus(*texts: str, names: Names = RULES) -> Corpus:
    """Return the corpus of some texts, each a document."""
    return resolve([reading(f"d{number}", text) for number, text in enumerate(texts)], names)


def names_of(found: Corpus) -> list[str]:
    """Return the names of the entities of a corpus."""
    return [entity.name for entity in found.entities]


@pytest.mark.parametrize(
    ("texts", "name", "alias"),
    [
        (("加快建设新龙路工程。", "推进新龙路、站北路等项目。"), "新龙路工程", "新龙路"),
        (("做强电子信息产业。", "发展电子信息。"), "电子信息产业", "电子信息"),
        (("建设新郑综合保税区。", "推动新郑综保区提质。"), "新郑综合保税区", "新郑综保区"),
        (("推进黄河流域生态保护核心示范区建设。", "推进核心示范区建设。"), "黄河流域生态保护核心示范区", "核心示范区"),
        (("加快推进正弘坊、海汇港二期等项目建设。", "加快推进弘坊、海汇港二期等项目建设。"), "正弘坊", "弘坊"),
        (
            ("推进中原之光超强激光平台建设。", "推进超超超超激光平台建设。"),
            "中原之光超强激光平台",
            "超超超超激光平台",
        ),
        (("深化“三标”活动。", "深化三标年活动。深化“三标”活动。"), "“三标”活动", None),
    ],
)
def test_a_short_name_goes_by_its_full_one(texts: Sequence[str], name: str, alias: str | None) -> None:
    """A shorter, differently spelled or misprinted name is an alias of the full one that another document has."""
    (entity,) = (entity for entity in corpus(*texts).entities if entity.name == name)
    assert alias is None or alias in entity.aliases


@pytest.mark.parametrize(
    "texts",
    [
        ("建设S1线、S2线等项目。", "建设S1线、S3线等项目。"),
        ("建设中原量子谷一期。", "建设中原量子谷二期。"),
        ("建设武汉创新示范基地、襄阳创新示范基地。", "建设创新示范基地。"),
        ("建设海汇港二期、正弘坊等项目。", "建设弘坊、天地坊等项目。"),
    ],
)
def test_names_that_only_look_alike_stay_apart(texts: Sequence[str]) -> None:
    """A number, an ambiguous short name or a like name in other company makes no alias."""
    assert all(not entity.aliases for entity in corpus(*texts).entities)


def test_the_order_of_documents_makes_no_difference() -> None:
    """The corpus is the same whatever the order of the readings."""
    readings = [
        reading("a", "加快建设新龙路工程，做强电子信息产业。"),
        reading("b", "推进新龙路、站北路等项目，发展电子信息。"),
        reading("c", "建设电子信息产业基地。"),
    ]
    results = [resolve(order, RULES) for order in permutations(readings)]
    assert all(result == results[0] for result in results)


def test_an_entity_has_the_type_that_most_documents_give_it() -> None:
    """Types are put to the vote over all documents; of equals the first reading counts."""
    once = reading("a", "建设中原算力谷等项目。")
    platform = replace(once.mentions[0], type=EntityType.PLATFORM)
    documents = [once, *(replace(once, document=replace(once.document, name=n), mentions=(platform,)) for n in "bc")]
    assert [entity.type for entity in resolve(documents, RULES).entities] == [EntityType.PLATFORM]
    assert [entity.type for entity in resolve(documents[:2], RULES).entities] == [EntityType.PROJECT]


def test_the_list_of_names_gives_english_labels() -> None:
    """An entity of the list has its English label and its type; without the list it has none."""
    assert [e.english for e in corpus("提速建设中原科技城。", names=zhengzhou.names()).entities] == [
        "Zhongyuan Science City"
    ]
    assert [(e.english, e.machine_english) for e in corpus("提速建设中原科技城。").entities] == [
        ("Zhongyuan science city", True)
    ]


def test_links_follow_their_mentions() -> None:
    """A link names the canonical entity and a mention that the resolved reading holds."""
    full = reading("a", "加快建设新龙路工程。")
    short = reading("b", "推进新龙路、站北路等项目。")
    mention = next(m for m in short.mentions if m.entity == "新龙路")
    link = Link(mention.entity, mention.id, "fact", Strength.CLAUSE, mention.passage)
    resolved = resolve([full, replace(short, links=(link,))], RULES).readings[1]
    assert resolved.links[0].entity == "新龙路工程"
    assert resolved.links[0].mention in {m.id for m in resolved.mentions}
