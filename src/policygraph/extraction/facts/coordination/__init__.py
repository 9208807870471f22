"""How the values of a clause share its words.

汽车、家电产品“以旧换新”分别达到12.5万辆、196万台      each its own subject               dealt
三次产业比重为4.0∶37.7∶58.3                           the three sectors                  ratios
…，分别增长32.9%、41.6%                               the subjects of the clause before  dealt
项目结算率、决算率和通过率均提高20个百分点以上          one value, three subjects          several, lists
光电子信息、汽车制造、大健康3大产业迈入万亿级规模        likewise
零碳工厂及园区各5家                                   likewise
打造50个“公园+”特色园区                                what is counted stands behind      behind
从2.1%提高到2.3%                                      a base and a value                 bases
新增4家、总数达14家                                   each its own words                 single
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction.facts.coordination import bases, bounds, dealt, ratios
from policygraph.extraction.facts.coordination.share import ALL, Share
from policygraph.extraction.facts.coordination.single import LEAD_IN, Single

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.discourse.segments import Clause
    from policygraph.extraction.facts.coordination.bases import Base
    from policygraph.extraction.quantities import Quantity

__all__ = ["ALL", "Share", "shares"]

_PARTED = re.compile(rf"[{LEAD_IN}，]")


def shares(clause: Clause, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield each value of a clause with its words, in order."""
    text = clause.block.text
    quantities = bounds.shared(text, quantities)
    index, start = 0, clause.start
    base: Base | None = None
    while index < len(quantities):
        if ratio := ratios.group(text, quantities, index):
            yield from _of_ratio(clause, start, ratio, quantities[index + 3 : index + 4])
            index, start, base = index + 3, ratio[-1].end, None
            continue
        group = dealt.group(text, quantities, index)
        together = _dealt_out(text[start : group[0].start], start, group)
        if together:
            yield from together
            index, start, base = index + len(group), group[-1].end, None
            continue
        single = Single(clause, quantities, index, start, base)
        share = single.share()
        base = single.base() if share.base is not None else None
        yield share
        index += 1
        start = _next_start(text, share, quantities[index : index + 1])


def _dealt_out(words: str, start: int, group: Sequence[Quantity]) -> list[Share]:
    """Return the values of a group, each with its subject; none where the words deal out nothing."""
    if len(group) == 1:
        return []
    if subjects := dealt.subjects(words, group):
        return [
            Share(
                quantity, subject, "", start, group[-1].end, joined=quantity is not group[0], rule="coordination/dealt"
            )
            for quantity, subject in zip(group, subjects, strict=True)
        ]
    said = dealt.left_out(words)
    if said is None and len({quantity.unit for quantity in group}) == 1:
        said = dealt.levels(words)
    if said is None:
        return []
    return [
        Share(quantity, said, "", start, quantity.end, turns=(turn,), rule="coordination/dealt to the subjects before")
        for turn, quantity in enumerate(group)
    ]


def _of_ratio(clause: Clause, start: int, ratio: Sequence[Quantity], following: Sequence[Quantity]) -> Iterator[Share]:
    """Yield the shares of a ratio; those that it comes from (由10∶44∶46调整为6.2∶44.8∶49) with when they held."""
    text = clause.block.text
    left = text[start : ratio[0].start]
    subjects = ratios.subjects(text[clause.start : ratio[0].start])
    base = bases.of(left, text, ratio[-1].end, following[0].start) if following else None
    for quantity, subject in zip(ratio, subjects, strict=False):
        yield Share(
            quantity,
            subject,
            "",
            clause.start,
            ratio[-1].end,
            base=base.when if base else None,
            rule="coordination/ratio",
        )


def _next_start(text: str, share: Share, following: Sequence[Quantity]) -> int:
    """Return where the words of the next value begin.

    In 42家全国重点实验室、10家湖北实验室 they begin behind the first thing counted; in 7条产业链规模超千亿元 that thing is theirs
    too.
    """
    if share.right and following and _PARTED.match(text, share.end, following[0].start):
        return share.end
    return share.quantity.end
