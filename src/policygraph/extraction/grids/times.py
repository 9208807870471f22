"""The year of a figure of a table, and whether it is aimed at or reported: from the words over and beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.extraction.discourse.frames import PLAN, Frame, plan_end
from policygraph.ontology import wordclasses
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAN: Final = wordclasses.pattern(PLAN.format(""))
_YEAR: Final = wordclasses.pattern(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# 2025年比2020年增长: the second year is no time of the figure.
_BASE: Final = wordclasses.pattern(
    r"<against>(?:(?:19|20)\d\d年?<same_time_or_year_end>?|<former_year><same_time_or_end>?|<last_year_as_said>(?:<same_period>)?|<last_month>)"
)
_THIS: Final = wordclasses.pattern(r"<this_period>")
_LAST: Final = wordclasses.pattern(r"<last_period>")
_NEXT: Final = wordclasses.pattern(r"<next_year>")
_BEGIN: Final = wordclasses.pattern(r"<base_period>")
_END: Final = wordclasses.pattern(r"<planned><end_or_aim>|<target>(?:值|年)|<end_of_period>")
_AIMED: Final = wordclasses.pattern(
    r"<target>|<plan_made>(?!<no_plan_but_policy>)|<anticipated>|<planned>(?!<no_plan_but_land>)|<task>|<budget>(?!<no_budget_but_funds>)|<arranged_or_sought>"
)
_DONE: Final = wordclasses.pattern(r"<done_in_heads>|<against><last_period>|<changes_in_heads>")
# 为预算的%, 完成年度计划比例: what came of it, measured by what was set.
_AGAINST: Final = wordclasses.pattern(
    r"^<measured_against>?<set_for_the_year>*(?P<set><what_was_set>)(?:数|值)?<of_or_done>?<shares_in_heads>?$"
)
_MEASURED: Final = wordclasses.pattern(r"^<measured_against>|<shares_in_heads>$")
_ESTIMATE: Final = wordclasses.pattern(r"<estimated_in_heads>")
# What the words of a head say of the time, and nothing of what is measured; 完成率 is measured.
_WORDS: Final = (
    r"(?:截[<until_characters>]|(?<!\d)(?:19|20)\d\d(?!\d)年?(?:末|底|度)?|<this_very_year>|<this_year_in_heads>|[<last_characters>]年(?:<same_period>)?|<year_ends_in_heads>|<end_of_year>"
    r"|<base_in_heads>|<planning_period>|<aims_and_results_in_heads>|<completion>(?!<no_result_but_rate>)|<reached_in_heads>|<execution>(?!率)|<accounts>|<preliminary_accounts>"
    rf"|{PLAN.format('_')}<spans_in_heads>?|\d{{1,2}}月(?:份|末)?|\d{{1,2}}(?=[—–\-~～至])|<above_below><half_a_year>|前?<numbers_to_four><quarter_of_a_year>"
    r"|[—–\-~～至、（）()]|(?<=[<before_value_in_heads>])[<value_or_number>])+"
)
_OPENS: Final = wordclasses.pattern(f"^{_WORDS}")
_CLOSES: Final = wordclasses.pattern(f"{_WORDS}$")


def without(head: str) -> str:
    """Return the words of a head without those that only tell a time.

    >>> [without(head) for head in ("2025年目标值", "2024年完成投资", "一般公共预算收入", "目标完成率")]
    ['', '投资', '一般公共预算收入', '完成率']
    """
    return _CLOSES.sub("", _OPENS.sub("", head))


@dataclass(frozen=True, slots=True)
class When:
    """The time of a figure.

    Attributes:
        kind: whether it is aimed at or reported.
        year: its year.
        rule: what told it.
        estimate: whether a word says that it is an estimate.
    """

    kind: Kind
    year: int
    rule: str
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the time of a table before one reads its head.

    Attributes:
        issued: the year in which the document is issued; of a bulletin, the year after the one that it reports.
        frame: the frame in which the table stands, or None where the text has set none.
        end: the last year of the five-year plan that document or caption speak of, or None.
        aims: the year that is aimed at: the last of several in a table that tells targets by an attribute, or None.
    """

    issued: int
    frame: Frame | None
    end: int | None
    aims: int | None


def setting(issued: int, frame: Frame | None, over: Sequence[str], heads: Sequence[str], *, planned: bool) -> Setting:
    """Return the setting of a table.

    Args:
        issued: as in :class:`Setting`.
        frame: as in :class:`Setting`.
        over: caption, headings and title, the nearest first.
        heads: the heads of its columns of figures.
        planned: whether it tells the attribute of its targets, as tables of plans do.
    """
    ends = [plan_end(match["plan"] or match["nth"]) for words in over for match in _PLAN.finditer(words)]
    years = sorted({year for head in heads if not _DONE.search(head) for year in _years(head)})
    end = next(iter(ends), None)
    known = planned or (end is not None and end in years)
    return Setting(issued, frame, end, years[-1] if known and len(years) > 1 else None)


def when(words: Sequence[str], known: Setting) -> When:
    """Return the time of a figure.

    Args:
        words: what tells it, the nearest first: the head of its column, that of its row, the caption.
        known: the setting of the table.
    """
    for at, said in enumerate(words):
        year = _year(said, known)
        if year is not None:
            kind = _kind(words[: at + 1], year, known)
            return When(kind, year, "grids/year of the head", bool(_ESTIMATE.search(said)) and kind is Kind.OUTCOME)
    return _unsaid("".join(words[:1]), known)


def against(head: str) -> str:
    """Return what a head measures its figures by, or ``""``.

    >>> against("为预算的"), against("完成年度计划比例"), against("2025年计划")
    ('预算', '计划', '')
    """
    match = _AGAINST.match(_YEAR.sub("", head).lstrip("年"))
    return match["set"] if match and _MEASURED.search(head) else ""


def _years(words: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(_BASE.sub("", words))]


def _year(words: str, known: Setting) -> int | None:
    stripped = _BASE.sub("", words)
    if years := _years(words):
        return max(years)
    if plan := _PLAN.search(stripped):
        return plan_end(plan["plan"] or plan["nth"])
    if known.end is not None and (_BEGIN.search(stripped) or _END.search(stripped)):
        return known.end - (5 if _BEGIN.search(stripped) else 0)
    reported = known.frame.year if known.frame is not None and not known.frame.span else known.issued - 1
    for form, year in ((_LAST, reported - 1), (_NEXT, known.issued), (_THIS, reported)):
        if form.search(stripped) and not _AIMED.search(stripped):
            return year
    return None


def _kind(words: Sequence[str], year: int, known: Setting) -> Kind:
    """Return the kind of a figure of a year: what its head says, else what the year is to the document."""
    for said in words:
        if against(said):
            return Kind.OUTCOME
        if _ESTIMATE.search(said):
            return Kind.TARGET if year > known.issued else Kind.OUTCOME
        if _AIMED.search(said):
            return Kind.TARGET
        if _DONE.search(_PLAN.sub("", said)):
            return Kind.OUTCOME if year <= known.issued else Kind.TARGET
    if year == known.aims:
        return Kind.TARGET
    if year == known.issued and known.frame is not None and known.frame.year == year:
        return known.frame.kind
    return Kind.TARGET if year >= known.issued else Kind.OUTCOME


def _unsaid(head: str, known: Setting) -> When:
    """Return the time of a figure whose words name none: that of the text around the table, or of the document."""
    if against(head):
        return When(Kind.OUTCOME, known.issued - 1, "grids/time of the table")
    estimate = bool(_ESTIMATE.search(head))
    if _AIMED.search(head) and not estimate:
        framed = known.frame.year if known.frame is not None and known.frame.kind is Kind.TARGET else None
        return When(Kind.TARGET, framed or known.aims or known.end or known.issued, "grids/time of the table")
    if known.frame is not None and not (_DONE.search(head) and known.frame.kind is Kind.TARGET):
        done = known.frame.kind is Kind.OUTCOME
        return When(known.frame.kind, known.frame.year, "grids/time of the table", estimate and done)
    if _DONE.search(head):
        return When(Kind.OUTCOME, known.issued - 1, "grids/time of the table", estimate)
    return When(Kind.TARGET, known.aims or known.end or known.issued, "grids/time of the table")
