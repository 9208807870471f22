"""Values that others come from: 从去年的2.1%提高到2.3%, 较“十三五”末的9323.1亿元增加4374.4亿元."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FROM = re.compile(r"[由从](?P<when>[^，；。]{0,10})$")
_TO = re.compile(
    r"""
    [^，；。\d]{0,4}?
    (?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|升|调整|压减|压缩|缩短|延长|回落|发展|跃升|拓展)?
    [到至为]
    """,
    re.VERBOSE,
)
_OVER = re.compile(r"，?[较比](?P<when>[^，；。]{2,10})的$")
_CHANGED = re.compile(r"增加|增长|减少|下降|提高|提升")


@dataclass(frozen=True, slots=True)
class Base:
    """A value that another comes from.

    Attributes:
        when: the words that say when it held.
        subject: the words before it that are those of its subject.
        over: whether what follows is the change, not the new value.
    """

    when: str
    subject: str
    over: bool

    def words(self, left: str) -> str:
        """Return the words of the value that follows: those of its own subject, or its own with what it is compared to."""
        return f"较{self.when}{left}" if self.over else self.subject


def of(left: str, text: str, end: int, following: int) -> Base | None:
    """Return the base that a value is, or None.

    Args:
        left: the words before the value.
        text: the text.
        end: one past the value.
        following: where the next value begins.
    """
    if _TO.match(text, end, following):
        match = _FROM.search(left)
        return Base(match["when"], left[: match.start()], over=False) if match else None
    match = _OVER.match(left) if _CHANGED.match(text, end) else None
    return Base(match["when"], "", over=True) if match else None
