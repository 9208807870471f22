"""From a document to its reading: what it says, each statement with its words."""

from __future__ import annotations

from policygraph.extraction.language.names import Names
from policygraph.extraction.reader import read

__all__ = ["Names", "read"]
