"""Units that the words before a number imply: 经济总量突破千亿 is in 元, 旅客吞吐量破亿 in 人次, 旅居人数达600万 in 人."""

from __future__ import annotations

import re

# Tried in this order: what is measured last, nearest the number, tells.
_MEASURED = (
    ("人次", re.compile(r"(?:旅客吞吐量|客运量|客流量?|旅客|游客|人次)[^，；。]{0,10}$")),
    (
        "元",
        re.compile(
            r"(?:生产总值|GDP|经济总量|总额|总值|产值|收入|规模|增加值|投资|余额|贷款|存款|成交额|市值|营收)[^，；。]{0,10}$"
        ),
    ),
    ("人", re.compile(r"(?:人口|人才|就业|人数|群众|劳动力|农民|学生|教师|毕业生|青年|参保)[^，；。]{0,10}$")),
)


# How far before a number such a word begins at most: 旅客吞吐量 and ten characters.
_REACH = 15


def unit(text: str, at: int) -> str:
    """Return the unit that the words before a number without one imply, or ``""``.

    Args:
        text: the text.
        at: where the number begins.

    >>> [unit(words, len(words)) for words in ("庆阳经济总量突破", "旅居人数达", "交通指数下降至")]
    ['元', '人', '']
    """
    before = text[max(0, at - _REACH) : at]
    found = [(match.start(), name) for name, pattern in _MEASURED if (match := pattern.search(before))]
    return max(found)[1] if found else ""
