"""One indicator under other words: what a target of one report meets in the next, and what it does not meet."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from policygraph.ledger import Grade, Relation
from reports import rows

if TYPE_CHECKING:
    from pathlib import Path

NEXT = (Relation.REPEATED, Relation.RAISED, Relation.LOWERED)


@pytest.mark.parametrize(
    ("target", "review", "verdict"),
    [
        ("工业投资增长8%左右", "工业投资下降1.6%", "missed"),
        ("完成土地整治60万亩以上", "新增土地整治72万亩", "exceeded"),
        ("新建续建人才公寓2.4万套", "建成人才公寓2.4万套", "met"),
        ("建设农村供水工程300处", "完成农村集中供水工程313处", "exceeded"),
        ("新培育科技型中小企业3000家以上", "新增科技型中小企业7227家", "exceeded"),
        ("打造特色书吧20个", "新型特色书吧27个投入使用", "exceeded"),
        ("建设村卫生室350所", "350所村卫生室达到国家良好标准", "met"),
        ("居民消费价格涨幅3%左右", "居民消费价格上涨0.2%", "below"),
    ],
)
def test_a_target_meets_its_outcome_under_other_words(tmp_path: Path, target: str, review: str, verdict: str) -> None:
    """The verb, a word that makes no difference, the order of words and the measure are no part of what is measured."""
    assessed = [row for row in rows(tmp_path, target, review) if row.relation is Relation.ASSESSED_BY]
    assert [(row.verdict, row.b is not None) for row in assessed] == [(verdict, True)]


@pytest.mark.parametrize(
    ("target", "plan", "relation"),
    [
        ("完成小流域综合治理60万亩以上", "治理小流域90万亩", "raised"),
        ("建设省级现代产业学院50个", "新建现代产业学院40个", "lowered"),
        ("新培育省级工业互联网平台10家以上", "新增省级重点工业互联网平台10家以上", "repeated"),
        ("开工新能源项目装机容量1600万千瓦以上", "新能源开工1600万千瓦以上", "repeated"),
        ("财政收入增长4%以上", "财政收入增长3%左右", "lowered"),
    ],
)
def test_a_target_meets_the_next_one_under_other_words(tmp_path: Path, target: str, plan: str, relation: str) -> None:
    """As outcomes are met."""
    changed = [row for row in rows(tmp_path, target, plan=plan) if row.relation in NEXT]
    assert [row.relation for row in changed] == [relation]


@pytest.mark.parametrize(
    ("target", "review"),
    [
        ("进出口总额增长5%左右", "出口总额增长17.8%"),
        ("农村居民收入增长6%左右", "城镇居民收入增长4.6%"),
        ("开工保障性住房740套", "建成保障性住房772套"),
        ("实施亿元以上技改项目120项", "实施千万元以上技改项目313项"),
        ("智能算力规模达2万P", "新增智能算力1.7万P"),
        ("固定资产投资增长5%左右", "民间固定资产投资增长12.2%"),
        ("全员劳动生产率16.8万元/人", "全员劳动生产率增长6%"),
        ("改造城中村和城市危旧房6万户", "改造危旧房3000户"),
        ("新增现代服务业集聚区20个", "建成现代服务业重点项目300个"),
    ],
)
def test_what_speaks_against_a_match_is_heard_first(tmp_path: Path, target: str, review: str) -> None:
    """However alike two names are: part and whole, begun and finished, growth and level, stock and flow, list and member."""
    assessed = [row for row in rows(tmp_path, target, review) if row.relation is Relation.ASSESSED_BY]
    assert [row.b for row in assessed if row.a.passage.document == "report-2024"] == [None] * len(assessed)


def test_a_match_tells_how_sure_it_is(tmp_path: Path) -> None:
    """By its grade, the words that both names have, and how alike they are."""
    (row,) = (
        row
        for row in rows(tmp_path, "建设农村供水工程300处", "完成农村集中供水工程313处")
        if row.relation is Relation.ASSESSED_BY
    )
    assert (row.grade, row.shared) == (Grade.MATCHED, "农村供水工程")
    assert row.score is not None
    assert 0 < row.score <= 1


def test_of_two_that_are_as_near_neither_is_chosen(tmp_path: Path) -> None:
    """A match is the best by a margin, from both sides."""
    assessed = rows(tmp_path, "建设乡村书屋30个", "建成东部乡村书屋12个，建成西部乡村书屋28个")
    assert [row.b for row in assessed if row.relation is Relation.ASSESSED_BY] == [None]


def test_a_total_of_several_years_is_no_outcome_of_one(tmp_path: Path) -> None:
    """What opens a review holds until the next opening, over paragraphs."""
    review = "粮食丰收。\n\n过去五年，我们不懈奋斗。\n\n补充耕地39.08万亩"
    (row,) = (row for row in rows(tmp_path, "补充耕地13.5万亩", review) if row.relation is Relation.ASSESSED_BY)
    assert (row.verdict, row.b) == ("not reported", None)


def test_the_tolerance_decides_how_far_about_reaches(tmp_path: Path) -> None:
    """Of 6 % by 10 % more than by 5 %; the rule says how far."""
    for part, verdict in ((Fraction(5, 100), "missed"), (Fraction(10, 100), "met")):
        found = rows(tmp_path, "地区生产总值增长6%左右", "地区生产总值增长5.5%", tolerance=part)
        (row,) = (row for row in found if row.relation is Relation.ASSESSED_BY)
        assert (row.verdict, f"{float(100 * part):g} %" in row.rule) == (verdict, True)
