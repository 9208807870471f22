"""Everybody's own words: folders of names, terms, places, indicators, units and pairs, laid over those of the ontology.

docs/lexicon.md tells the format. A :class:`~policygraph.ontology.own.lexicon.Lexicon` is read once and is in force
within ``with using(lexicon)``; what asks for words asks :func:`~policygraph.ontology.own.force.current`.
"""

from __future__ import annotations

from policygraph.ontology.own.folder import read
from policygraph.ontology.own.force import current, rows, using
from policygraph.ontology.own.lexicon import Lexicon, Row

__all__ = ["Lexicon", "Row", "current", "read", "rows", "using"]
