"""A heading of a government work report tells its theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.ontology import themes

HEADINGS = [
    ("一、主要预期目标", "expected-targets"),
    ("稳中求进", "macro-economy"),
    ("加强和改善宏观调控", "macro-policy"),
    ("（一）强化创新驱动，塑造发展新优势", "innovation"),
    ("建设高水平人才高地", "talent"),
    ("加快构建现代化产业体系", "industry"),
    ("推动先进制造业做大做强", "manufacturing"),
    ("大力发展数字经济", "digital-economy"),
    ("前瞻布局未来产业", "future-industries"),
    ("全方位扩大内需", "domestic-demand"),
    ("大力提振消费", "consumption"),
    ("积极扩大有效投资", "investment"),
    ("扩大高水平对外开放", "opening-up"),
    ("稳住外贸基本盘", "foreign-trade"),
    ("深化重点领域改革", "reform"),
    ("持续优化营商环境", "business-environment"),
    ("建设全国统一大市场", "unified-market"),
    ("实施积极的财政政策", "public-finance"),
    ("推进以人为核心的新型城镇化", "urbanisation"),
    ("实施城市更新行动", "urban-renewal"),
    ("建设国际性综合交通枢纽", "transport"),
    ("推进乡村全面振兴", "rural"),
    ("扛牢粮食安全责任", "grain-security"),
    ("促进区域协调发展", "regional"),
    ("加快建设现代化都市圈", "metropolitan-areas"),
    ("推动文旅深度融合", "culture-tourism"),
    ("推动绿色低碳发展", "environment"),
    ("打好污染防治攻坚战", "pollution-control"),
    ("切实保障和改善民生", "livelihood"),
    ("促进高质量充分就业", "employment"),
    ("办好人民满意的教育", "education"),
    ("健全社会保障体系", "social-security"),
    ("促进房地产市场平稳健康发展", "housing"),
    ("统筹发展和安全", "safety-governance"),
    ("加强和创新社会治理", "social-governance"),
    ("防范化解重点领域风险", "risk-prevention"),
    ("全面加强政府自身建设", "government"),
    ("支持国防和军队建设", "national-defence"),
]


@pytest.mark.parametrize(("heading", "theme"), HEADINGS)
def test_headings(heading: str, theme: str) -> None:
    """A heading falls under its theme."""
    found = themes.find(heading)
    assert found is not None
    assert found.id == theme


@pytest.mark.parametrize("heading", ["2024年工作回顾", "二、今后五年", "各位代表", "", "　"])
def test_no_theme(heading: str) -> None:
    """A heading that names no field falls under none."""
    assert themes.find(heading) is None


def test_broader() -> None:
    """Two narrower themes of one heading give the broader one."""
    found = themes.find("教育医疗")
    assert found is not None
    assert found.id == "livelihood"


def test_first_named() -> None:
    """Of two themes with words of equal length the one named first wins."""
    assert [theme.id for theme in map(themes.find, ("改革开放", "开放改革")) if theme] == ["reform", "opening-up"]


def test_text() -> None:
    """The text speaks where the heading says nothing."""
    assert themes.find("2025年重点工作", "粮食产量稳定在145万吨以上") == themes.get("grain-security")


def test_heading_first() -> None:
    """The heading counts before the text."""
    assert themes.find("就业", "粮食、耕地、种业、高标准农田") == themes.get("employment")


def test_hints() -> None:
    """A hint counts only where no keyword does."""
    assert themes.find("推动经济高质量发展") == themes.get("macro-economy")
    assert themes.find("推动旅游高质量发展") == themes.get("tourism")


def test_white_space() -> None:
    """White space within a heading makes no difference."""
    assert themes.find("科 技 创\n新") == themes.get("innovation")


@pytest.mark.parametrize("theme", themes.all(), ids=lambda theme: theme.id)
def test_labels(theme: themes.Theme) -> None:
    """The label of a theme tells the theme or its top."""
    found = themes.find(theme.label)
    assert found is not None
    assert found.top == theme.top


def test_levels() -> None:
    """Themes have two levels and their own order."""
    assert [theme.id for theme in themes.all()][:2] == ["macro-economy", "expected-targets"]
    assert all(themes.get(theme.top).broader == "" for theme in themes.all())
    assert 10 <= sum(1 for theme in themes.all() if not theme.broader) <= 20


def test_unknown_id() -> None:
    """An unknown id is a KeyError."""
    with pytest.raises(KeyError):
        themes.get("no-such-theme")


@given(st.text(alphabet="改革开放创新民生安全0（）、，。 <>", max_size=40), st.text(max_size=20))
def test_any_heading(heading: str, text: str) -> None:
    """Any heading gives a theme or none."""
    found = themes.find(heading, text)
    assert found is None or found in themes.all()
