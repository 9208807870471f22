"""An indicator is found under all its names, however they are written, and under no other's."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.ontology import concepts, indicators, themes


def name_of(words: str) -> str | None:
    """Return the label of the indicator that words find."""
    found = indicators.find(words)
    return found.label if found else None


def test_extent() -> None:
    """There are indicators of every field of policy."""
    assert len(indicators.all()) >= 160
    tops = {themes.get(indicator.theme).top for indicator in indicators.all()}
    fields = {theme.top for theme in themes.all()} - {"state-affairs", "safety-governance", "regional"}
    assert fields <= tops


@pytest.mark.parametrize("indicator", indicators.all(), ids=lambda indicator: indicator.id)
def test_names(indicator: indicators.Indicator) -> None:
    """Every name of an indicator finds it and no other."""
    names = (indicator.label, *indicator.synonyms)
    assert {indicators.find(name) for name in names} == {indicator}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("GDP", "地区生产总值"),
        ("国内生产总值", "地区生产总值"),
        ("全市生产总值", "地区生产总值"),
        ("经济总量", "地区生产总值"),
        ("GDP增长", "地区生产总值增速"),
        ("经济增长", "地区生产总值增速"),
        ("国内生产总值 增长率", "地区生产总值增速"),
        ("规上工业增加值增幅", "规模以上工业增加值增速"),
        ("全市高企数量", "高新技术企业总数"),
        ("新增高企", "新增高新技术企业数"),
        ("全省城镇新增就业", "城镇新增就业人数"),
        ("居民消费价格上涨", "居民消费价格涨幅"),
        ("细颗粒物（PM2.5）平均浓度", "PM2.5平均浓度"),
        ("单位国内生产总值能耗降低", "单位地区生产总值能耗降幅"),
        ("服务业增加值占国内生产总值的比重", "服务业增加值占比"),
        ("专精特新“小巨人”企业", "专精特新“小巨人”企业总数"),
        ("ＧＤＰ", "地区生产总值"),
    ],
)
def test_spellings(words: str, label: str) -> None:
    """Other spellings of a name find the same indicator."""
    assert name_of(words) == label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社会消费品零售总额", "社会消费品零售总额增速"),
        ("高新技术企业总数", "新增高新技术企业数"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("居民人均可支配收入增速", "居民人均可支配收入实际增速"),
        ("地区生产总值增速", "地区生产总值年均增速"),
        ("PM2.5平均浓度", "PM2.5平均浓度降幅"),
        ("新增公共充电桩数", "新增充电桩数"),
        ("赤字率", "赤字规模"),
    ],
)
def test_distinctions(one: str, other: str) -> None:
    """A level and a change of it, a whole and a part are two indicators."""
    assert name_of(one) == one
    assert name_of(other) == other


@pytest.mark.parametrize(
    "words", ["", "数", "增速", "总数", "的", "某县工业用地容积率", "粮食产量全国排名", "居民消费价格指数排名"]
)
def test_no_indicator(words: str) -> None:
    """Words that name no indicator find none."""
    assert indicators.find(words) is None


def test_growth() -> None:
    """A growth rate is given as a rate and lies under the theme of its level."""
    for indicator in indicators.all():
        if indicator.id.endswith("-growth"):
            assert indicator.unit_kind == "rate"
            level = next((i for i in indicators.all() if f"{i.id}-growth" == indicator.id), indicator)
            assert (level.theme, level.direction) == (indicator.theme, indicator.direction)


def test_direction() -> None:
    """Unemployment and particles are better when they are less; prices are to be kept in a band."""
    wanted = {"城镇调查失业率": "less", "城镇登记失业率": "less", "PM2.5平均浓度": "less", "居民消费价格涨幅": "band"}
    for label, direction in wanted.items():
        found = indicators.find(label)
        assert found is not None
        assert found.direction == direction


def test_unknown_id() -> None:
    """An unknown id is a KeyError."""
    with pytest.raises(KeyError):
        indicators.get("no-such-indicator")


@given(
    st.sampled_from(indicators.all()),
    st.lists(st.sampled_from(" “”\n　的"), max_size=4),
    st.randoms(use_true_random=False),
)
def test_marks(indicator, marks, random) -> None:  # type: ignore[no-untyped-def]
    """White space and quotation marks make no difference."""
    words = list(indicator.label)
    for mark in marks:
        words.insert(random.randrange(len(words) + 1), mark)
    assert indicators.find("".join(words)) == indicator


@given(st.sampled_from([name for indicator in indicators.all() for name in (indicator.label, *indicator.synonyms)]))
def test_key(name: str) -> None:
    """The key of a key is itself."""
    assert indicators.key(indicators.key(name)) == indicators.key(name)


@given(st.text(max_size=30))
def test_any_name(text: str) -> None:
    """Any text gives an indicator or none."""
    found = indicators.find(text)
    assert found is None or found in indicators.all()


def test_the_scheme_covers_the_communique_of_statistics() -> None:
    """At least 150 indicators name the national communiqué as their source: levels, growth and shares."""
    found = [indicator for indicator in indicators.all() if any("communiqué" in name for name in indicator.sources)]
    assert len(found) >= 150
    assert {"money", "rate", "share", "people", "mass", "count"} <= {indicator.unit_kind for indicator in found}


def test_what_has_a_source_is_defined_in_both_languages() -> None:
    """A definition in our own words, in Chinese and English, no shorter than a clause."""
    for description in concepts.read("indicators.ttl", indicators.NAMESPACE):
        if description.texts("http://purl.org/dc/terms/source", "en"):
            for language in ("zh", "en"):
                assert len(description.text(f"{concepts.SKOS}definition", language)) >= 8, description.iri


def test_every_label_is_of_one_indicator_only() -> None:
    """The English names as well as the Chinese ones: whoever reads a column of either knows which is meant."""
    for labels in ([i.label for i in indicators.all()], [i.english for i in indicators.all()]):
        assert sorted(label for label, count in Counter(labels).items() if count > 1) == []
        assert all(labels)


def test_the_hierarchy_has_no_circle() -> None:
    """Going up from any indicator one comes to an end, by indicators that are there."""
    for start in indicators.all():
        above, steps = set(start.broader), 0
        while above:
            assert start.id not in above
            above = {broader for id_ in above for broader in indicators.get(id_).broader}
            steps += 1
            assert steps < 10, start.id


def test_a_growth_stands_under_its_level() -> None:
    """Where both are in the scheme."""
    ids = {indicator.id for indicator in indicators.all()}
    for indicator in indicators.all():
        level = indicator.id.removesuffix("-growth")
        if level != indicator.id and level in ids:
            assert level in indicator.broader, indicator.id


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("规模工业增加值增速", "规模以上工业增加值增速"),
        ("规模工业企业", "规模以上工业企业总数"),
        ("全社会固定资产投资额增长", "全社会固定资产投资增速"),
        ("一般公共预算收入同口径增长", "一般公共预算收入增速"),
        ("城镇常住居民人均可支配收入", "城镇居民人均可支配收入"),
        ("农村常住居民人均可支配收入增幅", "农村居民人均可支配收入增速"),
        ("核心CPI涨幅", "核心居民消费价格涨幅"),
        ("集成电路产量增长", "集成电路产量增速"),
        ("生产安全死亡人数降幅", "生产安全事故死亡人数降幅"),
    ],
)
def test_other_names_of_statistics(words: str, label: str) -> None:
    """The names that statistics and reports use for one quantity find one indicator."""
    assert name_of(words) == label
