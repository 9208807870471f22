"""The year, or the day, on which a document was published, as its own words tell.

今年 and 去年 in a text hang on it, so it is never taken from a clock or from the file's time stamp.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_CLOSING = wordclasses.word("closing_year")
_LAST_YEAR_AS_SAID = wordclasses.word("last_year_as_said")
_DIGITS = str.maketrans(dict.fromkeys("OoＯ", "0") | dict(wordclasses.features("digits_of_years")))
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／", "0123456789-/")
_CHINESE_YEAR = wordclasses.pattern(r"<one_two>[<digits_and_circle>○OoＯ0-9]{3}(?=年)")
_CHINESE_DAY = wordclasses.pattern(r"(?<=<years_months>)<tens>?<digits>?(?=<months_days>)")
_DAY = wordclasses.pattern(rf"(?<!\d)({_YEAR})(?:年|[-/.])(\d{{1,2}})(?:月|[-/.])(\d{{1,2}})(?![\d月])日?")
_MONTH = wordclasses.pattern(rf"(?<!\d)({_YEAR})年(\d{{1,2}})月")
_COMPACT_DAY = wordclasses.pattern(rf"(?<!\d)({_YEAR})(\d\d)(\d\d)(?!\d)")
# ——2026年1月26日在河南省第十四届人民代表大会第四次会议上
_SESSION = wordclasses.pattern(
    rf"(?<!\d)(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?<halves_of_a_day>?[，,]?\s?在[^。；，,]{{2,40}}?(?:<meeting_held>上|<assemblies>)"
)
# 国发〔2024〕9号: the number of an official letter names its year.
_NUMBER = wordclasses.pattern(rf"[\u4e00-\u9fff][〔\[（(]({_YEAR})[〕\]）)]\d{{1,4}}号")
# How many characters of a text, blanks left out, the session is named in.
_HEAD = 600
# A bulletin of a year is issued in the next; one of months, in the same.
_ANNUAL = wordclasses.pattern(r"<documents_on_the_past>")
_PART_OF_YEAR = wordclasses.pattern(r"<parts_of_a_year>")
# 国民经济和社会发展第十四个五年规划纲要, “十一五”规划: the years are those of the plan.
_PLAN_TITLE = wordclasses.pattern(
    r"第(十?<list_numbers>)<five_year_counter>|(?<!<list_numbers>)(十?<list_numbers>)五[”\"]?[^，。]{0,20}<sorts_of_plans>"
)
_SPAN = wordclasses.pattern(rf"(?<!\d)({_YEAR})\s*年?\s*[—–~～至-]{{1,2}}\s*{_YEAR}")
# A page is put up in the year that its title names, or beside it.
_NEAR = 1
# The last lines, where a notice is signed.
_SIGNED = 4
# A date in a longer line is one of a sentence, and tells of something else.
_LONGEST_LINE = 80
# Not the year of the document: 到2035年, 2035年远景目标, 2021-2025年 (its first year), 2030年前碳达峰.
_TITLE_YEAR = wordclasses.pattern(
    rf"(?<!\d)(?<!<to_until>)(?<![—–-])({_YEAR})(?!\d)(?!\s*(?:年\s*)?[—–~～至-]{{1,2}}\s*{_YEAR})"
    r"(?!年?<outlook>(?![<list_numbers>\d]{1,2}个?[<quarter_month>]))"  # 2023年前三季度 is a part of its year
)
_NAME_YEAR = wordclasses.pattern(rf"(?<!\d)({_YEAR})(?!\d)")

_N = rf"(?<![\d<to_until>])({_YEAR})年?"
_ANY_YEAR = wordclasses.pattern(rf"(?<![\d<to_until>])({_YEAR})年(?!<outlook>)")
# What the years of a text tell, with the years to add and the weight. A heading tells more than a sentence.
_SIGNS = (
    # "一、2009年工作回顾", "“十四五”时期和2025年工作回顾"
    (wordclasses.pattern(rf"(?<!\d)({_YEAR})年[^。，；\n]{{0,16}}<looking_back>"), 1, 5),
    # "二、2026年重点工作", "2025年主要任务", "三、2011年的工作", "2025年工作安排"
    (
        wordclasses.pattern(
            rf"{_N}(?:<bodies_of_plans>|十<counters_of_tasks>|<main_and_expected>)*"
            r"<tasks_of_the_year>(?![^。，；\n]{0,12}<told_and_done>)"
        ),
        0,
        4,
    ),
    # "2025河南两会正在进行中"
    (wordclasses.pattern(rf"{_N}[\u4e00-\u9fff]{{0,4}}<two_sessions>"), 0, 4),
    # "2011年，是“十二五”开局之年，做好今年的工作", "2026年是…开局关乎全局。今年…"
    (wordclasses.pattern(rf"{_N}[^\d\n]{{0,60}}<this_or_new_year>"), 0, 2),
    # "2025年，郑州将聚焦转型升级", "2024年，全市要统筹推进"
    (wordclasses.pattern(rf"{_N}，[^。，；\d]{{0,12}}(?:将|要(?!求)|<intending>)"), 0, 1),
    # "2024年，郑州市努力奋进": a year that is told of is the year before
    (wordclasses.pattern(rf"{_N}，(?!是)(?![^。，；\d]{{0,12}}(?:将|要(?!求)|<intending>))"), 1, 1),
    # "贷款余额从2007年末的6.12万亿元增加到2012年末的17.63万亿元": the newest figures are those of the year before
    (
        wordclasses.pattern(
            rf"(?<!\d)({_YEAR})年<at_the_end>?[^。，；\d]{{0,24}}(?:<coming_to>|<exceeding>|<increasing>)"
        ),
        1,
        1,
    ),
)
# "今年是“十四五”规划收官之年". The fourth plan ran from 1971 to 1975, and each one since for five years.
_PLAN_YEAR = wordclasses.pattern(
    r"(<this_or_last>)是?[^。]{0,12}“(十?<list_numbers>)五”[^。]{0,12}?(<opening_and_closing>)"
)
_ORDINALS = {word: number for number, word in enumerate(wordclasses.of("list_numbers"), 1)}
_PLAN_WEIGHT = 4


def infer(opening: str, title: str, stem: str, body: str) -> str:
    """Return when a document was published: YYYY, YYYY-MM or YYYY-MM-DD; ``""`` where no word tells.

    In this order: the day of the session (——2026年1月26日在…会议上), the year in the title with the day on which the page was
    put up or signed where that is within a year of it, that day alone, a date or year in the file's name, and what the
    text says of its years: the year after the one that is reviewed, the one that is planned.

    Args:
        opening: the lines above the text proper.
        title: the title, if the text has one.
        stem: the file's name without suffix.
        body: the text without front matter.

    """
    for words in (opening, body):
        if session := _session(numbered(re.sub(r"\s+", " ", re.sub(r"[^\S\n]+", "", words))[:_HEAD])):
            return session
    own = _of_title(_arabic(re.sub(r"\s+", "", title)))
    days = [day for day in (_of_lines(opening.splitlines()), _of_lines(body.rstrip().splitlines()[-_SIGNED:])) if day]
    if own:
        return next((day for day in days if abs(int(day[:4]) - int(own)) <= _NEAR), own)
    told = next(iter(days), "") or _latest(_NUMBER, _arabic(opening))
    return told or _of_name(_arabic(stem)) or _of_text(_arabic(re.sub(r"[^\S\n]+", "", body)))


def _session(text: str) -> str:
    """Return the day of the session at which a report was given."""
    match = _SESSION.search(text)
    if match is None:
        return ""
    month = f"{match['year']}-{int(match['month']):02}" if 1 <= int(match["month"]) <= 12 else match["year"]
    return (_day_of(match["year"], match["month"], match["day"]) if match["day"] else "") or month


def _of_title(title: str) -> str:
    """Return the year in which a document of a title is issued: that which it names, the first of a plan, the next of a bulletin."""
    if plan := _PLAN_TITLE.search(title):
        return str(1951 + 5 * sum(_ORDINALS[word] for word in plan[1] or plan[2]))
    if span := _SPAN.search(title):
        return span[1]
    year = _latest(_TITLE_YEAR, title)
    if year and _ANNUAL.search(title) and not _PART_OF_YEAR.search(title):
        return str(int(year) + 1)
    return year


def _arabic(text: str) -> str:
    """Return the text with years in Chinese digits made Arabic: 二〇二六年 is 2026年."""
    return _CHINESE_YEAR.sub(lambda match: match[0].translate(_DIGITS), text.translate(_FULL_WIDTH))


def written(issued: str) -> Iterator[str]:
    """Yield how texts and names of files write a date, the fullest first; a bulletin of a year names the year before.

    >>> list(written("2025-01-16"))[:4], list(written("2024"))
    (['2025年1月16日', '2025-01-16', '2025-1-16', '20250116'], ['2024', '2023年'])
    """
    year, *rest = issued.split("-")
    month, day = (*map(int, rest), 0, 0)[:2]
    if day:
        yield from (f"{year}年{month}月{day}日", issued, f"{year}-{month}-{day}", "".join((year, *rest)))
        yield from (f"{year}/{month:02}/{day:02}", f"{year}.{month:02}.{day:02}", f"{year}/{month}/{day}")
    if month:
        yield f"{year}年{month}月"
    yield from (year, f"{int(year) - 1}年")


def numbered(text: str) -> str:
    """Return a text with its dates in digits: 二〇二六年一月二十七日 is 2026年1月27日."""
    return _CHINESE_DAY.sub(lambda match: str(_number(match[0])) if match[0] else "", _arabic(text))


def _of_lines(lines: list[str]) -> str:
    """Return the first date that stands in a short line."""
    for line in lines:
        if len(line) > _LONGEST_LINE:
            continue
        plain = numbered(re.sub(r"\s+", "", line))
        if found := _day(_DAY.search(_arabic(line))) or _day(_DAY.search(plain)) or _month(_MONTH.search(plain)):
            return found
    return ""


def _of_name(stem: str) -> str:
    return _day(_DAY.search(stem)) or _day(_COMPACT_DAY.search(stem)) or _latest(_NAME_YEAR, stem)


def _number(word: str) -> int:
    """Return a Chinese number below forty.

    >>> [_number(word) for word in ("三", "十", "十二", "二十七", "三十")]
    [3, 10, 12, 27, 30]
    """
    tens, ten, ones = word.rpartition("十")
    return (_ORDINALS.get(tens, 1) * 10 if ten else 0) + _ORDINALS.get(ones, 0)


def _day(match: re.Match[str] | None) -> str:
    return _day_of(match[1], match[2], match[3]) if match else ""


def _day_of(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _month(match: re.Match[str] | None) -> str:
    return f"{match[1]}-{int(match[2]):02}" if match and 1 <= int(match[2]) <= 12 else ""


def _latest(pattern: re.Pattern[str], text: str) -> str:
    return max(pattern.findall(text), default="")


def _of_text(text: str) -> str:
    """Return the year for which the signs of the text weigh most; of two that weigh the same the later one.

    A text without such signs gets the year that it names most often.
    """
    weights: Counter[int] = Counter()
    for pattern, later, weight in _SIGNS:
        for year in pattern.findall(text):
            weights[int(year) + later] += weight
    for when, plan, edge in _PLAN_YEAR.findall(text):
        number = sum(_ORDINALS[word] for word in plan)
        weights[1951 + 5 * number + (4 if edge == _CLOSING else 0) + (when == _LAST_YEAR_AS_SAID)] += _PLAN_WEIGHT
    weights = weights or Counter(int(year) for year in _ANY_YEAR.findall(text))
    return str(max(weights, key=lambda year: (weights[year], year))) if weights else ""
