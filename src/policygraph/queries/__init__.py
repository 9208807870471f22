"""Asking the graph: SPARQL and named questions, answered as tables and in the formats of SPARQL."""

from policygraph.queries.ask import ROWS, answered, ask
from policygraph.queries.asked import Asked, asked
from policygraph.queries.formats import FORMATS
from policygraph.queries.named import Question, load, names, question

__all__ = ["FORMATS", "ROWS", "Asked", "Question", "answered", "ask", "asked", "load", "names", "question"]
