"""When a document was published is read from its own words, never from a clock."""

from __future__ import annotations

import pytest

from policygraph.documents import dates


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("——2026年1月26日在河南省第十四届人民代表大会第四次会议上", "2026-01-26"),
        ("2025年1月16日在湖北省第十四届人民代表大会第三次会议上", "2025-01-16"),
        ("长沙市人民政府市长某某2010年1月16日在长沙市第十三届人民代表大会第三次会议上", "2010-01-16"),
        ("——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上", "2026-01-27"),
        ("——二OO六年二月十五日在石桥市第十届人民代表大会第一次会议上", "2006-02-15"),
        ("(2014年2月在石桥市十届人大四次会议上)", "2014-02"),
    ],
)
def test_the_day_of_the_session_comes_first(line, issued):
    """Neither the title nor the page nor the name of the file says it better."""
    opening = f"政府工作报告\n来源：石桥日报 更新时间：2012-04-14\n{line}"
    assert dates.infer(opening, "2020年政府工作报告", "2021", "") == issued


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("（2024 年 1 月 30 日）", "2024-01-30"),
        ("发布时间：2025-01-20 10:00", "2025-01-20"),
        ("２０２５年１月６日", "2025-01-06"),
        ("二○一九年十月十日", "2019-10-10"),
        ("2025年1月", "2025-01"),
        ("2025年2月30日", "2025-02"),
    ],
)
def test_a_date_above_the_text_is_that_of_the_page(line, issued):
    """It counts where the title names no year, or one beside it; a page that was copied years later tells nothing."""
    year = int(issued[:4])
    assert dates.infer(f"政府工作报告\n{line}", "政府工作报告", "1999", "") == issued
    assert dates.infer(f"政府工作报告\n{line}", f"{year - 1}年工作总结", "1999", "") == issued
    assert dates.infer(f"政府工作报告\n{line}", f"{year - 6}年政府工作报告", "1999", "") == str(year - 6)


def test_a_notice_is_signed_below():
    """The date of the last lines counts as that of a page."""
    assert (
        dates.infer("", "工作要点", "x", "各科室：\n现印发给你们。\n石桥县农业农村局\n2024年3月5日\n") == "2024-03-05"
    )


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2020年石桥县国民经济和社会发展统计公报", "2021"),
        ("石桥县二〇二三年统计公报", "2024"),
        ("2025年上半年全市经济运行情况", "2025"),
        ("石桥市国民经济和社会发展第十四个五年规划纲要", "2021"),
        ("石桥市“十一五”规划纲要", "2006"),
        ("石桥市“十五”计划纲要", "2001"),
        ("石桥市国民经济和社会发展规划（2016—2020年）", "2016"),
    ],
)
def test_a_bulletin_is_issued_in_the_next_year_and_a_plan_in_its_first(title, year):
    """A bulletin of months is issued in the same year."""
    assert dates.infer("", title, "x", "") == year
    assert dates.infer("更新时间：2035-04-14", title, "x", "") == year


def test_a_date_in_a_sentence_is_none_of_the_document():
    """A long line tells a story."""
    line = "2019年9月3日，" + "全省上下隆重纪念这一重要的日子，" * 6
    assert dates.infer(line, "", "report-2020", "") == "2020"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2025年湖北省政府工作报告", "2025"),
        ("政府工作报告（二〇二四年）", "2024"),
        ("2024年计划执行情况与2025年计划草案的报告", "2025"),
        ("2026年工作安排和到2035年的目标", "2026"),
        ("2021年发展规划和2035年远景目标纲要", "2021"),
    ],
)
def test_a_year_in_the_title_comes_next(title, year):
    """The newest one, but not the year of a far goal."""
    assert dates.infer("", title, "report-1999", "一、1998年工作回顾") == year


@pytest.mark.parametrize(
    ("stem", "issued"),
    [
        ("province-hubei-2025", "2025"),
        ("2023年杭州市政府工作报告", "2023"),
        ("hangzhou20240115", "2024-01-15"),
        ("hangzhou_2024-01-15", "2024-01-15"),
        ("report20249999", ""),
        ("000", ""),
    ],
)
def test_then_the_name_of_the_file(stem, issued):
    """With the day if it has one."""
    assert dates.infer("", "政府工作报告", stem, "") == issued


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("一、2009年工作回顾\n2009年是困难的一年。", "2010"),
        ("一、2024 年工作回顾\n", "2025"),
        ("“十四五”时期和2025年工作回顾\n", "2026"),
        ("二、2026年重点工作\n到2035年实现目标", "2026"),
        ("三、2011年的工作\n2010年比上年减少6.4%。", "2011"),
        ("2025年工作安排", "2025"),
        ("2025年十项重点工作", "2025"),
        ("2025河南两会正在进行中。2024年，郑州深入推进。", "2025"),
        ("2023年，郑州能力提升。2024年，郑州将加速。到2025年突破。", "2024"),
        ("2024年，全市努力奋进。2025年，全市要突出重点。", "2025"),
        ("余额从2007年末的6万亿元增加到2012年末的17万亿元，2012年达到4%。", "2013"),
        ("2013年是开局之年。今年的目标是增长7.5%。", "2013"),
        ("今年是“十四五”规划收官之年。", "2025"),
        ("去年是“十四五”收官之年。", "2026"),
        ("今年是实施“十三五”规划的开局之年。", "2016"),
        ("2025年新增高新技术企业1000家以上。", "2025"),
        ("力争增长6%左右。", ""),
    ],
)
def test_last_what_the_text_says_of_its_years(body, year):
    """The year after the one reviewed is the one planned; a year to be reached is none of them."""
    assert dates.infer("", "", "report", body) == year
