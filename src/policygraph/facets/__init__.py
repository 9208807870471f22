"""An indicator taken apart: subject, action, measure, flow or stock, qualifiers; the shown name stays as written."""

from __future__ import annotations

from policygraph.facets import words
from policygraph.facets.facets import Facets, Flow, Measure, of, standard

__all__ = ["Facets", "Flow", "Measure", "of", "standard", "words"]
