"""English names: what a person wrote, or what rules make of the parts of a Chinese name."""

from __future__ import annotations

import pytest

from policygraph.ontology import english, labels


@pytest.mark.parametrize(
    ("chinese", "made"),
    [
        ("河南省低空经济发展示范区", "Henan low-altitude economy development demonstration zone"),
        ("新增高新技术企业数", "Number of new high-tech enterprises"),
        ("进出口总额增速", "Total imports and exports growth rate"),
        ("济郑高铁", "Jinan–Zhengzhou high-speed railway"),
        ("武汉至黄冈高速公路", "Wuhan to Huanggang expressway"),
        ("地铁17号线", "Metro line 17"),
        ("第十四届全国运动会", "14th national games"),
        ("皖北地区", "Northern Anhui region"),
        ("“人工智能+”行动", '"AI Plus" action'),
        ("英歌石科学城二期", "[Yinggeshi] science city phase 2"),
        ("辽宁省委经济工作会议", "Liaoning provincial Party committee economy work conference"),
        ("川藏经济协作", "Sichuan–Tibet economy collaboration"),
        ("“一核两翼”", '"one core two wings"'),
        ("花湖国际机场", "[Huahu] international airport"),
    ],
)
def test_a_name_is_made_of_its_parts(chinese: str, made: str) -> None:
    """Places by the gazetteer, nouns, counts in front, ordinals, lines, phases, letters of routes, and pinyin for the rest."""
    assert english.made(chinese) == made


def test_what_a_person_wrote_goes_before_what_rules_make() -> None:
    """A curated label is no machine's; what a lexicon gives neither."""
    name, written = next(iter(labels.all().items()))
    assert english.named(name) == english.Label(written, made=False)
    assert english.named("英歌石科学城", "Yinggeshi Science City") == english.Label(
        "Yinggeshi Science City", made=False
    )
    assert english.named("英歌石科学城").made


def test_every_name_has_an_english_one_without_chinese_characters() -> None:
    """Nothing is left in Chinese, whatever stands in a name."""
    for name in ("《条例》（草案）", "“三去一降一补”", "甲、乙", "AIGC", "囍", "第三", "十"):
        made = english.made(name)
        assert made
        assert not any("\u3400" <= char <= "\u9fff" for char in made), made


def test_a_letter_of_several_places_stands_for_none() -> None:
    """宁 is 南京 in one name and 宁夏 in another, so that it is only told by its sound."""
    assert english.made("宁洛高速公路") == "[Ningluo] expressway"


def test_a_place_at_the_end_of_a_name_is_a_place() -> None:
    """美丽河南 ends with a province."""
    assert english.made("美丽河南") == "Beautiful Henan"
    assert english.made("高铁河南段") == "High-speed railway Henan section"
