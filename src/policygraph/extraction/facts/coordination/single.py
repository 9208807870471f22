"""One value of a clause with the words around it that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts.coordination import bases, behind, dealt, firsts, lists, several
from policygraph.extraction.facts.coordination.share import ALL, Share
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.discourse.segments import Clause
    from policygraph.extraction.facts.coordination.bases import Base
    from policygraph.extraction.quantities import Quantity

_IN_A_ROW = wordclasses.word("in_a_row")

LEAD_IN = "、" + wordclasses.characters("joining_characters")
_BRACKETS = {"”": "“", "）": "（"}


class Single:
    """One value of a clause, and where its words may begin.

    Args:
        clause: the clause.
        quantities: its values.
        index: which of them.
        start: where the words of this one may begin.
        base: the value before, where this one comes from it.
    """

    def __init__(
        self, clause: Clause, quantities: Sequence[Quantity], index: int, start: int, base: Base | None
    ) -> None:
        self._clause = clause
        self._text = clause.block.text
        self._quantities = quantities
        self._index = index
        self._quantity = quantities[index]
        self._following = quantities[index + 1] if index + 1 < len(quantities) else None
        self._before = base
        lead = self._text[start : self._quantity.start]
        later = start > clause.start
        if later and self._text[start - 1].isdigit():
            lead = lead.removeprefix("大")  # 7大产业集群对工业贡献率
        self._left = lead.lstrip(LEAD_IN) if later else lead
        self._joined = later and (not lead or lead[0] in LEAD_IN)

    def base(self) -> Base | None:
        """Return the base that this value is for the next one, or None."""
        if self._following is None:
            return None
        return bases.of(self._left, self._text, self._quantity.end, self._following.start)

    def share(self) -> Share:
        """Return the value with its words."""
        quantity, left = self._quantity, self._left
        start = quantity.start - len(left)
        if (last := self._shares_thing_with()) is not None:
            right = self._behind(last)
            return Share(
                quantity,
                left,
                right,
                start,
                self._quantities[last].end + len(right),
                joined=self._joined,
                rule="coordination/one thing counted twice",
            )
        if (said := dealt.of_all(left)) is not None:
            return Share(quantity, said, "", start, quantity.end, turns=ALL, rule="coordination/of all subjects before")
        if base := self.base():
            said = base.subject + base.direction
            return Share(
                quantity, said, "", start, quantity.end, joined=self._joined, base=base.when, rule="coordination/base"
            )
        if (said := firsts.words(self._text, quantity, left, self._clause.end)) is not None:
            return Share(
                quantity, said, "", start, quantity.end, joined=self._joined, rule="coordination/first of its kind"
            )
        if quantity.level and (found := lists.industries(self._text[self._clause.start : quantity.start])):
            return Share(
                quantity,
                left,
                "",
                self._clause.start,
                quantity.end,
                joined=self._joined,
                subjects=found,
                rule="coordination/several",
            )
        if self._before is not None:
            left, self._joined = self._before.words(left), False
        right = self._goes_on_behind()
        subjects = () if right else several.subjects(quantity, left)
        rule = "coordination/several" if subjects else "coordination/counted behind" if right else "coordination/single"
        end = self._end(start, right)
        said, reach = self._said_of_all(right) if right and not self._is_run() else ("", 0)
        return Share(
            quantity, left, right + said, start, end, joined=self._joined, subjects=subjects, rule=rule, reach=reach
        )

    def _said_of_all(self, right: str) -> tuple[str, int]:
        """Return what is said of the things that a list without a verb counts, and where that ends; ``""`` for nothing.

        5个地级市和5个县级城市[新获评全国文明城市]: it stands behind the last of them.
        """
        if behind.said_of_all(right) or not behind.opens_list(
            self._text[self._clause.start : self._first_of_list().start]
        ):
            return "", 0
        index = self._index
        while index + 1 < len(self._quantities) and behind.lists_on(self._text, self._quantities, index, right):
            index += 1
            right = self._behind(index)
        if index == self._index:
            return "", 0
        said = behind.said_of_all(right)
        return (said, self._quantities[index].end + len(right)) if said else ("", 0)

    def _first_of_list(self) -> Quantity:
        """Return the first value of the list that the value stands in."""
        index = self._index
        while index and behind.lists_on(self._text, self._quantities, index - 1, self._behind(index - 1)):
            index -= 1
        return self._quantities[index]

    def _behind(self, index: int) -> str:
        following = self._quantities[index + 1] if index + 1 < len(self._quantities) else None
        return behind.words(self._text, self._quantities[index], following, self._clause.end)

    def _shares_thing_with(self) -> int | None:
        """Return the last value that counts the same thing: 10大类52项民生实事; 7.8万户、22.9万人稳定消除返贫风险."""
        if self._following is None or self._is_run() or self._behind(self._index):
            return None
        if self._following.start == self._quantity.end:
            return self._index + 1
        group = dealt.group(self._text, self._quantities, self._index)
        if self._left.strip() or len(group) == 1:
            return None
        return self._index + len(group) - 1

    def _is_run(self) -> bool:
        return self._text.startswith(_IN_A_ROW, self._quantity.start)

    def _goes_on_behind(self) -> str:
        if self._is_run():
            return self._text[self._quantity.end : self._clause.end]  # 连续12年稳定在500亿斤以上
        return self._behind(self._index)

    def _end(self, start: int, right: str) -> int:
        """Return where the words end; a bracket that opens among them closes among them."""
        at = self._text.find(right, self._quantity.end, self._clause.end) if right else -1
        end = at + len(right) if at >= 0 else self._quantity.end
        if right and at < 0 and (class_only := behind.CLASS_ONLY.match(self._text, end)):
            end = class_only.end()
        closing = self._text[end : end + 1]
        return end + (_BRACKETS.get(closing, "\n") in self._text[start:end])
