"""Units are the bare units of reports, converted exactly where two of them measure one thing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from policygraph.ontology import units

QUDT = "http://qudt.org/vocab/unit/"


def test_extent() -> None:
    """The units that reports use are all there."""
    assert len(units.all()) >= 90
    used = "元 美元 % 百分点 亩 公顷 平方公里 公里 吨 斤 千瓦时 辆 家 户 人 人次 标箱 架次 列 天 微克/立方米"
    assert [label for label in used.split() if units.get(label) is None] == []


@pytest.mark.parametrize(
    ("label", "factor", "base"),
    [
        ("亩", Fraction(2000, 3), "平方米"),
        ("公顷", Fraction(10000), "平方米"),
        ("平方公里", Fraction(1000000), "平方米"),
        ("斤", Fraction(1, 2), "千克"),
        ("吨", Fraction(1000), "千克"),
        ("公里", Fraction(1000), "米"),
        ("百分点", Fraction(1), "%"),
    ],
)
def test_conversion(label: str, factor: Fraction, base: str) -> None:
    """A unit is converted exactly."""
    unit = units.get(label)
    assert unit is not None
    assert (unit.factor, unit.base) == (factor, base)


def test_mu() -> None:
    """Fifteen mu are a hectare."""
    mu, hectare = units.get("亩"), units.get("公顷")
    assert mu and mu.factor and hectare
    assert mu.factor * 15 == hectare.factor


@pytest.mark.parametrize(
    ("label", "qudt"),
    [("%", "PERCENT"), ("元", "CCY_CNY"), ("吨", "TONNE"), ("平方公里", "KiloM2"), ("亩", None), ("家", None)],
)
def test_qudt(label: str, qudt: str | None) -> None:
    """A unit that QUDT has is matched."""
    unit = units.get(label)
    assert unit is not None
    assert unit.qudt == (QUDT + qudt if qudt else None)


@pytest.mark.parametrize(
    ("word", "label"), [("月", "个月"), ("千米", "公里"), ("个百分点", "百分点"), ("标准箱", "标箱")]
)
def test_synonyms(word: str, label: str) -> None:
    """A unit is found under its synonyms."""
    assert units.get(word) == units.get(label)


def test_ids() -> None:
    """The name of a unit in its IRI is the unit itself, percent-encoded."""
    ids = {unit.label: unit.id for unit in units.all()}
    assert (ids["%"], ids["亩"], ids["微克/立方米"]) == ("%25", "亩", "微克%2F立方米")


def test_unknown() -> None:
    """A unit that no list has is None."""
    assert units.get("光年") is None


def test_bases() -> None:
    """A base is not converted again."""
    for unit in units.all():
        if unit.base:
            base = units.get(unit.base)
            assert base is not None
            assert base.base is None
