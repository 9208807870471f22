"""Asking the graph: SPARQL and named questions, answered as tables and in the formats of SPARQL."""

from policygraph.queries.ask import ROWS, ask
from policygraph.queries.formats import FORMATS
from policygraph.queries.named import Question, load, names, question

__all__ = ["FORMATS", "ROWS", "Question", "ask", "load", "names", "question"]
