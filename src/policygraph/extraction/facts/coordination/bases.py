"""Values that others come from: 从去年的2.1%提高到2.3%, 较“十三五”末的9323.1亿元增加4374.4亿元."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policygraph.ontology import wordclasses

_FROM = wordclasses.pattern(r"<from_characters>(?P<when>[^，；。]{0,10})$")
_TO = wordclasses.pattern(
    r"""
    [^，；。\d]{0,4}?
    <base_verbs>?
    <to_be>
    | <turning_verbs>为?(?=<directions>)
    """,
    re.VERBOSE,
)
_OVER = wordclasses.pattern(r"，?<against>(?P<when>[^，；。]{2,10})的$")
# 由上年的下降2.1%转为增长3.4%: both say in which direction.
_DIRECTION = wordclasses.pattern(r"(?:的)?(?P<word><directions_of_change>)$")
_TURNS = wordclasses.pattern(r"^<turning_into>(?=<directions>)")
# 从全国第13位升至第9位: among whom both ranks are.
_SCOPE = wordclasses.pattern(r"<wide_scopes>")
_CHANGED = wordclasses.pattern(r"<changes_of_base>")


@dataclass(frozen=True, slots=True)
class Base:
    """A value that another comes from.

    Attributes:
        when: the words that say when it held.
        subject: the words before it that are those of its subject.
        over: whether what follows is the change, not the new value.
        direction: the word that says whether the value was a rise or a fall, or ``""``.
    """

    when: str
    subject: str
    over: bool
    direction: str = ""

    def words(self, left: str) -> str:
        """Return the words of the value that follows: those of its own subject, or its own with what it is compared to."""
        if self.over:
            return f"较{self.when}{left}"
        turned = _TURNS.sub("", left)
        return self.subject if turned == left else f"{self.subject}{turned}"


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
        if match is None:
            return None
        direction = _DIRECTION.search(match["when"])
        when = match["when"][: direction.start()] if direction else match["when"]
        subject = left[: match.start()]
        if scope := _SCOPE.fullmatch(when):
            subject = f"{subject}居{scope[0]}"
        return Base(when, subject, over=False, direction=direction["word"] if direction else "")
    match = _OVER.match(left) if _CHANGED.match(text, end) else None
    return Base(match["when"], "", over=True) if match else None
