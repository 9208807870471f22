"""English names: what a person wrote, or what rules make of the parts of a Chinese name."""

from __future__ import annotations

import pytest

from policygraph.ontology import english, labels


@pytest.mark.parametrize(
    ("chinese", "made"),
    [
        ("河南省低空经济发展示范区", "Henan Low-altitude Economy Development Demonstration Zone"),
        ("新增高新技术企业数", "Number of new high-tech enterprises"),
        ("进出口总额增速", "Total imports and exports growth rate"),
        ("济郑高铁", "Jinan–Zhengzhou High-speed Railway"),
        ("武汉至黄冈高速公路", "Wuhan–Huanggang Expressway"),
        ("地铁17号线", "Metro line 17"),
        ("第十四届全国运动会", "14th National Games"),
        ("皖北地区", "Northern Anhui region"),
        ("“人工智能+”行动", '"AI Plus" action'),
        ("英歌石科学城二期", "Yinggeshi Science City Phase II"),
        ("辽宁省委经济工作会议", "Liaoning Provincial Party Committee Economic Work Conference"),
        ("川藏经济协作", "Sichuan–Tibet economic collaboration"),
        ("“一核两翼”", '"one core and two wings"'),
        ("花湖国际机场", "Huahu International Airport"),
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
    assert english.made("宁洛高速公路") == "Ningluo Expressway"


def test_a_place_at_the_end_of_a_name_is_a_place() -> None:
    """美丽河南 ends with a province."""
    assert english.made("美丽河南") == "Beautiful Henan"
    assert english.made("高铁河南段") == "High-speed railway Henan section"


@pytest.mark.parametrize(
    ("chinese", "made"),
    [
        ("地质灾害防治", "Geological disaster prevention and control"),
        ("城镇居民医保体系", "Urban resident medical insurance system"),
        ("文化业态", "Cultural business forms"),
        ("实体经济", "Real economy"),
        ("智慧城市", "Smart cities"),
        ("全国温室气体市场", "National greenhouse gas market"),
        ("公共服务体系", "Public services system"),
    ],
)
def test_a_word_has_the_form_of_its_place(chinese: str, made: str) -> None:
    """An attribute is in the singular or an adjective, the noun of the name is not."""
    assert english.made(chinese) == made


@pytest.mark.parametrize(
    ("chinese", "made"),
    [
        ("中德产业园", "China–Germany Industrial Park"),
        ("第十二届中国网络视听大会", "12th China Online Audio-visual Conference"),
        ("《北京城市副中心条例》", '"Beijing Sub-centre Regulations"'),
        ("北京通州站", "Tongzhou station"),
        ("工业互联网平台", "Industrial internet platform"),
        ("康县至略阳高速公路", "Kang–Lüeyang Expressway"),
        ("和政府", "And government"),
    ],
)
def test_proper_names_have_capitals(chinese: str, made: str) -> None:
    """The name of one thing is written with capitals, a kind of thing is not; a district may be named without its kind."""
    assert english.made(chinese) == made


@pytest.mark.parametrize(
    ("chinese", "made"),
    [
        ("“四个体系”", '"four systems"'),
        ("“三园四线”", '"three parks and four lines"'),
        ("建成示范区数", "Number of completed demonstration zones"),
        ("新增养老护理员人数", "Number of new elderly care workers"),
        ("先进制造业增加值占全国比重", "Advanced manufacturing value added share of the national total"),
        ("机场二期", "Airport Phase II"),
        ("湖北省委十二届十一次全会", "Hubei provincial Party committee 11th plenary session of the 12th term"),
        ("抗战胜利80周年", "War of Resistance victory 80th anniversary"),
        ("万亩级示范区", "10,000-mu-level demonstration zone"),
        ("2035年远景目标", "2035 long-range objectives"),
    ],
)
def test_what_is_counted_is_in_the_plural(chinese: str, made: str) -> None:
    """Slogans of counted things and numbers of things name several of each."""
    assert english.made(chinese) == made
