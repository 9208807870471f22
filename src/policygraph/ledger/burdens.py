"""What nobody wants more of, told by the head of its name, which stands last: 失业率, but not 失业人员再就业人数."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from policygraph.facets import words
from policygraph.ontology import indicators, wordclasses

if TYPE_CHECKING:
    import re

# What may stand behind the head of a name, and says only how it is measured.
_MEASURED: Final = (
    r"<measures_of_burdens>*"
    r"<changes_of_burdens>?$"
)


def is_burden(indicator: str) -> bool:
    """Whether an indicator measures a burden, or its change."""
    return _burden().search(indicators.key(indicator)) is not None


@functools.cache
def _burden() -> re.Pattern[str]:
    return wordclasses.pattern(words.pattern("burden").pattern + _MEASURED)
