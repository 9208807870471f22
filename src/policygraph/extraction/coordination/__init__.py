"""How the values of a clause share its words.

汽车、家电产品“以旧换新”分别达到12.5万辆、196万台      each its own subject               dealt
项目结算率、决算率和通过率均提高20个百分点以上          one value, three subjects          lists
光电子信息、汽车制造、大健康3大产业迈入万亿级规模        likewise
零碳工厂及园区各5家                                   likewise
打造50个“公园+”特色园区                                what is counted stands behind      behind
从2.1%提高到2.3%                                      a base and a value
新增4家、总数达14家                                   each its own words
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.coordination import behind, dealt, lists
from policygraph.extraction.coordination.share import ALL, Share
from policygraph.extraction.quantities import unit_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.quantities import Quantity
    from policygraph.extraction.segments import Clause

__all__ = ["ALL", "Share", "shares"]

_LEAD_IN = "、和及与并"
_PARTED = re.compile(rf"[{_LEAD_IN}，]")
_FROM = re.compile(r"[由从](?P<when>[^，；。]{0,10})$")
_TO = re.compile(
    r"""
    [^，；。\d]{0,4}?
    (?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|升|调整|压减|压缩|缩短|延长|回落|发展|跃升|拓展)?
    [到至为]
    """,
    re.VERBOSE,
)
_EACH = re.compile(r"(?:(?<![人平年日月])均|都|各|分别)(?P<predicate>[^，；。]{0,6})$")
# 水电、风电装机[位居世界]第一, 汽车、新能源汽车产量[历史性跃居全国]首位
_STANDS = re.compile(r"(?:历史性|继续|稳步|保持|仍)?(?:稳居|跃居|位居|高居|位列|居|列)[^，；、]*$")
# 孝感、黄冈[继荆州后]跨越3000亿元规模
_AFTER = re.compile(r"继[^，；、]{2,6}(?:之)?后$")
_BRACKETS = {"”": "“", "）": "（"}


def shares(clause: Clause, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield each value of a clause with its words, in order."""
    text = clause.block.text
    index, start = 0, clause.start
    base: Share | None = None
    while index < len(quantities):
        group = dealt.group(text, quantities, index)
        found = dealt.subjects(text[start : group[0].start], group) if len(group) > 1 else []
        if found:
            for quantity, subject in zip(group, found, strict=True):
                yield Share(quantity, subject, "", start, group[-1].end, joined=quantity is not group[0])
            index, start = index + len(group), group[-1].end
            continue
        said = dealt.left_out(text[start : group[0].start]) if len(group) > 1 else None
        if said is not None:
            for turn, quantity in enumerate(group):
                yield Share(quantity, said, "", start, quantity.end, turns=(turn,))
            index, start = index + len(group), group[-1].end
            continue
        share = _Single(clause, quantities, index, start, base).share()
        base = share if share.base is not None else None
        yield share
        index += 1
        start = _next_start(text, share, quantities[index : index + 1])


def _next_start(text: str, share: Share, following: Sequence[Quantity]) -> int:
    """Return where the words of the next value begin.

    In 42家全国重点实验室、10家湖北实验室 they begin behind the first thing counted; in 7条产业链规模超千亿元 that thing is theirs
    too.
    """
    if share.right and following and _PARTED.match(text, share.end, following[0].start):
        return share.end
    return share.quantity.end


class _Single:
    """One value of a clause, and where its words may begin."""

    def __init__(
        self, clause: Clause, quantities: Sequence[Quantity], index: int, start: int, base: Share | None
    ) -> None:
        self._clause = clause
        self._before = base
        self._text = clause.block.text
        self._quantities = quantities
        self._index = index
        self._quantity = quantities[index]
        self._following = quantities[index + 1] if index + 1 < len(quantities) else None
        lead = self._text[start : self._quantity.start]
        later = start > clause.start
        if later and self._text[start - 1].isdigit():
            lead = lead.removeprefix("大")  # 7大产业集群对工业贡献率
        self._left = lead.lstrip(_LEAD_IN) if later else lead
        self._joined = later and (not lead or lead[0] in _LEAD_IN)

    def share(self) -> Share:
        """Return the value with its words."""
        quantity, left = self._quantity, self._left
        start = quantity.start - len(left)
        if (last := self._shares_thing_with()) is not None:
            right = self._behind(last)
            end = self._quantities[last].end + len(right)
            return Share(quantity, left, right, start, end, joined=self._joined)
        if (said := dealt.of_all(left)) is not None:
            return Share(quantity, said, "", start, quantity.end, turns=ALL)
        if base := self._base():
            return Share(quantity, _FROM.sub("", left), "", start, quantity.end, joined=self._joined, base=base["when"])
        if quantity.level and (found := lists.industries(self._text[self._clause.start : quantity.start])):
            return Share(quantity, left, "", self._clause.start, quantity.end, joined=self._joined, subjects=found)
        if self._before is not None:
            left, self._joined = self._before.left, False  # the subject is that of the base it comes from
        right = self._goes_on_behind()
        end = self._end(start, right)
        return Share(quantity, left, right, start, end, joined=self._joined, subjects=self._subjects(left, right))

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
        return self._text.startswith("连续", self._quantity.start)

    def _base(self) -> re.Match[str] | None:
        """Return the words that make this value a base: 从去年的2.1%提高到…."""
        if self._following is None or not _TO.match(self._text, self._quantity.end, self._following.start):
            return None
        return _FROM.search(self._left)

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

    def _ranks(self, found: list[str]) -> bool:
        """Whether a rank is that of several things measured: 水电、风电装机位居世界第一."""
        if self._quantity.unit != "位" or not found or "和" in self._left or wording.action_at_start().match(found[0]):
            return False
        return wording.measure_noun_at_end().search(found[-1]) is not None

    def _subjects(self, left: str, right: str) -> tuple[str, ...]:
        """Return the subjects that the value holds for, where the words say that each has it."""
        if right:
            return ()
        if each := _EACH.search(left):
            return tuple(part + each["predicate"] for part in lists.subjects(left[: each.start()]))
        match = wording.predicate_at_end().search(left)
        predicate = match[0] if match else ""
        if self._quantity.unit == "位" and (standing := _STANDS.search(left)):
            predicate = standing[0]
        found = lists.subjects(_AFTER.sub("", left.removesuffix(predicate)))
        if not (unit_kind(self._quantity.unit) == "class" or lists.are_places(found) or self._ranks(found)):
            return ()
        return tuple(part + predicate for part in found)
