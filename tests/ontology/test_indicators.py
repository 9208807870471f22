"""An indicator is found under all its names, however they are written, and under no other's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.ontology import indicators, themes


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
