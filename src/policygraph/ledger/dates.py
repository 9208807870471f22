"""When a document was issued, as a number to compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policygraph.statements import Document

_YEAR = re.compile(r"[0-9]{4}")


def year_of(document: Document) -> int:
    """Return the year of issue; 0 where the metadata give none, so that such a document is never the newest."""
    found = _YEAR.match(document.issued)
    return int(found[0]) if found else 0
