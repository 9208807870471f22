"""From a document to its reading: what it says, each statement with its words.

``Names`` and ``read`` are imported when they are asked for: whoever only needs a word of the lexicon, such as the ledger,
does not load the segmenter.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.reader import read

__all__ = ["Names", "read"]

_HOMES: Final = {"Names": "policygraph.extraction.language.names", "read": "policygraph.extraction.reader"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
