"""What an indicator's name says, part by part: 新开工亿元以上项目数 → subject 项目, action begin, size 亿元以上.

The parts are found wherever they stand, so that 新能源项目开工容量 and 开工新能源项目装机容量 have the same. Nothing is lost: what is
no action, measure or qualifier is the subject.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from policygraph.facets import basis, stretches, words
from policygraph.ontology import indicators, wordclasses

if TYPE_CHECKING:
    from policygraph.statements import Fact

_PERCENTAGE_POINTS: Final = wordclasses.word("percentage_points")


class Measure(StrEnum):
    """What is measured of a subject."""

    LEVEL = "level"
    GROWTH = "growth"
    SHARE = "share"
    RANK = "rank"
    INCREMENT = "increment"
    DURATION = "duration"
    RATE = "rate"
    """A number in % of which the name does not say whether it is a growth or a share."""


class Flow(StrEnum):
    """Whether a figure counts what comes about within its period, or all that there is."""

    FLOW = "flow"
    STOCK = "stock"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """A name taken apart.

    Attributes:
        subject: what is measured, without action, measure and qualifiers that make no difference.
        actions: what is done with it: ``new``, ``begin``, ``finish``; what only says that it is done is left out.
        measure: what is measured of it.
        flow: whether it counts what is new, or all.
        falls: whether a larger number is a larger fall.
        contrasts: words of sets of which one excludes the other: 农村, 出口; each with its sets.
        sizes: how large each of what is counted is: 亿元以上.
        parts: words that make a part of a whole: 民间, 高技术.
        items: the things that it lists; of one thing only that.
        does: whether it says that something is done, so that it counts within its period.
        basis: on which basis it is measured: 扣除房地产, 同口径; told by the words around it, not by the name alone.
        core: the name without its measure and sizes, with its verbs, but for those in front that only say that a figure is
            reached or adds: 完成, 新增.

    """

    subject: str
    actions: frozenset[str]
    measure: Measure
    flow: Flow
    falls: bool
    contrasts: frozenset[tuple[str, str]]
    sizes: frozenset[str]
    parts: frozenset[str]
    items: tuple[str, ...]
    does: bool
    core: str
    basis: frozenset[str] = frozenset()

    @property
    def qualifiers(self) -> str:
        """The words that narrow what is measured, sorted and joined by "; ": 同口径, 亿元以上."""
        return "; ".join(sorted({*self.sizes, *self.parts, *self.basis, *(word for _, word in self.contrasts)}))

    @property
    def elliptic(self) -> bool:
        """Whether the name tells no thing: 新开工数, 项目数, 补助; what is meant stands around it."""
        return len(self.subject) <= _LEAST or words.verbs_in_front().fullmatch(self.subject) is not None


_RANKED: Final = wordclasses.pattern(r"<ranks_as_names>$")
# Units of how long or how often something went on: 连续6年.
_LASTED: Final = wordclasses.members("units_of_lasting")
_FALLS: Final = wordclasses.pattern(r"(?:<falls_as_rates>|<falls_as_verbs><range_share_rate>?)$")
_GROWS: Final = wordclasses.pattern(r"(?:<rises_as_rates>|<rises_as_verbs><range_or_share>?)$")
_ADDED: Final = wordclasses.pattern(r"<against_last_year>?<amounts_of_change>$")
_SHARED: Final = wordclasses.pattern(r"(?:<shares_named>|[^增]率|<intensities>)(?:<percentage_share>)?$")
# What a name says again that its unit has said already.
_COUNTED: Final = wordclasses.pattern(
    r"(?:<areas_as_size>|总?<length>|<mileage>|总?<sum_of_money>|<sums_of_money_or_people>|总?<number_of_people>|<totals_and_capacities>|[<counters_before_a_number>]数|<number_of_lines>|(?<![<before_no_number>])数|量)$"
)
_SIZES: Final = wordclasses.pattern(
    r"(?:\d+(?:\.\d+)?|[<numerals_with_two>]+)?<number_characters>?<scales_of_classes>[<money_people_tonnes>]?<bounds_of_classes>"
)
_LISTED: Final = wordclasses.pattern(r"[、<joins>]")
_CLAUSES: Final = wordclasses.pattern(r"[，；：]")
_KINDS: Final = ("new", "begin", "finish")
_LEAST: Final = 2
# Characters of a subject before the verb of a clause that was taken for its name: 村卫生室达到国家良好标准.
_STEM: Final = 3


def of(fact: Fact) -> Facets:
    """Return the facets of a fact's indicator.

    >>> from policygraph.facets.facets import taken_apart
    >>> taken_apart("新开工亿元以上项目数", "个", "").subject
    '项目'
    """
    parts = taken_apart(fact.indicator, fact.unit, fact.area)
    clause = _CLAUSES.split(fact.passage.quote)[-1]
    flow = parts.flow
    if flow is Flow.UNKNOWN and words.pattern("total").search(clause):
        flow = Flow.STOCK
    # A name that was cut short: 今年保障性安居工程新安排740万套 is called 保障性安居工程数.
    return replace(parts, actions=parts.actions or _actions(clause), flow=flow, basis=basis.of(fact.passage))


@functools.lru_cache(maxsize=100_000)
def taken_apart(indicator: str, unit: str, area: str) -> Facets:
    """Return the facets of a name.

    Args:
        indicator: the name.
        unit: the bare unit of its number.
        area: whose value it is, for a name that begins with it.

    """
    bare = basis.without(stretches.without(indicator.removeprefix(area)))
    name = standard(indicators.key(bare))
    listed = standard(re.sub(r"[“”\"「」（）()]", "", bare))
    measure, rest, falls = _measured(name, unit)
    sizes = frozenset(_SIZES.findall(rest))
    rest = _SIZES.sub("", rest)
    return Facets(
        subject=_subject(rest),
        actions=_actions(rest),
        measure=measure,
        flow=_flow(rest, name),
        falls=falls,
        contrasts=_contrasts(rest),
        sizes=sizes,
        parts=frozenset(words.pattern("part").findall(rest)),
        items=tuple(filter(None, (_subject(_measured(item, unit)[1]) for item in _LISTED.split(listed)))),
        does=words.doing().search(rest) is not None,
        core=_unaimed(rest),
    )


def _unaimed(core: str) -> str:
    aim = words.pattern("aim", "new").match(core)
    return core[aim.end() :] if aim and aim.end() < len(core) else core


def standard(name: str) -> str:
    """Return words with the standard form of those that have several: 医疗保险 for 医保."""
    pattern, forms = words.same()
    return pattern.sub(lambda found: forms.get(found[0], found[0]), name)


def _measured(name: str, unit: str) -> tuple[Measure, str, bool]:
    """Return what is measured, the name without the words for it, and whether a larger number is a larger fall."""
    if unit in wordclasses.members("units_of_ranks") or _RANKED.search(name):
        return Measure.RANK, _RANKED.sub("", name), False
    if unit in _LASTED:
        return Measure.DURATION, _bare(name), False
    if unit == _PERCENTAGE_POINTS or _ADDED.search(name):
        falls = _FALLS.search(name) is not None
        return Measure.INCREMENT, _FALLS.sub("", _GROWS.sub("", _ADDED.sub("", name))), falls
    if unit in {"%", "倍", "‰"}:
        return _rate(name)
    return Measure.LEVEL, _bare(name), False


def _rate(name: str) -> tuple[Measure, str, bool]:
    for pattern, falls in ((_FALLS, True), (_GROWS, False)):
        if pattern.search(name):
            return Measure.GROWTH, _bare(pattern.sub("", name)), falls
    if _SHARED.search(name):
        return Measure.SHARE, re.sub(wordclasses.expanded(r"<shares_and_proportions>$"), "", name), False
    return Measure.RATE, name, False


def _bare(name: str) -> str:
    """Return a name without the word that its unit says again."""
    bare = _COUNTED.sub("", name)
    return bare if len(bare) >= _LEAST else name


def _flow(rest: str, name: str) -> Flow:
    if words.pattern("new").match(rest) or words.pattern("new").search(rest):
        return Flow.FLOW
    return Flow.STOCK if words.pattern("total").search(name) else Flow.UNKNOWN


def _actions(words_: str) -> frozenset[str]:
    return frozenset(kind for kind in _KINDS if words.pattern(kind).search(words_))


def _contrasts(rest: str) -> frozenset[tuple[str, str]]:
    pattern, sets = words.contrasts()
    return frozenset((group, word) for word in pattern.findall(rest) for group in sets[word])


def _subject(rest: str) -> str:
    """Return a name without verbs in front and behind, and without words that make no difference."""
    front, behind, light = words.verbs_in_front(), words.verbs_behind(), words.pattern("light")
    while (found := front.match(rest)) and len(rest) - found.end() >= _LEAST:
        rest = rest[found.end() :]
    while (found := behind.search(rest)) and found.start() >= _LEAST:
        rest = rest[: found.start()]
    predicate = words.pattern("predicate").search(rest, _STEM)
    plain = light.sub("", rest[: predicate.start()] if predicate else rest)
    return plain if len(plain) >= _LEAST else rest
