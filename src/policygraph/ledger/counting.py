"""How many targets and outcomes there are: one that two documents tell is one with two sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from policygraph.ledger import figures, reprints, unplaced
from policygraph.ledger.row import key_of
from policygraph.statements import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.statements import Corpus


def by_year(corpus: Corpus) -> Mapping[Kind, Mapping[int, int]]:
    """Return the number of targets and of outcomes by year, the first year first.

    Statements of one value of one indicator, area, year and stretch of time are one, whatever documents tell it.
    """
    found: dict[Kind, defaultdict[int, set[str]]] = {kind: defaultdict(set) for kind in Kind}
    for figure in figures.of(unplaced.apart(reprints.left_out(corpus))):
        found[figure.fact.kind][figure.fact.year].add(key_of(figure))
    counted = {kind: Counter({year: len(keys) for year, keys in years.items()}) for kind, years in found.items()}
    return {kind: dict(sorted(years.items())) for kind, years in counted.items()}
