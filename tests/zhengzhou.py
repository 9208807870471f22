"""The names of the embedded sources, which are in force for these sources alone."""

from __future__ import annotations

from policygraph import resources
from policygraph.extraction.language.names import Names
from policygraph.ontology import own


def names() -> Names:
    """Return the national list of names with those of graph/lexicon over it."""
    with own.using(own.read([resources.graph() / "lexicon"])):
        return Names()
