"""Numbers that are no quantities: parts of names, dates, ordinals."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.quantities import units
from policygraph.extraction.quantities.quantity import Other
from policygraph.ontology import wordclasses
from policygraph.statements import Fate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_TO = r"[—–~～至\-]"
_MONTH = r"\d{1,2}月<days_and_parts>?(?:前)?(?:\d{1,2}日)?"
# 2025国家网络安全周: a unit that is a noun of its own counts nothing behind a year.
_NOUNS = "<before_countries>"
# What is served in so many hours or minutes is a name: 15分钟健身圈, 240小时过境免签政策.
_SERVED = "<behind_hours_named>"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Fate], ...]:
    """Return the forms of numbers that are none, each with a real phrase, in the order in which they are tried."""
    forms = (
        (r"^[（(]?\d{1,2}[.．、）)](?!\d)", Fate.ORDINAL),  # 3. 聚焦转型升级
        (r"附<annexes>\d", Fate.ORDINAL),  # 附件2
        (
            r"^(?:附?表|<figures_in_text>)\d{1,2}(?:[-—－]\d{1,2})?(?![\d.]*[<counters_behind_tables>])",
            Fate.ORDINAL,
        ),  # 专栏1 主要指标
        (r"(?<=<what_stands_within>)[5五]年(?=<cumulative>)", Fate.DATE),  # 注：[ ]内为5年累计数
        # “1131”专项行动, 《中国制造2025》; but “100元以下” is an amount
        (
            r"[“《][^”》，。；]{0,12}?\d[\d.+×/—–\-NnXx]*(?:个\d+)?(?=[^“”》\d]{0,14}[”》])(?![^”》]{0,6}[%<units_of_mass>])",
            Fate.NAME,
        ),
        (r"\d+(?:\.\d+)?级(?=[^，；。]{0,3}<named_by_grade>)", Fate.NAME),  # 5.6级地震
        (r"\d+(?:\.\d+)?<steps>*(?:吨|<mega_kilo>瓦|<units_of_power>)级", Fate.NAME),  # 26兆瓦级机组
        (r"(?:[ⅠⅡⅢ]|I{1,3})类(?=<graded_things>)", Fate.NAME),  # I类新药
        (r"(?:10|十)<nonferrous_metals>", Fate.NAME),
        (r"\d+<kilovolts>(?=[^，；。、]{0,10}<power_stations>)", Fate.NAME),  # 1000千伏特高压交流工程
        (r"满\d+<ages>", Fate.NAME),  # 满3岁即入园
        (
            r"(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?",
            Fate.DATE,
        ),  # 2010-3-30 15:21
        (
            r"(?<![\d:：.])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：.])(?:[-—–<range_words>](?:[01]?\d|2[0-4])[:：][0-5]\d)?",
            Fate.DATE,
        ),  # 9:00-18:30
        (r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)", Fate.NAME),  # 0539-7037779
        (r"\d{2}<century>(?:\d0<decade>)?", Fate.DATE),  # 21世纪
        (r"从[\dN]到[\dN]", Fate.NAME),  # 从0到1
        (rf"(?:19|20)\d\d年<ends_of_years>?(?:(?:\d{{1,2}}{_TO})?{_MONTH})?", Fate.DATE),  # 2025年1月16日
        (rf"(?:19|20)\d\d{_TO}(?:19|20)?\d\d年", Fate.DATE),  # 2021—2025年
        (
            rf"(?:19|20)\d\d(?=[一-鿿“])(?!年|<myriad_and_more>|(?!{_NOUNS})(?:{units.alternatives()}))",
            Fate.NAME,
        ),  # 2025全球工业互联网大会
        (
            r"(?<!<told_of_a_span>)(?<!\d)前?\d{1,2}(?:[—–~～至、\-]\d{1,2})?个?月<days_and_parts>?前?(?:\d{1,2}日)?",
            Fate.DATE,
        ),  # 1～11月
        (r"\d{1,2}<days_and_numbers>(?=[<behind_days>，。]|\d)", Fate.DATE),  # 12月21日
        (r"\d+<anniversary>", Fate.DATE),  # 75周年
        (r"第\d+(?![%\d.])<ranks_of_place>?", Fate.ORDINAL),  # 第6次; ranks are taken before
        (r"\d{1,2}号<named_by_number>", Fate.NAME),  # 17号线
        (r"<aircraft>[-－]\d+[A-Z]?", Fate.NAME),  # 歼-35A
        (r"\d[AaBb]级?", Fate.NAME),  # 5A级景区
        (r"(?<![A-Za-z])[A-Za-z]+[-－_]?\d+(?:\.\d+)?[A-Za-z]*线?", Fate.NAME),  # S2线, PM2.5, G310
        (r"(?<![\d.])\d+(?:\.\d+)?[GTDKN](?![A-Za-z])", Fate.NAME),  # 5G, 5.5G
        (r"<roads>\d+", Fate.NAME),  # 国道107
        (r"\d{4,5}(?=[^，。；]{0,6}<lines_and_desks>)", Fate.NAME),  # 12345热线
        (r"\d(?:\.\d)+(?=<versions>)", Fate.NAME),  # 自贸区2.0版, 服务业扩大开放3.0方案
        (r"\d+(?:\+[\dNnXx]+)+", Fate.NAME),  # 7+28+N
        (r"\d+·\d+", Fate.NAME),  # “4·11”
        (r"\d+<units_of_size>", Fate.NAME),  # 12英寸大硅片
        (
            rf"(?<!<realising>)\d+<clock_units>(?=[^，。；、]{{0,10}}(?:{_SERVED}))",
            Fate.NAME,
        ),  # 15分钟健身圈; but 主要城市间实现1小时通达 says how long it takes
        (r"7[×xX*]24", Fate.NAME),  # 7×24小时
        (r"新\d+条", Fate.NAME),  # 民间投资新36条
        (
            r"(?:<years_told_around>|(?<!提)前|<years_before_or_after>)(?:的)?(?:\d+|<numerals_and_few>+)多?年",
            Fate.DATE,
        ),  # 过去五年
        (
            r"的<numbers_with_two>年(?=[，。；、])|<list_numbers>年<transitions>",
            Fate.DATE,
        ),  # 极不平凡的五年
        (r"<one_two><zero_and_nine><digits_and_circle>{2}年", Fate.DATE),  # 二〇三五年
        (r"\d+年<coming_between>(?!郑)", Fate.DATE),  # 6年来首次
        (r"前\d+(?![<steps_of_money>%])", Fate.ORDINAL),  # 全球前20货运枢纽机场
        (r"\d+强", Fate.NAME),  # 世界500强
        (r"\d+<clock_marks>(?=[，。、]|<young_people>)", Fate.NAME),  # 90后
    )
    return tuple((wordclasses.pattern(pattern), fate) for pattern, fate in forms)


def find(text: str) -> Iterator[Other]:
    """Yield the numbers of a text that stand in a name, a date or an ordinal."""
    for pattern, fate in _patterns():
        for match in pattern.finditer(text):
            yield Other(*match.span(), fate)
