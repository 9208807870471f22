"""Statements as quads, and quads as statements: the only place that knows both."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from policygraph.rdf.annotations import annotated
    from policygraph.rdf.dataset import PUBLISHED, about, licence_of
    from policygraph.rdf.nquads import lines, serialise
    from policygraph.rdf.reading import corpus, ledger_of, read
    from policygraph.rdf.streaming import write
    from policygraph.rdf.writing import concepts, parts, quads

__all__ = [
    "PUBLISHED", "about", "annotated", "concepts", "corpus", "ledger_of", "licence_of", "lines", "parts", "quads", "read",
    "serialise", "write",
]  # fmt: skip

# What makes and reads statements brings the reader of documents with it; the names of a question need none of it. So a
# module is imported when something of it is asked for (PEP 562).
_MODULES: Final = {
    "PUBLISHED": "dataset",
    "about": "dataset",
    "annotated": "annotations",
    "concepts": "writing",
    "corpus": "reading",
    "ledger_of": "reading",
    "licence_of": "dataset",
    "lines": "nquads",
    "parts": "writing",
    "quads": "writing",
    "read": "reading",
    "serialise": "nquads",
    "write": "streaming",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
