"""Figures of different bases are of two things, whatever they are called: 扣除房地产, 同口径."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph.facets import basis
from policygraph.ledger import Relation, Verdict
from reports import rows

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("before", "quote", "said"),
    [
        ("5.8亿元。扣除房地产开发投资后，", "固定资产投资增长2.7%", {"扣除房地产"}),
        ("，", "项目（不含房地产开发）投资增长5%", {"扣除房地产"}),
        ("", "剔除房地产因素后增长3%", {"扣除房地产"}),
        ("。", "不包括烟草行业，规上工业增加值增长8%", {"扣除烟草"}),
        ("", "一般公共预算收入同口径增长5.5%左右", {"同口径"}),
        ("", "按可比口径，税收收入增长3%", set()),
        ("", "税收收入按可比口径增长3%", {"同口径"}),
        ("", "居民收入扣除价格因素实际增长5.6%", set()),
        ("。", "地区生产总值按可比价格计算增长5%", set()),
        ("研发", "费用加计扣除比例提高到75%", set()),
        ("扣除房地产后投资增长3%，", "社会消费品零售总额增长2%", set()),
    ],
)
def test_the_basis_is_read_from_the_clause_or_from_what_frames_it(before: str, quote: str, said: set[str]) -> None:
    """In one form for all ways to say it; that prices are left out or fixed is no basis."""
    assert basis.read(before, quote) == said


@pytest.mark.parametrize(
    ("target", "review"),
    [
        ("固定资产投资增长5%左右", "扣除房地产开发投资后，固定资产投资增长2.7%"),
        ("一般公共预算收入同口径增长5.5%", "一般公共预算收入增长5.1%"),
        ("固定资产投资（不含房地产开发）增长5%", "固定资产投资增长2%"),
    ],
)
def test_a_result_of_another_basis_judges_nothing(target: str, review: str, tmp_path: Path) -> None:
    """It stands beside the target as what could be it."""
    found = [row for row in rows(tmp_path, target, review) if row.relation is Relation.ASSESSED_BY]
    (row,) = (row for row in found if row.a.passage.document == "report-2024")
    assert (row.verdict, row.b) == (Verdict.NOT_ASSESSABLE, None)
    assert row.candidate is not None
    assert row.candidate.written in review


def test_a_result_of_the_same_basis_is_the_outcome(tmp_path: Path) -> None:
    """However the basis is said."""
    found = rows(tmp_path, "固定资产投资（不含房地产开发）增长5%", "扣除房地产开发投资后，固定资产投资增长5.2%")
    assert [row.verdict for row in found if row.b] == [Verdict.EXCEEDED]


def test_targets_of_different_bases_are_neither_lowered_nor_dropped(tmp_path: Path) -> None:
    """Nobody knows what the one is on the basis of the other."""
    plan = "固定资产投资（不含房地产开发）增长3%"
    found = rows(tmp_path, "固定资产投资增长5%左右", "粮食生产稳定", plan)
    assert {row.relation for row in found} == {Relation.ASSESSED_BY}
