"""The graph of the sample corpus in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policygraph import rdf, store

if TYPE_CHECKING:
    from policygraph.statements import Corpus


@pytest.fixture(scope="session")
def graph(corpus: Corpus) -> store.Oxigraph:
    """The graph of the sample corpus."""
    return store.hold(rdf.quads(corpus))
