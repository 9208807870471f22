"""Discourse: which year a clause speaks of, and whether it plans or reports."""

from __future__ import annotations

import pytest

from policygraph.documents import layout
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.statements import Document, Kind, Level

_TARGET, _OUTCOME = Kind.TARGET, Kind.OUTCOME


def _frames(text: str, year: int = 2025) -> list[tuple[Kind, int]]:
    """Return kind and year of each clause of the paragraphs of a text, in order."""
    document = Document("d", text, "", "", str(year), "湖北", Level.PROVINCE, "", "")
    discourse = Discourse(year)
    found = []
    for block in layout.blocks(document):
        discourse.enter(block)
        if block.role is layout.Role.PARAGRAPH:
            found += [(f.kind, f.year) for sentence in sentences(block) for f in discourse.frames(sentence)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、2024年工作回顾\n完成投资5亿元。", [(_OUTCOME, 2024)]),
        ("二、2025年工作安排\n完成投资5亿元。", [(_TARGET, 2025)]),
        ("二、“十五五”时期主要目标\n森林覆盖率达到45%。", [(_TARGET, 2030)]),
        ("去年，新增就业5万人。新的一年，新增就业6万人。", [(_OUTCOME, 2024)] * 2 + [(_TARGET, 2025)] * 2),
        ("二、2025年工作安排\n新增就业6万人，比上年增加1万人。", [(_TARGET, 2025)] * 2),
        ("一、2024年工作回顾\n空气质量为2018年以来最好。", [(_OUTCOME, 2024)]),
        ("二、2025年工作安排\n到2027年达到100家。今年新增20家。", [(_TARGET, 2027), (_TARGET, 2025)]),
        ("过去五年，地区生产总值年均增长5%。", [(_OUTCOME, 2024)] * 2),
        ("二、2025年工作安排\n用3—5年时间，引进10人。再引进5人。", [(_TARGET, 2030)] * 2 + [(_TARGET, 2025)]),
        ("二、2025年工作安排\n已开工的57个项目加快建设。", [(_OUTCOME, 2024)]),
        ("1978年，粮食产量为100万吨。今年再增产。", [(_OUTCOME, 1978)] * 2 + [(_TARGET, 2025)]),
        ("二、2025年工作安排\n到2027年，达到100家。", [(_TARGET, 2027)] * 2),
        ("二、2025年工作安排\n去年物价上涨2%。\n完成投资5亿元。", [(_OUTCOME, 2024), (_TARGET, 2025)]),
        ("一、2024年工作回顾\n为今年发展打下基础。\n完成投资5亿元。", [(_TARGET, 2025), (_OUTCOME, 2024)]),
        ("一、2024年工作回顾\n占比由2020年的7%提升至8%。", [(_OUTCOME, 2024)]),
        ("二、2025年工作安排\n在提高质量的基础上年均增长7%。", [(_TARGET, 2025)]),
        ("二、2025年工作安排\n改造5000个已建成村的设施。", [(_TARGET, 2025)]),
        ("二、2025年工作安排\n“十五五”时期新增10家。再新增5家。", [(_TARGET, 2030), (_TARGET, 2025)]),
    ],
)
def test_frames(text: str, expected: list[tuple[Kind, int]]) -> None:
    """Headings and time words set the frame; a base of comparison does not."""
    assert _frames(text) == expected


def test_a_heading_ends_the_time_that_a_sentence_set() -> None:
    """去年 in the review does not reach into the plan."""
    text = "一、2024年工作回顾\n去年，新增就业5万人。\n二、2025年工作安排\n新增就业6万人。"
    assert _frames(text)[-1] == (_TARGET, 2025)
