"""On which basis a figure is measured: without what (扣除房地产开发投资后), or on the same basis as before (同口径).

Such words stand in the clause of the figure or frame it from the one before. Two figures of different bases are of two things,
whatever they are called. What only says that prices are left out (扣除价格因素) or fixed (按可比价格) is how growth is measured
as a rule, and no basis.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.statements import Passage

_WITHOUT: Final = wordclasses.pattern(
    r"(?:<taken_out>(?P<after>[^，。；：、（）()\d]{2,14}?)(?:<factors>)?<taken_out_after>|"
    r"<left_out>(?P<bare>[^，。；：、（）()\d]{2,14}?)(?:<factors>)?<taken_out_after>?(?=[，、）)]|$))"
)
_SAME: Final = wordclasses.pattern(r"<same_basis>")
_PRICES: Final = wordclasses.pattern(r"<prices_left_out>")
_CLAUSES: Final = wordclasses.pattern(r"[，。；：！？\n]")
# What is the same thing by a shorter name: 房地产, 房地产开发, 房地产开发投资.
_ENDS: Final = wordclasses.pattern(r"(?:<ends_of_left_out>)+$")
_REMARK: Final = wordclasses.pattern(r"[（(](?:<left_out>|<taken_out>)[^（）()]*[）)]")
# The words that stand for all that say the same.
_VERB: Final = wordclasses.of("taken_out")[0]
_SAME_WORD: Final = wordclasses.of("same_basis")[0]


def of(passage: Passage) -> frozenset[str]:
    """Return the words for the basis of a figure, in one form for all ways to say it.

    >>> sorted(read("扣除房地产开发投资后，", "固定资产投资增长2.7%")), sorted(read("", "收入同口径增长5.5%"))
    (['扣除房地产'], ['同口径'])
    """
    return read(passage.prefix, passage.quote)


def without(name: str) -> str:
    """Return a name without a remark on its basis: 固定资产投资（不含农户）增速 is 固定资产投资增速."""
    return _REMARK.sub("", name)


@functools.lru_cache(maxsize=100_000)
def read(before: str, quote: str) -> frozenset[str]:
    """Return the words for the basis of a figure, given the words that say it and those before them."""
    clauses = _CLAUSES.split(before)
    # What stands before the quote belongs to its clause.
    own = _CLAUSES.split(clauses[-1] + quote)
    said = f"{'' if clauses[-1] else _frame(clauses)}，{_frame(own)}，{own[-1]}"
    left_out = (found["after"] or found["bare"] for found in _WITHOUT.finditer(said))
    found = {f"{_VERB}{_ENDS.sub('', what)}" for what in left_out if not _PRICES.match(what)}
    return frozenset(found | ({_SAME_WORD} if _SAME.search(own[-1]) else set()))


def _frame(clauses: Sequence[str]) -> str:
    """Return the clause before the last where it is no more than a basis and frames the last, else ``""``: 扣除房地产开发投资后."""
    framing = clauses[-2] if len(clauses) > 1 else ""
    found = _WITHOUT.search(framing)
    return framing if found and found.end() == len(framing) else ""
