"""A value and its part of the words of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policygraph.extraction.quantities import Quantity


ALL = (-1,)


@dataclass(frozen=True, slots=True)
class Share:
    """A value and its part of the words.

    Attributes:
        quantity: the value.
        left: the words before it that are its own.
        right: the words behind it that are its own.
        start: first character of the words, in the block's text.
        end: one past the last.
        joined: whether 、 or 和 joins it to the value before.
        subjects: where one value holds for several subjects: what stands for ``left`` in turn, else empty.
        turns: which of the subjects of the clause before the value is that of, where its own words leave them out: (0,) and
            (1,) in …27.2万、19.8万人，分别增长5%、6%, ``ALL`` in …，均居全国首位; else ``()``.
        rule: how it shares its words.
        reach: one past the words that several things listed share behind the last of them (5个县和3个区[获评…]); 0 for none.
        base: the words that say when it held, where it is what something comes from (从[去年的]2.1%提高到…), else None.
    """

    quantity: Quantity
    left: str
    right: str
    start: int
    end: int
    joined: bool = False
    subjects: tuple[str, ...] = ()
    base: str | None = None
    turns: tuple[int, ...] = ()
    rule: str = "coordination/single"
    reach: int = 0
