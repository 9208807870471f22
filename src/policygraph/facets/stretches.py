"""The words for a stretch of time that is no year, and a name without one in front: 一季度地区生产总值增速, 两年内新增学位数."""

from __future__ import annotations

import functools
from typing import Final

from policygraph.ontology import wordclasses

# A number of years, and what is less than one, as templates of patterns.
SEVERAL: Final = r"(?<!\d)(?:<numbers_of_years>|十<numbers_to_five>?|[2-9]|1\d)"
MONTHS: Final = (
    r"前(?:[<numbers_of_periods>\d]+)个?<months_quarters>|\d+月?(?:份)?[-－—–~～<range_words>]\d+月|<above_below><half_a_year>|"
    r"<order_marks>?[<numbers_to_four>1-4]<quarter_of_a_year>|<by_the_date>\d+月"
)
_IN_FRONT: Final = wordclasses.pattern(
    rf"^(?:{MONTHS}|<seasons>(?!<up_to>)|<times_to_come>|{SEVERAL}<years_within>|"
    rf"(?:<around_now>的?)?{SEVERAL}年(?=<verbs_of_newness>))"
)


@functools.lru_cache(maxsize=100_000)
def without(name: str) -> str:
    """Return a name without the stretch of time in front.

    >>> without("一季度地区生产总值增速"), without("两年内新增学位数"), without("三年级学生数")
    ('地区生产总值增速', '新增学位数', '三年级学生数')
    """
    found = _IN_FRONT.match(name)
    return name[found.end() :] if found and found.end() < len(name) else name
