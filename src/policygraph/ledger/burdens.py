"""What nobody wants more of, told by the head of its name, which stands last: 失业率, but not 失业人员再就业人数."""

from __future__ import annotations

import functools
import re
from typing import Final

from policygraph.facets import words
from policygraph.ontology import indicators

# What may stand behind the head of a name, and says only how it is measured.
_MEASURED: Final = (
    r"(?:总量|总数|总额|数量|人数|起数|件数|起|件|水平|标准|强度|余额|规模|比重|占比|比例|平均|年均|量|数|率|额)*"
    r"(?:增速|涨幅|增幅|降幅|下降幅度|提高幅度|减少幅度|占比)?$"
)


def is_burden(indicator: str) -> bool:
    """Whether an indicator measures a burden, or its change."""
    return _burden().search(indicators.key(indicator)) is not None


@functools.cache
def _burden() -> re.Pattern[str]:
    return re.compile(words.pattern("burden").pattern + _MEASURED)
