"""The figure that a cell is: 17000, 7.5%左右, ≥5.5, [14.5], -0.8, 5—6; what is more than a figure is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.extraction.facts import wording
from policygraph.extraction.language import numerals
from policygraph.extraction.quantities import comparators, measured, units
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator

if TYPE_CHECKING:
    from decimal import Decimal

    from policygraph.extraction.language.numerals import Numeral

_BRACKETS: Final = wordclasses.pattern(
    r"^(?P<before>[^\d\[［【〔]*)[\[［【〔](?P<inside>[^\[\]［］【】〔〕]+)[\]］】〕](?P<behind>.*)$"
)
_IN_BRACKETS: Final = wordclasses.pattern(r"^（(?P<inside>[\d.]+)）$")
# >7，力争高于“十四五”时期实际: what stands behind the comma says it in words.
_IN_WORDS: Final = wordclasses.pattern(r"[，；,;]\D*$")
_NOTES: Final = wordclasses.pattern(r"(?:[*＊]+|[①-⑳])$")
_DASH: Final = wordclasses.pattern(r"(?:%|<percentage_points_counted>)?[—–\-－~～至]+")
_SIGN: Final = wordclasses.pattern(r"[-－−﹣+＋](?=$)")
_TO_ONE: Final = wordclasses.pattern(r"[:：∶]1$")
# 2021—2025, 2025年6月: times, not figures.
_TIME: Final = wordclasses.pattern(
    r"(?:19|20)\d\d(?:年.*|[—–\-－~～至/](?:(?:19|20)\d\d|\d{1,2}).*|\.\d{1,2}\.\d{1,2})"
)
# What may stand beside the number in its cell and says nothing more; 下降 and the like turn its sign.
_BESIDE: Final = wordclasses.pattern(r"(?:<holding_in_a_cell>|<coming_to>|<words_beside_a_figure>|[（）()，、：])*")
_MOVES: Final = wordclasses.pattern(r"<moves_in_cells>")
_LAST_DIGIT: Final = wordclasses.pattern(r"\d<steps_of_money>*(?=\D*$)")
# Such words turn the sign of a growth.
FALLS = wordclasses.members("falls_in_cells")
_ESTIMATE: Final = wordclasses.pattern(r"<estimates>")


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a cell.

    Attributes:
        value: the number with a 万 or 亿 of the cell itself expanded; of a range the lower end.
        value_max: the upper end of a range, else None.
        comparator: how it bounds what is meant.
        unit: the unit in the cell, or ``""``.
        total: whether it stands in brackets, as totals over several years do.
        word: the word that says that it moves: 下降 of 下降3.2, or ``""``.
        action: the undertaking that it counts, as 改造 of 改造3000个, or ``""``.
        estimate: whether a word says that it is an estimate.
    """

    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    unit: str
    total: bool = False
    word: str = ""
    action: str = ""
    estimate: bool = False

    @property
    def falls(self) -> bool:
        """Whether its word says that it falls."""
        return self.word in FALLS


def is_time(cell: str) -> bool:
    """Whether a cell is a time: 2025—2027, 2025年6月."""
    return _TIME.fullmatch(cell) is not None


def written(cell: str, unit: str) -> str:
    """Return a cell with the unit that stands elsewhere, behind its number.

    >>> written("6左右", "%"), written("[14.5]", "%"), written("2万以上", "家")
    ('6%左右', '[14.5%]', '2万家以上')
    """
    return _LAST_DIGIT.sub(lambda last: last[0] + unit, cell, count=1)


def parse(cell: str) -> Figure | None:
    """Return the figure that a cell is, or None where it is none, or more than one.

    >>> [str(found.value) for found in map(parse, ("17000", "[14.5]", "6.1万人", "保持在合理区间")) if found]
    ['17000', '14.5', '61000']
    """
    text = _NOTES.sub("", numerals.legible(cell))
    if is_time(text):
        return None
    text = _IN_WORDS.sub("", text)
    match = _BRACKETS.match(text)
    if match:
        text = match["before"] + match["inside"] + match["behind"]
    alone = _IN_BRACKETS.match(text)
    if alone:
        text = alone["inside"]
    text, ratio = (_TO_ONE.sub("", text), True) if _TO_ONE.search(text) else (text, False)
    found = [numeral for numeral in numerals.scanned(text) if not numeral.han]
    if not found or len(found) > 2 or (ratio and len(found) > 1) or any(each.value is None for each in found):
        return None
    return _figure(text, found, total=(match or alone) is not None)


def _figure(text: str, found: list[Numeral], *, total: bool) -> Figure | None:
    low, high = found[0], found[-1]
    if len(found) == 2 and not _DASH.fullmatch(text, low.end, high.start):
        return None
    start, sign = _signed(text, low.start)
    unit = measured.unit_behind().match(text, high.end)
    end = unit.end() if unit else high.end
    behind, after = comparators.after(text, end)
    if text.startswith("+", behind) and behind == len(text) - 1:
        behind, after = behind + 1, Comparator.AT_LEAST
    first, before = comparators.before(text, start)
    action = wording.action_at_start().fullmatch(text[:first])
    beside = ("" if action else text[:first]) + text[behind:]
    if not _BESIDE.fullmatch(beside):
        return None
    first_value, last_value = measured.shared(low, high)
    if len(found) == 2 and last_value <= first_value:
        return None
    few = low.more or bool(unit and (unit["few"] or unit["over"]))
    comparator = after or before or (Comparator.MORE_THAN if few else Comparator.EQUAL)
    return Figure(
        value=numerals.plain(-first_value if sign and len(found) == 1 else first_value),
        value_max=last_value if len(found) == 2 else None,
        comparator=Comparator.RANGE if len(found) == 2 else comparator,
        unit=units.table_unit(units.spelled(unit["unit"])) if unit else "",
        total=total,
        action=action[0] if action and unit else "",
        word=moves[0] if (moves := _MOVES.search(beside)) else "",
        estimate=bool(_ESTIMATE.search(beside)),
    )


def _signed(text: str, start: int) -> tuple[int, bool]:
    """Return where a number begins with its sign, and whether that is a minus."""
    sign = _SIGN.search(text[:start])
    return (sign.start(), sign[0] not in "+＋") if sign else (start, False)
