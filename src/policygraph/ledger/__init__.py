"""The ledger: what became of every promise, across years, sources and levels.

Pure functions over a ``Corpus``: :func:`derive` gives the rows, each with the rule that gave it and both quotes.
"""

from __future__ import annotations

from policygraph.ledger.counting import by_year
from policygraph.ledger.derivation import derive
from policygraph.ledger.row import Grade, Relation, Row, Side
from policygraph.ledger.verdicts import Verdict

__all__ = ["Grade", "Relation", "Row", "Side", "Verdict", "by_year", "derive"]
