"""Files and folders as documents: text, metadata and blocks.

``read`` makes one file a ``Document``, ``collect`` a set of files and folders, and ``gather`` those of them that can be
read; ``layout`` tells the blocks of its text.
"""

from __future__ import annotations

from policygraph.documents.collection import collect, gather
from policygraph.documents.document import read

__all__ = ["collect", "gather", "read"]
