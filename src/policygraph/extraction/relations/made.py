"""A relation as the readers of names and of words find it, before it is given its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from policygraph.extraction.relations.ends import End
    from policygraph.statements import Tie


class Made(NamedTuple):
    """One entity, how it hangs together with another, and the rule that says so."""

    source: End
    tie: Tie
    target: End
    rule: str


class Said(NamedTuple):
    """A relation that words say, with the stretch of the text that says it."""

    start: int
    end: int
    made: Made
