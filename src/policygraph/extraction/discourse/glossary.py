"""The glossary behind a report: what its entries tell, and what they only explain.

“三级百圈”：标志性商圈提质行动，力争用5年时间，打造标志性商圈100个 sets a target; EFlops：指每秒进行一百亿亿次浮点运算 and
“3个100”：指培育100家企业… say what a word means. No section of the report and no entry before tells the time of an entry: it is
the one that its own words say, and a figure of which they say none is told of no year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    import re

# “六横”指六个输水大动脉, “氢走廊”是指…, 是一个计量单位，指每秒…
_EXPLAINS = wordclasses.pattern(r"[：:”，；](?:<is_meant_by>|指(?![<behind_no_meaning>]))|[：:]为")
# 2025年4月1日，省政府办公厅印发…, 2025年初，自然资源部将四川确定为…: when an event was, which is not the year of an amount.
_EVENT = wordclasses.pattern(r"(?<!截.)(?<!\d)(?:19|20)\d\d年(?:初|\d{1,2}月)")
_HEAD = wordclasses.pattern(r"[（(]?\d{0,3}[）).、．]?\s*[“\"【]?(?P<head>[^，。；：:“”\"【】\d]{2,20})[”\"】]?[：:]")
# 四川现有3个国家级集群, 目前共有20家
_STANDS = wordclasses.pattern(r"<present_stock>|<at_present>")


def explains(words_before: str) -> bool:
    """Whether the words of an entry before a number say what a word means.

    >>> explains("“3个100”：指培育"), explains("“三级百圈”：力争用5年时间，打造标志性商圈")
    (True, False)
    """
    return _EXPLAINS.search(words_before) is not None


def head(entry: str) -> str:
    """Return the thing that an entry explains, which its figures are told of where they name no other; ``""`` for none.

    >>> head("12.“零碳园区”：截至2024年底建成5个"), head("加快建设，目前有5个")
    ('零碳园区', '')
    """
    match = _HEAD.match(entry)
    return match["head"] if match else ""


def undated(clause: str) -> str:
    """Return the words of an entry's clause without the dates of events, which blanks of the same length replace.

    >>> undated("2025年4月印发意见"), undated("截至2025年11月建成20个")
    ('       印发意见', '截至2025年11月建成20个')
    """
    return _EVENT.sub(lambda date: " " * len(date[0]), clause)


def stands(clause: str) -> re.Match[str] | None:
    """Return the words by which a clause tells how things stand at the time of the report, or None.

    >>> bool(stands("四川现有3个国家级集群")), bool(stands("实现100个"))
    (True, False)
    """
    return _STANDS.search(clause)
