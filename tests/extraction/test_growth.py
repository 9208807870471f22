"""Reading takes work in proportion to the length of a line, whatever its shape; benchmarks/shapes.py measures the time.

The work is counted in calls of functions, which no other program on the machine changes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from policygraph.extraction import Names, read
from policygraph.statements import Document, Level

if TYPE_CHECKING:
    from types import FrameType

_SHAPES = (
    "123 ", "、", "和建设与", "产业、", "甲、乙分别增长1%、1%，", "（“《【", "“测试”、", "高新技术企业100家、", "测试谷、", "a", "郑州市",
    "推进甲乙丙、", "新增高新技术企业100家，", "新建项目5个、推进数据港产业园建设；", "新建创新平台5个，加快建设数据港产业园。",
    "5—6%", "千亿级", "1.2.", "<b>", "今年我们将", "等", "持续",
)  # fmt: skip
_LENGTH = 3000
# Twice the work for twice the length, and a little for what does not divide evenly.
_GROWTH = 2.3


def _calls(text: str) -> int:
    """Return how many functions are called, those of Python and those of C, while a text is read."""
    document = Document("case", text, "case", "", "2025", "郑州", Level.CITY, "", "0" * 64)
    names = Names()
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(document, names=names)
    finally:
        sys.setprofile(before)
    return counted


def _line(shape: str, length: int) -> str:
    return "今年" + (shape * (length // len(shape) + 1))[:length] + "\n"


@pytest.mark.parametrize("shape", _SHAPES)
def test_twice_the_length_takes_twice_the_work(shape: str) -> None:
    """One line of any shape costs in proportion to its length, also where it has no mark that ends a clause."""
    _calls(_line(shape, 200))  # the lexicon is read once
    short, long = (_calls(_line(shape, length)) for length in (_LENGTH, 2 * _LENGTH))
    assert long <= _GROWTH * short


@pytest.mark.parametrize("shape", ["、", "产业、", "和建设与", "测试谷、", "（“《【", "持续", "推进甲乙丙、"])
def test_a_clause_that_is_read_takes_twice_the_work_too(shape: str) -> None:
    """Below the bound of a clause, its words are not gone through again for each item of its list."""
    _calls(_line(shape, 200))
    short, long = (_calls(_line(shape, length)) for length in (950, 1900))
    assert long <= _GROWTH * short
