"""Statements as quads, and quads as statements: the only place that knows both."""

from policygraph.rdf.annotations import annotated
from policygraph.rdf.dataset import PUBLISHED, about, licence_of
from policygraph.rdf.nquads import lines, serialise
from policygraph.rdf.reading import corpus, ledger_of
from policygraph.rdf.writing import concepts, quads

__all__ = [
    "PUBLISHED", "about", "annotated", "concepts", "corpus", "ledger_of", "licence_of", "lines", "quads", "serialise",
]  # fmt: skip
