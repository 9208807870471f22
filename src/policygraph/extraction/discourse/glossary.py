"""The glossary behind a report: what its entries tell, and what they only explain.

“三级百圈”：标志性商圈提质行动，力争用5年时间，打造标志性商圈100个 sets a target; EFlops：指每秒进行一百亿亿次浮点运算 and
“3个100”：指培育100家企业… say what a word means.
"""

from __future__ import annotations

import re

_EXPLAINS = re.compile(r"[：:](?:是指|主要指|指(?![标数导引挥定南示])|即|为)")


def explains(words_before: str) -> bool:
    """Whether the words of an entry before a number say what a word means.

    >>> explains("“3个100”：指培育"), explains("“三级百圈”：力争用5年时间，打造标志性商圈")
    (True, False)
    """
    return _EXPLAINS.search(words_before) is not None
