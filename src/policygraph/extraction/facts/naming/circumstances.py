"""What is said of a value beside its subject: over how long, against what, on what basis. It is never the subject itself.

    五年 年均增长8%                          over five years
    比上年 同口径增长9%                      against last year, on the same basis
    “十三五” 年均增长6%                      over a five-year plan
    是2015年的1.6倍                          against 2015, as a multiple

Words of this kind: ontology/lexicon/circumstances.tsv.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.facts.naming.context import EDGES
from policygraph.extraction.language.lexicon import any_of, words
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

_NUMBER = r"[\d<numbers_with_two>]+"
_PLAN = r"[“\"]?(?:十<plan_numbers>|<late_decades>)五[”\"]?<periods_of_time>?"
_SPAN = rf"<recent_years>?{_NUMBER}(?:个)?<years_months><since_then>?"
_YEAR = r"<to_until>?(?:19|20)\d\d年<ends_of_spans>?"
_BASE = rf"<against>(?:{_YEAR}|{_PLAN}|{_SPAN}前)"
# 是2015年的1.6倍, 相当于“九五”期末的两倍, 分别是2007年的1.8倍、1.7倍
_MULTIPLE = wordclasses.pattern(
    rf"^(?P<own>.*?)[，、]?<evenly>*(?:<being>|<coming_to>|系)"
    rf"(?P<base>{_YEAR}|{_PLAN}|{_SPAN}前|<former_year>(?:<same_period>)?|<last_year_as_said>(?:<same_period>)?|<same_period>)的?(?:<about_or_near>|<exceeding>)?$"
)


# 经济增长预期目标[是在明显提高质量和效益的基础上]年均增长7%
_UNDER = wordclasses.pattern(r"(?<=[一-鿿])是?在[^，；、\d]{2,24}?<under_circumstances>")


@cache
def _alone() -> re.Pattern[str]:
    said = any_of(words("circumstances"))
    return wordclasses.pattern(
        rf"(?:{said}|{_YEAR}|{_PLAN}|{_SPAN}|{_BASE}|[<being_characters>，、 ]|<real_or_nominal>)+"
    )


@cache
def _at_end() -> re.Pattern[str]:
    said = any_of(words("circumstances"))
    return wordclasses.pattern(rf"(?:{said}|{_BASE}|{_PLAN}|{_YEAR}|(?<!\d){_SPAN}|[，、])+$")


def only(said: str) -> bool:
    """Whether words tell circumstances alone, so that the subject is the one before.

    >>> only("五年"), only("比上年同口径"), only("是“十五”期末"), only("财政收入")
    (True, True, True, False)
    """
    return _alone().fullmatch(said.strip(EDGES)) is not None


def without(subject: str) -> str:
    """Return a subject without the circumstances behind it.

    >>> without("财政收入比上年同口径"), without("经济总量在提高质量的基础上"), without("财政收入")
    ('财政收入', '经济总量', '财政收入')
    """
    return _at_end().sub("", _UNDER.sub("", subject)) or subject


def multiple(words_before: str) -> tuple[str, str] | None:
    """Return the words of the subject (``""`` where they are left out) and the base of a multiple, or None.

    >>> multiple("地区生产总值是2015年的"), multiple("是“十五”期末的"), multiple("里程达")
    (('地区生产总值', '2015年'), ('', '“十五”期末'), None)
    """
    match = _MULTIPLE.match(words_before.strip("，、；：:。 "))
    return (match["own"], match["base"]) if match else None
