"""Which figures of other documents a target meets although its name is not theirs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.ledger.dates import year_of
from policygraph.ledger.matching import Matcher
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.ledger.figures import Figure, Series
    from policygraph.ledger.likeness import Weights
    from policygraph.ledger.matching import Match
    from policygraph.ledger.names import Name

Place = tuple[str, int]


class Identity:
    """The matches of targets that no figure of the same name meets.

    Args:
        series: the figures by indicator and area.
        weighed: the weights of bigrams in the names of the corpus.

    """

    def __init__(self, series: Mapping[tuple[Name, str], Series], weighed: Weights) -> None:
        matcher = Matcher(weighed)
        self._outcomes = _matched(matcher, *_lonely(series, Kind.OUTCOME, 0))
        self._nexts = _matched(matcher, *_lonely(series, Kind.TARGET, 1))

    def outcomes(self, target: Figure) -> Sequence[Match]:
        """Return the outcomes that a target meets, those of the newest document last."""
        return self._outcomes.get(target.fact.id, ())

    def next(self, target: Figure) -> Sequence[Match]:
        """Return the targets of the next year that a target meets, those of the newest document last."""
        return self._nexts.get(target.fact.id, ())


_Group = dict[tuple[str, int], dict[str, list["Figure"]]]


def _lonely(series: Mapping[tuple[Name, str], Series], kind: Kind, later: int) -> tuple[_Group, _Group]:
    """Return the targets that have no figure of their name, and the figures that have no target of theirs.

    Each by area and year, and then by document.
    """
    targets: _Group = defaultdict(lambda: defaultdict(list))
    others: _Group = defaultdict(lambda: defaultdict(list))
    for (_, area), those in series.items():
        by_year = those.outcomes if kind is Kind.OUTCOME else those.targets
        for year, figures in those.targets.items():
            met = {figure.period for figure in by_year.get(year + later, ())}
            _sorted_in(targets[area, year], (figure for figure in figures if figure.period not in met))
        for year, figures in by_year.items():
            met = {figure.period for figure in those.targets.get(year - later, ())}
            _sorted_in(others[area, year - later], (figure for figure in figures if figure.period not in met))
    return targets, others


def _sorted_in(group: dict[str, list[Figure]], figures: Iterable[Figure]) -> None:
    for figure in figures:
        group[figure.document.name].append(figure)


def _matched(matcher: Matcher, targets: _Group, others: _Group) -> Mapping[str, Sequence[Match]]:
    found: defaultdict[str, list[Match]] = defaultdict(list)
    for key in sorted(targets):
        for name in sorted(targets[key]):
            firsts = targets[key][name]
            for seconds in others.get(key, {}).values():
                if year_of(seconds[0].document) > year_of(firsts[0].document):
                    for match in matcher.matches(firsts, seconds):
                        found[match.first.fact.id].append(match)
    return {id_: sorted(those, key=lambda match: match.second.order) for id_, those in found.items()}
