"""Text that is badly copied, cut, torn or made to break the reader is read all the same: what is not understood is told."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.extraction import Names, read
from policygraph.statements import Document, Fate, Level, Reading

# What reports are made of, and what breaks them: unlike halves of brackets, numerals of all sorts, markup, broken lines.
_PIECES = (
    *"，。；：、“”‘’《》（）()【】〈〉—–-~～·％%+/.<>&#*²①٣ⅡⅡAa5\n\u3000\u200b",
    *(
        "推进",
        "建设",
        "加快",
        "新增",
        "实施",
        "推动",
        "开工",
        "入选",
        "打造",
        "发展",
        "以",
        "为",
        "抓手",
        "在",
        "对",
        "将",
    ),
    *(
        "测试谷",
        "数据港产业园",
        "项目",
        "高新技术企业",
        "工程",
        "行动",
        "中心",
        "实验室",
        "产业",
        "集群",
        "高速",
        "线",
        "期",
    ),
    *("等", "和", "与", "及", "以及", "的", "其中", "一批", "重大", "国家", "省", "市", "郑州", "洛阳", "全国", "全省"),
    *(
        "增长",
        "下降",
        "同比",
        "分别",
        "均",
        "达到",
        "超",
        "突破",
        "占",
        "比重",
        "从",
        "到",
        "由",
        "比",
        "居",
        "排名",
        "首位",
    ),
    *(
        "5",
        "12",
        "3.5",
        "1,234",
        "1/3",
        "1/0",
        "5—6",
        "9" * 29,
        "0." + "3" * 40,
        "一",
        "三",
        "十",
        "百",
        "两",
        "零",
        "半",
    ),
    *(
        "%",
        "亿元",
        "家",
        "个",
        "万",
        "千亿级",
        "第",
        "位",
        "名",
        "成",
        "倍",
        "年",
        "月",
        "连续",
        "多",
        "余",
        "以上",
        "左右",
    ),
    *("2024年", "2025年", "到2027年", "今年", "去年", "“十五五”", "规划", "党的二十大", "二十届", "三中全会", "省委"),
    *(
        "一、",
        "（一）",
        "## ",
        "\n\n",
        "<b>",
        "</b>",
        "<br>",
        "&nbsp;",
        "<!--",
        "-->",
        "PM2.5",
        "S2",
        "5G",
        "Ⅱ类",
        "水质",
    ),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=120).map("".join)


def _read(text: str, *, names: bool = False) -> Reading:
    return read(
        Document("case", text, "case", "", "2025", "郑州", Level.CITY, "", "0" * 64), names=Names(enabled=names)
    )


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS, names=st.booleans())
@example(text="推进“测试谷”、“数据港产业园项目。", names=True)
@example(text="突破、推进等产业", names=True)
def test_any_text_is_read_and_every_quote_is_its_own_words(text: str, names: bool) -> None:
    """No text ends the reader, each quote is the slice of the text that it says, and no name has markup."""
    found = _read(text, names=names)
    quotes = [fact.passage for fact in found.facts]
    quotes += [passage for mention in found.mentions for passage in (mention.passage, mention.surface)]
    quotes += [link.passage for link in found.links] + [numeral.passage for numeral in found.numerals]
    assert all(quote.quote and quote.quote == text[quote.start : quote.end] for quote in quotes)
    labels = [fact.indicator for fact in found.facts] + [mention.entity for mention in found.mentions]
    assert all(label.strip() and not set(label) & set("<>\ufffc") for label in labels)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("推进“测试谷”、“数据港产业园项目。", {"“测试谷”"}),
        ("建设“一廊”“两带”、“三园示范区。", {"“一廊”", "“两带”"}),
        ("实施“甲工程”、“乙工程等项目。", {"“甲工程”"}),
    ],
)
def test_a_quotation_that_is_not_closed_costs_no_other_name(text: str, entities: set[str]) -> None:
    """A missing ” is a slip of the pen; the names before it are read as ever."""
    assert {mention.entity for mention in _read(text).mentions} >= entities


@pytest.mark.parametrize("number", ["9" * 29, "9" * 5000, "1" + ",234" * 10, "0." + "0" * 2000 + "1", "12.5" * 20])
def test_a_numeral_of_more_than_28_digits_is_told_as_not_understood(number: str) -> None:
    """What is too long to be reckoned with is no figure and no name, and the figures beside it stay."""
    found = _read(f"今年新增企业{number}家，新增实验室5家。")
    assert [(fact.indicator, fact.written) for fact in found.facts] == [("新增实验室数", "5家")]
    assert [numeral.fate for numeral in found.numerals] == [Fate.OTHER, Fate.FACT]


@pytest.mark.parametrize(("number", "value"), [("9" * 28, "9" * 28), ("1" * 20 + "万亿", "1" * 20 + "0" * 12)])
def test_a_numeral_of_28_digits_is_exact(number: str, value: str) -> None:
    """No digit is rounded away, whatever multiplies it."""
    (fact,) = _read(f"今年投资总额达到{number}元。").facts
    assert f"{fact.value}" == value


def test_chinese_numerals_of_any_length_end_nothing() -> None:
    """Hundreds of Chinese digits are no share, run or span."""
    for numeral in ("九" * 40, "千" * 400, "一二三四五六七八九十" * 20):
        assert not _read(f"占{numeral}分之{numeral}，连续{numeral}年增长，实现{numeral}连增。").facts


def test_a_list_of_any_length_is_passed_over() -> None:
    """A list of thousands of measures is no sentence: it ends nothing, and what stands beside it is read."""
    found = _read("推进甲乙丙、" * 1334 + "；新增实验室5家。\n推进数据港产业园建设。\n")
    assert [fact.indicator for fact in found.facts] == ["新增实验室数"]
    assert [mention.entity for mention in found.mentions] == ["数据港产业园"]


def test_marks_of_any_number_end_nothing() -> None:
    """Hundreds of halves of quotations and brackets are read past."""
    for marks in ("”" * 900, "“" * 900, "（" * 450 + "）" * 450, "》《" * 450, "（“《【" * 225):
        assert [fact.written for fact in _read(f"今年{marks}，新增实验室5家。").facts] == ["5家"]


def test_a_clause_that_is_too_long_tells_its_numbers_as_not_understood() -> None:
    """More than a thousand characters without a mark are a table or a torn page: their figures belong to nothing."""
    found = _read("今年" + "新增企业5家产业" * 150 + "，新增实验室7家。")
    assert [fact.written for fact in found.facts] == ["7家"]
    assert {numeral.fate for numeral in found.numerals if numeral.passage.quote == "5"} == {Fate.OTHER}
